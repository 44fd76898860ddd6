"""The database keeps the rules of the log by itself: raw SQL attacks each of them, on both engines."""

import pytest
from django.db import DatabaseError, transaction

from houvast.audit.database import RULES
from houvast.audit.events import Event
from houvast.audit.rules.activities import ACTIVITIES
from houvast.audit.services.act import act
from houvast.audit.services.seal_log import seal_log
from houvast.audit.services.set_activity import set_activity
from houvast.kernel.actor import system
from houvast.kernel.ids import new_id
from tests.attacks import Attack, Attacker, Row, Value, assert_not_emptied, assert_refused
from tests.worlds import NOW

TABLES = ("audit_chain", "audit_entry", "audit_checkpoint", "audit_checkpointhead", "audit_activityversion")
COUNTED = Event("tests.counted", "telde iets")


@pytest.fixture
def two_entries(committed: str) -> None:
    """Put two acts on record in the chain of the system, with a checkpoint after each."""
    for _ in range(2):
        with act(COUNTED, actor=system("tests"), now=NOW):
            pass
        seal_log(now=NOW)
    set_activity(actor=system("tests"), now=NOW, municipality=new_id(), activity=ACTIVITIES[0], seen=0)


def changes(table: str, assignment: str, *parameters: Value) -> Attack:
    """Change every row of a table."""
    return lambda attacker: attacker.run(f"UPDATE {table} SET {assignment}", *parameters)


def removes(table: str) -> Attack:
    """Remove every row of a table."""
    return lambda attacker: attacker.run(f"DELETE FROM {table}")


def adds_entry(**changed: Value) -> Attack:
    """Add an entry that follows the last one, but for what is changed."""

    def attack(attacker: Attacker) -> None:
        chain = attacker.rows("SELECT * FROM audit_chain")[0]
        last = attacker.rows("SELECT * FROM audit_entry ORDER BY number DESC")[0]
        following: Row = {"id": new_id(), "number": 3, "previous_hash": chain["head_hash"], "hash": "f" * 64}
        attacker.insert("audit_entry", {**last, **following, **changed})

    return attack


def adds_chain(**changed: Value) -> Attack:
    """Add a chain that says to have entries."""
    empty: dict[str, Value] = {"id": new_id(), "name": "forged", "head_number": 0, "head_hash": ""}
    return lambda attacker: attacker.insert("audit_chain", {**empty, **changed})


def adds_copy(table: str, **changed: Value) -> Attack:
    """Add a copy of the newest row of a table, but for what is changed."""

    def attack(attacker: Attacker) -> None:
        newest = attacker.rows(f"SELECT * FROM {table} ORDER BY number DESC")[0]
        attacker.insert(table, {**newest, "id": new_id(), **changed})

    return attack


def adds_to_the_first(attacker: Attacker) -> None:
    """Add the newest head to the first checkpoint."""
    first = attacker.rows("SELECT * FROM audit_checkpoint WHERE number = 1")[0]
    adds_copy("audit_checkpointhead", checkpoint_id=first["id"])(attacker)


ATTACKS: dict[str, list[Attack]] = {
    "audit_entry_no_update": [changes("audit_entry", "outcome = 'done'"), changes("audit_entry", "id = id")],
    "audit_entry_no_delete": [removes("audit_entry")],
    "audit_chain_no_delete": [removes("audit_chain")],
    "audit_chain_begins": [adds_chain(head_number=1), adds_chain(head_hash="f" * 64)],
    "audit_chain_forward": [
        changes("audit_chain", "head_number = head_number - 1"),
        changes("audit_chain", "head_number = head_number + 2"),
        changes("audit_chain", "head_hash = 'f'"),
        changes("audit_chain", "head_number = head_number + 1"),
        changes("audit_chain", "name = 'forged'"),
        changes("audit_chain", "id = %s", new_id()),
    ],
    "audit_entry_follows": [
        adds_entry(number=2),
        adds_entry(number=4),
        adds_entry(number=0),
        adds_entry(previous_hash=""),
        adds_entry(chain_id=new_id()),
    ],
    "audit_checkpoint_no_update": [changes("audit_checkpoint", "root = ''")],
    "audit_checkpoint_no_delete": [removes("audit_checkpoint")],
    "audit_checkpoint_follows": [
        adds_copy("audit_checkpoint"),
        adds_copy("audit_checkpoint", number=4),
        adds_copy("audit_checkpoint", number=3),
        adds_copy("audit_checkpoint", number=3, previous=""),
    ],
    "audit_checkpointhead_no_update": [changes("audit_checkpointhead", "number = 1")],
    "audit_checkpointhead_no_delete": [removes("audit_checkpointhead")],
    "audit_checkpointhead_stands": [
        adds_copy("audit_checkpointhead"),
        adds_copy("audit_checkpointhead", number=3),
        adds_copy("audit_checkpointhead", hash="f" * 64),
        adds_copy("audit_checkpointhead", chain_id=new_id()),
    ],
    "audit_checkpointhead_newest": [adds_to_the_first],
    "audit_activityversion_no_update": [changes("audit_activityversion", "name = 'x'")],
    "audit_activityversion_no_delete": [removes("audit_activityversion")],
    "audit_activityversion_follows": [
        adds_copy("audit_activityversion"),
        adds_copy("audit_activityversion", number=3),
        adds_copy("audit_activityversion", number=0),
    ],
}


def test_each_rule_has_an_attack() -> None:
    assert ATTACKS.keys() == {rule.name for rule in RULES}


@pytest.mark.parametrize("name", [rule.name for rule in RULES])
def test_the_database_refuses_what_breaks(name: str, two_entries: None) -> None:
    message = next(rule.message for rule in RULES if rule.name == name)
    for attack in ATTACKS[name]:
        assert_refused(attack, message, TABLES)


def test_an_entry_that_follows_is_taken_once(two_entries: None) -> None:
    with transaction.atomic():
        adds_entry()(Attacker("default"))
        with pytest.raises(DatabaseError), transaction.atomic():
            adds_entry()(Attacker("default"))
        transaction.set_rollback(True)


def test_the_log_cannot_be_emptied_or_replaced(two_entries: None) -> None:
    for table in ("audit_entry", "audit_checkpoint", "audit_checkpointhead", "audit_activityversion"):
        assert_not_emptied(table)
