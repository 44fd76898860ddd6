"""May somebody ask for a judgement, and judge? Every condition, and why."""

import pytest

from houvast.cases import policy
from houvast.directory.viewer import Viewer
from tests.cases.test_policy import ASKED, ASKER, CLOSED, DIRECTOR, LEADER, MANAGER, OPEN, somebody


@pytest.mark.parametrize(
    ("who", "ground"),
    [
        (somebody(DIRECTOR), "director"),
        (somebody(LEADER), "director"),
        (somebody(ASKER), "director"),
        (somebody(stands_in_for=(ASKER,)), "director"),
        (somebody(MANAGER), ""),
        (somebody(), ""),
    ],
)
def test_who_proposed_and_who_directs_ask_for_a_judgement(who: Viewer, ground: str) -> None:
    verdict = policy.may_ask_judgement(who, OPEN, proposed_by=ASKER)
    assert (verdict.ground if verdict.allowed else "") == ground
    assert verdict.allowed or verdict.reason == "not_a_director"
    assert policy.may_ask_judgement(who, CLOSED, proposed_by=ASKER).reason == "case_closed"


@pytest.mark.parametrize(
    ("who", "inside", "outside"),
    [
        (somebody(ASKED), "was_asked", ""),
        (somebody(stands_in_for=(ASKED,)), "was_asked", ""),
        (somebody(ASKER), "", "records"),
        (somebody(DIRECTOR), "", "records"),
        (somebody(MANAGER), "", ""),
    ],
)
def test_who_was_asked_judges_and_who_asked_records(who: Viewer, inside: str, outside: str) -> None:
    verdict = policy.may_judge(who, OPEN, asked_member=ASKED, asked_by=ASKER)
    assert (verdict.ground if verdict.allowed else "") == inside
    assert verdict.allowed or verdict.reason == "not_asked"
    verdict = policy.may_judge(who, OPEN, asked_member=None, asked_by=ASKER)
    assert (verdict.ground if verdict.allowed else "") == outside
    assert verdict.allowed or verdict.reason == "not_the_asker"
    assert policy.may_judge(who, CLOSED, asked_member=ASKED, asked_by=ASKER).reason == "case_closed"
