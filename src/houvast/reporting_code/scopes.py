"""Seeing reporting codes: who reads care notes of the case, and who began one (ADR 0038)."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from houvast.cases.rules.matrix import Part
from houvast.cases.scopes import cases_seen
from houvast.directory.viewer import Viewer
from houvast.reporting_code.models import ReportingCode, ReportingCodeStep


def codes(viewer: Viewer, *, now: datetime) -> QuerySet[ReportingCode]:
    """Give those of cases of which the viewer reads care notes, and those that they began in a visible case."""
    care = Q(case_id__in=cases_seen(viewer, Part.CARE_NOTES, now=now))
    own = Q(begun_by_id=viewer.member_id, case_id__in=cases_seen(viewer, Part.BAND, now=now))
    return ReportingCode.objects.filter(care | own)


def steps(viewer: Viewer, *, now: datetime) -> QuerySet[ReportingCodeStep]:
    """Give the steps of visible ones."""
    return ReportingCodeStep.objects.filter(reporting_code_id__in=codes(viewer, now=now).values("pk"))


def steps_among(code_ids: Collection[UUID]) -> QuerySet[ReportingCodeStep]:
    """Give the steps of those that another scope has found."""
    return ReportingCodeStep.objects.filter(reporting_code_id__in=code_ids)
