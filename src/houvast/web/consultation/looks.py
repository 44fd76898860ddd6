"""What the templates of tables and meetings print."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from houvast.ave.vocabulary import ASSIGNED
from houvast.cases.rules.seats import SeatState
from houvast.cases.selectors.bands import Band
from houvast.consultation.models import AgendaItem, ConsultationTable, ItemGuest, Meeting
from houvast.consultation.rules.asking import QuestionState
from houvast.consultation.selectors.agenda import Agenda, ItemLine
from houvast.consultation.selectors.asking import QuestionLine
from houvast.consultation.selectors.meetings import MeetingLine, TableLine
from houvast.consultation.selectors.minutes import Attendee, GuestLine, ResolutionLine
from houvast.directory.viewer import Viewer
from houvast.kernel.dutch_dates import exact, relative, short
from houvast.kernel.terms import word_for
from houvast.kernel.working_time import in_amsterdam
from houvast.plans.rules.tasks import Standing
from houvast.web import addresses
from houvast.web.look import LATE, NOBODY, Link, PhaseMark, phase_mark


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
class ResolutionMark:
    """A resolution with how it stands: a mark that is also said in words."""

    mark: str
    said: str
    what: str
    owner: str
    when: str
    when_class: str
    outcome_url: str


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


@dataclass(frozen=True, slots=True)
class QuestionMark:
    """A question between tables at an item: who asks whom, how it stands, the answer, and what the viewer can do."""

    title: str
    question: str
    stands: str
    answer: str
    acts: tuple[Link, ...]


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


def resolution_mark(line: ResolutionLine, today: date, *, may_say: bool = True) -> ResolutionMark:
    """Give a resolution with how it stands now."""
    owner = f"{line.owner}, {line.owner_detail}" if line.owner_detail else line.owner
    late = line.is_late(today)
    when = _late(line.due_on, today) if late else short(line.due_on, today)
    open_outcome = may_say and line.is_nobodys_case and line.standing is Standing.OPEN
    return ResolutionMark(
        mark="✓" if line.standing is Standing.DONE else "○",
        said=word_for(line.standing),
        what=line.what,
        owner=owner,
        when=when,
        when_class=LATE if late else "",
        outcome_url=f"/overleg/besluiten/{line.id}/afloop" if open_outcome else "",
    )


def _late(due_on: date, today: date) -> str:
    days = (today - due_on).days
    return "1 dag te laat" if days == 1 else f"{days} dagen te laat"


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
    return vacant[0].lower() if vacant else word_for(AgendaItem.Cause(item.cause.value))


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
    people: tuple[Attendee, ...], guests: tuple[GuestLine, ...], places: dict[str, int], *, beamer: bool
) -> tuple[PersonMark, ...]:
    """Give who belongs to the meeting, with for which items somebody comes.

    A guest has no name on a beamer; who was not asked does not stand there.
    """
    marks = [PersonMark("here", str(each.member_id), each.name, _what(each, places), each.present) for each in people]
    for guest in (each for each in guests if each.was_asked):
        kind = word_for(ItemGuest.Kind(guest.kind)).capitalize()
        told = f"verteld {word_for(ItemGuest.ToldHow(guest.told_how))}, {word_for(guest.answer)}"
        said = None if beamer else Link("Komt die?", addresses.agenda_item(guest.item_id, f"gast/{guest.id}"))
        place = places.get(str(guest.item_id))
        name = kind if beamer or not guest.who else f"{kind}: {guest.who}"
        what = f"eigen punt{f' ({place})' if place else ''}" + ("" if beamer else f", {told}")
        marks.append(PersonMark("guest", str(guest.id), name, what, guest.present, said))
    return tuple(marks)


def _what(each: Attendee, places: dict[str, int]) -> str:
    numbers = sorted(places[str(item_id)] for item_id in each.item_ids if str(item_id) in places)
    points = f"punt {' en '.join(str(number) for number in numbers)}" if numbers else ""
    return ", ".join(part for part in (each.what, points) if part)


def question_mark(line: QuestionLine, viewer: Viewer, now: datetime, *, beamer: bool = False) -> QuestionMark:
    """Give a question between tables. On a beamer the answer is hidden as all that was said, and so are the acts."""
    today = in_amsterdam(now).date()
    said = line.answer.text if line.answer and not beamer else ""
    return QuestionMark(
        title=f"{line.asking_table} vraagt {line.table}",
        question=line.question,
        stands=_stands(line, today),
        answer=said,
        acts=() if beamer else tuple(_question_acts(line, viewer)),
    )


def _stands(line: QuestionLine, today: date) -> str:
    if line.answer is not None:
        word = word_for(line.answer.outcome)
        return f"{word}, {line.answer.by}, {short(in_amsterdam(line.answer.at).date(), today)}"
    if line.state is QuestionState.ON_AGENDA and line.on is not None:
        return f"staat op de agenda van {short(line.on, today)}"
    return word_for(line.state)


def _question_acts(line: QuestionLine, viewer: Viewer) -> Iterator[Link]:
    if line.answer is not None:
        return
    if line.table_chair_id in viewer.member_ids:
        if line.state is not QuestionState.ON_AGENDA:
            yield Link("Op een agenda zetten", addresses.table_question(line.id, "agenda"))
        yield Link("Antwoord geven", addresses.table_question(line.id, "antwoord"))
    if line.asking_chair_ids & viewer.member_ids:
        yield Link("Vraag intrekken", addresses.table_question(line.id, "intrekken"))


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
