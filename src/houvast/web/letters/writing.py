"""Writing a letter: which and to whom, then the text, then the letter as it will be, and then it is made."""

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from houvast.audit.services.act import record_read
from houvast.cases.events import CASE_READ
from houvast.cases.selectors.bands import FoundCase
from houvast.desk.selectors.letter import LetterStart, letter_start, whom_to_write
from houvast.desk.services.write_letter import write_letter
from houvast.kernel.errors import Conflict, Invalid, NotVisible, Refused
from houvast.kernel.ids import new_id
from houvast.letters.rules.addressing import said_of_way
from houvast.letters.rules.kinds import LetterKind, LetterWay
from houvast.letters.selectors.composing import Composed, NewLetter, compose, may_write
from houvast.letters.selectors.recipients import Recipient
from houvast.web import addresses
from houvast.web.act_page import ActPage
from houvast.web.door import DoorRequest, signed_in
from houvast.web.form_fields import offer
from houvast.web.form_look import fields, summary, with_problems
from houvast.web.letter_look import paper
from houvast.web.letters.forms import ChooseForm, LetterForm
from houvast.web.letters.words import KIND_OF_SLUG, kind_choices, kind_name
from houvast.web.shield_look import warning
from houvast.web.somebody_first import conflict_page, typed_in

STEP, LOOK, CHANGE, MAKE = "stap", "nalezen", "wijzigen", "maken"
CHOSEN = "gekozen"
"""Comes with the button: who comes with somebody in mind has not chosen yet."""
_NOT_MADE = "De brief is nog niet gemaakt."
_GOES = {
    LetterWay.POST: "De brief gaat per post naar huis.",
    LetterWay.ELSEWHERE: "De brief gaat niet naar huis, maar naar het adres dat erop staat.",
    LetterWay.BY_HAND: "Er staat geen adres op de brief. U geeft hem zelf, of een hulpverlener doet dat.",
}


