"""The agenda of a meeting, with what it proposes, and its minutes afterwards."""

from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from houvast.audit.services.act import record_read
from houvast.cases.selectors.bands import Band, case_by_code
from houvast.consultation import policy
from houvast.consultation.events import MEETING_READ
from houvast.consultation.models import AgendaItem, Meeting
from houvast.consultation.rules.agenda import AgendaCause, Proposed
from houvast.consultation.selectors import asking, minutes
from houvast.consultation.selectors.agenda import Agenda, agenda, proposals
from houvast.consultation.selectors.minutes import TextLine
from houvast.consultation.services.put_on_agenda import NewItem, put_on_agenda
from houvast.kernel.dutch_dates import moment, short
from houvast.kernel.errors import Invalid, NotVisible
from houvast.kernel.terms import word_for
from houvast.kernel.working_time import in_amsterdam
from houvast.web import addresses
from houvast.web.act_page import ActPage, act_page
from houvast.web.consultation.forms import ItemForm, ProposedForm
from houvast.web.consultation.looks import (
    ItemMark,
    guest_lines,
    happened_at,
    happened_lines,
    item_mark,
    meeting_facts,
    meeting_title,
    person_marks,
)
from houvast.web.door import DoorRequest, signed_in
from houvast.web.look import PhaseMark, phase_mark
from houvast.web.table_look import QuestionMark, ResolutionMark, question_mark, resolution_mark


@dataclass(frozen=True, slots=True)
class ProposalMark:
    """A case that the agenda proposes, with what its button sends."""

    code: str
    cause: str
    name: str
    phase: PhaseMark
    why: str
    also: str


@dataclass(frozen=True, slots=True)
class MinuteMark:
    """An item in the minutes: what was said, what was decided here and in the case itself, and what was put right."""

    item: ItemMark
    guests: tuple[str, ...]
    lines: tuple[str, ...]
    resolutions: tuple[ResolutionMark, ...]
    happened: tuple[str, ...]
    questions: tuple[QuestionMark, ...]
    corrections: tuple[tuple[str, str], ...]
    correct_url: str


def record_meeting(request: DoorRequest, shown: Agenda, *, item_id: UUID | None = None, beamer: bool = False) -> None:
    """Put on record that a meeting was looked at, before it is shown; an item about a case in the log of that case."""
    item = next((each for each in shown.items if each.id == item_id), None)
    record_read(
        MEETING_READ,
        actor=request.actor,
        now=request.now,
        municipality=item.municipality_id if item else shown.facts.municipality_id,
        case=item.case_id if item else None,
        subject="meeting",
        subject_id=shown.meeting.id,
        details={"items": [str(each.id) for each in shown.items], "beamer": beamer},
    )


@require_safe
@signed_in
def meeting_page(request: DoorRequest, meeting_id: UUID) -> HttpResponse:
    """Show the agenda, also on paper; of a closed meeting the minutes."""
    return _show(request, agenda(request.viewer, meeting_id, now=request.now))


def _show(request: DoorRequest, shown: Agenda, problem: str = "") -> HttpResponse:
    context: dict[str, object] = {
        "nav": "overleg",
        "title": meeting_title(shown),
        "facts": meeting_facts(shown),
        "state": word_for(Meeting.State(shown.meeting.state)),
        "url": addresses.meeting(shown.meeting.id),
        "problem": problem,
        "hidden": shown.hidden if shown.facts.chair_id in request.viewer.member_ids else 0,
    }
    if shown.meeting.state == Meeting.State.CLOSED:
        context |= _minutes(request, shown)
        record_meeting(request, shown)
        return render(request, "overleg/notulen.html", context)
    context |= _agenda(request, shown)
    record_meeting(request, shown)
    return render(request, "overleg/agenda.html", context, status=422 if problem else 200)


def _agenda(request: DoorRequest, shown: Agenda) -> dict[str, object]:
    today = in_amsterdam(request.now).date()
    proposed = proposals(request.viewer, shown, now=request.now)
    leads = policy.may_prepare(request.viewer, shown.facts).allowed
    return {
        "items": tuple(item_mark(each, beamer=False) for each in shown.items),
        "proposals": tuple(_proposal(each, band) for each, band in proposed),
        "may_add": policy.may_add_item(request.viewer, shown.facts, today).allowed,
        "leads": leads,
        "is_open": shown.meeting.state == Meeting.State.OPEN,
        "first": addresses.agenda_item(shown.items[0].id) if shown.items else "",
        "closes": short(shown.facts.agenda_closes, today),
        "ground": shown.meeting.table.legal_ground,
    }


def _proposal(each: Proposed, band: Band) -> ProposalMark:
    also = f"Ook: {', '.join(each.also)}." if each.also else ""
    return ProposalMark(each.case.code, each.cause.value, band.name, phase_mark(band.phase), each.why, also)


