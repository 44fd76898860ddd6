"""Find somebody whom a case is about now, for a verb that changes something around them."""

from datetime import datetime
from uuid import UUID

from houvast.cases import policy, scopes
from houvast.cases.models import CaseResident
from houvast.cases.services.steps.load_case import LoadedCase
from houvast.kernel.errors import NotVisible


def person_to_work_on(loaded: LoadedCase, resident_id: UUID, *, now: datetime) -> CaseResident:
    """Give their row when the viewer sees the people and leads the case. Raises `NotVisible` or `Refused`."""
    people = scopes.residents(loaded.viewer, now=now).filter(case_id=loaded.case.id, until__isnull=True)
    row = people.filter(resident_id=resident_id).first()
    if row is None:
        raise NotVisible
    loaded.permit(policy.may_work_in(loaded.viewer, loaded.facts))
    return row
