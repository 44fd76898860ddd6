"""May somebody break the glass, and who says afterwards whether that was right?"""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

import pytest

from houvast.cases.policy import CaseFacts
from houvast.cases.policy_glass import holders, may_break_glass, may_judge_glass
from houvast.cases.rules.glass import judge_before
from houvast.cases.rules.matrix import Part
from houvast.directory.viewer import Viewer
from tests.cases.test_policy import (
    CLOSED,
    DIRECTOR,
    ELSEWHERE,
    HERE,
    LEADER,
    NOBODY,
    OPEN,
    STAND_IN,
    WATCHER,
    WATCHER_ELSEWHERE,
    somebody,
)

BREAKER = WATCHER.member_id
OFFICER = replace(somebody(), is_privacy_officer=True)
OFFICER_ELSEWHERE = replace(somebody(of=ELSEWHERE), is_privacy_officer=True)


@pytest.mark.parametrize(
    ("viewer", "facts", "parts", "answer"),
    [
        (WATCHER, OPEN, {Part.BAND}, "emergency"),
        (WATCHER, OPEN, {Part.BAND, Part.DECISIONS}, "emergency"),
        (WATCHER, OPEN, {Part.BAND, Part.PEOPLE}, "sees_already"),
        (WATCHER, OPEN, {Part.BAND, Part.PLAN}, "sees_already"),
        (WATCHER, CLOSED, {Part.BAND}, "case_closed"),
        (WATCHER_ELSEWHERE, OPEN, {Part.BAND}, "not_process_director"),
        (NOBODY, OPEN, {Part.BAND}, "not_process_director"),
        (OFFICER, OPEN, {Part.BAND}, "not_process_director"),
    ],
)
def test_may_break_glass(viewer: Viewer, facts: CaseFacts, parts: set[Part], answer: str) -> None:
    verdict = may_break_glass(viewer, facts, parts)
    assert (verdict.ground or verdict.reason) == answer


LED = holders(OPEN)


@pytest.mark.parametrize(
    ("viewer", "holding", "judged", "answer"),
    [
        (somebody(DIRECTOR), LED, False, "director"),
        (somebody(LEADER), LED, False, "director"),
        (STAND_IN, LED, False, "director"),
        (somebody(DIRECTOR), LED, True, "judged"),
        (WATCHER, LED, False, "own_glass"),
        (WATCHER, (BREAKER, None), False, "own_glass"),
        (replace(WATCHER, member_ids=frozenset({BREAKER, DIRECTOR})), LED, False, "own_glass"),
        (somebody(stands_in_for=(BREAKER,)), (BREAKER, None), False, "not_a_judge"),
        (NOBODY, LED, False, "not_a_judge"),
        (OFFICER, LED, False, "not_a_judge"),
        (OFFICER, (None, None), False, "privacy_officer"),
        (OFFICER, (BREAKER, None), False, "privacy_officer"),
        (OFFICER_ELSEWHERE, (None, None), False, "not_a_judge"),
        (replace(WATCHER, is_privacy_officer=True), (None, None), False, "own_glass"),
    ],
)
def test_never_who_did_it_says_that_it_was_right(
    viewer: Viewer, holding: tuple[UUID | None, ...], judged: bool, answer: str
) -> None:
    verdict = may_judge_glass(viewer, HERE, holding, broken_by=BREAKER, judged=judged, late=False)
    assert (verdict.ground or verdict.reason) == answer


def test_the_two_who_lead_are_who_has_case_and_process_direction() -> None:
    assert holders(OPEN) == (DIRECTOR, LEADER)


@pytest.mark.parametrize(
    ("viewer", "answer"),
    [(OFFICER, "privacy_officer"), (somebody(DIRECTOR), "director"), (NOBODY, "not_a_judge"), (WATCHER, "own_glass")],
)
def test_the_privacy_officer_may_too_when_who_leads_is_late(viewer: Viewer, answer: str) -> None:
    verdict = may_judge_glass(viewer, HERE, LED, broken_by=BREAKER, judged=False, late=True)
    assert (verdict.ground or verdict.reason) == answer


def test_a_weekend_does_not_count_for_who_must_judge() -> None:
    friday = datetime.fromisoformat("2026-11-27T23:00:00+01:00")
    assert judge_before(friday) == datetime.fromisoformat("2026-12-01T23:59:59+01:00")
