"""Mijn werk: what other tables ask the table that somebody leads, until it stands on an agenda or is answered."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from uuid import UUID

from houvast.cases.selectors.bands import FoundCase
from houvast.consultation.rules.asking import QuestionState
from houvast.consultation.selectors.asking import QuestionLine
from houvast.desk.rules.work import Act, Cause, WorkRow, days_since
from houvast.kernel.dutch_dates import short
from houvast.kernel.working_time import in_amsterdam


def table_rows(waiting: tuple[QuestionLine, ...], cases: Mapping[UUID, FoundCase], now: datetime) -> Iterator[WorkRow]:
    """Give a row for each question about a case that stands on no agenda, or was discussed without an answer."""
    for each in waiting:
        found = cases.get(each.case_id) if each.case_id else None
        if found is None or each.state is QuestionState.ON_AGENDA:
            continue
        band, discussed = found.band, each.state is QuestionState.DISCUSSED
        why = f"{each.asking_table} vraagt iets aan {each.table}. Zet het op een agenda, of antwoord meteen."
        if discussed:
            why = f"{each.table} besprak dit. {each.asking_table} wacht op het antwoord."
        asked_on = in_amsterdam(each.asked_at).date()
        since = f"sinds {short(asked_on, in_amsterdam(now).date())}"
        act = Act.ANSWER_TABLE if discussed else Act.PUT_ON_AGENDA
        yield WorkRow(
            Cause.YOUR_DECISION,
            band.code,
            band.name,
            band.phase,
            why,
            days_since(each.asked_at, now),
            since,
            False,
            act,
            str(each.id),
            (0, each.asked_at.isoformat()),
        )
