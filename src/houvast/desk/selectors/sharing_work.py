"""Mijn werk: what sharing asks of somebody, and what was shared with them."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from uuid import UUID

from houvast.cases.selectors.bands import FoundCase
from houvast.desk.rules.work import Act, Cause, WorkRow, days_since, is_told, term
from houvast.directory.viewer import Viewer
from houvast.kernel.dutch_dates import exact, moment
from houvast.kernel.working_time import in_amsterdam
from houvast.sharing.rules.content import DisclosureState
from houvast.sharing.rules.wording import in_a_list
from houvast.sharing.selectors.disclosures import DisclosureLine, sent_to, waiting_in


class SharingAsked:
    """What somebody is asked to approve for their function, and what was shared with them lately; in five queries."""

    def __init__(self, viewer: Viewer, *, now: datetime) -> None:
        """Read both."""
        sent = sent_to(viewer, now=now)
        self.asked = tuple(each for each in sent if each.state is DisclosureState.WAITING)
        self.received = tuple(
            each
            for each in sent
            if each.state is DisclosureState.RUNNING and each.by_id != viewer.member_id and is_told(each.begun_at, now)
        )

    @property
    def case_ids(self) -> frozenset[UUID]:
        """Give the cases that these are about."""
        return frozenset(each.case_id for each in (*self.asked, *self.received))


def sharing_rows(
    viewer: Viewer,
    asked: SharingAsked,
    known: Mapping[UUID, FoundCase],
    led: Mapping[UUID, FoundCase],
    *,
    now: datetime,
) -> Iterator[WorkRow]:
    """Give what waits for an answer, of whom it is asked whether the resident knows, and what was shared with them.

    Five queries for who leads a case; none for who leads none.
    """
    today = in_amsterdam(now).date()
    here = waiting_in(viewer, led.keys(), now=now) if led else ()
    for line in here:
        waits = line.state is DisclosureState.WAITING and line.by_id != viewer.member_id
        if waits and not line.second_by:
            yield _answer(line, led[line.case_id], now)
        elif line.wants_telling(today):
            yield _tell(line, led[line.case_id], now)
    for line in asked.asked:
        if line.case_id in known:
            yield _answer(line, known[line.case_id], now)
    for line in asked.received:
        if line.case_id in known:
            yield _received(line, known[line.case_id], now)


def _answer(line: DisclosureLine, found: FoundCase, now: datetime) -> WorkRow:
    why = f"{line.by} vraagt: mag dit worden gedeeld met {line.receiver}? {_what(line)}."
    when = (days_since(line.at, now), moment(line.at, now), False)
    return _row(line, found, Cause.YOUR_DECISION, why, when, Act.ANSWER_SHARING)


def _tell(line: DisclosureLine, found: FoundCase, now: datetime) -> WorkRow:
    why = f"Weet de inwoner al wat is gedeeld met {line.receiver}? {_what(line)}."
    return _row(line, found, Cause.FOLLOW_UP, why, term(line.tell_before or now, now), Act.TELL_RESIDENT)


def _received(line: DisclosureLine, found: FoundCase, now: datetime) -> WorkRow:
    until = f" U ziet het tot en met {exact(line.until_on)}." if line.until_on else ""
    why = f"{line.by} deelde met u: {_what(line)}. Alleen voor: {line.purpose}.{until}"
    when = (days_since(line.begun_at, now), moment(line.begun_at, now), False)
    return _row(line, found, Cause.SHARED, why, when, Act.SEE_SHARED)


def _what(line: DisclosureLine) -> str:
    said = ", ".join(in_a_list(line.parts, line.notes))
    return f"{said[:1].upper()}{said[1:]}"


def _row(
    line: DisclosureLine, found: FoundCase, cause: Cause, why: str, when: tuple[str, str, bool], act: Act
) -> WorkRow:
    band = found.band
    short, exactly, late = when
    return WorkRow(
        cause, band.code, band.name, band.phase, why, short, exactly, late, act, str(line.id), (0, line.at.isoformat())
    )
