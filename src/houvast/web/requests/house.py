"""What a safety house does with a request that was put before it: gather from its own file, and give its part."""

from collections.abc import Mapping
from dataclasses import replace
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import render

from houvast.accountability.rules.request_content import export
from houvast.accountability.rules.requests import RequestKind, RequestStep, missing_of_house
from houvast.accountability.selectors.guarding import as_it_leaves, is_guarded
from houvast.accountability.selectors.requests import RequestView, TurnLine, house_view
from houvast.accountability.services.gather_for_house import gather_for_house
from houvast.accountability.services.give_for_house import give_for_house
from houvast.kernel.errors import NotVisible
from houvast.kernel.terms import word_for
from houvast.kernel.working_time import in_amsterdam
from houvast.web.act_page import ActPage, act_page
from houvast.web.door import DoorRequest
from houvast.web.look import PRIMARY, SECONDARY, Act
from houvast.web.requests import words
from houvast.web.requests.forms import ReasonForm

_PAGE = ActPage(
    title="",
    button="",
    done="",
    not_done="Er is nog niets vastgelegd.",
    back=words.LIST,
    back_text="Verzoeken van inwoners",
    nav="verzoeken",
)


def seen(request: DoorRequest, request_id: UUID) -> RequestView:
    """Give the part of the house of who looks. Raises `NotVisible` for who does not see all that the house keeps."""
    found = house_view(request.viewer, request_id, now=request.now)
    if not found.may_handle.allowed:
        raise NotVisible
    return found


def page(request: DoorRequest, found: RequestView, facts: list[tuple[str, str]]) -> HttpResponse:
    """Show a request with the part of the house; the caller has put the read on record."""
    house, today = request.viewer.organisation_id, in_amsterdam(request.now).date()
    gave, when = found.took(RequestStep.HOUSE_GAVE, house), words.due(found.line, request.now)
    is_open = gave is None and not found.standing.is_over
    context = {
        "nav": "verzoeken",
        "number": words.numbered(found.line),
        "kind": words.capital(word_for(found.line.kind)),
        "due": when[0] if is_open else "",
        "due_class": when[1],
        "next": "Geef wat uw huis zelf vastlegde. De gemeente leest dat niet." if is_open else "",
        "facts": facts,
        "guarded": is_open and is_guarded(found, now=request.now),
        "acts": _acts(found, house) if is_open else (),
        "turns": [words.turn(each, today) for each in found.turns if each.house_id == house],
        "items": [words.item(each, found.line.id, today, alone=False) for each in found.items],
        "open": is_open,
        "files": gave is not None and found.line.kind is RequestKind.INSPECTION,
        "url": words.address(found.line.id),
    }
    return render(request, "verzoeken/verzoek.html", context)


def gather(request: DoorRequest, request_id: UUID) -> HttpResponse:
    """Gather what the house keeps."""
    seen(request, request_id)
    shown = _at(
        request_id,
        title="Gegevens verzamelen",
        button="Gegevens verzamelen",
        done="Verzameld. Lees elk onderdeel en kies wat de inwoner krijgt.",
        consequences=("Houvast leest het dossier van uw huis over deze persoon, alleen voor dit verzoek.",),
    )

    def do(data: dict[str, object]) -> str:
        gather_for_house(actor=request.actor, now=request.now, request_id=request_id)
        return words.address(request_id)

    return act_page(request, shown, forms.Form(request.POST if request.method == "POST" else None), do)


def give(request: DoorRequest, request_id: UUID) -> HttpResponse:
    """Give the part of the house."""
    inspection = seen(request, request_id).line.kind is RequestKind.INSPECTION
    form = forms.Form(request.POST if request.method == "POST" else None)
    if not inspection:
        form = ReasonForm(request.POST or None)
        form.fields["reason"].label = "Wat deed uw huis met wat is gevraagd?"
    shown = _at(
        request_id,
        title="Deel van uw huis geven",
        button="Deel geven",
        done="Vastgelegd. De gemeente ziet dat uw huis zijn deel gaf.",
        consequences=(
            "Daarna verandert er niets meer aan het deel van uw huis.",
            "U stuurt het de inwoner zelf, veilig." if inspection else "De gemeente leest wat u schrijft.",
        ),
    )

    def do(data: dict[str, object]) -> str:
        give_for_house(actor=request.actor, now=request.now, request_id=request_id, words=str(data.get("reason", "")))
        return words.address(request_id)

    return act_page(request, shown, form, do)


def answer(request: DoorRequest, found: RequestView) -> Mapping[str, object]:
    """Give what the house gives to who asks. Raises `NotVisible` before it gave its part."""
    gave: TurnLine | None = found.took(RequestStep.HOUSE_GAVE, request.viewer.organisation_id)
    if gave is None or found.line.kind is not RequestKind.INSPECTION:
        raise NotVisible
    on = in_amsterdam(gave.at).date()
    return export(found.content, words.numbered(found.line), gave.house, on, as_it_leaves(found, now=request.now))


def _acts(found: RequestView, house: UUID) -> tuple[Act, ...]:
    at, kind = found.line.id, found.line.kind
    gathered = found.took(RequestStep.HOUSE_GATHERED, house) is not None
    ready = not missing_of_house(kind, gathered=gathered, waiting=found.standing.waiting)
    give_act = Act("Deel van uw huis geven", words.address(at, "antwoord/"), PRIMARY if ready else SECONDARY)
    if kind is RequestKind.INSPECTION and not gathered:
        return (Act("Gegevens verzamelen", words.address(at, "verzamelen/"), PRIMARY), give_act)
    return (give_act,)


def _at(request_id: UUID, *, title: str, button: str, done: str, consequences: tuple[str, ...]) -> ActPage:
    return replace(
        _PAGE,
        title=title,
        button=button,
        done=done,
        consequences=consequences,
        back=words.address(request_id),
        back_text="Verzoek",
    )
