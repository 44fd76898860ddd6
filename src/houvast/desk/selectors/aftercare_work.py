"""Mijn werk after handing on: who must still take a case over, and where somebody asks how it goes."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date, datetime
from uuid import UUID

from houvast.ave.vocabulary import ASSIGNED, Responsibility
from houvast.cases import policy
from houvast.cases.policy_aftercare import may_take_up_aftercare
from houvast.cases.rules.receiving import WATCHING, asked_from, names_later
from houvast.cases.selectors.aftercare import DueCheck, UnnamedReceiver, WaitingReceiver
from houvast.cases.selectors.bands import FoundCase
from houvast.cases.selectors.left_behind import LeftBehind
from houvast.desk.rules.work import Act, Cause, WorkRow, coming, left_by, term
from houvast.directory.viewer import Viewer
from houvast.kernel.working_time import in_amsterdam

When = tuple[str, str, bool]
_NOBODY_YET: When = ("nog niemand", "", True)
UNNAMED = "Met spoed opgeschaald, en niemand is nog genoemd die dit overneemt."


def receiving_rows(
    viewer: Viewer,
    waiting: tuple[WaitingReceiver, ...],
    cases: Mapping[UUID, FoundCase],
    looked_after: Collection[UUID],
    now: datetime,
) -> Iterator[WorkRow]:
    """Give a row to who is asked to take over, and to the directors until somebody said yes.

    Who has the operational responsibility gets it when there is no yes in time, as with a hand-over.
    """
    for each in waiting:
        found = cases.get(each.case_id)
        if found is None:
            continue
        when = _NOBODY_YET if each.refused else term(each.accept_before, now)
        order = each.accept_before.isoformat()
        if not each.refused and each.member_id in viewer.member_ids:
            why = f"{each.asked_by} vraagt of u dit overneemt, met wat er aan nazorg is."
            cause = Cause.TERM_PASSED if when[2] else Cause.YOUR_DECISION
            yield _row(found, cause, why, when, Act.ANSWER_RECEIVER, str(each.id), order)
        elif _leads(viewer, found, looked_after) or (when[2] and _is_holder(viewer, found, Responsibility.OPERATIONAL)):
            act, target = (Act.NAME_RECEIVER, "") if _needs_another(each) else (Act.ANSWER_RECEIVER, str(each.id))
            yield _row(found, Cause.NOT_RECEIVED, _why(each), when, act, target, order)


def unnamed_rows(
    viewer: Viewer, unnamed: tuple[UnnamedReceiver, ...], cases: Mapping[UUID, FoundCase], now: datetime
) -> Iterator[WorkRow]:
    """Give the directors a row where somebody must be named after an urgent scaling; after the term the operational
    holder too.
    """
    for each in unnamed:
        found = cases.get(each.case_id)
        if found is None or not names_later(found.model, found.band.phase.number):
            continue
        when = term(each.name_before, now)
        if _leads(viewer, found, ()) or (when[2] and _is_holder(viewer, found, Responsibility.OPERATIONAL)):
            order = each.name_before.isoformat()
            yield _row(found, Cause.NOT_RECEIVED, UNNAMED, when, Act.NAME_RECEIVER, "", order)


def _needs_another(each: WaitingReceiver) -> bool:
    """Say whether a director names somebody; of who is outside Houvast they record the answer."""
    return each.refused or each.member_id is not None


def _why(each: WaitingReceiver) -> str:
    if each.refused:
        return f"Niemand nam dit over: {each.who} deed het niet. Wie dan wel?"
    if each.member_id is None:
        return f"Niemand nam dit nog over. Vraag {each.who} om een ja of nee, en leg dat vast."
    return f"Niemand nam dit nog over: {each.who} gaf nog geen antwoord."


def pulse_rows(
    viewer: Viewer,
    due: tuple[DueCheck, ...],
    cases: Mapping[UUID, FoundCase],
    looked_after: Collection[UUID],
    proposed: Collection[UUID],
    now: datetime,
) -> Iterator[WorkRow]:
    """Give a row where somebody asks how it goes: first to one, and after the day to everybody who watches.

    Where it must go up again the row stays, until somebody has proposed it (`proposed`) or the case has moved.
    """
    today = in_amsterdam(now).date()
    for each in due:
        found, own = cases.get(each.case_id), each.case_id in looked_after
        if found is None or not policy.may_check_pulse(viewer, found.facts, looks_after=own).allowed:
            continue
        if not _is_time(each, found, today) or (each.wants_up and each.case_id in proposed):
            continue
        when, order = coming(each.day, now), each.day.isoformat()
        if not (own or when[2] or _is_asked(viewer, found)):
            continue
        cause = Cause.TERM_PASSED if when[2] else Cause.YOUR_DECISION if each.wants_up else Cause.AFTERCARE
        yield _row(found, cause, _how(each, found), when, Act.CHECK_PULSE, "", order)


def left_rows(
    viewer: Viewer, left: tuple[LeftBehind, ...], cases: Mapping[UUID, FoundCase], now: datetime
) -> Iterator[WorkRow]:
    """Give a row to who directs processes where everybody who would be asked has left."""
    today = in_amsterdam(now).date()
    for each in left:
        found = cases.get(each.case_id)
        if found is None or not may_take_up_aftercare(viewer, found.facts, found.model).allowed:
            continue
        if not _is_time(each, found, today):
            continue
        when, word = coming(each.day, now), "sluiten" if found.band.is_closed else "afschalen"
        why = f"Niemand vraagt hoe het gaat, na {word}. {left_by(each.led)}"
        cause = Cause.TERM_PASSED if when[2] else Cause.AFTERCARE
        yield _row(found, cause, why, when, Act.TAKE_UP_AFTERCARE, "", each.day.isoformat())


def _is_time(each: DueCheck | LeftBehind, found: FoundCase, today: date) -> bool:
    return each.wants_up or today >= asked_from(each.day, found.model.aftercare.ask_working_days_before)


def _how(each: DueCheck, found: FoundCase) -> str:
    if each.wants_up and found.band.is_closed:
        return "Het ging niet goed na sluiten. Heropen de casus, of leg vast dat het toch goed gaat."
    if each.wants_up:
        return "Het ging niet goed na afschalen. Stel opschalen voor, of leg vast dat het toch goed gaat."
    return f"Hoe gaat het, na {'sluiten' if found.band.is_closed else 'afschalen'}?"


def _is_asked(viewer: Viewer, found: FoundCase) -> bool:
    holders = (found.facts.holder(each) for each in WATCHING)
    return next((holder for holder in holders if holder is not None), None) in viewer.member_ids


def _leads(viewer: Viewer, found: FoundCase, looked_after: Collection[UUID]) -> bool:
    return found.band.case_id in looked_after or any(_is_holder(viewer, found, each) for each in ASSIGNED)


def _is_holder(viewer: Viewer, found: FoundCase, responsibility: Responsibility) -> bool:
    return found.facts.holder(responsibility) in viewer.member_ids


def _row(found: FoundCase, cause: Cause, why: str, when: When, act: Act, target: str, order: str) -> WorkRow:
    band = found.band
    return WorkRow(cause, band.code, band.name, band.phase, why, *when, act, target, (0, order))
