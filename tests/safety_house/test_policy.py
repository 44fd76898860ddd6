"""Who may do what with referrals and files: pure functions, each condition by itself."""

from dataclasses import replace
from uuid import UUID

import pytest

from houvast.cases.policy import CaseFacts
from houvast.directory.viewer import Viewer
from houvast.kernel.ids import new_id
from houvast.kernel.verdict import Verdict
from houvast.safety_house import policy
from houvast.safety_house.policy import FileFacts, HouseFacts
from houvast.safety_house.rules.content import ReferralStanding
from tests.cases.test_policy import CLOSED, DIRECTOR, ELSEWHERE, HIGH, LEADER, MODEL, OPEN, somebody

HOUSE, MIRJAM = new_id(), new_id()
ASKED = FileFacts(HOUSE, ReferralStanding.ASKED, frozenset())
RUNS = FileFacts(HOUSE, ReferralStanding.ACCEPTED, frozenset({MIRJAM}))
BACK = replace(RUNS, standing=ReferralStanding.RETURNED)


def said(verdict: Verdict) -> str:
    """Give the ground or the reason."""
    return verdict.ground or verdict.reason


def at_house(member: UUID | None = None, *stands_in_for: UUID) -> Viewer:
    """Give somebody of the house."""
    return replace(somebody(member, of=None, stands_in_for=stands_in_for, partner_region=""), organisation_id=HOUSE)


def test_the_step_to_the_house_is_the_external_one_up() -> None:
    assert policy.external_boundary(MODEL) == HIGH
    local = replace(MODEL, boundaries=tuple(each for each in MODEL.boundaries if not each.external))
    assert policy.external_boundary(local) is None


@pytest.mark.parametrize(
    ("viewer", "facts", "answer"),
    [
        (somebody(LEADER), OPEN, "process_direction"),
        (somebody(stands_in_for=(LEADER,)), OPEN, "process_direction"),
        (somebody(functions=("burgemeester",)), OPEN, "named_by_model"),
        (somebody(LEADER, of=None), OPEN, "other_municipality"),
        (somebody(functions=("burgemeester",), of=ELSEWHERE), OPEN, "other_municipality"),
        (somebody(DIRECTOR), OPEN, "not_process_director"),
        (somebody(functions=("procesregisseur-oggz",)), OPEN, "not_process_director"),
        (somebody(LEADER), replace(OPEN, phase=2), "too_early"),
        (somebody(LEADER), CLOSED, "case_closed"),
    ],
)
def test_may_refer(viewer: Viewer, facts: CaseFacts, answer: str) -> None:
    assert said(policy.may_refer(viewer, facts, HIGH)) == answer


def test_without_a_step_to_a_house_nobody_refers() -> None:
    assert said(policy.may_refer(somebody(LEADER), OPEN, None)) == "no_house"


@pytest.mark.parametrize(
    ("viewer", "answer"),
    [
        (somebody(DIRECTOR), "director"),
        (somebody(LEADER), "director"),
        (somebody(LEADER, of=None), "not_a_director"),
        (somebody(), "not_a_director"),
    ],
)
def test_may_look_back(viewer: Viewer, answer: str) -> None:
    assert said(policy.may_look_back(viewer, OPEN)) == answer


@pytest.mark.parametrize(
    ("viewer", "facts", "answer"),
    [
        (at_house(), ASKED, "of_the_house"),
        (at_house(), RUNS, "answered"),
        (somebody(of=None, partner_region=""), ASKED, "not_of_the_house"),
    ],
)
def test_may_answer(viewer: Viewer, facts: FileFacts, answer: str) -> None:
    assert said(policy.may_answer(viewer, facts)) == answer


@pytest.mark.parametrize(
    ("viewer", "facts", "answer"),
    [
        (at_house(MIRJAM), RUNS, "directs_file"),
        (at_house(None, MIRJAM), RUNS, "directs_file"),
        (at_house(), RUNS, "not_the_file_director"),
        (at_house(MIRJAM), ASKED, "file_over"),
        (at_house(MIRJAM), BACK, "file_over"),
    ],
)
def test_may_direct(viewer: Viewer, facts: FileFacts, answer: str) -> None:
    assert said(policy.may_direct(viewer, facts)) == answer


def test_notes_are_written_while_the_file_runs() -> None:
    assert said(policy.may_write(RUNS)) == "participant"
    assert said(policy.may_write(BACK)) == "file_over"


@pytest.mark.parametrize(
    ("viewer", "works_here", "region", "allowed"),
    [
        (at_house(), True, "", True),
        (replace(somebody(), is_administrator=True), True, "Groningen", False),
        (replace(somebody(), is_administrator=True), False, "Groningen", True),
        (replace(somebody(), is_administrator=True), False, "Fryslân", False),
        (replace(somebody(of=None), is_administrator=True), False, "", False),
        (somebody(), False, "Groningen", False),
    ],
)
def test_may_set_criteria(viewer: Viewer, works_here: bool, region: str, allowed: bool) -> None:
    house = HouseFacts(HOUSE, "Groningen", works_here)
    assert policy.may_set_criteria(viewer, house, region).allowed is allowed
