"""Take an organisation in: that of a municipality, or a partner."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from houvast.audit.services.act import act
from houvast.directory import policy
from houvast.directory.events import ORGANISATION_REGISTERED
from houvast.directory.models import Organisation
from houvast.directory.services.steps.managing import add_row, load_manager, permit
from houvast.kernel.actor import Actor


@dataclass(frozen=True, slots=True)
class NewOrganisation:
    """An organisation. A municipal one names its municipality; a partner its region, or none to work everywhere."""

    kind: Organisation.Kind
    name: str
    municipality_id: UUID | None = None
    phone: str = ""
    region: str = ""


def register_organisation(new: NewOrganisation, *, actor: Actor, now: datetime) -> UUID:
    """Take an organisation in; only a command does this. Gives its id."""
    with act(ORGANISATION_REGISTERED, actor=actor, now=now, municipality=new.municipality_id) as acting:
        permit(acting, policy.may_manage(load_manager(actor, now=now), None))
        row = Organisation(
            kind=new.kind, name=new.name, municipality_id=new.municipality_id, phone=new.phone, region=new.region
        )
        add_row(acting, "organisation", row)
        return row.id
