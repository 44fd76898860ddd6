"""What tables say about a case, on its page: where it stands on an agenda, and what came of it."""

from dataclasses import dataclass
from datetime import datetime

from houvast.ave.vocabulary import ASSIGNED
from houvast.consultation.models import Meeting
from houvast.consultation.rules.agenda import AgendaCause
from houvast.consultation.selectors.of_case import CaseItem
from houvast.desk.selectors.case_page import CasePage
from houvast.kernel.dutch_dates import relative, short
from houvast.kernel.working_time import in_amsterdam
from houvast.web import addresses
from houvast.web.look import SECONDARY, Act
from houvast.web.table_look import QuestionMark, ResolutionMark, cause_words, question_mark, resolution_mark

_MOST_CLOSED = 2


@dataclass(frozen=True, slots=True)
class TableItemMark:
    """An item of a table; `url` is "" for who sees the item and not the meeting. `lines` are None before it closed."""

    heading: str
    url: str
    note: str
    question: str
    lines: tuple[str, ...] | None
    resolutions: tuple[ResolutionMark, ...]
    questions: tuple[QuestionMark, ...]
    corrections: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TablesLook:
    """What comes, soonest first, with the newest of what was; and what was before that."""

    items: tuple[TableItemMark, ...]
    earlier: tuple[TableItemMark, ...]


def tables_look(page: CasePage, *, now: datetime) -> TablesLook | None:
    """Give what tables say about a case; None when they say nothing, or for who may not see it."""
    if not page.items:
        return None
    coming = [each for each in reversed(page.items) if each.state is not Meeting.State.CLOSED]
    closed = [each for each in page.items if each.state is Meeting.State.CLOSED]
    near, earlier = [*coming, *closed[:_MOST_CLOSED]], closed[_MOST_CLOSED:]
    vacant = any(seat.responsibility in ASSIGNED for seat in page.found.band.vacancies)
    marks = tuple(_mark(each, now, vacant=vacant) for each in (*near, *earlier))
    return TablesLook(marks[: len(near)], marks[len(near) :])


def back_to_meeting(page: CasePage) -> tuple[Act, ...]:
    """Lead who came from a meeting that goes on back to its screen."""
    going_on = (each for each in page.items if each.state is Meeting.State.OPEN and each.may_open)
    return tuple(Act(f"Terug naar {each.table}", addresses.agenda_item(each.id), SECONDARY) for each in going_on)


def _mark(each: CaseItem, now: datetime, *, vacant: bool) -> TableItemMark:
    today, day = in_amsterdam(now).date(), in_amsterdam(each.starts_at).date()
    is_closed = each.state is Meeting.State.CLOSED
    said = each.said.text.splitlines() if each.said else ()
    opened = addresses.meeting(each.meeting_id) + f"#punt-{each.id}" if is_closed else addresses.agenda_item(each.id)
    return TableItemMark(
        heading=f"{each.table}, {short(day, today)}",
        url=opened if each.may_open else "",
        note=_note(each, relative(day, today), has_passed=day < today, vacant=vacant),
        question=each.question,
        lines=tuple(line for line in said if line) if is_closed else None,
        resolutions=tuple(resolution_mark(line, today) for line in each.resolutions),
        questions=tuple(question_mark(line, None, now) for line in each.questions),
        corrections=tuple(line.text for line in each.corrections),
    )


def _note(each: CaseItem, when: str, *, has_passed: bool, vacant: bool) -> str:
    """Say how far it is, and why it is on the agenda; that somebody asked something, the question says itself."""
    stands = {Meeting.State.CLOSED: f"{when}, de notulen staan vast", Meeting.State.OPEN: "het overleg is bezig"}
    planned = f"stond {when} op de agenda, het overleg is niet geopend" if has_passed else when
    asked = each.cause in (AgendaCause.ASKED, AgendaCause.TABLE_ASKED) and bool(each.question)
    why = "" if asked else cause_words(each.cause, vacant=vacant)
    return " · ".join(part for part in (stands.get(each.state, planned), why) if part)
