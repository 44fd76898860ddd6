"""What retention asks of intake: where clocks of concerns start, which stand alone, and who is known by one."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Max, Q

from houvast.intake.models import Concern
from houvast.kernel.clock_start import ClockStart, RecordKind


@dataclass(frozen=True, slots=True)
class LoneConcern:
    """A decided concern that belongs to no case; its content is still there."""

    id: UUID
    ground: str
    organisation_id: UUID
    retention_from: date


def concern_starts(case_ids: Collection[UUID]) -> dict[UUID, list[ClockStart]]:
    """Give the clocks of the concerns that belong to cases, by case."""
    rows = Concern.objects.filter(case_id__in=case_ids).exclude(key=None)
    starts: dict[UUID, list[ClockStart]] = defaultdict(list)
    grouped = rows.values_list("case_id", "ground", "organisation_id").annotate(Max("retention_from"))
    for case_id, ground, organisation_id, last in grouped:
        if case_id is not None:
            starts[case_id].append(ClockStart(RecordKind.CONCERN, ground, organisation_id, last))
    return starts


def lone_concerns(
    municipality_id: UUID,
    *,
    before: date,
    after: tuple[date, UUID] | None = None,
    size: int = 0,
    only: UUID | None = None,
) -> list[LoneConcern]:
    """Give decided concerns without a case whose clock started before a day, the oldest first; or `only` one."""
    rows = Concern.objects.filter(
        municipality_id=municipality_id, state=Concern.State.DECIDED, case=None, retention_from__lt=before
    ).exclude(key=None)
    if only is not None:
        rows = rows.filter(pk=only)
    if after is not None:
        rows = rows.filter(Q(retention_from__gt=after[0]) | Q(retention_from=after[0], pk__gt=after[1]))
    found = rows.order_by("retention_from", "pk").values_list("pk", "ground", "organisation_id", "retention_from")
    return [LoneConcern(*row) for row in (found[:size] if size else found)]


def concerns_of(case_id: UUID) -> list[UUID]:
    """Give the concerns that belong to a case and are still there."""
    return list(Concern.objects.filter(case_id=case_id).exclude(key=None).values_list("pk", flat=True))


def named_by(resident_ids: Collection[UUID]) -> dict[UUID, frozenset[UUID | None]]:
    """Give for each resident the cases of the concerns about them that are still there; None is of no case."""
    rows = Concern.objects.filter(resident_id__in=resident_ids).exclude(key=None)
    found: dict[UUID, set[UUID | None]] = defaultdict(set)
    for resident_id, case_id in rows.values_list("resident_id", "case_id"):
        if resident_id is not None:
            found[resident_id].add(case_id)
    return {resident_id: frozenset(cases) for resident_id, cases in found.items()}
