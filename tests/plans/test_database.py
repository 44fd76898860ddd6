"""The database keeps the rules of plans by itself: raw SQL attacks each of them, on both engines."""

from collections.abc import Iterator
from functools import partial

import pytest
from django.apps import apps
from django.db import connections, transaction
from pytest_django.plugin import DjangoDbBlocker

from houvast.kernel.database_rules import Pointer, Rule
from houvast.kernel.ids import new_id
from houvast.plans.database import HISTORIES, RULES
from houvast.plans.rules.areas import AreaLine
from houvast.plans.rules.tailor_made import Setting, SettingKind
from houvast.plans.rules.tasks import NextStep, Owner, Standing
from houvast.plans.services.record_task_step import record_task_step
from houvast.plans.services.set_life_area import set_life_area
from houvast.plans.services.set_tailor_made import set_tailor_made
from tests.attacks import Attacker, aliases, assert_not_emptied, assert_refused, contents
from tests.databases import Databases
from tests.lives import open_with
from tests.plans.attacks import Made, following
from tests.plans.attacks_tailor_made import TABLES, TRIES
from tests.plans.link_attacks import make_links
from tests.plans.tailoring import NO_MONEY, SMALL, answer, tailor, tell
from tests.plans.worlds import NOT_TOLD, TOLD, Planned, make_planned
from tests.worlds import NOW, make_resident, make_world

REFUSING = [rule for rule in RULES if isinstance(rule, Rule)]
POINTERS = [rule for rule in RULES if isinstance(rule, Pointer)]


def _make() -> Made:
    planned, there = make_planned(), make_world("opsterland", "Opsterland")
    here, beheer = planned.world.municipality.id, planned.world.actor("beheer")
    set_life_area(actor=beheer, now=NOW, municipality_id=here, area=AreaLine("money", "Geld", 1))
    other = Planned(planned.world, open_with(planned.world, make_resident(planned.world, "Vegt").id), planned.partner)
    for each in (planned, other):
        each.make_version(seen=each.make_version())
        task_id = each.agree(Owner(member_id=planned.world.id("iris")))
        record_task_step(actor=planned.world.actor("sanne"), now=NOW, task_id=task_id, step=NextStep(Standing.DONE))
        each.end(each.limit(NOT_TOLD))
        each.tell(each.limit(NOT_TOLD))
    limits = planned.limit(NOT_TOLD), planned.limit(TOLD)
    alone, waiting, refused = tailor(planned, SMALL), tailor(planned), tailor(planned)
    tell(planned, alone)
    answer(planned, refused, NO_MONEY)
    amount = Setting(SettingKind.LIMIT, 0, 30_000)
    set_tailor_made(actor=beheer, now=NOW, municipality_id=here, setting=amount)
    of_tailor_made = alone, waiting, refused, planned.world.id("erik")
    return Made(planned.case_id, other.case_id, *limits, there.municipality.id, make_links(planned), *of_tailor_made)


@pytest.fixture(scope="module")
def made(databases: Databases, django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Made]:
    """Make plans in a database of this file; no attack changes it, so all use the same."""
    with django_db_blocker.unblock():
        name = databases.copy("plans_attacked")
        databases.use(name)
        yield _make()
        connections.close_all()
        databases.use("shared")
        databases.drop(name)


def test_each_rule_has_an_attack_and_each_attack_a_rule() -> None:
    assert {rule.name for rule in REFUSING} == TRIES.keys()


@pytest.mark.parametrize("rule", REFUSING, ids=lambda rule: str(rule.name))
def test_the_database_refuses_what_breaks(rule: Rule, made: Made) -> None:
    for attack in TRIES[rule.name]:
        assert_refused(partial(attack, made=made), rule.message, TABLES)


@pytest.mark.parametrize("table", HISTORIES)
def test_a_history_is_not_emptied_in_one_blow(table: str, made: Made) -> None:
    assert_not_emptied(table)


def test_every_table_that_is_attacked_has_rows(made: Made) -> None:
    assert [table for table, rows in contents(TABLES).items() if not rows] == []


def test_every_table_of_the_room_is_attacked() -> None:
    assert {model._meta.db_table for model in apps.get_app_config("plans").get_models()} == set(TABLES)


@pytest.mark.parametrize("rule", POINTERS, ids=lambda rule: str(rule.name))
def test_a_row_cannot_be_added_without_becoming_the_newest(rule: Pointer, made: Made) -> None:
    for alias in aliases():
        attacker = Attacker(alias)
        with transaction.atomic(using=alias):
            row = following(attacker, rule.table, made.case)
            attacker.insert(rule.table, row)
            found = attacker.rows(f"SELECT {rule.column} FROM {rule.target} WHERE case_id = %s", made.case)
            assert [str(each[rule.column]) for each in found] == [str(attacker.value(row["id"]))]
            transaction.set_rollback(True, using=alias)


def test_a_task_without_a_step_is_refused_at_commit(made: Made) -> None:
    def attack(attacker: Attacker) -> None:
        task = attacker.rows("SELECT * FROM plans_task WHERE case_id = %s", made.case)[0]
        attacker.insert("plans_task", {**task, "id": new_id(), "step_id": new_id()})

    assert_refused(
        attack, {"sqlite": "FOREIGN KEY", "postgresql": "foreign key"}[connections["default"].vendor], TABLES
    )
