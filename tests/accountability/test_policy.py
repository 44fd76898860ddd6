"""Destroying takes two people: one proposes, another approves, and only what is due and not held."""

from dataclasses import replace

import pytest

from houvast.accountability import policy
from houvast.accountability.policy import UnitFacts
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
    assert said(policy.may_handle_requests(KEEPER)) == "request"
    assert said(policy.may_handle_requests(NOBODY)) == "not_requests"
    assert said(policy.may_handle_requests(replace(KEEPER, municipality_id=None))) == "not_requests"
