"""May I share this? Two screens: what and with whom; then why, on which ground, and until when."""

from dataclasses import replace
from datetime import timedelta
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpResponse, QueryDict
from django.shortcuts import render
from django.views.decorators.http import require_safe

from houvast.audit.services.act import record_read
from houvast.cases.events import CASE_READ
from houvast.cases.rules.matrix import Part
from houvast.cases.selectors.statements import objecting
from houvast.desk.selectors.sharing_page import SharingStart, receiver_of, sharing_start
from houvast.kernel.errors import Refused
from houvast.kernel.ids import new_id
from houvast.kernel.terms import word_for
from houvast.kernel.working_time import in_amsterdam
from houvast.sharing import policy
from houvast.sharing.rules.content import NewDisclosure, Receiver, Way
from houvast.sharing.rules.grounds import CARE, GroundLine, grounds_for
from houvast.sharing.rules.judging import Answer, Judgement, SecrecyRoute
from houvast.sharing.rules.wording import in_a_list
from houvast.sharing.selectors.consents import ConsentLine, consents_of
from houvast.sharing.selectors.grounds import grounds_of, terms_of
from houvast.sharing.services.share import share
from houvast.web import addresses
from houvast.web.act_page import ActPage, Done, Elsewhere, act_page
from houvast.web.door import DoorRequest, signed_in
from houvast.web.form_look import fields, summary
from houvast.web.look import Link
from houvast.web.sharing.share_forms import PART_WORDS, AnswerForm, ChooseForm, as_day, chosen_steps


def _begin(request: DoorRequest, code: str) -> SharingStart:
    """Give what sharing begins with. Raises `NotVisible`, and `Refused` for who has nothing to share."""
    start = sharing_start(request.viewer, code.upper(), now=request.now)
    verdict = policy.may_share(request.viewer, start.found.facts, has_own=bool(start.offer.notes))
    if not verdict.allowed:
        raise Refused(verdict)
    return start


@require_safe
@signed_in
def choose(request: DoorRequest, code: str) -> HttpResponse:
    """Ask what, about whom and with whom. It goes on to the second screen by its address: codes and ids only."""
    start = _begin(request, code)
    _record(request, start)
    return _first_screen(request, start, _choose_form(start, request.GET if "met" in request.GET else None))


def _choose_form(start: SharingStart, data: QueryDict | None) -> ChooseForm:
    return ChooseForm(data, offered=start.offer, receivers=start.choices())


def _record(request: DoorRequest, start: SharingStart) -> None:
    match = request.resolver_match
    record_read(
        CASE_READ,
        actor=request.actor,
        now=request.now,
        municipality=start.found.band.municipality_id,
        case=start.found.band.case_id,
        details={"page": match.route if match else ""},
    )


def _first_screen(request: DoorRequest, start: SharingStart, form: ChooseForm) -> HttpResponse:
    band = start.found.band
    context = {
        "nav": "casussen",
        "back": Link(f"{band.name}, {band.code}", addresses.case(band.code)),
        "next_url": addresses.case_act(band.code, "delen/antwoord"),
        "fields": fields(form),
        "errors": summary(form, "U bent nog niet klaar met kiezen."),
    }
    return render(request, "delen/kiezen.html", context, status=422 if form.errors else 200)


@signed_in
def answer(request: DoorRequest, code: str) -> HttpResponse:
    """Ask why, on which ground and until when; give the answer, and share when it is yes."""
    start = _begin(request, code)
    chosen = _choose_form(start, request.GET)
    receiver = receiver_of(start, request.GET.get("met", ""), now=request.now)
    if not chosen.is_valid() or receiver is None:
        _record(request, start)
        return _first_screen(request, start, chosen)
    grounds = grounds_for(grounds_of(start.found.band.municipality_id), receiver.kinds)
    today, municipality_id = in_amsterdam(request.now).date(), start.found.band.municipality_id
    usual = timedelta(days=terms_of(municipality_id).usual_days)
    form = AnswerForm(
        request.POST if request.method == "POST" else None,
        grounds=[(each.code, _ground(each)) for each in grounds],
        on_paper=receiver.way is Way.OUTSIDE,
        objecting=bool(objecting(chosen.ids("over"))),
        start={
            "once": new_id(),
            "until": today + usual,
            "ground": grounds[0].code if len(grounds) == 1 else None,
            "route": None if _is_care(start, chosen) else SecrecyRoute.NOT_APPLICABLE.value,
        },
    )

    def do(data: dict[str, object]) -> Done:
        new = _new(chosen, receiver, data)
        judgement = share(actor=request.actor, now=request.now, case_id=start.found.band.case_id, new=new)
        return Done(f"/gedeeld/{new.id}/", _said(judgement))

    running = tuple(
        each
        for each in consents_of(request.viewer, start.found.band.case_id, now=request.now)
        if each.runs(today) and each.resident_id in chosen.ids("over")
    )
    page = _page(start, chosen, receiver, grounds)
    page = replace(page, facts=(*page.facts, ("Toestemming", _consents(running))))
    return act_page(request, page, form, do, about=start.found)


def _is_care(start: SharingStart, chosen: ChooseForm) -> bool:
    """Say whether something of care is among what was chosen."""
    notes = {Part(each.part) for each in start.offer.notes_of(chosen.ids("notitie"))}
    return bool(CARE & (chosen.parts | notes))


