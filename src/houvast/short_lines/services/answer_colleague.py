"""Answer a question of a colleague, once."""

from datetime import datetime
from uuid import UUID

from houvast.kernel.actor import Actor
from houvast.kernel.errors import Invalid
from houvast.short_lines import events, policy
from houvast.short_lines.rules.asking import answer_problems
from houvast.short_lines.services.steps.asking import PLACE, acting_on_question
from houvast.short_lines.services.steps.loading import permit
from houvast.vault.sealing import seal


def answer_colleague(*, actor: Actor, now: datetime, question_id: UUID, text: str) -> None:
    """Answer it; who asked and who answered see it, and nobody else. Raises `NotVisible`, `Refused` or `Invalid`."""
    with acting_on_question(events.COLLEAGUE_ANSWERED, question_id, actor=actor, now=now) as asked:
        row = asked.row
        answered = row.answered_at is not None
        permit(asked.acting, policy.may_answer(asked.viewer, asked.turn.member_id, answered=answered))
        problems = answer_problems(text)
        if problems:
            raise Invalid(problems)
        row.answer_sealed = seal(row.key, text.strip(), place=f"{PLACE}.answer:{row.id}")
        row.answered_at, row.answered_by_id = now, asked.viewer.member_id
        row.save(update_fields=["answer_sealed", "answered_at", "answered_by"])
