"""Who fills in what follows a decision, while the case is open and when it is closed."""

import pytest

from houvast.cases import policy
from houvast.cases.policy import CaseFacts
from houvast.directory.viewer import Viewer
from tests.cases.test_policy import CLOSED, HOLDERS, OPEN, WATCHER


@pytest.mark.parametrize(
    ("viewer", "facts", "looks_after", "answer"),
    [
        (HOLDERS["director"], OPEN, False, "director"),
        (WATCHER, OPEN, False, "not_a_director"),
        (WATCHER, OPEN, True, "not_a_director"),
        (HOLDERS["director"], CLOSED, True, "aftercare"),
        (HOLDERS["director"], CLOSED, False, "not_looking_after"),
        (WATCHER, CLOSED, False, "not_looking_after"),
    ],
)
def test_may_follow_up(viewer: Viewer, facts: CaseFacts, looks_after: bool, answer: str) -> None:
    verdict = policy.may_follow_up(viewer, facts, looks_after=looks_after)
    assert (verdict.reason or verdict.ground) == answer
