"""The database keeps the rules of sharing by itself: raw SQL attacks each of them, on both engines."""

from collections.abc import Iterator

import pytest
from django.apps import apps
from django.db import connections
from pytest_django.plugin import DjangoDbBlocker

from houvast.kernel.database_rules import Rule
from houvast.sharing.database import HISTORIES, RULES
from houvast.sharing.rules.grounds import BEGINS
from houvast.sharing.services.set_covenant import set_covenant
from houvast.sharing.services.set_ground import set_ground
from tests.attacks import assert_not_emptied, assert_refused, contents
from tests.databases import Databases
from tests.sharing.attacks import TABLES, TRIES
from tests.sharing.test_grounds import MDO
from tests.worlds import NOW, make_world


def _make() -> None:
    here = make_world()
    actor, municipality_id = here.actor("beheer"), here.municipality.id
    set_covenant(actor=actor, now=NOW, municipality_id=municipality_id, line=MDO)
    set_ground(actor=actor, now=NOW, municipality_id=municipality_id, line=BEGINS["wmo-afstemmen"])


@pytest.fixture(scope="module")
def made(databases: Databases, django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Fill a database of this file; no attack changes it, so all use the same."""
    with django_db_blocker.unblock():
        name = databases.copy("sharing_attacked")
        databases.use(name)
        _make()
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
