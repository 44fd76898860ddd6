"""The database keeps the rules of intake by itself: raw SQL attacks each of them, on both engines."""

from collections.abc import Iterator
from functools import partial

import pytest
from django.db import connections
from pytest_django.plugin import DjangoDbBlocker

from houvast.intake.database import HISTORIES, RULES
from houvast.kernel.database_rules import Rule
from tests.attacks import assert_not_emptied, assert_refused
from tests.databases import Databases
from tests.intake.attacks import ATTACKS, TABLES, Lived, live

REFUSING = [rule for rule in RULES if isinstance(rule, Rule)]


@pytest.fixture(scope="module")
def lived(databases: Databases, django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Lived]:
    """Let concerns live in a database of this file; no attack changes it, so all use the same."""
    with django_db_blocker.unblock():
        name = databases.copy("attacked")
        databases.use(name)
        yield live()
        connections.close_all()
        databases.use("shared")
        databases.drop(name)


def test_each_rule_has_an_attack_and_each_attack_a_rule() -> None:
    assert {rule.name for rule in REFUSING} == ATTACKS.keys()


@pytest.mark.parametrize("rule", REFUSING, ids=lambda rule: str(rule.name))
def test_the_database_refuses_what_breaks(rule: Rule, lived: Lived) -> None:
    for attack in ATTACKS[rule.name]:
        assert_refused(partial(attack, lived=lived), rule.message, TABLES)


@pytest.mark.parametrize("table", HISTORIES)
def test_a_history_is_not_emptied_or_written_over(table: str, lived: Lived) -> None:
    assert_not_emptied(table)
