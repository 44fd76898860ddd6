"""Propose to move a case one phase up or down."""

from datetime import datetime
from uuid import UUID

from houvast.cases import events, policy
from houvast.cases.rules.scaling import NewProposal
from houvast.cases.services.steps.judging import ask_named
from houvast.cases.services.steps.load_case import acting_on_case
from houvast.cases.services.steps.proposing import boundary_to, check_proposal, let_decide, write_proposal
from houvast.kernel.actor import Actor


def propose_scaling(
    *,
    actor: Actor,
    now: datetime,
    case_id: UUID,
    new: NewProposal,
    seen_period: UUID | None = None,
    seen_words: int = 0,
) -> UUID:
    """Propose to scale; gives the id of the proposal. The term and the deciders come from the model.

    `seen_words` is the number of the last own words that the actor saw: nothing is done past newer ones.

    Raises `NotVisible`, `Refused`, `Invalid`, or `Conflict` when the phase changed or another proposal waits.
    """
    with acting_on_case(
        events.SCALING_PROPOSED, actor=actor, now=now, case_id=case_id, seen_period=seen_period
    ) as loaded:
        boundary = boundary_to(loaded, new.to_phase)
        loaded.permit(policy.may_propose(loaded.viewer, loaded.facts, boundary))
        loaded.require_heard(seen_words, now=now)
        check_proposal(loaded, boundary, new)
        proposal = write_proposal(loaded, boundary, new, now=now)
        let_decide(loaded, boundary.decides, "proposal", proposal.id, now=now)
        ask_named(loaded, boundary, proposal, now=now)
        loaded.about("proposal", proposal.id, from_phase=loaded.phase, to_phase=new.to_phase)
        return proposal.id
