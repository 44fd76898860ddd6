"""How seats change, in tables over a small model of one seat."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest

from houvast.ave.load import load_text, shipped
from houvast.ave.model import SeatRule
from houvast.ave.vocabulary import Holding, HoldingTwo, Responsibility
from houvast.cases.rules.seats import (
    NOT_REQUIRED,
    VACANT,
    Candidate,
    SeatFacts,
    SeatState,
    allowed_function,
    fill_from_model,
    fill_temporarily,
    first_end,
    held,
    holds_two,
    is_overdue,
    needs_operational_holder,
    next_extension,
    seat_in_phase,
    successor,
)
from houvast.kernel.ids import new_id

MODEL = load_text(shipped()["groningen"].read_text("utf-8"), "groningen")
SOMEBODY, ANOTHER, RESIDENT = new_id(), new_id(), new_id()
UNTIL = date(2026, 12, 1)
ASSIGNED = SeatRule(
    phase=3,
    responsibility=Responsibility.CASE_DIRECTION,
    required=True,
    holders={"yes": Holding.YES, "briefly": Holding.TEMPORARY, "open": Holding.NOT_DECIDED, "no": Holding.NO},
    resident_may_hold=Holding.NO,
    fills_from=(),
    source="verzonnen",
)
FILLING = replace(
    ASSIGNED, responsibility=Responsibility.OPERATIONAL, holders={"first": Holding.YES}, fills_from=("first", "second")
)
BY_RESIDENT = SeatFacts(SeatState.HELD_BY_RESIDENT, resident_id=RESIDENT)


def briefly(function: str = "briefly", extension: int = 0) -> SeatFacts:
    """Give a seat filled for a time."""
    return SeatFacts(
        SeatState.HELD_TEMPORARILY, member_id=SOMEBODY, function=function, until=UNTIL, extension=extension
    )


@pytest.mark.parametrize(
    ("functions", "wanted", "function"),
    [
        ([], Holding.YES, ""),
        (["no", "open", "unknown"], Holding.YES, ""),
        (["briefly"], Holding.YES, ""),
        (["briefly"], Holding.TEMPORARY, "briefly"),
        (["open"], Holding.TEMPORARY, ""),
        (["yes", "briefly"], Holding.YES, "yes"),
        (["yes", "briefly"], Holding.TEMPORARY, "briefly"),
        (["yes"], Holding.TEMPORARY, "yes"),
    ],
)
def test_the_function_by_which_somebody_may_hold_a_seat(functions: list[str], wanted: Holding, function: str) -> None:
    assert allowed_function(ASSIGNED, functions, wanted=wanted) == function


@pytest.mark.parametrize(
    ("candidates", "holder"),
    [
        ([], None),
        ([(SOMEBODY, {"third"})], None),
        ([(SOMEBODY, {"second"})], SOMEBODY),
        ([(SOMEBODY, {"second"}), (ANOTHER, {"first"})], ANOTHER),
        ([(SOMEBODY, {"first"}), (ANOTHER, {"first"})], SOMEBODY),
    ],
)
def test_the_first_function_of_the_model_that_somebody_has_fills_a_seat(
    candidates: list[tuple[UUID, set[str]]], holder: UUID | None
) -> None:
    found = fill_from_model(FILLING, [Candidate(member, frozenset(functions)) for member, functions in candidates])
    assert found.member_id == holder
    assert found.state is (SeatState.VACANT if holder is None else SeatState.HELD)


LAST = date(2026, 12, 4)


def deputy(member: UUID, last_day: date = LAST) -> Candidate:
    """Give somebody who has the first function until a day, and the second without an end."""
    return Candidate(member, frozenset({"first", "second"}), {"first": last_day})


def for_now(member: UUID, last_day: date = LAST) -> SeatFacts:
    """Give a seat that lasts as long as the function of its deputy."""
    return SeatFacts(SeatState.HELD_TEMPORARILY, member_id=member, function="first", until=last_day)


@pytest.mark.parametrize(
    ("candidates", "seat"),
    [
        ([deputy(SOMEBODY)], for_now(SOMEBODY)),
        ([deputy(SOMEBODY), Candidate(ANOTHER, frozenset({"first"}))], held(ANOTHER, "first")),
        ([deputy(SOMEBODY), deputy(ANOTHER, date(2027, 1, 1))], for_now(ANOTHER, date(2027, 1, 1))),
        ([deputy(SOMEBODY), Candidate(ANOTHER, frozenset({"second"}))], for_now(SOMEBODY)),
    ],
    ids=["a deputy alone", "after who has it for good", "of two deputies the longest", "before a later function"],
)
def test_a_seat_of_a_deputy_ends_with_the_function(candidates: list[Candidate], seat: SeatFacts) -> None:
    assert fill_from_model(FILLING, candidates) == seat


@pytest.mark.parametrize(
    ("current", "candidates", "becomes"),
    [
        (for_now(SOMEBODY), [deputy(SOMEBODY)], for_now(SOMEBODY)),
        (for_now(SOMEBODY), [deputy(SOMEBODY), Candidate(ANOTHER, frozenset({"first"}))], held(ANOTHER, "first")),
        (for_now(SOMEBODY), [deputy(SOMEBODY), Candidate(ANOTHER, frozenset({"second"}))], for_now(SOMEBODY)),
        (held(SOMEBODY, "first"), [deputy(SOMEBODY)], for_now(SOMEBODY)),
        (held(SOMEBODY, "second"), [deputy(SOMEBODY)], held(SOMEBODY, "second")),
        (
            held(SOMEBODY, "first"),
            [Candidate(ANOTHER, frozenset({"first"})), Candidate(SOMEBODY, frozenset({"first"}))],
            held(SOMEBODY, "first"),
        ),
        (briefly("first"), [Candidate(ANOTHER, frozenset({"first"})), deputy(SOMEBODY)], briefly("first")),
        (briefly("first"), [Candidate(ANOTHER, frozenset({"first"}))], briefly("first")),
        (briefly("first"), [Candidate(SOMEBODY, frozenset({"second"}))], briefly("first")),
    ],
    ids=[
        "a deputy goes on",
        "a deputy makes way",
        "not for another function",
        "the function has an end now",
        "their other function has an end",
        "who has it for good stays",
        "whom people let fill in stays",
        "also from elsewhere",
        "also without the function now",
    ],
)
def test_a_deputy_makes_way_for_who_has_the_function_for_good(
    current: SeatFacts, candidates: list[Candidate], becomes: SeatFacts
) -> None:
    assert seat_in_phase(FILLING, current, candidates, until=UNTIL) == becomes


FREE = replace(ASSIGNED, required=False)
WITH_RESIDENT = replace(ASSIGNED, resident_may_hold=Holding.YES)
FOR_A_TIME_BY_RESIDENT = replace(ASSIGNED, resident_may_hold=Holding.TEMPORARY)
MANAGER = (Candidate(ANOTHER, frozenset({"first"})),)


@pytest.mark.parametrize(
    ("rule", "current", "candidates", "becomes"),
    [
        (ASSIGNED, held(SOMEBODY, "yes"), (), held(SOMEBODY, "yes")),
        (ASSIGNED, held(SOMEBODY, "briefly"), (), briefly()),
        (ASSIGNED, held(SOMEBODY, "no"), (), VACANT),
        (ASSIGNED, held(SOMEBODY, "open"), (), VACANT),
        (ASSIGNED, briefly(), (), briefly()),
        (ASSIGNED, briefly("yes"), (), briefly("yes")),
        (ASSIGNED, briefly("no"), (), VACANT),
        (ASSIGNED, VACANT, (), VACANT),
        (ASSIGNED, NOT_REQUIRED, (), VACANT),
        (ASSIGNED, BY_RESIDENT, (), VACANT),
        (WITH_RESIDENT, BY_RESIDENT, (), BY_RESIDENT),
        (FOR_A_TIME_BY_RESIDENT, BY_RESIDENT, (), BY_RESIDENT),
        (FREE, held(SOMEBODY, "yes"), (), held(SOMEBODY, "yes")),
        (FREE, held(SOMEBODY, "no"), (), NOT_REQUIRED),
        (FREE, VACANT, (), NOT_REQUIRED),
        (FILLING, held(SOMEBODY, "second"), MANAGER, held(SOMEBODY, "second")),
        (FILLING, held(SOMEBODY, "third"), MANAGER, held(ANOTHER, "first")),
        (FILLING, NOT_REQUIRED, MANAGER, held(ANOTHER, "first")),
        (FILLING, VACANT, (), VACANT),
    ],
)
def test_who_may_stay_stays_and_else_the_model_says(
    rule: SeatRule, current: SeatFacts, candidates: tuple[Candidate, ...], becomes: SeatFacts
) -> None:
    assert seat_in_phase(rule, current, candidates, until=UNTIL) == becomes


@pytest.mark.parametrize(
    ("case", "process", "verdict"),
    [
        (held(SOMEBODY, "x"), held(SOMEBODY, "y"), HoldingTwo.REFUSE),
        (held(SOMEBODY, "x"), held(ANOTHER, "y"), None),
        (VACANT, VACANT, None),
        (BY_RESIDENT, VACANT, None),
        (held(SOMEBODY, "x"), VACANT, None),
    ],
)
def test_one_person_in_two_seats_is_what_the_model_says_of_it(
    case: SeatFacts, process: SeatFacts, verdict: HoldingTwo | None
) -> None:
    model = replace(MODEL, holding_two=HoldingTwo.REFUSE)
    seats = {Responsibility.CASE_DIRECTION: case, Responsibility.PROCESS_DIRECTION: process}
    assert holds_two(model, seats) is verdict


@pytest.mark.parametrize(
    ("current", "extension", "beyond"),
    [
        (VACANT, 0, False),
        (held(SOMEBODY, "yes"), 0, False),
        (briefly(), 1, False),
        (briefly(extension=1), 2, True),
    ],
)
def test_a_filling_that_follows_a_filling_is_an_extension(current: SeatFacts, extension: int, beyond: bool) -> None:
    # Groningen lets a seat be filled for a time twice in a row; the third is for the operational holder.
    assert MODEL.temporary.max_times == 2
    assert next_extension(current) == extension
    assert needs_operational_holder(MODEL, current) is beyond
    filled = fill_temporarily(current, member_id=ANOTHER, function="briefly", until=UNTIL)
    assert filled == SeatFacts(SeatState.HELD_TEMPORARILY, ANOTHER, "briefly", until=UNTIL, extension=extension)


@pytest.mark.parametrize(
    ("ends", "today", "overdue"),
    [
        (UNTIL, UNTIL, False),
        (UNTIL, UNTIL + timedelta(days=1), True),
        (None, date(2036, 1, 1), False),
    ],
)
def test_a_seat_is_overdue_the_day_after_its_last(ends: date | None, today: date, overdue: bool) -> None:
    assert is_overdue(ends, today) is overdue


def test_the_first_end_counts() -> None:
    later = UNTIL + timedelta(days=1)
    assert first_end(later, UNTIL) == first_end(UNTIL, None) == UNTIL
    assert first_end(None, None) is None


@pytest.mark.parametrize(
    ("seat", "is_held"),
    [(held(SOMEBODY, "yes"), True), (briefly(), True), (BY_RESIDENT, True), (VACANT, False), (NOT_REQUIRED, False)],
)
def test_a_seat_is_held_when_somebody_has_it(seat: SeatFacts, is_held: bool) -> None:
    assert seat.is_held is is_held


@pytest.mark.parametrize(
    ("current", "candidates", "becomes"),
    [
        (held(SOMEBODY, "first"), [Candidate(ANOTHER, frozenset({"first"}))], held(ANOTHER, "first")),
        (VACANT, [Candidate(ANOTHER, frozenset({"first"}))], held(ANOTHER, "first")),
        (held(SOMEBODY, "first"), [], None),
        (held(SOMEBODY, "first"), [Candidate(SOMEBODY, frozenset({"first"}))], None),
        (for_now(SOMEBODY, UNTIL), [Candidate(ANOTHER, frozenset({"first"}))], None),
        (for_now(SOMEBODY, UNTIL - timedelta(1)), [Candidate(ANOTHER, frozenset({"first"}))], held(ANOTHER, "first")),
    ],
    ids=["who left", "nobody until now", "nobody has it", "still has it", "fills in", "filled in until yesterday"],
)
def test_a_seat_that_fills_itself_follows_the_function(
    current: SeatFacts, candidates: list[Candidate], becomes: SeatFacts | None
) -> None:
    assert successor(FILLING, current, candidates, today=UNTIL) == becomes


def test_a_seat_that_people_assign_and_one_that_nobody_must_have_follow_nothing() -> None:
    candidates = [Candidate(ANOTHER, frozenset({"yes", "first"}))]
    assert successor(ASSIGNED, held(SOMEBODY, "yes"), candidates, today=UNTIL) is None
    assert successor(replace(FILLING, required=False), NOT_REQUIRED, candidates, today=UNTIL) is None
