"""The AVE model as a card on the wall: a column for each phase, a row for each question, in words ready to print."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from houvast.ave.model import Boundary, Criterion, Group, Model, Phase, SeatRule
from houvast.ave.vocabulary import ASSIGNED, SELF_FILLING, Direction, Holding, HoldingTwo, Responsibility
from houvast.kernel.dutch_dates import exact
from houvast.kernel.working_time import in_amsterdam
from houvast.web.look import Person, PhaseMark, phase_mark

NOT_APPLICABLE = "Niet van toepassing"
NOT_NEEDED = "Niet nodig"
CALLERS_SHOWN = 6
UNDECIDED_SHOWN = 3
OPENING = "("

TWO: Mapping[HoldingTwo, str] = {
    HoldingTwo.ALLOWED: "Eén persoon mag casusregie en procesregie allebei hebben.",
    HoldingTwo.WARN: "Casusregie en procesregie bij één persoon mag, maar liever niet.",
    HoldingTwo.REFUSE: "Casusregie en procesregie liggen nooit bij één persoon.",
}


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text; joiners such as "en" and "of" are strong."""

    text: str
    is_strong: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """The answer of one phase to one question. `decides` and `notes` stand below the pieces."""

    css_class: str
    question: str
    pieces: tuple[Piece, ...]
    decides: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Column:
    """One phase."""

    mark: PhaseMark
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class ModelCard:
    """The whole card."""

    origin: str
    labels: tuple[tuple[str, str], ...]
    columns: tuple[Column, ...]
    responsibilities: tuple[tuple[str, str], ...]
    temporary: str
    hand_over: str
    two: str
    agreements: tuple[tuple[str, str], ...]
    callers: tuple[Person, ...]
    source: str


def callers(model: Model) -> frozenset[str]:
    """Give the functions that one calls about a case: those that may hold process direction in some phase."""
    rules = (rule for (_, kind), rule in model.seats.items() if kind is Responsibility.PROCESS_DIRECTION)
    return frozenset(code for rule in rules for code, held in rule.holders.items() if held is Holding.YES)


def model_card(
    model: Model, municipality: str, number: int, adopted_at: datetime, people: Iterable[Person]
) -> ModelCard:
    """Give the card of the model that a municipality adopted, with the people to call."""
    columns = tuple(Column(phase_mark(phase), _cells(model, phase)) for phase in model.phases)
    adopted = exact(in_amsterdam(adopted_at).date())
    return ModelCard(
        origin=f"Gemeente {municipality} · {model.title}, vastgesteld als versie {number} op {adopted}",
        labels=tuple((cell.css_class, cell.question) for cell in columns[0].cells),
        columns=columns,
        responsibilities=tuple((text.name, f"{text.does} {text.does_not}") for text in model.responsibilities.values()),
        temporary=_temporary(model),
        hand_over=f"De oude houder blijft tot de nieuwe ja zegt, {_within(model.hand_over.accept_within_working_days)}",
        two=TWO[model.holding_two],
        agreements=tuple(
            (_crossing(boundary), boundary.agreement) for boundary in model.boundaries if boundary.agreement
        ),
        callers=tuple(people)[:CALLERS_SHOWN],
        source=model.source,
    )


def _cells(model: Model, phase: Phase) -> tuple[Cell, ...]:
    weeks = phase.review_weeks
    tables = (table.name for table in model.tables if phase.number in table.phases)
    protocols = (protocol.name for protocol in model.protocols if phase.number in protocol.phases)
    return (
        _plain("sit", "Wat is er aan de hand?", phase.situation),
        _plain("inw", "Wat beslist de inwoner zelf?", phase.own_direction),
        *(_seat(model, phase, responsibility) for responsibility in Responsibility),
        _boundary(model, "omh", "Omhoog, als", model.boundary(phase.number, phase.number + 1)),
        _boundary(model, "oml", "Omlaag, als", model.boundary(phase.number, phase.number - 1)),
        _plain("taf", "Tafel", "; ".join(tables) or "Geen"),
        _plain("afs", "Afspraken", "; ".join(protocols) or "Geen"),
        _plain("ter", "Opnieuw kijken", "Geen termijn" if weeks is None else f"Na {_count(weeks, 'week', 'weken')}"),
    )


def _plain(css_class: str, question: str, text: str) -> Cell:
    return Cell(css_class, question, (Piece(text),))


_SEAT_CLASSES: Mapping[Responsibility, str] = {
    Responsibility.CASE_DIRECTION: "cas",
    Responsibility.PROCESS_DIRECTION: "pro",
    Responsibility.OPERATIONAL: "ope",
    Responsibility.ADMINISTRATIVE: "bes",
}


