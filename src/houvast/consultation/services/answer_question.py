"""Answer the question of another table, or say why it is not discussed. That comes back to the item that asked."""

from datetime import datetime
from uuid import UUID

from houvast.consultation import events
from houvast.consultation.models import TableAnswer
from houvast.consultation.rules.saying import lines_of, text_problem
from houvast.consultation.services.steps.asking import acting_as_asked, check_open, end_question
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Invalid


def answer_question(*, actor: Actor, now: datetime, question_id: UUID, discussed: bool, text: str) -> None:
    """Answer it, once; from then on the chair no longer sees the question for having been asked.

    Raises `NotVisible`, `Refused`, `Invalid`, or `Conflict` when the question has ended.
    """
    with acting_as_asked(events.QUESTION_ANSWERED, question_id, actor=actor, now=now) as asked:
        check_open(asked.row)
        problem = text_problem(text)
        if problem:
            raise Invalid({"text": problem})
        outcome = TableAnswer.Outcome.ANSWERED if discussed else TableAnswer.Outcome.NOT_DISCUSSED
        end_question(asked, outcome, "\n".join(lines_of(text)), actor=actor, now=now)
