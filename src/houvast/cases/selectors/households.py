"""Who lives or lived in the household of a case."""

from datetime import datetime
from uuid import UUID

from houvast.cases import scopes
from houvast.cases.models import CaseResident
from houvast.cases.rules.matrix import Part
from houvast.directory.viewer import Viewer
from houvast.residents.selectors import CorrectableData, StayLine, correctable, stays


def household_of_case(viewer: Viewer, case_id: UUID, *, now: datetime) -> tuple[StayLine, ...]:
    """Give who lives or lived together in the household of a case, for who sees its people."""
    cases = scopes.cases(viewer, part=Part.PEOPLE, now=now).filter(pk=case_id, household__isnull=False)
    return stays(list(cases.values_list("household_id", flat=True)))


def correctable_of_case(viewer: Viewer, case_id: UUID, resident_id: UUID, *, now: datetime) -> CorrectableData | None:
    """Give what may be corrected of somebody whom a case is about now; None when the viewer sees nobody there."""
    people = scopes.residents(viewer, now=now).filter(case_id=case_id, until__isnull=True, resident_id=resident_id)
    return correctable(resident_id) if people.exists() else None


def everybody_of_case(case_id: UUID) -> tuple[UUID, ...]:
    """Give the ids of whom a case is or was about, for asking what is hidden of them; no page shows these."""
    rows = CaseResident.objects.filter(case_id=case_id).order_by("resident_id")
    return tuple(rows.values_list("resident_id", flat=True).distinct())
