"""The four acts on a seat: assign, fill for a time, hand over and give back."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from django.http import HttpResponse

from houvast.ave.vocabulary import SELF_FILLING, Responsibility
from houvast.cases import policy
from houvast.cases.rules.seats import SeatState, needs_operational_holder
from houvast.cases.selectors.bands import FoundCase, case_by_code
from houvast.cases.selectors.succession import successor_name
from houvast.cases.services.ask_hand_over import ask_hand_over
from houvast.cases.services.assign_seat import assign_seat
from houvast.cases.services.fill_seat_temporarily import fill_seat_temporarily
from houvast.cases.services.let_seat_follow import let_seat_follow
from houvast.cases.services.return_seat import return_seat
from houvast.kernel.dutch_dates import short
from houvast.kernel.errors import NotVisible
from houvast.kernel.terms import word_for
from houvast.kernel.working_time import add_working_days, in_amsterdam
from houvast.web import addresses
from houvast.web import choosing_holder as holders
from houvast.web.act_page import ActPage, Elsewhere, act_page
from houvast.web.cases.forms import AssignForm, HandOverForm, ReasonForm, SeenForm, TemporaryForm
from houvast.web.door import DoorRequest, signed_in
from houvast.web.form_fields import offer
from houvast.web.look import Link


def _find(request: DoorRequest, code: str, seat: str) -> tuple[FoundCase, Responsibility]:
    responsibility = addresses.RESPONSIBILITY_OF_SLUG.get(seat)
    if responsibility is None:
        raise NotVisible
    return case_by_code(request.viewer, code.upper(), now=request.now), responsibility


def _page(
    found: FoundCase, title: str, button: str, done: str, consequences: tuple[str, ...], not_done: str
) -> ActPage:
    band = found.band
    return ActPage(
        title=title,
        button=button,
        done=done,
        not_done=not_done,
        back=addresses.case(band.code),
        back_text=f"{band.name}, {band.code}",
        consequences=consequences,
    )


def _former(found: FoundCase, responsibility: Responsibility) -> str:
    seat = found.band.seat(responsibility)
    if seat.state is SeatState.VACANT:
        return f"De {word_for(responsibility)} gaat van niemand naar wie u kiest, vanaf nu."
    return f"De {word_for(responsibility)} gaat van {seat.holder or 'niemand'} naar wie u kiest, vanaf nu."


def _sees(responsibility: Responsibility) -> str:
    if responsibility is Responsibility.CASE_DIRECTION:
        return "Een collega of partner ziet dan de mensen, de organisaties, het plan en de gedeelde notities."
    seen = "Wie u kiest, ziet dan de mensen, de organisaties, het plan en de algemene notities."
    return f"{seen} Van andere notities alleen dat zij er zijn."


def _loses(holder: str) -> tuple[str, ...]:
    return (f"{holder} ziet de casus daarna niet meer, zonder een andere rol daarin.",) if holder else ()


@signed_in
def assign(request: DoorRequest, code: str, seat: str) -> HttpResponse:
    """Assign case or process direction for good."""
    found, responsibility = _find(request, code, seat)
    if responsibility in SELF_FILLING:
        return _let_follow(request, found, responsibility)
    band, phase = found.band, found.band.phase.number
    name = word_for(responsibility)
    form = AssignForm(request.POST or None, initial={"seen": band.seat(responsibility).id})
    people = holders.members(band.municipality_id, found.model, phase, responsibility, now=request.now)
    own = holders.residents(request.viewer, band.case_id, found.model, phase, responsibility, now=request.now)
    offer(form, "holder", [*own, *people], nothing="Kies iemand")
    consequences = (
        _former(found, responsibility),
        _sees(responsibility),
        *_loses(band.seat(responsibility).holder),
    )
    page = _page(
        found,
        f"{name.capitalize()} toewijzen",
        f"{name.capitalize()} toewijzen",
        f"De {name} is toegewezen.",
        consequences,
        "Nog niet toegewezen.",
    )

    def do(data: dict[str, object]) -> str:
        assign_seat(
            actor=request.actor,
            now=request.now,
            case_id=band.case_id,
            responsibility=responsibility,
            choice=holders.choice(data["holder"]),
            reason=str(data["reason"]),
            seen_seat=UUID(str(data["seen"])),
        )
        return addresses.case(band.code)

    verdict = policy.may_assign(request.viewer, found.facts, responsibility)
    return act_page(request, page, form, do, verdict=verdict, about=found)


def _let_follow(request: DoorRequest, found: FoundCase, responsibility: Responsibility) -> HttpResponse:
    """Let a seat that fills itself go to who has the function now."""
    band, name = found.band, word_for(responsibility)
    now_has = successor_name(found, responsibility, now=request.now)
    consequences = (
        f"De {name} gaat van {band.seat(responsibility).holder or 'niemand'} naar {now_has}, vanaf nu.",
        *_loses(band.seat(responsibility).holder),
    )
    title = f"{name.capitalize()}: {now_has} heeft deze functie nu"
    page = _page(
        found, title, f"{now_has} krijgt dit", f"De {name} is nu van {now_has}.", consequences, "Nog niets veranderd."
    )

    def do(data: dict[str, object]) -> str:
        seen = UUID(str(data["seen"]))
        let_seat_follow(
            actor=request.actor, now=request.now, case_id=band.case_id, responsibility=responsibility, seen_seat=seen
        )
        return addresses.case(band.code)

    form = SeenForm(request.POST or None, initial={"seen": band.seat(responsibility).id})
    verdict = policy.may_let_follow(request.viewer, found.facts, has_successor=bool(now_has))
    return act_page(request, page, form, do, verdict=verdict, about=found)


def _by_model(request: DoorRequest, found: FoundCase, responsibility: Responsibility) -> Elsewhere | None:
    """Say who has the function now, before somebody lets another fill in."""
    now_has = successor_name(found, responsibility, now=request.now) if responsibility in SELF_FILLING else ""
    if not now_has:
        return None
    link = Link(f"{now_has} krijgt dit", addresses.seat_act(found.band.code, "toewijzen", responsibility))
    return Elsewhere(
        f"Volgens het AVE-model heeft {now_has} deze functie nu. Dan is tijdelijk invullen niet nodig:", (link,)
    )


@signed_in
def fill_for_a_time(request: DoorRequest, code: str, seat: str) -> HttpResponse:
    """Fill a seat for a time."""
    found, responsibility = _find(request, code, seat)
    band, name = found.band, word_for(responsibility)
    form = TemporaryForm(request.POST or None, initial={"seen": band.seat(responsibility).id})
    people = holders.members(
        band.municipality_id, found.model, band.phase.number, responsibility, now=request.now, temporary=True
    )
    offer(form, "holder", people, nothing="Kies iemand")
    temporary = found.model.temporary
    last = add_working_days(request.now, temporary.max_working_days).date()
    today = in_amsterdam(request.now).date()
    consequences = (
        _former(found, responsibility),
        f"Dat duurt tot de dag die u kiest: hoogstens tot {short(last, today)}.",
        f"Daarna vraagt Houvast om een vaste regisseur. Het model staat {temporary.max_times} keer achter elkaar toe.",
    )
    page = _page(
        found,
        f"{name.capitalize()} tijdelijk invullen",
        "Tijdelijk invullen",
        f"De {name} is tijdelijk ingevuld.",
        consequences,
        "Nog niet ingevuld.",
    )
    page = replace(page, elsewhere=_by_model(request, found, responsibility))

    def do(data: dict[str, object]) -> str:
        member_id, until = holders.choice(data["holder"]).member_id, data["until"]
        if member_id is None or not isinstance(until, date):
            raise NotVisible
        fill_seat_temporarily(
            actor=request.actor,
            now=request.now,
            case_id=band.case_id,
            responsibility=responsibility,
            member_id=member_id,
            until=until,
            reason=str(data["reason"]),
            seen_seat=UUID(str(data["seen"])),
        )
        return addresses.case(band.code)

    beyond = needs_operational_holder(found.model, found.facts.seats[responsibility])
    verdict = policy.may_fill_temporarily(request.viewer, found.facts, responsibility, beyond_model=beyond)
    return act_page(request, page, form, do, verdict=verdict, about=found)


@signed_in
def hand_over(request: DoorRequest, code: str, seat: str) -> HttpResponse:
    """Ask somebody to take a seat over."""
    found, responsibility = _find(request, code, seat)
    band, name = found.band, word_for(responsibility)
    form = HandOverForm(request.POST or None)
    people = holders.members(band.municipality_id, found.model, band.phase.number, responsibility, now=request.now)
    present = holders.member_value(band.seat(responsibility).holder_id)
    offer(form, "holder", [each for each in people if each[0] != present], nothing="Kies iemand")
    days = found.model.hand_over.accept_within_working_days
    consequences = (
        f"{band.seat(responsibility).holder or 'Niemand'} houdt de {name} tot de ander ja zegt.",
        f"De ander heeft {days} werkdagen. Daarna gaat de vraag naar de operationeel verantwoordelijke.",
        "Tot het antwoord ziet de ander wie de regie heeft en welke organisaties er zijn, en niet meer.",
    )
    page = _page(
        found,
        f"{name.capitalize()} overdragen",
        "Overname vragen",
        "De vraag is gesteld.",
        consequences,
        "Nog niet gevraagd.",
    )

    def do(data: dict[str, object]) -> str:
        member_id = holders.choice(data["holder"]).member_id
        if member_id is None:
            raise NotVisible
        ask_hand_over(
            actor=request.actor,
            now=request.now,
            case_id=band.case_id,
            responsibility=responsibility,
            to_member=member_id,
            reason=str(data["reason"]),
        )
        return addresses.case(band.code)

    verdict = policy.may_hand_over(request.viewer, found.facts, responsibility)
    return act_page(request, page, form, do, verdict=verdict, about=found)


@signed_in
def give_back(request: DoorRequest, code: str, seat: str) -> HttpResponse:
    """Give a seat back."""
    found, responsibility = _find(request, code, seat)
    band, name = found.band, word_for(responsibility)
    form = ReasonForm(request.POST or None)
    consequences = (
        f"Niemand heeft dan de {name}. Dat staat groot bovenaan de casus en op Mijn werk van de procesregisseur.",
        "U ziet deze casus daarna niet meer, als u er geen andere rol in heeft.",
    )
    page = _page(
        found,
        f"{name.capitalize()} teruggeven",
        "Teruggeven",
        f"U gaf de {name} terug.",
        consequences,
        "Nog niet teruggegeven.",
    )

    def do(data: dict[str, object]) -> str:
        return_seat(
            actor=request.actor,
            now=request.now,
            case_id=band.case_id,
            responsibility=responsibility,
            reason=str(data["reason"]),
        )
        return "/"

    verdict = policy.may_return(request.viewer, found.facts, responsibility)
    return act_page(request, page, form, do, verdict=verdict, about=found)
