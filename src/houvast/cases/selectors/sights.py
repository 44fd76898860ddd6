"""Which rows still give somebody sight of a case: for a higher room that says how what it gave stands."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from houvast.cases.models import Access, LockOut


def running_sources(source_ids: Collection[UUID], *, now: datetime) -> frozenset[UUID]:
    """Give which of these rows still give somebody sight, in one query; it says nothing of whom or what."""
    over = Q(until_at__lte=now) | Q(withdrawn_at__lte=now)
    rows = Access.objects.filter(source_id__in=list(source_ids)).exclude(over)
    return frozenset(rows.values_list("source_id", flat=True))


def not_locked_out(case_id: UUID, member_ids: Collection[UUID]) -> tuple[UUID, ...]:
    """Give who of these members may get sight of a case, in one query."""
    held = LockOut.objects.filter(case_id=case_id, member_id__in=list(member_ids), ended_at__isnull=True)
    locked_out = frozenset(held.values_list("member_id", flat=True))
    return tuple(each for each in member_ids if each not in locked_out)
