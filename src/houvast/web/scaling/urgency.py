"""Scale up at once in three fields; and confirm or reverse what somebody else scaled at once."""

from dataclasses import replace
from datetime import datetime
from functools import partial
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render

from houvast.ave.vocabulary import Direction
from houvast.cases import policy
from houvast.cases.rules.own_words import NewerWords
from houvast.cases.rules.scaling import Deciding
from houvast.cases.selectors import questions
from houvast.cases.selectors.bands import case_by_code
from houvast.cases.selectors.children import children_in
from houvast.cases.selectors.preview import phase_before, preview
from houvast.cases.selectors.scalings import DecisionLine, Scaling, scaling_of_decision
from houvast.cases.services.answer_urgency import answer_urgency
from houvast.cases.services.scale_urgently import scale_urgently
from houvast.kernel.errors import Conflict, Invalid, Refused
from houvast.web import addresses
from houvast.web.door import DoorRequest, signed_in
from houvast.web.form_fields import long_text
from houvast.web.form_look import field, summary, with_problems
from houvast.web.look import PRIMARY, SUBTLE, Act
from houvast.web.own_words_look import NEWER, said, seen_words
from houvast.web.scaling import consequences, page, wording
from houvast.web.scaling.answered import or_answered
from houvast.web.scaling.conflict import conflict_page
from houvast.web.scaling.forms import ScalingForm, behalf_fields, child_fields, criteria_field, why_fields
from houvast.web.scaling.page import Aside, Button
from houvast.web.scaling.reading import record
from houvast.web.scaling.scaling import CHANGED, GONE, UNPROCESSABLE
from houvast.web.scaling.sheet import Sheet, sheet
from houvast.web.scaling.told import after, told

CONFIRM, REVERSE = "bevestigen", "terugdraaien"


class UrgencyAnswerForm(forms.Form):
    """The answer to an urgent scaling; by a mandated officer with whose decision it is, and where that stands."""

    reason = long_text("Uw toelichting", help_text="Verplicht als u terugdraait. Wie opschaalde, leest dit.")

    def __init__(self, data: QueryDict | None, more: dict[str, forms.Field]) -> None:
        """Ask on whose behalf and about the children as well, where that is asked."""
        super().__init__(data)
        self.fields.update(more)

    def deciding(self) -> Deciding:
        """Give how it is decided."""
        said = self.cleaned_data
        return Deciding(
            on_behalf_of=str(said.get("on_behalf_of") or ""),
            decided_on=said.get("decided_on"),
            channel=str(said.get("channel") or ""),
            document=str(said.get("document") or ""),
            reason=str(said["reason"]),
            children=str(said.get("children") or ""),
        )


def _mandates(request: DoorRequest, scaling: Scaling, scaled_by: UUID) -> tuple[str, ...]:
    """Give for which functions the viewer may record the answer; none for who gives the answer by the model."""
    allowed = partial(
        policy.may_confirm_urgency, request.viewer, scaling.found.facts, scaling.boundary, scaled_by=scaled_by
    )
    if allowed().allowed:
        return ()
    return tuple(code for code in scaling.boundary.urgent_confirmed_by if allowed(on_behalf_of=code).allowed)


@signed_in
def scale_at_once(request: DoorRequest, code: str, phase: int) -> HttpResponse:
    """Scale up now, on three fields."""
    found = case_by_code(request.viewer, code.upper(), now=request.now)
    boundary = found.model.boundary(found.facts.phase, phase)
    if boundary is None or boundary.direction is not Direction.UP:
        if request.method == "POST":
            return conflict_page(request, found, Conflict(GONE))
        return HttpResponseRedirect(addresses.case_act(found.band.code, "schalen"))
    made = sheet(request.viewer, found, boundary, now=request.now)
    why = why_fields(made, reason="Waarom kan dit niet wachten?")
    fields = {"criteria": criteria_field(boundary.criteria.criteria()), **why}
    fields.pop("local_attempts", None)
    form = ScalingForm(request.POST if request.method == "POST" else None, made, fields)
    if form.is_bound:
        return _scale_now(request, form)
    verdict = policy.may_scale_urgently(request.viewer, found.facts, boundary)
    if not verdict.allowed:
        raise Refused(verdict)
    if questions.proposals(request.viewer, now=request.now, case_id=found.band.case_id):
        return HttpResponseRedirect(addresses.case_act(found.band.code, "schalen"))
    return _show_urgent(request, form)


