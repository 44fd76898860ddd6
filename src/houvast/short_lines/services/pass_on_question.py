"""Pass a question on to the stand-in of the line."""

from datetime import datetime
from uuid import UUID

from houvast.kernel.actor import Actor
from houvast.short_lines import events, policy
from houvast.short_lines.services.steps.asking import acting_on_question
from houvast.short_lines.services.steps.loading import permit


def pass_on_question(*, actor: Actor, now: datetime, question_id: UUID) -> None:
    """Pass it on, once; who passed it on does not see it any more. Raises `NotVisible` or `Refused`."""
    with acting_on_question(events.QUESTION_PASSED, question_id, actor=actor, now=now) as asked:
        row, turn = asked.row, asked.turn
        verdict = policy.may_pass_on(
            asked.viewer,
            turn.member_id,
            turn.stand_in_id,
            passed=row.passed_at is not None,
            answered=row.answered_at is not None,
        )
        permit(asked.acting, verdict)
        row.passed_at, row.passed_by_id = now, asked.viewer.member_id
        row.save(update_fields=["passed_at", "passed_by"])
        asked.acting.details = {"to": str(turn.stand_in_id)}
