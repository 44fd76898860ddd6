"""Seeing neighbours and notifiers: who leads the case, and nobody else."""

from datetime import datetime

from django.db.models import Q, QuerySet

from houvast.cases.models import Bystander
from houvast.cases.rules.matrix import LEADING, Part
from houvast.cases.scopes import seen
from houvast.directory.viewer import Viewer


def bystanders(viewer: Viewer, *, now: datetime) -> QuerySet[Bystander]:
    """Give those of the cases that the viewer leads."""
    return Bystander.objects.filter(case_id__in=seen(viewer, Q(part=Part.PEOPLE, relation__in=LEADING), now=now))
