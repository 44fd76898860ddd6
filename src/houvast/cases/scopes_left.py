"""Seeing that there is aftercare which nobody looks after: for who directs processes, and not what it says."""

from datetime import datetime

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from houvast.cases.models import Access, AftercarePlan, PulseCheck, Seat
from houvast.cases.rules.matrix import Relation
from houvast.cases.scopes import access
from houvast.directory.viewer import Viewer

_NOBODY_NEEDED = Seat.State.NOT_REQUIRED


def aftercare_left_behind(viewer: Viewer, *, now: datetime) -> QuerySet[AftercarePlan]:
    """Give the aftercare of cases that nobody leads, closed or not, when all who looked after them have left."""
    team = access(viewer, now=now).filter(relation=Relation.PROCESS_TEAM)
    working = Q(member__until_at__isnull=True) | Q(member__until_at__gt=now)
    holds = Q(until_at__isnull=True) | Q(until_at__gt=now)
    looks = Access.objects.filter(working, holds, case_id=OuterRef("case_id"), relation=Relation.AFTERCARE)
    looks = looks.filter(withdrawn_at__isnull=True, member__isnull=False)
    went_well = PulseCheck.objects.filter(aftercare_id=OuterRef("pk"), outcome=PulseCheck.Outcome.GOES_WELL)
    return AftercarePlan.objects.filter(
        ~Exists(looks),
        ~Exists(went_well),
        case_id__in=team.values("case_id"),
        period=F("case__phase_period"),
        case__case_direction__state=_NOBODY_NEEDED,
        case__process_direction__state=_NOBODY_NEEDED,
    )
