"""Register somebody who is not in the register yet, and add them to a case; both or neither."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from houvast.cases import events, policy
from houvast.cases.services.add_resident import NewCaseResident, put_in_case
from houvast.cases.services.steps.load_case import acting_on_case
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Invalid
from houvast.kernel.working_time import in_amsterdam
from houvast.residents.rules.personal_data import PersonalData, problems
from houvast.residents.services.register_resident import NewResident, register_resident


@dataclass(frozen=True, slots=True)
class NewPersonInCase:
    """Somebody to register and add. `id` is made before the act, so that pressing twice adds one person."""

    id: UUID
    data: PersonalData
    bsn: str = ""
    role: str = ""
    is_child: bool = False


def add_new_resident(*, actor: Actor, now: datetime, case_id: UUID, new: NewPersonInCase) -> UUID:
    """Register and add; gives the id of the resident. Raises `NotVisible`, `Refused`, `Invalid` or `Conflict`."""
    with acting_on_case(events.RESIDENT_ADDED, actor=actor, now=now, case_id=case_id) as loaded:
        loaded.permit(policy.may_work_in(loaded.viewer, loaded.facts))
        found = problems(new.data, in_amsterdam(now).date())
        if found:
            raise Invalid(found)
        data, born = new.data, new.data.born
        registered = NewResident(
            id=new.id,
            municipality_id=loaded.case.municipality_id,
            organisation_id=loaded.viewer.organisation_id,
            ground=loaded.case.domain,
            surname=data.surname,
            surname_prefix=data.surname_prefix,
            first_names=data.first_names,
            birth_year=born.year if born else 0,
            birth_month=(born.month or 0) if born else 0,
            birth_day=(born.day or 0) if born else 0,
            street=data.street,
            house_number=data.house_number,
            postcode=data.postcode,
            town=data.town,
            phone=data.phone,
            contact_wish=data.contact_wish,
            reach=data.reach,
            mail_to=data.mail_to,
            language=data.language,
            interpreter=data.interpreter,
            bsn=new.bsn,
        )
        resident_id = register_resident(actor=actor, now=now, new=registered)
        put_in_case(loaded.case, NewCaseResident(resident_id, new.is_child, new.role), now=now)
        loaded.about("resident", resident_id, registered=True)
        return resident_id
