"""A rule is written once, for both engines. That it holds is attacked with raw SQL, in the tests of each room."""

import pytest

from houvast.kernel.database_rules import (
    Emptied,
    Pointer,
    Rule,
    WrittenRule,
    postgresql_no_truncate,
    postgresql_statements,
    sqlite_statements,
)

ADDING = Rule("late", "plan", "INSERT", "NEW.day < 3", "plan: too late")
REMOVING = Rule("kept", "plan", "DELETE", "1 = 1", "plan: kept")
NEWEST = Pointer("newest", "turn", "NEW.number > 0", "plan", "turn_id", "plan_id")
GONE = Emptied("gone", "plan", "NEW.ended_on IS NOT NULL", "words")


@pytest.mark.parametrize("rule", [ADDING, REMOVING, NEWEST, GONE], ids=lambda rule: rule.name)
def test_a_rule_takes_the_place_of_what_has_its_name(rule: WrittenRule) -> None:
    removed, made = sqlite_statements(rule)
    assert removed == f"DROP TRIGGER IF EXISTS {rule.name}"
    assert rule.condition in made
    function, dropped, trigger = postgresql_statements(rule)
    assert function.startswith(f"CREATE OR REPLACE FUNCTION {rule.name}()")
    assert rule.condition in function
    assert dropped == f"DROP TRIGGER IF EXISTS {rule.name} ON {rule.table}"
    assert f"CREATE TRIGGER {rule.name} " in trigger


def test_what_is_refused_is_said() -> None:
    assert "RAISE(ABORT, 'plan: too late')" in sqlite_statements(ADDING)[1]
    assert "RAISE EXCEPTION 'plan: too late'" in postgresql_statements(ADDING)[0]


def test_postgresql_goes_on_with_the_row_that_there_is() -> None:
    assert "RETURN OLD" in postgresql_statements(REMOVING)[0]
    assert "RETURN NEW" in postgresql_statements(ADDING)[0]


def test_a_pointer_follows_the_newest_row() -> None:
    moved = "UPDATE plan SET turn_id = NEW.id WHERE id = NEW.plan_id"
    assert moved in sqlite_statements(NEWEST)[1]
    assert moved in postgresql_statements(NEWEST)[0]


def test_what_is_over_is_emptied_by_the_database() -> None:
    assert "AFTER UPDATE ON plan" in sqlite_statements(GONE)[1]
    assert "UPDATE plan SET words = x'' WHERE id = NEW.id" in sqlite_statements(GONE)[1]
    assert "NEW.words := ''" in postgresql_statements(GONE)[0]


def test_postgresql_has_a_rule_against_emptying_a_table() -> None:
    function, _dropped, trigger = postgresql_no_truncate("plan")
    assert "plan: no truncate" in function
    assert "BEFORE TRUNCATE ON plan" in trigger
