"""What the templates of tables and meetings print."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from houvast.ave.vocabulary import ASSIGNED
from houvast.cases.rules.seats import SeatState
from houvast.cases.selectors.bands import Band
from houvast.consultation.models import AgendaItem, ConsultationTable, ItemGuest, Meeting
from houvast.consultation.selectors.agenda import Agenda, ItemLine
from houvast.consultation.selectors.meetings import MeetingLine, TableLine
from houvast.consultation.selectors.minutes import Attendee, GuestLine
from houvast.desk.rules.timeline import Happening
from houvast.desk.selectors.decided import decided_in_cases
from houvast.kernel.dutch_dates import exact, relative, short
from houvast.kernel.terms import word_for
from houvast.kernel.working_time import in_amsterdam
from houvast.web import addresses
from houvast.web.look import NOBODY, Link, PhaseMark, phase_mark
from houvast.web.table_look import cause_words


@dataclass(frozen=True, slots=True)
class MeetingMark:
    """A meeting in a list."""

    title: str
    url: str
    when: str
    when_exact: str
    chair: str
    state: str


@dataclass(frozen=True, slots=True)
class TableMark:
    """A table in a list, with where its chair plans a meeting."""

    name: str
    kind: str
    detail: str
    plan: Link | None


@dataclass(frozen=True, slots=True)
class ItemMark:
    """An item in the list beside the screen, on the agenda and in the minutes."""

    id: str
    url: str
    at: str
    title: str
    note: str
    question: str
    phase: PhaseMark | None
    minutes: int
    is_now: bool = False
    is_done: bool = False


@dataclass(frozen=True, slots=True)
class PersonMark:
    """Somebody of the meeting, with a box for whether they are here."""

    box: str
    value: str
    name: str
    what: str
    is_here: bool
    answer: Link | None = None


def clock(at: datetime) -> str:
    """Give the time on the clock in Amsterdam: "10.10"."""
    local = in_amsterdam(at)
    return f"{local.hour:02}.{local.minute:02}"


def meeting_mark(line: MeetingLine, now: datetime) -> MeetingMark:
    """Give a meeting as a list shows it."""
    day, today = in_amsterdam(line.starts_at).date(), in_amsterdam(now).date()
    return MeetingMark(
        title=line.table,
        url=addresses.meeting(line.id),
        when=relative(day, today),
        when_exact=f"{short(day, today)}, {clock(line.starts_at)} tot {clock(line.ends_at)} uur",
        chair=line.chair,
        state=word_for(Meeting.State(line.state)),
    )


def table_mark(line: TableLine, *, may_plan: bool) -> TableMark:
    """Give a table as a list shows it."""
    where = f"regio {line.region}" if line.region else ""
    unused = "" if line.active else "niet meer in gebruik"
    parts = (f"voorzitter {line.chair}", line.rhythm, where, unused)
    plan = Link("Overleg plannen", f"/overleg/tafels/{line.id}/plannen") if may_plan else None
    return TableMark(
        line.name,
        word_for(ConsultationTable.Kind(line.kind)),
        ", ".join(part for part in parts if part),
        plan,
    )


def item_title(item: ItemLine, *, beamer: bool) -> str:
    """Say what an item is called: on a beamer by its code, never by a name."""
    if item.band is None:
        return item.title or word_for(AgendaItem.Kind(item.kind)).capitalize()
    return f"Casus {item.band.code}" if beamer else item.band.name


def item_note(item: ItemLine) -> str:
    """Say in a few words why an item is here."""
    if item.band is None:
        return f"{word_for(AgendaItem.Kind(item.kind))}, nog geen casus"
    vacant = vacancies(item.band)
    return vacant[0].lower() if vacant else cause_words(item.cause, vacant=False)


def vacancies(band: Band) -> tuple[str, ...]:
    """Say which direction nobody has."""
    return tuple(NOBODY[seat.responsibility] for seat in band.vacancies if seat.responsibility in ASSIGNED)


def vacancy_lines(band: Band, now: datetime) -> tuple[tuple[str, str], ...]:
    """Say which direction nobody has and since when: the first word apart, because it stands out."""
    today = in_amsterdam(now).date()
    lines = []
    for seat in band.seats:
        if seat.state is SeatState.VACANT and seat.responsibility in ASSIGNED:
            first, rest = NOBODY[seat.responsibility].split(" ", 1)
            days = (today - in_amsterdam(seat.since).date()).days
            since = "sinds vandaag" if days == 0 else f"al {days} {'dag' if days == 1 else 'dagen'}"
            lines.append((first, f"{rest}, {since}"))
    return tuple(lines)


def item_mark(item: ItemLine, *, beamer: bool, now_id: str = "", done: frozenset[str] = frozenset()) -> ItemMark:
    """Give an item as a list shows it."""
    item_id = str(item.id)
    return ItemMark(
        id=item_id,
        url=addresses.agenda_item(item.id, "beamer" if beamer else ""),
        at=clock(item.at),
        title=item_title(item, beamer=beamer),
        note=item_note(item),
        question=item.question,
        phase=phase_mark(item.band.phase) if item.band else None,
        minutes=item.minutes,
        is_now=item_id == now_id,
        is_done=item_id in done,
    )


def meeting_title(shown: Agenda) -> str:
    """Name a meeting: "MDO, ma 23 november 2026"."""
    return f"{shown.meeting.table.name}, {exact(in_amsterdam(shown.meeting.starts_at).date())}"


def meeting_facts(shown: Agenda) -> str:
    """Say who leads, from when until when, and where."""
    meeting = shown.meeting
    when = f"{clock(meeting.starts_at)} tot {clock(meeting.ends_at)} uur"
    return " · ".join(each for each in (f"Voorzitter {meeting.chair.name}", when, meeting.table.place) if each)


def person_marks(
    people: tuple[Attendee, ...],
    guests: tuple[GuestLine, ...],
    places: dict[str, int],
    *,
    beamer: bool,
    closed: bool = False,
) -> tuple[PersonMark, ...]:
    """Give who belongs to the meeting, with for which items somebody comes.

    A guest has no name on a beamer; who was not asked does not stand there. What was told before is over once it is
    `closed`.
    """
    marks = [PersonMark("here", str(each.member_id), each.name, _what(each, places), each.present) for each in people]
    for guest in (each for each in guests if each.was_asked):
        kind = word_for(ItemGuest.Kind(guest.kind)).capitalize()
        told = f"verteld {word_for(ItemGuest.ToldHow(guest.told_how))}, {word_for(guest.answer)}"
        said = None if beamer else Link("Komt die?", addresses.agenda_item(guest.item_id, f"gast/{guest.id}"))
        place = places.get(str(guest.item_id))
        name = kind if beamer or not guest.who else f"{kind}: {guest.who}"
        what = f"eigen punt{f', punt {place}' if place else ''}" + ("" if beamer or closed else f", {told}")
        marks.append(PersonMark("guest", str(guest.id), name, what, guest.present, said))
    return tuple(marks)


def _what(each: Attendee, places: dict[str, int]) -> str:
    numbers = sorted(places[str(item_id)] for item_id in each.item_ids if str(item_id) in places)
    points = f"punt {' en '.join(str(number) for number in numbers)}" if numbers else ""
    return ", ".join(part for part in (each.what, points) if part)


def happened_at(shown: Agenda, items: Sequence[ItemLine], now: datetime) -> dict[UUID, tuple[Happening, ...]]:
    """Give what was decided in the cases of items while the meeting was open, in three queries. The histories of a case
    only grow, so that minutes of a closed meeting never change by it."""
    cases = {each.id: each.case_id for each in items if each.case_id is not None}
    found = decided_in_cases(list(cases.values()), shown.meeting.opened_at, shown.meeting.closed_at or now)
    return {item_id: found.get(case_id, ()) for item_id, case_id in cases.items()}


def happened_lines(happened: Sequence[Happening]) -> tuple[str, ...]:
    """Say what was decided in a case, with the time on the clock."""
    return tuple(f"{clock(each.at)} uur: {each.strong}{each.text}" for each in happened)


def guest_lines(guests: tuple[GuestLine, ...], item: ItemLine) -> tuple[str, ...]:
    """Say in the minutes whether resident and supporters were at their own item, or why not."""
    lines = tuple(_guest_line(each) for each in guests if each.item_id == item.id)
    if not lines and item.case_id is not None:
        return ("Er is niet vastgelegd of de inwoner hiervoor is uitgenodigd.",)
    return lines


def _guest_line(each: GuestLine) -> str:
    kind = word_for(ItemGuest.Kind(each.kind)).capitalize()
    name = f"{kind} ({each.who})" if each.who else kind
    if not each.was_asked:
        return f"{name}: niet gevraagd. {each.why}"
    if each.present:
        return f"{name}: was er."
    rest = f" {word_for(each.answer)}" if each.answer is ItemGuest.Answer.DOES_NOT_COME else " was er niet"
    return f"{name}: uitgenodigd,{rest}. {each.why}".rstrip()
