"""Where the clocks of plans, tasks, measures and tailor-made help start, for retention."""

from collections import defaultdict
from collections.abc import Collection
from uuid import UUID

from django.db.models import Max

from houvast.kernel.clock_start import ClockStart, RecordKind
from houvast.plans.models import Limit, PlanVersion, TailorMade, Task


def plan_starts(case_ids: Collection[UUID]) -> dict[UUID, list[ClockStart]]:
    """Give the clocks of what was planned in cases, by case; in four queries."""
    starts: dict[UUID, list[ClockStart]] = defaultdict(list)
    for rows in (
        PlanVersion.objects.filter(case_id__in=case_ids),
        Task.objects.filter(case_id__in=case_ids),
        Limit.objects.filter(case_id__in=case_ids),
        TailorMade.objects.filter(case_id__in=case_ids),
    ):
        grouped = rows.values_list("case_id", "ground", "organisation_id").annotate(Max("retention_from"))
        for case_id, ground, organisation_id, last in grouped:
            starts[case_id].append(ClockStart(RecordKind.PLAN, ground, organisation_id, last))
    return starts
