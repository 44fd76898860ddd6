from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from houvast.kernel.dutch_dates import exact, known_part, moment, relative, short, time_left, whole
from houvast.kernel.partial_date import PartialDate
from houvast.kernel.working_time import AMSTERDAM

MOMENTS = st.builds(datetime.combine, st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.times(), st.just(AMSTERDAM))
MONDAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 11, 25, tzinfo=AMSTERDAM)


def at(day: int, hour: int, minute: int = 0, second: int = 0, month: int = 11) -> datetime:
    return datetime(2026, month, day, hour, minute, second, tzinfo=AMSTERDAM)


def test_the_exact_date_names_day_month_and_year_in_full() -> None:
    assert exact(MONDAY) == "ma 23 november 2026"
    assert exact(date(2027, 3, 7)) == "zo 7 maart 2027"


def test_a_whole_date_has_its_year_only_in_another_year() -> None:
    assert whole(date(2026, 11, 28), MONDAY) == "zaterdag 28 november"
    assert whole(date(2027, 1, 3), MONDAY) == "zondag 3 januari 2027"


@pytest.mark.parametrize(
    ("month", "name"),
    [(1, "jan"), (3, "mrt"), (5, "mei"), (8, "aug"), (10, "okt"), (12, "dec")],
)
def test_months_have_dutch_short_names(month: int, name: str) -> None:
    assert short(date(2026, month, 1), MONDAY).split()[2] == name


def test_the_short_date_has_its_year_only_in_another_year() -> None:
    assert short(date(2026, 11, 26), MONDAY) == "do 26 nov"
    assert short(date(2027, 1, 26), MONDAY) == "di 26 jan 2027"
    assert short(date(2025, 12, 31), MONDAY) == "wo 31 dec 2025"


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (date(2026, 11, 23), "vandaag"),
        (date(2026, 11, 24), "morgen"),
        (date(2026, 11, 22), "gisteren"),
        (date(2026, 11, 25), "over 2 dagen"),
        (date(2026, 11, 26), "over 3 dagen"),
        (date(2026, 12, 1), "over 8 dagen"),
        (date(2026, 11, 20), "3 dagen geleden"),
    ],
)
def test_a_day_is_told_from_today(day: date, text: str) -> None:
    assert relative(day, MONDAY) == text


def test_a_moment_is_told_in_amsterdam_time() -> None:
    assert moment(at(22, 23, 40), NOW) == "zo 22 nov, 23.40 uur"
    assert moment(datetime(2026, 11, 22, 22, 40, tzinfo=UTC), NOW) == "zo 22 nov, 23.40 uur"
    assert moment(datetime(2026, 7, 1, 6, 5, tzinfo=UTC), NOW) == "wo 1 jul, 08.05 uur"
    assert moment(datetime(2025, 12, 31, 23, 30, tzinfo=UTC), NOW) == "do 1 jan, 00.30 uur"
    assert moment(datetime(2025, 11, 22, 9, 0, tzinfo=UTC), NOW) == "za 22 nov 2025, 10.00 uur"


@pytest.mark.parametrize(
    ("partial", "text"),
    [(PartialDate(1998, 5, 25), "25 mei 1998"), (PartialDate(1998, 5), "mei 1998"), (PartialDate(1998), "1998")],
)
def test_of_a_partial_date_only_what_is_known_is_told(partial: PartialDate, text: str) -> None:
    assert known_part(partial) == text


@pytest.mark.parametrize(
    ("deadline", "text"),
    [
        (at(23, 12, 5), "nog 40 min"),
        (at(23, 12, 35), "nog 1 u 10"),
        (at(23, 13, 30), "nog 2 u 05"),
        (at(23, 14, 25), "nog 3 u"),
        (at(23, 11, 25, 59), "nog minder dan 1 min"),
        (at(23, 11, 25), "nog minder dan 1 min"),
        (at(24, 10), "morgen 10.00"),
        (at(26, 10), "do 26 nov 10.00"),
        (at(23, 23, 59, 59), "vandaag"),
        (at(24, 23, 59, 59), "nog 1 werkdag"),
        (at(25, 23, 59, 59), "nog 2 werkdagen"),
        (at(27, 23, 59, 59), "nog 4 werkdagen"),
        (at(23, 10, 45), "40 min te laat"),
        (at(23, 9, 20), "2 u 05 te laat"),
        (at(23, 11, 24, 30), "minder dan 1 min te laat"),
        (at(20, 23, 59, 59), "1 werkdag te laat"),
        (at(20, 16), "1 werkdag te laat"),
        (at(19, 23, 59, 59), "2 werkdagen te laat"),
    ],
)
def test_what_is_left_of_a_term_on_a_monday_morning(deadline: datetime, text: str) -> None:
    assert time_left(deadline, NOW) == text


def test_in_the_weekend_no_working_day_passes() -> None:
    saturday, sunday = at(21, 10), at(22, 10)
    assert time_left(at(20, 23, 59, 59), saturday) == "1 dag te laat"
    assert time_left(at(20, 23, 59, 59), sunday) == "2 dagen te laat"
    assert time_left(at(22, 23, 59, 59), saturday) == "morgen"


def test_the_hour_that_comes_twice_is_counted_twice() -> None:
    # On 25 October 2026 the clock goes from 03.00 back to 02.00: from 01.30 to 04.00 is three and a half hours.
    assert time_left(at(25, 4, month=10), at(25, 1, 30, month=10)) == "nog 3 u 30"
    second_time = datetime(2026, 10, 25, 1, 10, tzinfo=UTC)  # 02.10 for the second time
    first_time = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)  # 02.30 for the first time
    assert time_left(second_time, first_time) == "nog 40 min"


def test_a_naive_moment_is_refused() -> None:
    naive = NOW.replace(tzinfo=None)
    with pytest.raises(ValueError, match="time zone"):
        moment(naive, NOW)
    with pytest.raises(ValueError, match="time zone"):
        time_left(naive, NOW)
    with pytest.raises(ValueError, match="time zone"):
        time_left(NOW, naive)


@given(MOMENTS, MOMENTS)
def test_too_late_is_said_exactly_when_it_is(deadline: datetime, now: datetime) -> None:
    assert time_left(deadline, now).endswith("te laat") is (deadline.astimezone(UTC) < now.astimezone(UTC))
