"""What retention asks of referrals and files: where their clocks start, and which files are still there."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Max, Q

from houvast.kernel.clock_start import ClockStart, RecordKind
from houvast.safety_house.models import HouseFile, Referral


@dataclass(frozen=True, slots=True)
class FileToKeep:
    """A file of a house about a case of the municipality; its content is still there. Says nothing of what is in it."""

    id: UUID
    code: str
    ground: str
    organisation_id: UUID
    retention_from: date
    keep_until: date


def referral_starts(case_ids: Collection[UUID]) -> dict[UUID, list[ClockStart]]:
    """Give the clocks of the referrals of cases, by case."""
    rows = Referral.objects.filter(case_id__in=case_ids)
    starts: dict[UUID, list[ClockStart]] = defaultdict(list)
    grouped = rows.values_list("case_id", "ground", "organisation_id").annotate(Max("retention_from"))
    for case_id, ground, organisation_id, last in grouped:
        starts[case_id].append(ClockStart(RecordKind.REFERRAL, ground, organisation_id, last))
    return starts


def files_to_keep(
    municipality_id: UUID,
    *,
    before: date,
    after: tuple[date, UUID] | None = None,
    size: int = 0,
    only: UUID | None = None,
) -> list[FileToKeep]:
    """Give files that may go since a day before this one, the longest first; or `only` one."""
    rows = HouseFile.objects.filter(
        referral__municipality_id=municipality_id, keep_until__lt=before, key__destroyed_at=None
    )
    if only is not None:
        rows = rows.filter(pk=only)
    if after is not None:
        rows = rows.filter(Q(keep_until__gt=after[0]) | Q(keep_until=after[0], pk__gt=after[1]))
    columns = ("pk", "referral__case__code", "ground", "organisation_id", "retention_from", "keep_until")
    found = rows.order_by("keep_until", "pk").values_list(*columns)
    return [FileToKeep(*row) for row in (found[:size] if size else found)]
