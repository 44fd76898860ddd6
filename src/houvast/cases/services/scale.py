"""Propose and decide at once, by somebody who may do both."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from houvast.audit.services.act import together
from houvast.cases import events, policy
from houvast.cases.models import ScalingDecision
from houvast.cases.rules.following_up import NewFollowUp
from houvast.cases.rules.scaling import Deciding, NewProposal
from houvast.cases.services.steps.deciding import move, on_whose_behalf, write_decision
from houvast.cases.services.steps.following import permit_follow_ups, record_follow_ups
from houvast.cases.services.steps.load_case import LoadedCase, acting_on_case
from houvast.cases.services.steps.proposing import boundary_to, write_proposal
from houvast.cases.services.steps.receiving import hand_on
from houvast.cases.services.steps.requiring import ready_to_approve
from houvast.kernel.actor import Actor


def scale(
    *,
    actor: Actor,
    now: datetime,
    case_id: UUID,
    new: NewProposal,
    how: Deciding,
    seen_period: UUID | None = None,
    follow_ups: Sequence[NewFollowUp] = (),
    seen_words: int = 0,
) -> UUID:
    """Propose and decide at once, by somebody who may do both; gives the id of the decision.

    `follow_ups` is what is already done of what may also follow later: recorded with the decision, or neither is done.
    `seen_words` is the number of the last own words that the actor saw: nothing is done past newer ones.
    Raises `NotVisible`, `Refused` (also for follow-ups of who has no part in the case afterwards), `Invalid` or
    `Conflict`.
    """
    with together():
        with acting_on_case(
            events.SCALING_DECIDED, actor=actor, now=now, case_id=case_id, seen_period=seen_period
        ) as loaded:
            boundary = boundary_to(loaded, new.to_phase)
            loaded.permit(policy.may_decide(loaded.viewer, loaded.facts, boundary, on_behalf_of=how.on_behalf_of))
            loaded.require_heard(seen_words, now=now)
            how = ready_to_approve(loaded, boundary, how, follow_ups, now=now, new=new)
            decision_id = _decide(loaded, new, how, now)
            permit_follow_ups(loaded, follow_ups)
        record_follow_ups(decision_id, follow_ups, actor=actor, now=now)
    return decision_id


def _decide(loaded: LoadedCase, new: NewProposal, how: Deciding, now: datetime) -> UUID:
    boundary = boundary_to(loaded, new.to_phase)
    proposal = write_proposal(loaded, boundary, new, now=now)
    outcome = ScalingDecision.Outcome.APPROVED
    decision = write_decision(loaded, boundary, proposal, outcome, how, now=now)
    move(loaded, boundary, how.chosen, now=now)
    hand_on(loaded, boundary, how.handing_on, now=now)
    said = {**on_whose_behalf(how), **loaded.seats_changed()}
    loaded.about("decision", decision.id, outcome=outcome.value, to_phase=new.to_phase, **said)
    return decision.id
