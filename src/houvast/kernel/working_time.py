"""Working days and working hours in the Netherlands, counted in Amsterdam time.

A working day is Monday to Friday, except the days of the Algemene termijnenwet, article 3: the generally recognised
holidays (5 May every year among them) and Good Friday, which the same article puts on a par with them.

Moments are aware datetimes; a naive one is refused with ValueError, because nobody can say which hour it means.
Nothing here reads the clock: the caller passes the moment.
"""

from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

import holidays

AMSTERDAM = ZoneInfo("Europe/Amsterdam")

OPENS = time(8)
CLOSES = time(17)
END_OF_DAY = time(23, 59, 59)

_ONE_DAY = timedelta(days=1)
_ONE_MINUTE = timedelta(minutes=1)
_SATURDAY = 5


def in_amsterdam(moment: datetime) -> datetime:
    """The same moment on the clock in Amsterdam. ValueError for a naive datetime."""
    if moment.utcoffset() is None:
        raise ValueError("a moment needs a time zone")
    return moment.astimezone(AMSTERDAM)


def day_begins(day: date) -> datetime:
    """Give the moment at which a day begins here."""
    return datetime.combine(day, time(), AMSTERDAM)


def last_day_before(end: datetime) -> date:
    """Give the last day of what ends at a moment: an end at midnight is the end of the day before."""
    return in_amsterdam(end - timedelta(microseconds=1)).date()


def is_working_day(day: date) -> bool:
    """Monday to Friday and not a holiday (Algemene termijnenwet, art. 3)."""
    return day.weekday() < _SATURDAY and day not in _holidays_of(day.year)


def add_working_days(moment: datetime, days: int) -> datetime:
    """The end (23:59:59 in Amsterdam) of the last working day of a term of `days` working days.

    The day of the start does not count. A term of 0 ends with the first working day from the start on.
    ValueError for a negative term.
    """
    if days < 0:
        raise ValueError("a term cannot be negative")
    day = in_amsterdam(moment).date()
    while days == 0 and not is_working_day(day):
        day += _ONE_DAY
    while days > 0:
        day += _ONE_DAY
        days -= is_working_day(day)
    return datetime.combine(day, END_OF_DAY, AMSTERDAM)


def working_days_between(a: date, b: date) -> int:
    """How many working days there are after `a` up to and including `b`; negative when `b` lies before `a`."""
    if b < a:
        return -working_days_between(b, a)
    return sum(is_working_day(a + timedelta(days=number)) for number in range(1, (b - a).days + 1))


def add_working_hours(moment: datetime, hours: int, opens: time = OPENS, closes: time = CLOSES) -> datetime:
    """The moment, in Amsterdam time, when `hours` working hours have passed.

    Only time between `opens` and `closes` on working days counts; outside it the clock stands still. A term that is
    used up exactly at closing time ends then, not the next morning. A term of 0 is the first moment that counts.
    ValueError for a negative term or hours that do not open before they close.
    """
    if hours < 0:
        raise ValueError("a term cannot be negative")
    local = in_amsterdam(moment)
    left = timedelta(hours=hours)
    start = local.astimezone(UTC)
    day = local.date()
    while True:
        begin, end = _opening(day, opens, closes)
        begin = max(begin, start)
        if is_working_day(day) and begin < end:
            if left <= end - begin:
                return (begin + left).astimezone(AMSTERDAM)
            left -= end - begin
        day += _ONE_DAY


def working_minutes_between(a: datetime, b: datetime, opens: time = OPENS, closes: time = CLOSES) -> int:
    """Whole working minutes from `a` to `b`; negative when `b` lies before `a`.

    ValueError for hours that do not open before they close.
    """
    first_day, last_day = in_amsterdam(a).date(), in_amsterdam(b).date()
    first, last = a.astimezone(UTC), b.astimezone(UTC)
    if last < first:
        return -working_minutes_between(b, a, opens, closes)
    total = timedelta()
    for number in range((last_day - first_day).days + 1):
        day = first_day + timedelta(days=number)
        begin, end = _opening(day, opens, closes)
        if is_working_day(day):
            total += max(min(end, last) - max(begin, first), timedelta())
    return total // _ONE_MINUTE


def _opening(day: date, opens: time, closes: time) -> tuple[datetime, datetime]:
    """Opening and closing in UTC, so that differences are real durations also on a day the clock changes."""
    if opens >= closes:
        raise ValueError("the hours must open before they close")
    return (
        datetime.combine(day, opens, AMSTERDAM).astimezone(UTC),
        datetime.combine(day, closes, AMSTERDAM).astimezone(UTC),
    )


@lru_cache(maxsize=256)
def _holidays_of(year: int) -> frozenset[date]:
    # The library names 5 May only in the lustrum years in which many employees have it off; the law names it always.
    return frozenset(holidays.country_holidays("NL", years=year)) | {date(year, 5, 5)}
