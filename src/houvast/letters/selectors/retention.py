"""Where the clocks of letters start, for retention."""

from collections import defaultdict
from collections.abc import Collection
from uuid import UUID

from django.db.models import Max

from houvast.kernel.clock_start import ClockStart, RecordKind
from houvast.letters.models import Letter


def letter_starts(case_ids: Collection[UUID]) -> dict[UUID, list[ClockStart]]:
    """Give the clocks of the letters of cases, by case, as those of documents; in one query."""
    starts: dict[UUID, list[ClockStart]] = defaultdict(list)
    rows = Letter.objects.filter(case_id__in=case_ids).values_list("case_id", "ground", "organisation_id")
    for case_id, ground, organisation_id, last in rows.annotate(Max("retention_from")):
        starts[case_id].append(ClockStart(RecordKind.DOCUMENT, ground, organisation_id, last))
    return starts
