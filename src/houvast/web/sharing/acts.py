"""Acts on what was shared: withdrawing, answering as the second person, telling; and consents."""

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
from houvast.sharing.rules.consents import Giver, Meaning
from houvast.sharing.selectors.consents import consent_by_id
from houvast.sharing.services.answer_disclosure import answer_disclosure
from houvast.sharing.services.record_consent import NewConsent, record_consent
from houvast.sharing.services.tell_of_disclosure import tell_of_disclosure
from houvast.sharing.services.withdraw_consent import withdraw_consent
from houvast.sharing.services.withdraw_disclosure import withdraw_disclosure
from houvast.web import addresses
from houvast.web.act_page import ActPage, Done, act_page
from houvast.web.door import DoorRequest, signed_in
from houvast.web.form_fields import offer
from houvast.web.sharing.look import facts
from houvast.web.sharing.share_forms import ConsentForm, ReasonForm, SecondForm, TellForm, as_day
from houvast.web.sharing.shared import find

_YEAR = timedelta(days=365)


@signed_in
def withdraw(request: DoorRequest, disclosure_id: UUID) -> HttpResponse:
    """Withdraw what was shared."""
    line, found = find(request, disclosure_id)
    page = ActPage(
        title=f"Intrekken: gedeeld met {line.receiver}",
        button="Delen intrekken",
        done="Ingetrokken. De ander ziet het vanaf nu niet meer.",
        not_done="Nog niet ingetrokken.",
        back=f"/gedeeld/{line.id}/",
        back_text=f"Gedeeld met {line.receiver}",
        consequences=(
            "In dezelfde seconde is het overal weg.",
            "Wat de ander al las, of op papier heeft, haalt u hiermee niet terug. Bel dus ook.",
            "Dat het was gedeeld, en waarom het stopte, blijft staan.",
        ),
    )

    def do(data: dict[str, object]) -> str:
        withdraw_disclosure(
            actor=request.actor, now=request.now, disclosure_id=disclosure_id, reason=str(data["reason"])
        )
        return page.back

    verdict = policy.may_withdraw_disclosure(request.viewer, found.facts, shared_by=line.by_id)
    return act_page(request, page, ReasonForm(request.POST or None), do, verdict=verdict, about=found)


@signed_in
def answer_second(request: DoorRequest, disclosure_id: UUID) -> HttpResponse:
    """Answer as the second person."""
    line, found = find(request, disclosure_id)
    page = ActPage(
        title=f"Mag dit worden gedeeld met {line.receiver}?",
        button="Antwoord geven",
        done="Uw antwoord staat vast.",
        not_done="Uw antwoord staat nog niet vast.",
        back=f"/gedeeld/{line.id}/",
        back_text=f"Delen met {line.receiver}",
        facts=tuple(facts(line, (), request.now)),
        consequences=(
            f"Zegt u ja, dan ziet {line.receiver} het meteen.",
            "Zegt u nee, dan is er niets gedeeld.",
            "Uw naam en uw antwoord blijven bij de casus staan.",
        ),
    )

    def do(data: dict[str, object]) -> str:
        answer_disclosure(
            actor=request.actor,
            now=request.now,
            disclosure_id=disclosure_id,
            approves=data["answer"] == "yes",
            reason=str(data["reason"]),
        )
        return page.back

    verdict = policy.may_answer_disclosure(request.viewer, found.facts, asked_by=line.by_id)
    return act_page(request, page, SecondForm(request.POST or None), do, verdict=verdict, about=found)


@signed_in
def tell(request: DoorRequest, disclosure_id: UUID) -> HttpResponse:
    """Record what the resident knows."""
    line, found = find(request, disclosure_id)
    page = ActPage(
        title=f"Weet de inwoner dit? Gedeeld met {line.receiver}",
        button="Vastleggen",
        done="Vastgelegd.",
        not_done="Nog niet vastgelegd.",
        back=f"/gedeeld/{line.id}/",
        back_text=f"Gedeeld met {line.receiver}",
        consequences=(
            "De inwoner mag weten wat met wie is gedeeld. Alleen bij gevaar of een lopend onderzoek wacht u daarmee.",
            "Wacht u nog, dan kiest u een dag waarop u opnieuw kijkt.",
        ),
    )

    def do(data: dict[str, object]) -> str:
        tell_of_disclosure(
            actor=request.actor,
            now=request.now,
            disclosure_id=disclosure_id,
            told_on=as_day(data["told_on"]),
            tell_before=as_day(data["tell_before"]),
            words=str(data["words"]),
        )
        return page.back

    verdict = policy.may_withdraw_disclosure(request.viewer, found.facts, shared_by=line.by_id)
    return act_page(request, page, TellForm(request.POST or None), do, verdict=verdict, about=found)


@signed_in
def consent(request: DoorRequest, code: str) -> HttpResponse:
    """Record a consent."""
    found = case_by_code(request.viewer, code.upper(), now=request.now)
    today, band = in_amsterdam(request.now).date(), found.band
    form = ConsentForm(request.POST or None, initial={"once": new_id(), "given_on": today, "until_on": today + _YEAR})
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
            "Deze leeftijden zijn onbevestigd.",
            "Wie afhankelijk is, kan vaak niet vrij ja zeggen. Kijk eerst of er een andere grond is.",
            "Intrekken kan altijd. Wat erop steunde, stopt dan in dezelfde seconde.",
        ),
    )

    def do(data: dict[str, object]) -> str:
        new = NewConsent(
            resident_id=UUID(str(data["resident"])),
            meaning=Meaning(str(data["meaning"])),
            giver=Giver(str(data["giver"])),
            name=str(data["name"]),
            channel=str(data["channel"]),
            about=str(data["about"]),
            given_on=as_day(data["given_on"]),
            until_on=as_day(data["until_on"]),
            id=UUID(str(data["once"])),
        )
        record_consent(actor=request.actor, now=request.now, case_id=band.case_id, new=new)
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
        done="Vastgelegd.",
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
        ended = withdraw_consent(
            actor=request.actor, now=request.now, consent_id=consent_id, reason=str(data["reason"])
        )
        stopped = "Er was niets op gedeeld." if not ended else f"{ended} keer delen is gestopt."
        return Done(page.back, f"De toestemming is ingetrokken. {stopped}")

    verdict = policy.may_consent(request.viewer, found.facts)
    return act_page(request, page, ReasonForm(request.POST or None), do, verdict=verdict, about=found)
