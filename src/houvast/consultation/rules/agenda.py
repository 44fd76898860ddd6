"""What an agenda proposes, whom an item concerns, and when it closes. Pure functions."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import UUID

from houvast.kernel.working_time import in_amsterdam

USUAL_MINUTES = 10
"""How long an item takes when nobody says so. *Verzonnen*."""
MOST_MINUTES = 120
MEETING_MINUTES = 480
"""How long a meeting takes at most: a working day. *Verzonnen*."""
PLANNED_WITHIN = timedelta(days=2 * 365)
"""How far ahead a meeting is planned at most, as far as a task. *Verzonnen*."""
LONGEST_TITLE = 120
LONGEST_QUESTION = 300
MINUTES_STAY = timedelta(days=90)
"""How long a chair reads the minutes about a case after closing. *Verzonnen*: long enough for the next meeting."""


class AgendaCause(StrEnum):
    """Why something stands on an agenda, most pressing first; the values are those of `AgendaItem.Cause`."""

    SEAT_VACANT = "seat_vacant"
    MOMENT_NEAR = "moment_near"
    SCALING_PROPOSED = "scaling_proposed"
    REVIEW_DUE = "review_due"
    TABLE_ASKED = "table_asked"
    ASKED = "asked"


_ORDER = {cause: place for place, cause in enumerate(AgendaCause)}


@dataclass(frozen=True, slots=True)
class CauseFact:
    """That something calls for a case to be discussed: since when or by when, and in words what."""

    case_id: UUID
    cause: AgendaCause
    on: date
    why: str


@dataclass(frozen=True, slots=True)
class CaseFact:
    """What a proposal needs to know of a case."""

    case_id: UUID
    code: str
    phase: int


@dataclass(frozen=True, slots=True)
class Proposed:
    """A case to put on the agenda, by its most pressing cause; `also` says the other ones."""

    case: CaseFact
    cause: AgendaCause
    on: date
    why: str
    also: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sitting:
    """Somebody who sits at a table in person."""

    member_id: UUID
    organisation_id: UUID


def propose(
    causes: Iterable[CauseFact], cases: Iterable[CaseFact], *, phases: Collection[int], on_agenda: Collection[UUID]
) -> tuple[Proposed, ...]:
    """Give the cases that an agenda proposes: each once, the highest phase first and then the most pressing cause.

    Cases in a phase that the table does not discuss, or that stand on the agenda already, are left out.
    """
    known = {each.case_id: each for each in cases if not phases or each.phase in phases}
    found: dict[UUID, list[CauseFact]] = {}
    for cause in causes:
        if cause.case_id in known and cause.case_id not in on_agenda:
            found.setdefault(cause.case_id, []).append(cause)
    proposed = []
    for case_id, reasons in found.items():
        first, *others = sorted(reasons, key=lambda each: (_ORDER[each.cause], each.on))
        also = tuple(each.why for each in others)
        proposed.append(Proposed(known[case_id], first.cause, first.on, first.why, also))
    return tuple(sorted(proposed, key=lambda each: (-each.case.phase, _ORDER[each.cause], each.on, each.case.code)))


def concerned(sitting: Iterable[Sitting], own_organisation: UUID | None, around: Collection[UUID]) -> tuple[UUID, ...]:
    """Give who of a table is invited to a case by itself: the municipality's own, and organisations around the case."""
    near = {*around, own_organisation}
    return tuple(dict.fromkeys(each.member_id for each in sitting if each.organisation_id in near))


def agenda_closes(starts_at: datetime, cutoff_days: int) -> date:
    """Give the last day on which others than the chair add to an agenda."""
    return in_amsterdam(starts_at).date() - timedelta(days=cutoff_days)


def item_times(starts_at: datetime, minutes: Iterable[int]) -> tuple[datetime, ...]:
    """Give when each item begins, when every item keeps to its time."""
    at, times = starts_at, []
    for each in minutes:
        times.append(at)
        at += timedelta(minutes=each)
    return tuple(times)


def item_problems(*, about_case: bool, title: str, question: str, minutes: int) -> dict[str, str]:
    """Say at each field what a new item lacks."""
    problems = {}
    if not about_case and not title.strip():
        problems["title"] = "Geef dit punt een naam, bijvoorbeeld de straat of het thema."
    elif len(title) > LONGEST_TITLE:
        problems["title"] = f"Maak de naam korter: hoogstens {LONGEST_TITLE} tekens."
    if len(question) > LONGEST_QUESTION:
        problems["question"] = f"Maak de vraag korter: hoogstens {LONGEST_QUESTION} tekens."
    if not 1 <= minutes <= MOST_MINUTES:
        problems["minutes"] = f"Kies 1 tot {MOST_MINUTES} minuten."
    return problems


def meeting_problems(starts_at: datetime, minutes: int, now: datetime) -> dict[str, str]:
    """Say at each field why a meeting cannot be then, or cannot take so long."""
    if not 1 <= minutes <= MEETING_MINUTES:
        return {"minutes": f"Kies 1 tot {MEETING_MINUTES} minuten."}
    if starts_at - now > PLANNED_WITHIN:
        return {"starts_at": "Kies een dag binnen twee jaar."}
    if starts_at + timedelta(minutes=minutes) <= now:
        return {"starts_at": "Kies een moment dat nog moet komen."}
    return {}
