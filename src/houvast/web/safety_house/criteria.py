"""The admission criteria of a house: reading them, and setting one."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from houvast.directory.selectors_houses import House, houses_for, houses_of, region_of
from houvast.kernel.errors import NotVisible
from houvast.kernel.verdict import Verdict
from houvast.safety_house import policy
from houvast.safety_house.rules.criteria import CriterionLine, Need
from houvast.safety_house.selectors.criteria import criteria_of
from houvast.safety_house.services.set_criterion import set_criterion
from houvast.web import addresses
from houvast.web.act_page import ActPage, act_page
from houvast.web.door import DoorRequest, signed_in
from houvast.web.safety_house.forms import CriterionForm, capital, word_for_need

NEW = "nieuw"


def _find(request: DoorRequest, house_id: UUID) -> tuple[House, Verdict]:
    """Give a house of one's own region, or where one works, and whether one may set its criteria."""
    viewer = request.viewer
    houses = houses_of(viewer.organisation_id, now=request.now)
    if viewer.municipality_id is not None:
        houses = houses_for(viewer.municipality_id, now=request.now)
    if house_id not in houses:
        raise NotVisible
    house = houses[house_id]
    facts = policy.HouseFacts(house.id, house.region, house.works_here)
    return house, policy.may_set_criteria(viewer, facts, region_of(viewer.municipality_id))


def _back(request: DoorRequest, house_id: UUID) -> tuple[str, str]:
    """Give where one came from; nothing for who came from a referral, which has a page of its own for each case."""
    if request.viewer.organisation_id == house_id:
        return "/zvh/", "Dossiers"
    return ("/beheer/", "Beheer") if request.viewer.is_administrator else ("", "")


@require_safe
@signed_in
def criteria_list(request: DoorRequest, house_id: UUID) -> HttpResponse:
    """Show the criteria of a house."""
    house, verdict = _find(request, house_id)
    lines = criteria_of(house_id)
    rows = [
        (each, capital(word_for_need(each.need)), addresses.criteria(house_id, each.code) if verdict.allowed else "")
        for each in lines
    ]
    back, back_text = _back(request, house_id)
    context = {
        "nav": "zvh",
        "back": back,
        "back_text": back_text,
        "house": house,
        "rows": rows,
        "new_url": addresses.criteria(house_id, NEW) if verdict.allowed else "",
    }
    return render(request, "zvh/criteria.html", context)


@signed_in
def change(request: DoorRequest, house_id: UUID, code: str) -> HttpResponse:
    """Set a criterion: a new one, or another version."""
    house, verdict = _find(request, house_id)
    known = {each.code: each for each in criteria_of(house_id)}
    if code != NEW and code not in known:
        raise NotVisible
    seen = known.get(code, CriterionLine("", "", Need.ALWAYS, ""))
    initial = {
        "number": seen.number,
        "text": seen.text,
        "need": seen.need.value,
        "source": seen.source,
        "active": seen.active,
    }
    form = CriterionForm(request.POST or None, initial=initial)
    page = ActPage(
        title="Criterium toevoegen" if code == NEW else "Criterium wijzigen",
        button="Criterium vastleggen",
        done="Het criterium geldt voor nieuwe aanmeldingen.",
        not_done="Er is nog niets vastgelegd.",
        back=addresses.criteria(house_id),
        back_text=f"Criteria van {house.name}",
        consequences=(
            "Nieuwe aanmeldingen vragen hiernaar.",
            "Aanmeldingen die er zijn, houden de woorden van toen.",
        ),
        nav="zvh",
    )

    def do(data: dict[str, object]) -> str:
        line = CriterionLine(
            code=seen.code,
            text=str(data["text"]),
            need=Need(str(data["need"])),
            source=str(data["source"]),
            active=bool(data["active"]),
            number=int(str(data["number"])),
        )
        set_criterion(actor=request.actor, now=request.now, house_id=house_id, line=line)
        return page.back

    return act_page(request, page, form, do, verdict=verdict)
