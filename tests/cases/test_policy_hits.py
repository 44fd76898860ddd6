"""Who decides whether a case gives a hit, and until when."""

from dataclasses import replace
from datetime import date

import pytest

from houvast.ave.vocabulary import Responsibility
from houvast.cases.policy_hits import may_withhold_hit
from houvast.cases.rules.withholding import withholding_problems
from tests.cases.test_policy import CLOSED, DIRECTOR, LEADER, NOBODY, OPEN, somebody
from tests.sentences import told_at

TODAY = date(2026, 11, 23)


def test_the_process_director_decides_and_the_case_director_where_there_is_none() -> None:
    assert may_withhold_hit(somebody(LEADER), OPEN).ground == "process_director"
    assert may_withhold_hit(somebody(DIRECTOR), OPEN).reason == "not_process_director"
    vacant = replace(OPEN.seats[Responsibility.PROCESS_DIRECTION], member_id=None)
    alone = replace(OPEN, seats={**OPEN.seats, Responsibility.PROCESS_DIRECTION: vacant})
    assert may_withhold_hit(somebody(DIRECTOR), alone).ground == "case_director"
    assert may_withhold_hit(NOBODY, alone).reason == "not_process_director"
    assert may_withhold_hit(somebody(LEADER), CLOSED).reason == "case_closed"


@pytest.mark.parametrize(
    ("reason", "day", "wrong"),
    [
        ("Haar ex zoekt haar.", date(2027, 5, 25), set()),
        ("Haar ex zoekt haar.", date(2027, 5, 26), {"review_on"}),
        ("Haar ex zoekt haar.", TODAY, {"review_on"}),
        (" ", None, {"reason", "review_on"}),
    ],
)
def test_it_is_looked_at_again_within_half_a_year(reason: str, day: date | None, wrong: set[str]) -> None:
    assert told_at(withholding_problems(reason, day, TODAY)) == wrong
