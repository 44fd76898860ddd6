"""Say yes to another date that somebody asks for on their own page."""

from datetime import date, datetime
from uuid import UUID

from houvast.cases.services.move_moment import move_moment
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Invalid, NotVisible
from houvast.kernel.working_time import in_amsterdam
from houvast.participation import events
from houvast.participation.rules.wishing import WishKind, answer_problems, day_problems
from houvast.participation.services.steps.load_wish import Answer, acting_on_wish, write_answer

_WHY = "De inwoner vroeg om een andere dag."


def grant_date(*, actor: Actor, now: datetime, wish_id: UUID, new_on: date | None, answer: str = "") -> None:
    """Say yes with the new day. A crucial moment moves to it, by the verb for that; a meeting is of its table.

    Raises `NotVisible`, `Refused`, `Invalid`, or `Conflict` when it is answered, or the moment comes no more.
    """
    with acting_on_wish(events.WISH_GRANTED, wish_id, actor=actor, now=now) as (loaded, row):
        if row.kind == WishKind.SOMEBODY or row.about_id is None:
            raise NotVisible
        problems = {**answer_problems(answer), **day_problems(new_on, in_amsterdam(now).date())}
        if problems or new_on is None:
            raise Invalid(problems)
        if row.kind == WishKind.MOMENT:
            move_moment(actor=actor, now=now, moment_id=row.about_id, on_date=new_on, until=None, reason=_WHY)
        write_answer(loaded, row, Answer(True, answer, new_on=new_on), now=now)
