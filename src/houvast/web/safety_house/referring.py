"""The municipality's side: the referrals of a case, and making one."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from houvast.audit.services.act import record_read
from houvast.cases.rules.matrix import Part
from houvast.cases.selectors.bands import FoundCase, case_by_code
from houvast.cases.selectors.contents import parts_seen
from houvast.desk.selectors.referral_page import ReferralStart, referral_start
from houvast.kernel.errors import Invalid, NotVisible, Refused
from houvast.kernel.ids import new_id
from houvast.kernel.verdict import refuse
from houvast.safety_house import policy
from houvast.safety_house.events import REFERRAL_READ
from houvast.safety_house.rules.content import ANSWER_WORKING_DAYS, ReferralStanding
from houvast.safety_house.rules.criteria import unmet
from houvast.safety_house.selectors.referrals import ReferralLine, of_case
from houvast.safety_house.services.refer import refer
from houvast.web import addresses
from houvast.web.act_page import ActPage, Done, Elsewhere, act_page
from houvast.web.door import DoorRequest, signed_in
from houvast.web.look import PRIMARY, SECONDARY, Act, Link
from houvast.web.referral_look import referral_status
from houvast.web.safety_house.forms import ReferralForm
from houvast.web.safety_house.look import parts

_NO_HOUSE = refuse("no_house", "In uw regio staat geen Zorg- en Veiligheidshuis in Houvast. Vraag de beheerder.")


@require_safe
@signed_in
def referrals_of_case(request: DoorRequest, code: str) -> HttpResponse:
    """Show the referrals of a case, newest first: what was asked, shared, answered and came back. To print too."""
    found = case_by_code(request.viewer, code.upper(), now=request.now)
    if Part.DECISIONS not in parts_seen(request.viewer, found.band.case_id, now=request.now):
        raise NotVisible
    lines = of_case(request.viewer, found.band.case_id, now=request.now)
    record_read(
        REFERRAL_READ,
        actor=request.actor,
        now=request.now,
        municipality=found.band.municipality_id,
        case=found.band.case_id,
        details={"referrals": len(lines)},
    )
    rows = [
        (line, referral_status(line.mark, request.now), parts(line, request.now), _acts(request, found, line))
        for line in lines
    ]
    going_on = bool(lines) and lines[0].mark.standing in (ReferralStanding.ASKED, ReferralStanding.ACCEPTED)
    verdict = policy.may_refer(request.viewer, found.facts, policy.external_boundary(found.model))
    context = {
        "nav": "casussen",
        "band": found.band,
        "case_url": addresses.case(found.band.code),
        "rows": rows,
        "refer_url": addresses.case_act(found.band.code, "zvh/aanmelden") if verdict.allowed and not going_on else "",
    }
    return render(request, "zvh/aanmeldingen.html", context)


def _acts(request: DoorRequest, found: FoundCase, line: ReferralLine) -> tuple[Act, ...]:
    """Give what the viewer may still do about a referral."""
    if not policy.may_look_back(request.viewer, found.facts).allowed:
        return ()
    mark = line.mark
    if mark.standing is ReferralStanding.RETURNED and not mark.looked_back:
        return (Act("Terugkijken", addresses.referral(mark.id, "terugkijken"), PRIMARY),)
    if mark.inside:
        return ()
    if mark.standing is ReferralStanding.ASKED:
        return (Act("Antwoord vastleggen", addresses.referral(mark.id, "antwoord"), SECONDARY),)
    if mark.standing is ReferralStanding.ACCEPTED:
        return (Act("Terugkeer vastleggen", addresses.referral(mark.id, "terug"), SECONDARY),)
    return ()


@signed_in
def refer_case(request: DoorRequest, code: str) -> HttpResponse:
    """Refer a case to a house."""
    chosen = request.POST.get("house") or request.GET.get("huis")
    start = referral_start(request.viewer, code.upper(), _id(chosen), now=request.now)
    band, house = start.found.band, start.house
    verdict = policy.may_refer(request.viewer, start.found.facts, policy.external_boundary(start.found.model))
    if house is None:
        raise Refused(verdict if not verdict.allowed else _NO_HOUSE)
    form = ReferralForm(
        request.POST if request.method == "POST" else None,
        criteria=start.criteria,
        pieces=start.pieces,
        initial={"once": new_id(), "house": house.id},
    )

    def do(data: dict[str, object]) -> Done:
        new = form.new()
        refer(
            actor=request.actor,
            now=request.now,
            case_id=band.case_id,
            house_id=house.id,
            new=new,
            referral_id=UUID(str(data["once"])),
        )
        lacking = unmet(start.criteria, new.criteria)
        said = f"De casus is aangemeld bij {house.name}."
        if lacking:
            said += " U kruiste niet alle criteria aan; het antwoord kan daarom advies zijn, of een weigering."
        return Done(addresses.case_act(band.code, "zvh"), said)

    return act_page(request, _page(start), form, do, verdict=verdict, about=start.found)


def _id(value: str | None) -> UUID | None:
    try:
        return UUID(value) if value else None
    except ValueError as wrong:
        raise NotVisible from wrong


def _page(start: ReferralStart) -> ActPage:
    band, house = start.found.band, start.house
    if house is None:
        raise Invalid({})
    here = f"{house.name} ziet alleen wat u invult, en antwoordt binnen {ANSWER_WORKING_DAYS} werkdagen in Houvast."
    outside = f"Bij {house.name} werkt niemand in Houvast. U drukt de aanmelding af en legt het antwoord zelf vast."
    others = (
        Link(f"Aanmelden bij {each.name}", f"{addresses.case_act(band.code, 'zvh/aanmelden')}?huis={each.id}")
        for each in start.other_houses
    )
    return ActPage(
        title=f"Aanmelden bij {house.name}",
        button="Casus aanmelden",
        done="De casus is aangemeld.",
        not_done="De casus is nog niet aangemeld.",
        back=addresses.case_act(band.code, "zvh"),
        back_text=f"{band.name}, {band.code}",
        elsewhere=Elsewhere(
            f"U meldt aan bij {house.name}.",
            (Link("De criteria, met waar zij vandaan komen", addresses.criteria(house.id)), *others),
        ),
        consequences=(
            here if house.works_here else outside,
            "Wat u deelt ligt vast, woord voor woord. Het verandert niet meer.",
            "Het Zorg- en Veiligheidshuis houdt een eigen dossier bij. Dat ziet u niet, en het ziet uw casus niet.",
            "De casusregie blijft bij de gemeente.",
        ),
    )
