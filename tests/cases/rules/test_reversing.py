"""Whom an urgent scaling took a seat from, and who may have it back."""

from dataclasses import replace
from datetime import timedelta

import pytest

from houvast.ave.model import SeatRule
from houvast.ave.vocabulary import Holding
from houvast.cases.rules.reversing import Turn, may_have_back, taken
from houvast.cases.rules.seats import NOT_REQUIRED, VACANT, SeatFacts, held
from tests.cases.rules.test_seats import ANOTHER, ASSIGNED, BY_RESIDENT, FILLING, SOMEBODY, briefly
from tests.worlds import NOW


def turn(seat: SeatFacts, cause: str, minutes: int) -> Turn:
    """Give a row of a history, some minutes after the urgent scaling; before it when below zero."""
    return Turn(seat, cause, NOW + timedelta(minutes=minutes))


FIRST = turn(held(SOMEBODY, "yes"), "opened", -60)
LOST = turn(VACANT, "scaled", 0)


@pytest.mark.parametrize(
    ("history", "place"),
    [
        ([FIRST], None),
        ([FIRST, LOST], 0),
        ([FIRST, LOST, turn(held(ANOTHER, "yes"), "assigned", 5)], 0),
        ([FIRST, turn(held(ANOTHER, "yes"), "handed_over", -5), LOST], 1),
        ([FIRST, turn(VACANT, "scaled", -30)], None),
        ([FIRST, turn(held(ANOTHER, "yes"), "handed_over", 0)], None),
        ([turn(VACANT, "opened", -60), turn(NOT_REQUIRED, "scaled", 0)], None),
        ([turn(BY_RESIDENT, "opened", -60), LOST], 0),
        ([FIRST, turn(briefly(), "scaled", 0), turn(VACANT, "returned", 5)], None),
        ([FIRST, LOST, turn(held(ANOTHER, "yes"), "assigned", 5), turn(VACANT, "returned", 9)], 0),
    ],
    ids=[
        "left alone",
        "lost",
        "lost and filled by somebody else",
        "lost by who took it over",
        "lost in an earlier scaling",
        "handed over in the same moment",
        "nobody had it",
        "lost by the resident",
        "given back by who lost it",
        "given back by who came after",
    ],
)
def test_a_seat_comes_back_to_whom_the_scaling_took_it_from(history: list[Turn], place: int | None) -> None:
    assert taken(history, NOW) == place


@pytest.mark.parametrize(
    ("rule", "former", "functions", "of_case", "may"),
    [
        (ASSIGNED, held(SOMEBODY, "yes"), {"yes"}, False, True),
        (ASSIGNED, held(SOMEBODY, "yes"), {"no"}, True, False),
        (ASSIGNED, held(SOMEBODY, "yes"), set(), True, False),
        (ASSIGNED, held(SOMEBODY, "no"), {"no"}, False, False),
        (ASSIGNED, briefly(), {"briefly"}, False, True),
        (FILLING, held(SOMEBODY, "second"), {"second"}, False, True),
        (replace(ASSIGNED, resident_may_hold=Holding.YES), BY_RESIDENT, set(), True, True),
        (replace(ASSIGNED, resident_may_hold=Holding.YES), BY_RESIDENT, set(), False, False),
        (ASSIGNED, BY_RESIDENT, set(), True, False),
    ],
)
def test_it_comes_back_while_they_are_there_and_the_model_lets_them(
    rule: SeatRule, former: SeatFacts, functions: set[str], of_case: bool, may: bool
) -> None:
    assert may_have_back(rule, former, functions, of_case=of_case) is may
