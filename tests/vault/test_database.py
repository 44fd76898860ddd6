"""The database keeps a key as it was made, until it is destroyed or wrapped anew by who owns the tables."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import DatabaseError, connections

from houvast.upkeep.owner import as_owner
from houvast.vault.database import RULES
from houvast.vault.models import Epoch, Key
from houvast.vault.services.create_key import create_key
from houvast.vault.services.destroy_key import destroy_key
from tests.attacks import Attack, Attacker, Value, assert_not_emptied, assert_refused
from tests.worlds import NOW

MESSAGES = {rule.name: getattr(rule, "message", "") for rule in RULES}
TABLES = ["vault_key", "vault_epoch"]
LATER = "2030-01-01 00:00:00"
ATTACKED: dict[str, list[tuple[str, tuple[Value, ...]]]] = {
    "vault_epoch_no_update": [("UPDATE vault_epoch SET begun_at = %s", (LATER,))],
    "vault_epoch_no_delete": [("DELETE FROM vault_epoch", ())],
    "vault_key_fixed": [
        ("UPDATE vault_key SET destroyed_at = %s, id = %s", (LATER, "0" * 32)),
        ("UPDATE vault_key SET destroyed_at = %s, created_at = %s", (LATER, LATER)),
    ],
    "vault_key_no_delete": [("DELETE FROM vault_key", ())],
    "vault_key_changes": [
        ("UPDATE vault_key SET wrapped = %s", (b"another key",)),
        ("UPDATE vault_key SET epoch_id = NULL", ()),
    ],
}


def running(statement: str, *values: Value) -> Attack:
    return lambda attacker: attacker.run(statement, *values)


@pytest.mark.parametrize("name", ATTACKED)
def test_a_key_and_an_epoch_stay_as_they_are(name: str, committed: str) -> None:
    create_key(now=NOW)
    for statement, values in ATTACKED[name]:
        assert_refused(running(statement, *values), MESSAGES[name], TABLES)
    assert_not_emptied("vault_key")


NEW: dict[str, Callable[[dict[str, Value]], dict[str, Value]]] = {
    "empty": lambda row: {"wrapped": b""},
    "of no epoch": lambda row: {"epoch_id": None},
    "destroyed": lambda row: {"destroyed_at": LATER},
}


@pytest.mark.parametrize("what", NEW)
def test_a_key_begins_whole(what: str, committed: str) -> None:
    key = create_key(now=NOW)

    def attack(attacker: Attacker) -> None:
        (row,) = attacker.rows("SELECT * FROM vault_key WHERE id = %s", key.id)
        attacker.forge("vault_key", row, id="1" * 32, **NEW[what](row))

    assert_refused(attack, MESSAGES["vault_key_new"], TABLES)


def test_an_epoch_follows_the_one_before(committed: str) -> None:
    def attack(attacker: Attacker) -> None:
        (row,) = attacker.rows("SELECT * FROM vault_epoch")
        attacker.forge("vault_epoch", row, id="1" * 32, number=3)

    assert_refused(attack, MESSAGES["vault_epoch_follows"], TABLES)


def test_the_application_may_destroy_a_key_once_and_nothing_more(committed: str) -> None:
    key = create_key(now=NOW)
    destroy_key(key, now=NOW)
    destroy_key(Key.objects.get(pk=key.id), now=NOW + timedelta(days=1))
    kept = Key.objects.get(pk=key.id)
    assert (bytes(kept.wrapped), kept.destroyed_at) == (b"", NOW)
    for change in ("destroyed_at = NULL", f"destroyed_at = '{LATER}'", "wrapped = 'x'"):
        assert_refused(running(f"UPDATE vault_key SET {change}"), MESSAGES["vault_key_changes"], TABLES)
    if "owner" in connections:
        create_key(now=NOW)
        with pytest.raises(DatabaseError, match="permission denied"):
            Attacker("default").run("UPDATE vault_key SET destroyed_at = %s, wrapped = 'x'", LATER)


def test_in_a_new_epoch_no_key_gets_into_the_one_before(committed: str) -> None:
    create_key(now=NOW)
    with as_owner():
        first = Epoch.objects.get()
        Epoch.objects.create(number=2, begun_at=NOW)

    def attack(attacker: Attacker) -> None:
        (row,) = attacker.rows("SELECT * FROM vault_key")
        attacker.forge("vault_key", row, id="1" * 32, epoch_id=first.id)

    assert_refused(attack, MESSAGES["vault_key_new"], TABLES)
