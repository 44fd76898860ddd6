"""Where the clocks of what was discussed about cases start, for retention."""

from collections import defaultdict
from collections.abc import Collection
from uuid import UUID

from django.db.models import Max

from houvast.consultation.models import AgendaItem
from houvast.kernel.clock_start import ClockStart, RecordKind


def item_starts(case_ids: Collection[UUID]) -> dict[UUID, list[ClockStart]]:
    """Give the clocks of the items about cases, by case; what was decided there was decided on that day."""
    rows = AgendaItem.objects.filter(case_id__in=case_ids)
    starts: dict[UUID, list[ClockStart]] = defaultdict(list)
    grouped = rows.values_list("case_id", "ground", "organisation_id").annotate(Max("retention_from"))
    for case_id, ground, organisation_id, last in grouped:
        if case_id is not None:
            starts[case_id].append(ClockStart(RecordKind.CONSULTATION, ground, organisation_id, last))
    return starts
