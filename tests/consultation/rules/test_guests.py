"""What is missing when somebody records that a resident or supporter may come, or was not asked."""

from datetime import date

import pytest

from houvast.consultation.rules.guests import guest_problems
from tests.sentences import told_at

TODAY = date(2026, 11, 23)


def problems(
    *, who: str = "", asked: bool = True, told_on: date | None = TODAY, told_how: str = "phone", why: str = ""
) -> set[str]:
    return set(told_at(guest_problems(who=who, asked=asked, told_on=told_on, told_how=told_how, why=why, today=TODAY)))


def test_who_is_asked_was_told_when_and_how() -> None:
    assert problems() == set()
    assert problems(told_on=None, told_how="") == {"told_on", "told_how"}
    assert problems(told_on=date(2026, 11, 24)) == {"told_on"}


@pytest.mark.parametrize(("why", "missing"), [("", {"why"}), ("Zij is in de kliniek.", set()), ("x" * 241, {"why"})])
def test_who_is_not_asked_has_a_reason_and_no_day(why: str, missing: set[str]) -> None:
    assert problems(asked=False, told_on=None, told_how="", why=why) == missing


def test_a_name_is_short() -> None:
    assert problems(who="x" * 120) == set()
    assert problems(who="x" * 121) == {"who"}
