"""The municipality's side: recording what a house outside Houvast says, and looking back on a case that returned."""

from collections.abc import Callable
from uuid import UUID

from django import forms
from django.http import HttpResponse

from houvast.cases.selectors import bands
from houvast.cases.selectors.bands import FoundCase
from houvast.kernel.errors import NotVisible
from houvast.safety_house import policy
from houvast.safety_house.rules.content import ReferralOutcome
from houvast.safety_house.selectors.referrals import ReferralLine, one
from houvast.safety_house.services.look_back import look_back
from houvast.safety_house.services.record_outside_answer import record_outside_answer
from houvast.safety_house.services.record_outside_return import record_outside_return
from houvast.web import addresses
from houvast.web.act_page import ActPage, act_page
from houvast.web.door import DoorRequest, signed_in
from houvast.web.safety_house.forms import LookBackForm, OutsideAnswerForm, OutsideReturnForm

_STAYS = "Wat u vastlegt, verandert niet meer. Het staat bij de casus, met uw naam en de tijd."


@signed_in
def answer(request: DoorRequest, referral_id: UUID) -> HttpResponse:
    """Record the answer of a house outside Houvast."""
    form = OutsideAnswerForm(request.POST or None)

    def do() -> None:
        record_outside_answer(
            actor=request.actor,
            now=request.now,
            referral_id=referral_id,
            outcome=ReferralOutcome(form.cleaned_data["outcome"]),
            content=form.content(),
            by_hand=form.by_hand(),
        )

    words = ("Antwoord vastleggen", "Antwoord vastleggen", "Het antwoord staat bij de casus.")
    return _act(request, referral_id, words, form, do, (_STAYS,))


@signed_in
def came_back(request: DoorRequest, referral_id: UUID) -> HttpResponse:
    """Record that a house outside Houvast sent the case back."""
    form = OutsideReturnForm(request.POST or None)

    def do() -> None:
        record_outside_return(
            actor=request.actor,
            now=request.now,
            referral_id=referral_id,
            content=form.content(),
            by_hand=form.by_hand(),
        )

    words = ("De casus is terug", "Terugkeer vastleggen", "De terugkeer staat bij de casus.")
    return _act(request, referral_id, words, form, do, (_STAYS, "Daarna kijkt u terug op wat u van elkaar verwachtte."))


@signed_in
def looking_back(request: DoorRequest, referral_id: UUID) -> HttpResponse:
    """Look back on what both sides expected."""
    form = LookBackForm(request.POST or None)

    def do() -> None:
        look_back(actor=request.actor, now=request.now, referral_id=referral_id, content=form.content())

    words = ("Terugkijken", "Terugblik vastleggen", "De terugblik staat bij de casus.")
    return _act(request, referral_id, words, form, do, (_STAYS, "Het Zorg- en Veiligheidshuis ziet dit niet."))


def _find(request: DoorRequest, referral_id: UUID) -> tuple[FoundCase, ReferralLine]:
    line = one(request.viewer, referral_id, now=request.now)
    cases = [] if line is None else [line.mark.case_id]
    found = bands.by_ids(request.viewer, cases, now=request.now)
    if line is None or line.mark.case_id not in found:
        raise NotVisible
    return found[line.mark.case_id], line


def _act(
    request: DoorRequest,
    referral_id: UUID,
    words: tuple[str, str, str],
    form: forms.Form,
    do: Callable[[], None],
    consequences: tuple[str, ...],
) -> HttpResponse:
    found, line = _find(request, referral_id)
    title, button, done = words
    facts = [("Wat u verwachtte", line.content.expects)]
    if line.answer is not None and line.answer.will:
        facts += [("Wat zij zouden doen", line.answer.will), ("Wat niet", line.answer.will_not)]
    page = ActPage(
        title=title,
        button=button,
        done=done,
        not_done="Er is nog niets vastgelegd.",
        back=addresses.case_act(found.band.code, "zvh"),
        back_text=f"{found.band.name}, {found.band.code}",
        intro=line.mark.house,
        facts=tuple(facts),
        consequences=consequences,
    )

    def and_back(data: dict[str, object]) -> str:
        do()
        return page.back

    verdict = policy.may_look_back(request.viewer, found.facts)
    return act_page(request, page, form, and_back, verdict=verdict, about=found)
