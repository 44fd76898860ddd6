"""Answer a task by its link: done, or not done and why. Once."""

from datetime import datetime
from uuid import UUID

from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict, Invalid, NotVisible
from houvast.plans import events
from houvast.plans.models import TaskLinkEnd
from houvast.plans.rules.links import LinkAnswer, answer_problems
from houvast.plans.services.steps.end_link import end_link
from houvast.plans.services.steps.load_link import acting_by_link, is_proven
from houvast.plans.services.steps.write_step import write_step

_TWICE = "Uw antwoord is al binnen."


def answer_task_link(*, actor: Actor, now: datetime, link_id: UUID, proof: UUID | None, answer: LinkAnswer) -> None:
    """Write what the partner says as the next step of the task; the link is then used up.

    Raises `NotVisible` without a proof of the code or when the link does not work, `Invalid`, and `Conflict` when this
    proof has answered already.
    """
    if is_proven(link_id, proof, now=now) and _is_answered(link_id):
        raise Conflict(_TWICE)
    try:
        _answer(actor, now, link_id, proof, answer)
    except NotVisible:
        # Two at once: the other one held the case, and used the link up.
        if is_proven(link_id, proof, now=now) and _is_answered(link_id):
            raise Conflict(_TWICE) from None
        raise


def _answer(actor: Actor, now: datetime, link_id: UUID, proof: UUID | None, answer: LinkAnswer) -> None:
    with acting_by_link(events.LINK_ANSWERED, link_id, actor=actor, now=now) as (outside, link):
        if not is_proven(link_id, proof, now=now):
            raise NotVisible
        problems = answer_problems(answer)
        if problems:
            raise Invalid(problems)
        task, number = link.task, link.task.step.number + 1
        step = write_step(task, outside.case, answer.step, number=number, by=None, now=now)
        end_link(link, TaskLinkEnd.Cause.ANSWERED, now=now, by=None, answer=step)
        outside.acting.details.update(task=str(task.id), outcome=answer.step.state.value)


def _is_answered(link_id: UUID) -> bool:
    return TaskLinkEnd.objects.filter(link_id=link_id, cause=TaskLinkEnd.Cause.ANSWERED).exists()
