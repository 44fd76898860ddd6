"""May somebody answer an urgent scaling, for themselves or for who gave them a mandate? Every condition, and why."""

import pytest

from houvast.cases import policy
from houvast.cases.policy import CaseFacts
from houvast.directory.viewer import Viewer
from tests.cases.test_policy import CLOSED, ELSEWHERE, HIGH, LEADER, MAYOR, OPEN, WATCHER, somebody


@pytest.mark.parametrize(
    ("viewer", "facts", "answer"),
    [
        (somebody(functions=(MAYOR,)), OPEN, "named_by_model"),
        (somebody(functions=(MAYOR,), of=ELSEWHERE), OPEN, "not_the_confirmer"),
        (somebody(functions=(MAYOR,), of=None, partner_region="groningen"), OPEN, "named_by_model"),
        (somebody(functions=(MAYOR,), of=None, partner_region="fryslan"), OPEN, "not_the_confirmer"),
        (WATCHER, OPEN, "not_the_confirmer"),
        (somebody(LEADER, functions=(MAYOR,)), OPEN, "own_urgency"),
        (somebody(functions=(MAYOR,), stands_in_for=(LEADER,)), OPEN, "named_by_model"),
        (somebody(functions=(MAYOR,)), CLOSED, "case_closed"),
    ],
)
def test_may_confirm_urgency(viewer: Viewer, facts: CaseFacts, answer: str) -> None:
    verdict = policy.may_confirm_urgency(viewer, facts, HIGH, scaled_by=LEADER)
    assert (verdict.reason or verdict.ground) == answer


@pytest.mark.parametrize(
    ("viewer", "on_behalf_of", "answer"),
    [
        (somebody(mandates=(MAYOR,)), MAYOR, "mandate"),
        (somebody(mandates=(MAYOR,)), "", "not_the_confirmer"),
        (somebody(mandates=("wethouder",)), "wethouder", "no_mandate"),
        (somebody(mandates=("wethouder",)), MAYOR, "no_mandate"),
        (somebody(mandates=(MAYOR,), of=ELSEWHERE), MAYOR, "no_mandate"),
        (somebody(LEADER, mandates=(MAYOR,)), MAYOR, "own_urgency"),
    ],
)
def test_may_confirm_urgency_for_another(viewer: Viewer, on_behalf_of: str, answer: str) -> None:
    verdict = policy.may_confirm_urgency(viewer, OPEN, HIGH, scaled_by=LEADER, on_behalf_of=on_behalf_of)
    assert (verdict.reason or verdict.ground) == answer
