from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from houvast.kernel.working_time import (
    AMSTERDAM,
    add_working_days,
    add_working_hours,
    in_amsterdam,
    is_working_day,
    working_days_between,
    working_minutes_between,
)

DAYS = st.dates(date(2015, 1, 1), date(2040, 12, 31))
MOMENTS = st.builds(datetime.combine, DAYS, st.times(), st.just(AMSTERDAM))
NAIVE = datetime.combine(date(2026, 11, 23), time(10))


def amsterdam(year: int, month: int, day: int, hour: int = 0, minute: int = 0, second: int = 0) -> datetime:
    return datetime(year, month, day, hour, minute, second, tzinfo=AMSTERDAM)


@pytest.mark.parametrize(
    "day",
    [
        date(2026, 1, 1),  # Nieuwjaarsdag
        date(2026, 4, 3),  # Goede Vrijdag
        date(2026, 4, 6),  # tweede paasdag
        date(2026, 4, 27),  # Koningsdag
        date(2025, 5, 5),  # Bevrijdingsdag, lustrum
        date(2026, 5, 5),  # Bevrijdingsdag, no lustrum: still in the law
        date(2027, 5, 5),
        date(2026, 5, 14),  # Hemelvaartsdag
        date(2026, 5, 25),  # tweede pinksterdag
        date(2026, 12, 25),
        date(2026, 11, 21),  # Saturday
        date(2026, 11, 22),  # Sunday
    ],
)
def test_holidays_and_weekends_are_no_working_days(day: date) -> None:
    assert not is_working_day(day)


@pytest.mark.parametrize(
    "day",
    [
        date(2026, 11, 23),
        date(2026, 4, 2),  # Witte Donderdag is ordinary
        date(2026, 5, 4),  # Dodenherdenking is ordinary
        date(2026, 5, 15),  # the Friday after Ascension is ordinary
        date(2026, 12, 24),
        date(2026, 12, 31),
        date(2025, 4, 28),  # Koningsdag 2025 was kept on Saturday 26 April, not moved to Monday
    ],
)
def test_other_weekdays_are_working_days(day: date) -> None:
    assert is_working_day(day)


@pytest.mark.parametrize(
    ("start", "days", "end"),
    [
        (amsterdam(2026, 11, 23, 11, 20), 1, amsterdam(2026, 11, 24, 23, 59, 59)),
        (amsterdam(2026, 11, 20, 16, 0), 1, amsterdam(2026, 11, 23, 23, 59, 59)),  # over the weekend
        (amsterdam(2026, 11, 21, 9, 0), 3, amsterdam(2026, 11, 25, 23, 59, 59)),  # from a Saturday
        (amsterdam(2026, 4, 2, 9, 0), 2, amsterdam(2026, 4, 8, 23, 59, 59)),  # over Easter
        (amsterdam(2026, 5, 4, 9, 0), 1, amsterdam(2026, 5, 6, 23, 59, 59)),  # over 5 May
        (amsterdam(2026, 11, 23, 9, 0), 0, amsterdam(2026, 11, 23, 23, 59, 59)),
        (amsterdam(2026, 11, 21, 9, 0), 0, amsterdam(2026, 11, 23, 23, 59, 59)),
    ],
)
def test_a_term_in_working_days_ends_with_its_last_day(start: datetime, days: int, end: datetime) -> None:
    assert add_working_days(start, days) == end


def test_the_day_of_the_start_is_the_day_in_amsterdam() -> None:
    # 23.30 UTC on Monday is already Tuesday in Amsterdam, so the term of one day ends on Wednesday.
    assert add_working_days(datetime(2026, 11, 23, 23, 30, tzinfo=UTC), 1) == amsterdam(2026, 11, 25, 23, 59, 59)


def test_a_term_over_the_change_of_the_clock_ends_at_midnight_on_the_clock() -> None:
    end = add_working_days(amsterdam(2026, 10, 23, 12, 0), 1)  # the clock goes back on Sunday 25 October
    assert end.astimezone(UTC) == datetime(2026, 10, 26, 22, 59, 59, tzinfo=UTC)


@pytest.mark.parametrize(
    ("a", "b", "days"),
    [
        (date(2026, 11, 20), date(2026, 11, 23), 1),
        (date(2026, 11, 23), date(2026, 11, 25), 2),
        (date(2026, 11, 17), date(2026, 11, 23), 4),
        (date(2026, 11, 20), date(2026, 11, 22), 0),
        (date(2026, 11, 23), date(2026, 11, 23), 0),
        (date(2026, 11, 25), date(2026, 11, 23), -2),
        (date(2026, 4, 2), date(2026, 4, 7), 1),
    ],
)
def test_working_days_are_counted_after_the_first_day(a: date, b: date, days: int) -> None:
    assert working_days_between(a, b) == days


