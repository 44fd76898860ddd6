from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.sentences import is_sentence

from houvast.intake.rules.dates import (
    UnreadableError,
    read_date,
    read_partial_date,
    read_time,
    split_moment,
)
from houvast.kernel.partial_date import PartialDate


@pytest.mark.parametrize(
    "text",
    [
        "5-1-2026",
        "05-01-2026",
        "05/01/2026",
        "05.01.2026",
        "5 1 2026",
        "05 - 01 - 2026",
        "2026-01-05",
        "2026/1/5",
        "20260105",
        "5 januari 2026",
        "5 jan. 2026",
        "05-JAN-2026",
        "05-01-2026 03:32",
        "2026-01-05T03:32:00",
        "2026-01-05T03:32:00.000+01:00",
        "2026-01-05T02:32:00Z",
        " 05-01-2026\t",
        '="05-01-2026"',
    ],
)
def test_one_day_written_in_many_ways_is_read(text: str) -> None:
    assert read_date(text) == date(2026, 1, 5)


@pytest.mark.parametrize("name", ["maart", "mrt", "mar", "Mrt."])
def test_march_has_several_short_names(name: str) -> None:
    assert read_date(f"7 {name} 2026") == date(2026, 3, 7)


@pytest.mark.parametrize("text", ["31-02-2026", "29-02-2026", "00-05-2026", "2026-13-01", "32-01-2026", "20262002"])
def test_a_day_that_does_not_exist_is_told_so(text: str) -> None:
    with pytest.raises(UnreadableError, match="bestaat niet"):
        read_date(text)


def test_the_leap_day_is_read_in_a_leap_year() -> None:
    assert read_date("29-02-2024") == date(2024, 2, 29)


@pytest.mark.parametrize("text", ["05-01-26", "5/1/26", "050126", "5 jan 26"])
def test_a_year_of_two_digits_is_not_guessed(text: str) -> None:
    with pytest.raises(UnreadableError, match="twee cijfers"):
        read_date(text)


@pytest.mark.parametrize("text", ["gisteren", "", "5-1", "٥-١-٢٠٢٦", "5 foo 2026", "1-2-3-2026", "4,6E+04"])
def test_other_text_is_no_date(text: str) -> None:
    with pytest.raises(UnreadableError, match="geen datum"):
        read_date(text)


def test_a_very_long_text_is_no_date() -> None:
    with pytest.raises(UnreadableError, match="geen datum"):
        read_date("5" + "-" * 100_000 + "jan 2026")


@pytest.mark.parametrize(
    ("text", "partial"),
    [
        ("25-05-1998", PartialDate(1998, 5, 25)),
        ("00-05-1975", PartialDate(1975, 5)),
        ("00-00-1975", PartialDate(1975)),
        ("1975-00-00", PartialDate(1975)),
        ("19750500", PartialDate(1975, 5)),
        ("1975", PartialDate(1975)),
        ("05-1975", PartialDate(1975, 5)),
        ("1975-05", PartialDate(1975, 5)),
        ("00-00-0000", None),
        ("00000000", None),
    ],
)
def test_a_birth_date_may_be_partly_unknown(text: str, partial: PartialDate | None) -> None:
    assert read_partial_date(text) == partial


@pytest.mark.parametrize("text", ["31-02-1980", "12-00-1975", "00-13-1975", "00-05-0000"])
def test_a_birth_date_that_cannot_exist_is_told_so(text: str) -> None:
    with pytest.raises(UnreadableError, match="bestaat niet"):
        read_partial_date(text)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("3:32", time(3, 32)),
        ("03:32", time(3, 32)),
        ("03.32", time(3, 32)),
        ("0332", time(3, 32)),
        ("332", time(3, 32)),
        ("03:32:59", time(3, 32)),
        ("3u32", time(3, 32)),
        ("03.32 uur", time(3, 32)),
        ("00:00", time(0, 0)),
        ("23:59", time(23, 59)),
    ],
)
def test_a_time_is_read_in_many_ways(text: str, read: time) -> None:
    assert read_time(text) == read


@pytest.mark.parametrize(("text", "words"), [("24:00", "bestaat niet"), ("12:60", "bestaat niet"), ("laat", "geen")])
def test_a_time_that_is_none_is_told_so(text: str, words: str) -> None:
    with pytest.raises(UnreadableError, match=words) as caught:
        read_time(text)
    assert is_sentence(str(caught.value))


def test_a_cell_with_date_and_time_is_taken_apart() -> None:
    assert split_moment("05-01-2026 3:32") == ("05-01-2026", "3:32")
    assert split_moment("2026-01-05T03:32:10Z") == ("2026-01-05", "03:32:10")
    assert split_moment("05-01-2026") == ("05-01-2026", "")


@given(st.dates(date(1000, 1, 1)))
def test_every_day_is_read_back_from_every_notation(day: date) -> None:
    for notation in ("{0.day}-{0.month}-{0.year}", "{0.day:02}/{0.month:02}/{0.year}", "{0}"):
        assert read_date(notation.format(day)) == day
    assert read_date(day.strftime("%Y%m%d")) == day
    if 1900 <= day.year < 2100:
        assert read_date(day.strftime("%d%m%Y")) == day


@given(st.text(alphabet="0123456789-/. :Tj an"))
def test_any_text_is_a_date_or_unreadable(text: str) -> None:
    for reader in (read_date, read_partial_date, read_time):
        try:
            reader(text)
        except UnreadableError as error:
            assert str(error).endswith(".")