def _new(chosen: ChooseForm, receiver: Receiver, data: dict[str, object]) -> NewDisclosure:
    route, steps = str(data["route"]), data["steps"]
    return NewDisclosure(
        id=UUID(str(data["once"])),
        parts=chosen.parts,
        notes=chosen.ids("notitie"),
        about=chosen.ids("over"),
        receiver=replace(receiver, name=str(data["name"]).strip()) if "name" in data else receiver,
        ground=str(data["ground"]),
        necessity=str(data["necessity"]),
        least=str(data["least"]),
        route=SecrecyRoute(route) if route else None,
        route_words=str(data["route_words"]),
        steps=chosen_steps(steps if isinstance(steps, list) else []),
        told_on=as_day(data["told_on"]),
        told=str(data["told"]),
        tell_before=as_day(data["tell_before"]),
        until=as_day(data["until"]),
        despite=str(data.get("despite", "")),
    )


def _consents(running: tuple[ConsentLine, ...]) -> str:
    """Say which consents hold now."""
    told = (f"{word_for(each.meaning)}, van {each.resident}: {each.about}" for each in running)
    return "; ".join(told) or "geen die nu geldt"


def _said(judgement: Judgement) -> str:
    """Say the answer in plain words."""
    if judgement.answer is Answer.YES:
        return "Ja, dit mag. Het is gedeeld."
    if judgement.answer is Answer.SECOND:
        return "Bijna. Een ander moet dit eerst goedkeuren, en vindt het op Mijn werk. Er is nog niets gedeeld."
    why = " ".join(each.words for each in judgement.missing if each.final)
    return f"Nee, dit mag niet. {why} Er is niets gedeeld. Dat u het vroeg, staat bij de casus."


def _ground(line: GroundLine) -> str:
    unsure = "" if line.confirmed else " (onbevestigd)"
    asks = ". Een ander keurt het eerst goed" if line.second else ""
    return f"{line.purpose}: {line.law}{unsure}{asks}"


def _page(start: SharingStart, chosen: ChooseForm, receiver: Receiver, grounds: tuple[GroundLine, ...]) -> ActPage:
    band = start.found.band
    what = [PART_WORDS[part] for part in start.offer.parts if part in chosen.parts]
    notes = start.offer.notes_of(chosen.ids("notitie"))
    what += in_a_list((), [Part(each.part) for each in notes])
    people = [each.resident.name for each in start.offer.people if each.resident.id in chosen.ids("over")]
    query = urlencode([(key, value) for key in ("wat", "notitie", "over", "met") for value in _values(chosen, key)])
    return ActPage(
        title="Mag ik dit delen?",
        intro="Houvast zegt ja of nee, en wat er ontbreekt. Zonder grond is het antwoord nee.",
        button="Antwoord vragen en delen",
        done="",
        not_done="Nog niet: er ontbreekt iets. Er is nog niets gedeeld.",
        back=f"{addresses.case_act(band.code, 'delen')}?{query}",
        back_text="Andere keuze: wat, over wie, met wie",
        facts=(
            ("Casus", f"{band.name}, {band.code}"),
            ("Wat", "; ".join(what)),
            ("Over wie", ", ".join(people) or "iedereen in de casus"),
            ("Met wie", f"{receiver.name}, als {' of '.join(sorted(word_for(each) for each in receiver.kinds))}"),
        ),
        elsewhere=_elsewhere(start, grounds, consents=_is_care(start, chosen) or any(each.consent for each in grounds)),
        consequences=_consequences(receiver),
    )


def _values(chosen: ChooseForm, key: str) -> list[str]:
    value = chosen.cleaned_data.get(key, [])
    return [value] if isinstance(value, str) else list(value)


def _elsewhere(start: SharingStart, grounds: tuple[GroundLine, ...], *, consents: bool) -> Elsewhere | None:
    """Say what may have to be done first; nothing when no consent can play a part."""
    code = start.found.band.code
    text = "Steunt u op toestemming, of heft de inwoner het geheim op? Leg dat eerst vast, en kom hier terug."
    if not grounds:
        text = "Voor deze ontvanger staat er geen grond. Het antwoord is dan nee. Vraag de privacy officer."
    elif not consents:
        return None
    links = (
        Link("Toestemming vastleggen", addresses.case_act(code, "toestemming")),
        Link("Alle gronden van uw gemeente", "/gronden/"),
    )
    return Elsewhere(text, links)


def _consequences(receiver: Receiver) -> tuple[str, ...]:
    sees = {
        Way.OUTSIDE: "Wat u koos ligt vast, woord voor woord, om af te drukken. In Houvast ziet de ander niets.",
        Way.TABLE: f"Wie nu aan tafel zit ({len(receiver.members)}), ziet wat u koos. Wie later komt niet.",
        Way.ORGANISATION: f"Iedereen van {receiver.name} in Houvast ziet wat u koos. Is één persoon genoeg? Kies die.",
    }
    return (
        sees.get(receiver.way, f"{receiver.name} ziet wat u koos, en wie de casus leidt. Verder niets."),
        "Na de laatste dag is het meteen voorbij. Intrekken kan altijd, en werkt in dezelfde seconde.",
        "U krijgt een tekst voor de inwoner: wat, met wie, waarom, tot wanneer.",
        "Ook een nee wordt bewaard.",
    )
