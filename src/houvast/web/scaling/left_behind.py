"""Nazorg op u nemen: everybody who led this case has left, and somebody must ask how it goes."""

from datetime import date
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect

from houvast.cases.policy_aftercare import may_take_up_aftercare
from houvast.cases.rules.receiving import receiving_functions
from houvast.cases.selectors.bands import case_by_code
from houvast.cases.selectors.left_behind import left_behind
from houvast.cases.services.take_up_aftercare import take_up_aftercare
from houvast.directory.selectors import possible_holders
from houvast.kernel.errors import Refused
from houvast.web import addresses
from houvast.web.act_page import ActPage, act_page
from houvast.web.door import DoorRequest, signed_in
from houvast.web.scaling import page, wording
from houvast.web.scaling.receiving_forms import TakeUpForm


@signed_in
def take_up(request: DoorRequest, code: str) -> HttpResponse:
    """Make somebody responsible for asking how it goes."""
    found = case_by_code(request.viewer, code.upper(), now=request.now)
    verdict = may_take_up_aftercare(request.viewer, found.facts, found.model)
    if not verdict.allowed:
        raise Refused(verdict)
    band, back = found.band, page.back(found)
    waiting = left_behind(request.viewer, date.max, now=request.now, most=1, case_id=band.case_id)
    if not waiting and request.method != "POST":
        return HttpResponseRedirect(addresses.case(band.code))
    functions = sorted(receiving_functions(found.model, band.phase.number))
    word = "sluiten" if band.is_closed else "afschalen"
    people = possible_holders(band.municipality_id, functions, now=request.now)
    form = TakeUpForm(request.POST or None, [(str(each.id), f"{each.name}, {each.title}") for each in people])
    what = ActPage(
        title="Wie vraagt hoe het gaat?",
        button="Verantwoordelijk maken",
        done="Vastgelegd wie vraagt hoe het gaat.",
        not_done="Nog niemand is verantwoordelijk.",
        back=back.url,
        back_text=back.text,
        intro=f"Wie dit leidde, is weg. Niemand vraagt nu hoe het gaat na {word}.",
        facts=tuple(
            fact
            for each in waiting
            for fact in (("Leidde de casus", ", ".join(each.led)), ("Te vragen op", wording.day(each.day, request.now)))
        ),
        consequences=(
            "Wie u kiest, ziet de casus zoals wie haar leidde: het plan, de mensen en de nazorg.",
            "De vraag hoe het gaat staat dan op Mijn werk van die persoon, die dat ook vastlegt.",
            "U ziet niet meer dan nu, tenzij u zichzelf kiest.",
        ),
    )

    def do(data: dict[str, object]) -> str:
        chosen = UUID(str(data["who"]))
        take_up_aftercare(actor=request.actor, now=request.now, case_id=band.case_id, member_id=chosen)
        own = chosen in request.viewer.member_ids
        return addresses.case_act(band.code, "vinger-aan-de-pols") if own else addresses.case(band.code)

    return act_page(request, what, form, do, about=found)
