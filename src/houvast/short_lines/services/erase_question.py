"""Erase a question to a colleague: its key is destroyed, so that nobody reads the words any more."""

from datetime import datetime
from uuid import UUID

from houvast.audit.services.act import act
from houvast.kernel.actor import Actor
from houvast.kernel.errors import NotVisible
from houvast.short_lines import events
from houvast.short_lines.models import ColleagueQuestion
from houvast.vault.services.destroy_key import destroy_key


def erase_question(*, actor: Actor, now: datetime, question_id: UUID) -> None:
    """Destroy the key of a question with its answer; that somebody asked something stays. Safe to repeat.

    Whether its last day is over is for `accountability` to say. Raises `NotVisible`.
    """
    with act(events.QUESTION_DESTROYED, actor=actor, now=now) as acting:
        rows = ColleagueQuestion.objects.select_for_update(of=("self",)).select_related("key", "line")
        question = rows.filter(pk=question_id).first()
        if question is None:
            raise NotVisible
        destroy_key(question.key, now=now)
        acting.municipality = question.line.municipality_id
        acting.subject, acting.subject_id, acting.ground = "colleague_question", question_id, "term"
