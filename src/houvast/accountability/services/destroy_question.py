"""Destroy a question to a colleague after its own last day: the term that the municipality set is the decision."""

from datetime import datetime
from uuid import UUID

from houvast.accountability import events
from houvast.accountability.rules.retention import UnitKind
from houvast.accountability.services.steps.certifying import certify
from houvast.accountability.services.steps.loading import hold_still, load_unit
from houvast.audit.services.act import act
from houvast.kernel.actor import Actor


def destroy_question(*, actor: Actor, now: datetime, municipality_id: UUID, question_id: UUID) -> UUID:
    """Destroy it, and give the id of the certificate, which is in the ledger before anything goes.

    Only a command does, as the owner of the tables. Raises `NotVisible` for what is gone, and `Refused` when it is held
    or its last day has not passed.
    """
    with act(events.DESTROYED, actor=actor, now=now, municipality=municipality_id) as acting:
        hold_still(municipality_id, UnitKind.COLLEAGUE_QUESTION, question_id)
        unit = load_unit(acting, municipality_id, UnitKind.COLLEAGUE_QUESTION, question_id)
        acting.ground = "term"
        return certify(acting, unit, municipality_id, (None, None), actor=actor, now=now)
