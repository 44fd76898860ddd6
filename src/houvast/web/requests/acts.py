"""What one does with a request: record it, check who asks, gather, extend, choose for one item, and answer."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.views.decorators.http import require_http_methods

from houvast.accountability import policy
from houvast.accountability.events import REQUEST_READ
from houvast.accountability.rules.requests import IdentityWay, ItemAnswer, LeftOutReason
from houvast.accountability.selectors.requests import before_answer, request_view, term_of
from houvast.accountability.services.answer_request import answer_request
from houvast.accountability.services.check_identity import check_identity
from houvast.accountability.services.choose_items import Choice, choose_items
from houvast.accountability.services.extend_request import extend_request
from houvast.accountability.services.gather_request import gather_request
from houvast.accountability.services.record_request import record_request
from houvast.accountability.services.set_request_term import set_request_term
from houvast.kernel.errors import NotVisible
from houvast.kernel.ids import new_id
from houvast.web.act_page import ActPage, act_page
from houvast.web.door import DoorRequest, signed_in
from houvast.web.requests import house, words
from houvast.web.requests.forms import AnswerForm, IdentityForm, ItemForm, ReasonForm, RequestForm, TermForm
from houvast.web.requests.pages import NAV, record

_PAGE = ActPage(
    title="",
    button="",
    done="",
    not_done="Er is nog niets vastgelegd.",
    back=words.LIST,
    back_text="Verzoeken van inwoners",
    nav=NAV,
)


@require_http_methods(["GET", "POST"])
@signed_in
def new_request(request: DoorRequest) -> HttpResponse:
    """Record what came in."""
    form = RequestForm(request.POST or None, initial={"once": new_id()})
    page = replace(
        _PAGE,
        title="Verzoek vastleggen",
        button="Verzoek vastleggen",
        done="Het verzoek is vastgelegd. De termijn loopt vanaf de dag dat het binnenkwam.",
        consequences=(
            "Houvast zoekt of deze persoon bekend is. U ziet nog niets uit een dossier.",
            "De termijn loopt vanaf de dag dat het binnenkwam, ook als u het later vastlegt.",
            "Houdt een Zorg- en Veiligheidshuis een dossier bij, dan krijgt dat huis dit verzoek ook.",
        ),
    )

    def do(data: dict[str, object]) -> str:
        return words.address(record_request(actor=request.actor, now=request.now, new=form.new()))

    return act_page(request, page, form, do, verdict=policy.may_handle_requests(request.viewer))


@require_http_methods(["GET", "POST"])
@signed_in
def term(request: DoorRequest) -> HttpResponse:
    """Set within how many months requests are answered."""
    if request.viewer.municipality_id is None:
        raise NotVisible
    form = TermForm(request.POST or None, seen=term_of(request.viewer.municipality_id))
    page = replace(
        _PAGE,
        title="Termijn voor verzoeken",
        button="Termijn vastleggen",
        done="De termijn geldt voor verzoeken die vanaf nu worden vastgelegd.",
        consequences=(
            "Korter dan de wet mag, langer niet.",
            "Een verzoek dat er al is, houdt de termijn die het heeft.",
        ),
    )

    def do(data: dict[str, object]) -> str:
        set_request_term(actor=request.actor, now=request.now, term=form.term())
        return words.LIST

    return act_page(request, page, form, do, verdict=policy.may_handle_requests(request.viewer))


def _act(
    request: DoorRequest, request_id: UUID, page: ActPage, form: forms.Form, do: Callable[[dict[str, object]], None]
) -> HttpResponse:
    """Show or do one act on a request, and go back to it."""
    line = request_view(request.viewer, request_id).line
    back = replace(page, back=words.address(request_id), back_text=f"Verzoek {words.numbered(line)}")

    def done(data: dict[str, object]) -> str:
        do(data)
        return words.address(request_id)

    reading = partial(record, request, REQUEST_READ, request_id)
    verdict = policy.may_handle_requests(request.viewer)
    return act_page(request, back, form, done, verdict=verdict, reading=reading)


@require_http_methods(["GET", "POST"])
@signed_in
def identity(request: DoorRequest, request_id: UUID) -> HttpResponse:
    """Record how it was made sure who asks."""
    page = replace(
        _PAGE,
        title="Controleren wie het vraagt",
        button="Controle vastleggen",
        done="Vastgelegd hoe u weet wie het vraagt.",
        intro="Maak geen kopie van een paspoort of rijbewijs. Kijken is genoeg.",
        consequences=(
            "Daarna kunt u verzamelen wat er is.",
            "Houdt een Zorg- en Veiligheidshuis een dossier bij, dan ziet dat huis nu ook dit verzoek.",
        ),
    )
    return _act(
        request,
        request_id,
        page,
        IdentityForm(request.POST or None),
        lambda data: check_identity(
            actor=request.actor, now=request.now, request_id=request_id, how=IdentityWay(str(data["how"]))
        ),
    )


@require_http_methods(["GET", "POST"])
@signed_in
def gather(request: DoorRequest, request_id: UUID) -> HttpResponse:
    """Gather what is held: by the municipality, or by a house from its own file."""
    if request.viewer.municipality_id is None:
        return house.gather(request, request_id)
    page = replace(
        _PAGE,
        title="Gegevens verzamelen",
        button="Gegevens verzamelen",
        done="Verzameld. Lees elk onderdeel en kies wat de inwoner krijgt.",
        consequences=(
            "Houvast leest alles wat over deze persoon is vastgelegd, alleen voor dit verzoek.",
            "Bij elke casus komt in het logboek dat u dit deed. De casus zelf gaat niet voor u open.",
            "Wat later wordt vastgelegd, komt er niet meer bij.",
        ),
    )

    def do(data: dict[str, object]) -> None:
        gather_request(actor=request.actor, now=request.now, request_id=request_id)

    return _act(request, request_id, page, forms.Form(request.POST if request.method == "POST" else None), do)


@require_http_methods(["GET", "POST"])
@signed_in
def extend(request: DoorRequest, request_id: UUID) -> HttpResponse:
    """Extend the term."""
    page = replace(
        _PAGE,
        title="Termijn verlengen",
        button="Termijn verlengen",
        done="De termijn is verlengd. Vertel de inwoner waarom.",
        intro="Dit mag één keer, binnen de eerste termijn, als het ingewikkeld is (AVG, artikel 12, derde lid).",
        consequences=("De inwoner hoort binnen de eerste termijn dat het langer duurt, en waarom.",),
    )
    return _act(
        request,
        request_id,
        page,
        ReasonForm(request.POST or None),
        lambda data: extend_request(
            actor=request.actor, now=request.now, request_id=request_id, reason=str(data["reason"])
        ),
    )


@require_http_methods(["GET", "POST"])
@signed_in
def answer(request: DoorRequest, request_id: UUID) -> HttpResponse:
    """Answer it: what was asked is done, or refused with the reason. A house gives its part."""
    if request.viewer.municipality_id is None:
        return house.give(request, request_id)
    found = request_view(request.viewer, request_id)
    before, erasable = before_answer(request.viewer, request_id)
    units = [(f"{each.kind.value}:{each.id}", words.unit(each)) for each in erasable]
    form = AnswerForm(request.POST or None, found=found, before=before, erasable=units)
    page = replace(
        _PAGE,
        title="Antwoord vastleggen",
        button="Antwoord vastleggen",
        done="Het antwoord is vastgelegd.",
        facts=words.before(found, before),
        consequences=("Daarna verandert er niets meer aan dit verzoek.", *words.CONSEQUENCES[found.line.kind]),
    )
    return _act(
        request,
        request_id,
        page,
        form,
        lambda data: answer_request(actor=request.actor, now=request.now, request_id=request_id, answer=form.new()),
    )


@require_http_methods(["GET", "POST"])
@signed_in
def choose(request: DoorRequest, request_id: UUID, item_id: UUID) -> HttpResponse:
    """Choose what happens to one item, with what the person reads in its place."""
    item = next((each for each in request_view(request.viewer, request_id).items if each.id == item_id), None)
    if item is None:
        raise NotVisible
    text = item.words or "\n".join(f"{word}: {said}" for word, said in item.held.lines)
    initial = {"answer": ItemAnswer.SHORTENED.value, "reason": LeftOutReason.THIRD_PARTY.value, "words": text}
    page = replace(
        _PAGE,
        title=f"{item.held.title} inkorten of weglaten",
        button="Keuze vastleggen",
        done="Uw keuze is vastgelegd.",
        consequences=(
            "De inwoner leest dat hier iets is ingekort of weggelaten, en waarom.",
            "Wat is vastgelegd, verandert niet.",
        ),
    )

    def do(data: dict[str, object]) -> None:
        reason = LeftOutReason(str(data["reason"])) if data["reason"] else None
        chosen = Choice(ItemAnswer(str(data["answer"])), reason, str(data["words"]))
        choose_items(actor=request.actor, now=request.now, request_id=request_id, choices={item_id: chosen})

    return _act(request, request_id, page, ItemForm(request.POST or None, initial=initial), do)
