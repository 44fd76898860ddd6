"""Send a concern to the next step of triage: public order looked first, now OGGZ decides."""

from datetime import datetime
from uuid import UUID

from houvast.intake import events, policy
from houvast.intake.models import Concern
from houvast.intake.rules.triage import Move, next_step
from houvast.intake.services.steps.load_concern import acting_on_concern
from houvast.intake.services.steps.write_decision import WrittenDecision, move, write_decision
from houvast.kernel.actor import Actor


def send_to_next_step(*, actor: Actor, now: datetime, concern_id: UUID, version: int, text: str = "") -> UUID:
    """Send a concern on; gives the id of the decision. The clock goes on: two steps take no longer than one.

    Raises `NotVisible`, `Refused`, or `Conflict` when somebody was first.
    """
    with acting_on_concern(
        events.CONCERN_SENT_ON, actor=actor, now=now, concern_id=concern_id, version=version
    ) as loaded:
        loaded.permit_deciding()
        loaded.permit(policy.may_send_on(loaded.viewer, loaded.facts, loaded.duo_domains))
        decision_id = write_decision(loaded, WrittenDecision(outcome=Move.NEXT_STEP, text=text), now=now)
        following = next_step(loaded.facts.steps, loaded.facts.step)
        move(loaded.concern, state=Concern.State.WAITING, step=following)
        return decision_id
