"""Carry out a destruction that two people agreed on. Only a command does, as the owner of the tables."""

from datetime import datetime
from uuid import UUID

from houvast.accountability import events, policy
from houvast.accountability.ledger import add_to_ledger
from houvast.accountability.models import Destruction, DestructionAnswer, DestructionProposal
from houvast.accountability.rules.certificate import to_line
from houvast.accountability.rules.retention import UnitKind
from houvast.accountability.selectors.certificates import content_of
from houvast.accountability.selectors.units import along_with
from houvast.accountability.services.steps.erasing import erase
from houvast.accountability.services.steps.loading import facts_of, load_unit
from houvast.audit.services.act import act
from houvast.kernel.actor import Actor
from houvast.kernel.errors import NotVisible, Refused
from houvast.kernel.verdict import refuse

_CHANGED = refuse("changed", "Dit is niet vernietigd: het wordt vastgehouden, of er loopt weer een termijn.")


def carry_out_destruction(*, actor: Actor, now: datetime, proposal_id: UUID) -> UUID:
    """Destroy it, and give the id of the certificate, which is in the ledger before anything goes.

    Raises `NotVisible` for what was not approved or is gone, and `Refused` when it is held or not due any more.
    """
    with act(events.DESTROYED, actor=actor, now=now) as acting:
        answers = DestructionAnswer.objects.select_related("proposal").filter(proposal_id=proposal_id)
        answer = answers.filter(outcome=DestructionAnswer.Outcome.APPROVED).first()
        if answer is None:
            raise NotVisible
        proposal, kind = answer.proposal, UnitKind(answer.proposal.unit)
        acting.municipality = proposal.municipality_id
        unit = load_unit(acting, proposal.municipality_id, kind, proposal.unit_id, now)
        if facts_of(unit, now) != policy.UnitFacts(due=True, held=False):
            raise Refused(_CHANGED)
        certificate = _certificate(proposal, answer, unit.code, now)
        add_to_ledger(to_line(content_of(certificate)))
        certificate.save(force_insert=True)
        erase(certificate, actor=actor, now=now)
        acting.details = {"certificate": str(certificate.id), "proposal": str(proposal.id)}
        return certificate.id


def _certificate(proposal: DestructionProposal, answer: DestructionAnswer, code: str, now: datetime) -> Destruction:
    is_case = proposal.unit == DestructionProposal.Unit.CASE
    return Destruction(
        municipality_id=proposal.municipality_id,
        unit=proposal.unit,
        unit_id=proposal.unit_id,
        code=code,
        also=along_with(proposal.unit_id) if is_case else {},
        clocks=proposal.clocks,
        proposed_by_id=proposal.proposed_by_id,
        approved_by_id=answer.answered_by_id,
        destroyed_at=now,
    )
