"""Who plans, who says how a task stands, and who sets the list of a municipality."""

from dataclasses import replace

from houvast.kernel.ids import new_id
from houvast.plans.policy import (
    may_decide_tailor_made,
    may_limit,
    may_link,
    may_plan,
    may_report,
    may_see_figures,
    may_set_areas,
    may_tailor,
)
from houvast.plans.rules.tailor_made import Way
from tests.cases.test_policy import CLOSED, DIRECTOR, HERE, HOLDERS, NOBODY, OPEN, STAND_IN, somebody

TEAM = new_id()


def test_who_leads_plans() -> None:
    assert may_plan(HOLDERS["director"], OPEN).allowed
    assert may_plan(HOLDERS["leader"], OPEN).allowed
    assert may_plan(STAND_IN, OPEN).allowed
    assert may_plan(HOLDERS["manager"], OPEN).reason == "not_a_director"
    assert may_plan(HOLDERS["director"], CLOSED).reason == "case_closed"


def test_who_leads_records_limits_and_compulsory_care_only_where_care_is_seen() -> None:
    leads = HOLDERS["director"]
    assert may_limit(leads, OPEN, is_care=False, sees_care=False).allowed
    assert may_limit(leads, OPEN, is_care=True, sees_care=True).allowed
    assert may_limit(leads, OPEN, is_care=True, sees_care=False).reason == "no_care_ground"
    assert may_limit(NOBODY, OPEN, is_care=True, sees_care=True).reason == "not_a_director"
    assert may_limit(leads, CLOSED, is_care=False, sees_care=True).reason == "case_closed"


def test_who_leads_makes_a_link_for_a_partner_where_a_code_can_be_sent() -> None:
    leads = HOLDERS["director"]
    assert may_link(leads, OPEN, is_partners=True, sends_codes=True).allowed
    assert may_link(leads, OPEN, is_partners=False, sends_codes=True).reason == "not_a_partners"
    assert may_link(leads, OPEN, is_partners=True, sends_codes=False).reason == "no_code_sender"
    assert may_link(NOBODY, OPEN, is_partners=True, sends_codes=False).reason == "not_a_director"
    assert may_link(leads, CLOSED, is_partners=True, sends_codes=True).reason == "case_closed"


def test_who_does_a_task_says_how_it_stands() -> None:
    does, in_team = somebody(), somebody(teams=(TEAM,))
    assert may_report(does, OPEN, member_id=does.member_id, team_id=None).ground == "owner"
    assert may_report(in_team, OPEN, member_id=None, team_id=TEAM).ground == "owner"
    assert may_report(NOBODY, OPEN, member_id=does.member_id, team_id=None).reason == "not_the_owner"
    assert may_report(NOBODY, OPEN, member_id=None, team_id=None).reason == "not_the_owner"


def test_who_leads_says_how_any_task_stands() -> None:
    assert may_report(HOLDERS["director"], OPEN, member_id=new_id(), team_id=None).ground == "director"


def test_nothing_more_is_said_of_a_task_of_a_closed_case() -> None:
    assert may_report(HOLDERS["director"], CLOSED, member_id=DIRECTOR, team_id=None).reason == "case_closed"


def test_only_the_own_administrator_sets_the_list() -> None:
    manages = replace(NOBODY, is_administrator=True)
    assert may_set_areas(manages, HERE).ground == "administrator"
    assert may_set_areas(None, HERE).ground == "system"
    assert may_set_areas(manages, new_id()).reason == "not_administrator"
    assert may_set_areas(replace(manages, municipality_id=None), None).reason == "not_administrator"
    assert may_set_areas(NOBODY, HERE).reason == "not_administrator"


def test_a_case_director_decides_alone_and_who_leads_asks() -> None:
    assert may_tailor(HOLDERS["director"], OPEN, Way.ALONE).allowed
    assert may_tailor(STAND_IN, OPEN, Way.ALONE).allowed
    assert may_tailor(HOLDERS["leader"], OPEN, Way.ALONE).reason == "not_the_case_director"
    assert may_tailor(HOLDERS["leader"], OPEN, Way.ASKED).allowed
    assert may_tailor(HOLDERS["manager"], OPEN, Way.ASKED).reason == "not_a_director"
    assert may_tailor(HOLDERS["director"], CLOSED, Way.ALONE).reason == "case_closed"


def test_who_has_operational_responsibility_decides_or_a_mandate_for_that() -> None:
    functions = frozenset({"manager-sociaal-domein"})
    holds, mandate = HOLDERS["manager"], somebody(mandates=("manager-sociaal-domein",))
    assert may_decide_tailor_made(holds, OPEN, functions, asked_by=new_id()).ground == "operational"
    assert may_decide_tailor_made(mandate, OPEN, functions, asked_by=new_id()).ground == "mandate"
    own = may_decide_tailor_made(mandate, OPEN, functions, asked_by=mandate.member_id)
    assert own.reason == "own_question"
    others = (somebody(mandates=("burgemeester",)), replace(mandate, municipality_id=new_id()), HOLDERS["director"])
    for other in others:
        assert may_decide_tailor_made(other, OPEN, functions, asked_by=new_id()).reason == "not_operational"
    assert may_decide_tailor_made(holds, CLOSED, functions, asked_by=new_id()).reason == "case_closed"


def test_numbers_are_for_who_may_carry_responsibility() -> None:
    functions = frozenset({"wethouder"})
    assert may_see_figures(somebody(functions=("wethouder",)), functions).ground == "manages"
    assert may_see_figures(somebody(functions=("casusregisseur-wijkteam",)), functions).reason == "does_not_manage"
    assert not may_see_figures(somebody(of=None, functions=("wethouder",)), functions).allowed
