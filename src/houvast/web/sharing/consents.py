"""Consent: recording it, in one of three meanings, and that it was withdrawn."""

from datetime import timedelta
from uuid import UUID

from django.http import HttpResponse

from houvast.cases.selectors import contents
from houvast.cases.selectors.bands import by_ids, case_by_code
from houvast.kernel.errors import NotVisible
from houvast.kernel.ids import new_id
from houvast.kernel.terms import word_for
from houvast.kernel.working_time import in_amsterdam
from houvast.sharing import policy
from houvast.sharing.rules.consents import AGES_SOURCE
from houvast.sharing.selectors.consents import consent_by_id
from houvast.sharing.selectors.grounds import terms_of
from houvast.sharing.services.record_consent import record_consent
from houvast.sharing.services.withdraw_consent import withdraw_consent
from houvast.web import addresses
from houvast.web.act_page import ActPage, Done, act_page
from houvast.web.door import DoorRequest, signed_in
from houvast.web.form_fields import offer
from houvast.web.sharing.share_forms import ConsentForm, EndForm


@signed_in
def consent(request: DoorRequest, code: str) -> HttpResponse:
    """Record a consent."""
    found = case_by_code(request.viewer, code.upper(), now=request.now)
    today, band = in_amsterdam(request.now).date(), found.band
    longest = today + timedelta(days=terms_of(band.municipality_id).consent_days)
    form = ConsentForm(request.POST or None, initial={"once": new_id(), "given_on": today, "until_on": longest})
    people = contents.people(request.viewer, band.case_id, now=request.now, today=today)
    offer(form, "resident", [(str(each.resident.id), each.resident.name) for each in people], nothing="Kies iemand")
    page = ActPage(
        title="Toestemming vastleggen",
        button="Toestemming vastleggen",
        done="De toestemming staat vast.",
        not_done="Nog niet vastgelegd.",
        back=addresses.case_act(band.code, "gedeeld"),
        back_text=f"Wat is gedeeld, {band.name}",
        consequences=(
            "Toestemming heeft drie betekenissen. U legt er één vast; ja tegen hulp is geen ja tegen delen.",
            "Onder de 12 jaar geven ouders toestemming, van 12 tot 16 kind en ouder samen, vanaf 16 iemand zelf. "
            f"Bron: {AGES_SOURCE}; zo gelezen, onbevestigd.",
            "Wie afhankelijk is, kan vaak niet vrij ja zeggen. Kijk eerst of er een andere grond is.",
            "Intrekken kan altijd. Wat erop steunde, stopt dan in dezelfde seconde.",
        ),
    )

    def do(data: dict[str, object]) -> str:
        record_consent(actor=request.actor, now=request.now, case_id=band.case_id, new=form.new())
        return page.back

    verdict = policy.may_record_consent(request.viewer, found.facts)
    return act_page(request, page, form, do, verdict=verdict, about=found)


@signed_in
def end_consent(request: DoorRequest, consent_id: UUID) -> HttpResponse:
    """Record that a consent was withdrawn."""
    line = consent_by_id(request.viewer, consent_id, now=request.now)
    found = by_ids(request.viewer, [line.case_id], now=request.now).get(line.case_id) if line else None
    if line is None or found is None:
        raise NotVisible
    page = ActPage(
        title="Toestemming is ingetrokken",
        button="Vastleggen en delen stoppen",
        done="",
        not_done="Nog niet vastgelegd.",
        back=addresses.case_act(found.band.code, "gedeeld"),
        back_text=f"Wat is gedeeld, {found.band.name}",
        facts=(("Toestemming", word_for(line.meaning)), ("Over wie", line.resident), ("Waarover", line.about)),
        consequences=(
            "Alles wat op deze toestemming steunde, stopt in dezelfde seconde.",
            "De inwoner hoeft niet te zeggen waarom.",
        ),
    )

    def do(data: dict[str, object]) -> Done:
        reason = str(data["reason"])
        ended = withdraw_consent(actor=request.actor, now=request.now, consent_id=consent_id, reason=reason)
        stopped = "Er was niets op gedeeld." if not ended else f"{ended} keer delen is gestopt."
        return Done(page.back, f"De toestemming is ingetrokken. {stopped}")

    verdict = policy.may_consent(request.viewer, found.facts)
    return act_page(request, page, EndForm(request.POST or None), do, verdict=verdict, about=found)
