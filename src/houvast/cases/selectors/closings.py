"""Whether a case was closed, for what ends with it in a higher room."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from houvast.cases.models import PhasePeriod


def closed_since(moments: Mapping[UUID, datetime]) -> frozenset[UUID]:
    """Give the cases that were closed at or after a moment, by case, also when they are open again; in one query."""
    rows = PhasePeriod.objects.filter(case_id__in=moments, state=PhasePeriod.State.CLOSED)
    closed = rows.values_list("case_id", "since")
    return frozenset(case_id for case_id, since in closed if since >= moments[case_id])
