"""Where the clocks of consents and of what was shared start, for retention."""

from collections import defaultdict
from collections.abc import Collection
from uuid import UUID

from django.db.models import Max

from houvast.kernel.clock_start import ClockStart, RecordKind
from houvast.sharing.models import Consent, Disclosure


def sharing_starts(case_ids: Collection[UUID]) -> dict[UUID, list[ClockStart]]:
    """Give the clocks of what was shared of cases, and of the consents for it, by case; in two queries."""
    starts: dict[UUID, list[ClockStart]] = defaultdict(list)
    for rows in (Consent.objects.filter(case_id__in=case_ids), Disclosure.objects.filter(case_id__in=case_ids)):
        grouped = rows.values_list("case_id", "ground", "organisation_id").annotate(Max("retention_from"))
        for case_id, ground, organisation_id, last in grouped:
            starts[case_id].append(ClockStart(RecordKind.CASE, ground, organisation_id, last))
    return starts
