"""What a task needs, and how it may go on."""

from datetime import date

import pytest

from houvast.kernel.ids import new_id
from houvast.plans.rules.tasks import LONGEST_TASK, NextStep, Owner, Standing, step_problems, task_problems
from tests.sentences import told_at

TODAY, LATER, EARLIER = date(2026, 11, 23), date(2026, 11, 26), date(2026, 11, 20)
SOMEBODY = Owner(member_id=new_id())


def test_a_task_says_what_who_and_when() -> None:
    assert task_problems("Belt de huisarts", SOMEBODY, TODAY, TODAY) == {}
    assert task_problems("x" * LONGEST_TASK, SOMEBODY, TODAY, TODAY) == {}
    assert task_problems("Belt de huisarts", SOMEBODY, date(2028, 11, 23), TODAY) == {}


@pytest.mark.parametrize(
    ("what", "owner", "due_on", "field"),
    [
        (" ", SOMEBODY, LATER, "what"),
        ("x" * (LONGEST_TASK + 1), SOMEBODY, LATER, "what"),
        ("Belt", Owner(), LATER, "owner"),
        ("Belt", Owner(member_id=new_id(), team_id=new_id()), LATER, "owner"),
        ("Belt", SOMEBODY, None, "due_on"),
        ("Belt", SOMEBODY, EARLIER, "due_on"),
        ("Belt", SOMEBODY, date(2028, 11, 24), "due_on"),
    ],
)
def test_what_a_task_lacks_is_told_at_its_field(what: str, owner: Owner, due_on: date | None, field: str) -> None:
    assert told_at(task_problems(what, owner, due_on, TODAY)) == {field}


@pytest.mark.parametrize(
    ("now_is", "step"),
    [
        (Standing.OPEN, NextStep(Standing.DONE)),
        (Standing.OPEN, NextStep(Standing.NOT_DONE, "De huisarts is dicht.")),
        (Standing.OPEN, NextStep(Standing.OPEN, due_on=LATER)),
        (Standing.DONE, NextStep(Standing.OPEN, "Toch niet gelukt.", LATER)),
        (Standing.OPEN, NextStep(Standing.WAITING, "Geen plek.", LATER, EARLIER, 4, "shelter")),
        (Standing.WAITING, NextStep(Standing.WITHDRAWN, "Hij gaat naar zijn zus.")),
    ],
)
def test_a_task_goes_on(now_is: Standing, step: NextStep) -> None:
    assert step_problems(now_is, step, TODAY) == {}


@pytest.mark.parametrize(
    ("now_is", "step", "fields"),
    [
        (Standing.OPEN, NextStep(Standing.NOT_DONE), {"why"}),
        (Standing.OPEN, NextStep(Standing.WITHDRAWN), {"why"}),
        (Standing.DONE, NextStep(Standing.OPEN, due_on=LATER), {"why"}),
        (Standing.OPEN, NextStep(Standing.OPEN), {"due_on"}),
        (Standing.OPEN, NextStep(Standing.OPEN, due_on=EARLIER), {"due_on"}),
        (Standing.OPEN, NextStep(Standing.WAITING), {"why", "due_on", "waiting_since", "asked", "missing"}),
        (Standing.OPEN, NextStep(Standing.WAITING, "Geen plek.", LATER, LATER, 1, "other"), {"waiting_since"}),
    ],
)
def test_what_a_step_lacks_is_told_at_its_field(now_is: Standing, step: NextStep, fields: set[str]) -> None:
    assert told_at(step_problems(now_is, step, TODAY)) == fields
