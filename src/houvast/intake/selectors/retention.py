"""What retention asks of intake: where clocks of concerns and of rows of lists start, and who is known by one."""

from collections import defaultdict
from collections.abc import Collection
from uuid import UUID

from django.db.models import Max, Q

from houvast.intake.models import Concern, RepairRow
from houvast.kernel.clock_start import ClockStart, Kept, RecordKind, Stretch
from houvast.vault.selectors import still_kept


def concern_starts(case_ids: Collection[UUID]) -> dict[UUID, list[ClockStart]]:
    """Give the clocks of the concerns that belong to cases, by case."""
    rows = Concern.objects.filter(case_id__in=case_ids).exclude(key=None)
    starts: dict[UUID, list[ClockStart]] = defaultdict(list)
    grouped = rows.values_list("case_id", "ground", "organisation_id").annotate(Max("retention_from"))
    for case_id, ground, organisation_id, last in grouped:
        if case_id is not None:
            starts[case_id].append(ClockStart(RecordKind.CONCERN, ground, organisation_id, last))
    return starts


def lone_concerns(stretch: Stretch) -> list[Kept]:
    """Give decided concerns that belong to no case."""
    decided = Concern.objects.filter(municipality_id=stretch.municipality_id, state=Concern.State.DECIDED, case=None)
    rows = still_kept(decided, stretch, since="retention_from")
    columns = ("pk", "ground", "organisation_id", "retention_from")
    return [
        Kept(pk, on, [ClockStart(RecordKind.LONE_CONCERN, ground, organisation_id, on)])
        for pk, ground, organisation_id, on in rows.values_list(*columns)
    ]


def repair_rows(stretch: Stretch, organisation_id: UUID) -> list[Kept]:
    """Give rows of lists that could not be used: those of the municipality, and those of which nobody knows whose.

    They are kept by the `organisation_id` of the municipality that read them.
    """
    here = Q(municipality_id=stretch.municipality_id) | Q(municipality_id=None)
    rows = still_kept(RepairRow.objects.filter(here), stretch, since="retention_from")
    return [
        Kept(pk, on, [ClockStart(RecordKind.REPAIR_ROW, ground, organisation_id, on)])
        for pk, ground, on in rows.values_list("pk", "ground", "retention_from")
    ]


def lone_concerns_about(resident_id: UUID, municipality_id: UUID) -> list[UUID]:
    """Give the decided concerns without a case about somebody, the oldest first."""
    rows = Concern.objects.filter(
        municipality_id=municipality_id, resident=resident_id, state=Concern.State.DECIDED, case=None
    ).exclude(key=None)
    return list(rows.order_by("retention_from", "pk").values_list("pk", flat=True))


def concerns_of(case_id: UUID) -> list[UUID]:
    """Give the concerns that belong to a case and are still there."""
    return list(Concern.objects.filter(case_id=case_id).exclude(key=None).values_list("pk", flat=True))


def residents_of(concern_ids: Collection[UUID]) -> dict[UUID, UUID]:
    """Give who concerns are about in the register, by concern; not those about whom the register has nobody."""
    rows = Concern.objects.filter(pk__in=concern_ids).values_list("pk", "resident_id")
    return {concern_id: resident_id for concern_id, resident_id in rows if resident_id is not None}


def named_by(resident_ids: Collection[UUID]) -> dict[UUID, frozenset[UUID]]:
    """Give for each resident the concerns about them that are still there."""
    rows = Concern.objects.filter(resident_id__in=resident_ids).exclude(key=None)
    found: dict[UUID, set[UUID]] = defaultdict(set)
    for resident_id, concern_id in rows.values_list("resident_id", "pk"):
        if resident_id is not None:
            found[resident_id].add(concern_id)
    return {resident_id: frozenset(concerns) for resident_id, concerns in found.items()}
