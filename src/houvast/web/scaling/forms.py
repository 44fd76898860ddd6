"""Forms of scaling. What must be filled in is judged by the services, so that all that is missing is told at once."""

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from django import forms
from django.http import QueryDict

from houvast.ave.model import Criterion, Model
from houvast.ave.vocabulary import ASSIGNED, HoldingTwo, Responsibility
from houvast.cases.models import FollowUp
from houvast.cases.rules.following_up import DONE, NewFollowUp
from houvast.cases.rules.receiving import has_aftercare
from houvast.cases.rules.scaling import Deciding, NewProposal
from houvast.cases.rules.seats import SeatState
from houvast.cases.selectors.children import Children
from houvast.cases.selectors.preview import Option
from houvast.web import receiving_fields as receiving
from houvast.web.form_fields import choice, day, line, long_text
from houvast.web.scaling import wording
from houvast.web.scaling.sheet import ON_BEHALF, PROPOSE, SELF, Sheet

SEAT_LABELS = {
    Responsibility.CASE_DIRECTION: "Wie krijgt de casusregie?",
    Responsibility.PROCESS_DIRECTION: "Wie krijgt de procesregie?",
}
TWO_SEATS = "In uw gemeente heeft één persoon niet zowel de casusregie als de procesregie."
NOT_WAITED_HELP = "Alleen als nog niet iedereen die is genoemd of gevraagd, een oordeel gaf. Dit blijft zichtbaar."
_HEARD = [("", "Nog niet ingevuld"), ("done", "Ja, gehoord"), ("postponed", "Nog niet, dat komt later")]
NO_PART_AFTER = "U heeft hierna geen regie meer. Laat open wie is gehoord: dat vult de regisseur aan."


def why_fields(sheet: Sheet, *, reason: str) -> dict[str, forms.Field]:
    """Give the fields that say why: the reason, the children when there are any, and what was tried locally."""
    fields: dict[str, forms.Field] = {"reason": long_text(reason)}
    fields |= child_fields(sheet.children)
    if sheet.asks_local:
        asked = sheet.found.model.external_scaling.ask
        fields["local_attempts"] = long_text(" ".join(asked), help_text="Wat lokaal kan, doen we lokaal.")
    return fields


def child_fields(children: Children, *, said: str = "") -> dict[str, forms.Field]:
    """Give what is asked about the children; nothing without them, or where it was `said` before."""
    if said or not children.present:
        return {}
    label = f"Wat betekent dit voor {children.said}?"
    return {"children": long_text(label, help_text="Verplicht als er kinderen in het huishouden zijn.", rows=2)}


def criteria_field(criteria: tuple[Criterion, ...]) -> forms.MultipleChoiceField:
    """Give the boxes to tick."""
    return forms.MultipleChoiceField(
        label="Criteria",
        required=False,
        choices=[(criterion.code, criterion.text) for criterion in criteria],
        widget=forms.CheckboxSelectMultiple(),
        error_messages={"invalid_choice": "Dit criterium hoort niet bij deze grens."},
    )


def deciding_fields(sheet: Sheet) -> dict[str, forms.Field]:
    """Give who decides and, for who decides, what may also follow later."""
    fields: dict[str, forms.Field] = {"way": choice("Wie beslist?", _ways(sheet), initial=first(sheet), radio=True)}
    if sheet.behalf:
        fields |= behalf_fields(sheet.found.model, sheet.behalf)
    if sheet.weighs:
        fields["not_waited"] = long_text("Waarom wacht u niet op alle oordelen?", help_text=NOT_WAITED_HELP, rows=2)
    for responsibility in ASSIGNED:
        options = sheet.options(responsibility)
        if options:
            offer = [(key, f"{each.name}, {each.detail}") for key, each in options.items()]
            label, stays = SEAT_LABELS[responsibility], _stays(sheet, responsibility)
            chosen = sheet.proposed(responsibility)
            fields[responsibility.value] = choice(label, [("", stays), *offer], initial=chosen)
    return {**fields, **_handing_on_fields(sheet), **_follow_up_fields()}


