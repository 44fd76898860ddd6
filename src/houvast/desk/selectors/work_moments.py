"""Mijn werk: crucial moments that are not prepared yet, louder as they near, and items to report."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from uuid import UUID

from houvast.ave.vocabulary import ASSIGNED
from houvast.cases.rules.moments import LISTED_DAYS, Nearness, after_nearness, nearness
from houvast.cases.selectors import moments
from houvast.cases.selectors.bands import FoundCase
from houvast.cases.selectors.moments import WaitingItem
from houvast.desk.rules.moments import cause_of, coming_moment, why_unprepared
from houvast.desk.rules.work import Act, Cause, WorkRow, term
from houvast.directory.viewer import Viewer
from houvast.kernel.terms import word_for
from houvast.kernel.working_time import in_amsterdam


def expected(viewer: Viewer, mine: Mapping[UUID, FoundCase], *, now: datetime) -> Iterator[WorkRow]:
    """Give the moments to come of cases that the viewer leads and that are not prepared, or whose day has passed."""
    today = in_amsterdam(now).date()
    led = [case_id for case_id, found in mine.items() if _leads(viewer, found)]
    for moment in moments.waiting(viewer, today + timedelta(days=LISTED_DAYS), led, now=now):
        loud = nearness(moment.days, today, prepared=moment.is_prepared)
        if loud is Nearness.FAR:
            continue
        why = why_unprepared(
            word_for(moment.kind), moment.days, today, before=moment.before, still_open=moment.open_before
        )
        when = coming_moment(moment.days, today, loud)
        order = moment.days.first.isoformat()
        yield _row(mine[moment.case_id], cause_of(loud), why, when, (Act.PREPARE, moment.id, order))


def to_report(
    viewer: Viewer, known: Mapping[UUID, FoundCase], items: tuple[WaitingItem, ...], *, now: datetime
) -> Iterator[WorkRow]:
    """Give the open items that the viewer holds, and those after a moment in cases that the viewer leads."""
    today = in_amsterdam(now).date()
    for item in items:
        found = known.get(item.case_id)
        holds = item.member_id in viewer.member_ids
        if found is None or not (holds or _leads(viewer, found)) or not _is_near(item, today):
            continue
        when = term(item.due, now)
        calm = Cause.YOUR_DECISION if holds else Cause.FOLLOW_UP
        act = (Act.REPORT_ITEM, item.id, item.due.isoformat())
        yield _row(found, Cause.TERM_PASSED if when[2] else calm, _why(item, holds=holds), when, act)


def _why(item: WaitingItem, *, holds: bool) -> str:
    whose = "U heeft een punt" if holds else "Er staat nog een punt open"
    side = "vóór" if item.before else "na"
    return f"{whose} {side} een cruciaal moment: {word_for(item.kind)}."


def _is_near(item: WaitingItem, today: date) -> bool:
    return after_nearness(item.due, today) is not Nearness.FAR


def _leads(viewer: Viewer, found: FoundCase) -> bool:
    return any(found.facts.holder(each) in viewer.member_ids for each in ASSIGNED)


def _row(found: FoundCase, cause: Cause, why: str, when: tuple[str, str, bool], act: tuple[Act, UUID, str]) -> WorkRow:
    band = found.band
    target, order = str(act[1]), (0, act[2])
    return WorkRow(cause, band.code, band.name, band.phase, why, when[0], when[1], when[2], act[0], target, order)
