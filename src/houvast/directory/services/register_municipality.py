"""Take a municipality in."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from houvast.audit.services.act import act
from houvast.directory import policy
from houvast.directory.events import MUNICIPALITY_REGISTERED
from houvast.directory.models import Municipality
from houvast.directory.services.steps.managing import add_row, load_manager, permit
from houvast.kernel.actor import Actor

MANY_ORGANISATIONS = 8
"""From how many organisations around a case the question is asked who can leave. *Verzonnen*; each may choose."""


@dataclass(frozen=True, slots=True)
class NewMunicipality:
    """A municipality; `spellings` are the other ways in which lists write its name."""

    code: str
    name: str
    region: str
    spellings: Collection[str] = ()
    many_organisations: int = MANY_ORGANISATIONS
    evening_phone: str = ""
    evening_phone_name: str = ""


def register_municipality(new: NewMunicipality, *, actor: Actor, now: datetime) -> UUID:
    """Take a municipality in; only a command does this. Gives its id; raises `Invalid` for a name or code in use."""
    with act(MUNICIPALITY_REGISTERED, actor=actor, now=now) as acting:
        permit(acting, policy.may_manage(load_manager(actor, now=now), None))
        row = Municipality(
            code=new.code,
            name=new.name,
            region=new.region,
            spellings=sorted(new.spellings),
            many_organisations=new.many_organisations,
            evening_phone=new.evening_phone,
            evening_phone_name=new.evening_phone_name,
        )
        add_row(acting, "municipality", row)
        acting.municipality = row.id
        return row.id
