"""Which rows still give somebody sight of a case: for a higher room that says how what it gave stands."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from houvast.cases.models import Access


def running_sources(source_ids: Collection[UUID], *, now: datetime) -> frozenset[UUID]:
    """Give which of these rows still give somebody sight, in one query; it says nothing of whom or what."""
    over = Q(until_at__lte=now) | Q(withdrawn_at__lte=now)
    rows = Access.objects.filter(source_id__in=list(source_ids)).exclude(over)
    return frozenset(rows.values_list("source_id", flat=True))
