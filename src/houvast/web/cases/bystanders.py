"""Neighbours and notifiers around a case: giving one a place, and recording what follows. They sign in nowhere."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django import forms
from django.http import HttpResponse

from houvast.cases import policy
from houvast.cases.models import Bystander, BystanderTurn
from houvast.cases.rules.bystanding import LONGEST_WHO, NewBystander
from houvast.cases.selectors.bands import FoundCase, case_by_code
from houvast.cases.selectors.bystanders import BystanderLine, bystanders_of
from houvast.cases.services.add_bystander import add_bystander, record_bystander
from houvast.kernel.dutch_dates import moment
from houvast.kernel.errors import NotVisible
from houvast.kernel.ids import new_id
from houvast.kernel.terms import word_for
from houvast.web import addresses
from houvast.web.act_page import act_page
from houvast.web.cases.shielding import page_of_people
from houvast.web.door import DoorRequest, signed_in
from houvast.web.form_fields import choice, long_text, needed, own_line

_ACT = "omstander"


class BystanderForm(forms.Form):
    """Who it is, how they are reached, and what they notice."""

    once = forms.UUIDField(widget=forms.HiddenInput)
    kind = needed(
        choice("Wie is dit?", [(each.value, word_for(each)) for each in Bystander.Kind], radio=True), "Kies wie dit is."
    )
    name = own_line("Naam", most=LONGEST_WHO, required=True, help_text="Of: een buur, als iemand geen naam gaf.")
    reach = own_line("Hoe is deze persoon te bereiken?", most=LONGEST_WHO)
    confidential = forms.BooleanField(
        label="Vertrouwelijk: niemand zegt dat het deze persoon was", required=False, initial=True
    )
    noticed = long_text("Wat merkt deze persoon?", required=True)


class RecordForm(forms.Form):
    """What is recorded."""

    kind = needed(
        choice("Wat legt u vast?", [(each.value, word_for(each)) for each in BystanderTurn.Kind], radio=True),
        "Kies wat u vastlegt.",
    )
    text = long_text("In een paar zinnen", required=True)


@dataclass(frozen=True, slots=True)
class BystanderMark:
    """Somebody who lives near or who notified, ready to print. `url` is "" when they take no part any more."""

    who: str
    note: str
    said: tuple[str, ...]
    url: str


def bystander_marks(found: FoundCase, lines: tuple[BystanderLine, ...], now: datetime) -> tuple[BystanderMark, ...]:
    """Give them as the page of people prints them."""
    base = addresses.case_act(found.band.code, f"mensen/{_ACT}")
    return tuple(
        BystanderMark(
            who=line.who,
            note=_note(line),
            said=tuple(
                f"{_capital(word_for(each.kind))} ({moment(each.at, now)}, {each.by}): {each.text}"
                for each in line.said
            ),
            url="" if line.is_over else f"{base}{line.id}/",
        )
        for line in lines
    )


@signed_in
def new_bystander(request: DoorRequest, code: str) -> HttpResponse:
    """Give a neighbour or notifier a place."""
    found = case_by_code(request.viewer, code.upper(), now=request.now)
    form = BystanderForm(request.POST or None, initial={"once": new_id()})
    consequences = (
        "Alleen wie deze casus of het proces leidt, leest dit. De omstander ziet niets en logt nergens in.",
        "Wie het is, krijgt niemand bij inzage. Een melder blijft altijd vertrouwelijk.",
        "Wat iemand merkt die niet vertrouwelijk sprak, kan de inwoner lezen bij inzage, zonder naam.",
        "Het wordt vernietigd met de casus.",
    )
    page = page_of_people(found, "Buur of melder toevoegen", "Toevoegen", "De omstander heeft een plek.", consequences)

    def do(_data: dict[str, object]) -> str:
        filled = form.cleaned_data
        new = NewBystander(
            filled["kind"] == Bystander.Kind.NOTIFIER,
            filled["name"],
            filled["reach"],
            filled["confidential"],
            filled["noticed"],
        )
        add_bystander(
            actor=request.actor,
            now=request.now,
            case_id=found.band.case_id,
            new=new,
            bystander_id=filled["once"],
        )
        return addresses.case_act(found.band.code, "mensen")

    return act_page(request, page, form, do, verdict=policy.may_work_in(request.viewer, found.facts), about=found)


@signed_in
def record(request: DoorRequest, code: str, bystander_id: UUID) -> HttpResponse:
    """Record what follows with a neighbour or notifier."""
    found = case_by_code(request.viewer, code.upper(), now=request.now)
    lines = bystanders_of(request.viewer, found.band.case_id, now=request.now)
    line = next((each for each in lines if each.id == bystander_id), None)
    if line is None:
        raise NotVisible
    form = RecordForm(request.POST or None)
    consequences = (
        "Vertel deze persoon alleen wat bij 'mag horen' staat. Luisteren mag altijd.",
        "Zeg tegen niemand dat het deze persoon was." if line.confidential else "De inwoner mag weten dat u sprak.",
        "Wat er stond, blijft bewaard.",
    )
    page = page_of_people(found, f"Met {line.who}", "Vastleggen", "Vastgelegd.", consequences)

    def do(data: dict[str, object]) -> str:
        record_bystander(
            actor=request.actor,
            now=request.now,
            case_id=found.band.case_id,
            bystander_id=bystander_id,
            kind=BystanderTurn.Kind(str(data["kind"])),
            text=str(data["text"]),
        )
        return addresses.case_act(found.band.code, "mensen")

    return act_page(request, page, form, do, verdict=policy.may_work_in(request.viewer, found.facts), about=found)


def _note(line: BystanderLine) -> str:
    return f"{word_for(line.kind)}, vertrouwelijk" if line.confidential else word_for(line.kind)


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]
