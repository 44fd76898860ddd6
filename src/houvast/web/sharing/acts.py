"""Acts on what was shared: withdrawing, answering as the second person, and telling the resident."""

from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

from django import forms
from django.http import HttpResponse

from houvast.cases.selectors.bands import FoundCase
from houvast.kernel.verdict import Verdict
from houvast.sharing import policy
from houvast.sharing.selectors.disclosures import DisclosureLine
from houvast.sharing.services.answer_disclosure import answer_disclosure
from houvast.sharing.services.tell_of_disclosure import tell_of_disclosure
from houvast.sharing.services.withdraw_disclosure import withdraw_disclosure
from houvast.web.act_page import ActPage, act_page
from houvast.web.door import DoorRequest, signed_in
from houvast.web.sharing.look import facts
from houvast.web.sharing.share_forms import ReasonForm, SecondForm, TellForm, as_day
from houvast.web.sharing.shared import find
from houvast.web.shield_look import warning

_PAGE = ActPage(title="", button="", done="", not_done="Nog niet vastgelegd.", back="", back_text="")


def _act(
    request: DoorRequest,
    of: tuple[DisclosureLine, FoundCase],
    page: ActPage,
    form: forms.Form,
    do: Callable[[dict[str, object]], None],
    verdict: Verdict,
) -> HttpResponse:
    """Show or do one act on a disclosure, and go back to it."""
    line, found = of
    back = replace(
        page,
        back=page.back or f"/gedeeld/{line.id}/",
        back_text=f"{'Gedeeld' if line.went else 'Delen'} met {line.receiver}",
    )

    def done(data: dict[str, object]) -> str:
        do(data)
        return back.back

    return act_page(request, back, form, done, verdict=verdict, about=found)


@signed_in
def withdraw(request: DoorRequest, disclosure_id: UUID) -> HttpResponse:
    """Withdraw what was shared."""
    line, found = find(request, disclosure_id)
    page = replace(
        _PAGE,
        title=f"Intrekken: gedeeld met {line.receiver}",
        button="Delen intrekken",
        done="Ingetrokken. De ander ziet het vanaf nu niet meer.",
        not_done="Nog niet ingetrokken.",
        consequences=(
            "In dezelfde seconde is het overal weg.",
            "Wat de ander al las, of op papier heeft, haalt u hiermee niet terug. Bel dus ook.",
            "Dat het was gedeeld, en waarom het stopte, blijft staan.",
        ),
    )

    def do(data: dict[str, object]) -> None:
        reason = str(data["reason"])
        withdraw_disclosure(actor=request.actor, now=request.now, disclosure_id=disclosure_id, reason=reason)

    verdict = policy.may_withdraw_disclosure(request.viewer, found.facts, shared_by=line.by_id)
    return _act(request, (line, found), page, ReasonForm(request.POST or None), do, verdict)


@signed_in
def answer_second(request: DoorRequest, disclosure_id: UUID) -> HttpResponse:
    """Answer as the second person. Who is asked for their function sees it until then, so goes back to Mijn werk."""
    line, found = find(request, disclosure_id)
    verdict = policy.may_answer_disclosure(request.viewer, found.facts, asked_by=line.by_id, second_by=line.second_by)
    page = replace(
        _PAGE,
        title=f"Mag dit worden gedeeld met {line.receiver}?",
        button="Antwoord geven",
        done="Uw antwoord staat vast.",
        not_done="Uw antwoord staat nog niet vast.",
        back="" if policy.directs(request.viewer, found.facts) else "/",
        facts=tuple(facts(line, (), request.now)),
        consequences=(
            f"Zegt u ja, dan ziet {line.receiver} het meteen.",
            "Zegt u nee, dan is er niets gedeeld.",
            "Uw naam en uw antwoord blijven bij de casus staan.",
        ),
    )

    def do(data: dict[str, object]) -> None:
        answer_disclosure(
            actor=request.actor,
            now=request.now,
            disclosure_id=disclosure_id,
            approves=data["answer"] == "yes",
            reason=str(data["reason"]),
        )

    return _act(request, (line, found), page, SecondForm(request.POST or None), do, verdict)


@signed_in
def tell(request: DoorRequest, disclosure_id: UUID) -> HttpResponse:
    """Record what the resident knows."""
    line, found = find(request, disclosure_id)
    page = replace(
        _PAGE,
        title=f"Weet de inwoner dit? Gedeeld met {line.receiver}",
        button="Vastleggen",
        done="Vastgelegd.",
        consequences=(
            "De inwoner mag weten wat met wie is gedeeld. Alleen bij gevaar of een lopend onderzoek wacht u daarmee.",
            "Wacht u nog, dan kiest u een dag waarop u opnieuw kijkt. Die dag staat het op uw Mijn werk.",
        ),
        warning=warning(request.viewer, found.band.case_id, now=request.now),
    )

    def do(data: dict[str, object]) -> None:
        tell_of_disclosure(
            actor=request.actor,
            now=request.now,
            disclosure_id=disclosure_id,
            told_on=as_day(data["told_on"]),
            tell_before=as_day(data["tell_before"]),
            words=str(data["words"]),
        )

    verdict = policy.may_withdraw_disclosure(request.viewer, found.facts, shared_by=line.by_id)
    return _act(request, (line, found), page, TellForm(request.POST or None), do, verdict)
