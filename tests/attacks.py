"""Raw SQL against the rules of the database, on the connection of the application and on that of the owner.

On PostgreSQL the application role has no right to change a history at all. The owner has, so only the owner's attempt
shows that the rule itself stands. On SQLite there is one connection.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias
from uuid import UUID

import pytest
from django.db import DatabaseError, connections, transaction

Value: TypeAlias = "str | int | bytes | date | UUID | None"
Row: TypeAlias = "dict[str, Value]"


@dataclass(frozen=True)
class Attacker:
    """Somebody with raw SQL."""

    alias: str

    def run(self, statement: str, *parameters: Value) -> None:
        """Run a statement."""
        with connections[self.alias].cursor() as cursor:
            cursor.execute(statement, [self.value(parameter) for parameter in parameters])

    def rows(self, statement: str, *parameters: Value) -> list[Row]:
        """Read rows, each by column name."""
        with connections[self.alias].cursor() as cursor:
            cursor.execute(statement, [self.value(parameter) for parameter in parameters])
            names = [str(column[0]) for column in cursor.description]
            return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]

    def insert(self, table: str, row: Row, *, verb: str = "INSERT") -> None:
        """Insert a row as it stands, or REPLACE it where the engine has that verb."""
        marks = ", ".join("%s" for _ in row)
        columns = ", ".join(f'"{column}"' for column in row)
        self.run(f"{verb} INTO {table} ({columns}) VALUES ({marks})", *row.values())

    def forge(self, table: str, source: Row, **changes: Value) -> None:
        """Insert a copy of a row with something else in it."""
        self.insert(table, {**source, **changes})

    def value(self, value: Value) -> Value:
        """Write an id as the engine keeps it."""
        if isinstance(value, UUID) and not connections[self.alias].features.has_native_uuid_field:
            return value.hex
        return value


Attack: TypeAlias = Callable[[Attacker], None]


def aliases() -> tuple[str, ...]:
    """Name the connections to attack over."""
    return ("default", "owner") if "owner" in connections else ("default",)


def contents(tables: Sequence[str]) -> dict[str, list[str]]:
    """Read whole tables, to see afterwards that nothing changed."""
    reader = Attacker("default")
    return {table: sorted(repr(row) for row in reader.rows(f"SELECT * FROM {table}")) for table in tables}


def assert_refused(attack: Attack, message: str, tables: Sequence[str]) -> None:
    """Attack over every connection: each time the database says `message`, and the tables stay as they were."""
    before = contents(tables)
    for alias in aliases():
        allowed = re.escape(message)
        if alias == "default" and "owner" in connections:
            allowed = f"{allowed}|permission denied"
        with pytest.raises(DatabaseError, match=allowed), transaction.atomic(using=alias):
            attack(Attacker(alias))
        assert contents(tables) == before


def assert_not_emptied(table: str) -> None:
    """Try to take all rows out in one blow, or to write over one: refused over every connection."""
    before = contents([table])
    for alias in aliases():
        attacker = Attacker(alias)
        with pytest.raises(DatabaseError), transaction.atomic(using=alias):
            if connections[alias].vendor == "sqlite":
                attacker.insert(table, attacker.rows(f"SELECT * FROM {table}")[0], verb="REPLACE")
            else:
                attacker.run(f"TRUNCATE {table} CASCADE")
    assert contents([table]) == before
