"""When somebody may have come to live in a household, or left it."""

from datetime import date

import pytest

from houvast.residents.rules.living_together import Stay, move_in_problem, move_out_problem
from tests.sentences import is_sentence

MARCH, MAY, TODAY, TOMORROW = date(2026, 3, 1), date(2026, 5, 1), date(2026, 11, 23), date(2026, 11, 24)


@pytest.mark.parametrize(
    ("stays", "since", "says"),
    [
        ([], TODAY, ""),
        ([], TOMORROW, "nog niet geweest"),
        ([(MARCH, None)], MAY, "woont hier al"),
        ([(MARCH, MAY)], MAY, ""),
        ([(MARCH, MAY)], MARCH, "woonde deze inwoner hier al"),
    ],
)
def test_moving_in(stays: list[Stay], since: date, says: str) -> None:
    problem = move_in_problem(stays, since, TODAY)
    assert says in problem
    assert is_sentence(problem) is bool(says)


@pytest.mark.parametrize(
    ("stays", "until", "says"),
    [
        ([(MAY, None)], TODAY, ""),
        ([(MAY, None)], MAY, ""),
        ([(MAY, None)], MARCH, "nog niet"),
        ([(MAY, None)], TOMORROW, "nog niet geweest"),
        ([(MARCH, MAY)], TODAY, "woont hier niet"),
        ([], TODAY, "woont hier niet"),
    ],
)
def test_moving_out(stays: list[Stay], until: date, says: str) -> None:
    problem = move_out_problem(stays, until, TODAY)
    assert says in problem
    assert is_sentence(problem) is bool(says)
