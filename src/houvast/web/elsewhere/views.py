"""Choosing the other municipality, and the page of a stay."""

from collections.abc import Callable
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from houvast.cases.selectors import bands
from houvast.directory.selectors_elsewhere import neighbours
from houvast.web import addresses
from houvast.web.door import DoorRequest, signed_in
from houvast.web.elsewhere.move_pages import move_look
from houvast.web.elsewhere.pages import stay_look
from houvast.web.elsewhere.reading import find_offer, find_stay, led_case, on_record, record_offer
from houvast.web.look import Link


@require_safe
@signed_in
def choose_for_stay(request: DoorRequest, code: str) -> HttpResponse:
    """Choose in which municipality somebody stays."""
    intro = "Uw gemeente houdt de regie. De andere gemeente kijkt een tijd mee. In welke gemeente is de opvang?"
    return _choose(request, code, ("Verblijf in een andere gemeente", intro), addresses.stay_elsewhere)


@require_safe
@signed_in
def choose_for_move(request: DoorRequest, code: str) -> HttpResponse:
    """Choose to which municipality somebody moves."""
    intro = "De andere gemeente opent een eigen casus en de uwe sluit. Waar verhuist de inwoner heen?"
    return _choose(request, code, ("Aanbieden aan een andere gemeente", intro), addresses.offer_move)


def _choose(
    request: DoorRequest, code: str, words: tuple[str, str], address: Callable[[str, str], str]
) -> HttpResponse:
    found = led_case(request, code)
    on_record(request, found, "elsewhere")
    band, (title, intro) = found.band, words
    context = {
        "nav": "casussen",
        "title": title,
        "intro": intro,
        "back": Link(f"{band.name}, {band.code}", addresses.case(band.code)),
        "links": [Link(each.name, address(band.code, each.code)) for each in neighbours(band.municipality_id)],
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


@require_safe
@signed_in
def move(request: DoorRequest, offer_id: UUID) -> HttpResponse:
    """Show an offer: to who was asked to receive it, and to who leads the case."""
    page = find_offer(request, offer_id)
    record_offer(request, page)
    found = bands.by_ids(request.viewer, [page.line.case_id], now=request.now).get(page.line.case_id)
    look = move_look(request.viewer, page, found, now=request.now)
    return render(request, "elders/aanbod.html", {"nav": "werk" if found is None else "casussen", "look": look})
