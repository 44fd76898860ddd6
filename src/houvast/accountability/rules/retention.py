"""Clocks: until when something is kept, and when all of it may go."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from houvast.kernel.clock_start import ClockStart, RecordKind


class UnitKind(StrEnum):
    """What is destroyed in one go: everything under one key, with what belongs to it."""

    CASE = "case"
    PARTNER_NOTE = "partner_note"
    HOUSE_FILE = "house_file"
    CONCERN = "concern"
    AGENDA_ITEM = "agenda_item"
    REPAIR_ROW = "repair_row"
    COLLEAGUE_QUESTION = "colleague_question"
    REQUEST = "request"


GOES_BY_ITSELF = frozenset({UnitKind.COLLEAGUE_QUESTION})
"""What is destroyed the first night after its own last day: the term that the municipality set is the decision."""


WITH_OWN_DAY = frozenset({RecordKind.COLLEAGUE_QUESTION})
"""Records that say themselves on which day they may go; a municipality sets no period for them here."""


class CountedFrom(StrEnum):
    """From which day a period is counted."""

    RECORD = "record"
    CLOSING = "closing"


class Certainty(StrEnum):
    """How sure a period is: read in a source, to be checked, or made up for Houvast."""

    SOURCED = "sourced"
    CHECK = "check"
    MADE_UP = "made_up"


@dataclass(frozen=True, slots=True)
class Period:
    """How long records of a kind are kept. An empty ground or organisation kind means every one.

    `number` is 0 for what every municipality begins with. A period that is not active does not count.
    """

    kind: RecordKind
    ground: str
    organisation_kind: str
    years: int
    counted_from: CountedFrom
    source: str
    certainty: Certainty
    number: int = 0
    active: bool = True

    @property
    def place(self) -> tuple[RecordKind, str, str]:
        """Say what this period is for; a newer version has the same place."""
        return (self.kind, self.ground, self.organisation_kind)


@dataclass(frozen=True, slots=True)
class Clock:
    """A clock that runs. Without a period or a day of its own nobody knows until when, so it never ends by itself."""

    start: ClockStart
    organisation_kind: str
    counts_from: date
    period: Period | None

    @property
    def ends_on(self) -> date | None:
        """Give the first day on which these records may go."""
        if self.start.ends_on is not None:
            return self.start.ends_on
        return add_years(self.counts_from, self.period.years) if self.period else None


def add_years(day: date, years: int) -> date:
    """Count years on; the last of February when there is no 29th."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, month=3, day=1)


def newest(defaults: Iterable[Period], set_here: Iterable[Period]) -> tuple[Period, ...]:
    """Give the periods that hold: of each place the highest number; the defaults lie below."""
    held = {period.place: period for period in defaults}
    for period in sorted(set_here, key=lambda each: each.number):
        held[period.place] = period
    return tuple(held.values())


def period_for(periods: Iterable[Period], kind: RecordKind, ground: str, organisation_kind: str) -> Period | None:
    """Give the period that fits best: what names the organisation goes before what names the ground, and that before
    what names neither.
    """
    fitting = [
        period
        for period in periods
        if period.active
        and period.kind is kind
        and period.ground in ("", ground)
        and period.organisation_kind in ("", organisation_kind)
    ]
    return max(fitting, key=lambda each: (bool(each.organisation_kind), bool(each.ground)), default=None)


def clock(start: ClockStart, organisation_kind: str, periods: Sequence[Period], closed_on: date | None) -> Clock:
    """Let a clock run: from the record, or from the closing of its case when that came later."""
    own_day = start.ends_on is not None
    period = None if own_day else period_for(periods, start.kind, start.ground, organisation_kind)
    counts_from = start.starts_on
    if period and period.counted_from is CountedFrom.CLOSING and closed_on:
        counts_from = max(counts_from, closed_on)
    return Clock(start, organisation_kind, counts_from, period)


def due_on(clocks: Sequence[Clock]) -> date | None:
    """Give the day on which all clocks have run out; None when one has no end, or when there are none."""
    ends = [each.ends_on for each in clocks]
    known = [end for end in ends if end is not None]
    return max(known) if known and len(known) == len(ends) else None


def is_due(clocks: Sequence[Clock], today: date) -> bool:
    """Say whether everything may go."""
    end = due_on(clocks)
    return end is not None and end <= today


def shortest(periods: Iterable[Period], *kinds: RecordKind) -> int:
    """Give the shortest period of these kinds in years: what is younger cannot be due."""
    return min((period.years for period in periods if period.active and period.kind in kinds), default=0)
