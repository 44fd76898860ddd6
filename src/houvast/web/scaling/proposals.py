"""Read a proposal; approve it, refuse it with a reason, or take it back: only what the viewer may do."""

from datetime import datetime
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from houvast.cases import policy
from houvast.cases.rules.own_words import NewerWords
from houvast.cases.selectors.scalings import Scaling, scaling_of_proposal
from houvast.cases.services.decide_scaling import decide_scaling
from houvast.cases.services.withdraw_scaling import withdraw_scaling
from houvast.kernel.errors import Conflict, Invalid
from houvast.web.door import DoorRequest, signed_in
from houvast.web.form_fields import long_text
from houvast.web.form_look import summary, with_problems
from houvast.web.look import PRIMARY, SECONDARY
from houvast.web.own_words_look import NEWER, said, seen_words
from houvast.web.scaling import page, wording
from houvast.web.scaling.answered import or_answered
from houvast.web.scaling.conflict import conflict_page
from houvast.web.scaling.forms import ScalingForm, child_fields, deciding_fields
from houvast.web.scaling.page import Button
from houvast.web.scaling.reading import record
from houvast.web.scaling.scaling import CHANGED, LOOK, UNPROCESSABLE
from houvast.web.scaling.sheet import sheet
from houvast.web.scaling.told import after, told

APPROVE, REFUSE, WITHDRAW = "akkoord", "afwijzen", "intrekken"


@signed_in
@or_answered
def answer(request: DoorRequest, proposal_id: UUID) -> HttpResponse:
    """Show a proposal, or do what was chosen with it."""
    scaling = scaling_of_proposal(request.viewer, proposal_id, now=request.now)
    if not scaling.waits and request.method == "POST":
        return conflict_page(
            request, scaling.found, Conflict("Over dit voorstel is al besloten, of het is ingetrokken.")
        )
    form = _form(request, scaling)
    if not form.is_bound or not form.is_valid():
        return _show(request, scaling, form)
    try:
        done = _do(request, scaling, form)
    except Invalid as wrong:
        return _show(request, scaling, with_problems(form, wrong.problems))
    except NewerWords:
        return _show(request, scaling, form, notice=NEWER)
    except Conflict as conflict:
        return conflict_page(request, scaling.found, conflict)
    if done is None:
        form.add_error(None, "Kies wat u met dit voorstel doet.")
    return done or _show(request, scaling, form)


def _do(request: DoorRequest, scaling: Scaling, form: ScalingForm) -> HttpResponse | None:
    """Do what was chosen; None when nothing was."""
    ways = {APPROVE: _approve, REFUSE: _refuse, WITHDRAW: _withdraw}
    chosen = ways.get(request.POST.get("doen", ""))
    return chosen(request, scaling, form) if chosen else None


def _form(request: DoorRequest, scaling: Scaling) -> ScalingForm:
    made = sheet(request.viewer, scaling.found, scaling.boundary, now=request.now, may_propose=False)
    why = "Waarom wijst u af?" if made.ways else "Waarom trekt u het in?"
    fields: dict[str, forms.Field] = {**deciding_fields(made), "reason": long_text(why)}
    if made.ways:
        fields |= child_fields(made.children, said=scaling.proposal.children)
    data = request.POST if request.method == "POST" else None
    return ScalingForm(data, made, fields, judged=request.POST.get("doen") != LOOK)


def _approve(request: DoorRequest, scaling: Scaling, form: ScalingForm) -> HttpResponse:
    made = form.sheet
    follow_ups = form.judge_decision()
    if form.errors:
        return _show(request, scaling, form)
    if made.ways and page.has_changed(form, page.aside(form, ())):
        return _show(request, scaling, form, notice=CHANGED)
    decide_scaling(
        actor=request.actor,
        now=request.now,
        proposal_id=scaling.proposal.id,
        approve=True,
        how=form.deciding(reason=form.text("reason")),
        seen_words=seen_words(request),
        follow_ups=follow_ups,
    )
    step = wording.step(scaling.found.model, scaling.boundary)
    messages.success(request, f"De casus is nu in {step.to_phase.label}, {step.to_phase.name}.")
    return HttpResponseRedirect(after(request, scaling.found))


