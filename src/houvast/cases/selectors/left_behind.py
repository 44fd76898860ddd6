"""Where somebody should ask how it goes, and everybody who led the case has left."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import F, Q, Subquery
from django.db.models.expressions import OuterRef
from django.db.models.functions import Coalesce

from houvast.cases.models import Access, PulseCheck
from houvast.cases.rules.matrix import Part, Relation
from houvast.cases.scopes_left import aftercare_left_behind
from houvast.directory.viewer import Viewer


@dataclass(frozen=True, slots=True)
class LeftBehind:
    """A case to ask about: the day, whether it must go up, and who led it. Nothing of what people wrote."""

    case_id: UUID
    day: date
    wants_up: bool
    led: tuple[str, ...]


def left_behind(
    viewer: Viewer, until: date, *, now: datetime, most: int, case_id: UUID | None = None
) -> tuple[LeftBehind, ...]:
    """Give where nobody is asked any more, not after `until`; the oldest day first, in two queries.

    A partner directs no processes, and is not asked about.
    """
    if viewer.municipality_id is None:
        return ()
    newest = PulseCheck.objects.filter(aftercare_id=OuterRef("pk")).order_by("-number")
    rows = aftercare_left_behind(viewer, now=now).annotate(
        outcome=Subquery(newest.values("outcome")[:1]),
        day=Coalesce(Subquery(newest.values("check_on")[:1]), F("check_on")),
    )
    if case_id is not None:
        rows = rows.filter(case_id=case_id)
    near = rows.filter(Q(outcome=PulseCheck.Outcome.SCALE_UP) | Q(day__lte=until)).order_by("day", "id")
    found = list(near.values_list("case_id", "period_id", "day", "outcome")[:most])
    led = _led([period_id for _, period_id, _, _ in found])
    return tuple(
        LeftBehind(case, day=day, wants_up=outcome == PulseCheck.Outcome.SCALE_UP, led=tuple(led.get(period, ())))
        for case, period, day, outcome in found
    )


def _led(period_ids: list[UUID]) -> dict[UUID, list[str]]:
    """Give by period who looked after the case because they led it, by name."""
    rows = Access.objects.filter(source_id__in=period_ids, relation=Relation.AFTERCARE, part=Part.BAND)
    names: dict[UUID, list[str]] = {}
    for period_id, name in rows.order_by("member__name").values_list("source_id", "member__name").distinct():
        names.setdefault(period_id, []).append(name)
    return names
