"""How the four seats change: on opening, on scaling, on closing, and when somebody takes or leaves one."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from uuid import UUID

from houvast.ave.model import Model, SeatRule
from houvast.ave.vocabulary import SELF_FILLING, Holding, HoldingTwo, Responsibility


class SeatState(StrEnum):
    """The five states of a responsibility."""

    NOT_REQUIRED = "not_required"
    HELD_BY_RESIDENT = "held_by_resident"
    HELD = "held"
    HELD_TEMPORARILY = "held_temporarily"
    VACANT = "vacant"


@dataclass(frozen=True, slots=True)
class SeatFacts:
    """A seat as it is or is to be. `resident_id` or `network_member_id` is set only when held by one of them."""

    state: SeatState
    member_id: UUID | None = None
    function: str = ""
    resident_id: UUID | None = None
    network_member_id: UUID | None = None
    until: date | None = None
    extension: int = 0

    @property
    def is_held(self) -> bool:
        """Somebody holds it, for good, for a time, or as the resident."""
        return self.state not in (SeatState.NOT_REQUIRED, SeatState.VACANT)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A member who could hold a seat: the function codes that they have now, and the last day of those that end."""

    member_id: UUID
    functions: frozenset[str]
    last_days: Mapping[str, date] = field(default_factory=dict)

    def seat(self, function: str) -> SeatFacts:
        """Give the seat that this member gets by a function: for as long as the function lasts."""
        last_day = self.last_days.get(function)
        state = SeatState.HELD if last_day is None else SeatState.HELD_TEMPORARILY
        return SeatFacts(state, member_id=self.member_id, function=function, until=last_day)


NOT_REQUIRED = SeatFacts(SeatState.NOT_REQUIRED)
VACANT = SeatFacts(SeatState.VACANT)


def allowed_function(rule: SeatRule, functions: Collection[str], *, wanted: Holding = Holding.YES) -> str:
    """Give the function by which somebody may hold the seat: one that the model allows; "" when there is none.

    `wanted` YES asks for holding it for good; TEMPORARY also accepts functions that may only fill in.
    """
    accepted = (Holding.YES,) if wanted is Holding.YES else (Holding.YES, Holding.TEMPORARY)
    return next((code for code in sorted(functions) if rule.holding(code) in accepted), "")


def fill_from_model(rule: SeatRule, candidates: Collection[Candidate]) -> SeatFacts:
    """Fill an operational or administrative seat: the first function of the model that somebody has wins.

    Of those who have it, who has it for good goes before a deputy, whose function ends; the seat then ends with it.
    """
    for code in rule.fills_from:
        seats = [candidate.seat(code) for candidate in candidates if code in candidate.functions]
        if seats:
            return max(seats, key=lambda seat: seat.until or date.max)
    return VACANT


def may_stay(rule: SeatRule, seat: SeatFacts) -> bool:
    """Say whether the holder of a seat may go on holding it as they do, where this rule counts."""
    if seat.state is SeatState.HELD_BY_RESIDENT:
        return rule.resident_may_hold in (Holding.YES, Holding.TEMPORARY)
    if rule.responsibility in SELF_FILLING:
        return seat.is_held and seat.function in rule.fills_from
    accepted = (Holding.YES,) if seat.state is SeatState.HELD else (Holding.YES, Holding.TEMPORARY)
    return seat.is_held and rule.holding(seat.function) in accepted


def _for_a_time(rule: SeatRule, seat: SeatFacts, until: date) -> SeatFacts | None:
    """Give the seat of a director who may only fill in here: they stay until a new one is found, and it ends."""
    only_temporarily = rule.holding(seat.function) is Holding.TEMPORARY
    if seat.state is not SeatState.HELD or rule.responsibility in SELF_FILLING or not only_temporarily:
        return None
    return replace(seat, state=SeatState.HELD_TEMPORARILY, until=until)