def _scale_now(request: DoorRequest, form: ScalingForm) -> HttpResponse:
    made = form.sheet
    if not form.is_valid():
        return _show_urgent(request, form, status=UNPROCESSABLE)
    if page.has_changed(form, _urgent_aside(made)):
        return _show_urgent(request, form, notice=CHANGED, status=UNPROCESSABLE)
    try:
        scale_urgently(
            actor=request.actor,
            now=request.now,
            case_id=made.found.band.case_id,
            new=form.proposal(),
            seen_period=form.seen_period(),
            seen_words=seen_words(request),
        )
    except NewerWords:
        return _show_urgent(request, form, notice=NEWER, status=UNPROCESSABLE)
    except Invalid as wrong:
        return _show_urgent(request, with_problems(form, wrong.problems), status=UNPROCESSABLE)
    except Conflict as conflict:
        now_found = case_by_code(request.viewer, made.found.band.code, now=request.now)
        return conflict_page(request, now_found, conflict)
    step = wording.step(made.found.model, made.boundary)
    messages.success(request, f"De casus is met spoed in {step.to_phase.label}. Een ander bevestigt of draait terug.")
    return HttpResponseRedirect(addresses.case(made.found.band.code))


def _urgent_aside(made: Sheet) -> Aside:
    found, boundary, now = made.found, made.boundary, made.now
    step = wording.step(found.model, boundary)
    lines = (
        *consequences.of_moving(made.preview({}), made.viewer, now=now),
        consequences.of_urgency(found.model, boundary, found.band.municipality_id, now=now),
        consequences.of_deciding(boundary, now=now),
        *consequences.of_naming_later(boundary, now=now),
    )
    note = "Dit gebeurt direct. Tweemaal drukken geeft één besluit."
    button = Button(f"Met spoed {step.button.lower().replace('ave', 'AVE')}", "opslaan", PRIMARY)
    return Aside(lines, consequences.digest(lines), note, (button,), step.to_phase.css_class)


def _show_urgent(request: DoorRequest, form: ScalingForm, *, notice: str = "", status: int = 200) -> HttpResponse:
    made = form.sheet
    step = wording.step(made.found.model, made.boundary)
    normal = addresses.scale_to(made.found.band.code, made.phase.number)
    record(request, made.found, f"scale_urgently_{step.to_phase.number}")
    context = {
        "nav": "casussen",
        "back": page.back(made.found),
        "step": step,
        "normal": Act("Geen spoed? Gewoon opschalen", normal, SUBTLE),
        "notice": notice,
        "errors": page.errors(form, "opgeschaald") if form.errors else None,
        "criteria": page.criteria(form),
        "criteria_error": " ".join(str(each) for each in form.errors.get("criteria", [])),
        "why": page.asked(form, ("reason", "children")),
        "seen": form.shown_value("seen"),
        "words": said(request, made.found),
        "aside": _urgent_aside(made),
    }
    return render(request, "schalen/spoed.html", context, status=status)


