"""Look back on a referral that came back: what came of both expectations, and what goes differently next time."""

from datetime import datetime
from uuid import UUID

from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict, Invalid
from houvast.kernel.ids import new_id
from houvast.safety_house import events, policy
from houvast.safety_house.models import LookBack
from houvast.safety_house.rules import places
from houvast.safety_house.rules.content import LookBackContent, look_back_problems, written
from houvast.safety_house.services.steps.crossing import acting_on_referral
from houvast.vault.sealing import seal


def look_back(*, actor: Actor, now: datetime, referral_id: UUID, content: LookBackContent) -> UUID:
    """Record it; gives the id. Raises `NotVisible`, `Refused`, `Invalid`, or `Conflict` when done or too early."""
    with acting_on_referral(events.LOOKED_BACK, referral_id, actor=actor, now=now) as (loaded, referral):
        loaded.permit(policy.may_look_back(loaded.viewer, loaded.facts))
        if not hasattr(referral, "returned") or hasattr(referral, "look_back"):
            raise Conflict("Terugkijken kan één keer, als de casus terug is.")
        problems = look_back_problems(content)
        if problems:
            raise Invalid(problems)
        row_id = new_id()
        LookBack(
            id=row_id,
            referral=referral,
            case=loaded.case,
            municipality_id=loaded.case.municipality_id,
            content_sealed=seal(loaded.case.key, written(content), place=f"{places.LOOK_BACK}:{row_id}"),
            at=now,
            by_id=loaded.viewer.member_id,
        ).save(force_insert=True)
        loaded.about("referral", referral.id)
        return row_id
