"""Limits: recording one, ending it before its time, and recording that the resident was told."""

from dataclasses import replace
from uuid import UUID

from django import forms
from django.http import HttpResponse

from houvast.cases.selectors import bands
from houvast.cases.selectors.bands import FoundCase
from houvast.kernel.errors import NotVisible
from houvast.kernel.ids import new_id
from houvast.kernel.value_terms import VALUES
from houvast.plans import policy
from houvast.plans.rules.limits import GROUNDS, LONGEST_LINE, LONGEST_TEXT, Measure, NewLimit
from houvast.plans.selectors import limits as reading
from houvast.plans.services.end_limit import end_limit
from houvast.plans.services.record_limit import record_limit
from houvast.plans.services.tell_of_limit import tell_of_limit
from houvast.web import addresses
from houvast.web.act_page import ActPage, act_page
from houvast.web.door import DoorRequest, signed_in
from houvast.web.form_fields import day, line, long_text, offer
from houvast.web.limit_look import limit_mark, name_of
from houvast.web.plans.forms import as_day
from houvast.web.plans.views import read
from houvast.web.shield_look import warning

_KINDS = [(each.value, VALUES["Measure"][each.name].capitalize()) for each in Measure]
_USUAL = "Leeg? Dan komt hier wat hierboven bij de maatregel staat."


def _must(field: forms.Field, message: str) -> forms.Field:
    """Ask for a field: its label does not say that it may stay empty."""
    field.required, field.error_messages["required"] = True, message
    return field


class LimitForm(forms.Form):
    """A measure, who imposed it and by which law, its period, and what the resident was told."""

    once = forms.UUIDField(widget=forms.HiddenInput)
    kind = forms.ChoiceField(
        label="Welke maatregel is het?",
        choices=_KINDS,
        widget=forms.RadioSelect(),
        error_messages=dict.fromkeys(("required", "invalid_choice"), "Kies welke maatregel het is."),
    )
    what = _must(
        long_text("Wat mag niet, of wat moet?", rows=2, most=LONGEST_TEXT),
        "Schrijf op wat er niet mag, of wat er moet.",
    )
    authority = line("Wie legde dit op?", most=LONGEST_LINE, help_text=_USUAL)
    law = line("Wet en artikel", most=LONGEST_LINE, help_text=_USUAL)
    starts_on = _must(day("Geldt vanaf"), "Vul in vanaf welke dag dit geldt.")
    ends_on = _must(day("Tot en met"), "Vul in tot en met welke dag dit geldt.")
    told_on = day("Wanneer hoorde de inwoner dit?", help_text="Leeg als de inwoner het nog niet weet.")
    tell_before = day("Nog niet verteld? Wanneer uiterlijk wel?")
    told = _must(
        long_text("Wat vertelde u, of waarom nog niet?", rows=2, most=LONGEST_TEXT),
        "Schrijf op wat u de inwoner vertelde, of waarom nog niet.",
    )

    def new(self) -> NewLimit:
        """Give what was filled in. Who imposes it and the law come from the list when they were left empty."""
        filled = self.cleaned_data
        kind = Measure(filled["kind"])
        usual = GROUNDS[kind]
        return NewLimit(
            kind=kind,
            what=filled["what"],
            authority=filled["authority"].strip() or usual.authority,
            law=filled["law"].strip() or usual.law,
            starts_on=filled["starts_on"],
            ends_on=filled["ends_on"],
            told=filled["told"],
            told_on=filled["told_on"],
            tell_before=filled["tell_before"],
        )


class EndForm(forms.Form):
    """That a measure stops before its last day."""

    ended_on = _must(day("Laatste dag waarop dit gold"), "Vul in tot welke dag dit gold.")
    why = _must(
        long_text("Waarom stopt dit eerder?", rows=2, most=LONGEST_TEXT),
        "Schrijf in één zin op waarom dit eerder stopt.",
    )


class ToldForm(forms.Form):
    """That the resident was told."""

    told_on = _must(day("Wanneer hoorde de inwoner dit?"), "Vul in wanneer de inwoner dit hoorde.")
    told = _must(long_text("Wat vertelde u?", rows=2, most=LONGEST_TEXT), "Schrijf op wat u de inwoner vertelde.")


