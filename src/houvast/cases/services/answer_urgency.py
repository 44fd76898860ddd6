"""Confirm or reverse an urgent scaling, by somebody else than who scaled."""

from datetime import datetime
from uuid import UUID

from houvast.cases import events, policy, scopes
from houvast.cases.models import ScalingDecision
from houvast.cases.rules.scaling import Deciding
from houvast.cases.services.steps.deciding import move_back, on_whose_behalf, require_child_interest, write_decision
from houvast.cases.services.steps.give_access import withdraw_access
from houvast.cases.services.steps.load_case import LoadedCase, acting_on_row
from houvast.cases.services.steps.proposing import undecided
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict, Invalid


def answer_urgency(
    *, actor: Actor, now: datetime, decision_id: UUID, confirm: bool, how: Deciding, seen_words: int = 0
) -> None:
    """Confirm an urgent scaling, or reverse it; `how` holds the reason, and on whose behalf a mandated officer writes.

    Then the case goes back one phase, who lost a seat by it holds it again, and a proposal that waited lapses.
    `seen_words` is the number of the last own words that the actor saw: nothing is done past newer ones.
    Raises `NotVisible`, `Refused` (also for who scaled), `Invalid`, or `Conflict` when it was answered or has moved on.
    """
    with acting_on_row(events.URGENCY_ANSWERED, scopes.decisions, decision_id, actor=actor, now=now) as found:
        loaded, decision = found
        proposal = decision.proposal
        boundary = loaded.model.boundary(proposal.from_phase, proposal.to_phase)
        if boundary is None or not _waits(decision, loaded):
            raise Conflict("Over deze spoedopschaling is al besloten, of de casus is al verder.")
        scaled_by, behalf = decision.decided_by_id, how.on_behalf_of
        loaded.permit(
            policy.may_confirm_urgency(loaded.viewer, loaded.facts, boundary, scaled_by=scaled_by, on_behalf_of=behalf)
        )
        loaded.require_heard(seen_words, now=now)
        if not confirm and not how.reason.strip():
            raise Invalid({"reason": "Schrijf op waarom u terugdraait."})
        require_child_interest(proposal, how)
        outcome = ScalingDecision.Outcome.CONFIRMED if confirm else ScalingDecision.Outcome.REVERSED
        answer = write_decision(loaded, boundary, proposal, outcome, how, now=now)
        withdraw_access([decision.id], now=now)
        waiting = None if confirm else undecided(loaded.case.id)
        if waiting is not None:
            withdraw_access([waiting.id], now=now)
        if not confirm:
            move_back(loaded, proposal.from_phase, now=now)
        said = {**on_whose_behalf(how), **loaded.seats_changed()}
        loaded.about("decision", answer.id, outcome=outcome.value, phase=loaded.case.phase_period.phase, **said)


def _waits(decision: ScalingDecision, loaded: LoadedCase) -> bool:
    """Say whether this is an urgent scaling without an answer, whose period is still the case's newest."""
    urgent = decision.outcome == ScalingDecision.Outcome.URGENT
    moved_on = loaded.case.phase_period.number != decision.proposal.from_period.number + 1
    answered = ScalingDecision.objects.filter(proposal_id=decision.proposal_id, number=2).exists()
    return urgent and not moved_on and not answered
