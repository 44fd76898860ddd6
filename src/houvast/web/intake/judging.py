"""Small acts on the board: who is it, who is busy with it, on to the next step, and taking a decision back."""

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_POST

from houvast.intake.services.choose_themes import choose_themes
from houvast.intake.services.confirm_person import confirm_person
from houvast.intake.services.deny_person import deny_person
from houvast.intake.services.send_to_next_step import send_to_next_step
from houvast.intake.services.take_concern import take_concern
from houvast.intake.services.undo_decision import undo_decision
from houvast.kernel.errors import Invalid
from houvast.web import addresses
from houvast.web.door import DoorRequest, signed_in
from houvast.web.intake.decided import forget_decided, remember_decided

_UNREADABLE = "Dit formulier klopt niet meer. Ga terug en laad de pagina opnieuw."


class PersonForm(forms.Form):
    """Of whom somebody says that it is them, or not."""

    resident = forms.UUIDField()


class ThemesForm(forms.Form):
    """What a concern is about; `point` when somebody comes from the quick form, and goes back there."""

    point = forms.UUIDField(required=False)


class SendOnForm(forms.Form):
    """What is known when a concern goes to the next step."""

    version = forms.IntegerField(min_value=0)
    following = forms.UUIDField(required=False)
    text = forms.CharField(required=False, max_length=4000)


def _read(form: forms.Form) -> dict[str, object]:
    """Give what a button sent. Raises `Invalid` when that is not what our own page sends."""
    if not form.is_valid():
        raise Invalid({"": _UNREADABLE})
    return form.cleaned_data


def _back(concern_id: UUID | None) -> HttpResponse:
    return HttpResponseRedirect(addresses.concern(concern_id))


@require_POST
@signed_in
def take(request: DoorRequest, concern_id: UUID) -> HttpResponse:
    """Take a concern over from somebody else who is busy with it."""
    take_concern(actor=request.actor, now=request.now, concern_id=concern_id, anyway=True)
    messages.success(request, "U bent nu met dit signaal bezig.")
    return _back(concern_id)


@require_POST
@signed_in
def same(request: DoorRequest, concern_id: UUID) -> HttpResponse:
    """Say that a concern is about this resident."""
    resident_id = UUID(str(_read(PersonForm(request.POST))["resident"]))
    confirm_person(actor=request.actor, now=request.now, concern_id=concern_id, resident_id=resident_id)
    return _back(concern_id)


@require_POST
@signed_in
def other(request: DoorRequest, concern_id: UUID) -> HttpResponse:
    """Say that a concern is not about this resident."""
    resident_id = UUID(str(_read(PersonForm(request.POST))["resident"]))
    deny_person(actor=request.actor, now=request.now, concern_id=concern_id, resident_id=resident_id)
    return _back(concern_id)


@require_POST
@signed_in
def themes(request: DoorRequest, concern_id: UUID) -> HttpResponse:
    """Choose what a concern is about, on the board or after entering it."""
    point = _read(ThemesForm(request.POST))["point"]
    chosen = request.POST.getlist("themes")
    choose_themes(actor=request.actor, now=request.now, concern_id=concern_id, themes=chosen)
    messages.success(request, "De aanleiding is bewaard.")
    if isinstance(point, UUID):
        return HttpResponseRedirect(addresses.new_concern(point))
    return _back(concern_id)


@require_POST
@signed_in
def undo(request: DoorRequest, concern_id: UUID) -> HttpResponse:
    """Take one's own last decision back; the concern opens again."""
    undo_decision(actor=request.actor, now=request.now, concern_id=concern_id)
    forget_decided(request)
    messages.success(request, "Uw besluit is ongedaan gemaakt. Het signaal wacht weer.")
    return _back(concern_id)


@require_POST
@signed_in
def send_on(request: DoorRequest, concern_id: UUID) -> HttpResponse:
    """Send a concern to the next step of triage, and open the next concern."""
    data = _read(SendOnForm(request.POST))
    version = int(str(data["version"]))
    send_to_next_step(
        actor=request.actor, now=request.now, concern_id=concern_id, version=version, text=str(data["text"])
    )
    remember_decided(request, concern_id)
    messages.success(request, "Het signaal is verder naar de volgende stap.")
    following = data["following"]
    return _back(following if isinstance(following, UUID) else None)
