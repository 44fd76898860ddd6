"""Copies of a migrated template database, on either engine. The workers of one run share the template."""

import fcntl
import itertools
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol
from urllib.parse import quote

import psycopg
from django.db import connection, connections

from houvast.upkeep.database import migrate

TEMPLATE = "test_template"
LONG_AGO = datetime(2026, 1, 1, tzinfo=UTC)
"""When the template was made: before everything that a test does."""


@contextmanager
def one_at_a_time(directory: Path) -> Iterator[bool]:
    """Let one worker of a run in at a time; tells the first one that it is the first."""
    made = directory / "template.made"
    with (directory / "template.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield not made.exists()
        made.touch()


class Databases(Protocol):
    """Makes, copies and drops databases of one engine."""

    def make_template(self) -> None:
        """Make the template, with its rules."""

    def copy(self, label: str, source: str = "") -> str:
        """Copy the template, or another copy to which nobody is connected; give the name of the copy."""
        ...

    def empty(self, label: str) -> str:
        """Make a database without any table; give its name."""
        ...

    def use(self, name: str) -> None:
        """Point every connection, in every thread, at a database."""

    def drop(self, name: str) -> None:
        """Throw a copy away."""

    def close(self) -> None:
        """Throw everything away."""


class SqliteDatabases:
    """Database files in a folder."""

    def __init__(self, directory: Path, template: Path) -> None:
        """Work in `directory`, with copies of the file `template`."""
        self.directory, self.template = directory, template
        self._numbers = itertools.count(1)
        # What only a power failure would show: nobody waits for the disk. `tests/engines.py` does so on PostgreSQL.
        connections["default"].settings_dict["OPTIONS"]["init_command"] += " PRAGMA synchronous=OFF;"

    def make_template(self) -> None:
        """Make the template, with its rules."""
        self._point_at(self.template)
        migrate(now=LONG_AGO, verbosity=0)
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connections.close_all()

    def copy(self, label: str, source: str = "") -> str:
        """Copy the file."""
        name = label if label == "shared" else f"{label}-{next(self._numbers)}"
        shutil.copyfile(self._file(source) if source else self.template, self._file(name))
        return name

    def empty(self, label: str) -> str:
        """Name a file that is made when somebody connects."""
        return f"{label}-{next(self._numbers)}"

    def use(self, name: str) -> None:
        """Point every connection at the file."""
        self._point_at(self._file(name))

    def drop(self, name: str) -> None:
        """Remove the file and what SQLite keeps beside it."""
        for suffix in ("", "-wal", "-shm"):
            Path(f"{self._file(name)}{suffix}").unlink(missing_ok=True)

    def close(self) -> None:
        """Leave the folder to pytest."""
        connections.close_all()

    def _point_at(self, file: Path) -> None:
        connections.close_all()
        connections["default"].settings_dict["NAME"] = str(file)

    def _file(self, name: str) -> Path:
        return self.directory / f"{name}.sqlite3"


class PostgresDatabases:
    """Databases of one worker in the test cluster; the owner makes them, the tests use them as the application role."""

    def __init__(self, prefix: str) -> None:
        """Name every database after the worker, but the template."""
        self.prefix = prefix
        self._numbers = itertools.count(1)
        owner = connections["owner"].settings_dict
        self._owner_url = f"postgresql://{owner['USER']}@{quote(str(owner['HOST']), safe='')}/{owner['NAME']}"

    def make_template(self) -> None:
        """Make the template as the owner; the application role gets its rights there."""
        self._execute(f'CREATE DATABASE "{TEMPLATE}"')
        self._point_at(TEMPLATE)
        migrate(now=LONG_AGO, verbosity=0)
        connections.close_all()

    def copy(self, label: str, source: str = "") -> str:
        """Copy inside the cluster."""
        name = label if label == "shared" else f"{label}_{next(self._numbers)}"
        original = self._full(source) if source else TEMPLATE
        self._execute(f'CREATE DATABASE "{self._full(name)}" TEMPLATE "{original}" STRATEGY FILE_COPY')
        return name

    def empty(self, label: str) -> str:
        """Make a database of the owner's."""
        name = f"{label}_{next(self._numbers)}"
        self._execute(f'CREATE DATABASE "{self._full(name)}"')
        return name

    def use(self, name: str) -> None:
        """Point both roles at the database."""
        self._point_at(self._full(name))

    def drop(self, name: str) -> None:
        """Drop the copy, with whoever is still connected to it."""
        self._execute(f'DROP DATABASE "{self._full(name)}" WITH (FORCE)')

    def close(self) -> None:
        """Leave the cluster to the engine runner."""
        connections.close_all()

    def _point_at(self, database: str) -> None:
        connections.close_all()
        for alias in ("default", "owner"):
            connections[alias].settings_dict["NAME"] = database

    def _full(self, name: str) -> str:
        return f"{self.prefix}_{name}"

    def _execute(self, statement: str) -> None:
        with psycopg.connect(self._owner_url, autocommit=True) as owner:
            owner.execute(statement.encode())
