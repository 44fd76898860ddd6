"""Take a team of an organisation in."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from houvast.audit.services.act import act
from houvast.ave.vocabulary import Domain
from houvast.directory import policy
from houvast.directory.events import TEAM_REGISTERED
from houvast.directory.models import Organisation, Team
from houvast.directory.services.steps.managing import add_row, load_manager, permit
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Invalid


@dataclass(frozen=True, slots=True)
class NewTeam:
    """A team with the domain that is its ground."""

    organisation_id: UUID
    name: str
    domain: Domain
    phone: str = ""


def register_team(new: NewTeam, *, actor: Actor, now: datetime) -> UUID:
    """Take a team in; gives its id. Raises `Invalid` when the organisation has a team of that name."""
    with act(TEAM_REGISTERED, actor=actor, now=now) as acting:
        organisation = Organisation.objects.select_for_update().get(pk=new.organisation_id)
        acting.municipality = organisation.municipality_id
        permit(acting, policy.may_manage(load_manager(actor, now=now), organisation.id))
        if Team.objects.filter(organisation=organisation, name=new.name).exists():
            raise Invalid({"name": "Uw organisatie heeft al een team met deze naam."})
        row = Team(organisation=organisation, name=new.name, domain=new.domain, phone=new.phone)
        add_row(acting, "team", row)
        return row.id
