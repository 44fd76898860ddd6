"""Decide on a proposal: approve it, and the case moves; refuse it, and the proposal stays with its reason."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from houvast.audit.services.act import together
from houvast.cases import events, policy, scopes
from houvast.cases.models import ScalingDecision, ScalingProposal
from houvast.cases.rules.following_up import NewFollowUp
from houvast.cases.rules.scaling import Deciding
from houvast.cases.services.steps.deciding import (
    boundary_of,
    move,
    on_whose_behalf,
    require_process_director,
    write_decision,
)
from houvast.cases.services.steps.following import check_follow_ups, permit_follow_ups, record_follow_ups
from houvast.cases.services.steps.give_access import withdraw_access
from houvast.cases.services.steps.judging import end_asking, require_judged
from houvast.cases.services.steps.load_case import LoadedCase, acting_on_row
from houvast.cases.services.steps.proposing import undecided
from houvast.cases.services.steps.receiving import hand_on, require_handed_on
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict, Invalid


def decide_scaling(
    *,
    actor: Actor,
    now: datetime,
    proposal_id: UUID,
    approve: bool,
    how: Deciding,
    follow_ups: Sequence[NewFollowUp] = (),
) -> None:
    """Decide on a waiting proposal.

    `follow_ups` is what is already done of what may also follow later: recorded with the decision, or neither is done.
    Raises `NotVisible`, `Refused` for anybody whom the model does not name (also for follow-ups of who has no part in
    the case afterwards), `Invalid`, or `Conflict` when it was decided or the phase has changed since.
    """
    with together():
        with acting_on_row(events.SCALING_DECIDED, scopes.proposals, proposal_id, actor=actor, now=now) as found:
            loaded, proposal = found
            boundary = boundary_of(loaded, proposal)
            loaded.permit(policy.may_decide(loaded.viewer, loaded.facts, boundary, on_behalf_of=how.on_behalf_of))
            waiting = undecided(loaded.case.id)
            if waiting is None or waiting.id != proposal_id:
                raise Conflict("Over dit voorstel is al besloten, of het is ingetrokken.")
            if not approve and not how.reason.strip():
                raise Invalid({"reason": "Schrijf op waarom u niet akkoord gaat. De indiener leest dit."})
            check_follow_ups(follow_ups, now=now)
            if approve:
                require_process_director(loaded, boundary, how.chosen, now=now)
                how = require_judged(loaded, boundary, proposal, how, now=now)
                require_handed_on(loaded, boundary, how.handing_on, now=now)
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
