"""Pages on which an administrator sets the reporting points: what they are called, what they ask and who decides."""

from collections.abc import Mapping
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.views.decorators.http import require_http_methods

from houvast.intake.models import ReportingPoint
from houvast.intake.rules.points import LONGEST_NAME, MOST_QUESTIONS, ORDERS, PointFacts
from houvast.intake.rules.triage import Step
from houvast.intake.selectors.points import PointToSet, points_to_set
from houvast.intake.selectors.settings import settings_to_see
from houvast.intake.services.change_point import ChangedPoint, change_point
from houvast.intake.services.register_point import NewPoint, register_point
from houvast.kernel.errors import NotVisible, Refused
from houvast.kernel.terms import word_for
from houvast.kernel.verdict import refuse
from houvast.web.act_page import ActPage, act_page
from houvast.web.door import DoorRequest, signed_in
from houvast.web.form_fields import long_text
from houvast.web.intake.setting_up import INTAKE, Row, Section

POINTS = f"{INTAKE}meldpunten/"
_INTRO = "Waar signalen binnenkomen, welke vragen u daar stelt, en wie ze beoordeelt."
_LISTS = ReportingPoint.Source.POLICE_E33


def _said(steps: tuple[str, ...]) -> str:
    text = ", daarna ".join(Step(step).label for step in steps)
    return text[:1].upper() + text[1:]


class PointForm(forms.Form):
    """A reporting point. `seen` is the mark of what was seen."""

    seen = forms.CharField(required=False, widget=forms.HiddenInput)
    name = forms.CharField(label="Hoe heet het meldpunt?", max_length=LONGEST_NAME)
    source = forms.ChoiceField(
        label="Wat voor meldpunt is het?",
        choices=[(each.value, word_for(each).capitalize()) for each in ReportingPoint.Source if each != _LISTS],
        help_text="Dit verandert later niet meer.",
    )
    steps = forms.ChoiceField(
        label="Wie beoordeelt de signalen?",
        choices=[(" ".join(steps), _said(steps)) for steps in ORDERS],
        widget=forms.RadioSelect,
        error_messages={"required": "Kies wie de signalen van dit meldpunt beoordeelt."},
    )
    questions = long_text(
        "Welke vragen stelt u?", rows=8, help_text=f"Eén vraag per regel, ten hoogste {MOST_QUESTIONS}."
    )
    active = forms.BooleanField(
        label="Hier komen signalen binnen", required=False, help_text="Zonder vinkje kan niemand hier iets invoeren."
    )


def points_section(request: DoorRequest, *, may_set: bool) -> Section:
    """Give the points as a part of the page of intake."""
    rows = tuple(
        Row(each.facts.name, _detail(each), f"{POINTS}{each.id}/" if may_set else "")
        for each in points_to_set(request.viewer)
    )
    return Section("meldpunten", "Meldpunten", _INTRO, rows, POINTS if may_set else "", "Meldpunt toevoegen")


def _detail(point: PointToSet) -> str:
    count = len(point.facts.questions)
    asked = "1 vraag" if count == 1 else f"{count} vragen" if count else "nog geen vragen"
    said = f"{_said(point.facts.steps)} · {asked}"
    return said if point.facts.active else f"{said} · niet meer in gebruik"


@require_http_methods(["GET", "POST"])
@signed_in
def new_point(request: DoorRequest) -> HttpResponse:
    """Open a point."""
    municipality_id = _administered(request)
    form = PointForm(request.POST if request.method == "POST" else None)
    del form.fields["active"]

    def do(filled: dict[str, object]) -> str:
        facts, source = _facts(filled), ReportingPoint.Source(str(filled["source"]))
        steps = [Step(step) for step in facts.steps]
        new = NewPoint(municipality_id, facts.name, source, facts.questions, steps)
        register_point(new, actor=request.actor, now=request.now)
        return INTAKE

    consequences = ("Iedereen in uw gemeente kan hier meteen een signaal invoeren.",)
    return act_page(request, _page("Meldpunt toevoegen", "Meldpunt toevoegen", consequences), form, do)


@require_http_methods(["GET", "POST"])
@signed_in
def change(request: DoorRequest, point_id: UUID) -> HttpResponse:
    """Change a point, or put it out of use."""
    settings_to_see(request.viewer)
    point = next((each for each in points_to_set(request.viewer) if each.id == point_id), None)
    if point is None:
        raise NotVisible
    municipality_id = _administered(request)
    form = PointForm(request.POST if request.method == "POST" else None, initial=_start(point.facts))
    del form.fields["source"]
    if point.source == _LISTS:
        del form.fields["active"]

    def do(filled: dict[str, object]) -> str:
        new = ChangedPoint(municipality_id, point.id, _facts(filled), seen=str(filled["seen"]))
        change_point(new, actor=request.actor, now=request.now)
        return INTAKE

    consequences = (
        "Dit geldt vanaf nu in uw gemeente.",
        "Wat al binnen is, houdt zijn klok. Ligt een signaal bij openbare orde, dan kan het altijd nog door naar OGGZ.",
        "Signalen die hier binnenkwamen, dragen voortaan ook de nieuwe naam.",
    )
    return act_page(request, _page(f"Wijzigen: {point.facts.name}", "Meldpunt bewaren", consequences), form, do)


def _administered(request: DoorRequest) -> UUID:
    """Give the municipality of an administrator. Raises `NotVisible` or `Refused` for anybody else."""
    settings_to_see(request.viewer)
    if not request.viewer.is_administrator or request.viewer.municipality_id is None:
        raise Refused(refuse("not_administrator", "Alleen een functioneel beheerder van deze gemeente mag dit."))
    return request.viewer.municipality_id


def _page(title: str, button: str, consequences: tuple[str, ...]) -> ActPage:
    return ActPage(
        title=title,
        button=button,
        done="Het meldpunt is bewaard.",
        not_done="Er is nog niets veranderd.",
        back=INTAKE,
        back_text="Intake",
        intro=_INTRO,
        consequences=consequences,
        nav="beheer",
    )


def _start(facts: PointFacts) -> dict[str, object]:
    return {
        "seen": facts.mark(),
        "name": facts.name,
        "steps": " ".join(facts.steps),
        "questions": "\n".join(facts.questions),
        "active": facts.active,
    }


def _facts(filled: Mapping[str, object]) -> PointFacts:
    return PointFacts(
        name=str(filled["name"]),
        questions=tuple(str(filled["questions"]).splitlines()),
        steps=tuple(str(filled["steps"]).split()),
        active=bool(filled.get("active", True)),
    )
