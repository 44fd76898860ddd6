"""A server does not start on a database that is not fit for it, and says what to do."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection, connections

from houvast.upkeep.database import owner_alias
from houvast.upkeep.health import Health, health, pending_migrations
from houvast.upkeep.key_copies import copy_when_set
from houvast.upkeep.readiness import obstacles, role_problems, warnings
from tests.worlds import NOW


def break_a_rule() -> None:
    """Take away one rule, as who owns the tables could."""
    on = " ON audit_entry" if connection.vendor == "postgresql" else ""
    with connections[owner_alias()].cursor() as cursor:
        cursor.execute(f"DROP TRIGGER audit_entry_no_update{on}")


def forget_a_migration() -> None:
    """Make the database one version older than the code."""
    with connections[owner_alias()].cursor() as cursor:
        cursor.execute("DELETE FROM django_migrations WHERE app = 'intake'")


@pytest.mark.django_db
def test_a_fit_database_has_no_obstacles() -> None:
    assert obstacles(practice=True) == []
    assert pending_migrations() == []
    found = health(NOW)
    assert found == Health(True, True, True, log_checkpoints=False, key_copies=None, version=found.version)
    assert found.is_well
    assert found.version == "0.1.0"


@pytest.mark.django_db
def test_copies_of_the_keys_are_asked_for_and_stop_nothing(own_folders: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "HOUVAST_KEY_COPIES", None)
    (line,) = warnings(now=NOW)
    assert line.startswith("HOUVAST_KEY_COPIES ontbreekt")
    monkeypatch.setattr(settings, "HOUVAST_KEY_COPIES", own_folders / "kopie")
    monkeypatch.setattr(settings, "HOUVAST_KEY_STORE", settings.CONFIGURATION.data_directory / "sleutelbos")
    inside, none_yet = warnings(now=NOW)
    assert inside.startswith("De sleutelbos staat in HOUVAST_DATA_DIR")
    assert none_yet.startswith("Van de sleutelbos van dit tijdvak is er geen kopie")
    assert health(NOW).key_copies is False
    monkeypatch.setattr(settings, "HOUVAST_KEY_STORE", own_folders / "sleutelbos")
    copy_when_set(now=NOW, say=lambda line: None)
    assert (warnings(now=NOW), health(NOW).key_copies) == ([], True)
    (old,) = warnings(now=NOW + timedelta(days=31))
    assert "meer dan 30 dagen oud" in old


def test_a_missing_rule_stops_the_server(committed: str) -> None:
    break_a_rule()
    (line,) = obstacles(practice=True)
    assert line.startswith("De database bewaakt haar regels niet (regel ontbreekt: audit_entry_no_update)")
    assert not health(NOW).database_rules
    assert not health(NOW).is_well


def test_an_older_database_stops_the_server(committed: str) -> None:
    forget_a_migration()
    assert obstacles(practice=True) == [
        "De tabellen horen niet bij deze versie van Houvast. Draai eerst: houvast migrate"
    ]
    assert not health(NOW).migrations
    assert not health(NOW).is_well


def test_a_database_that_does_not_answer_is_not_well(committed: str, monkeypatch: pytest.MonkeyPatch) -> None:
    connection.close()
    monkeypatch.setitem(connection.settings_dict, "NAME", "/bestaat/niet")
    found = health(NOW)
    assert (found.database, found.database_rules, found.migrations, found.is_well) == (False, False, False, False)


@pytest.mark.django_db
def test_the_role_of_the_application_is_fit_for_production() -> None:
    if connection.vendor == "postgresql":
        assert obstacles(practice=False) == []
        assert role_problems(connection) == []
    else:
        assert obstacles(practice=True) == []


def test_a_role_that_owns_the_tables_stops_the_server(committed: str) -> None:
    if connection.vendor == "postgresql":
        found = " ".join(role_problems(connections["owner"]))
        assert "eigenaar van tabellen" in found
        assert "audit_entry" in found
        assert "beheerder van PostgreSQL" not in found
    else:
        assert owner_alias() == "default"
