"""Say no to what somebody wishes on their own page, and why."""

from datetime import datetime
from uuid import UUID

from houvast.kernel.actor import Actor
from houvast.kernel.errors import Invalid
from houvast.participation import events
from houvast.participation.rules.wishing import decline_problems
from houvast.participation.services.steps.load_wish import Answer, acting_on_wish, write_answer


def decline_wish(*, actor: Actor, now: datetime, wish_id: UUID, answer: str) -> None:
    """Say no; who wished it reads why. Raises `NotVisible`, `Refused`, `Invalid`, or `Conflict` when it is answered."""
    with acting_on_wish(events.WISH_DECLINED, wish_id, actor=actor, now=now) as (loaded, row):
        problems = decline_problems(answer)
        if problems:
            raise Invalid(problems)
        write_answer(loaded, row, Answer(False, answer), now=now)