@pytest.mark.parametrize(
    ("start", "hours", "end"),
    [
        (amsterdam(2026, 11, 23, 8, 5), 4, amsterdam(2026, 11, 23, 12, 5)),
        (amsterdam(2026, 11, 23, 16, 0), 4, amsterdam(2026, 11, 24, 11, 0)),
        (amsterdam(2026, 11, 22, 23, 40), 4, amsterdam(2026, 11, 23, 12, 0)),  # Sunday night waits for Monday 8.00
        (amsterdam(2026, 11, 23, 6, 0), 1, amsterdam(2026, 11, 23, 9, 0)),
        (amsterdam(2026, 11, 23, 17, 0), 1, amsterdam(2026, 11, 24, 9, 0)),
        (amsterdam(2026, 11, 23, 13, 0), 4, amsterdam(2026, 11, 23, 17, 0)),  # used up at closing time
        (amsterdam(2026, 11, 23, 8, 0), 27, amsterdam(2026, 11, 25, 17, 0)),  # three days of nine hours
        (amsterdam(2026, 11, 23, 10, 0), 0, amsterdam(2026, 11, 23, 10, 0)),
        (amsterdam(2026, 11, 22, 10, 0), 0, amsterdam(2026, 11, 23, 8, 0)),
        (amsterdam(2026, 11, 23, 17, 0), 0, amsterdam(2026, 11, 24, 8, 0)),
    ],
)
def test_a_term_in_working_hours_runs_only_while_open(start: datetime, hours: int, end: datetime) -> None:
    assert add_working_hours(start, hours) == end


def test_other_opening_hours_can_be_given() -> None:
    end = add_working_hours(amsterdam(2026, 11, 23, 16, 30), 2, opens=time(9), closes=time(17, 30))
    assert end == amsterdam(2026, 11, 24, 10, 0)
    minutes = working_minutes_between(amsterdam(2026, 11, 23, 8), amsterdam(2026, 11, 23, 20), time(9), time(17, 30))
    assert minutes == 8 * 60 + 30


@pytest.mark.parametrize(
    ("a", "b", "minutes"),
    [
        (amsterdam(2026, 11, 23, 11, 25), amsterdam(2026, 11, 23, 12, 5), 40),
        (amsterdam(2026, 11, 20, 16, 30), amsterdam(2026, 11, 23, 8, 30), 60),
        (amsterdam(2026, 11, 21, 9, 0), amsterdam(2026, 11, 22, 9, 0), 0),
        (amsterdam(2026, 11, 23, 6, 0), amsterdam(2026, 11, 23, 19, 0), 540),
        (amsterdam(2026, 11, 23, 12, 5), amsterdam(2026, 11, 23, 11, 25), -40),
        (amsterdam(2026, 11, 23, 10, 0), amsterdam(2026, 11, 23, 10, 1, 59), 1),
    ],
)
def test_working_minutes_between_two_moments(a: datetime, b: datetime, minutes: int) -> None:
    assert working_minutes_between(a, b) == minutes


def test_a_moment_in_another_zone_is_the_same_moment() -> None:
    assert in_amsterdam(datetime(2026, 7, 1, 10, tzinfo=UTC)).hour == 12
    assert in_amsterdam(datetime(2026, 1, 1, 10, tzinfo=UTC)).hour == 11


def test_a_naive_moment_is_refused_everywhere() -> None:
    aware = amsterdam(2026, 11, 23, 10)
    with pytest.raises(ValueError, match="time zone"):
        add_working_days(NAIVE, 1)
    with pytest.raises(ValueError, match="time zone"):
        add_working_hours(NAIVE, 1)
    with pytest.raises(ValueError, match="time zone"):
        working_minutes_between(NAIVE, aware)
    with pytest.raises(ValueError, match="time zone"):
        working_minutes_between(aware, NAIVE)


def test_a_negative_term_is_refused() -> None:
    with pytest.raises(ValueError, match="negative"):
        add_working_days(amsterdam(2026, 11, 23), -1)
    with pytest.raises(ValueError, match="negative"):
        add_working_hours(amsterdam(2026, 11, 23), -1)


def test_hours_that_close_before_they_open_are_refused() -> None:
    with pytest.raises(ValueError, match="open before"):
        add_working_hours(amsterdam(2026, 11, 23), 1, opens=time(17), closes=time(17))
    with pytest.raises(ValueError, match="open before"):
        working_minutes_between(amsterdam(2026, 11, 23), amsterdam(2026, 11, 24), opens=time(17), closes=time(8))


@given(MOMENTS, st.integers(0, 60))
def test_a_term_ends_on_a_working_day_and_counts_back(start: datetime, days: int) -> None:
    end = add_working_days(start, days)
    assert is_working_day(end.date())
    assert (end.hour, end.minute, end.second) == (23, 59, 59)
    expected = days if days or is_working_day(start.date()) else 1
    assert working_days_between(start.date(), end.date()) == expected


@given(MOMENTS, st.integers(0, 30), st.integers(1, 30))
def test_terms_in_days_add_up(start: datetime, first: int, second: int) -> None:
    if is_working_day(start.date()) or first:
        assert add_working_days(add_working_days(start, first), second) == add_working_days(start, first + second)


@given(DAYS, DAYS, DAYS)
def test_counts_of_working_days_add_up_and_turn_round(a: date, b: date, c: date) -> None:
    assert working_days_between(a, b) == -working_days_between(b, a)
    assert working_days_between(a, b) + working_days_between(b, c) == working_days_between(a, c)


@given(MOMENTS, st.integers(0, 200))
def test_working_hours_count_back_in_minutes_and_end_while_open(start: datetime, hours: int) -> None:
    end = add_working_hours(start, hours)
    assert working_minutes_between(start, end) == hours * 60
    assert is_working_day(end.date())
    assert time(8) <= end.time() <= time(17)


@given(MOMENTS, st.timedeltas(timedelta(), timedelta(days=20)), st.integers(0, 50))
def test_who_starts_later_ends_no_earlier(start: datetime, later: timedelta, hours: int) -> None:
    after = (start.astimezone(UTC) + later).astimezone(AMSTERDAM)
    assert add_working_hours(start, hours).astimezone(UTC) <= add_working_hours(after, hours).astimezone(UTC)
