"""Who names a receiver, who answers as one, and who says how it goes: in an open case and in a closed one."""

import pytest

from houvast.cases import policy
from houvast.cases.policy import CaseFacts
from houvast.directory.viewer import Viewer
from tests.cases.test_policy import (
    ASKED,
    CLOSED,
    HOLDERS,
    NOBODY,
    OPEN,
    STAND_IN,
    STAND_IN_OF_MANAGER,
    WATCHER,
    somebody,
)


@pytest.mark.parametrize(
    ("viewer", "facts", "looks_after", "watches"),
    [
        (HOLDERS["director"], OPEN, False, True),
        (HOLDERS["leader"], OPEN, False, True),
        (HOLDERS["manager"], OPEN, False, True),
        (STAND_IN, OPEN, False, True),
        (STAND_IN_OF_MANAGER, OPEN, False, True),
        (WATCHER, OPEN, False, False),
        (NOBODY, OPEN, False, False),
        (NOBODY, OPEN, True, True),
        (HOLDERS["director"], CLOSED, True, True),
        (HOLDERS["director"], CLOSED, False, False),
        (WATCHER, CLOSED, False, False),
    ],
)
def test_who_watches_names_records_and_says_how_it_goes(
    viewer: Viewer, facts: CaseFacts, looks_after: bool, watches: bool
) -> None:
    named = policy.may_name_receiver(viewer, facts, looks_after=looks_after)
    recorded = policy.may_answer_receiver(viewer, facts, asked_member=None, looks_after=looks_after)
    checked = policy.may_check_pulse(viewer, facts, looks_after=looks_after)
    assert [each.allowed for each in (named, recorded, checked)] == [watches] * 3
    assert checked.ground == (("aftercare" if facts == CLOSED else "watches") if watches else "")
    assert {each.reason for each in (named, recorded, checked)} == {"" if watches else "not_watching"}


def test_only_who_was_asked_takes_it_over() -> None:
    for viewer in (somebody(ASKED), somebody(stands_in_for=(ASKED,))):
        for facts in (OPEN, CLOSED):
            answer = policy.may_answer_receiver(viewer, facts, asked_member=ASKED, looks_after=False)
            assert answer.ground == "was_asked"
    for viewer in HOLDERS.values():
        answer = policy.may_answer_receiver(viewer, OPEN, asked_member=ASKED, looks_after=True)
        assert answer.reason == "not_asked"
