"""Undo one's own last decision, for a short while and as long as nothing was built on it."""

from datetime import datetime
from uuid import UUID

from houvast.intake import events, policy
from houvast.intake.models import Concern
from houvast.intake.rules.triage import Move
from houvast.intake.services.steps.load_concern import acting_on_concern
from houvast.intake.services.steps.write_decision import WrittenDecision, move, write_decision
from houvast.kernel.actor import Actor


def undo_decision(*, actor: Actor, now: datetime, concern_id: UUID) -> None:
    """Undo; the concern waits again, on the step where it was. The decision stays in the history.

    Raises `NotVisible`, or `Refused` when it is not one's own, too late or built on.
    """
    with acting_on_concern(events.CONCERN_UNDONE, actor=actor, now=now, concern_id=concern_id) as loaded:
        loaded.permit(policy.may_undo(loaded.viewer, loaded.facts, now=now))
        loaded.acting.case = loaded.concern.case_id
        step = loaded.decision.step
        write_decision(loaded, WrittenDecision(outcome=Move.UNDONE), now=now)
        move(loaded.concern, state=Concern.State.WAITING, step=step, case_id=None)
