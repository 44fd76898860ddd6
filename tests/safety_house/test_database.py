"""The database keeps the rules of referrals and files by itself: raw SQL attacks each of them, on both engines."""

from collections.abc import Iterator
from functools import partial
from uuid import UUID

import pytest
from django.apps import apps
from django.db import connections
from pytest_django.plugin import DjangoDbBlocker

from houvast.kernel.database_rules import Rule
from houvast.safety_house.database import HISTORIES, RULES
from houvast.safety_house.rules.content import LookBackContent
from houvast.safety_house.rules.criteria import DEFAULTS
from houvast.safety_house.services.look_back import look_back
from houvast.safety_house.services.set_criterion import set_criterion
from houvast.safety_house.services.write_file_note import write_file_note
from tests.attacks import assert_not_emptied, assert_refused, contents
from tests.databases import Databases
from tests.safety_house.attacks import TABLES, TRIES, Made, Referred
from tests.safety_house.worlds import Referable, make_referable
from tests.worlds import NOW, make_world


def _make() -> Made:
    referable, there = make_referable(), make_world("opsterland", "Opsterland")
    mirjam = referable.actor("mirjam")
    set_criterion(actor=mirjam, now=NOW, house_id=referable.house.id, line=DEFAULTS[0])
    asked, accepted, returned, done = (_refer(referable) for _ in range(4))
    outside_case = referable.another_case()
    outside = Referred(referable.refer(outside=True, case_id=outside_case), outside_case, None)
    for each in (accepted, returned, done):
        assert each.file is not None
        referable.answer(each.file)
        write_file_note(actor=mirjam, now=NOW, file_id=each.file, text="Gesproken.")
    for each in (returned, done):
        assert each.file is not None
        referable.send_back(each.file)
    words = LookBackContent("Dat lukte.", "Dat ook.", "Niets.")
    look_back(actor=referable.actor("sanne"), now=NOW, referral_id=done.referral, content=words)
    world = referable.world
    return Made(
        asked, accepted, returned, done, outside, there.municipality.id, world.id("marit"), world.organisation.id
    )


def _refer(referable: Referable) -> Referred:
    case_id: UUID = referable.another_case()
    referral = referable.refer(case_id=case_id)
    return Referred(referral, case_id, referable.file(referral))


@pytest.fixture(scope="module")
def made(databases: Databases, django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Made]:
    """Make referrals in a database of this file; no attack changes it, so all use the same."""
    with django_db_blocker.unblock():
        name = databases.copy("safety_house_attacked")
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
    assert {model._meta.db_table for model in apps.get_app_config("safety_house").get_models()} == set(TABLES)
