"""Answer a question for tailor-made help: granted, or refused with the reason."""

from datetime import datetime
from uuid import UUID

from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict, Invalid
from houvast.plans import events, policy
from houvast.plans.rules.tailor_made import NewTailorAnswer, TailorAnswer, answer_problems, deciding_functions
from houvast.plans.services.steps.decider_sight import end_mandated_sight
from houvast.plans.services.steps.load_tailor_made import acting_on_tailor_made
from houvast.plans.services.steps.write_answer import DECIDED_ALREADY, refuse_when_decided, write_answer


def decide_tailor_made(*, actor: Actor, now: datetime, tailor_id: UUID, new: NewTailorAnswer) -> None:
    """Answer once, as who holds operational responsibility or with a mandate. It is not changed afterwards.

    Raises `NotVisible`, `Refused`, `Invalid`, or `Conflict` when it was answered or taken back.
    """
    with acting_on_tailor_made(events.TAILOR_MADE_DECIDED, tailor_id, actor=actor, now=now) as (loaded, made):
        viewer, functions = loaded.viewer, deciding_functions(loaded.model, loaded.phase)
        verdict = policy.may_decide_tailor_made(viewer, loaded.facts, functions, asked_by=made.by_id)
        loaded.permit(verdict)
        refuse_when_decided(made)
        if new.answer is TailorAnswer.WITHDRAWN:
            raise Conflict(DECIDED_ALREADY)
        problems = answer_problems(new, made.cents)
        if problems:
            raise Invalid(problems)
        behalf = min(viewer.mandates & functions) if verdict.ground == "mandate" else ""
        write_answer(loaded, made, new, now=now, on_behalf_of=behalf)
        end_mandated_sight(loaded, made, actor=actor, now=now)
        reason = new.reason.value if new.reason else ""
        loaded.about("tailor_made", made.id, answer=new.answer.value, reason=reason, on_behalf_of=behalf)
