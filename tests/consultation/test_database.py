"""The database keeps the rules of meetings by itself: raw SQL attacks each of them, on both engines."""

from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from uuid import UUID

import pytest
from django.apps import apps
from django.db import connections
from pytest_django.plugin import DjangoDbBlocker

from houvast.consultation.database import HISTORIES, RULES
from houvast.consultation.rules.saying import OutcomeState
from houvast.consultation.services.answer_question import answer_question
from houvast.consultation.services.close_meeting import close_meeting
from houvast.consultation.services.correct_minutes import correct_minutes
from houvast.consultation.services.invite_guest import invite_guest
from houvast.consultation.services.invite_to_item import invite_to_item
from houvast.consultation.services.make_calendar_feed import make_calendar_feed
from houvast.consultation.services.plan_meeting import plan_meeting
from houvast.consultation.services.record_outcome import record_outcome
from houvast.consultation.services.record_presence import record_presence
from houvast.consultation.services.write_item_text import write_item_text
from houvast.kernel.database_rules import Rule
from tests.attacks import assert_not_emptied, assert_refused, contents
from tests.consultation.asking import Asking, make_tvo
from tests.consultation.attacks import TABLES, TRIES, Made
from tests.consultation.test_seeing import TOLD
from tests.consultation.worlds import BEGUN, MONDAY, Tabled, make_tabled
from tests.databases import Databases
from tests.worlds import NOW, make_world


def _hold(tabled: Tabled, tvo: UUID, *, about_case: bool) -> tuple[UUID, UUID, UUID]:
    """Hold a meeting up to its end; give its item about a case, its theme, and what was decided on the theme.

    One of the two went to the TVO with a question.
    """
    nadia = tabled.actor("nadia")
    case_item, theme = tabled.put_case(now=NOW), tabled.put_theme(now=NOW)
    for item in (case_item, theme):
        invite_guest(actor=nadia, now=NOW, item_id=item, new=TOLD)
        invite_to_item(actor=nadia, now=NOW, item_id=item, member_id=tabled.id("bram"))
    tabled.open()
    write_item_text(actor=nadia, now=BEGUN, item_id=case_item, text="Gezegd.")
    write_item_text(actor=nadia, now=BEGUN, item_id=theme, text="Gezegd.")
    record_presence(actor=nadia, now=BEGUN, meeting_id=tabled.meeting_id, here=[])
    tabled.resolve(case_item)
    asking = Asking(tabled, case_item if about_case else theme, tvo)
    asking.put()
    if not about_case:
        answer_question(actor=asking.chair, now=BEGUN, question_id=asking.question_id, discussed=True, text="Ja.")
    return case_item, theme, tabled.resolve(theme)


def _make() -> Made:
    there, first = make_world("opsterland", "Opsterland").municipality.id, make_tabled()
    nadia = first.actor("nadia")
    for week in (2, 4):
        at = MONDAY + timedelta(weeks=week)
        meeting = plan_meeting(actor=nadia, now=NOW, table_id=first.table_id, starts_at=at)
    table = make_tvo(first)
    for at in (NOW, BEGUN):
        make_calendar_feed(actor=nadia, now=at)
    _, closed_theme, resolution = _hold(first, table, about_case=False)
    close_meeting(actor=nadia, now=BEGUN, meeting_id=first.meeting_id)
    correct_minutes(actor=nadia, now=BEGUN, item_id=closed_theme, text="Het was dinsdag.")
    record_outcome(actor=nadia, now=BEGUN, resolution_id=resolution, state=OutcomeState.DONE)
    second = Tabled(first.world, first.table_id, meeting, first.case_id, first.partner)
    case_item, theme, _ = _hold(second, table, about_case=True)
    return Made(there, case_item, theme, closed_theme, first.table_id)


@pytest.fixture(scope="module")
def made(databases: Databases, django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Made]:
    """Hold meetings in a database of this file; no attack changes it, so all use the same."""
    with django_db_blocker.unblock():
        name = databases.copy("consultation_attacked")
        databases.use(name)
        yield _make()
        connections.close_all()
        databases.use("shared")
        databases.drop(name)


def test_each_rule_has_an_attack_and_each_attack_a_rule() -> None:
    assert {rule.name for rule in RULES} == TRIES.keys()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: str(rule.name))
def test_the_database_refuses_what_breaks(rule: Rule, made: Made) -> None:
    for attack in TRIES[rule.name]:
        assert_refused(partial(attack, made=made), rule.message, TABLES)


@pytest.mark.parametrize("table", HISTORIES)
def test_a_history_is_not_emptied_in_one_blow(table: str, made: Made) -> None:
    assert_not_emptied(table)


def test_every_table_that_is_attacked_has_rows(made: Made) -> None:
    assert [table for table, rows in contents(TABLES).items() if not rows] == []


def test_every_table_of_the_room_is_attacked() -> None:
    assert {model._meta.db_table for model in apps.get_app_config("consultation").get_models()} == set(TABLES)
