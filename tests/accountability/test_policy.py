"""Destroying takes two people: one proposes, another approves, and only what is due and not held."""

from dataclasses import replace

import pytest

from houvast.accountability import policy
from houvast.accountability.policy import UnitFacts
from houvast.directory.viewer import ARCHIVIST
from houvast.kernel.ids import new_id
from tests.cases.test_policy import HERE, NOBODY, somebody
from tests.sentences import said

KEEPER, OTHER = replace(somebody(), is_privacy_officer=True), new_id()
DUE, HELD, RUNNING = UnitFacts(due=True, held=False), UnitFacts(due=True, held=True), UnitFacts(due=False, held=False)


@pytest.mark.parametrize(("facts", "answer"), [(DUE, "retention"), (HELD, "held"), (RUNNING, "not_due")])
def test_what_is_due_and_not_held_is_proposed_and_approved_by_another(facts: UnitFacts, answer: str) -> None:
    assert said(policy.may_propose(KEEPER, facts)) == answer
    assert said(policy.may_approve(KEEPER, OTHER, facts)) == answer
    assert said(policy.may_approve(KEEPER, KEEPER.member_id, facts)) == "two_people"
    assert said(policy.may_propose(NOBODY, facts)) == "not_retention"
    assert said(policy.may_approve(NOBODY, OTHER, facts)) == "not_retention"


def test_another_refuses_and_who_proposed_withdraws() -> None:
    assert said(policy.may_see_retention(KEEPER)) == "retention"
    assert said(policy.may_see_retention(NOBODY)) == "not_retention"
    assert said(policy.may_refuse(KEEPER, OTHER)) == "retention"
    assert said(policy.may_refuse(KEEPER, KEEPER.member_id)) == "two_people"
    assert said(policy.may_refuse(NOBODY, OTHER)) == "not_retention"
    assert said(policy.may_withdraw(KEEPER, KEEPER.member_id)) == "retention"
    assert said(policy.may_withdraw(KEEPER, OTHER)) == "not_proposer"
    assert said(policy.may_withdraw(NOBODY, NOBODY.member_id)) == "not_retention"


def test_requests_are_for_the_privacy_officer_of_a_municipality() -> None:
    assert KEEPER.municipality_id == HERE
    archivist, elsewhere = replace(NOBODY, functions=frozenset({ARCHIVIST})), replace(KEEPER, municipality_id=None)
    for viewer, seen, term in (
        (KEEPER, "request", "request"),
        (archivist, "request", "not_requests"),
        (NOBODY, "not_requests", "not_requests"),
        (elsewhere, "not_requests", "not_requests"),
    ):
        assert said(policy.may_see_requests(viewer)) == seen
        assert said(policy.may_set_request_term(viewer)) == term


def test_who_handles_a_request_is_chosen_by_another_and_nobody_else_reads_it() -> None:
    assert said(policy.may_handle_request(KEEPER, handles=True)) == "request"
    assert said(policy.may_handle_request(KEEPER, handles=False)) == "not_handler"
    assert said(policy.may_choose_handler(KEEPER, possible=True)) == "request"
    assert said(policy.may_choose_handler(KEEPER, possible=False)) == "nobody_to_choose"
    assert said(policy.may_handle_request(NOBODY, handles=True)) == "not_requests"
    assert said(policy.may_choose_handler(NOBODY, possible=False)) == "not_requests"