def _handing_on_fields(sheet: Sheet) -> dict[str, forms.Field]:
    """Give who takes over; and after going down the aftercare, its signs and its day."""
    if not sheet.hands_on:
        return {}
    first = "Kies wie het overneemt" if sheet.boundary.receiver_required else "Niemand: dat hoeft hier niet"
    fields: dict[str, forms.Field] = {
        "receiver": receiving.receiver_field(sheet.receivers, first),
        "receiver_contact": receiving.contact_field(),
    }
    if not has_aftercare(sheet.boundary):
        return fields
    fields["aftercare"], fields["signs"] = receiving.aftercare_field(), receiving.signs_field()
    return {**fields, "check_on": receiving.check_field()}


def behalf_fields(model: Model, functions: Sequence[str]) -> dict[str, forms.Field]:
    """Give what a mandated officer is asked of a decision that somebody with one of these functions took."""
    names = [(code, wording.functions(model, [code])) for code in functions]
    return {
        "on_behalf_of": choice("Namens", names, initial=functions[0]),
        "decided_on": day("Besloten op"),
        "channel": line("Hoe kreeg u dit besluit?", most=40, help_text="Bijvoorbeeld telefoon of mail."),
        "document": line("Document of zaaknummer", most=120),
    }


def _follow_up_fields() -> dict[str, forms.Field]:
    states = [("", "Nog niet ingevuld"), ("done", "Ja, verteld"), ("postponed", "Nog niet, dat komt later")]
    return {
        "heard_state": choice("Is de inwoner gehoord?", _HEARD),
        "heard": long_text("Hoe, met wie erbij, en wat zei de inwoner? Of waarom nog niet?", rows=2),
        "heard_on": day("Gehoord op, of wanneer dan wel"),
        "told_state": choice("Is het de inwoner verteld?", states),
        "told": long_text("Wat is verteld, of waarom nog niet?", rows=2),
        "told_on": day("Verteld op, of wanneer dan wel"),
    }


def first(sheet: Sheet) -> str:
    """Give the way that is chosen when nobody has chosen; proposing, which is then refused, when there is none."""
    return sheet.ways[0] if sheet.ways else PROPOSE


def _ways(sheet: Sheet) -> list[tuple[str, str]]:
    labels = {
        SELF: f"Ik, {sheet.viewer.name}",
        PROPOSE: "Een ander: ik doe een voorstel",
        ON_BEHALF: "Ik leg een besluit van een ander vast",
    }
    return [(way, labels[way]) for way in sheet.ways or (PROPOSE,)]


def _stays(sheet: Sheet, responsibility: Responsibility) -> str:
    seat = sheet.preview({}).seat(responsibility)
    if seat.becomes.is_held:
        return f"{seat.becomes_holder} blijft (doorgaande lijn)"
    if responsibility is Responsibility.PROCESS_DIRECTION and sheet.must_name({}):
        return "Kies een procesregisseur"
    return "Nog niemand" if seat.becomes.state is SeatState.VACANT else "Niet nodig in deze fase"


