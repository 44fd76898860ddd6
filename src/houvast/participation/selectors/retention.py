"""Where the clocks of taking part start, for retention."""

from collections import defaultdict
from collections.abc import Collection
from uuid import UUID

from django.db.models import Max

from houvast.kernel.clock_start import ClockStart, RecordKind
from houvast.participation.models import Participant


def participant_starts(case_ids: Collection[UUID]) -> dict[UUID, list[ClockStart]]:
    """Give the clocks of who took part in cases, by case; in one query."""
    starts: dict[UUID, list[ClockStart]] = defaultdict(list)
    rows = Participant.objects.filter(case_id__in=case_ids).values_list("case_id", "ground", "organisation_id")
    for case_id, ground, organisation_id, last in rows.annotate(Max("retention_from")):
        starts[case_id].append(ClockStart(RecordKind.CASE, ground, organisation_id, last))
    return starts