def _minutes(request: DoorRequest, shown: Agenda) -> dict[str, object]:
    viewer, now = request.viewer, request.now
    today, ids = in_amsterdam(now).date(), [each.id for each in shown.items]
    said = minutes.texts(viewer, ids, now=now)
    decided = minutes.resolutions(viewer, ids, now=now)
    put_right = minutes.corrections(viewer, ids, now=now)
    guests = minutes.guests(viewer, ids, now=now)
    in_cases = happened_at(shown, shown.items, now)
    asked = asking.of_items(viewer, ids, now=now)
    may_correct = policy.may_correct(viewer, shown.facts).allowed
    rows = tuple(
        MinuteMark(
            item=item_mark(each, beamer=False),
            guests=guest_lines(guests, each),
            lines=tuple(said[each.id].text.splitlines()) if each.id in said else (),
            resolutions=tuple(resolution_mark(line, today) for line in decided if line.item_id == each.id),
            happened=happened_lines(in_cases.get(each.id, ())),
            questions=tuple(
                question_mark(line, viewer, now) for line in asked if each.id in (line.item_id, line.answering_item_id)
            ),
            corrections=tuple(_correction(request, line) for line in put_right if line.item_id == each.id),
            correct_url=addresses.agenda_item(each.id, "correctie") if may_correct else "",
        )
        for each in shown.items
    )
    people = minutes.attendees(viewer, shown, now=now)
    places = {str(each.id): place for place, each in enumerate(shown.items, start=1)}
    here = [each for each in person_marks(people, guests, places, beamer=False, closed=True) if each.is_here]
    closed_at = shown.meeting.closed_at
    return {"rows": rows, "here": here, "closed": moment(closed_at, now) if closed_at else ""}


def _correction(request: DoorRequest, line: TextLine) -> tuple[str, str]:
    return line.text, f"{line.author}, {moment(line.written_at, request.now)}"


@require_POST
@signed_in
def put_case(request: DoorRequest, meeting_id: UUID) -> HttpResponse:
    """Put a case that the agenda proposes on it, by one key."""
    shown = agenda(request.viewer, meeting_id, now=request.now)
    form = ProposedForm(request.POST)
    if not form.is_valid():
        return _show(request, shown, "Deze casus is niet herkend. Kies haar opnieuw uit de voorstellen hieronder.")
    found = case_by_code(request.viewer, form.cleaned_data["code"], now=request.now)
    cause = form.cleaned_data["cause"]
    reason = AgendaCause(cause) if cause in set(AgendaCause) else AgendaCause.ASKED
    new = NewItem(AgendaItem.Kind.CASE, found.band.case_id, cause=reason)
    put_on_agenda(actor=request.actor, now=request.now, meeting_id=meeting_id, new=new)
    messages.success(request, f"{found.band.name} staat op de agenda.")
    return HttpResponseRedirect(addresses.meeting(meeting_id))


@require_http_methods(["GET", "POST"])
@signed_in
def new_item(request: DoorRequest, meeting_id: UUID) -> HttpResponse:
    """Put a case, an address, a group or a theme on the agenda."""
    shown = agenda(request.viewer, meeting_id, now=request.now)
    verdict = policy.may_add_item(request.viewer, shown.facts, in_amsterdam(request.now).date())
    form = ItemForm(request.POST if request.method == "POST" else None)

    def do(filled: dict[str, object]) -> str:
        kind = AgendaItem.Kind(str(filled["kind"]))
        case_id = _case_id(request, str(filled["code"])) if kind is AgendaItem.Kind.CASE else None
        new = NewItem(kind, case_id, str(filled["title"]), str(filled["question"]), minutes=int(str(filled["minutes"])))
        put_on_agenda(actor=request.actor, now=request.now, meeting_id=meeting_id, new=new)
        return addresses.meeting(meeting_id)

    page = ActPage(
        title="Punt op de agenda zetten",
        button="Op de agenda zetten",
        done="Het punt staat op de agenda.",
        not_done="Het punt staat nog niet op de agenda.",
        back=addresses.meeting(meeting_id),
        back_text=meeting_title(shown),
        consequences=(
            "Bij een casus zijn meteen uitgenodigd: wie van de gemeente aan deze tafel zit, en wie er zit namens een "
            "organisatie rond de casus. Zij zien dit punt en wie de casus leidt, tot het overleg is gesloten.",
            "Een adres, groep of thema wordt niemands casus. Alleen de voorzitter ziet het, tot iemand is uitgenodigd.",
        ),
        nav="overleg",
    )
    return act_page(request, page, form, do, verdict=verdict, rename={"case": "code"})


def _case_id(request: DoorRequest, code: str) -> UUID:
    try:
        return case_by_code(request.viewer, code.strip().upper(), now=request.now).band.case_id
    except NotVisible as unknown:
        raise Invalid({"code": "Er is geen casus met dit nummer die u kunt zien."}) from unknown
