"""Seeing what residents say of what is held: for who sees what it is about."""

from datetime import datetime

from django.db.models import Q, QuerySet

from houvast.cases.models import Statement
from houvast.cases.rules.matrix import Part
from houvast.cases.scopes import cases_seen
from houvast.directory.viewer import Viewer

_BESIDE = {
    Statement.About.PEOPLE: Part.PEOPLE,
    Statement.About.PLAN: Part.PLAN,
    Statement.About.NOTES: Part.GENERAL_NOTES,
}


def statements(viewer: Viewer, *, now: datetime) -> QuerySet[Statement]:
    """Give what was not settled: own views, and what waits, each beside a part that the viewer sees."""
    visible = Q()
    for about, part in _BESIDE.items():
        visible |= Q(about=about, case_id__in=cases_seen(viewer, part, now=now))
    return Statement.objects.filter(visible, end=None)
