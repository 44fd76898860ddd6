"""Decide on a proposal: approve it, and the case moves; refuse it, and the proposal stays with its reason."""

from datetime import datetime
from uuid import UUID

from houvast.cases import events, policy, scopes
from houvast.cases.models import ScalingDecision
from houvast.cases.rules.scaling import Deciding
from houvast.cases.services.steps.deciding import boundary_of, move, write_decision
from houvast.cases.services.steps.give_access import withdraw_access
from houvast.cases.services.steps.load_case import acting_on_row
from houvast.cases.services.steps.proposing import undecided
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict, Invalid


def decide_scaling(*, actor: Actor, now: datetime, proposal_id: UUID, approve: bool, how: Deciding) -> None:
    """Decide on a waiting proposal.

    Raises `NotVisible`, `Refused` for anybody whom the model does not name, `Invalid`, or `Conflict` when it was
    decided or the phase has changed since.
    """
    with acting_on_row(events.SCALING_DECIDED, scopes.proposals, proposal_id, actor=actor, now=now) as found:
        loaded, proposal = found
        boundary = boundary_of(loaded, proposal)
        loaded.permit(policy.may_decide(loaded.viewer, loaded.facts, boundary, on_behalf_of=how.on_behalf_of))
        waiting = undecided(loaded.case.id)
        if waiting is None or waiting.id != proposal_id:
            raise Conflict("Over dit voorstel is al besloten, of het is ingetrokken.")
        if not approve and not how.reason.strip():
            raise Invalid({"reason": "Schrijf op waarom u niet akkoord gaat. De indiener leest dit."})
        outcome = ScalingDecision.Outcome.APPROVED if approve else ScalingDecision.Outcome.REFUSED
        decision = write_decision(loaded, boundary, proposal, outcome, how, now=now)
        withdraw_access([proposal.id], now=now)
        if approve:
            move(loaded, boundary, how.chosen, now=now)
        loaded.about("decision", decision.id, outcome=outcome.value, to_phase=proposal.to_phase)
