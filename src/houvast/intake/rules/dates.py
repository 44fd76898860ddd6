"""Dates and times as lists write them: 5-1-2026, 05/01/2026, 2026-01-05, 20260105, 05012026, 5 januari 2026; 3:32.

A year of two digits is read only where one century is possible: a birth in 05-01-26 may be one in 1926.
"""

import re
from datetime import date, time

from houvast.intake.rules.spelling import clean, key
from houvast.kernel.partial_date import PartialDate


class UnreadableError(ValueError):
    """A cell cannot be read. The message is a Dutch sentence for the report."""


_SPACED_SEPARATOR = re.compile(r"\s*([-/.])\s*")
_DASHES = str.maketrans("‐‑–—", "----")
_WEEKDAY = re.compile(r"(?:ma|di|wo|do|vr|za|zo)(?:\.|[a-z]*dag)?,? +(?=\d)", re.IGNORECASE)
_MONTH_NAME = re.compile(r"(?<=[\d -])[ -]*([^\W\d_]{3,9})[.,]?[ -]*'?(?=\d)")
_MONTHS = {
    name: number
    for number, names in enumerate(
        ("jan", "feb", "mrt maa mar", "apr", "mei may", "jun", "jul", "aug", "sep", "okt oct", "nov", "dec"), start=1
    )
    for name in names.split()
}
_WITH_TIME = re.compile(
    r"(.*\d)(?:T|,? +(?:om )?)(\d{1,2}[:.u]\d{2}(?::\d{2})?)(?:\.\d+)?(?: ?u(?:ur)?|Z|[+-]\d{2}:?\d{2})?", re.ASCII
)
_UNKNOWN_PARTS = re.compile(r"^(?:xx|\?\?)[-/. ](?:(xx|\?\?)|(\d{1,2}))[-/. ](?=\d{4}$)", re.IGNORECASE | re.ASCII)
_SHAPES = tuple(
    re.compile(shape, re.ASCII)
    for shape in (
        r"(?P<day>\d{1,2})[-/. ](?P<month>\d{1,2})[-/. ](?P<year>\d{4})",
        r"(?P<year>\d{4})[-/. ](?P<month>\d{1,2})[-/. ](?P<day>\d{1,2})",
        # Day first only with a year of these centuries: then no eight figures can be read in two ways.
        r"(?P<day>\d{2})(?P<month>\d{2})(?P<year>(?:19|20)\d{2})",
        r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})",
        r"(?P<month>\d{1,2})[-/. ](?P<year>\d{4})",
        r"(?P<year>\d{4})[-/. ](?P<month>\d{1,2})",
        r"(?P<year>\d{4})",
    )
)
_TWO_DIGIT_YEAR = re.compile(r"(?P<day>\d{1,2})[-/. ](?P<month>\d{1,2})[-/. ]'?(?P<year>\d{2})|\d{6}", re.ASCII)
_NO_YEARS = range(0)
_TIME = re.compile(r"(\d{1,2})[:.uh]?(\d{2})(?:[:.]?\d{2})?(?:[.,]\d+)?(?: ?u(?:ur)?)?", re.ASCII | re.IGNORECASE)
_WHOLE_HOUR = re.compile(r"(\d{1,2}) ?u(?:ur)?", re.ASCII | re.IGNORECASE)

# Longer text is no date or time; not to be searched, because a search in a very long text takes very long.
_LONGEST = 40

_NO_DATE = "Dit is geen datum. Schrijf dag, maand en jaar, zoals 23-11-2026."
_NO_SUCH_DATE = "Deze datum bestaat niet."
_SHORT_YEAR = "Het jaar heeft maar twee cijfers. Schrijf het jaar voluit."


def split_moment(text: str) -> tuple[str, str]:
    """A cell with a date and a time in it, as (date, time); the time is empty when there is none."""
    found = _WITH_TIME.fullmatch(clean(text))
    return (found.group(1), found.group(2)) if found else (clean(text), "")


def read_date(text: str, years: range = _NO_YEARS) -> date:
    """A whole date. UnreadableError when it is none or does not exist.

    A year of two digits is read when it ends only one of `years`, those that are possible here; else it is refused.
    """
    year, month, day = _parts(text, years)
    try:
        return date(year, month, day)
    except ValueError as error:
        raise UnreadableError(_NO_SUCH_DATE) from error


def read_partial_date(text: str, years: range = _NO_YEARS) -> PartialDate | None:
    """A date of which day or month may be unknown (00); None when even the year is unknown (00-00-0000).

    UnreadableError as for `read_date`, and when a day is given without its month.
    """
    year, month, day = _parts(_UNKNOWN_PARTS.sub(_zeros, clean(text)), years)
    if not (year or month or day):
        return None
    try:
        return PartialDate(year, month or None, day or None)
    except ValueError as error:
        raise UnreadableError(_NO_SUCH_DATE) from error


def read_time(text: str) -> time:
    """A time of the day; seconds are dropped. UnreadableError when it is none."""
    whole = _WHOLE_HOUR.fullmatch(clean(text))
    found = _TIME.fullmatch(f"{whole.group(1)}:00" if whole else clean(text))
    if found is None:
        raise UnreadableError("Dit is geen tijd. Schrijf uren en minuten, zoals 23.40.")
    try:
        return time(int(found.group(1)), int(found.group(2)))
    except ValueError as error:
        raise UnreadableError("Deze tijd bestaat niet.") from error


def _parts(text: str, years: range) -> tuple[int, int, int]:
    """Year, month and day; 0 for what is not known."""
    if len(clean(text)) > _LONGEST:
        raise UnreadableError(_NO_DATE)
    text = _WEEKDAY.sub("", split_moment(text)[0].translate(_DASHES), count=1)
    text = _SPACED_SEPARATOR.sub(r"\1", text)
    text = _MONTH_NAME.sub(_month_number, text)
    for shape in _SHAPES:
        found = shape.fullmatch(text)
        if found:
            named = {name: int(digits) for name, digits in found.groupdict().items()}
            return named["year"], named.get("month", 0), named.get("day", 0)
    return _short_year(text, years)


def _short_year(text: str, years: range) -> tuple[int, int, int]:
    """Year, month and day of a date whose year has two digits, when only one of `years` ends in them."""
    found = _TWO_DIGIT_YEAR.fullmatch(text)
    if found is None:
        raise UnreadableError(_NO_DATE)
    possible = [year for year in years if found["year"] and year % 100 == int(found["year"])]
    if len(possible) != 1:
        raise UnreadableError(_SHORT_YEAR)
    return possible[0], int(found["month"]), int(found["day"])


def _zeros(found: re.Match[str]) -> str:
    return f"00-{found.group(2) or '00'}-"


def _month_number(found: re.Match[str]) -> str:
    name = key(found.group(1))[:3]
    return f"-{_MONTHS[name]}-" if name in _MONTHS else found.group(0)
