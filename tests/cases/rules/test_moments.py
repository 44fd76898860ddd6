"""When items must be done, how near a moment is, and which days can be recorded. 23 November 2026 is a Monday."""

from datetime import date, timedelta

import pytest

from houvast.cases.rules.checklists import FARTHEST_DAYS
from houvast.cases.rules.moments import (
    Days,
    Nearness,
    after_nearness,
    closed_day,
    due_on,
    nearness,
    offset_of,
    plan_problems,
)
from tests.sentences import told_at

MONDAY = date(2026, 11, 23)
SATURDAY = date(2026, 11, 28)


def day(number: int, month: int = 11) -> date:
    return date(2026, month, number)


def one(on: date) -> Days:
    return Days.of(on, None)


@pytest.mark.parametrize(
    ("on", "timing", "offset", "expected"),
    [
        (SATURDAY, "before", -1, day(27)),
        (SATURDAY, "before", 0, day(27)),
        (day(30), "before", -1, day(27)),  # the day before a Monday is a Sunday: the Friday counts
        (day(30), "before", -3, day(27)),
        (day(27), "after", 1, day(30)),
        (SATURDAY, "after", 0, day(30)),
        (date(2026, 12, 24), "after", 1, date(2026, 12, 28)),  # Christmas, the 26th and a Sunday
        (date(2026, 12, 28), "before", -1, date(2026, 12, 24)),
    ],
)
def test_an_item_is_due_on_a_working_day_on_its_own_side(on: date, timing: str, offset: int, expected: date) -> None:
    assert due_on(one(on), timing, offset) == expected


def test_in_a_period_before_counts_from_the_first_day_and_after_from_the_last() -> None:
    period = Days.of(day(24), day(26))
    assert due_on(period, "before", -1) == MONDAY
    assert due_on(period, "after", 1) == day(27)
    assert offset_of(period, "before", MONDAY) == -1
    assert offset_of(period, "after", day(30)) == 4


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (day(8, 12), Nearness.FAR),  # 15 days
        (day(7, 12), Nearness.LISTED),  # 14 days
        (day(1, 12), Nearness.LISTED),  # 6 working days
        (day(30), Nearness.HIGHER),  # 5 working days
        (day(26), Nearness.HIGHER),  # 3 working days
        (day(25), Nearness.LATE),  # 2 working days
        (MONDAY, Nearness.LATE),
        (day(22), Nearness.LATE),
    ],
)
def test_an_unprepared_moment_is_louder_as_it_nears(on: date, expected: Nearness) -> None:
    assert nearness(one(on), MONDAY, prepared=False) is expected


def test_a_saturday_is_as_near_as_the_friday_before_it() -> None:
    assert nearness(one(SATURDAY), day(25), prepared=False) is Nearness.LATE
    assert nearness(one(SATURDAY), day(24), prepared=False) is Nearness.HIGHER


def test_a_prepared_moment_is_silent_until_its_last_day_has_passed() -> None:
    assert nearness(one(day(24)), MONDAY, prepared=True) is Nearness.FAR
    assert nearness(one(day(22)), MONDAY, prepared=True) is Nearness.LATE
    assert nearness(Days.of(day(20), day(24)), MONDAY, prepared=True) is Nearness.FAR


def test_what_comes_after_is_late_when_its_day_has_passed() -> None:
    assert after_nearness(day(22), MONDAY) is Nearness.LATE
    assert after_nearness(MONDAY, MONDAY) is Nearness.LISTED
    assert after_nearness(MONDAY + timedelta(days=14), MONDAY) is Nearness.LISTED
    assert after_nearness(MONDAY + timedelta(days=15), MONDAY) is Nearness.FAR


@pytest.mark.parametrize(
    ("on", "said"),
    [
        (day(27), ""),
        (SATURDAY, "Let op: een zaterdag. Het wijkteam is dan dicht."),
        (day(29), "Let op: een zondag. Het wijkteam is dan dicht."),
        (date(2026, 12, 25), "Let op: een feestdag. Het wijkteam is dan dicht."),
    ],
)
def test_a_day_on_which_offices_are_closed_is_pointed_out(on: date, said: str) -> None:
    assert closed_day(on) == said


@pytest.mark.parametrize(
    ("on", "until", "happened", "wrong"),
    [
        (MONDAY, None, False, set()),
        (MONDAY, MONDAY, False, set()),
        (MONDAY, day(30), False, set()),
        (MONDAY, None, True, set()),
        (day(1), None, True, set()),
        (None, None, False, {"on_date"}),
        (day(22), None, False, {"on_date"}),
        (day(24), None, True, {"on_date"}),
        (MONDAY, MONDAY, True, {"until"}),
        (MONDAY, day(22), False, {"until"}),
        (MONDAY, date(2027, 6, 1), False, {"until"}),
        (MONDAY, MONDAY + timedelta(days=FARTHEST_DAYS), False, set()),
        (date(2036, 12, 31), None, False, set()),
        (date(2016, 1, 1), None, True, set()),
        (date(2037, 1, 1), None, False, {"on_date"}),
        (date(2015, 12, 31), None, True, {"on_date"}),
    ],
)
def test_only_days_that_make_sense_can_be_recorded(
    on: date | None, until: date | None, happened: bool, wrong: set[str]
) -> None:
    assert told_at(plan_problems(on, until, MONDAY, happened=happened)) == wrong


def test_the_day_of_a_moment_is_said_in_whole_words() -> None:
    assert Days(date(2026, 11, 28), date(2026, 11, 28)).in_words(MONDAY) == "zaterdag 28 november"
    assert Days(date(2026, 12, 1), date(2027, 1, 4)).in_words(MONDAY) == (
        "tussen dinsdag 1 december en maandag 4 januari 2027"
    )


def test_a_prepared_moment_is_quiet_on_its_last_day_and_late_the_day_after() -> None:
    over = Days(MONDAY - timedelta(days=2), MONDAY)
    assert nearness(over, MONDAY, prepared=True) is Nearness.FAR
    assert nearness(over, MONDAY + timedelta(days=1), prepared=True) is Nearness.LATE
