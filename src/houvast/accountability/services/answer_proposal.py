"""Answer a proposal to destroy: a second person approves or refuses it, or who proposed it takes it back."""

from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction

from houvast.accountability import events, policy
from houvast.accountability.models import DestructionAnswer, DestructionProposal
from houvast.accountability.rules.retention import UnitKind
from houvast.accountability.services.steps.loading import facts_of, load_proposal, load_unit, load_viewer, permit
from houvast.audit.services.act import Act, act
from houvast.directory.viewer import Viewer
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict, Invalid

Outcome, Reason = DestructionAnswer.Outcome, DestructionAnswer.Reason
_ANSWERED = "Dit voorstel heeft al een antwoord."
_NO_REASON = "Kies waarom niet."


def answer_proposal(*, actor: Actor, now: datetime, proposal_id: UUID, outcome: str, reason: str = "") -> None:
    """Answer it. What was approved is carried out by `houvast destroy`, and looked at again then.

    Raises `NotVisible`, `Refused`, `Invalid` without a reason, or `Conflict` when it was answered already.
    """
    with act(events.DESTRUCTION_ANSWERED, actor=actor, now=now) as acting:
        viewer, municipality_id = load_viewer(acting, actor, now)
        permit(acting, policy.may_see_retention(viewer))
        proposal = load_proposal(acting, municipality_id, proposal_id)
        _permit(acting, viewer, proposal, outcome, now)
        if outcome != Outcome.APPROVED and reason not in Reason.values:
            raise Invalid({"reason": _NO_REASON})
        answer = DestructionAnswer(
            proposal=proposal,
            outcome=outcome,
            reason="" if outcome == Outcome.APPROVED else reason,
            answered_by_id=viewer.member_id,
            answered_at=now,
        )
        try:
            with transaction.atomic():
                answer.save(force_insert=True)
        except IntegrityError as there:
            raise Conflict(_ANSWERED) from there
        acting.details["outcome"] = outcome


def _permit(acting: Act, viewer: Viewer, proposal: DestructionProposal, outcome: str, now: datetime) -> None:
    if outcome == Outcome.WITHDRAWN:
        permit(acting, policy.may_withdraw(viewer, proposal.proposed_by_id))
    elif outcome == Outcome.REFUSED:
        permit(acting, policy.may_refuse(viewer, proposal.proposed_by_id))
    elif outcome == Outcome.APPROVED:
        unit = load_unit(acting, proposal.municipality_id, UnitKind(proposal.unit), proposal.unit_id)
        permit(acting, policy.may_approve(viewer, proposal.proposed_by_id, facts_of(unit, now)))
    else:
        raise Invalid({"outcome": "Kies een antwoord."})
