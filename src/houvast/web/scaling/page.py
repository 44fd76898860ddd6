"""What the templates of scaling print: the sheet as sections, and the column "Dit gebeurt er" beside it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from houvast.ave.model import Boundary
from houvast.ave.vocabulary import ASSIGNED, Responsibility
from houvast.cases.selectors.asked_at_once import who_is_asked_at_once
from houvast.cases.selectors.bands import FoundCase
from houvast.kernel.working_time import add_working_days
from houvast.web import addresses
from houvast.web.form_look import field, summary
from houvast.web.look import ErrorSummary, Field, Link, phase_mark
from houvast.web.phase_look import own_direction
from houvast.web.receiving_fields import AFTERCARE_FIELDS, RECEIVER_FIELDS
from houvast.web.scaling import consequences, wording
from houvast.web.scaling.consequences import Line
from houvast.web.scaling.criteria import TO_TICK, GroupMark, group_marks
from houvast.web.scaling.forms import ScalingForm
from houvast.web.scaling.sheet import ON_BEHALF, PROPOSE, SELF, Sheet

HEARD_FIELDS = ("heard_state", "heard", "heard_on")
LATER_FIELDS = ("told_state", "told", "told_on")
BEHALF_FIELDS = ("on_behalf_of", "decided_on", "channel", "document")
SEAT_FIELDS = tuple(responsibility.value for responsibility in ASSIGNED)
_BACK = "Terug kan alleen met een nieuw besluit. Tweemaal drukken geeft één besluit."


@dataclass(frozen=True, slots=True)
class Button:
    """A button that sends the form. `value` says which act is meant."""

    text: str
    value: str
    css_class: str


@dataclass(frozen=True, slots=True)
class Aside:
    """Dit gebeurt er: the lines, their mark, and the buttons under them."""

    lines: tuple[Line, ...]
    shown: str
    note: str
    buttons: tuple[Button, ...]
    css_class: str


@dataclass(frozen=True, slots=True)
class Decider:
    """Who decides: the choice when there is one, else one sentence; and what a decision on someone's behalf asks.

    `waits` is what this step asks more: who has the process direction then, and why not all judgements are awaited.
    `agreement` is what the model agreed on for this step; `meanwhile` who has the process direction until the decision.
    """

    note: str
    choice: Field | None
    sentence: str
    behalf: tuple[Field, ...]
    waits: tuple[Field, ...]
    agreement: str
    meanwhile: str


@dataclass(frozen=True, slots=True)
class Hearing:
    """What the phase to come leaves to the resident and what to ask, and the fields that say how they were heard."""

    note: str
    facts: tuple[tuple[str, str], ...]
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Later:
    """What may also follow later: seats, and the resident told. Open when something in it is wrong."""

    note: str
    seats: tuple[Field, ...]
    follow_ups: tuple[Field, ...]
    is_open: bool


def back(found: FoundCase) -> Link:
    """Give the way back to the case."""
    return Link(f"{found.band.name}, {found.band.code}", addresses.case(found.band.code))


def asked(form: ScalingForm, names: Sequence[str]) -> tuple[Field, ...]:
    """Give fields as far as the form asks them. The service judges what may stay empty, so labels do not say it."""
    return tuple(replace(field(form[name]), label=str(form[name].label)) for name in names if name in form.fields)


def criteria(form: ScalingForm) -> tuple[GroupMark, ...]:
    """Give the criteria to tick, in their groups."""
    return group_marks(form.sheet.boundary.criteria, form.shown_ticks(), TO_TICK)


def criteria_note(form: ScalingForm) -> str:
    """Say which model asks this, and whether enough is ticked."""
    model, boundary = form.sheet.found.model, form.sheet.boundary
    enough = " Genoeg aangekruist." if boundary.criteria.met(form.shown_ticks()) else ""
    return f"{model.title}, versie {model.version}, grens {boundary.lower}/{boundary.upper}.{enough}"


def deciders_note(found: FoundCase, boundary: Boundary) -> str:
    """Say whom the model names and within which term."""
    days = wording.working_days(boundary.decide_within_working_days)
    return f"Het model noemt: {wording.functions(found.model, boundary.decides)}. Binnen {days} na een voorstel."


def decider(form: ScalingForm) -> Decider:
    """Give who decides."""
    sheet = form.sheet
    note = deciders_note(sheet.found, sheet.boundary)
    behalf, agreement, until_then = asked(form, BEHALF_FIELDS), sheet.boundary.agreement, meanwhile(sheet)
    waits = asked(form, [*_at_once(sheet), "not_waited"])
    if len(sheet.ways) > 1:
        titles = {SELF: sheet.viewer.title, ON_BEHALF: _behalf_detail(sheet), PROPOSE: _propose_detail(sheet)}
        choice = replace(field(form["way"], titles), label="Wie beslist?")
        return Decider(note, choice, "", behalf, waits, agreement, until_then)
    sentences = {SELF: f"U beslist: {sheet.viewer.name}, {sheet.viewer.title}.", PROPOSE: _propose_detail(sheet)}
    sentence = sentences.get(form.way(), "U legt een besluit van een ander vast.")
    return Decider(note, None, sentence, behalf, waits, agreement, until_then)


def meanwhile(sheet: Sheet) -> str:
    """Say who has the process direction until the decision by the model, and who has it now; "" where none is named."""
    named = sheet.boundary.process_direction_during
    if not named:
        return ""
    seat = sheet.found.band.seat(Responsibility.PROCESS_DIRECTION)
    now = ", ".join(part for part in (seat.holder, seat.function) if part) or "niemand"
    return f"procesregie bij: {wording.functions(sheet.found.model, [named])}. Nu: {now}."


def _behalf_detail(sheet: Sheet) -> str:
    return f"namens {wording.functions(sheet.found.model, sheet.behalf)}: datum, kanaal en document"


def _propose_detail(sheet: Sheet) -> str:
    until = add_working_days(sheet.now, sheet.boundary.decide_within_working_days)
    who = wording.functions(sheet.found.model, sheet.boundary.decides)
    return f"U doet een voorstel. Het besluit is aan: {who}, uiterlijk {wording.day(until, sheet.now)}."


def _at_once(sheet: Sheet) -> tuple[str, ...]:
    """Give the seats that must be filled with the decision, and so are not among what may also follow later."""
    decides = bool({SELF, ON_BEHALF} & set(sheet.ways))
    return (Responsibility.PROCESS_DIRECTION.value,) if decides and sheet.must_name({}) else ()


def later(form: ScalingForm) -> Later:
    """Give what may also follow later. Who will have no part in the case after the decision does not fill it in."""
    sheet = form.sheet
    until = add_working_days(sheet.now, sheet.boundary.follow_up_within_working_days)
    seats = [name for name in SEAT_FIELDS if name not in _at_once(sheet)]
    wrong = any(name in form.errors for name in (*seats, *LATER_FIELDS))
    filled = any(form.shown_value(name) for name in LATER_FIELDS)
    return Later(
        note=f"uiterlijk {wording.day(until, sheet.now)}; tot dan staat het op Mijn werk",
        seats=asked(form, seats),
        follow_ups=asked(form, LATER_FIELDS) if filled or _fills_in(form) else (),
        is_open=wrong or filled,
    )


def _fills_in(form: ScalingForm) -> bool:
    """Say whether who decides still has a part in the case afterwards, and so fills in what follows."""
    return form.sheet.works_in_after(form.sheet.preview(form.chosen()))


def hearing(form: ScalingForm) -> Hearing:
    """Give what the phase to come leaves to the resident, and how they were heard; a proposal only says what to ask."""
    sheet = form.sheet
    filled = any(form.shown_value(name) for name in HEARD_FIELDS)
    fills_in = form.way() != PROPOSE and (filled or _fills_in(form))
    facts = own_direction(sheet.found.model.phase(sheet.boundary.to_phase))
    label = phase_mark(sheet.found.model.phase(sheet.boundary.to_phase)).label
    return Hearing(f"Wat {label} aan de inwoner laat", facts, asked(form, HEARD_FIELDS) if fills_in else ())


def handing_on(form: ScalingForm) -> tuple[Field, ...]:
    """Give who takes over, with the aftercare; nothing where a step hands nothing on, or for who only proposes."""
    return asked(form, (*RECEIVER_FIELDS, *AFTERCARE_FIELDS))


def _proposing(sheet: Sheet) -> tuple[Line, ...]:
    municipality_id = sheet.found.band.municipality_id
    return consequences.of_proposing(sheet.found.model, sheet.boundary, municipality_id, now=sheet.now)


def _asking(sheet: Sheet) -> tuple[Line, ...]:
    found = sheet.found
    asked = who_is_asked_at_once(found.model, sheet.boundary, found.facts, sheet.viewer.member_id, now=sheet.now)
    return consequences.of_asking(found.model, asked)


def aside(form: ScalingForm, buttons: Sequence[Button]) -> Aside:
    """Give what happens, for the way and the people that are chosen now."""
    sheet = form.sheet
    step = wording.step(sheet.found.model, sheet.boundary)
    if not sheet.ways:
        lines: tuple[Line, ...] = consequences.WITHDRAWING
        note = ""
    elif form.way() == PROPOSE:
        lines = (*_proposing(sheet), *_asking(sheet))
        note = "Een voorstel kunt u intrekken zolang er niet over is besloten."
    else:
        moving = consequences.of_moving(sheet.preview(form.chosen()), sheet.viewer, now=sheet.now)
        if sheet.must_name(form.chosen()):
            moving = consequences.with_choice_to_make(moving, sheet.found.model, sheet.boundary)
        handed = consequences.of_handing_on(sheet.found.model, sheet.boundary, now=sheet.now)
        lines = (*moving, *handed, consequences.of_deciding(sheet.boundary, now=sheet.now))
        note = _BACK
    return Aside(lines, consequences.digest(lines), note, tuple(buttons), step.to_phase.css_class)


def errors(form: ScalingForm, done: str) -> ErrorSummary | None:
    """Say what is missing: "Nog niet opgeschaald: één ding ontbreekt."."""
    count = sum(len(each) for each in form.errors.values())
    things = (
        "één ding ontbreekt of klopt niet"
        if count == 1
        else f"{wording.number(count)} dingen ontbreken of kloppen niet"
    )
    return summary(form, f"Nog niet {done}: {things}.")


def has_changed(form: ScalingForm, made: Aside) -> bool:
    """Say whether what would happen differs from what was on the page when the button was pressed."""
    shown = form.text("shown")
    return bool(shown) and shown != made.shown
