"""Record what a house outside Houvast answered: on which day, by whom and how it was said."""

from datetime import datetime
from uuid import UUID

from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict, Invalid
from houvast.kernel.working_time import in_amsterdam
from houvast.safety_house import events, policy
from houvast.safety_house.rules.content import AnswerContent, ByHand, ReferralOutcome, answer_problems, by_hand_problems
from houvast.safety_house.services.steps.crossing import Said, account_for_answer, acting_on_referral, write_answer


def record_outside_answer(
    *, actor: Actor, now: datetime, referral_id: UUID, outcome: ReferralOutcome, content: AnswerContent, by_hand: ByHand
) -> UUID:
    """Record an answer; gives the id. Raises `NotVisible`, `Refused`, `Invalid`, or `Conflict` when none is awaited."""
    with acting_on_referral(events.ANSWERED, referral_id, actor=actor, now=now) as (loaded, referral):
        loaded.permit(policy.may_look_back(loaded.viewer, loaded.facts))
        if referral.inside or hasattr(referral, "answer"):
            raise Conflict("Hier wacht geen antwoord dat u zelf vastlegt.")
        asked_on, today = in_amsterdam(referral.at).date(), in_amsterdam(now).date()
        problems = answer_problems(outcome, content)
        problems |= by_hand_problems(by_hand, content.spoken_with, asked_on=asked_on, today=today)
        if problems or by_hand.given_on is None:
            raise Invalid(problems)
        said = Said(loaded.viewer.member_id, now, by_hand.given_on, by_hand.channel)
        answer_id = write_answer(referral, outcome, content, said)
        account_for_answer(referral, said, actor)
        loaded.about("referral", referral.id, outcome=outcome.value)
        return answer_id
