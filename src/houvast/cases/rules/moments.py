"""Crucial moments: when items must be done, how near a moment is, and what must be right to record one."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum

from houvast.cases.rules.checklists import BEFORE, FARTHEST_DAYS
from houvast.kernel.dutch_dates import whole
from houvast.kernel.working_time import is_working_day, working_days_between

CARE_MOMENTS = ("clinic_in", "clinic_out", "assessed_admitted", "assessed_not_admitted", "psycholance")
"""These say that somebody is ill; they are seen on a ground for care only."""

LISTED_DAYS = 14
HIGHER_WORKING_DAYS = 5
LATE_WORKING_DAYS = 2
FARTHEST_YEARS = 10
"""How far ahead a moment may lie. *Verzonnen*: it stops a mistyped year, not a sentence of years."""

_SATURDAY, _SUNDAY = 5, 6
_ONE_DAY = timedelta(days=1)


class Nearness(IntEnum):
    """How loudly an unprepared moment is shown."""

    FAR = 0
    LISTED = 1
    HIGHER = 2
    LATE = 3


@dataclass(frozen=True, slots=True)
class Days:
    """The day of a moment, or the first and last day between which it is expected."""

    first: date
    last: date

    @classmethod
    def of(cls, on_date: date, until: date | None) -> "Days":
        """Give one day, or a period."""
        return cls(on_date, until or on_date)

    def in_words(self, today: date) -> str:
        """Give the day: "zaterdag 28 november", or "tussen dinsdag 1 december en vrijdag 4 december" with both."""
        if self.first == self.last:
            return whole(self.first, today)
        return f"tussen {whole(self.first, today)} en {whole(self.last, today)}"


def due_on(days: Days, timing: str, offset: int) -> date:
    """Give the day by which an item must be done.

    Before the moment it is counted from the first day and never falls on a day on which offices are closed: then it is
    the working day before. After the moment it is counted from the last day, and is the next working day.
    """
    before = timing == BEFORE
    day = (days.first if before else days.last) + timedelta(days=offset)
    while not is_working_day(day):
        day += -_ONE_DAY if before else _ONE_DAY
    return day


def nearness(days: Days, today: date, *, prepared: bool) -> Nearness:
    """Say how loud a moment that has not come yet is; one of which the last day has passed is late, prepared or not."""
    if days.last < today:
        return Nearness.LATE
    if prepared or (days.first - today).days > LISTED_DAYS:
        return Nearness.FAR
    left = working_days_between(today, days.first)
    if left <= LATE_WORKING_DAYS:
        return Nearness.LATE
    return Nearness.HIGHER if left <= HIGHER_WORKING_DAYS else Nearness.LISTED


def after_nearness(due: date, today: date) -> Nearness:
    """Say how loud an item is that must be done after a moment that has happened."""
    if due < today:
        return Nearness.LATE
    return Nearness.LISTED if (due - today).days <= LISTED_DAYS else Nearness.FAR


def closed_day(day: date) -> str:
    """Say that a day is one on which offices are closed; "" for a working day."""
    if is_working_day(day):
        return ""
    name = {_SATURDAY: "een zaterdag", _SUNDAY: "een zondag"}.get(day.weekday(), "een feestdag")
    return f"Let op: {name}. Het wijkteam is dan dicht."


def plan_problems(on_date: date | None, until: date | None, today: date, *, happened: bool) -> dict[str, str]:
    """Give a Dutch message for each day that cannot be used; an empty dict when all is well."""
    if on_date is None:
        return {"on_date": "Vul de dag in. Weet u die niet precies, vul dan de eerste dag in waarop het kan."}
    if on_date.year > today.year + FARTHEST_YEARS or on_date.year < today.year - FARTHEST_YEARS:
        return {"on_date": f"Kies een dag binnen {FARTHEST_YEARS} jaar."}
    if happened:
        return _happened_problems(on_date, until, today)
    if on_date < today:
        return {"on_date": "Deze dag is voorbij. Kies een dag die nog moet komen, of kies 'dit is al gebeurd'."}
    if until is not None and not on_date <= until <= on_date + timedelta(days=FARTHEST_DAYS):
        return {"until": "De laatste dag komt na de eerste, hoogstens een half jaar later."}
    return {}


def _happened_problems(on_date: date, until: date | None, today: date) -> dict[str, str]:
    if on_date > today:
        return {"on_date": "Deze dag moet nog komen. Wat gebeurd is, is vandaag of eerder gebeurd."}
    return {} if until is None else {"until": "Wat gebeurd is, heeft één dag."}


def offset_of(days: Days, timing: str, due: date) -> int:
    """Give how many days an item lies from the moment, for a day that somebody chose."""
    return (due - (days.first if timing == BEFORE else days.last)).days
