"""Days as people say them. Today is Monday 23 November 2026."""

from datetime import date

import pytest

from houvast.kernel.said_dates import said_day

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("vandaag", date(2026, 11, 23)),
        ("Morgen", date(2026, 11, 24)),
        ("overmorgen", date(2026, 11, 25)),
        ("do", date(2026, 11, 26)),
        ("donderdag", date(2026, 11, 26)),
        ("Ma.", date(2026, 11, 30)),
        ("zo", date(2026, 11, 29)),
        ("volgende week", date(2026, 11, 30)),
        ("over 3 dagen", date(2026, 11, 26)),
        ("over 2 weken", date(2026, 12, 7)),
        ("26 nov", date(2026, 11, 26)),
        ("do 26 nov", date(2026, 11, 26)),
        ("26 november 2027", date(2027, 11, 26)),
        ("3 mrt", date(2027, 3, 3)),
        ("23 nov", date(2026, 11, 23)),
        ("26-11", date(2026, 11, 26)),
        ("26/11/2026", date(2026, 11, 26)),
        ("1-1", date(2027, 1, 1)),
        ("2026-11-26", date(2026, 11, 26)),
    ],
)
def test_a_day_is_understood_as_people_say_it(said: str, meant: date) -> None:
    assert said_day(said, TODAY) == meant


@pytest.mark.parametrize("said", ["", "binnenkort", "31 nov", "26 foo", "99-99", "2026-13-01", "over nul dagen"])
def test_what_is_no_day_is_not_understood(said: str) -> None:
    assert said_day(said, TODAY) is None
