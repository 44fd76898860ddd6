"""What a record of a limiting measure must say."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from houvast.plans.rules.limits import (
    GROUNDS,
    LONGEST_PERIOD_DAYS,
    LimitContent,
    Measure,
    NewLimit,
    end_problems,
    limit_problems,
    read,
    told_problems,
    written,
)
from tests.sentences import told_at

TODAY = date(2026, 11, 23)
YESTERDAY, TOMORROW = date(2026, 11, 22), date(2026, 11, 24)
BAN = NewLimit(
    Measure.AREA_BAN,
    "Niet bij het station.",
    "burgemeester",
    "Gemeentewet artikel 172a",
    TODAY,
    TOMORROW,
    "Verteld.",
    told_on=TODAY,
)


def test_every_measure_has_its_ground_and_says_what_nobody_confirmed() -> None:
    assert GROUNDS.keys() == set(Measure)
    assert {kind for kind, ground in GROUNDS.items() if "onbevestigd" in ground.note} == {
        Measure.AREA_BAN,
        Measure.PENALTY_ORDER,
        Measure.COMPULSORY_CARE,
    }
    assert "172a" in GROUNDS[Measure.AREA_BAN].law
    assert "5:32" in GROUNDS[Measure.PENALTY_ORDER].law


def test_a_measure_that_says_everything_is_fine() -> None:
    assert limit_problems(BAN, TODAY) == {}
    assert limit_problems(replace(BAN, ends_on=TODAY), TODAY) == {}
    assert limit_problems(replace(BAN, ends_on=TODAY + timedelta(days=LONGEST_PERIOD_DAYS)), TODAY) == {}
    assert limit_problems(replace(BAN, told_on=None, tell_before=TODAY), TODAY) == {}


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        (replace(BAN, what=" "), "what"),
        (replace(BAN, what="x" * 2001), "what"),
        (replace(BAN, authority=""), "authority"),
        (replace(BAN, law=""), "law"),
        (replace(BAN, law="x" * 201), "law"),
        (replace(BAN, starts_on=None), "starts_on"),
        (replace(BAN, ends_on=None), "ends_on"),
        (replace(BAN, ends_on=YESTERDAY), "ends_on"),
        (replace(BAN, ends_on=date(2036, 1, 1)), "ends_on"),
        (replace(BAN, told=""), "told"),
        (replace(BAN, told_on=None), "told_on"),
        (replace(BAN, told_on=TOMORROW), "told_on"),
        (replace(BAN, tell_before=TOMORROW), "tell_before"),
        (replace(BAN, told_on=None, tell_before=YESTERDAY), "tell_before"),
    ],
)
def test_what_is_missing_is_told_at_its_field(wrong: NewLimit, field: str) -> None:
    assert told_at(limit_problems(wrong, TODAY)) == {field}


@pytest.mark.parametrize(
    ("day", "why", "fields"),
    [
        (TODAY, "Rustig.", set()),
        (None, "Rustig.", {"ended_on"}),
        (TOMORROW, "Rustig.", {"ended_on"}),
        (date(2026, 10, 1), "", {"ended_on", "why"}),
    ],
)
def test_a_measure_ends_in_its_own_period_and_not_in_the_future(day: date | None, why: str, fields: set[str]) -> None:
    found = end_problems(day, why, starts_on=date(2026, 11, 1), ends_on=date(2026, 12, 1), today=TODAY)
    assert told_at(found) == fields


@pytest.mark.parametrize(
    ("day", "told", "fields"),
    [(TODAY, "Thuis.", set()), (None, "Thuis.", {"told_on"}), (TOMORROW, "", {"told_on", "told"})],
)
def test_telling_has_a_day_that_was_and_words(day: date | None, told: str, fields: set[str]) -> None:
    assert told_at(told_problems(day, told, today=TODAY)) == fields


def test_what_was_written_is_read_back_and_another_form_is_not() -> None:
    content = LimitContent("Wat", "wie", "wet", "gezegd")
    assert read(written(content)) == content
    with pytest.raises(ValueError, match="unknown form"):
        read('{"form": 9}')
