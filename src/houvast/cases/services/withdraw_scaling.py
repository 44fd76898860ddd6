"""Take a waiting proposal back; it stays on record."""

from datetime import datetime
from uuid import UUID

from houvast.cases import events, policy, scopes
from houvast.cases.models import ScalingDecision
from houvast.cases.rules.scaling import Deciding
from houvast.cases.services.steps.deciding import boundary_of, write_decision
from houvast.cases.services.steps.give_access import withdraw_access
from houvast.cases.services.steps.judging import end_asking
from houvast.cases.services.steps.load_case import acting_on_row
from houvast.cases.services.steps.proposing import undecided
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict, Invalid


def withdraw_scaling(*, actor: Actor, now: datetime, proposal_id: UUID, reason: str) -> None:
    """Take a waiting proposal back; it stays on record. Raises `NotVisible`, `Refused`, `Invalid` or `Conflict`."""
    with acting_on_row(events.SCALING_WITHDRAWN, scopes.proposals, proposal_id, actor=actor, now=now) as found:
        loaded, proposal = found
        loaded.permit(policy.may_withdraw(loaded.viewer, loaded.facts, proposed_by=proposal.proposed_by_id))
        waiting = undecided(loaded.case.id)
        if waiting is None or waiting.id != proposal_id:
            raise Conflict("Over dit voorstel is al besloten, of het is ingetrokken.")
        if not reason.strip():
            raise Invalid({"reason": "Schrijf op waarom u het voorstel intrekt."})
        outcome, boundary = ScalingDecision.Outcome.WITHDRAWN, boundary_of(loaded, proposal)
        decision = write_decision(loaded, boundary, proposal, outcome, Deciding(reason=reason), now=now)
        withdraw_access([proposal.id], now=now)
        end_asking(proposal.case_id, now=now)
        loaded.about("decision", decision.id, outcome=outcome.value)
