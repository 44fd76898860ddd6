"""A new database gets all its tables at once. That they are the right ones is held by `tests/upgrade`."""

from collections.abc import Iterator

import pytest
from django.db import connections
from django.db.migrations.loader import MigrationLoader
from pytest_django.plugin import DjangoDbBlocker

from houvast.upkeep.database import owner_alias
from houvast.upkeep.new_database import is_new, make_tables
from tests.databases import Databases


@pytest.fixture
def empty(databases: Databases, django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    """Point every connection at a database without any table; gives who may make them there."""
    with django_db_blocker.unblock():
        name = databases.empty("new")
        databases.use(name)
        yield owner_alias()
        databases.use("shared")
        databases.drop(name)


def test_tables_are_made_once_and_no_step_is_left(empty: str) -> None:
    assert is_new(connections[empty])
    make_tables(connections[empty])
    assert not is_new(connections[empty])
    steps = MigrationLoader(connections[empty])
    assert {node for node in steps.disk_migrations if node[0] in ("audit", "cases", "accountability")} <= {
        *steps.applied_migrations
    }


def test_what_breaks_off_leaves_nothing_behind(empty: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise RuntimeError

    with monkeypatch.context() as patch, pytest.raises(RuntimeError):
        patch.setattr("django.db.migrations.recorder.MigrationRecorder.record_applied", fails)
        make_tables(connections[empty])
    assert is_new(connections[empty])


def test_a_database_that_forgot_its_steps_is_not_taken_for_a_new_one(committed: str) -> None:
    with connections[owner_alias()].cursor() as cursor:
        cursor.execute("DELETE FROM django_migrations")
    assert not is_new(connections[owner_alias()])
