"""Record that a house outside Houvast sent a case back: on which day, by whom and how it was said."""

from datetime import datetime
from uuid import UUID

from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict, Invalid
from houvast.kernel.working_time import in_amsterdam
from houvast.safety_house import events, policy
from houvast.safety_house.models import ReferralAnswer
from houvast.safety_house.rules.content import ByHand, ReferralOutcome, ReturnContent, by_hand_problems, return_problems
from houvast.safety_house.services.steps.crossing import Said, account_for_return, acting_on_referral, write_return


def record_outside_return(
    *, actor: Actor, now: datetime, referral_id: UUID, content: ReturnContent, by_hand: ByHand
) -> UUID:
    """Record a return; gives the id. Raises `NotVisible`, `Refused`, `Invalid`, or `Conflict` when it is not there."""
    with acting_on_referral(events.RETURNED, referral_id, actor=actor, now=now) as (loaded, referral):
        loaded.permit(policy.may_look_back(loaded.viewer, loaded.facts))
        answer: ReferralAnswer | None = getattr(referral, "answer", None)
        accepted = answer is not None and answer.outcome == ReferralOutcome.ACCEPTED
        if answer is None or referral.inside or not accepted or hasattr(referral, "returned"):
            raise Conflict("Deze casus is daar niet (meer).")
        problems = return_problems(content)
        today = in_amsterdam(now).date()
        problems |= by_hand_problems(by_hand, content.spoken_with, asked_on=answer.given_on, today=today)
        if problems or by_hand.given_on is None:
            raise Invalid(problems)
        said = Said(loaded.viewer.member_id, now, by_hand.given_on, by_hand.channel)
        return_id = write_return(referral, content, said)
        account_for_return(referral, content, said, actor)
        loaded.about("referral", referral.id)
        return return_id
