"""Agreeing on a stay in another municipality, extending it and ending it."""

from datetime import date, timedelta
from uuid import UUID

from django.http import HttpResponse

from houvast.cases import policy
from houvast.cases.models import CrossingGround
from houvast.cases.selectors.bands import FoundCase
from houvast.cases.selectors.stays import StayPage
from houvast.cases.services.agree_stay import NewStay, agree_stay
from houvast.cases.services.end_stay import end_stay
from houvast.cases.services.extend_stay import extend_stay
from houvast.directory.selectors import teams_of
from houvast.directory.selectors_elsewhere import Neighbour, workers_of
from houvast.intake.selectors.settings import settings_of
from houvast.kernel.dutch_dates import whole
from houvast.kernel.ids import new_id
from houvast.kernel.working_time import in_amsterdam
from houvast.web import addresses
from houvast.web.act_page import ActPage, act_page
from houvast.web.door import DoorRequest, signed_in
from houvast.web.elsewhere.forms import EndForm, ExtendForm, StayForm
from houvast.web.elsewhere.reading import find_stay, led_case, other_municipality
from houvast.web.form_fields import CHOOSE, offer

Fields = dict[str, object]
_MEMBER, _TEAM = "m", "t"


def _day(value: object) -> date | None:
    return value if isinstance(value, date) else None


@signed_in
def agree(request: DoorRequest, code: str, municipality: str) -> HttpResponse:
    """Put on record what two municipalities agreed about somebody who is in shelter in one of them."""
    found = led_case(request, code)
    other = other_municipality(found, municipality)
    today = in_amsterdam(request.now).date()
    terms = settings_of(found.band.municipality_id).stay_terms
    start = {"once": new_id(), "from_on": today, "until_on": today + timedelta(days=terms.usual)}
    form = StayForm(request.POST or None, initial=start)
    _offer_hosts(request, form, other)
    band = found.band
    page = ActPage(
        title=f"Verblijf in {other.name}",
        button="Afspraak vastleggen",
        done="De afspraak staat vast.",
        not_done="Nog niet vastgelegd.",
        back=addresses.stay_elsewhere(band.code),
        back_text="Een andere gemeente kiezen",
        facts=(("Casus", f"{band.name}, {band.code}"), ("De regie", f"blijft bij {band.municipality}")),
        consequences=(
            f"Wie u kiest in {other.name}, ziet vanaf de eerste dag wat u aanvinkt. Verder niets.",
            "Na de laatste dag is dat meteen voorbij. Verlengen kan, eerder stoppen ook.",
            f"{terms.warned} dagen voor het einde staat het op Mijn werk. {other.name} kiest die dagen zelf.",
        ),
    )

    def do(data: Fields) -> str:
        kind, _, host = str(data["host"]).partition(":")
        parts = data["parts"]
        new = NewStay(
            ground=CrossingGround(str(data["ground"])),
            ground_words=str(data["ground_words"]),
            agreement=str(data["agreement"]),
            pays=str(data["pays"]),
            parts=[str(part) for part in parts] if isinstance(parts, list) else [],
            from_on=_day(data["from_on"]),
            until_on=_day(data["until_on"]),
            host_member=UUID(host) if kind == _MEMBER else None,
            host_team=UUID(host) if kind == _TEAM else None,
            id=UUID(str(data["once"])),
        )
        made = agree_stay(actor=request.actor, now=request.now, case_id=band.case_id, new=new, terms=terms)
        return addresses.stay(made)

    return act_page(request, page, form, do, about=found)


def _offer_hosts(request: DoorRequest, form: StayForm, other: Neighbour) -> None:
    teams = [(f"{_TEAM}:{each.id}", each.name) for each in teams_of(other.id)]
    people = [(f"{_MEMBER}:{each.id}", each.name) for each in workers_of(other.id, now=request.now)]
    offer(form, "host", [("Een collega", people), ("Een team", teams)], CHOOSE)


@signed_in
def extend(request: DoorRequest, stay_id: UUID) -> HttpResponse:
    """Agree on a later last day."""
    found, stay = find_stay(request, stay_id)
    today = in_amsterdam(request.now).date()
    terms = settings_of(found.band.municipality_id).stay_terms
    later = max(today, stay.line.until_on) + timedelta(days=terms.usual)
    form = ExtendForm(request.POST or None, initial={"until_on": later})
    consequences = (
        f"{stay.line.who} in {stay.line.host} ziet dezelfde delen, tot en met de nieuwe dag.",
        "De oude dag blijft in het verloop staan, met uw reden.",
    )
    words = ("Verblijf verlengen", "Verblijf verlengen", "Het verblijf is verlengd.")

    def do(data: Fields) -> str:
        until, reason = _day(data["until_on"]), str(data["reason"])
        extend_stay(actor=request.actor, now=request.now, stay_id=stay_id, until_on=until, reason=reason, terms=terms)
        return addresses.stay(stay_id)

    page = _page(request, found, stay, words, consequences)
    return act_page(request, page, form, do, verdict=policy.may_work_in(request.viewer, found.facts), about=found)


@signed_in
def end(request: DoorRequest, stay_id: UUID) -> HttpResponse:
    """Record that somebody is back again, or went somewhere else."""
    found, stay = find_stay(request, stay_id)
    line = stay.line
    form = EndForm(request.POST or None)
    consequences = (
        f"{line.who} in {line.host} ziet deze casus niet meer, vanaf deze seconde.",
        f"{found.band.municipality} had de regie en houdt die.",
        "De afspraak blijft in het verloop staan, met uw reden. Dit verandert niet meer.",
    )
    words = ("De inwoner is terug", "Afspraak beëindigen", "De afspraak is beëindigd.")
    hosts = line.is_hosted_by(request.viewer)
    leads = policy.may_work_in(request.viewer, found.facts).allowed

    def do(data: Fields) -> str:
        end_stay(actor=request.actor, now=request.now, stay_id=stay_id, reason=str(data["reason"]))
        return addresses.stay(stay_id) if leads or not hosts else "/"

    verdict = policy.may_end_stay(
        request.viewer, found.facts, host_member=line.host_member_id, host_team=line.host_team_id
    )
    page = _page(request, found, stay, words, consequences)
    return act_page(request, page, form, do, verdict=verdict, about=found)


def _page(
    request: DoorRequest, found: FoundCase, stay: StayPage, words: tuple[str, str, str], consequences: tuple[str, ...]
) -> ActPage:
    title, button, done = words
    last = whole(stay.line.until_on, in_amsterdam(request.now).date())
    return ActPage(
        title=title,
        button=button,
        done=done,
        not_done="Nog niets veranderd.",
        back=addresses.stay(stay.line.id),
        back_text=f"Verblijf in {stay.line.host}",
        facts=(("Casus", f"{found.band.name}, {found.band.code}"), ("Nu tot en met", last)),
        consequences=consequences,
    )
