"""What must be told when somebody looks again at a phase, and when the next time is at the latest."""

from dataclasses import replace
from datetime import date

import pytest

from houvast.cases.rules.reviewing import NewReview, last_review_day, review_problems
from tests.sentences import told_at

TODAY = date(2026, 11, 23)
GOOD = NewReview("Het gaat beter.", resident_asked=True, review_on=date(2027, 1, 4))
"""Six weeks after today is 4 January 2027."""


def test_the_last_day_is_as_many_weeks_ahead_as_the_model_says() -> None:
    assert last_review_day(6, TODAY) == date(2027, 1, 4)
    assert last_review_day(None, TODAY) is None


@pytest.mark.parametrize(
    ("new", "weeks", "fields"),
    [
        (GOOD, 6, set()),
        (replace(GOOD, review_on=date(2026, 11, 24)), 6, set()),
        (replace(GOOD, resident_asked=False, why_not_asked="Zij slaapt."), 6, set()),
        (replace(GOOD, weighed=" "), 6, {"weighed"}),
        (replace(GOOD, resident_asked=None), 6, {"resident_asked"}),
        (replace(GOOD, resident_asked=False), 6, {"why_not_asked"}),
        (replace(GOOD, why_not_asked="Zij slaapt."), 6, {"why_not_asked"}),
        (replace(GOOD, review_on=None), 6, {"review_on"}),
        (replace(GOOD, review_on=TODAY), 6, {"review_on"}),
        (replace(GOOD, review_on=date(2027, 1, 5)), 6, {"review_on"}),
        (replace(GOOD, review_on=None), None, set()),
        (replace(GOOD, review_on=date(2031, 12, 31)), None, set()),
        (replace(GOOD, review_on=date(2032, 1, 1)), None, {"review_on"}),
        (NewReview("", None), 6, {"weighed", "resident_asked", "review_on"}),
    ],
)
def test_each_thing_that_is_missing_has_its_message(new: NewReview, weeks: int | None, fields: set[str]) -> None:
    problems = review_problems(new, weeks=weeks, today=TODAY)
    assert told_at(problems) == fields
    assert all(problems.values())
