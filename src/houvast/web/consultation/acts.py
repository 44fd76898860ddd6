"""What changes a meeting or an item: each on a page of its own that says what it will do, or by one button."""

from functools import partial
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_http_methods, require_POST

from houvast.consultation import policy
from houvast.consultation.rules.saying import OutcomeState
from houvast.consultation.selectors.agenda import Agenda, ItemLine, agenda, meeting_of
from houvast.consultation.services.close_meeting import close_meeting
from houvast.consultation.services.correct_minutes import correct_minutes
from houvast.consultation.services.move_item import move_item
from houvast.consultation.services.open_meeting import open_meeting
from houvast.consultation.services.record_outcome import record_outcome
from houvast.consultation.services.record_presence import record_presence
from houvast.consultation.services.take_off_agenda import take_off_agenda
from houvast.kernel.errors import Invalid
from houvast.web import addresses
from houvast.web.act_page import ActPage, act_page
from houvast.web.consultation.agenda import record_meeting
from houvast.web.consultation.forms import ConfirmForm, CorrectionForm
from houvast.web.consultation.looks import item_title, meeting_title
from houvast.web.door import DoorRequest, signed_in


def found_item(request: DoorRequest, item_id: UUID) -> tuple[Agenda, ItemLine]:
    """Give a visible item with its agenda. Raises `NotVisible`."""
    meeting_id = meeting_of(request.viewer, item_id, now=request.now)
    shown = agenda(request.viewer, meeting_id, now=request.now)
    return shown, next(each for each in shown.items if each.id == item_id)


def _confirm(request: DoorRequest) -> ConfirmForm:
    return ConfirmForm(request.POST if request.method == "POST" else None)


@require_http_methods(["GET", "POST"])
@signed_in
def open_page(request: DoorRequest, meeting_id: UUID) -> HttpResponse:
    """Open a meeting."""
    shown = agenda(request.viewer, meeting_id, now=request.now)

    def do(_filled: dict[str, object]) -> str:
        open_meeting(actor=request.actor, now=request.now, meeting_id=meeting_id)
        return addresses.agenda_item(shown.items[0].id) if shown.items else addresses.meeting(meeting_id)

    page = ActPage(
        title=f"Overleg openen: {meeting_title(shown)}",
        button="Overleg openen",
        done="Het overleg is begonnen.",
        not_done="Het overleg is nog niet begonnen.",
        back=addresses.meeting(meeting_id),
        back_text=meeting_title(shown),
        consequences=(
            "Vanaf nu schrijft u op wat er is gezegd en besloten.",
            "Alleen u zet nog iets op de agenda.",
        ),
        nav="overleg",
    )
    verdict = policy.may_prepare(request.viewer, shown.facts)
    return act_page(request, page, _confirm(request), do, verdict=verdict)


@require_http_methods(["GET", "POST"])
@signed_in
def close_page(request: DoorRequest, meeting_id: UUID) -> HttpResponse:
    """Close a meeting, which fixes its minutes."""
    shown = agenda(request.viewer, meeting_id, now=request.now)

    def do(_filled: dict[str, object]) -> str:
        close_meeting(actor=request.actor, now=request.now, meeting_id=meeting_id)
        return addresses.meeting(meeting_id)

    page = ActPage(
        title=f"Overleg sluiten: {meeting_title(shown)}",
        button="Overleg sluiten",
        done="Het overleg is gesloten. De notulen staan vast.",
        not_done="Het overleg is nog niet gesloten.",
        back=addresses.meeting(meeting_id),
        back_text=meeting_title(shown),
        consequences=(
            "Wat is gezegd, wat is besloten en wie er was, staat daarna vast. Een correctie komt eronder.",
            "Wie bij een punt was uitgenodigd, ziet dat punt niet meer. Wie een taak heeft, houdt die taak.",
            "U leest de notulen over een casus nog 90 dagen.",
        ),
        nav="overleg",
    )
    verdict = policy.may_prepare(request.viewer, shown.facts)
    return act_page(request, page, _confirm(request), do, verdict=verdict)


