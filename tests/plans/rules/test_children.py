"""Whether a plan still says what it means for the children."""

from datetime import UTC, datetime, timedelta

import pytest

from houvast.plans.rules.children import lacking, lacks_children
from tests.sentences import told_at

MADE = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
LATER = MADE + timedelta(seconds=1)


@pytest.mark.parametrize(
    ("says", "newest", "lacks"),
    [
        (True, None, False),
        (False, None, False),
        (True, MADE, False),
        (True, LATER, True),
        (False, MADE, True),
        (False, LATER, True),
    ],
)
def test_a_child_who_came_since_is_not_in_the_plan(says: bool, newest: datetime | None, lacks: bool) -> None:
    assert lacks_children(says, MADE, newest) is lacks


def test_what_a_plan_lacks_is_said() -> None:
    assert told_at({"new": lacking(new=True), "never": lacking(new=False)}) == {"new", "never"}
    assert lacking(new=True) != lacking(new=False)
