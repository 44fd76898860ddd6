"""How long a link works, and what an answer lacks."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from houvast.plans.rules.links import (
    MOST_DAYS_AFTER,
    LinkAnswer,
    LinkFacts,
    answer_problems,
    days_problems,
    last_day,
    works,
)
from houvast.plans.rules.tasks import Standing
from tests.sentences import told_at

TODAY = date(2026, 11, 23)
WORKS = LinkFacts(
    is_ended=False,
    task_is_open=True,
    task_was_closed=False,
    case_was_closed=False,
    contact_is_gone=False,
    last_day=TODAY,
)


def test_a_link_works_until_its_last_day_while_nothing_ended_it() -> None:
    assert works(WORKS, TODAY)
    assert not works(WORKS, TODAY + timedelta(days=1))
    ended = [
        replace(WORKS, is_ended=True),
        replace(WORKS, task_is_open=False),
        replace(WORKS, task_was_closed=True),
        replace(WORKS, case_was_closed=True),
        replace(WORKS, contact_is_gone=True),
    ]
    assert [works(facts, TODAY) for facts in ended] == [False] * 5


def test_the_last_day_follows_the_day_of_the_task() -> None:
    assert last_day(date(2026, 11, 26), 14, TODAY) == date(2026, 12, 10)
    assert last_day(None, 14, TODAY) == date(2026, 12, 7)


def test_an_answer_says_done_or_why_not() -> None:
    assert answer_problems(LinkAnswer(is_done=True)) == {}
    assert answer_problems(LinkAnswer(is_done=False, why="Niemand thuis.")) == {}
    assert list(told_at(answer_problems(LinkAnswer(is_done=False, why=" ")))) == ["why"]
    assert answer_problems(LinkAnswer(is_done=True, why="x" * 1000)) == {}
    assert list(told_at(answer_problems(LinkAnswer(is_done=True, why="x" * 1001)))) == ["why"]
    assert LinkAnswer(is_done=True, why="Gebeld.").step.state is Standing.DONE
    assert LinkAnswer(is_done=False, why="Niemand thuis.").step.state is Standing.NOT_DONE


@pytest.mark.parametrize(("days", "fits"), [(-1, False), (0, True), (MOST_DAYS_AFTER, True), (61, False)])
def test_a_link_works_for_sixty_days_after_the_day_at_most(days: int, fits: bool) -> None:
    assert told_at(days_problems(days)) == (set() if fits else {"days_after"})