class ScalingForm(forms.Form):
    """What a scaling asks. `seen` is the phase period and `shown` the consequences that were on the page."""

    seen = forms.UUIDField(widget=forms.HiddenInput, required=False)
    shown = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64)

    def __init__(
        self, data: QueryDict | None, sheet: Sheet, fields: Mapping[str, forms.Field], *, judged: bool = True
    ) -> None:
        """Ask for these fields, about this step. What was sent only to look at its consequences is not `judged`."""
        initial: dict[str, object] = {"seen": sheet.found.band.period_id}
        if data is not None and not judged:
            initial |= {name: data.getlist(name) if name == "criteria" else data.get(name, "") for name in data}
        super().__init__(data if judged else None, initial=initial)
        self.sheet = sheet
        self.fields.update(fields)

    def text(self, name: str) -> str:
        """Give what was typed in a field; "" for a field that was not asked."""
        return str(self.cleaned_data.get(name) or "")

    def shown_value(self, name: str) -> str:
        """Give what a field holds now, sent or proposed; "" for a field that was not asked."""
        return str(self[name].value() or "") if name in self.fields else ""

    def shown_ticks(self) -> frozenset[str]:
        """Give the criteria that are ticked now."""
        values = self["criteria"].value() or []
        return frozenset(str(value) for value in values) if isinstance(values, list | tuple) else frozenset()

    def way(self) -> str:
        """Give who decides, as it is chosen now; always one that is offered."""
        wanted = self.shown_value("way")
        return wanted if wanted in self.sheet.ways else first(self.sheet)

    def chosen(self) -> dict[Responsibility, Option]:
        """Give who is chosen for a seat now. A choice that is not offered counts as none; the field says so."""
        found = {}
        for responsibility in ASSIGNED:
            option = self.sheet.options(responsibility).get(self.shown_value(responsibility.value))
            if option is not None:
                found[responsibility] = option
        return found

    def seen_period(self) -> UUID | None:
        """Give the phase period that was on the page."""
        seen = self.cleaned_data.get("seen")
        return seen if isinstance(seen, UUID) else None

    def proposal(self) -> NewProposal:
        """Give what is proposed."""
        return NewProposal(
            to_phase=self.sheet.boundary.to_phase,
            criteria=frozenset(self.cleaned_data.get("criteria", [])),
            reason=self.text("reason"),
            children=self.text("children"),
            local_attempts=self.text("local_attempts"),
        )

    def deciding(self, *, reason: str = "") -> Deciding:
        """Give how it is decided."""
        on_behalf = self.way() == ON_BEHALF
        decided_on = self.cleaned_data.get("decided_on")
        return Deciding(
            on_behalf_of=self.text("on_behalf_of") if on_behalf else "",
            decided_on=decided_on if on_behalf and isinstance(decided_on, date) else None,
            channel=self.text("channel") if on_behalf else "",
            document=self.text("document") if on_behalf else "",
            reason=reason,
            children=self.text("children"),
            not_waited=self.text("not_waited"),
            chosen={responsibility: option.choice for responsibility, option in self.chosen().items()},
            handing_on=receiving.handing_on(self.sheet.receivers, self.cleaned_data),
        )

    def judge_decision(self) -> tuple[NewFollowUp, ...]:
        """Give what was filled in at once, and add an error to what this decision cannot be."""
        outcome, chosen = self.sheet.preview(self.chosen()), self.chosen()
        follow_ups = self.follow_ups()
        if outcome.holding_two is HoldingTwo.REFUSE and chosen:
            self.add_error(next(iter(chosen)).value, TWO_SEATS)
        if follow_ups and not self.sheet.works_in_after(outcome):
            self.add_error(None, NO_PART_AFTER)
        return follow_ups

    def follow_ups(self) -> tuple[NewFollowUp, ...]:
        """Give what was already filled in of what may follow; the service judges it together with the decision."""
        heard, told = self.text("heard"), self.text("told")
        heard_on, told_on, state = self._day("heard_on"), self._day("told_on"), self.text("told_state")
        found, heard_state = [], self.text("heard_state")
        if heard_state or heard or heard_on:
            found.append(NewFollowUp(FollowUp.Item.HEARD.value, heard_state or DONE, heard_on, heard))
        if state or told or told_on:
            found.append(NewFollowUp(FollowUp.Item.RESIDENT_TOLD.value, state, told_on, told))
        return tuple(found)

    def _day(self, name: str) -> date | None:
        found = self.cleaned_data.get(name)
        return found if isinstance(found, date) else None
