"""What can be withheld, for how long, and with which reason."""

from datetime import date

import pytest

from houvast.participation.rules.parts import ALWAYS, OF_RESIDENTS, OwnPart
from houvast.participation.rules.withholding import (
    LONGEST_REASON,
    MAY_BE_WITHHELD,
    MOST_DAYS,
    review_on,
    withholding_problems,
)
from tests.sentences import told_at

WHY = "Zij is nog niet verhuisd."


def test_who_leads_ones_own_tasks_and_what_one_can_do_are_never_withheld() -> None:
    assert set(MAY_BE_WITHHELD) == set(OwnPart) - ALWAYS - OF_RESIDENTS
    assert withholding_problems(OwnPart.HELPERS, WHY, 30) == {}
    for part in (*ALWAYS, None):
        assert told_at(withholding_problems(part, WHY, 30)) == {"part"}


@pytest.mark.parametrize(("days", "fits"), [(0, False), (1, True), (MOST_DAYS, True), (MOST_DAYS + 1, False)])
def test_somebody_looks_again_within_a_quarter(days: int, fits: bool) -> None:
    assert told_at(withholding_problems(OwnPart.STEP, WHY, days)) == (set() if fits else {"days"})
    assert review_on(date(2026, 11, 23), 30) == date(2026, 12, 23)


def test_a_reason_is_there_and_not_too_long() -> None:
    assert told_at(withholding_problems(OwnPart.STEP, " ", 30)) == {"reason"}
    assert withholding_problems(OwnPart.STEP, "x" * LONGEST_REASON, 30) == {}
    assert told_at(withholding_problems(OwnPart.STEP, "x" * (LONGEST_REASON + 1), 30)) == {"reason"}
