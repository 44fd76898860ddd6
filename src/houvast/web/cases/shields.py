"""Shielding somebody in a case from named others: one act, looking again, and ending it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django import forms
from django.http import HttpResponse

from houvast.cases import policy
from houvast.cases.selectors.contents import PersonLine, people
from houvast.cases.selectors.shields import OtherLine, others_around, shields_of_case
from houvast.cases.services.shield_in_case import NewShield, end_shield_in_case, shield_in_case
from houvast.desk.selectors.case_page import CasePage
from houvast.kernel.dutch_dates import exact, moment
from houvast.kernel.errors import NotVisible
from houvast.kernel.working_time import in_amsterdam
from houvast.residents.selectors_shielding import ShieldLine
from houvast.web import addresses
from houvast.web.act_page import act_page
from houvast.web.cases.residents import find_person, person_page
from houvast.web.door import DoorRequest, signed_in
from houvast.web.form_fields import day, long_text

_USUAL = timedelta(days=91)


class ShieldForm(forms.Form):
    """From whom, who lives along, why, and when somebody looks again."""

    others = forms.MultipleChoiceField(
        label="Voor wie blijft dit verborgen?",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Kies voor wie dit verborgen blijft."},
    )
    along = forms.MultipleChoiceField(
        label="Wie woont met deze persoon mee?",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Bijvoorbeeld de kinderen. Zij worden ook afgeschermd.",
    )
    reason = long_text(
        "Waarom?", required=True, help_text="Bijvoorbeeld: zij verhuisde, en hij mag niet weten waarheen."
    )
    review_on = day("Wanneer kijkt u hier opnieuw naar?", required=True, help_text="Binnen een half jaar.")


class EndShieldForm(forms.Form):
    """Why it is not needed any more."""

    reason = long_text("Waarom is dit niet meer nodig?", required=True)


@dataclass(frozen=True, slots=True)
class ShieldMark:
    """Who is shielded from whom, ready to print. `end_url` is where that is ended."""

    name: str
    note: str
    reason: str
    end_url: str


def shield_marks(page: CasePage, why: Mapping[UUID, str], request: DoorRequest) -> tuple[ShieldMark, ...]:
    """Give who is shielded, for who leads the case."""
    return tuple(
        ShieldMark(
            name=f"{line.name}, voor {line.other}",
            note=_since(line, request),
            reason=why.get(line.id, ""),
            end_url=_end_url(page.found.band.code, line),
        )
        for line in page.shields
    )


def _since(line: ShieldLine, request: DoorRequest) -> str:
    since = moment(line.since, request.now)
    return f"sinds {since}, door {line.by}, opnieuw bekijken op {exact(line.review_on)}"


def _end_url(code: str, line: ShieldLine) -> str:
    return f"{addresses.resident_of_case(code, line.resident_id)}afscherming/{line.id}/"


@signed_in
def shield(request: DoorRequest, code: str, resident_id: UUID) -> HttpResponse:
    """Shield somebody from others."""
    found, person = find_person(request, code, resident_id)
    verdict = policy.may_work_in(request.viewer, found.facts)
    today = in_amsterdam(request.now).date()
    form = ShieldForm(request.POST or None, initial={"review_on": today + _USUAL})
    if verdict.allowed:
        around = others_around(request.viewer, found.band.case_id, now=request.now)
        others = people(request.viewer, found.band.case_id, now=request.now, today=today)
        _offer(form, person, around, others)
    page = person_page(
        found,
        f"{person.resident.name} afschermen",
        "Afschermen",
        "Deze persoon is afgeschermd.",
        "Nog niet afgeschermd.",
        "Wie u kiest, krijgt niets meer van adres, telefoon, afspraken en nieuwe hulp van deze persoon.",
        "Dat geldt voor alles wat naar diegene gaat, ook uit andere casussen.",
        "Wie hier werkt, ziet alles nog. Bij de persoon staat wie het niet mag horen.",
        "Niemand krijgt hier bericht van.",
        "Op de dag die u kiest, staat het op Mijn werk. Tot iemand het opheft, blijft het zo.",
    )

    def do(data: dict[str, object]) -> str:
        chosen = {_value(line): line.other for line in around}
        review_on = data["review_on"] if isinstance(data["review_on"], date) else None
        new = NewShield(
            others=[chosen[each] for each in form.cleaned_data["others"]],
            along=[UUID(each) for each in form.cleaned_data.get("along", [])],
            reason=str(data["reason"]),
            review_on=review_on,
        )
        shield_in_case(
            actor=request.actor, now=request.now, case_id=found.band.case_id, resident_id=resident_id, new=new
        )
        return addresses.case_act(found.band.code, "mensen")

    return act_page(request, page, form, do, verdict=verdict, about=found)


@signed_in
def end_one(request: DoorRequest, code: str, resident_id: UUID, shield_id: UUID) -> HttpResponse:
    """End a shield."""
    found, person = find_person(request, code, resident_id)
    lines = shields_of_case(request.viewer, found.band.case_id, now=request.now)
    line = next((each for each in lines if each.id == shield_id and each.resident_id == resident_id), None)
    if line is None:
        raise NotVisible
    form = EndShieldForm(request.POST or None)
    page = person_page(
        found,
        f"{person.resident.name} niet meer afschermen voor {line.other}",
        "Afscherming opheffen",
        "De afscherming is opgeheven.",
        "Nog niet opgeheven.",
        f"{line.other} kan daarna weer te zien krijgen waar deze persoon woont, en wie er helpt.",
        "Dat geldt ook voor het adres van nu. Weet de persoon zelf dat u dit doet?",
        "Dat er een afscherming was, en waarom, blijft bewaard.",
    )

    def do(data: dict[str, object]) -> str:
        end_shield_in_case(
            actor=request.actor,
            now=request.now,
            case_id=found.band.case_id,
            resident_id=resident_id,
            shield_id=shield_id,
            reason=str(data["reason"]),
        )
        return addresses.case_act(found.band.code, "mensen")

    return act_page(request, page, form, do, verdict=policy.may_work_in(request.viewer, found.facts), about=found)


def _offer(form: ShieldForm, person: PersonLine, around: tuple[OtherLine, ...], others: tuple[PersonLine, ...]) -> None:
    """Offer everybody around but the person; who lives along is somebody whom the case is about."""
    me = person.resident.id
    named = [(_value(line), _said(line)) for line in around if line.other.resident_id != me]
    along = [(str(each.resident.id), each.resident.name) for each in others if each.resident.id != me]
    for name, choices in (("others", named), ("along", along)):
        field = form.fields[name]
        if isinstance(field, forms.MultipleChoiceField):
            field.choices = choices
    if not along:
        del form.fields["along"]


def _value(line: OtherLine) -> str:
    return f"i:{line.other.resident_id}" if line.other.resident_id else f"n:{line.other.network_member_id}"


def _said(line: OtherLine) -> str:
    return f"{line.name}, {line.what}" if line.what else line.name
