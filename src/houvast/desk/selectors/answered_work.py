"""Mijn werk: what somebody answered who did not take over. Nobody else tells who asked."""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from uuid import UUID

from houvast.cases.selectors.answered_questions import AnsweredQuestion, answered_questions
from houvast.cases.selectors.bands import FoundCase
from houvast.desk.rules.work import Act, Cause, WorkRow, days_since, is_new
from houvast.directory.viewer import Viewer
from houvast.kernel.dutch_dates import short
from houvast.kernel.terms import word_for
from houvast.kernel.working_time import in_amsterdam

_LONG_ENOUGH = timedelta(days=7)


def question_rows(viewer: Viewer, led: Mapping[UUID, FoundCase], *, now: datetime) -> Iterator[WorkRow]:
    """Give a row for each answer in a case that one leads, as long as it is new."""
    today = in_amsterdam(now).date()
    for answer in answered_questions(viewer, led.keys(), since=now - _LONG_ENOUGH, now=now):
        if is_new(answer.at, now):
            band, day = led[answer.case_id].band, short(in_amsterdam(answer.at).date(), today)
            yield WorkRow(
                cause=Cause.ANSWERED,
                code=band.code,
                name=band.name,
                phase=band.phase,
                why=_said(answer),
                when=days_since(answer.at, now),
                when_exact=day,
                late=False,
                act=Act.LOOK_AGAIN,
                target=str(answer.id),
                order=(0, answer.at.isoformat()),
            )


def _said(answer: AnsweredQuestion) -> str:
    if answer.responsibility is not None:
        return f"{answer.who} neemt de {word_for(answer.responsibility)} niet over."
    if answer.shares:
        return f"{answer.who} doet mee. De regie blijft waar zij is."
    return f"{answer.who} geeft de casus terug, met advies."
