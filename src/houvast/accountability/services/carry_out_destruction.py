"""Carry out a destruction that two people agreed on. Only a command does, as the owner of the tables."""

from datetime import datetime
from uuid import UUID

from houvast.accountability import events
from houvast.accountability.models import DestructionAnswer
from houvast.accountability.rules.retention import UnitKind
from houvast.accountability.services.steps.certifying import certify
from houvast.accountability.services.steps.loading import hold_still, load_unit
from houvast.audit.services.act import act
from houvast.kernel.actor import Actor
from houvast.kernel.errors import NotVisible


def carry_out_destruction(*, actor: Actor, now: datetime, proposal_id: UUID) -> UUID:
    """Destroy it, and give the id of the certificate, which is in the ledger before anything goes.

    Raises `NotVisible` for what was not approved or is gone, and `Refused` when it is held or not due any more.
    """
    with act(events.DESTROYED, actor=actor, now=now) as acting:
        answers = DestructionAnswer.objects.select_related("proposal").filter(proposal_id=proposal_id)
        answer = answers.filter(outcome=DestructionAnswer.Outcome.APPROVED).first()
        if answer is None:
            raise NotVisible
        proposal = answer.proposal
        acting.municipality = proposal.municipality_id
        acting.details["proposal"] = str(proposal.id)
        place = (proposal.municipality_id, UnitKind(proposal.unit), proposal.unit_id)
        hold_still(*place)
        unit = load_unit(acting, *place)
        by = (proposal.proposed_by_id, answer.answered_by_id)
        return certify(acting, unit, proposal.municipality_id, by, actor=actor, now=now)
