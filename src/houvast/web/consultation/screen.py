"""One screen to run a meeting from: what is said and decided at an item, by keyboard, safe on a beamer.

Which of the two it is stands in the address and is decided here: a beamer page is made without the words that were said
and without names of cases, residents and supporters, so they are not in its source either.
"""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_POST, require_safe

from houvast.consultation.models import Meeting
from houvast.consultation.rules.saying import find_owner
from houvast.consultation.selectors.agenda import agenda, meeting_of
from houvast.consultation.selectors.candidates import candidates
from houvast.consultation.selectors.minutes import attendees
from houvast.consultation.services.make_resolution import NewResolution, make_resolution
from houvast.consultation.services.write_item_text import write_item_text
from houvast.kernel.errors import Conflict, Invalid
from houvast.kernel.working_time import in_amsterdam
from houvast.plans.rules.tasks import Owner
from houvast.web import addresses
from houvast.web.consultation.acts import found_item
from houvast.web.consultation.agenda import record_meeting
from houvast.web.consultation.forms import ResolutionForm, TextForm, on_day
from houvast.web.consultation.screen_look import Screen, screen
from houvast.web.door import DoorRequest, signed_in
from houvast.web.form_look import with_problems


def _show(
    request: DoorRequest,
    item_id: UUID,
    *,
    beamer: bool,
    text: TextForm | None = None,
    resolution: ResolutionForm | None = None,
) -> HttpResponse:
    meeting_id = meeting_of(request.viewer, item_id, now=request.now)
    shown = agenda(request.viewer, meeting_id, now=request.now)
    if shown.meeting.state == Meeting.State.CLOSED:
        return HttpResponseRedirect(f"{addresses.meeting(meeting_id)}#punt-{item_id}")
    look: Screen = screen(request.viewer, shown, item_id, now=request.now, beamer=beamer, text=text, form=resolution)
    record_meeting(request, shown, item_id=item_id, beamer=beamer)
    wrong = (text is not None and bool(text.errors)) or (resolution is not None and bool(resolution.errors))
    return render(request, "overleg/scherm.html", {"nav": "overleg", "scherm": look}, status=422 if wrong else 200)


@require_safe
@signed_in
def item_page(request: DoorRequest, item_id: UUID) -> HttpResponse:
    """Show the screen with everything that the viewer may see."""
    return _show(request, item_id, beamer=False)


@require_safe
@signed_in
def beamer_page(request: DoorRequest, item_id: UUID) -> HttpResponse:
    """Show the screen as everybody in the room may see it."""
    return _show(request, item_id, beamer=True)


@require_POST
@signed_in
def say(request: DoorRequest, item_id: UUID) -> HttpResponse:
    """Write what was said. What cannot be kept comes back as it was typed."""
    found_item(request, item_id)
    form = TextForm(request.POST)
    if form.is_valid():
        said, seen = form.cleaned_data["text"], form.cleaned_data["seen"]
        try:
            write_item_text(actor=request.actor, now=request.now, item_id=item_id, text=said, seen=seen)
        except (Invalid, Conflict) as wrong:
            with_problems(form, {"text": wrong.message})
        else:
            messages.success(request, "Opgeschreven.")
            return HttpResponseRedirect(addresses.agenda_item(item_id))
    return _show(request, item_id, beamer=False, text=form)


@require_POST
@signed_in
def resolve(request: DoorRequest, item_id: UUID) -> HttpResponse:
    """Record a resolution: what, who by the first letters of a name, when as people say it."""
    form = ResolutionForm(request.POST)
    valid = form.is_valid()
    beamer = bool(form.cleaned_data.get("beamer"))
    if valid:
        try:
            _resolve(request, item_id, form)
        except Invalid as wrong:
            with_problems(form, {{"due_on": "due"}.get(name, name): said for name, said in wrong.problems.items()})
        else:
            messages.success(request, "Het besluit is vastgelegd.")
            return HttpResponseRedirect(addresses.agenda_item(item_id, "beamer" if beamer else ""))
    return _show(request, item_id, beamer=beamer, resolution=form)


def _resolve(request: DoorRequest, item_id: UUID, form: ResolutionForm) -> None:
    meeting_id = meeting_of(request.viewer, item_id, now=request.now)
    shown = agenda(request.viewer, meeting_id, now=request.now)
    item = next(each for each in shown.items if each.id == item_id)
    people = attendees(request.viewer, shown, now=request.now)
    owner = find_owner(form.cleaned_data["owner"], candidates(request.viewer, item, people, now=request.now))
    said = form.cleaned_data["due"]
    day = on_day(form, "due", in_amsterdam(request.now).date()) if said else None
    if form.errors:
        raise Invalid({} if owner else {"owner": "Kies één iemand die dit doet."})
    new = NewResolution(form.cleaned_data["what"], owner.owner if owner else Owner(), day, id=form.cleaned_data["once"])
    make_resolution(actor=request.actor, now=request.now, item_id=item_id, new=new)
