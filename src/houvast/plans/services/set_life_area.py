"""Set a life area of a municipality: new, another name or place in the list, or no longer asked."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from houvast.audit.services.act import act
from houvast.directory.selectors import viewer_of
from houvast.kernel.actor import Actor, ActorKind
from houvast.kernel.errors import Invalid, Refused
from houvast.plans import events, policy
from houvast.plans.models import LifeArea


@dataclass(frozen=True, slots=True)
class LifeAreaSetting:
    """A life area as the municipality wants it. The code stays for ever: plans remember it."""

    code: str
    name: str
    position: int
    active: bool = True


def set_life_area(*, actor: Actor, now: datetime, municipality_id: UUID, area: LifeAreaSetting) -> None:
    """Set one life area. Raises `Refused`, or `Invalid` without a name."""
    with act(events.LIFE_AREA_SET, actor=actor, now=now, municipality=municipality_id) as acting:
        manager = None if actor.kind is ActorKind.SYSTEM else viewer_of(actor, now=now)
        verdict = policy.may_set_areas(manager, municipality_id)
        if not verdict.allowed:
            raise Refused(verdict)
        if not area.name.strip():
            raise Invalid({"name": "Geef het leefgebied een naam."})
        row, _ = LifeArea.objects.update_or_create(
            municipality_id=municipality_id,
            code=area.code,
            defaults={"name": area.name.strip(), "position": area.position, "active": area.active},
        )
        acting.subject, acting.subject_id, acting.ground = "life_area", row.id, verdict.ground
        acting.details = {"code": area.code, "active": area.active}
