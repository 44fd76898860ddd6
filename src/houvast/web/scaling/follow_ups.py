"""Fill in what follows a decision: who was heard, and that the resident was told, or why not yet and when."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render

from houvast.cases import policy
from houvast.cases.models import FollowUp
from houvast.cases.selectors import aftercare
from houvast.cases.selectors.scalings import FollowUpLine, Scaling, follow_ups_of, scaling_of_decision
from houvast.cases.services.record_follow_up import record_follow_up
from houvast.kernel.errors import Conflict, Invalid
from houvast.web import addresses
from houvast.web.door import DoorRequest, signed_in
from houvast.web.form_fields import choice, day, long_text
from houvast.web.form_look import fields, summary, with_problems
from houvast.web.look import ErrorSummary, Field
from houvast.web.scaling import page, wording
from houvast.web.scaling.conflict import conflict_page
from houvast.web.scaling.reading import record
from houvast.web.scaling.scaling import UNPROCESSABLE
from houvast.web.scaling.told import told
from houvast.web.shield_look import warning

ITEMS = (FollowUp.Item.HEARD, FollowUp.Item.RESIDENT_TOLD)
TITLES = {FollowUp.Item.HEARD: "Wie is gehoord", FollowUp.Item.RESIDENT_TOLD: "Is het de inwoner verteld"}
BUTTONS = {FollowUp.Item.HEARD: "Vastleggen wie is gehoord", FollowUp.Item.RESIDENT_TOLD: "Vastleggen wat is verteld"}
_DONE = {FollowUp.Item.HEARD: "Ja, gehoord", FollowUp.Item.RESIDENT_TOLD: "Ja, verteld"}
_CHANGED = "Dit is intussen al aangevuld, door u of door een ander. Kijk of het nog nodig is."


class FollowUpForm(forms.Form):
    """One thing that follows: done, or postponed with a reason and a date."""

    seen = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0)

    def __init__(self, data: QueryDict | None, item: FollowUp.Item, seen: int) -> None:
        """Ask for one item; `seen` is how often it was filled in before."""
        super().__init__(data, prefix=item.value, initial={"seen": seen})
        states = [(FollowUp.State.DONE.value, _DONE[item]), (FollowUp.State.POSTPONED.value, "Nog niet: later")]
        self.fields["state"] = choice("Stand", states, initial=FollowUp.State.DONE.value, radio=True)
        self.fields["on_date"] = day("Op welke dag", help_text="Bij 'later': de dag waarop u opnieuw kijkt.")
        self.fields["text"] = long_text("Wie en wat, of waarom nog niet", rows=2)
        for name in ("state", "on_date", "text"):
            self.fields[name].required = True
            self.fields[name].error_messages["required"] = "Dit is nog leeg."


@dataclass(frozen=True, slots=True)
class ItemMark:
    """One item: what was recorded, and the form when it is open and the viewer may fill it in."""

    id: str
    title: str
    value: str
    history: tuple[str, ...]
    is_done: bool
    fields: tuple[Field, ...]
    seen: int
    button: str


@signed_in
def fill_in(request: DoorRequest, decision_id: UUID) -> HttpResponse:
    """Show what follows a decision, or record one thing of it."""
    scaling = scaling_of_decision(request.viewer, decision_id, now=request.now)
    lines = follow_ups_of(request.viewer, decision_id, now=request.now)
    if request.method != "POST":
        return _show(request, scaling, decision_id, lines)
    item = next((each for each in ITEMS if each.value == request.POST.get("doen")), ITEMS[0])
    count = sum(line.item == item for line in lines)
    form = FollowUpForm(request.POST, item, count)
    if not form.is_valid():
        return _show(request, scaling, decision_id, lines, form)
    if form.cleaned_data["seen"] not in (None, count):
        return conflict_page(request, scaling.found, Conflict(_CHANGED))
    try:
        record_follow_up(
            actor=request.actor,
            now=request.now,
            decision_id=decision_id,
            item=item,
            state=FollowUp.State(form.cleaned_data["state"]),
            on_date=form.cleaned_data["on_date"],
            text=form.cleaned_data["text"],
        )
    except Invalid as wrong:
        return _show(request, scaling, decision_id, lines, with_problems(form, wrong.problems))
    messages.success(request, f"Vastgelegd: {TITLES[item].lower()}.")
    return HttpResponseRedirect(addresses.follow_up(decision_id))


def _show(
    request: DoorRequest,
    scaling: Scaling,
    decision_id: UUID,
    lines: tuple[FollowUpLine, ...],
    sent: FollowUpForm | None = None,
) -> HttpResponse:
    found, now = scaling.found, request.now
    decision = scaling.decision(decision_id)
    looks_after = aftercare.looks_after(request.viewer, found.band.case_id, now=now)
    verdict = policy.may_follow_up(request.viewer, found.facts, looks_after=looks_after)
    follows = decision.follow_up_before is not None
    items = [_item(request, item, lines, sent, may=verdict.allowed) for item in ITEMS] if follows else []
    errors: ErrorSummary | None = None if sent is None else summary(sent, "Nog niet vastgelegd.")
    step = wording.step(found.model, scaling.boundary)
    record(request, found, "follow_up")
    context = {
        "nav": "casussen",
        "back": page.back(found),
        "step": step,
        "decision_title": f"Na het {step.verb.lower()}",
        "under": _under(items, decision.follow_up_before, now),
        "told": told(request.viewer, scaling, now=now),
        "not_allowed": "" if verdict.allowed else verdict.message,
        "items": items,
        "warning": warning(request.viewer, found.band.case_id, now=now),
        "errors": errors,
    }
    return render(request, "schalen/besluit.html", context, status=UNPROCESSABLE if errors else 200)


def _under(items: list[ItemMark], before: datetime | None, now: datetime) -> str:
    if before is None:
        return "Na dit besluit hoeft niets te worden aangevuld."
    if all(item.is_done for item in items):
        return "Alles wat na dit besluit moest volgen, is gedaan."
    return f"Nog aan te vullen, {wording.term(before, now)}."


def _item(
    request: DoorRequest,
    item: FollowUp.Item,
    lines: tuple[FollowUpLine, ...],
    sent: FollowUpForm | None,
    *,
    may: bool,
) -> ItemMark:
    own = [line for line in lines if line.item == item]
    is_done = bool(own) and own[-1].state == FollowUp.State.DONE
    form = sent if sent is not None and sent.prefix == item.value else FollowUpForm(None, item, len(own))
    return ItemMark(
        id=item.value,
        title=TITLES[item],
        value=item.value,
        history=tuple(_line(request, line) for line in own),
        is_done=is_done,
        fields=fields(form) if may and not is_done else (),
        seen=len(own),
        button=BUTTONS[item],
    )


def _line(request: DoorRequest, line: FollowUpLine) -> str:
    on_date = wording.day(line.on_date, request.now)
    state = f"Gedaan op {on_date}" if line.state == FollowUp.State.DONE else f"Uitgesteld tot {on_date}"
    return f"{state}: {line.text} (vastgelegd door {line.recorded_by})"
