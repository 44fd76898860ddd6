"""The database keeps a key as it was made; destroying it is removing the row."""

import pytest

from houvast.vault.database import RULES
from houvast.vault.models import Key
from houvast.vault.services.create_key import create_key
from tests.attacks import Attacker, Value, assert_refused
from tests.worlds import NOW

ATTACKS: dict[str, Value] = {"id": "0" * 32, "wrapped": b"another key", "created_at": "2020-01-01 00:00:00"}


def test_the_only_rule_is_attacked() -> None:
    assert [rule.name for rule in RULES] == ["vault_key_fixed"]


@pytest.mark.parametrize("column", ATTACKS)
def test_a_key_cannot_be_changed(column: str, committed: str) -> None:
    create_key(now=NOW)
    assert_refused(
        lambda attacker: attacker.run(f"UPDATE vault_key SET {column} = %s", ATTACKS[column]),
        RULES[0].message,
        ["vault_key"],
    )


@pytest.mark.django_db
def test_a_key_can_be_destroyed() -> None:
    key = create_key(now=NOW)
    Attacker("default").run("DELETE FROM vault_key WHERE id = %s", key.id)
    assert not Key.objects.filter(pk=key.id).exists()
