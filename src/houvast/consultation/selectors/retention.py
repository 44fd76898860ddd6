"""Where the clocks of what was discussed and decided start, for retention; and which items are nobody's case."""

from collections import defaultdict
from collections.abc import Collection
from uuid import UUID

from django.db.models import Max

from houvast.consultation.models import AgendaItem, Resolution
from houvast.kernel.clock_start import ClockStart, Kept, RecordKind, Stretch
from houvast.vault.selectors import still_kept

Starts = dict[UUID, list[ClockStart]]


def item_starts(case_ids: Collection[UUID]) -> Starts:
    """Give the clocks of the items about cases and of what was decided there, by case; in two queries."""
    items, made = AgendaItem.objects.filter(case_id__in=case_ids), Resolution.objects.filter(item__case_id__in=case_ids)
    starts: Starts = defaultdict(list)
    for grouped in (
        items.values_list("case_id", "ground", "organisation_id").annotate(Max("retention_from")),
        made.values_list("item__case_id", "ground", "organisation_id").annotate(Max("retention_from")),
    ):
        for case_id, ground, organisation_id, last in grouped:
            if case_id is not None:
                starts[case_id].append(ClockStart(RecordKind.CONSULTATION, ground, organisation_id, last))
    return starts


def lone_items(stretch: Stretch) -> list[Kept]:
    """Give agenda items that are nobody's case: an address, a group or a theme; in two queries."""
    rows = AgendaItem.objects.filter(municipality_id=stretch.municipality_id, case=None)
    columns = ("pk", "ground", "organisation_id", "retention_from")
    items = list(still_kept(rows, stretch, since="retention_from").values_list(*columns))
    made: Starts = defaultdict(list)
    of_items = Resolution.objects.filter(item_id__in=[row[0] for row in items])
    grouped = of_items.values_list("item_id", "ground", "organisation_id").annotate(Max("retention_from"))
    for item_id, ground, organisation_id, last in grouped:
        made[item_id].append(ClockStart(RecordKind.CONSULTATION, ground, organisation_id, last))
    return [
        Kept(pk, on, [ClockStart(RecordKind.CONSULTATION, ground, organisation_id, on), *made[pk]])
        for pk, ground, organisation_id, on in items
    ]
