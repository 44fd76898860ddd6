"""Choose a step up or down, and take it: propose it or decide on it at once."""

from collections.abc import Sequence

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_safe

from houvast.ave.model import Boundary
from houvast.cases import policy
from houvast.cases.rules.following_up import NewFollowUp
from houvast.cases.rules.own_words import NewerWords
from houvast.cases.selectors import questions
from houvast.cases.selectors.bands import FoundCase, case_by_code
from houvast.cases.services.propose_scaling import propose_scaling
from houvast.cases.services.scale import scale
from houvast.kernel.errors import Conflict, Invalid, Refused
from houvast.web import addresses
from houvast.web.door import DoorRequest, signed_in
from houvast.web.form_look import with_problems
from houvast.web.look import PRIMARY, SUBTLE, Act, Link
from houvast.web.own_words_look import NEWER, said, seen_words
from houvast.web.receiving_fields import found_before
from houvast.web.scaling import page, steps, wording
from houvast.web.scaling.conflict import conflict_page
from houvast.web.scaling.forms import ScalingForm, criteria_field, deciding_fields, why_fields
from houvast.web.scaling.page import Button
from houvast.web.scaling.reading import record
from houvast.web.scaling.sheet import PROPOSE, Sheet, sheet
from houvast.web.scaling.told import after

LOOK = "bekijken"
UNPROCESSABLE = 422
CHANGED = "Dit gebeurt er is veranderd: u koos iets anders, of een ander was u voor. Lees het opnieuw en druk nog eens."
GONE = "Deze stap is er niet meer: iemand anders veranderde intussen de fase van deze casus."


@require_safe
@signed_in
def choose(request: DoorRequest, code: str) -> HttpResponse:
    """Show the steps that the model knows from here, what each asks, and who decides."""
    found = case_by_code(request.viewer, code.upper(), now=request.now)
    waiting = questions.proposals(request.viewer, now=request.now, case_id=found.band.case_id)
    record(request, found, "scaling_steps")
    context = {
        "nav": "casussen",
        "back": page.back(found),
        "closed": found.band.is_closed,
        "waiting": [Link("Voorstel lezen", addresses.proposal(each.id)) for each in waiting],
        "steps": steps.steps(request.viewer, found, urgent_too=not waiting),
    }
    return render(request, "schalen/kiezen.html", context)


@signed_in
def scale_to(request: DoorRequest, code: str, phase: int) -> HttpResponse:
    """Ask what a step needs, show what it will do, and do it once."""
    found = case_by_code(request.viewer, code.upper(), now=request.now)
    boundary = found.model.boundary(found.facts.phase, phase)
    if boundary is None:
        return _no_such_step(request, found)
    form = _form(request, found, boundary)
    if request.method != "POST":
        return _first_look(request, form)
    return _act(request, form) if form.is_bound else _show(request, form)


def _form(request: DoorRequest, found: FoundCase, boundary: Boundary) -> ScalingForm:
    made = sheet(request.viewer, found, boundary, now=request.now)
    fields = {
        "criteria": criteria_field(boundary.criteria.criteria()),
        **why_fields(made, reason="Reden, in twee of drie zinnen"),
        **deciding_fields(made),
    }
    data = request.POST if request.method == "POST" else None
    return ScalingForm(data, made, fields, judged=request.POST.get("doen") != LOOK)


def _no_such_step(request: DoorRequest, found: FoundCase) -> HttpResponse:
    """The phase is not next to the case's: after a change by somebody else, or by an address that was typed."""
    if request.method == "POST":
        return conflict_page(request, found, Conflict(GONE))
    return HttpResponseRedirect(addresses.case_act(found.band.code, "schalen"))


def _first_look(request: DoorRequest, form: ScalingForm) -> HttpResponse:
    made = form.sheet
    if not made.ways:
        raise Refused(policy.may_propose(made.viewer, made.found.facts, made.boundary))
    if questions.proposals(made.viewer, now=made.now, case_id=made.found.band.case_id):
        return HttpResponseRedirect(addresses.case_act(made.found.band.code, "schalen"))
    form.initial["reason"] = found_before(request, made.found)
    return _show(request, form)


