"""A case that gives no hit to who asks whether somebody is known: withholding it, looking again, and ending it."""

from dataclasses import dataclass
from datetime import date, timedelta

from django import forms
from django.http import HttpResponse

from houvast.cases import policy_hits
from houvast.cases.selectors.bands import FoundCase, case_by_code
from houvast.cases.selectors.shielding import Withheld, withheld
from houvast.cases.services.withhold_hit import give_hit_again, withhold_hit
from houvast.kernel.dutch_dates import exact, moment
from houvast.kernel.errors import NotVisible
from houvast.kernel.working_time import in_amsterdam
from houvast.web import addresses
from houvast.web.act_page import act_page
from houvast.web.cases.shielding import page_of_people
from houvast.web.door import DoorRequest, signed_in
from houvast.web.form_fields import day, long_text

_USUAL = timedelta(days=91)


class WithholdForm(forms.Form):
    """Why, and when somebody looks again."""

    reason = long_text(
        "Waarom geeft deze casus geen treffer?",
        required=True,
        help_text="Bijvoorbeeld: iemand van een andere gemeente zoekt waar deze vrouw nu woont.",
    )
    review_on = day("Wanneer kijkt u hier opnieuw naar?", required=True, help_text="Binnen een half jaar.")


class GiveAgainForm(forms.Form):
    """Why it is not needed any more."""

    reason = long_text("Waarom is dit niet meer nodig?", required=True)


@dataclass(frozen=True, slots=True)
class WithheldMark:
    """Whether a case gives a hit, ready to print. The addresses are "" for who may not decide about it."""

    note: str
    reason: str
    set_url: str
    end_url: str


def mark(found: FoundCase, row: Withheld | None, request: DoorRequest) -> WithheldMark:
    """Give how a case answers who asks whether somebody is known."""
    may = policy_hits.may_withhold_hit(request.viewer, found.facts).allowed
    set_url = addresses.case_act(found.band.code, addresses.NO_HIT) if may else ""
    if row is None:
        return WithheldMark("", "", set_url, "")
    note = f"sinds {moment(row.since, request.now)}, door {row.by}, opnieuw bekijken op {exact(row.review_on)}"
    return WithheldMark(note, row.reason, set_url, f"{set_url}opheffen/" if may else "")


@signed_in
def withhold(request: DoorRequest, code: str) -> HttpResponse:
    """Let a case give no hit, or go on with that."""
    found = case_by_code(request.viewer, code.upper(), now=request.now)
    row = withheld(request.viewer, found.band.case_id, now=request.now)
    start = {"reason": row.reason if row else "", "review_on": _today(request) + _USUAL}
    form = WithholdForm(request.POST or None, initial=start)
    page = page_of_people(
        found,
        "Langer geen treffer geven" if row else "Geen treffer geven",
        "Geen treffer geven",
        "Deze casus geeft geen treffer.",
        (
            "Wie vraagt of iemand bekend is, krijgt hetzelfde antwoord als wanneer er geen casus is.",
            "Dat geldt ook voor een andere gemeente, met een convenant of bij een verhuizing.",
            "Wie de casus al ziet, en wie over signalen beslist, merkt hier niets van.",
            "Op de dag die u kiest, staat het op Mijn werk. Tot iemand het opheft, blijft het zo.",
        ),
    )

    def do(data: dict[str, object]) -> str:
        review_on = data["review_on"] if isinstance(data["review_on"], date) else None
        withhold_hit(
            actor=request.actor,
            now=request.now,
            case_id=found.band.case_id,
            reason=str(data["reason"]),
            review_on=review_on,
        )
        return addresses.case_act(found.band.code, "mensen")

    verdict = policy_hits.may_withhold_hit(request.viewer, found.facts)
    return act_page(request, page, form, do, verdict=verdict, about=found)


@signed_in
def give_again(request: DoorRequest, code: str) -> HttpResponse:
    """Let a case give a hit again."""
    found = case_by_code(request.viewer, code.upper(), now=request.now)
    verdict = policy_hits.may_withhold_hit(request.viewer, found.facts)
    if verdict.allowed and withheld(request.viewer, found.band.case_id, now=request.now) is None:
        raise NotVisible
    form = GiveAgainForm(request.POST or None)
    page = page_of_people(
        found,
        "Weer een treffer geven",
        "Weer een treffer geven",
        "Deze casus geeft weer een treffer.",
        (
            "Wie vraagt of iemand bekend is, hoort vanaf nu dat er een casus is en wie te bellen is.",
            "Dat de casus geen treffer gaf, en waarom, blijft bewaard.",
        ),
    )

    def do(data: dict[str, object]) -> str:
        give_hit_again(actor=request.actor, now=request.now, case_id=found.band.case_id, reason=str(data["reason"]))
        return addresses.case_act(found.band.code, "mensen")

    return act_page(request, page, form, do, verdict=verdict, about=found)


def _today(request: DoorRequest) -> date:
    return in_amsterdam(request.now).date()