@require_safe
@signed_in
def choose(request: DoorRequest, code: str) -> HttpResponse:
    """Choose what kind of letter, and to whom."""
    found, known = whom_to_write(request.viewer, code.upper(), now=request.now)
    _permit(request, found)
    form = ChooseForm(request.GET if CHOSEN in request.GET else None, initial={"to": request.GET.get("to", "")})
    offer(form, "kind", kind_choices(is_closed=found.band.is_closed))
    offer(form, "to", [(str(each.id), _who(each)) for each in known])
    if form.is_bound and form.is_valid():
        chosen = form.cleaned_data
        return HttpResponseRedirect(addresses.new_letter(found.band.code, chosen["kind"], chosen["to"]))
    _on_record(request, found)
    context = {
        "nav": "casussen",
        "back": addresses.case_act(found.band.code, "brieven"),
        "case_name": found.band.name,
        "fields": fields(form) if known else (),
        "errors": summary(form, "Er is nog niets gekozen."),
    }
    return render(request, "brieven/kiezen.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
@signed_in
def write(request: DoorRequest, code: str, kind: str, recipient_id: UUID) -> HttpResponse:
    """Write it, look at it as it will be, and make it."""
    if kind not in KIND_OF_SLUG:
        raise NotVisible
    start = letter_start(request.viewer, code.upper(), KIND_OF_SLUG[kind], recipient_id, now=request.now)
    _permit(request, start.found, start.kind)
    form = LetterForm(request.POST or None, initial={"once": new_id(), "subject": start.subject, "text": start.text})
    if start.recipient.is_resident or start.recipient.speaks_for:
        del form.fields["ground_words"]
    step = request.POST.get(STEP, LOOK)
    if not form.is_bound or step == CHANGE or not form.is_valid():
        return _text_page(request, start, form)
    try:
        return _make(request, start, form) if step == MAKE else _look_page(request, start, form)
    except Invalid as wrong:
        return _text_page(request, start, with_problems(form, wrong.problems))
    except Conflict as conflict:
        return conflict_page(request, conflict, typed_in(form), again=_list(start))


def _new(start: LetterStart, form: forms.Form) -> NewLetter:
    filled = form.cleaned_data
    return NewLetter(
        kind=start.kind,
        recipient_id=start.recipient.id,
        subject=filled["subject"],
        text=filled["text"],
        ground_words=filled.get("ground_words", ""),
        id=filled["once"],
    )


def _make(request: DoorRequest, start: LetterStart, form: forms.Form) -> HttpResponse:
    new = _new(start, form)
    letter_id = write_letter(actor=request.actor, now=request.now, case_id=start.found.band.case_id, new=new)
    messages.success(request, "De brief is gemaakt en staat bij de casus. Haal hem op om te printen.")
    return HttpResponseRedirect(addresses.letter(letter_id))


def _look_page(request: DoorRequest, start: LetterStart, form: forms.Form) -> HttpResponse:
    """Show the letter as it will be."""
    band = start.found.band
    composed = compose(
        request.viewer,
        band.case_id,
        band.municipality,
        _new(start, form),
        now=request.now,
        representing=start.representing,
    )
    _on_record(request, start.found)
    context = {
        "nav": "casussen",
        "back": _list(start),
        "case_name": band.name,
        "paper": paper(composed.content),
        "hidden": [bound.as_hidden() for bound in form],
        "consequences": _consequences(composed),
    }
    return render(request, "brieven/nalezen.html", context)


def _consequences(composed: Composed) -> tuple[str, ...]:
    return (
        _GOES[composed.way],
        "De brief staat vast. Klopt er iets niet, maak dan een nieuwe.",
        "Wie deze casus of het proces leidt, leest hem. Hij staat in de tijdlijn.",
        "Houvast verstuurt niets. U haalt de brief op en print hem.",
        "Daarna legt u vast op welke dag u hem postte of gaf.",
    )


def _text_page(request: DoorRequest, start: LetterStart, form: forms.Form) -> HttpResponse:
    """Show the text to write on, with what one must know of who gets it."""
    _on_record(request, start.found)
    page = ActPage(
        title=f"{kind_name(start.kind)} aan {start.recipient.name}",
        button="Brief nalezen",
        done="",
        not_done=_NOT_MADE,
        back=_list(start),
        back_text=f"Brieven van {start.found.band.name}",
        facts=_facts(start),
        warning=warning(request.viewer, start.found.band.case_id, now=request.now),
        consequences=(
            "U ziet eerst de brief zoals hij wordt. Er is dan nog niets gemaakt.",
            "Houvast verstuurt niets: u haalt de brief zelf op.",
        ),
    )
    context = {
        "nav": "casussen",
        "page": page,
        "fields": fields(form),
        "hidden": form.hidden_fields(),
        "errors": summary(form, page.not_done),
    }
    return render(request, page.template, context, status=422 if form.errors else 200)


def _facts(start: LetterStart) -> tuple[tuple[str, str], ...]:
    """Say what the writer must know: who it is, where it goes, the language, and where the text comes from."""
    to = start.recipient
    made_up = "Tekst van Houvast, verzonnen. Uw gemeente heeft hem nog niet bevestigd."
    facts = (
        ("Aan", _who(to)),
        ("Hoe", said_of_way(to.facts)),
        ("Let op", _language(to)),
        ("Bereiken", to.contact_wish),
        ("Vertegenwoordigd door", to.represented_by),
        ("Mag dit weten als", to.role if to.speaks_for else ""),
        ("Mag weten", to.may_know),
        ("Tekst", "Tekst van uw gemeente, ingevuld vanuit de casus." if start.is_ours else made_up),
    )
    return tuple(fact for fact in facts if fact[1])


def _language(to: Recipient) -> str:
    reads = f"Deze inwoner leest {to.language}: bel, of laat dit vertalen." if to.language else ""
    return " ".join(part for part in (reads, "Bij bellen is een tolk nodig." if to.interpreter else "") if part)


def _who(to: Recipient) -> str:
    return f"{to.name}, {to.role}" if to.role else to.name


def _list(start: LetterStart) -> str:
    return addresses.case_act(start.found.band.code, "brieven")


def _permit(request: DoorRequest, found: FoundCase, kind: LetterKind | None = None) -> None:
    verdict = may_write(request.viewer, found.band.case_id, found.facts, now=request.now, kind=kind)
    if not verdict.allowed:
        raise Refused(verdict)


def _on_record(request: DoorRequest, found: FoundCase) -> None:
    match = request.resolver_match
    record_read(
        CASE_READ,
        actor=request.actor,
        now=request.now,
        municipality=found.band.municipality_id,
        case=found.band.case_id,
        details={"page": match.route if match else ""},
    )
