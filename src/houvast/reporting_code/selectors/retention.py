"""Where the clocks of reporting codes start, for retention."""

from collections import defaultdict
from collections.abc import Collection
from uuid import UUID

from django.db.models import Max

from houvast.kernel.clock_start import ClockStart, RecordKind
from houvast.reporting_code.models import ReportingCode


def reporting_code_starts(case_ids: Collection[UUID]) -> dict[UUID, list[ClockStart]]:
    """Give the clocks of reporting codes, by case, in one query: what a professional writes in a case, as a note."""
    rows = ReportingCode.objects.filter(case_id__in=case_ids).values_list("case_id", "ground", "organisation_id")
    starts: dict[UUID, list[ClockStart]] = defaultdict(list)
    for case_id, ground, organisation_id, last in rows.annotate(Max("retention_from")):
        starts[case_id].append(ClockStart(RecordKind.NOTE, ground, organisation_id, last))
    return starts
