from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from houvast.kernel.partial_date import PartialDate

WHOLE = st.dates().map(PartialDate.of)
PARTIAL = st.one_of(
    WHOLE,
    st.builds(PartialDate, st.integers(1, 9999)),
    st.builds(PartialDate, st.integers(1, 9999), st.integers(1, 12)),
)


def test_what_is_known_is_what_is_written() -> None:
    assert PartialDate(1975).isoformat() == "1975"
    assert PartialDate(1975, 5).isoformat() == "1975-05"
    assert PartialDate.of(date(1975, 5, 9)).isoformat() == "1975-05-09"
    assert PartialDate(1975, 5, 9).is_complete
    assert not PartialDate(1975, 5).is_complete
    assert not PartialDate(1975).is_complete


@pytest.mark.parametrize(
    "parts", [(1980, 2, 31), (1980, 13, None), (1980, 0, None), (1980, 5, 0), (0, None, None), (1981, 2, 29)]
)
def test_a_date_that_cannot_exist_is_refused(parts: tuple[int, int | None, int | None]) -> None:
    with pytest.raises(ValueError, match=r"out of range|must be in"):
        PartialDate(*parts)


def test_a_day_without_a_month_is_refused() -> None:
    with pytest.raises(ValueError, match="month"):
        PartialDate(1980, None, 5)


def test_the_leap_day_exists_in_a_leap_year() -> None:
    assert PartialDate(1980, 2, 29).latest() == date(1980, 2, 29)


@pytest.mark.parametrize(
    ("partial", "earliest", "latest"),
    [
        (PartialDate(1975), date(1975, 1, 1), date(1975, 12, 31)),
        (PartialDate(1976, 2), date(1976, 2, 1), date(1976, 2, 29)),
        (PartialDate(1975, 5, 9), date(1975, 5, 9), date(1975, 5, 9)),
    ],
)
def test_it_lies_between_its_first_and_last_possible_day(partial: PartialDate, earliest: date, latest: date) -> None:
    assert partial.earliest() == earliest
    assert partial.latest() == latest


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        (PartialDate(1975), PartialDate(1975, 5, 9), True),
        (PartialDate(1975, 5), PartialDate(1975, 5, 9), True),
        (PartialDate(1975, 5), PartialDate(1975, 6, 9), False),
        (PartialDate(1975), PartialDate(1976), False),
        (PartialDate(1975, 5, 9), PartialDate(1975, 5, 9), True),
    ],
)
def test_two_may_be_one_day_when_what_both_know_is_equal(a: PartialDate, b: PartialDate, same: bool) -> None:
    assert a.may_be(b) is same
    assert b.may_be(a) is same


@pytest.mark.parametrize("text", ["", "75", "1975-5", "1975-05-09T00:00", "09-05-1975", "١٩٧٥"])
def test_other_text_is_not_read(text: str) -> None:
    with pytest.raises(ValueError, match="not a whole or reduced ISO date"):
        PartialDate.fromisoformat(text)


@given(PARTIAL)
def test_what_is_written_is_read_back(partial: PartialDate) -> None:
    assert PartialDate.fromisoformat(partial.isoformat()) == partial


@given(PARTIAL)
def test_a_complete_date_has_one_possible_day(partial: PartialDate) -> None:
    assert (partial.earliest() == partial.latest()) is partial.is_complete
    assert partial.may_be(PartialDate.of(partial.earliest()))
