"""The database keeps the rules of reporting codes by itself: raw SQL attacks each of them, on both engines."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from uuid import UUID

import pytest
from django.apps import apps
from django.db import connections
from pytest_django.plugin import DjangoDbBlocker

from houvast.kernel.database_rules import Rule
from houvast.kernel.ids import new_id
from houvast.reporting_code.database import HISTORIES, RULES
from tests.attacks import Attacker, Row, Value, assert_not_emptied, assert_refused, contents
from tests.databases import Databases
from tests.lives import open_with
from tests.reporting_code.worlds import DAY, REPORTED, begin, record, record_all
from tests.worlds import make_resident, make_world

CODE, STEP = "reporting_code_reportingcode", "reporting_code_reportingcodestep"
REFUSING = [rule for rule in RULES if isinstance(rule, Rule)]
REPORT: dict[str, Value] = {"step": "decide", "outcome": "reported", "reported_on": DAY}


@dataclass(frozen=True)
class Made:
    """A code that is decided, one with a single step, and what to be wrong with."""

    decided: UUID
    begun: UUID
    other_case: UUID
    other_municipality: UUID
    stranger: UUID


Attack = Callable[[Attacker, Made], None]


def _make() -> Made:
    world, there = make_world(), make_world("opsterland", "Opsterland")
    sanne, case_id = world.actor("sanne"), open_with(world)
    decided = begin(sanne, case_id)
    record_all(sanne, decided)
    record(sanne, decided, REPORTED)
    other, stranger = open_with(world, make_resident(world).id), make_resident(world).id
    begun = begin(sanne, other)
    record(sanne, begun)
    return Made(decided, begun, other, there.municipality.id, stranger)


@pytest.fixture(scope="module")
def made(databases: Databases, django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Made]:
    """Make codes in a database of this file; no attack changes it, so all use the same."""
    with django_db_blocker.unblock():
        name = databases.copy("codes_attacked")
        databases.use(name)
        yield _make()
        connections.close_all()
        databases.use("shared")
        databases.drop(name)


def _code(attacker: Attacker, made: Made, **changes: Value) -> None:
    (row,) = attacker.rows(f"SELECT * FROM {CODE} WHERE id = %s", made.decided)
    attacker.forge(CODE, row, **{"id": new_id(), **changes})


def _newest(attacker: Attacker, code_id: UUID) -> Row:
    return attacker.rows(f"SELECT * FROM {STEP} WHERE reporting_code_id = %s ORDER BY number DESC", code_id)[0]


def _step(attacker: Attacker, code_id: UUID, **changes: Value) -> None:
    row = _newest(attacker, code_id)
    attacker.forge(STEP, row, **{"id": new_id(), "number": int(str(row["number"])) + 1, **changes})


def _run(statement: str) -> Attack:
    return lambda attacker, made: attacker.run(statement)


ATTACKS: dict[str, Attack] = {
    f"{CODE}_no_update": _run(f"UPDATE {CODE} SET ground = 'x'"),
    f"{CODE}_no_delete": _run(f"DELETE FROM {CODE}"),
    f"{CODE}_same_municipality_id": lambda at, made: _code(at, made, municipality_id=made.other_municipality),
    f"{CODE}_of_the_case": lambda at, made: _code(at, made, resident_id=made.stranger),
    f"{CODE}_whole": lambda at, made: _code(at, made, why_sealed=b""),
    f"{STEP}_no_update": _run(f"UPDATE {STEP} SET number = 9"),
    f"{STEP}_no_delete": _run(f"DELETE FROM {STEP}"),
    f"{STEP}_same_municipality_id": lambda at, made: _step(at, made.begun, municipality_id=made.other_municipality),
    f"{STEP}_same_case_id": lambda at, made: _step(at, made.begun, case_id=_newest(at, made.decided)["case_id"]),
    f"{STEP}_follows": lambda at, made: _step(at, made.begun, number=9),
    f"{STEP}_ends_once": lambda at, made: _step(at, made.decided, step="talk", outcome="", reported_on=None),
    f"{STEP}_decided_last": lambda at, made: _step(at, made.begun, **REPORT),
    f"{STEP}_whole": lambda at, made: _step(at, made.begun, words_sealed=b""),
}


def test_each_rule_has_an_attack_and_each_attack_a_rule() -> None:
    assert {rule.name for rule in REFUSING} == ATTACKS.keys()


@pytest.mark.parametrize("rule", REFUSING, ids=lambda rule: str(rule.name))
def test_the_database_refuses_what_breaks(rule: Rule, made: Made) -> None:
    assert_refused(lambda attacker: ATTACKS[rule.name](attacker, made), rule.message, (CODE, STEP))


def _wrong(**changes: Value) -> Attack:
    return lambda attacker, made: _step(attacker, made.begun, **changes)


@pytest.mark.parametrize(
    ("check", "attack"),
    [
        ("reporting_code_step_outcome", _wrong(outcome="help")),
        ("reporting_code_step_reported", _wrong(reported_on=DAY)),
    ],
)
def test_the_table_refuses_what_cannot_be(check: str, attack: Attack, made: Made) -> None:
    assert_refused(lambda attacker: attack(attacker, made), check, (CODE, STEP))


@pytest.mark.parametrize("table", HISTORIES)
def test_a_history_is_not_emptied_in_one_blow(table: str, made: Made) -> None:
    assert_not_emptied(table)


def test_every_table_of_the_room_is_attacked_and_has_rows(made: Made) -> None:
    assert {model._meta.db_table for model in apps.get_app_config("reporting_code").get_models()} == {CODE, STEP}
    assert all(contents((CODE, STEP)).values())
