"""The database keeps the rules of sharing by itself: raw SQL attacks each of them, on both engines."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from django.apps import apps
from django.db import connections
from pytest_django.plugin import DjangoDbBlocker

from houvast.cases.models import Note
from houvast.cases.services.write_note import write_note
from houvast.directory.selectors import viewer_of
from houvast.kernel.database_rules import Rule
from houvast.sharing.database import HISTORIES, RULES
from houvast.sharing.rules.grounds import BEGINS, ReceiverKind
from houvast.sharing.rules.known import KnownLimits, Sought
from houvast.sharing.rules.terms import BEGINS_WITH
from houvast.sharing.selectors.known import sample
from houvast.sharing.services.ask_known import NewQuestion, ask_known
from houvast.sharing.services.judge_question import judge_question
from houvast.sharing.services.set_covenant import set_covenant
from houvast.sharing.services.set_ground import set_ground
from houvast.sharing.services.set_terms import set_terms
from houvast.sharing.services.withdraw_consent import withdraw_consent
from houvast.sharing.services.withdraw_disclosure import withdraw_disclosure
from tests.attacks import assert_not_emptied, assert_refused, contents
from tests.databases import Databases
from tests.lives import open_with
from tests.sharing.attacks import MADE, TABLES, TRIES, Made
from tests.sharing.test_grounds import MDO
from tests.sharing.worlds import make_sharing
from tests.worlds import NOW, World, make_world

FACT = "fact-behandeling"


def _make() -> Made:
    sharing = make_sharing()
    actor, municipality_id = sharing.actor("beheer"), sharing.world.municipality.id
    set_covenant(actor=actor, now=NOW, municipality_id=municipality_id, line=MDO)
    set_ground(actor=actor, now=NOW, municipality_id=municipality_id, line=replace(BEGINS[FACT], second=True))
    set_terms(actor=actor, now=NOW, municipality_id=municipality_id, terms=BEGINS_WITH)
    withdraw_consent(actor=sharing.actor("sanne"), now=NOW, consent_id=sharing.consent(), reason="Wil niet meer.")
    fact = replace(sharing.with_yara(), kinds=frozenset({ReceiverKind.FACT}))
    given, asked, refused, withdrawn = (
        sharing.new(),
        replace(sharing.new(), ground=FACT, receiver=fact),
        replace(sharing.new(), ground=""),
        sharing.new(),
    )
    for each in (given, asked, refused, withdrawn):
        sharing.share(each)
    withdraw_disclosure(actor=sharing.actor("sanne"), now=NOW, disclosure_id=withdrawn.id, reason="Klaar.")
    there = make_world("opsterland", "Opsterland")
    other_case = open_with(sharing.world)
    note = write_note(
        actor=sharing.actor("sanne"), now=NOW, case_id=sharing.case_id, part=Note.Part.GENERAL, text="Gebeld."
    )
    _ask(sharing.world)
    return Made(given.id, asked.id, refused.id, withdrawn.id, other_case, there.municipality.id, note)


def _ask(world: World) -> None:
    """Ask three times whether somebody is known: twice set aside, of which one is judged."""
    new = NewQuestion(Sought("123456782"), "signal", {"signal": "Een signaal beoordelen"})
    for share in (100, 100, 0):
        ask_known(actor=world.actor("sanne"), now=NOW, new=new, limits=KnownLimits(5, share))
    privacy = world.actor("privacy")
    first = sample(viewer_of(privacy, now=NOW))[0]
    judge_question(actor=privacy, now=NOW, question_id=first.id, outcome="needed")


@pytest.fixture(scope="module")
def made(databases: Databases, django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Fill a database of this file; no attack changes it, so all use the same."""
    with django_db_blocker.unblock():
        name = databases.copy("sharing_attacked")
        databases.use(name)
        MADE["x"] = _make()
        yield
        connections.close_all()
        databases.use("shared")
        databases.drop(name)


def test_each_rule_has_an_attack_and_each_attack_a_rule() -> None:
    assert {rule.name for rule in RULES} == TRIES.keys()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: str(rule.name))
def test_the_database_refuses_what_breaks(rule: Rule, made: None) -> None:
    for attack in TRIES[rule.name]:
        assert_refused(attack, rule.message, TABLES)


@pytest.mark.parametrize("table", HISTORIES)
def test_a_history_is_not_emptied_in_one_blow(table: str, made: None) -> None:
    assert_not_emptied(table)


def test_every_table_that_is_attacked_has_rows(made: None) -> None:
    assert [table for table, rows in contents(TABLES).items() if not rows] == []


def test_every_table_of_the_room_is_attacked() -> None:
    assert {model._meta.db_table for model in apps.get_app_config("sharing").get_models()} == set(TABLES)