@signed_in
@or_answered
def answer(request: DoorRequest, decision_id: UUID) -> HttpResponse:
    """Confirm or reverse an urgent scaling."""
    scaling = scaling_of_decision(request.viewer, decision_id, now=request.now)
    mandates = _mandates(request, scaling, scaling.decision(decision_id).decided_by_id)
    behalf = behalf_fields(scaling.found.model, mandates) if mandates else {}
    children = children_in(request.viewer, scaling.found.band.case_id, now=request.now)
    more = {**behalf, **child_fields(children, said=scaling.proposal.children)}
    form = UrgencyAnswerForm(request.POST if request.method == "POST" else None, more)
    if request.method != "POST" or not form.is_valid():
        return _show_answer(request, scaling, form, decision_id)
    confirm = request.POST.get("doen") == CONFIRM
    if not confirm and request.POST.get("doen") != REVERSE:
        form.add_error(None, "Kies: bevestigen of terugdraaien.")
        return _show_answer(request, scaling, form, decision_id)
    how = form.deciding()
    try:
        answer_urgency(
            actor=request.actor,
            now=request.now,
            decision_id=decision_id,
            confirm=confirm,
            how=how,
            seen_words=seen_words(request),
        )
    except NewerWords:
        return _show_answer(request, scaling, form, decision_id, notice=NEWER)
    except Invalid as wrong:
        return _show_answer(request, scaling, with_problems(form, wrong.problems), decision_id)
    except Conflict as conflict:
        return conflict_page(request, scaling.found, conflict)
    done = "bevestigd" if confirm else "teruggedraaid"
    messages.success(request, f"De spoedopschaling van {scaling.found.band.code} is {done}.")
    return HttpResponseRedirect(after(request, scaling.found))


def _show_answer(
    request: DoorRequest, scaling: Scaling, form: UrgencyAnswerForm, decision_id: UUID, *, notice: str = ""
) -> HttpResponse:
    found, boundary, now = scaling.found, scaling.boundary, request.now
    decision = scaling.decision(decision_id)
    verdict = policy.may_confirm_urgency(request.viewer, found.facts, boundary, scaled_by=decision.decided_by_id)
    behalf = tuple(field(form[name]) for name in page.BEHALF_FIELDS if name in form.fields)
    may = scaling.urgency_waits and (verdict.allowed or bool(behalf))
    step = wording.step(found.model, boundary)
    record(request, found, "urgency")
    context = {
        "nav": "casussen",
        "back": page.back(found),
        "step": step,
        "told": told(request.viewer, scaling, now=now),
        "words": said(request, found),
        "under": _under(scaling, decision, may=may, now=now),
        "not_allowed": "" if may or not scaling.urgency_waits else verdict.message,
        "notice": notice,
        "errors": summary(form, "Nog niet beslist."),
        "reason": replace(field(form["reason"]), label="Uw toelichting") if may else None,
        "behalf": behalf if may else (),
        "children": tuple(field(form[name]) for name in ("children",) if may and name in form.fields),
        "reversing": _reversing(request, scaling) if may else (),
        "confirm": f"{step.to_phase.label} bevestigen",
        "reverse": f"Terugdraaien naar {step.from_phase.label}",
    }
    status = UNPROCESSABLE if form.errors or notice else 200
    return render(request, "schalen/spoed_besluit.html", context, status=status)


def _under(scaling: Scaling, decision: DecisionLine, *, may: bool, now: datetime) -> str:
    if not scaling.urgency_waits or decision.confirm_before is None:
        return "Over deze spoedopschaling hoeft niemand meer te beslissen."
    term = wording.term(decision.confirm_before, now)
    if may:
        return f"{decision.decided_by} schaalde op. U bevestigt of draait terug, {term}."
    named = wording.functions(scaling.found.model, scaling.boundary.urgent_confirmed_by)
    return f"Bevestigen of terugdraaien is aan: {named}, {term}."


def _reversing(request: DoorRequest, scaling: Scaling) -> tuple[consequences.Line, ...]:
    back = phase_before(request.viewer, scaling.found, scaling.proposal.from_phase, now=request.now)
    return consequences.of_moving(preview(back, {}, now=request.now), request.viewer, now=request.now)
