"""Rules that the database itself keeps, written once for SQLite and PostgreSQL.

A rule is a condition under which a write is refused. The condition is SQL that both engines read alike, over OLD and
NEW, with subqueries where needed. Each room lists its rules in its `database.py`; `houvast migrate` installs them after
every migration, because SQLite tables lose their triggers when Django rebuilds them (ADR 0008).
"""

from dataclasses import dataclass
from typing import Literal

Operation = Literal["INSERT", "UPDATE", "DELETE"]


@dataclass(frozen=True, slots=True)
class Rule:
    """Refuse `operation` on `table` when `condition` holds; `message` says in English which rule it was."""

    name: str
    table: str
    operation: Operation
    condition: str
    message: str


@dataclass(frozen=True, slots=True)
class Pointer:
    """After a row is added to a history for which `condition` holds, point `target.column` at it.

    `key` is the column of the history that names the row of `target`. So "the newest row" is the database's own word.
    """

    name: str
    table: str
    condition: str
    target: str
    column: str
    key: str


@dataclass(frozen=True, slots=True)
class Emptied:
    """When a row is changed and `condition` holds, the database itself empties `column`.

    So a role that may only say that it is over cannot leave anything behind, nor put anything else there.
    """

    name: str
    table: str
    condition: str
    column: str


WrittenRule = Rule | Pointer | Emptied


def append_only(table: str) -> tuple[Rule, ...]:
    """Make a table a history: rows are added, never changed or removed."""
    return (
        Rule(f"{table}_no_update", table, "UPDATE", "1 = 1", f"{table} is append-only: no update"),
        *no_delete(table),
    )


def append_only_until_erased(
    table: str, *, key: str, erased: tuple[str, ...], kept: tuple[str, ...]
) -> tuple[Rule, ...]:
    """Make a table a history of which the open words in `erased` can be emptied once its key has been destroyed.

    `key` is SQL that gives the id of the key of OLD. Empty is nothing, or a line where a check wants something.
    """
    changed = " OR ".join(f"OLD.{column} IS DISTINCT FROM NEW.{column}" for column in kept)
    words = " OR ".join(f"NEW.{column} NOT IN ('', '-')" for column in erased)
    alive = f"NOT EXISTS (SELECT 1 FROM vault_key k WHERE k.id = {key} AND k.destroyed_at IS NOT NULL)"
    return (
        Rule(
            f"{table}_no_update",
            table,
            "UPDATE",
            f"{alive} OR {changed} OR {words}",
            f"{table} is append-only: no update",
        ),
        *no_delete(table),
    )


def no_delete(table: str) -> tuple[Rule, ...]:
    """Keep rows of a table from being removed."""
    return (Rule(f"{table}_no_delete", table, "DELETE", "1 = 1", f"{table}: rows are not removed"),)


def fixed(table: str, *columns: str) -> Rule:
    """Freeze columns after the row has been written."""
    changed = " OR ".join(f"OLD.{column} IS DISTINCT FROM NEW.{column}" for column in columns)
    return Rule(f"{table}_fixed", table, "UPDATE", changed, f"{table}: {', '.join(columns)} cannot change")


def same_as_parent(table: str, column: str, parent: str, key: str) -> Rule:
    """Keep a copied column equal to that of the parent row, such as a case's municipality on each of its rows."""
    condition = f"NEW.{column} IS DISTINCT FROM (SELECT p.{column} FROM {parent} p WHERE p.id = NEW.{key})"
    return Rule(f"{table}_same_{column}", table, "INSERT", condition, f"{table}: {column} is that of its {parent}")


def numbered(table: str, parent: str) -> Rule:
    """Let row n follow row n-1 of the same parent; `parent` is the column that names it."""
    return Rule(
        f"{table}_follows",
        table,
        "INSERT",
        f"NEW.number <> 1 + COALESCE((SELECT MAX(h.number) FROM {table} h WHERE h.{parent} = NEW.{parent}), 0)",
        f"{table}: number n follows n-1",
    )


def newest(table: str, column: str, history: str, key: str) -> tuple[Rule, Rule]:
    """Keep a pointer on the newest row of its numbered history, from the first row on."""
    return (
        Rule(
            f"{table}_newest",
            table,
            "UPDATE",
            f"NEW.{column} <> OLD.{column} AND NOT EXISTS (SELECT 1 FROM {history} h WHERE h.id = NEW.{column} "
            f"AND h.{key} = NEW.id AND NOT EXISTS (SELECT 1 FROM {history} n WHERE n.{key} = NEW.id "
            "AND n.number > h.number))",
            f"{table}: {column} names the newest row",
        ),
        Rule(
            f"{history}_first",
            history,
            "INSERT",
            f"NEW.number = 1 AND NEW.id IS DISTINCT FROM (SELECT p.{column} FROM {table} p WHERE p.id = NEW.{key})",
            f"{history}: the first row is the one that its {table} was written with",
        ),
    )


def sqlite_statements(rule: WrittenRule) -> tuple[str, str]:
    """Give the statements that put the rule into SQLite: remove what was there, and make it."""
    if isinstance(rule, Rule):
        head, body = f"BEFORE {rule.operation} ON {rule.table}", f"SELECT RAISE(ABORT, '{rule.message}')"
    elif isinstance(rule, Pointer):
        head, body = f"AFTER INSERT ON {rule.table}", _move(rule)
    else:
        head = f"AFTER UPDATE ON {rule.table}"
        body = f"UPDATE {rule.table} SET {rule.column} = x'' WHERE id = NEW.id"
    made = f"CREATE TRIGGER {rule.name} {head} FOR EACH ROW WHEN {rule.condition} BEGIN {body}; END"
    return f"DROP TRIGGER IF EXISTS {rule.name}", made


def postgresql_statements(rule: WrittenRule) -> tuple[str, str, str]:
    """Give the statements that put the rule into PostgreSQL, as a trigger with its function."""
    if isinstance(rule, Rule):
        when = f"BEFORE {rule.operation}"
        body = f"RAISE EXCEPTION '{rule.message}' USING ERRCODE = 'integrity_constraint_violation'"
        row = "OLD" if rule.operation == "DELETE" else "NEW"
    elif isinstance(rule, Pointer):
        when, body, row = "AFTER INSERT", _move(rule), "NEW"
    else:
        when, body, row = "BEFORE UPDATE", f"NEW.{rule.column} := ''", "NEW"
    return _function_and_trigger(
        rule.name, f"IF {rule.condition} THEN {body}; END IF; RETURN {row};", f"{when} ON {rule.table} FOR EACH ROW"
    )


def postgresql_no_truncate(table: str) -> tuple[str, str, str]:
    """Give the statements that keep a table from being emptied in one blow; SQLite has no such statement."""
    body = f"RAISE EXCEPTION '{table}: no truncate' USING ERRCODE = 'integrity_constraint_violation';"
    return _function_and_trigger(f"{table}_no_truncate", body, f"BEFORE TRUNCATE ON {table} FOR EACH STATEMENT")


def _move(rule: Pointer) -> str:
    return f"UPDATE {rule.target} SET {rule.column} = NEW.id WHERE id = NEW.{rule.key}"


def _function_and_trigger(name: str, body: str, when: str) -> tuple[str, str, str]:
    return (
        f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql "
        f"SET search_path = pg_catalog, public AS $rule$ BEGIN {body} END $rule$",
        f"DROP TRIGGER IF EXISTS {name} ON {when.split(' ON ')[1].split()[0]}",
        f"CREATE TRIGGER {name} {when} EXECUTE FUNCTION {name}()",
    )
