"""What one does with a request: record it, choose who handles it, check who asks, gather, extend, and answer."""

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
from houvast.accountability.selectors.handling import other_officers, possible_handlers
from houvast.accountability.selectors.requests import before_answer, request_view, term_of
from houvast.accountability.services.answer_request import answer_request
from houvast.accountability.services.check_identity import check_identity
from houvast.accountability.services.choose_handler import choose_handler
from houvast.accountability.services.choose_items import Choice, choose_items
from houvast.accountability.services.extend_request import extend_request
from houvast.accountability.services.gather_request import gather_request
from houvast.accountability.services.record_request import record_request
from houvast.accountability.services.set_request_term import set_request_term
from houvast.kernel.errors import NotVisible
from houvast.kernel.ids import new_id
from houvast.web.act_page import ActPage, Elsewhere, act_page
from houvast.web.door import DoorRequest, signed_in
from houvast.web.requests import house, words
from houvast.web.requests.forms import (
    AnswerForm,
    HandlerForm,
    IdentityForm,
    ItemForm,
    ReasonForm,
    RequestForm,
    TermForm,
)
from houvast.web.requests.pages import NAV, handled, record

_NOBODY = (
    "Er is geen andere privacy officer dan u. Wie een verzoek vastlegt, behandelt het niet. Laat de archiefmedewerker "
    "dit verzoek vastleggen, dan behandelt u het. Of vraag de functioneel beheerder om een tweede privacy officer."
)
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
        done="Het verzoek is vastgelegd. Kies nu wie het behandelt.",
        elsewhere=None if other_officers(request.viewer, now=request.now) else Elsewhere(_NOBODY, ()),
        consequences=(
            "Daarna kiest u wie het behandelt: een ander dan u.",
            "Houvast zoekt of deze persoon bekend is. U ziet nog niets uit een dossier.",
            "De termijn loopt vanaf de dag dat het binnenkwam, ook als u het later vastlegt.",
            "Houdt een Zorg- en Veiligheidshuis een dossier bij, dan krijgt dat huis dit verzoek ook.",
        ),
    )

    def do(data: dict[str, object]) -> str:
        recorded = record_request(actor=request.actor, now=request.now, new=form.new())
        return words.address(recorded, "behandelaar/")

    return act_page(request, page, form, do, verdict=policy.may_see_requests(request.viewer))


@require_http_methods(["GET", "POST"])
@signed_in
def handler(request: DoorRequest, request_id: UUID) -> HttpResponse:
    """Choose who handles a request from now on."""
    line = request_view(request.viewer, request_id, now=request.now).line
    possible = possible_handlers(request.viewer, request_id, now=request.now)
    page = replace(
        _PAGE,
        title=f"Behandelaar van {words.numbered(line)} kiezen",
        button="Behandelaar vastleggen",
        done="Vastgelegd wie dit verzoek behandelt.",
        back=words.address(request_id),
        back_text=f"Verzoek {words.numbered(line)}",
        facts=(("Behandelt nu", line.handler or "niemand"),),
        consequences=(
            "Wie u kiest, ziet het verzoek op Mijn werk, controleert wie het vraagt, verzamelt en antwoordt.",
            "Alleen die collega leest wat er wordt verzameld.",
            "Wie het vastlegde, behandelt het niet. Zo zien twee mensen elk verzoek.",
        ),
    )

    def do(data: dict[str, object]) -> str:
        chosen = UUID(str(data["handler"]))
        choose_handler(actor=request.actor, now=request.now, request_id=request_id, member_id=chosen)
        return words.address(request_id)

    return act_page(
        request,
        page,
        HandlerForm(request.POST or None, possible=possible),
        do,
        verdict=policy.may_choose_handler(request.viewer, possible=bool(possible)),
        reading=partial(record, request, REQUEST_READ, request_id),
    )


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

    return act_page(request, page, form, do, verdict=policy.may_set_request_term(request.viewer))


def _act(
    request: DoorRequest, request_id: UUID, page: ActPage, form: forms.Form, do: Callable[[dict[str, object]], None]
) -> HttpResponse:
    """Show or do one act on a request, and go back to it."""
    found = request_view(request.viewer, request_id, now=request.now)
    back = replace(page, back=words.address(request_id), back_text=f"Verzoek {words.numbered(found.line)}")

    def done(data: dict[str, object]) -> str:
        do(data)
        return words.address(request_id)

    reading = partial(record, request, REQUEST_READ, request_id)
    return act_page(request, back, form, done, verdict=found.may_handle, reading=reading)


@require_http_methods(["GET", "POST"])
@signed_in
def identity(request: DoorRequest, request_id: UUID) -> HttpResponse:
    """Record how it was made sure who asks."""
    found = request_view(request.viewer, request_id, now=request.now)
    page = replace(
        _PAGE,
        title="Controleren wie het vraagt",
        button="Controle vastleggen",
        done="Vastgelegd hoe u weet wie het vraagt.",
        intro=words.proved(found.signed_in) or "Maak geen kopie van een paspoort of rijbewijs. Kijken is genoeg.",
        consequences=(
            "Daarna kunt u verzamelen wat er is.",
            "Houdt een Zorg- en Veiligheidshuis een dossier bij, dan ziet dat huis nu ook dit verzoek.",
        ),
    )
    return _act(
        request,
        request_id,
        page,
        IdentityForm(request.POST or None, signed_in=found.signed_in),
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
            "Wie zo'n casus leidt, hoort dat er gegevens zijn verzameld, en niet wat de inwoner vroeg.",
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
    found = handled(request, request_id)
    before, erasable = before_answer(request.viewer, request_id, now=request.now)
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
    item = next((each for each in handled(request, request_id).items if each.id == item_id), None)
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
