"""Meetings in one's own calendar: making the secret address, ending it, and what it gives to who knows it."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from houvast.consultation.selectors.feeds import calendar_of, made_at
from houvast.consultation.services.end_calendar_feed import end_calendar_feed
from houvast.consultation.services.make_calendar_feed import make_calendar_feed
from houvast.kernel.dutch_dates import moment
from houvast.web.act_page import ActPage, Elsewhere, act_page
from houvast.web.consultation.forms import ConfirmForm
from houvast.web.door import DoorRequest, as_read, signed_in
from houvast.web.look import Link

OWN = "/overleg/kalender"
_HOLDS = "In de kalender staat alleen: welke tafel, waar en wanneer. Geen casus, geen namen, geen punten."


@require_safe
def feed(request: HttpRequest, secret: str) -> HttpResponse:
    """Give the calendar at a secret address. A calendar cannot sign in: who knows the address, reads it."""
    text = calendar_of(secret, now=as_read(request).now)
    answer = HttpResponse(text, content_type="text/calendar; charset=utf-8")
    answer.headers["Content-Disposition"] = 'inline; filename="overleg.ics"'
    return answer


@require_http_methods(["GET", "POST"])
@signed_in
def own(request: DoorRequest) -> HttpResponse:
    """Make an address, or a new one; it is shown once."""
    if request.method == "POST":
        secret = make_calendar_feed(actor=request.actor, now=request.now)
        address = request.build_absolute_uri(reverse("calendar_feed", args=[secret]))
        return render(request, "overleg/kalenderadres.html", {"nav": "overleg", "address": address, "holds": _HOLDS})
    since = made_at(request.viewer, now=request.now)
    ending = Elsewhere(f"U hebt een adres sinds {moment(since, request.now)}.", (_END,)) if since else None
    page = ActPage(
        title="Overleg in uw eigen kalender",
        button="Nieuw adres maken" if since else "Adres maken",
        done="",
        not_done="",
        back="/overleg/",
        back_text="Overleg",
        consequences=(
            "U krijgt één keer een geheim adres te zien. Zet dat in uw kalender, op uw telefoon of computer.",
            _HOLDS,
            "Wie het adres kent, kan dat lezen. Geef het aan niemand.",
            "Een adres van eerder werkt dan niet meer.",
        ),
        elsewhere=ending,
        nav="overleg",
    )
    return act_page(request, page, forms.Form(), lambda _filled: OWN)


_END = Link("Adres intrekken", f"{OWN}/intrekken")


@require_http_methods(["GET", "POST"])
@signed_in
def end(request: DoorRequest) -> HttpResponse:
    """End the address."""

    def do(_filled: dict[str, object]) -> str:
        end_calendar_feed(actor=request.actor, now=request.now)
        return "/overleg/"

    page = ActPage(
        title="Kalenderadres intrekken",
        button="Adres intrekken",
        done="Het adres werkt niet meer.",
        not_done="Het adres werkt nog.",
        back=OWN,
        back_text="Overleg in uw eigen kalender",
        consequences=("Uw kalender krijgt vanaf nu niets meer. Wat daar al staat, haalt u er zelf uit.",),
        nav="overleg",
    )
    return act_page(request, page, ConfirmForm(request.POST if request.method == "POST" else None), do)
