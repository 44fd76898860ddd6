"""How long a link works, to which numbers a code goes, and what an answer lacks."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from houvast.plans.rules.links import (
    CODE_AGAIN_AFTER,
    MOST_CODES,
    MOST_DAYS_AFTER,
    MOST_TRIES,
    LinkAnswer,
    LinkFacts,
    Sending,
    answer_problems,
    days_problems,
    last_day,
    may_send,
    number_to_text,
    works,
)
from houvast.plans.rules.tasks import Standing
from tests.sentences import told_at
from tests.worlds import NOW

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


@pytest.mark.parametrize(
    ("phone", "number"),
    [
        ("06 00 00 04 17", "+31600000417"),
        ("06-00000417", "+31600000417"),
        ("+31 6 00 00 04 17", "+31600000417"),
        ("0031 6 00000417", "+31600000417"),
        ("+49 151 0000 0417", "+4915100000417"),
        ("050 000 02 31", ""),
        ("+31 50 000 02 31", ""),
        ("0800 00 00 99", ""),
        ("06 00 00 04", ""),
        ("06 00 00 04 17 toestel 3", ""),
        ("vraag naar Jan", ""),
        ("", ""),
    ],
)
def test_a_code_goes_to_a_mobile_number_only(phone: str, number: str) -> None:
    assert number_to_text(phone) == number


def test_codes_go_out_one_at_a_time_and_not_for_ever() -> None:
    assert may_send([], NOW) is Sending.SENT
    assert may_send([NOW], NOW) is Sending.JUST_SENT
    assert may_send([NOW - CODE_AGAIN_AFTER], NOW) is Sending.SENT
    assert may_send([NOW - CODE_AGAIN_AFTER] * MOST_CODES, NOW) is Sending.NO_MORE


def test_a_link_is_guessed_less_often_than_nist_allows() -> None:
    assert MOST_CODES * MOST_TRIES <= 100


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
