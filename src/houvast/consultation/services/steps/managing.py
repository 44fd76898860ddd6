"""Who manages tables, and what they may choose."""

from datetime import datetime
from uuid import UUID

from houvast.audit.services.act import Act
from houvast.consultation import policy
from houvast.directory.selectors import viewer_of
from houvast.kernel.actor import Actor, ActorKind
from houvast.kernel.errors import Refused


def permit_manager(acting: Act, municipality_id: UUID, *, actor: Actor, now: datetime) -> None:
    """Go on for the administrator of the municipality, and for the system; else raise `Refused`."""
    acting.municipality = municipality_id
    manager = None if actor.kind is ActorKind.SYSTEM else viewer_of(actor, now=now)
    verdict = policy.may_manage_tables(manager, municipality_id)
    if not verdict.allowed:
        raise Refused(verdict)
    acting.ground = verdict.ground
