"""Choosing the other municipality, and the page of a stay."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from houvast.directory.selectors_elsewhere import neighbours
from houvast.web import addresses
from houvast.web.door import DoorRequest, signed_in
from houvast.web.elsewhere.pages import stay_look
from houvast.web.elsewhere.reading import find_stay, led_case, on_record
from houvast.web.look import Link


@require_safe
@signed_in
def choose_for_stay(request: DoorRequest, code: str) -> HttpResponse:
    """Choose in which municipality somebody stays."""
    found = led_case(request, code)
    on_record(request, found, "stay")
    band = found.band
    links = [
        Link(each.name, addresses.stay_elsewhere(band.code, each.code)) for each in neighbours(band.municipality_id)
    ]
    context = {
        "nav": "casussen",
        "title": "Verblijf in een andere gemeente",
        "intro": "Uw gemeente houdt de regie. De andere gemeente kijkt een tijd mee. In welke gemeente is de opvang?",
        "back": Link(f"{band.name}, {band.code}", addresses.case(band.code)),
        "links": links,
    }
    return render(request, "elders/kiezen.html", context)


@require_safe
@signed_in
def stay(request: DoorRequest, stay_id: UUID) -> HttpResponse:
    """Show an agreement with its history."""
    found, page = find_stay(request, stay_id)
    on_record(request, found, "stay")
    look = stay_look(request.viewer, found, page, now=request.now)
    return render(request, "elders/verblijf.html", {"nav": "casussen", "look": look})
