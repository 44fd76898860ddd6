"""Load a line to act on."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from houvast.audit.events import Event
from houvast.audit.services.act import Act, act
from houvast.directory.selectors import viewer_of
from houvast.directory.viewer import Viewer
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict, NotVisible, Refused
from houvast.kernel.verdict import Verdict
from houvast.short_lines import policy, scopes
from houvast.short_lines.models import ShortLine

CHANGED = "Iemand anders wijzigde deze lijn net. Kijk opnieuw wie er nu staat."


@dataclass(frozen=True, slots=True)
class LoadedLine:
    """A visible line, locked, inside the act that changes it."""

    acting: Act
    viewer: Viewer
    row: ShortLine


def permit(acting: Act, verdict: Verdict) -> None:
    """Go on when the verdict allows it, and put its ground on record; else raise `Refused`."""
    if not verdict.allowed:
        raise Refused(verdict)
    acting.ground = verdict.ground


@contextmanager
def keeping(
    event: Event, line_id: UUID, *, actor: Actor, now: datetime, seen_number: int | None = None
) -> Iterator[LoadedLine]:
    """Act on a line of a team whose lines the actor keeps. `seen_number` is that of the contact that was seen.

    Raises `NotVisible`, `Refused`, or `Conflict` when somebody else changed the contact meanwhile.
    """
    with act(event, actor=actor, now=now) as acting:
        viewer = viewer_of(actor, now=now)
        acting.municipality, acting.subject, acting.subject_id = viewer.municipality_id, "short_line", line_id
        if not scopes.lines(viewer).filter(pk=line_id).exists():
            raise NotVisible
        ShortLine.objects.select_for_update().get(pk=line_id)
        row = ShortLine.objects.select_related("team", "contact").get(pk=line_id)
        acting.municipality = row.municipality_id
        facts = policy.TeamFacts(row.team_id, row.team.organisation_id)
        permit(acting, policy.may_keep_lines(viewer, facts, ended=row.ended_at is not None))
        if seen_number is not None and row.contact.number != seen_number:
            raise Conflict(CHANGED)
        yield LoadedLine(acting, viewer, row)