def _act(request: DoorRequest, form: ScalingForm) -> HttpResponse:
    """Do it, or say what is missing, what changed, or who was first."""
    made = form.sheet
    follow_ups: tuple[NewFollowUp, ...] = ()
    if form.is_valid() and form.way() != PROPOSE:
        follow_ups = form.judge_decision()
    if form.errors:
        return _show(request, form, status=UNPROCESSABLE)
    if page.has_changed(form, page.aside(form, ())):
        return _show(request, form, notice=CHANGED, status=UNPROCESSABLE)
    try:
        done = _do(request, form, follow_ups)
    except Invalid as wrong:
        return _show(request, with_problems(form, wrong.problems), status=UNPROCESSABLE)
    except NewerWords:
        return _show(request, form, notice=NEWER, status=UNPROCESSABLE)
    except Conflict as conflict:
        now_found = case_by_code(request.viewer, made.found.band.code, now=request.now)
        return conflict_page(request, now_found, conflict)
    messages.success(request, done)
    return HttpResponseRedirect(after(request, made.found))


def _do(request: DoorRequest, form: ScalingForm, follow_ups: Sequence[NewFollowUp]) -> str:
    """Propose, or decide with what was already filled in; gives what to say."""
    made = form.sheet
    case_id, seen, heard = made.found.band.case_id, form.seen_period(), seen_words(request)
    step = wording.step(made.found.model, made.boundary)
    if form.way() == PROPOSE:
        propose_scaling(
            actor=request.actor,
            now=request.now,
            case_id=case_id,
            new=form.proposal(),
            seen_period=seen,
            seen_words=heard,
        )
        return f"Uw voorstel staat vast: {step.verb.lower()} naar {step.to_phase.label}."
    scale(
        actor=request.actor,
        now=request.now,
        case_id=case_id,
        new=form.proposal(),
        how=form.deciding(),
        seen_period=seen,
        follow_ups=follow_ups,
        seen_words=heard,
    )
    return f"De casus is nu in {step.to_phase.label}, {step.to_phase.name}."


def _show(request: DoorRequest, form: ScalingForm, *, notice: str = "", status: int = 200) -> HttpResponse:
    """Show the page, with what is missing when it was sent."""
    made: Sheet = form.sheet
    step = wording.step(made.found.model, made.boundary)
    record(request, made.found, f"scale_{step.to_phase.number}")
    text = "Voorstel doen" if form.way() == PROPOSE else step.button
    done = "voorgesteld" if form.way() == PROPOSE else "opgeschaald" if made.up else "afgeschaald"
    urgent = Act(
        "Spoed? Opschalen in drie velden", addresses.scale_urgently(made.found.band.code, made.phase.number), SUBTLE
    )
    aside = page.aside(form, [Button(text, "opslaan", PRIMARY)])
    context = {
        "nav": "casussen",
        "back": page.back(made.found),
        "step": step,
        "under": made.found.model.phase(made.phase.number).situation,
        "urgent": urgent if made.urgent_allowed else None,
        "notice": notice,
        "errors": page.errors(form, done) if form.errors else None,
        "criteria": page.criteria(form),
        "criteria_note": page.criteria_note(form),
        "criteria_error": " ".join(str(each) for each in form.errors.get("criteria", [])),
        "why": page.asked(form, ("reason", "children", "local_attempts")),
        "hearing": page.hearing(form),
        "decider": page.decider(form),
        "handing_on": () if form.way() == PROPOSE else page.handing_on(form),
        "later": None if form.way() == PROPOSE else page.later(form),
        "seen": form.shown_value("seen"),
        "words": said(request, made.found),
        "aside": aside,
    }
    return render(request, "schalen/schalen.html", context, status=status)