def _seat(model: Model, phase: Phase, responsibility: Responsibility) -> Cell:
    rule = model.seat(phase.number, responsibility)
    css_class, name = _SEAT_CLASSES[responsibility], model.responsibilities[responsibility].name
    if not rule.required:
        return _plain(css_class, name, NOT_NEEDED)
    first = rule.fills_from if responsibility in SELF_FILLING and rule.fills_from else _holders(rule, Holding.YES)
    notes = [f"Tijdelijk ook: {_names(model, _holders(rule, Holding.TEMPORARY))}"]
    if responsibility in ASSIGNED:
        notes.append(f"Nog niet besloten: {_some(model, _holders(rule, Holding.NOT_DECIDED))}")
    else:
        notes.append(f"Ook: {_names(model, (code for code in _holders(rule, Holding.YES) if code not in first))}")
    return Cell(
        css_class,
        name,
        (Piece(_capital(_names(model, first))),),
        notes=tuple(f"{note}." for note in notes if not note.endswith(": ")),
    )


def _holders(rule: SeatRule, holding: Holding) -> tuple[str, ...]:
    return tuple(code for code, held in rule.holders.items() if held is holding)


def _names(model: Model, codes: Iterable[str]) -> str:
    return ", ".join(model.function(code).name for code in codes)


def _some(model: Model, codes: tuple[str, ...]) -> str:
    """Name the first few: which partners are open is for the model itself, not for a card on the wall."""
    rest = len(codes) - UNDECIDED_SHOWN
    return _names(model, codes[:UNDECIDED_SHOWN]) + (f" en nog {rest}" if rest > 0 else "")


def _either(model: Model, codes: tuple[str, ...]) -> str:
    names = [model.function(code).name for code in codes]
    return " of ".join([", ".join(names[:-1]), names[-1]] if names[1:] else names)


def _boundary(model: Model, css_class: str, question: str, boundary: Boundary | None) -> Cell:
    if boundary is None:
        return _plain(css_class, question, NOT_APPLICABLE)
    notes = []
    if boundary.joint_assessment:
        notes.append("Partners wegen samen het risico.")
    if boundary.receiver_required:
        notes.append("De ontvanger is met naam genoemd en zegt ja.")
    if boundary.urgent_confirm_within_working_days is not None:
        confirms = _either(model, boundary.urgent_confirmed_by)
        notes.append(f"Spoed: {confirms} bevestigt {_within(boundary.urgent_confirm_within_working_days)}.")
    return Cell(
        css_class,
        question,
        _sentence(boundary.criteria),
        decides=f"Beslist: {_either(model, boundary.decides)}, {_within(boundary.decide_within_working_days)}",
        notes=tuple(notes),
    )


def _sentence(group: Group) -> tuple[Piece, ...]:
    """Give a group as one sentence, with inner groups in brackets: a en b en (c of d)."""
    texts = list(_pieces(group))
    first = next(place for place, piece in enumerate(texts) if piece.text != OPENING)
    texts[first] = Piece(_capital(texts[first].text))
    return (*texts, Piece("."))


def _pieces(group: Group) -> tuple[Piece, ...]:
    joiner = Piece(" en " if group.all_or_any == "all" else " of ", is_strong=True)
    joined: list[Piece] = []
    for part in group.parts:
        if joined:
            joined.append(joiner)
        joined += _part(part)
    return tuple(joined)


def _part(part: Criterion | Group) -> tuple[Piece, ...]:
    if isinstance(part, Criterion):
        return (Piece(_small(part.text)),)
    return (Piece(OPENING), *_pieces(part), Piece(")"))


def _temporary(model: Model) -> str:
    days, times = model.temporary.max_working_days, model.temporary.max_times - 1
    again = {0: "niet verlengen", 1: "één keer verlengen"}.get(times, f"{times} keer verlengen")
    return f"Tijdelijk: hoogstens {_count(days, 'werkdag', 'werkdagen')}, {again}"


def _crossing(boundary: Boundary) -> str:
    way = "Omhoog" if boundary.direction is Direction.UP else "Omlaag"
    return f"{way}, van fase {boundary.from_phase} naar fase {boundary.to_phase}"


def _within(days: int) -> str:
    return f"binnen {_count(days, 'werkdag', 'werkdagen')}"


def _count(number: int, one: str, more: str) -> str:
    return f"{number} {one if number == 1 else more}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _small(text: str) -> str:
    """Begin a criterium small inside a sentence, unless its first word is an abbreviation."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]
