"""Installs the rules that the database itself keeps, and compares them with what is there."""

from datetime import datetime

from django.core.management import call_command
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper

from houvast.accountability import database as accountability
from houvast.audit import database as audit
from houvast.cases import database as cases
from houvast.consultation import database as consultation
from houvast.directory import database as directory
from houvast.documents import database as documents
from houvast.intake import database as intake
from houvast.kernel.actor import system
from houvast.kernel.database_rules import (
    Rule,
    WrittenRule,
    postgresql_no_truncate,
    postgresql_statements,
    sqlite_statements,
)
from houvast.letters import database as letters
from houvast.participation import database as participation
from houvast.plans import database as plans
from houvast.reporting_code import database as reporting_code
from houvast.residents import database as residents
from houvast.safety_house import database as safety_house
from houvast.sharing import database as sharing
from houvast.short_lines import database as short_lines
from houvast.upkeep.new_database import is_new, make_tables
from houvast.upkeep.owner import as_owner
from houvast.vault import database as vault
from houvast.vault.database import NARROW
from houvast.vault.services.begin_epoch import begin_first_epoch

ACTOR = system("migrate")
ROOMS = (
    audit,
    vault,
    directory,
    residents,
    short_lines,
    cases,
    plans,
    documents,
    letters,
    reporting_code,
    sharing,
    consultation,
    intake,
    safety_house,
    participation,
    accountability,
)
RULES: tuple[WrittenRule, ...] = tuple(rule for room in ROOMS for rule in room.RULES)
HISTORIES: tuple[str, ...] = tuple(table for room in ROOMS for table in room.HISTORIES)


def owner_alias() -> str:
    """Name the connection that may change tables: the owner's where there is one, else the only one."""
    return "owner" if "owner" in connections else "default"


def migrate(*, now: datetime, verbosity: int = 1) -> None:
    """Make the tables or bring them up to date, then install the rules and what the application role may do.

    Safe to repeat.
    """
    alias = owner_alias()
    lift(connections[alias])
    if is_new(connections[alias]):
        make_tables(connections[alias])
    call_command("migrate", database=alias, verbosity=verbosity, interactive=False)
    install(connections[alias])
    with as_owner():
        begin_first_epoch(actor=ACTOR, now=now)
    if alias == "owner":
        grant(connections[alias], str(connections["default"].settings_dict["USER"]))


def statements(vendor: str) -> tuple[str, ...]:
    """Give all statements that install the rules on an engine."""
    if vendor == "sqlite":
        return tuple(statement for rule in RULES for statement in sqlite_statements(rule))
    rules = tuple(statement for rule in RULES for statement in postgresql_statements(rule))
    return rules + tuple(statement for table in (*HISTORIES, *NARROW) for statement in postgresql_no_truncate(table))


def lift(connection: BaseDatabaseWrapper) -> None:
    """Take the rules off on SQLite, before tables change: it refuses to make a table anew that a rule of another names.

    Where migrating breaks off they stay off, and no server starts on such a database.
    """
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            for name in _actual_sqlite(connection):
                cursor.execute(f"DROP TRIGGER {connection.ops.quote_name(name)}")


def install(connection: BaseDatabaseWrapper) -> None:
    """Put every rule into the database, in the place of what was there under its name."""
    with connection.cursor() as cursor:
        for statement in statements(connection.vendor):
            cursor.execute(statement)


def grant(connection: BaseDatabaseWrapper, role: str) -> None:
    """Give the application role what it needs and no more: on histories it may read and add."""
    name = connection.ops.quote_name(role)
    with connection.cursor() as cursor:
        cursor.execute(f"GRANT USAGE ON SCHEMA public TO {name}")
        cursor.execute(f"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {name}")
        cursor.execute(f"GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {name}")
        for table in HISTORIES:
            cursor.execute(f"REVOKE UPDATE, DELETE ON {connection.ops.quote_name(table)} FROM {name}")
        for table, columns in NARROW.items():
            cursor.execute(f"REVOKE UPDATE, DELETE ON {connection.ops.quote_name(table)} FROM {name}")
            cursor.execute(f"GRANT UPDATE ({', '.join(columns)}) ON {connection.ops.quote_name(table)} TO {name}")


def _expected_sqlite() -> dict[str, str]:
    return {rule.name: sqlite_statements(rule)[-1] for rule in RULES}


def _actual_sqlite(connection: BaseDatabaseWrapper) -> dict[str, str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
        return dict(cursor.fetchall())


def _actual_postgresql(connection: BaseDatabaseWrapper) -> dict[str, str]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT t.tgname, p.prosrc FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid "
            "WHERE NOT t.tgisinternal AND t.tgenabled IN ('O', 'A')"
        )
        return dict(cursor.fetchall())


def _expected_postgresql() -> dict[str, str]:
    every = [postgresql_statements(rule) for rule in RULES]
    every += [postgresql_no_truncate(table) for table in (*HISTORIES, *NARROW)]
    return {made[1].split()[4]: made[0].split("$rule$")[1] for made in every}


def differences(connection: BaseDatabaseWrapper) -> list[str]:
    """List in Dutch which rules are missing, changed or unknown; an empty list means that all are kept."""
    if connection.vendor == "sqlite":
        expected, actual = _expected_sqlite(), _actual_sqlite(connection)
    else:
        expected, actual = _expected_postgresql(), _actual_postgresql(connection)
    missing = [f"regel ontbreekt: {name}" for name in sorted(expected.keys() - actual.keys())]
    unknown = [f"onbekende regel: {name}" for name in sorted(actual.keys() - expected.keys())]
    changed = [
        f"regel is veranderd: {name}"
        for name in sorted(expected.keys() & actual.keys())
        if expected[name].strip() != actual[name].strip()
    ]
    return missing + changed + unknown


__all__ = [
    "HISTORIES",
    "NARROW",
    "RULES",
    "Rule",
    "differences",
    "grant",
    "install",
    "lift",
    "migrate",
    "owner_alias",
    "statements",
]
