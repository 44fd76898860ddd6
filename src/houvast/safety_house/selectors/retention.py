"""What retention asks of referrals and files: where their clocks start, and which files are still there."""

from collections import defaultdict
from collections.abc import Collection
from uuid import UUID

from django.db.models import Max

from houvast.kernel.clock_start import ClockStart, Kept, RecordKind, Stretch
from houvast.safety_house.models import HouseFile, Referral
from houvast.vault.selectors import still_kept


def referral_starts(case_ids: Collection[UUID]) -> dict[UUID, list[ClockStart]]:
    """Give the clocks of the referrals of cases, by case."""
    rows = Referral.objects.filter(case_id__in=case_ids)
    starts: dict[UUID, list[ClockStart]] = defaultdict(list)
    grouped = rows.values_list("case_id", "ground", "organisation_id").annotate(Max("retention_from"))
    for case_id, ground, organisation_id, last in grouped:
        starts[case_id].append(ClockStart(RecordKind.REFERRAL, ground, organisation_id, last))
    return starts


def house_files(stretch: Stretch) -> list[Kept]:
    """Give files of houses about cases of the municipality, with the day until which the house itself keeps each.

    Says nothing of what is in them.
    """
    files = HouseFile.objects.filter(referral__municipality_id=stretch.municipality_id)
    columns = ("pk", "referral__case__code", "ground", "organisation_id", "retention_from", "keep_until")
    return [
        Kept(pk, on, [ClockStart(RecordKind.HOUSE_FILE, ground, organisation_id, on)], code, not_before=until)
        for pk, code, ground, organisation_id, on, until in still_kept(
            files, stretch, since="retention_from"
        ).values_list(*columns)
    ]
