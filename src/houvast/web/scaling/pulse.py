"""Vinger aan de pols: how does it go, after going down or closing?"""

from datetime import date, datetime

from django.http import HttpResponse, HttpResponseRedirect

from houvast.cases import policy
from houvast.cases.rules.receiving import HowItGoes, NewCheck
from houvast.cases.selectors.bands import FoundCase, case_by_code
from houvast.cases.selectors.receiving import AftercareLine, CheckLine, Receiving, receiving
from houvast.cases.services.check_pulse import check_pulse
from houvast.kernel.errors import NotVisible, Refused
from houvast.web import addresses
from houvast.web.act_page import ActPage, Elsewhere, act_page
from houvast.web.door import DoorRequest, signed_in
from houvast.web.look import Link
from houvast.web.receiving_fields import FOUND
from houvast.web.scaling import page, wording
from houvast.web.scaling.receiving import looks_after, plan_facts, said_of
from houvast.web.scaling.receiving_forms import PulseForm

HOW = {
    HowItGoes.GOES_WELL.value: "ging goed",
    HowItGoes.STAYS.value: "bleef zoals het was",
    HowItGoes.SCALE_UP.value: "moest weer omhoog",
}


@signed_in
def check(request: DoorRequest, code: str) -> HttpResponse:
    """Say how it goes; when it must go up again, go on to where that is done."""
    found = case_by_code(request.viewer, code.upper(), now=request.now)
    verdict = policy.may_check_pulse(request.viewer, found.facts, looks_after=looks_after(request, found))
    if not verdict.allowed:
        raise Refused(verdict)
    all_of_it = receiving(request.viewer, found.band.case_id, now=request.now)
    plan = all_of_it.plan(found.band.period_id)
    if plan is None:
        raise NotVisible
    if plan.is_over and request.method != "POST":
        return HttpResponseRedirect(addresses.case(found.band.code))
    form = PulseForm(request.POST, seen=len(plan.checks), closed=found.band.is_closed)

    def do(data: dict[str, object]) -> str:
        day, outcome = data["check_on"], HowItGoes(str(data["outcome"]))
        new = NewCheck(outcome, str(data["text"]), day if isinstance(day, date) else None)
        seen = int(str(data["seen"]))
        check_id = check_pulse(actor=request.actor, now=request.now, aftercare_id=plan.id, new=new, seen=seen)
        if outcome is not HowItGoes.SCALE_UP:
            return addresses.case(found.band.code)
        return f"{up_again(found)}?{FOUND}={check_id}"

    return act_page(request, _page(request, found, all_of_it, plan), form, do, about=found)


def up_again(found: FoundCase) -> str:
    """Give where a case goes up again: one phase up, or open again when it is closed."""
    band = found.band
    return (
        addresses.case_act(band.code, "heropenen")
        if band.is_closed
        else addresses.scale_to(band.code, band.phase.number + 1)
    )


def _page(request: DoorRequest, found: FoundCase, all_of_it: Receiving, plan: AftercareLine) -> ActPage:
    back, receiver = page.back(found), all_of_it.receiver(found.band.period_id)
    took = () if receiver is None else (("Wie het overnam", said_of(receiver)),)
    before = tuple(("Eerder", went(each, request.now)) for each in plan.checks[-3:])
    last = plan.checks[-1] if plan.checks else None
    up = Link("De casus heropenen" if found.band.is_closed else "Opschalen voorstellen of besluiten", up_again(found))
    goes_up = Elsewhere("U vond dat het weer omhoog moet. Doe dat hier:", (_with(up, last),)) if plan.wants_up else None
    word = "sluiten" if found.band.is_closed else "afschalen"
    return ActPage(
        title="Hoe gaat het?",
        button="Vastleggen hoe het gaat",
        done="Vastgelegd hoe het gaat.",
        not_done="Nog niet vastgelegd.",
        back=back.url,
        back_text=back.text,
        intro=f"Vinger aan de pols, na het {word}.",
        facts=(*plan_facts(plan, request.now), *took, *before),
        consequences=(
            "Gaat het goed, dan vraagt Houvast het niet meer. Wie het overnam, ziet de casus dan niet meer daarom.",
            "Blijft het zoals het is, dan komt de vraag op de nieuwe dag terug op Mijn werk.",
            "Moet het weer omhoog, dan gaat u door naar die pagina. Wat u hier schreef, staat daar klaar als reden.",
        ),
        elsewhere=goes_up,
    )


def _with(link: Link, last: CheckLine | None) -> Link:
    return link if last is None else Link(link.text, f"{link.url}?{FOUND}={last.id}")


def went(each: CheckLine, now: datetime) -> str:
    """Say how it went when somebody looked."""
    return f"{wording.day(each.recorded_at, now)}, {each.recorded_by}: het {HOW[each.outcome]}. {each.text}"
