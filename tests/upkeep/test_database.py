"""The database keeps its rules, under a role that cannot take them away."""

import os

import pytest
from django.db import Error, connection

from houvast.upkeep.database import HISTORIES, RULES, differences, install, lift


@pytest.mark.django_db
def test_all_rules_are_in_the_database_after_migrating() -> None:
    assert RULES
    assert differences(connection) == []


@pytest.mark.django_db
def test_the_engine_is_the_one_that_the_runner_asked_for() -> None:
    assert connection.vendor == os.environ.get("HOUVAST_TEST_ENGINE", "sqlite")


def test_a_missing_rule_is_named(committed: str) -> None:
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("DROP TRIGGER audit_entry_no_update")
        assert differences(connection) == ["regel ontbreekt: audit_entry_no_update"]
    else:
        with pytest.raises(Error, match="must be owner"), connection.cursor() as cursor:
            cursor.execute("DROP TRIGGER audit_entry_no_update ON audit_entry")


def test_rules_of_sqlite_are_taken_off_before_tables_change_and_come_back(committed: str) -> None:
    lift(connection)
    if connection.vendor == "sqlite":
        assert len(differences(connection)) == len(RULES)
        install(connection)
    assert differences(connection) == []


@pytest.mark.django_db
def test_on_postgresql_the_tests_run_as_a_role_that_owns_nothing() -> None:
    if connection.vendor == "sqlite":
        assert connection.settings_dict["ENGINE"] == "django.db.backends.sqlite3"
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT rolsuper, rolcreatedb, rolcreaterole FROM pg_roles WHERE rolname = current_user")
        assert cursor.fetchone() == (False, False, False)
        cursor.execute(
            "SELECT count(*) FROM pg_class c JOIN pg_roles r ON r.oid = c.relowner WHERE r.rolname = current_user"
        )
        assert cursor.fetchone() == (0,)
        for table in HISTORIES:
            for right in ("UPDATE", "DELETE", "TRUNCATE"):
                cursor.execute("SELECT has_table_privilege(current_user, %s, %s)", [table, right])
                assert cursor.fetchone() == (False,), f"{right} on {table}"