@require_POST
@signed_in
def presence(request: DoorRequest, meeting_id: UUID) -> HttpResponse:
    """Record who is here, and go back to where one was."""
    here, guests = _ids(request, "here"), _ids(request, "guest")
    record_presence(actor=request.actor, now=request.now, meeting_id=meeting_id, here=here, guests=guests)
    messages.success(request, "Vastgelegd wie er is.")
    back = request.POST.get("item", "")
    try:
        item = UUID(back)
    except ValueError:
        return HttpResponseRedirect(addresses.meeting(meeting_id))
    return HttpResponseRedirect(addresses.agenda_item(item, "beamer" if request.POST.get("beamer") else ""))


def _ids(request: DoorRequest, name: str) -> list[UUID]:
    try:
        return [UUID(value) for value in request.POST.getlist(name)]
    except ValueError as wrong:
        raise Invalid({"": "Iemand in deze lijst hoort niet bij dit overleg. Kijk opnieuw."}) from wrong


@require_POST
@signed_in
def move(request: DoorRequest, item_id: UUID) -> HttpResponse:
    """Move an item one place up or down."""
    shown, _ = found_item(request, item_id)
    move_item(actor=request.actor, now=request.now, item_id=item_id, up=request.POST.get("kant") != "later")
    return HttpResponseRedirect(f"{addresses.meeting(shown.meeting.id)}#punt-{item_id}")


@require_http_methods(["GET", "POST"])
@signed_in
def take_off(request: DoorRequest, item_id: UUID) -> HttpResponse:
    """Take an item off the agenda."""
    shown, item = found_item(request, item_id)

    def do(_filled: dict[str, object]) -> str:
        take_off_agenda(actor=request.actor, now=request.now, item_id=item_id)
        return addresses.meeting(shown.meeting.id)

    page = ActPage(
        title=f"Van de agenda halen: {item_title(item, beamer=False)}",
        button="Van de agenda halen",
        done="Het punt staat niet meer op de agenda.",
        not_done="Het punt staat nog op de agenda.",
        back=addresses.meeting(shown.meeting.id),
        back_text=meeting_title(shown),
        consequences=("Wie bij dit punt was uitgenodigd, ziet het vanaf nu niet meer.",),
        nav="overleg",
    )
    reading = partial(record_meeting, request, shown, item_id=item_id)
    verdict = policy.may_prepare(request.viewer, shown.facts)
    return act_page(request, page, _confirm(request), do, verdict=verdict, reading=reading)


@require_http_methods(["GET", "POST"])
@signed_in
def correct(request: DoorRequest, item_id: UUID) -> HttpResponse:
    """Put something right in the minutes."""
    shown, item = found_item(request, item_id)
    form = CorrectionForm(request.POST if request.method == "POST" else None)

    def do(filled: dict[str, object]) -> str:
        correct_minutes(actor=request.actor, now=request.now, item_id=item_id, text=str(filled["text"]))
        return f"{addresses.meeting(shown.meeting.id)}#punt-{item_id}"

    page = ActPage(
        title=f"Notulen verbeteren: {item_title(item, beamer=False)}",
        button="Correctie toevoegen",
        done="De correctie staat onder de notulen van dit punt.",
        not_done="De correctie is nog niet toegevoegd.",
        back=addresses.meeting(shown.meeting.id),
        back_text=meeting_title(shown),
        consequences=("De notulen blijven zoals ze zijn. Uw correctie komt eronder, met naam en tijd.",),
        nav="overleg",
    )
    reading = partial(record_meeting, request, shown, item_id=item_id)
    verdict = policy.may_correct(request.viewer, shown.facts)
    return act_page(request, page, form, do, verdict=verdict, reading=reading)


@require_POST
@signed_in
def outcome(request: DoorRequest, resolution_id: UUID) -> HttpResponse:
    """Say what became of a resolution that is nobody's case."""
    state = OutcomeState.NOT_DONE if request.POST.get("state") == "not_done" else OutcomeState.DONE
    record_outcome(actor=request.actor, now=request.now, resolution_id=resolution_id, state=state)
    messages.success(request, "Vastgelegd.")
    return HttpResponseRedirect("/overleg/")
