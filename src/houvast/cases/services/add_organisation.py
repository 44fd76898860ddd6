"""Add an organisation around the people of a case, with whom to call."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from houvast.cases import events, policy
from houvast.cases.models import CaseOrganisation
from houvast.cases.services.steps.load_case import acting_on_case
from houvast.directory.selectors import organisation_exists
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Invalid
from houvast.kernel.ids import new_id


@dataclass(frozen=True, slots=True)
class NewCaseOrganisation:
    """An organisation with its contact. `directs_treatment` marks a treatment director: a contact, never a seat."""

    organisation_id: UUID
    contact_name: str = ""
    contact_role: str = ""
    phone: str = ""
    directs_treatment: bool = False
    people: int = 1


def add_organisation(*, actor: Actor, now: datetime, case_id: UUID, new: NewCaseOrganisation) -> UUID:
    """Add an organisation; gives the id of its row. Raises `NotVisible`, `Refused` or `Invalid`."""
    with acting_on_case(events.ORGANISATION_ADDED, actor=actor, now=now, case_id=case_id) as loaded:
        loaded.permit(policy.may_work_in(loaded.viewer, loaded.facts))
        if new.people < 1:
            raise Invalid({"people": "Vul in hoeveel mensen van deze organisatie meedoen: minstens één."})
        if not organisation_exists(new.organisation_id):
            raise Invalid({"organisation": "Kies een organisatie uit de lijst."})
        around = CaseOrganisation.objects.filter(case_id=case_id, until__isnull=True)
        if around.filter(organisation_id=new.organisation_id, contact_name=new.contact_name.strip()).exists():
            raise Invalid({"organisation": "Deze organisatie staat er al, met dezelfde contactpersoon."})
        row = CaseOrganisation(
            id=new_id(),
            case=loaded.case,
            municipality_id=loaded.case.municipality_id,
            organisation_id=new.organisation_id,
            contact_name=new.contact_name.strip(),
            contact_role=new.contact_role.strip(),
            phone=new.phone.strip(),
            directs_treatment=new.directs_treatment,
            people=new.people,
            since=now,
        )
        row.save(force_insert=True)
        loaded.about("case_organisation", row.id, organisation=str(new.organisation_id))
        return row.id
