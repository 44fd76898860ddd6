"""Set a life area of a municipality: new, another name or place in the list, or no longer asked."""

from datetime import datetime
from uuid import UUID

from houvast.audit.services.act import act
from houvast.directory.selectors import viewer_of
from houvast.kernel.actor import Actor, ActorKind
from houvast.kernel.errors import Invalid, Refused
from houvast.plans import events, policy
from houvast.plans.models import LifeArea
from houvast.plans.rules.areas import AreaLine, area_problems


def set_life_area(*, actor: Actor, now: datetime, municipality_id: UUID, area: AreaLine) -> None:
    """Set one life area; its code stays for ever, because plans remember it. Raises `Refused`, or `Invalid`."""
    with act(events.LIFE_AREA_SET, actor=actor, now=now, municipality=municipality_id) as acting:
        manager = None if actor.kind is ActorKind.SYSTEM else viewer_of(actor, now=now)
        verdict = policy.may_set_areas(manager, municipality_id)
        if not verdict.allowed:
            raise Refused(verdict)
        problems = area_problems(area)
        if problems:
            raise Invalid(problems)
        row, _ = LifeArea.objects.update_or_create(
            municipality_id=municipality_id,
            code=area.code,
            defaults={"name": area.name.strip(), "position": area.position, "active": area.active},
        )
        acting.subject, acting.subject_id, acting.ground = "life_area", row.id, verdict.ground
        acting.details = {"code": area.code, "active": area.active}
