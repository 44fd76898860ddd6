"""Dates and times in Dutch, as people say them: texts for the screen, in Amsterdam time, on any locale.

Nothing here reads the clock: the caller passes `today` or `now`. A naive datetime is refused with ValueError.
"""

from datetime import UTC, date, datetime, timedelta

from houvast.kernel.partial_date import PartialDate
from houvast.kernel.working_time import END_OF_DAY, in_amsterdam, working_days_between

_WEEKDAYS = ("ma", "di", "wo", "do", "vr", "za", "zo")
_WHOLE_WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
_MONTHS = (
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
_SHORT_MONTHS = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_NEAR_DAYS = {0: "vandaag", 1: "morgen", -1: "gisteren"}
_MINUTES_PER_HOUR = 60


def exact(day: date) -> str:
    """The whole date: "ma 23 november 2026"."""
    return f"{_WEEKDAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]} {day.year}"


def written(day: date) -> str:
    """The date as a letter has it: "23 november 2026"."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def whole(day: date, today: date) -> str:
    """The date in whole words: "zaterdag 28 november", with its year when that is not this year."""
    text = f"{_WHOLE_WEEKDAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]}"
    return text if day.year == today.year else f"{text} {day.year}"


def short(day: date, today: date) -> str:
    """The date in short: "do 26 nov", with its year when that is not this year: "di 26 jan 2027"."""
    text = f"{_WEEKDAYS[day.weekday()]} {day.day} {_SHORT_MONTHS[day.month - 1]}"
    return text if day.year == today.year else f"{text} {day.year}"


def relative(day: date, today: date) -> str:
    """How far away in calendar days: "vandaag", "morgen", "gisteren", "over 3 dagen", "3 dagen geleden"."""
    days = (day - today).days
    if days in _NEAR_DAYS:
        return _NEAR_DAYS[days]
    return f"over {days} dagen" if days > 0 else f"{-days} dagen geleden"


def moment(at: datetime, now: datetime) -> str:
    """A moment: "zo 22 nov, 23.40 uur", with the year when that is not this year."""
    local = in_amsterdam(at)
    return f"{short(local.date(), in_amsterdam(now).date())}, {clock(local)} uur"


def known_part(partial: PartialDate) -> str:
    """What is known of a date: "25 mei 1998", "mei 1998" or "1998"."""
    parts = [str(partial.year)]
    if partial.month is not None:
        parts.insert(0, _MONTHS[partial.month - 1])
    if partial.day is not None:
        parts.insert(0, str(partial.day))
    return " ".join(parts)


def time_left(deadline: datetime, now: datetime) -> str:
    """How long until the deadline, or how much too late.

    A deadline at a time of the day is told in hours and minutes today ("nog 40 min", "nog 2 u 05"), and as a time on
    another day ("morgen 10.00", "do 26 nov 10.00"). A deadline at the end of a day (23:59:59, as `add_working_days`
    gives) is told in days ("vandaag", "nog 2 werkdagen"). Minutes are rounded down, so that nobody is promised more
    than there is. What is too late is told in time today, else in working days ("1 werkdag te laat"), and in days
    when no working day has passed since.
    """
    due, local = in_amsterdam(deadline), in_amsterdam(now)
    # In UTC: datetimes in one zone compare by the clock on the wall, which goes back an hour one Sunday a year.
    left = due.astimezone(UTC) - local.astimezone(UTC)
    if left < timedelta():
        return _too_late(due.date(), local.date(), -left)
    if due.time().replace(microsecond=0) == END_OF_DAY:
        return _days_left(due.date(), local.date())
    if due.date() == local.date():
        return f"nog {_duration(left)}"
    day = "morgen" if due.date() - local.date() == timedelta(days=1) else short(due.date(), local.date())
    return f"{day} {clock(due)}"


def _too_late(due: date, today: date, late: timedelta) -> str:
    if due == today:
        return f"{_duration(late)} te laat"
    working_days = working_days_between(due, today)
    if working_days:
        return f"{_count(working_days, 'werkdag', 'werkdagen')} te laat"
    return f"{_count((today - due).days, 'dag', 'dagen')} te laat"


def _days_left(due: date, today: date) -> str:
    if due == today:
        return "vandaag"
    working_days = working_days_between(today, due)
    return f"nog {_count(working_days, 'werkdag', 'werkdagen')}" if working_days else relative(due, today)


def _duration(length: timedelta) -> str:
    hours, minutes = divmod(length // timedelta(minutes=1), _MINUTES_PER_HOUR)
    if hours:
        return f"{hours} u {minutes:02}" if minutes else f"{hours} u"
    return f"{minutes} min" if minutes else "minder dan 1 min"


def _count(number: int, one: str, more: str) -> str:
    return f"{number} {one if number == 1 else more}"


def clock(local: datetime) -> str:
    """The time of a day where people are: "23.40"."""
    return f"{local.hour:02}.{local.minute:02}"
