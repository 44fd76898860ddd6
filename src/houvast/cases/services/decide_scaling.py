"""Decide on a proposal: approve it, and the case moves; refuse it, and the proposal stays with its reason."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from houvast.audit.services.act import together
from houvast.cases import events, policy, scopes
from houvast.cases.models import ScalingDecision, ScalingProposal
from houvast.cases.rules.following_up import NewFollowUp
from houvast.cases.rules.scaling import Deciding
from houvast.cases.services.steps.deciding import boundary_of, move, on_whose_behalf, write_decision
from houvast.cases.services.steps.following import permit_follow_ups, record_follow_ups
from houvast.cases.services.steps.give_access import withdraw_access
from houvast.cases.services.steps.judging import end_asking
from houvast.cases.services.steps.load_case import LoadedCase, acting_on_row
from houvast.cases.services.steps.proposing import undecided
from houvast.cases.services.steps.receiving import hand_on
from houvast.cases.services.steps.requiring import ready_to_approve, ready_to_refuse
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict


def decide_scaling(
    *,
    actor: Actor,
    now: datetime,
    proposal_id: UUID,
    approve: bool,
    how: Deciding,
    follow_ups: Sequence[NewFollowUp] = (),
    seen_words: int = 0,
) -> None:
    """Decide on a waiting proposal.

    `follow_ups` is what is already done of what may also follow later: recorded with the decision, or neither is done.
    `seen_words` is the number of the last own words that the actor saw: nothing is done past newer ones.
    Raises `NotVisible`, `Refused` for anybody whom the model does not name (also for follow-ups of who has no part in
    the case afterwards), `Invalid`, or `Conflict` when it was decided or the phase has changed since.
    """
    with together():
        with acting_on_row(events.SCALING_DECIDED, scopes.proposals, proposal_id, actor=actor, now=now) as found:
            loaded, proposal = found
            boundary = boundary_of(loaded, proposal)
            loaded.permit(policy.may_decide(loaded.viewer, loaded.facts, boundary, on_behalf_of=how.on_behalf_of))
            loaded.require_heard(seen_words, now=now)
            waiting = undecided(loaded.case.id)
            if waiting is None or waiting.id != proposal_id:
                raise Conflict("Over dit voorstel is al besloten, of het is ingetrokken.")
            if approve:
                how = ready_to_approve(loaded, boundary, how, follow_ups, now=now, proposal=proposal)
            else:
                ready_to_refuse(how, follow_ups, now=now, proposal=proposal)
            decision_id = _decide(loaded, proposal, how, approve, now)
            permit_follow_ups(loaded, follow_ups)
        record_follow_ups(decision_id, follow_ups, actor=actor, now=now)


def _decide(loaded: LoadedCase, proposal: ScalingProposal, how: Deciding, approve: bool, now: datetime) -> UUID:
    boundary = boundary_of(loaded, proposal)
    outcome = ScalingDecision.Outcome.APPROVED if approve else ScalingDecision.Outcome.REFUSED
    decision = write_decision(loaded, boundary, proposal, outcome, how, now=now)
    withdraw_access([proposal.id], now=now)
    end_asking(proposal.case_id, now=now)
    if approve:
        move(loaded, boundary, how.chosen, now=now)
        hand_on(loaded, boundary, how.handing_on, now=now)
    said = {**on_whose_behalf(how), **loaded.seats_changed()}
    loaded.about("decision", decision.id, outcome=outcome.value, to_phase=proposal.to_phase, **said)
    return decision.id
