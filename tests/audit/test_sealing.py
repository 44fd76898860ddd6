"""Checkpoints over a real log: they stand in the database and in the second place, and show who got past its rules."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connections

from houvast.audit import selectors
from houvast.audit.events import Event
from houvast.audit.models import Chain, CheckpointHead, Entry
from houvast.audit.proof import Broken
from houvast.audit.rules.checkpoints import public_key
from houvast.audit.second_place import checkpoints_in
from houvast.audit.services.act import act
from houvast.audit.services.export_log import export_log
from houvast.audit.services.hand_over_checkpoints import OtherLog, hand_over_checkpoints
from houvast.audit.services.seal_log import Sealed, seal_log
from houvast.audit.verify import verify_database
from houvast.kernel.actor import system
from houvast.kernel.ids import new_id
from houvast.upkeep.database import owner_alias
from tests.worlds import NOW

COUNTED = Event("tests.counted", "telde iets")
ROBOT = system("tests")
CASES = [new_id() for _ in range(3)]


def happens(*cases: int) -> None:
    """Put an act on record for each case in turn."""
    for case in cases:
        with act(COUNTED, actor=ROBOT, now=NOW, case=CASES[case]):
            pass


def name(case: int) -> str:
    """Name the chain of a case."""
    return f"case:{CASES[case]}"


@pytest.mark.django_db
def test_a_checkpoint_signs_what_moved_since_the_one_before(tmp_path: Path) -> None:
    file = tmp_path / "controlepunten.jsonl"
    assert seal_log(now=NOW) == Sealed(1, ())
    happens(1, 1, 0)
    seal_log(now=NOW + timedelta(minutes=5))
    assert hand_over_checkpoints(file) == 2
    happens(0, 2)
    seal_log(now=NOW + timedelta(minutes=10))
    seal_log(now=NOW + timedelta(minutes=15))
    assert hand_over_checkpoints(file) == 2
    assert hand_over_checkpoints(file) == 0
    made = list(checkpoints_in(file))
    assert made == list(selectors.checkpoints())
    told = [[(head.chain, head.number, len(head.rows)) for head in each.heads] for each in made]
    first, second = sorted([(name(0), 1, 32), (name(1), 2, 64)])
    assert told == [[], [first, second], [(name(0), 2, 32), (name(2), 1, 32)], []]
    assert [each.chains for each in made] == [0, 2, 3, 3]
    found = verify_database(file)
    assert (found.is_whole, found.rows, found.checkpoints) == (True, 5, 4)
    assert found.keys == {public_key(settings.HOUVAST_SIGNING_KEY)}
    assert selectors.newest_checkpoint_at() == NOW + timedelta(minutes=15)


@pytest.mark.django_db
def test_more_checkpoints_than_are_read_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(selectors, "CHECKPOINTS_AT_ONCE", 2)
    for _ in range(5):
        happens(0)
        seal_log(now=NOW)
    assert [each.number for each in selectors.checkpoints()] == [1, 2, 3, 4, 5]
    assert [each.number for each in selectors.checkpoints(after=1, up_to=4)] == [2, 3, 4]


@pytest.mark.django_db
def test_an_export_is_on_record_and_ends_at_its_own_checkpoint(tmp_path: Path) -> None:
    happens(0, 1)
    sealed, lines = export_log(actor=ROBOT, now=NOW)
    happens(0, 2)
    seal_log(now=NOW)
    told = list(lines)
    assert sealed == Sealed(1, ())
    assert Entry.objects.get(event="log.exported").actor_name == "tests"
    kinds = [line[9 : line.index('"', 9)] for line in told]
    assert kinds[:2] == ["export", "checkpoint"]
    assert sorted(kinds[2:]) == ["chain"] * 4 + ["entry"] * 3


def superuser(*statements: str) -> None:
    """Do what somebody can who may do everything in the database: without triggers, without rights in the way."""
    with connections[owner_alias()].cursor() as cursor:
        if connections[owner_alias()].vendor == "sqlite":
            cursor.execute("PRAGMA foreign_keys=OFF")
            triggers = (
                "SELECT 'DROP TRIGGER ' || name FROM sqlite_master WHERE type = 'trigger' AND tbl_name LIKE 'audit_%'"
            )
            cursor.execute(triggers)
            for (statement,) in cursor.fetchall():
                cursor.execute(statement)
        else:
            for table in ("audit_chain", "audit_entry", "audit_checkpoint", "audit_checkpointhead"):
                cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
            cursor.execute("ALTER TABLE audit_entry DROP CONSTRAINT audit_entry_number")
        for statement in statements:
            cursor.execute(statement)


_REST = ", ".join(f'"{field.column}"' for field in Entry._meta.concrete_fields if field.name not in ("id", "number"))
CUT = (
    "DELETE FROM audit_checkpointhead WHERE number >= 3",
    "DELETE FROM audit_checkpoint WHERE number >= 2",
    "DELETE FROM audit_entry WHERE number >= 3",
    "UPDATE audit_chain SET head_number = 2, head_hash = (SELECT e.hash FROM audit_entry e "
    "WHERE e.chain_id = audit_chain.id AND e.number = 2)",
)
SUPERUSER: dict[str, tuple[tuple[str, ...], tuple[int | None, int | None]]] = {
    "a row is changed": (("UPDATE audit_entry SET outcome = 'read' WHERE number = 2",), (None, 2)),
    "a row is removed": (("DELETE FROM audit_entry WHERE number = 2",), (None, 2)),
    "two rows change places": (
        (
            "UPDATE audit_entry SET number = number + 100 WHERE number IN (2, 3)",
            "UPDATE audit_entry SET number = 105 - number WHERE number > 100",
        ),
        (None, 2),
    ),
    "a row is put in": (
        (
            "UPDATE audit_entry SET number = number + 100 WHERE number > 1",
            "UPDATE audit_entry SET number = number - 99 WHERE number > 100",
            f"INSERT INTO audit_entry (id, number, {_REST}) SELECT '{new_id().hex}', 2, {_REST} FROM audit_entry "
            "WHERE number = 1",
            "UPDATE audit_chain SET head_number = head_number + 1",
        ),
        (None, 2),
    ),
    "the log is cut off everywhere in the database": (CUT, (2, 3)),
    "a checkpoint is changed": (("UPDATE audit_checkpoint SET root = 'f' WHERE number = 1",), (1, None)),
    "a chain is gone": (
        (*CUT[:2], "DELETE FROM audit_checkpointhead", "DELETE FROM audit_entry", "DELETE FROM audit_chain"),
        (1, 1),
    ),
    "the rows of a chain are gone": (("DELETE FROM audit_entry",), (None, 1)),
}


@pytest.mark.parametrize("kind", SUPERUSER)
def test_a_database_superuser_is_found(kind: str, committed: str, tmp_path: Path) -> None:
    file = tmp_path / "controlepunten.jsonl"
    happens(0, 0)
    seal_log(now=NOW)
    happens(0, 0)
    seal_log(now=NOW)
    hand_over_checkpoints(file)
    statements, (checkpoint, row) = SUPERUSER[kind]
    superuser(*statements)
    found = verify_database(file)
    assert found.checkpoint == (Broken("", checkpoint) if checkpoint else None)
    assert found.row == (Broken(name(0), row) if row else None)


def test_a_database_that_lost_a_checkpoint_hands_nothing_over(committed: str, tmp_path: Path) -> None:
    file = tmp_path / "controlepunten.jsonl"
    happens(0, 0)
    seal_log(now=NOW)
    hand_over_checkpoints(file)
    before = file.read_bytes()
    superuser("DELETE FROM audit_checkpointhead", "DELETE FROM audit_checkpoint")
    seal_log(now=NOW + timedelta(minutes=5))
    with pytest.raises(OtherLog):
        hand_over_checkpoints(file)
    assert file.read_bytes() == before


def broken_third(superusers: Callable[..., None]) -> None:
    """Change the third row of a chain before it is sealed."""
    happens(0, 0, 0, 0, 1)
    superusers("UPDATE audit_entry SET outcome = 'read' WHERE number = 3")


def test_a_row_that_was_changed_before_it_was_sealed_is_not_signed(committed: str) -> None:
    broken_third(superuser)
    assert seal_log(now=NOW).broken == (Broken(name(0), 3),)
    signed = CheckpointHead.objects.values_list("chain__name", "number")
    assert dict(signed) == {name(0): 2, name(1): 1}
    assert seal_log(now=NOW).broken == (Broken(name(0), 3),)
    assert Chain.objects.get(name=name(0)).head_number == 4


def test_a_chain_of_which_the_first_row_was_changed_is_not_signed_at_all(committed: str) -> None:
    happens(0)
    superuser("UPDATE audit_entry SET outcome = 'read'")
    assert seal_log(now=NOW) == Sealed(1, (Broken(name(0), 1),))
    assert next(selectors.checkpoints()).chains == 0
