"""Propose to destroy something of which all clocks ran out."""

from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction

from houvast.accountability import events, policy
from houvast.accountability.models import DestructionProposal
from houvast.accountability.rules.certificate import clock_line
from houvast.accountability.rules.retention import UnitKind
from houvast.accountability.services.steps.loading import facts_of, load_unit, load_viewer, permit
from houvast.audit.services.act import act
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict

_ALREADY = "Hiervoor staat al een voorstel."


def propose_destruction(*, actor: Actor, now: datetime, kind: UnitKind, unit_id: UUID) -> UUID:
    """Propose it; gives the id of the proposal, which keeps the clocks as they are now.

    Raises `NotVisible`, `Refused`, or `Conflict` when it has been proposed already.
    """
    with act(events.DESTRUCTION_PROPOSED, actor=actor, now=now) as acting:
        viewer, municipality_id = load_viewer(acting, actor, now)
        permit(acting, policy.may_see_retention(viewer))
        unit = load_unit(acting, municipality_id, kind, unit_id)
        permit(acting, policy.may_propose(viewer, facts_of(unit, now)))
        proposal = DestructionProposal(
            municipality_id=municipality_id,
            unit=kind.value,
            unit_id=unit_id,
            number=DestructionProposal.objects.filter(unit_id=unit_id).count() + 1,
            clocks=[clock_line(each) for each in unit.clocks],
            proposed_by_id=viewer.member_id,
            proposed_at=now,
        )
        try:
            with transaction.atomic():
                proposal.save(force_insert=True)
        except IntegrityError as there:
            raise Conflict(_ALREADY) from there
        acting.details["proposal"] = str(proposal.id)
        return proposal.id
