"""Destroy the questions of which the term is over."""

from datetime import datetime

from houvast.audit.services.act import act
from houvast.kernel.actor import Actor
from houvast.kernel.working_time import in_amsterdam
from houvast.short_lines import events
from houvast.short_lines.models import ColleagueQuestion
from houvast.vault.services.destroy_key import destroy_key


def destroy_questions(*, actor: Actor, now: datetime) -> int:
    """Destroy their keys, so that nobody reads the words any more; gives how many. Nobody saw them since the last day.

    The row stays without its words: that somebody asked something stands in the log.
    """
    over = ColleagueQuestion.objects.filter(keep_until__lt=in_amsterdam(now).date(), key__destroyed_at__isnull=True)
    count = 0
    for row in over.select_related("key", "line").order_by("asked_at", "id"):
        with act(events.QUESTION_DESTROYED, actor=actor, now=now, municipality=row.line.municipality_id) as acting:
            acting.subject, acting.subject_id, acting.ground = "colleague_question", row.id, "term"
            destroy_key(row.key, now=now)
            count += 1
    return count
