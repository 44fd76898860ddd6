"""Clocks run per record, ground and organisation; a thing is due when all of them ran out."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from houvast.accountability.rules.certificate import OWN_DAY, clock_line
from houvast.accountability.rules.retention import (
    WITH_OWN_DAY,
    Certainty,
    Clock,
    CountedFrom,
    Period,
    add_years,
    clock,
    due_on,
    is_due,
    newest,
    period_for,
    shortest,
)
from houvast.accountability.rules.retention_defaults import DEFAULTS
from houvast.directory.models import Organisation
from houvast.kernel.clock_start import ClockStart, RecordKind

HERE = UUID(int=1)
CLOSED = date(2026, 5, 4)


def period(ground: str = "", organisation_kind: str = "", years: int = 5, **more: object) -> Period:
    made = {"counted_from": CountedFrom.RECORD, "number": 0, "active": True} | more
    return Period(
        RecordKind.NOTE,
        ground,
        organisation_kind,
        years,
        CountedFrom(str(made["counted_from"])),
        "verzonnen",
        Certainty.MADE_UP,
        int(str(made["number"])),
        bool(made["active"]),
    )


def start(day: date = date(2026, 1, 2), ground: str = "wmo", kind: RecordKind = RecordKind.NOTE) -> ClockStart:
    return ClockStart(kind, ground, HERE, day)


def ran(years: int | None, day: date = date(2026, 1, 2)) -> Clock:
    return Clock(start(day), "municipality", day, None if years is None else period(years=years))


@pytest.mark.parametrize(
    ("day", "years", "end"),
    [
        (date(2026, 1, 2), 15, date(2041, 1, 2)),
        (date(2028, 2, 29), 1, date(2029, 3, 1)),
        (date(2028, 2, 29), 4, date(2032, 2, 29)),
    ],
)
def test_years_are_counted_on(day: date, years: int, end: date) -> None:
    assert add_years(day, years) == end


def test_what_names_the_organisation_goes_before_what_names_the_ground() -> None:
    rest, wmo, police = period(), period("wmo", years=15), period("", "police", years=1)
    both = period("wmo", "police", years=2)
    chosen = [
        period_for([rest, wmo, police, *more], RecordKind.NOTE, ground, kind)
        for ground, kind, more in (
            ("oggz", "housing", []),
            ("wmo", "housing", []),
            ("wmo", "police", []),
            ("wmo", "police", [both]),
        )
    ]
    assert chosen == [rest, wmo, police, both]
    assert period_for([rest], RecordKind.CASE, "wmo", "housing") is None
    assert period_for([period(active=False)], RecordKind.NOTE, "wmo", "housing") is None


def test_a_municipality_sets_its_own_over_what_it_began_with() -> None:
    first, second, other = period(years=6, number=1), period(years=7, number=2), period("wmo")
    assert set(newest([period(), other], [second, first])) == {second, other}


def test_a_clock_counts_from_the_record_or_from_the_closing_when_that_came_later() -> None:
    of_record, of_closing = [period()], [period(counted_from=CountedFrom.CLOSING)]
    late = start(date(2026, 8, 1))
    assert clock(start(), "police", of_record, CLOSED).ends_on == date(2031, 1, 2)
    assert clock(start(), "police", of_closing, CLOSED).ends_on == date(2031, 5, 4)
    assert clock(late, "police", of_closing, CLOSED).ends_on == date(2031, 8, 1)
    assert clock(start(), "police", of_closing, None).ends_on == date(2031, 1, 2)
    assert clock(start(), "police", [], CLOSED).ends_on is None
    own_day = replace(start(), ends_on=date(2026, 3, 3))
    assert clock(own_day, "police", of_record, CLOSED).ends_on == date(2026, 3, 3)


def test_a_clock_runs_by_the_period_of_its_ground_and_its_organisation() -> None:
    wmo, police = period("wmo", years=15), period("", "police", years=1)
    of_police, of_housing = (clock(start(), kind, [period(), wmo, police], None) for kind in ("police", "housing"))
    assert (of_police.period, of_housing.period) == (police, wmo)
    assert (of_police.start, of_police.organisation_kind) == (start(), "police")


def test_all_clocks_must_have_run_out() -> None:
    assert due_on([ran(5), ran(15)]) == date(2041, 1, 2)
    assert due_on([ran(5), ran(None)]) is None
    assert due_on([]) is None
    assert is_due([ran(5)], date(2031, 1, 2))
    assert not is_due([ran(5)], date(2031, 1, 1))
    assert not is_due([ran(None)], date(2099, 1, 1))


def test_what_every_municipality_begins_with_is_whole_and_says_its_source() -> None:
    kinds = {each.kind for each in DEFAULTS if not each.ground and not each.organisation_kind}
    assert kinds == set(RecordKind) - WITH_OWN_DAY
    assert len({each.place for each in DEFAULTS}) == len(DEFAULTS)
    assert all(each.source and each.years > 0 for each in DEFAULTS)
    assert {each.organisation_kind for each in DEFAULTS} <= {"", *Organisation.Kind.values}
    assert all("verzonnen" in each.source.lower() for each in DEFAULTS if each.certainty is Certainty.MADE_UP)
    assert shortest(DEFAULTS, RecordKind.NOTE) == 1
    assert shortest([period(years=3), period(years=2, active=False)], RecordKind.NOTE) == 3
    assert shortest([period(years=3)], RecordKind.CASE) == 0
    assert shortest([], RecordKind.NOTE) == 0


def test_a_record_that_says_its_own_last_day_goes_by_that_and_by_no_period() -> None:
    own = replace(start(), ends_on=date(2026, 3, 1))
    made = clock(own, "police", [period()], CLOSED)
    assert (made.period, made.ends_on) == (None, date(2026, 3, 1))


@pytest.mark.parametrize(
    ("made", "years", "source", "until"),
    [
        (clock(start(), "police", [period()], None), 5, "verzonnen", "2031-01-02"),
        (clock(start(), "police", [], None), None, "", None),
        (clock(replace(start(), ends_on=date(2026, 3, 1)), "police", [period()], None), None, OWN_DAY, "2026-03-01"),
    ],
)
def test_a_certificate_keeps_why_something_could_go(
    made: Clock, years: int | None, source: str, until: str | None
) -> None:
    assert clock_line(made) == {
        "kind": "note",
        "ground": "wmo",
        "organisation": str(HERE),
        "from": "2026-01-02",
        "years": years,
        "source": source,
        "until": until,
    }
