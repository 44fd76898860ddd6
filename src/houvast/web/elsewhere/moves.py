"""Offering a case to another municipality, and taking that back."""

from uuid import UUID

from django.http import HttpResponse

from houvast.cases import policy
from houvast.cases.models import CrossingGround
from houvast.cases.selectors import bands, contents
from houvast.cases.selectors.bands import FoundCase
from houvast.cases.services.offer_move import NewOffer, offer_move
from houvast.cases.services.withdraw_move import withdraw_move
from houvast.directory.selectors_elsewhere import Asked, Neighbour, ReceivingTeam, process_directors, receiving_teams
from houvast.kernel.errors import NotVisible
from houvast.kernel.ids import new_id
from houvast.kernel.working_time import in_amsterdam
from houvast.web import addresses
from houvast.web.act_page import ActPage, act_page
from houvast.web.door import DoorRequest, signed_in
from houvast.web.elsewhere.forms import OfferForm, WhyNotForm
from houvast.web.elsewhere.reading import find_offer, led_case, other_municipality
from houvast.web.elsewhere.still_running import running_look
from houvast.web.form_fields import CHOOSE
from houvast.web.form_fields import offer as offering

Fields = dict[str, object]
_MEMBER, _TEAM = "m", "t"


@signed_in
def offer(request: DoorRequest, code: str, municipality: str) -> HttpResponse:
    """Offer a case to the municipality to which somebody moves."""
    found = led_case(request, code)
    other = other_municipality(found, municipality)
    form = OfferForm(request.POST or None, initial={"once": new_id()})
    _offer_choices(request, form, found, other)
    band, (ends, told) = found.band, running_look(request.viewer, found, now=request.now)
    page = ActPage(
        title=f"Aanbieden aan {other.name}",
        button="Casus aanbieden",
        done="De casus is aangeboden.",
        not_done="Nog niet aangeboden.",
        back=addresses.offer_move(band.code),
        back_text="Een andere gemeente kiezen",
        facts=(("Casus", f"{band.name}, {band.code}"), *([("Gaat mee", "; ".join(told))] if told else [])),
        elsewhere=ends,
        consequences=(
            "Wie u kiest, leest de samenvatting, wie er verhuist en wat u aanvinkt. Van een team leest iedereen dat.",
            f"Verder ziet {other.name} niets.",
            f"Tot {other.name} ja zegt, leidt u de casus. Er verandert niets.",
            f"Bij ja opent {other.name} een eigen casus en sluit deze. U ziet de nieuwe niet, zij zien deze niet.",
            "Wie een verborgen adres heeft, of is afgeschermd van iemand die meeverhuist, houdt dat daar.",
            "Afgeschermd van iemand die niet meeverhuist? Dat gaat niet mee. Schrijf zelf op wat men daar moet weten.",
            f"Van momenten die nog komen, leest {other.name} welke het zijn en wanneer. Die rond zorg gaan niet mee.",
        ),
    )

    def do(data: Fields) -> str:
        new = NewOffer(
            to_municipality=other.id,
            asked=_asked(str(data["asked"])),
            ground=CrossingGround(str(data["ground"])),
            ground_words=str(data["ground_words"]),
            summary=str(data["summary"]),
            resident_ids=[UUID(each) for each in _many(data["residents"])],
            chosen=_many(data["chosen"]),
            id=UUID(str(data["once"])),
        )
        return addresses.move(offer_move(actor=request.actor, now=request.now, case_id=band.case_id, new=new))

    return act_page(request, page, form, do, about=found)


def _many(value: object) -> list[str]:
    return [str(each) for each in value] if isinstance(value, list) else []


def _offer_choices(request: DoorRequest, form: OfferForm, found: FoundCase, other: Neighbour) -> None:
    now = request.now
    teams = [(f"{_TEAM}:{each.id}", _team(each)) for each in receiving_teams(other.id, now=now)]
    people = [(f"{_MEMBER}:{each.id}", f"{each.name}, {each.title}") for each in process_directors(other.id, now=now)]
    offering(form, "asked", [("Een team", teams), ("Een procesregisseur", people)], CHOOSE)
    movers = contents.people(request.viewer, found.band.case_id, now=now, today=in_amsterdam(now).date())
    offering(form, "residents", [(str(each.resident.id), each.resident.name) for each in movers])


def _team(team: ReceivingTeam) -> str:
    return f"{team.name}, waar signalen binnenkomen" if team.hears_concerns else team.name


def _asked(chosen: str) -> Asked:
    kind, _, who = chosen.partition(":")
    return Asked(member=UUID(who)) if kind == _MEMBER else Asked(team=UUID(who))


@signed_in
def withdraw(request: DoorRequest, offer_id: UUID) -> HttpResponse:
    """Take an offer back that nobody has answered."""
    line = find_offer(request, offer_id).line
    found = bands.by_ids(request.viewer, [line.case_id], now=request.now).get(line.case_id)
    if found is None:
        raise NotVisible
    page = ActPage(
        title="Aanbod intrekken",
        button="Aanbod intrekken",
        done="Het aanbod is ingetrokken.",
        not_done="Nog niet ingetrokken.",
        back=addresses.move(offer_id),
        back_text=f"Aangeboden aan {line.to_municipality}",
        facts=(("Casus", f"{found.band.name}, {found.band.code}"), ("Gevraagd", line.asked_name)),
        consequences=(
            f"In {line.to_municipality} ziet niemand het aanbod meer.",
            "U blijft de casus leiden. Het aanbod blijft in de tijdlijn staan, met uw reden.",
        ),
    )

    def do(data: Fields) -> str:
        withdraw_move(actor=request.actor, now=request.now, offer_id=offer_id, reason=str(data["reason"]))
        return addresses.case(found.band.code)

    verdict = policy.may_withdraw_move(request.viewer, found.facts, offered_by=line.offered_by_id)
    return act_page(request, page, WhyNotForm(request.POST or None), do, verdict=verdict, about=found)
