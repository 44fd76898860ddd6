"""The life areas of a municipality, kept by its administrator."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.text import slugify
from django.views.decorators.http import require_safe

from houvast.kernel.errors import Invalid, NotVisible
from houvast.plans import policy
from houvast.plans.rules.areas import AreaLine
from houvast.plans.selectors.reading import life_areas
from houvast.plans.services.set_life_area import set_life_area
from houvast.web.act_page import ActPage, act_page
from houvast.web.door import DoorRequest, signed_in
from houvast.web.plans.forms import AreaForm

LIST = "/beheer/leefgebieden/"
NEW = "nieuw"
"""Stands in the address of the page that adds one, so that none can be called so."""


def _own(request: DoorRequest) -> UUID:
    """Give the municipality whose list the viewer may set. Raises `NotVisible`: for others there is no such page."""
    municipality_id = request.viewer.municipality_id
    if municipality_id is None or not policy.may_set_areas(request.viewer, municipality_id).allowed:
        raise NotVisible
    return municipality_id


@require_safe
@signed_in
def area_list(request: DoorRequest) -> HttpResponse:
    """Show the list in its order."""
    return render(request, "plannen/leefgebieden.html", {"nav": "beheer", "areas": life_areas(_own(request))})


@signed_in
def new_area(request: DoorRequest) -> HttpResponse:
    """Add a life area."""
    known = {area.code for area in life_areas(_own(request))}
    form = AreaForm(request.POST or None)

    def do(data: dict[str, object]) -> str:
        code = slugify(str(data["name"]))[:40]
        if not code or code in known or code == NEW:
            raise Invalid({"name": "Geef het leefgebied een naam die nog niet in de lijst staat."})
        return _set(request, code, data)

    return act_page(request, _page("Leefgebied toevoegen", "Leefgebied toevoegen"), form, do)


@signed_in
def change_area(request: DoorRequest, code: str) -> HttpResponse:
    """Give a life area another name or place, or no longer ask about it."""
    area = next((each for each in life_areas(_own(request)) if each.code == code), None)
    if area is None:
        raise NotVisible
    initial = {"name": area.name, "position": area.position, "active": area.active}
    form = AreaForm(request.POST or None, initial=initial)
    page = _page(f"Leefgebied wijzigen: {area.name}", "Leefgebied wijzigen")
    return act_page(request, page, form, lambda data: _set(request, code, data))


def _set(request: DoorRequest, code: str, data: dict[str, object]) -> str:
    position = data["position"]
    area = AreaLine(code, str(data["name"]), position if isinstance(position, int) else 0, bool(data["active"]))
    set_life_area(actor=request.actor, now=request.now, municipality_id=_own(request), area=area)
    return LIST


def _page(title: str, button: str) -> ActPage:
    return ActPage(
        title=title,
        button=button,
        done="De lijst van leefgebieden is bijgewerkt.",
        not_done="De lijst is nog niet veranderd.",
        back=LIST,
        back_text="Leefgebieden",
        consequences=(
            "Nieuwe versies van plannen vragen naar deze lijst.",
            "Plannen die er zijn, blijven zoals zij waren.",
            "Niets verplicht een antwoord: niet gevraagd is ook een antwoord.",
        ),
        nav="beheer",
    )