def _refuse(request: DoorRequest, scaling: Scaling, form: ScalingForm) -> HttpResponse:
    decide_scaling(
        actor=request.actor,
        now=request.now,
        proposal_id=scaling.proposal.id,
        approve=False,
        how=form.deciding(reason=form.text("reason")),
        seen_words=seen_words(request),
    )
    messages.success(request, "Het voorstel is afgewezen. De fase en de regie blijven zoals ze waren.")
    return HttpResponseRedirect(after(request, scaling.found))


def _withdraw(request: DoorRequest, scaling: Scaling, form: ScalingForm) -> HttpResponse:
    withdraw_scaling(actor=request.actor, now=request.now, proposal_id=scaling.proposal.id, reason=form.text("reason"))
    messages.success(request, "Uw voorstel is ingetrokken. De fase en de regie blijven zoals ze waren.")
    return HttpResponseRedirect(after(request, scaling.found))


def _buttons(form: ScalingForm, scaling: Scaling, *, withdraws: bool) -> list[Button]:
    made = form.sheet
    step = wording.step(made.found.model, made.boundary)
    buttons = []
    if made.ways:
        buttons += [Button(step.button, APPROVE, PRIMARY), Button("Afwijzen met reden", REFUSE, SECONDARY)]
    if withdraws:
        buttons.append(Button("Voorstel intrekken", WITHDRAW, SECONDARY))
    return buttons


def _under(scaling: Scaling, *, decides: bool, now: datetime) -> str:
    proposal = scaling.proposal
    by = f"Voorstel van {proposal.proposed_by}, {wording.day(proposal.proposed_at, now)}."
    if not scaling.waits:
        return f"{by} Hier hoeft niemand meer over te beslissen."
    term = wording.term(proposal.decide_before, now)
    if decides:
        return f"{by} U beslist, {term}."
    return f"{by} Het besluit is aan: {wording.functions(scaling.found.model, scaling.boundary.decides)}, {term}."


def _show(request: DoorRequest, scaling: Scaling, form: ScalingForm, *, notice: str = "") -> HttpResponse:
    made, now = form.sheet, request.now
    withdraws = policy.may_withdraw(
        request.viewer, made.found.facts, proposed_by=scaling.proposal.proposed_by_id
    ).allowed
    decides = scaling.waits and bool(made.ways)
    acts = scaling.waits and (decides or withdraws)
    step = wording.step(made.found.model, made.boundary)
    record(request, made.found, "proposal")
    what = told(request.viewer, scaling, now=now)
    if what.weighing is not None and what.weighing.complete:
        form.fields.pop("not_waited", None)
    context = {
        "nav": "casussen",
        "back": page.back(made.found),
        "step": step,
        "proposal_title": f"Voorstel om {'op' if made.up else 'af'} te schalen",
        "told": what,
        "words": said(request, made.found),
        "under": _under(scaling, decides=decides, now=now),
        "waits": scaling.waits,
        "decides": decides,
        "notice": notice,
        "errors": summary(form, "Nog niets gedaan met dit voorstel."),
        "hearing": page.hearing(form) if decides else None,
        "decider": page.decider(form) if decides else None,
        "children": page.asked(form, ["children"]) if decides else (),
        "handing_on": page.handing_on(form) if decides else (),
        "later": page.later(form) if decides else None,
        "reason": page.asked(form, ["reason"]) if acts else (),
        "aside": page.aside(form, _buttons(form, scaling, withdraws=withdraws)) if acts else None,
    }
    status = UNPROCESSABLE if form.errors or notice else 200
    return render(request, "schalen/voorstel.html", context, status=status)
