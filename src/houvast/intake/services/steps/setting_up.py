"""Who may set intake up in a municipality: its administrator, or a command of its technicians."""

from datetime import datetime
from uuid import UUID

from houvast.audit.services.act import Act
from houvast.directory.selectors import viewer
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Refused
from houvast.kernel.verdict import Verdict, allow, refuse


def permit_setting_up(acting: Act, municipality_id: UUID, *, actor: Actor, now: datetime) -> None:
    """Go on when the actor may set intake up there, and put the ground on record; else raise `Refused`."""
    verdict = _verdict(municipality_id, actor, now)
    if not verdict.allowed:
        raise Refused(verdict)
    acting.ground = verdict.ground


def _verdict(municipality_id: UUID, actor: Actor, now: datetime) -> Verdict:
    if actor.member_id is None:
        return allow("system")
    found = viewer(actor.member_id, now=now)
    if found is not None and found.is_administrator and found.municipality_id == municipality_id:
        return allow("administrator")
    return refuse("not_administrator", "Alleen een functioneel beheerder van deze gemeente mag dit.")
