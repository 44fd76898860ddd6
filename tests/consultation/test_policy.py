"""Who leads a meeting, who adds to its agenda, and what is possible before, during and after it."""

from dataclasses import replace
from datetime import date

import pytest

from houvast.consultation import policy
from houvast.consultation.policy import MeetingFacts
from houvast.kernel.ids import new_id
from tests.cases.test_policy import HERE, NOBODY, somebody

CHAIR = somebody()
TEAM = new_id()
STAND_IN = replace(NOBODY, member_ids=frozenset({NOBODY.member_id, CHAIR.member_id}))
PLANNED = MeetingFacts(HERE, CHAIR.member_id, "planned", date(2026, 11, 21), sits=True)
OPEN, CLOSED = replace(PLANNED, state="open"), replace(PLANNED, state="closed")
FRIDAY, SUNDAY = date(2026, 11, 20), date(2026, 11, 22)


def test_who_manages_tables_is_the_own_administrator() -> None:
    manages = replace(NOBODY, is_administrator=True)
    assert policy.may_manage_tables(manages, HERE).ground == "administrator"
    assert policy.may_manage_tables(None, HERE).ground == "system"
    assert policy.may_manage_tables(manages, new_id()).reason == "not_administrator"
    assert policy.may_manage_tables(NOBODY, HERE).reason == "not_administrator"


def test_who_plans() -> None:
    manages = replace(NOBODY, is_administrator=True)
    chair_id = CHAIR.member_id
    assert policy.may_plan_meeting(CHAIR, municipality_id=HERE, chair_id=chair_id).ground == "chair"
    assert policy.may_plan_meeting(manages, municipality_id=HERE, chair_id=chair_id).ground == "administrator"
    assert policy.may_plan_meeting(NOBODY, municipality_id=HERE, chair_id=chair_id).reason == "not_the_chair"


def test_the_chair_and_who_stands_in_lead() -> None:
    for viewer in (CHAIR, STAND_IN):
        assert policy.may_prepare(viewer, PLANNED).allowed
        assert policy.may_prepare(viewer, OPEN).allowed
        assert policy.may_prepare(viewer, CLOSED).reason == "meeting_closed"
    assert policy.may_prepare(NOBODY, OPEN).reason == "not_the_chair"


@pytest.mark.parametrize(
    ("facts", "today", "says"),
    [
        (PLANNED, FRIDAY, "at_the_table"),
        (PLANNED, SUNDAY, "agenda_closed"),
        (OPEN, FRIDAY, "agenda_closed"),
        (CLOSED, FRIDAY, "meeting_closed"),
        (replace(PLANNED, sits=False), FRIDAY, "not_the_chair"),
    ],
)
def test_who_sits_at_the_table_adds_until_the_agenda_closes(facts: MeetingFacts, today: date, says: str) -> None:
    verdict = policy.may_add_item(NOBODY, facts, today)
    assert says in {verdict.ground, verdict.reason}


def test_the_chair_adds_until_the_meeting_is_closed() -> None:
    assert policy.may_add_item(CHAIR, OPEN, SUNDAY).ground == "chair"
    assert policy.may_add_item(CHAIR, CLOSED, SUNDAY).reason == "meeting_closed"


def test_writing_is_for_an_open_meeting() -> None:
    assert policy.may_write_minutes(CHAIR, OPEN).allowed
    assert policy.may_write_minutes(CHAIR, PLANNED).reason == "meeting_not_open"
    assert policy.may_write_minutes(NOBODY, PLANNED).reason == "not_the_chair"


def test_nothing_is_resolved_in_a_closed_case() -> None:
    assert policy.may_resolve(CHAIR, OPEN, case_closed=False).allowed
    assert policy.may_resolve(CHAIR, OPEN, case_closed=True).reason == "case_closed"
    assert policy.may_resolve(NOBODY, OPEN, case_closed=True).reason == "not_the_chair"


def test_the_chair_asks_other_tables_until_the_meeting_is_closed() -> None:
    assert policy.may_ask_table(CHAIR, PLANNED, case_closed=False).ground == "chair"
    assert policy.may_ask_table(CHAIR, OPEN, case_closed=True).reason == "case_closed"
    assert policy.may_ask_table(CHAIR, CLOSED, case_closed=False).reason == "meeting_closed"
    assert policy.may_ask_table(NOBODY, OPEN, case_closed=True).reason == "not_the_chair"


def test_the_chair_who_is_asked_answers_and_who_asked_takes_back() -> None:
    for viewer in (CHAIR, STAND_IN):
        assert policy.may_answer_question(viewer, table_chair_id=CHAIR.member_id).ground == "chair"
        assert policy.may_withdraw_question(viewer, chair_ids=frozenset({CHAIR.member_id})).ground == "chair"
    assert policy.may_answer_question(NOBODY, table_chair_id=CHAIR.member_id).reason == "not_the_chair_asked"
    assert policy.may_withdraw_question(NOBODY, chair_ids=frozenset({CHAIR.member_id})).reason == "not_the_chair"


def test_corrections_come_after_closing() -> None:
    assert policy.may_correct(CHAIR, CLOSED).allowed
    assert policy.may_correct(CHAIR, OPEN).reason == "meeting_not_closed"
    assert policy.may_correct(NOBODY, CLOSED).reason == "not_the_chair"


def test_owner_team_and_chair_say_what_became_of_it() -> None:
    of_team = somebody(teams=(TEAM,))
    owner = NOBODY.member_id
    chair = CHAIR.member_id
    assert policy.may_record_outcome(NOBODY, chair_id=chair, member_id=owner, team_id=None).ground == "owner"
    assert policy.may_record_outcome(of_team, chair_id=chair, member_id=None, team_id=TEAM).ground == "owner"
    assert policy.may_record_outcome(CHAIR, chair_id=chair, member_id=owner, team_id=None).ground == "chair"
    assert policy.may_record_outcome(NOBODY, chair_id=chair, member_id=new_id(), team_id=None).reason == "not_the_owner"
