"""How many concerns wait, counted only as far as somebody reads."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from houvast.directory.viewer import Viewer
from houvast.intake import scopes
from houvast.intake.models import Concern


@dataclass(frozen=True, slots=True)
class Tally:
    """A number of things that wait; `more` says that there are more than were counted."""

    count: int
    more: bool


def waiting_for_triage(viewer: Viewer, *, now: datetime, most: int) -> Tally:
    """Count what waits for a decision on the viewer's steps, up to `most`, in one query."""
    return _tally(scopes.in_triage(viewer, now=now).filter(scopes.waits(now)), most)


def waiting_for_teams(viewer: Viewer, *, now: datetime, most: int) -> Tally:
    """Count what waits for an answer of the viewer's teams, up to `most`, in one query."""
    return _tally(scopes.with_team(viewer, now=now).filter(state=Concern.State.PASSED_ON), most)


def _tally(rows: QuerySet[Concern], most: int) -> Tally:
    found = len(rows.order_by().values_list("pk")[: most + 1])
    return Tally(min(found, most), more=found > most)
