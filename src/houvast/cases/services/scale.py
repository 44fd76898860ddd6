"""Propose and decide at once, by somebody who may do both."""

from datetime import datetime
from uuid import UUID

from houvast.cases import events, policy
from houvast.cases.models import ScalingDecision
from houvast.cases.rules.scaling import Deciding, NewProposal
from houvast.cases.services.steps.deciding import move, write_decision
from houvast.cases.services.steps.load_case import acting_on_case
from houvast.cases.services.steps.proposing import boundary_to, check_proposal, write_proposal
from houvast.kernel.actor import Actor


def scale(
    *, actor: Actor, now: datetime, case_id: UUID, new: NewProposal, how: Deciding, seen_period: UUID | None = None
) -> UUID:
    """Propose and decide at once, by somebody who may do both; gives the id of the decision.

    Raises `NotVisible`, `Refused`, `Invalid` or `Conflict`.
    """
    with acting_on_case(
        events.SCALING_DECIDED, actor=actor, now=now, case_id=case_id, seen_period=seen_period
    ) as loaded:
        boundary = boundary_to(loaded, new.to_phase)
        loaded.permit(policy.may_decide(loaded.viewer, loaded.facts, boundary, on_behalf_of=how.on_behalf_of))
        check_proposal(loaded, boundary, new)
        proposal = write_proposal(loaded, boundary, new, now=now)
        outcome = ScalingDecision.Outcome.APPROVED
        decision = write_decision(loaded, boundary, proposal, outcome, how, now=now)
        move(loaded, boundary, how.chosen, now=now)
        loaded.about("decision", decision.id, outcome=outcome.value, to_phase=new.to_phase)
        return decision.id
