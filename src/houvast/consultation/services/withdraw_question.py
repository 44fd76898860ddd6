"""Take a question to another table back. Its chair no longer sees it; what stands on an agenda there stays theirs."""

from datetime import datetime
from uuid import UUID

from houvast.consultation import events, policy
from houvast.consultation.models import TableAnswer
from houvast.consultation.services.steps.asking import acting_on_question, check_open, end_question
from houvast.kernel.actor import Actor


def withdraw_question(*, actor: Actor, now: datetime, question_id: UUID) -> None:
    """Take it back. Raises `NotVisible`, `Refused`, or `Conflict` when the question has ended."""
    with acting_on_question(events.QUESTION_WITHDRAWN, question_id, actor=actor, now=now) as asked:
        meeting = asked.item.meeting
        chairs = frozenset({meeting.chair_id, meeting.table.chair_id})
        asked.permit(policy.may_withdraw_question(asked.viewer, chair_ids=chairs))
        check_open(asked.row)
        end_question(asked, TableAnswer.Outcome.WITHDRAWN, "", actor=actor, now=now)