@signed_in
def new_limit(request: DoorRequest, code: str) -> HttpResponse:
    """Record a measure."""
    page = read(request, code)
    band = page.found.band
    form = LimitForm(request.POST or None, initial={"once": new_id()})
    if not reading.sees_care(request.viewer, band.case_id, now=request.now):
        offer(form, "kind", [kind for kind in _KINDS if kind[0] != Measure.COMPULSORY_CARE])
    shown = ActPage(
        title="Maatregel vastleggen",
        button="Maatregel vastleggen",
        done="De maatregel staat bij het plan.",
        not_done="De maatregel is nog niet vastgelegd.",
        back=addresses.case_act(band.code, "plan"),
        back_text=f"Plan van {band.name}",
        intro="Een plan heeft hulp en grenzen. Houvast legt niets op: u legt vast wat een ander besloot.",
        facts=tuple(_usual(each) for each in Measure if GROUNDS[each].law),
        consequences=(
            "De maatregel staat bij het plan, met grond en periode. Wat vastligt, verandert niet meer.",
            "Twee weken voor het einde staat zij op Mijn werk van wie de casus of het proces leidt.",
            "Verplichte zorg ziet alleen wie de zorg in deze casus mag zien.",
        ),
    )

    def do(data: dict[str, object]) -> str:
        once = UUID(str(data["once"]))
        record_limit(actor=request.actor, now=request.now, case_id=band.case_id, new=form.new(), limit_id=once)
        return shown.back

    return act_page(request, shown, form, do, verdict=policy.may_plan(request.viewer, page.found.facts))


def _usual(kind: Measure) -> tuple[str, str]:
    ground = GROUNDS[kind]
    return VALUES["Measure"][kind.name].capitalize(), f"{ground.authority}, {ground.law}. {ground.note}"


@signed_in
def end(request: DoorRequest, limit_id: UUID) -> HttpResponse:
    """End a measure before its last day."""
    limit, page = _found(request, limit_id)
    form = EndForm(request.POST or None)
    shown = _page(
        request, limit, page, "Maatregel eerder beëindigen", "Maatregel beëindigen", "De maatregel is beëindigd."
    )

    def do(data: dict[str, object]) -> str:
        ended_on = as_day(data["ended_on"])
        end_limit(actor=request.actor, now=request.now, limit_id=limit_id, ended_on=ended_on, why=str(data["why"]))
        return shown.back

    return act_page(request, shown, form, do, verdict=policy.may_plan(request.viewer, page.facts))


@signed_in
def told(request: DoorRequest, limit_id: UUID) -> HttpResponse:
    """Record that the resident was told."""
    limit, page = _found(request, limit_id)
    form = ToldForm(request.POST or None)
    shown = _page(
        request, limit, page, "De inwoner weet het", "Vastleggen wat verteld is", "Het staat bij de maatregel."
    )
    shown = replace(shown, warning=warning(request.viewer, page.band.case_id, now=request.now))

    def do(data: dict[str, object]) -> str:
        told_on = as_day(data["told_on"])
        tell_of_limit(actor=request.actor, now=request.now, limit_id=limit_id, told_on=told_on, told=str(data["told"]))
        return shown.back

    return act_page(request, shown, form, do, verdict=policy.may_plan(request.viewer, page.facts))


def _found(request: DoorRequest, limit_id: UUID) -> tuple[reading.LimitLine, FoundCase]:
    """Find a measure; that its plan was read goes on record first."""
    limit = reading.one(request.viewer, limit_id, now=request.now)
    cases = [] if limit is None else [limit.case_id]
    found = bands.by_ids(request.viewer, cases, now=request.now)
    if limit is None or limit.case_id not in found:
        raise NotVisible
    return limit, read(request, found[limit.case_id].band.code).found


def _page(
    request: DoorRequest, limit: reading.LimitLine, found: FoundCase, title: str, button: str, done: str
) -> ActPage:
    mark, band = limit_mark(limit, now=request.now, may_plan=False), found.band
    return ActPage(
        title=title,
        button=button,
        done=done,
        not_done="Er is nog niets vastgelegd.",
        back=addresses.case_act(band.code, "plan"),
        back_text=f"Plan van {band.name}",
        facts=(
            (name_of(limit), mark.what),
            ("Opgelegd door", mark.imposed),
            ("Geldt", mark.period),
            ("De inwoner", f"{mark.told} {mark.words}"),
        ),
        consequences=("Wat eerder is vastgelegd, blijft staan. Dit komt ernaast, met uw naam en de tijd.",),
    )
