"""Days as people say them: "do", "morgen", "26 nov", "over 2 weken". Pure: the caller passes `today`."""

import re
from collections.abc import Callable
from datetime import date, timedelta

_DAYS = {"ma": 0, "di": 1, "wo": 2, "do": 3, "vr": 4, "za": 5, "zo": 6}
_WHOLE_DAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
_MONTHS = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_WHOLE_MONTHS = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)
_NEAR = {"vandaag": 0, "nu": 0, "morgen": 1, "overmorgen": 2, "volgende week": 7}
_MONTH_NUMBERS = {
    **{name: number for number, name in enumerate(_MONTHS, 1)},
    **{name: number for number, name in enumerate(_WHOLE_MONTHS, 1)},
    "maa": 3,
    "sept": 9,
}
_WEEKDAYS = {**_DAYS, **{name: number for number, name in enumerate(_WHOLE_DAYS)}}
_AHEAD = re.compile(r"over (?P<count>\d{1,3}) (?P<unit>dag|dagen|week|weken)")
_IN_WORDS = re.compile(r"(?:[a-z]{2,9} )?(?P<day>\d{1,2}) (?P<month>[a-z]{3,9})(?: (?P<year>\d{4}))?")
_IN_FIGURES = re.compile(r"(?P<day>\d{1,2})[-/](?P<month>\d{1,2})(?:[-/](?P<year>\d{4}))?")
_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})")


def said_day(text: str, today: date) -> date | None:
    """Give the day that somebody means; None when that is no day.

    A weekday is the next one, never today. A day without a year is the next one from today on.
    """
    said = " ".join(text.casefold().replace(".", " ").replace(",", " ").split())
    if said in _NEAR:
        return today + timedelta(days=_NEAR[said])
    if said in _WEEKDAYS:
        return today + timedelta(days=(_WEEKDAYS[said] - today.weekday() - 1) % 7 + 1)
    for pattern, meaning in _MEANINGS:
        found = pattern.fullmatch(said)
        if found:
            return meaning(found, today)
    return None


def _ahead(found: re.Match[str], today: date) -> date:
    each = 7 if found["unit"].startswith("we") else 1
    return today + timedelta(days=int(found["count"]) * each)


def _dated(found: re.Match[str], today: date) -> date | None:
    month = _MONTH_NUMBERS.get(found["month"]) or (int(found["month"]) if found["month"].isdigit() else 0)
    year = found["year"]
    if year:
        return _day(int(year), month, int(found["day"]))
    this_year = _day(today.year, month, int(found["day"]))
    if this_year is None or this_year >= today:
        return this_year
    return _day(today.year + 1, month, int(found["day"]))


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


_MEANINGS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], date], date | None]], ...] = (
    (_AHEAD, _ahead),
    (_IN_WORDS, _dated),
    (_IN_FIGURES, _dated),
    (_ISO, _dated),
)
