"""What the meeting screen prints. On a beamer the words that were said are not in here at all, and nothing leads to a
page that shows them or a name.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from uuid import UUID

from houvast.ave.vocabulary import Responsibility
from houvast.cases.selectors import questions
from houvast.consultation import policy
from houvast.consultation.models import Meeting
from houvast.consultation.rules.saying import Candidate
from houvast.consultation.selectors import asking, minutes
from houvast.consultation.selectors.agenda import Agenda, ItemLine, meeting_before
from houvast.consultation.selectors.agenda import agenda as read_agenda
from houvast.consultation.selectors.candidates import candidates
from houvast.consultation.selectors.minutes import TextLine
from houvast.desk.rules.timeline import Happening
from houvast.directory.viewer import Viewer
from houvast.kernel.dutch_dates import short
from houvast.kernel.ids import new_id
from houvast.kernel.working_time import in_amsterdam
from houvast.plans.rules.tasks import Standing
from houvast.web import addresses
from houvast.web.consultation.forms import ResolutionForm, TextForm
from houvast.web.consultation.looks import (
    ItemMark,
    PersonMark,
    clock,
    happened_at,
    happened_lines,
    item_mark,
    item_title,
    meeting_facts,
    meeting_title,
    person_marks,
    vacancy_lines,
)
from houvast.web.form_look import field, summary
from houvast.web.look import ErrorSummary, Field, Link, PhaseMark, phase_mark
from houvast.web.table_look import QuestionMark, ResolutionMark, question_mark, resolution_mark


@dataclass(frozen=True, slots=True)
class Before:
    """The meeting before this one: how many of its resolutions are done, and where its minutes are."""

    said: str
    url: str


@dataclass(frozen=True, slots=True)
class Saying:
    """What was said: the words for who may read them, a field for who may write. Nothing of it on a beamer."""

    lines: tuple[str, ...]
    by: str
    field: Field | None
    hidden: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Resolving:
    """The form of a resolution in one row: its fields, whom to choose from, and the buttons beside it."""

    what: Field
    owner: Field
    due: Field
    hidden: tuple[tuple[str, str], ...]
    people: tuple[str, ...]
    acts: tuple[tuple[Link, str], ...]


@dataclass(frozen=True, slots=True)
class Screen:
    """The whole screen, ready to print."""

    title: str
    facts: str
    meeting_url: str
    is_beamer: bool
    toggle_url: str
    before: Before | None
    items: tuple[ItemMark, ...]
    place: str
    left: str
    phase: PhaseMark | None
    name: str
    question: str
    case_url: str
    vacancies: tuple[tuple[str, str], ...]
    questions: tuple[QuestionMark, ...]
    earlier: tuple[ResolutionMark, ...]
    earlier_on: str
    decided: tuple[ResolutionMark, ...]
    happened: tuple[str, ...]
    saying: Saying | None
    resolving: Resolving | None
    people: tuple[PersonMark, ...]
    here: str
    presence_url: str
    may_lead: bool
    is_open: bool
    item_id: str
    item_url: str
    next: ItemMark | None
    previous: ItemMark | None
    errors: ErrorSummary | None


@dataclass(frozen=True, slots=True)
class _Gathered:
    """What the minutes hold of the whole meeting; of this item what was decided before and what tables asked."""

    decided: tuple[minutes.ResolutionLine, ...]
    said: dict[UUID, TextLine]
    people: tuple[minutes.Attendee, ...]
    guests: tuple[minutes.GuestLine, ...]
    earlier: tuple[minutes.ResolutionLine, ...]
    marks: tuple[QuestionMark, ...]
    in_case: tuple[Happening, ...]

    def earlier_on(self, today: date) -> str:
        """Say when something was decided before, last."""
        return short(in_amsterdam(self.earlier[0].made_at).date(), today) if self.earlier else ""

    @property
    def done(self) -> frozenset[str]:
        """Give the items about which something was said or decided."""
        return frozenset({str(each) for each in self.said} | {str(each.item_id) for each in self.decided})


def _gather(
    viewer: Viewer, shown: Agenda, item: ItemLine, ids: list[UUID], now: datetime, *, beamer: bool
) -> _Gathered:
    before = shown.meeting.starts_at
    asked = asking.of_items(viewer, [item.id], now=now)
    return _Gathered(
        decided=minutes.resolutions(viewer, ids, now=now),
        said=minutes.texts(viewer, ids, now=now),
        people=minutes.attendees(viewer, shown, now=now),
        guests=minutes.guests(viewer, ids, now=now),
        earlier=minutes.decided_before(viewer, item.case_id, before, now=now) if item.case_id else (),
        marks=tuple(question_mark(each, viewer, now, beamer=beamer) for each in asked),
        in_case=happened_at(shown, [item], now).get(item.id, ()),
    )


def screen(
    viewer: Viewer,
    shown: Agenda,
    item_id: UUID,
    *,
    now: datetime,
    beamer: bool,
    text: TextForm | None,
    form: ResolutionForm | None,
) -> Screen:
    """Give the screen of an item, in a fixed number of queries."""
    today, ids = in_amsterdam(now).date(), [each.id for each in shown.items]
    place = ids.index(item_id)
    found = _gather(viewer, shown, item := shown.items[place], ids, now, beamer=beamer)
    marks = tuple(item_mark(each, beamer=beamer, now_id=str(item_id), done=found.done) for each in shown.items)
    persons = _persons(found.people, found.guests, ids, item_id, beamer=beamer)
    choices = candidates(viewer, item, found.people, now=now) if (writes := _writes(viewer, shown)) else ()
    return Screen(
        title=meeting_title(shown),
        facts=meeting_facts(shown),
        meeting_url=addresses.meeting(shown.meeting.id),
        is_beamer=beamer,
        toggle_url=addresses.agenda_item(item_id, "" if beamer else "beamer"),
        before=_before(viewer, shown, now, beamer=beamer),
        items=marks,
        place=f"punt {place + 1} van {len(ids)}",
        left=_left(shown, item, now),
        phase=phase_mark(item.band.phase) if item.band else None,
        name=item_title(item, beamer=beamer),
        question=item.question,
        case_url=addresses.case(item.band.code) if item.band and not beamer else "",
        vacancies=vacancy_lines(item.band, now) if item.band else (),
        questions=found.marks,
        earlier=tuple(resolution_mark(each, today) for each in found.earlier),
        earlier_on=found.earlier_on(today),
        decided=tuple(resolution_mark(each, today) for each in found.decided if each.item_id == item_id),
        happened=happened_lines(found.in_case),
        saying=None if beamer else _saying(text, found.said.get(item_id), now, writes=writes),
        resolving=_resolving(form, choices, _acts(viewer, item, now, beamer=beamer), beamer=beamer) if writes else None,
        people=persons,
        here=f"{sum(each.is_here for each in persons)} van {len(persons)}",
        presence_url=addresses.meeting(shown.meeting.id, "aanwezig"),
        may_lead=policy.may_prepare(viewer, shown.facts).allowed,
        is_open=shown.meeting.state == Meeting.State.OPEN,
        item_id=str(item_id),
        item_url=addresses.agenda_item(item_id),
        next=marks[place + 1] if place + 1 < len(marks) else None,
        previous=marks[place - 1] if place else None,
        errors=_errors(text, form),
    )


def _writes(viewer: Viewer, shown: Agenda) -> bool:
    return policy.may_write_minutes(viewer, shown.facts).allowed


def _persons(
    people: tuple[minutes.Attendee, ...],
    guests: tuple[minutes.GuestLine, ...],
    ids: list[UUID],
    item_id: UUID,
    *,
    beamer: bool,
) -> tuple[PersonMark, ...]:
    places = {str(each): number for number, each in enumerate(ids, start=1)}
    marks = person_marks(people, guests, places, beamer=beamer)
    return tuple(each for each in marks if each.box == "here" or _is_of(each, guests, item_id, beamer))


def _is_of(mark: PersonMark, guests: tuple[minutes.GuestLine, ...], item_id: UUID, beamer: bool) -> bool:
    """Say whether a guest belongs to this item; in the room nobody sees who comes for another one."""
    return not beamer or any(str(each.id) == mark.value and each.item_id == item_id for each in guests)


def _errors(text: TextForm | None, form: ResolutionForm | None) -> ErrorSummary | None:
    if text is not None and text.errors:
        return summary(text, "Dit is nog niet opgeschreven.")
    return summary(form, "Dit besluit is nog niet vastgelegd.") if form is not None else None


def _left(shown: Agenda, item: ItemLine, now: datetime) -> str:
    """Say how many minutes are left for an item, while its meeting is going on."""
    if shown.meeting.state != Meeting.State.OPEN:
        return ""
    left = (item.at + timedelta(minutes=item.minutes) - now) // timedelta(minutes=1)
    if left < 0:
        return "" if left < -item.minutes else "tijd is om"
    return f"nog {left} {'minuut' if left == 1 else 'minuten'}" if left <= item.minutes else ""


def _before(viewer: Viewer, shown: Agenda, now: datetime, *, beamer: bool) -> Before | None:
    meeting_id = meeting_before(viewer, shown, now=now)
    if meeting_id is None:
        return None
    ids = [each.id for each in read_agenda(viewer, meeting_id, now=now).items]
    lines = minutes.resolutions(viewer, ids, now=now)
    done = sum(each.standing is Standing.DONE for each in lines)
    return Before(f"{done} van {len(lines)} gedaan", "" if beamer else addresses.meeting(meeting_id))


def _saying(form: TextForm | None, said: TextLine | None, now: datetime, *, writes: bool) -> Saying:
    lines = tuple(said.text.splitlines()) if said else ()
    by = f"{said.author}, {clock(said.written_at)} uur" if said else ""
    if not writes:
        return Saying(lines, by, None, ())
    known = {"text": said.text if said else "", "seen": said.number if said else 0}
    bound = form or TextForm(initial=known)
    seen = str(bound["seen"].value())
    return Saying(lines, by, replace(field(bound["text"]), label=str(bound.fields["text"].label)), (("seen", seen),))


def _acts(viewer: Viewer, item: ItemLine, now: datetime, *, beamer: bool) -> tuple[tuple[Link, str], ...]:
    """Give what is decided in the case itself, each with its key; a proposal that waits goes before choosing a step."""
    if item.band is None or beamer:
        return ()
    code = item.band.code
    scale = Link("Op- of afschalen", addresses.case_act(code, "schalen"))
    for each in questions.proposals(viewer, now=now, case_id=item.band.case_id):
        up = "op" if each.to_phase > each.from_phase else "af"
        scale = Link(f"Besluiten over {up}schalen naar AVE {each.to_phase}", addresses.proposal(each.id))
    assign = addresses.seat_act(code, "toewijzen", Responsibility.CASE_DIRECTION)
    return (Link("Casusregie toewijzen", assign), "c"), (scale, "f")


def _resolving(
    form: ResolutionForm | None, choices: Sequence[Candidate], acts: tuple[tuple[Link, str], ...], *, beamer: bool
) -> Resolving:
    bound = form or ResolutionForm(initial={"once": new_id()})
    hidden = [("once", str(bound["once"].value()))]
    if beamer:
        hidden.append(("beamer", "on"))
    shown = [replace(field(bound[name]), label=str(bound.fields[name].label)) for name in ("what", "owner", "due")]
    return Resolving(shown[0], shown[1], shown[2], tuple(hidden), tuple(each.label for each in choices), acts)