def _still(rule: SeatRule, current: SeatFacts, candidates: Collection[Candidate]) -> SeatFacts:
    """Give the seat of who may stay. A deputy makes way for who has the function for good; a function may now end.

    Whom people let fill in for a time stays as they decided.
    """
    own = next((each.seat(current.function) for each in candidates if _is_holder(each, current)), None)
    by_people = current.state is SeatState.HELD_TEMPORARILY and current != own
    if rule.responsibility not in SELF_FILLING or own is None or by_people:
        return current
    filled = fill_from_model(replace(rule, fills_from=(current.function,)), candidates)
    return filled if own.until is not None and filled.until is None else own


def _is_holder(candidate: Candidate, seat: SeatFacts) -> bool:
    return candidate.member_id == seat.member_id and seat.function in candidate.functions


def successor(
    rule: SeatRule, current: SeatFacts, candidates: Collection[Candidate], *, today: date
) -> SeatFacts | None:
    """Give a seat that fills itself as the model has it now, when who holds it no longer has that function.

    None when the seat is as it should be, while somebody fills in for a time, and when nobody has the function.
    """
    if rule.responsibility not in SELF_FILLING or not rule.required:
        return None
    fills_in = current.state is SeatState.HELD_TEMPORARILY and not is_overdue(current.until, today)
    if fills_in or any(_is_holder(each, current) for each in candidates):
        return None
    filled = fill_from_model(rule, candidates)
    return filled if filled.is_held else None


def seat_in_phase(rule: SeatRule, current: SeatFacts, candidates: Collection[Candidate], *, until: date) -> SeatFacts:
    """Say what a seat is in a phase, given what it was before.

    Who may stay, stays (*doorgaande lijn*). A director who may only fill in here, such as the municipal process
    director while the Zorg- en Veiligheidshuis takes over, stays for a time: until `until`, the longest that the model
    allows. A seat that fills itself is filled from the model; one that people assign becomes vacant, and that is a
    state that shouts. A seat that the phase does not require but that somebody may hold stays with them. A deputy whose
    function ends makes way for who has it for good.
    """
    if may_stay(rule, current):
        return _still(rule, current, candidates)
    for_a_time = _for_a_time(rule, current, until)
    if for_a_time is not None:
        return for_a_time
    if not rule.required:
        return NOT_REQUIRED
    if rule.responsibility in SELF_FILLING:
        return fill_from_model(rule, candidates)
    return VACANT


def holds_two(model: Model, seats: dict[Responsibility, SeatFacts]) -> HoldingTwo | None:
    """Say what the model thinks when one member holds case and process direction; None when nobody does."""
    case, process = seats[Responsibility.CASE_DIRECTION], seats[Responsibility.PROCESS_DIRECTION]
    if case.member_id is None or case.member_id != process.member_id:
        return None
    return model.holding_two


def next_extension(current: SeatFacts) -> int:
    """Count the filling that would come now: each that directly follows another is an extension."""
    return current.extension + 1 if current.state is SeatState.HELD_TEMPORARILY else 0


def fill_temporarily(current: SeatFacts, *, member_id: UUID, function: str, until: date) -> SeatFacts:
    """Fill a seat for a time."""
    return SeatFacts(
        SeatState.HELD_TEMPORARILY,
        member_id=member_id,
        function=function,
        until=until,
        extension=next_extension(current),
    )


def needs_operational_holder(model: Model, current: SeatFacts) -> bool:
    """Say whether filling this seat for a time now is once more than the model lets a process director do."""
    return next_extension(current) + 1 > model.temporary.max_times


def first_end(*days: date | None) -> date | None:
    """Give the earliest of the days on which something ends; None when nothing does."""
    return min((day for day in days if day is not None), default=None)


def is_overdue(ends: date | None, today: date) -> bool:
    """What has passed its last day is overdue, never silently vacant: a filling, or the function of who holds it."""
    return ends is not None and ends < today


def held(member_id: UUID, function: str) -> SeatFacts:
    """Give a seat held for good."""
    return SeatFacts(SeatState.HELD, member_id=member_id, function=function)
