"""Whoever gets past the database's own rules is found by computing the hashes again."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.conf import settings

from houvast.audit.events import Event
from houvast.audit.models import Chain, Entry
from houvast.audit.rules.rows import entry_hash
from houvast.audit.services.act import act
from houvast.audit.verify import first_broken
from houvast.kernel.actor import system
from houvast.kernel.ids import new_id
from tests.worlds import NOW

pytestmark = pytest.mark.django_db
COUNTED = Event("tests.counted", "telde iets")


def whole() -> tuple[Chain, list[Entry]]:
    """Put five entries on record, and read them back."""
    case = new_id()
    for number in range(5):
        now = NOW + timedelta(microseconds=number * 333_333)
        with act(COUNTED, actor=system("tests"), now=now, case=case) as doing:
            doing.details = {"number": number, "codes": ["a", "b"], "done": True, "nothing": None}
    chain = Chain.objects.get()
    return chain, list(Entry.objects.order_by("number"))


def test_a_chain_that_nobody_touched_is_whole() -> None:
    assert first_broken(*whole()) is None


def test_a_chain_without_entries_is_whole() -> None:
    assert first_broken(Chain(name="system"), []) is None


CHANGED: dict[str, object] = {
    "id": new_id(),
    "at": NOW + timedelta(days=1),
    "event": "tests.other",
    "outcome": "refused",
    "actor_kind": "member",
    "actor_member": new_id(),
    "actor_name": "somebody",
    "municipality": new_id(),
    "case": new_id(),
    "subject": "case",
    "subject_id": new_id(),
    "ground": "other",
    "details": {"number": 9},
    "hash": "f" * 64,
    "previous_hash": "f" * 64,
    "key": "f" * 16,
    "number": 7,
}


def test_every_column_of_an_entry_is_changed_in_these_tests() -> None:
    assert CHANGED.keys() == {column.name for column in Entry._meta.fields} - {"chain"}


@pytest.mark.parametrize("column", CHANGED)
def test_a_changed_row_is_found(column: str) -> None:
    chain, entries = whole()
    setattr(entries[2], column, CHANGED[column])
    assert first_broken(chain, entries) == 3


def test_an_entry_moved_to_another_chain_is_found() -> None:
    chain, entries = whole()
    chain.name = "system"
    assert first_broken(chain, entries) == 1


MEDDLING: list[tuple[str, Callable[[list[Entry]], object], int]] = [
    ("the first is removed", lambda entries: entries.pop(0), 1),
    ("one is removed", lambda entries: entries.pop(2), 3),
    ("the last is removed", lambda entries: entries.pop(), 5),
    ("all are removed", lambda entries: entries.clear(), 1),
    ("two change places", lambda entries: entries.insert(1, entries.pop(2)), 2),
    ("one comes twice", lambda entries: entries.insert(3, entries[2]), 4),
    ("one is added at the end", lambda entries: entries.append(entries[0]), 6),
]


@pytest.mark.parametrize(("meddle", "found"), [case[1:] for case in MEDDLING], ids=[case[0] for case in MEDDLING])
def test_meddling_is_found_when(meddle: Callable[[list[Entry]], object], found: int) -> None:
    chain, entries = whole()
    meddle(entries)
    assert first_broken(chain, entries) == found


def test_who_renumbers_after_removing_one_is_found() -> None:
    chain, entries = whole()
    del entries[1]
    for number, entry in enumerate(entries, start=1):
        entry.number = number
    assert first_broken(chain, entries) == 2


def test_who_has_another_key_cannot_make_a_hash_that_fits() -> None:
    content: dict[str, object] = {"number": 1}
    forged = entry_hash(b"another key of 32 bytes, invented", "", content)
    assert forged != entry_hash(settings.HOUVAST_AUDIT_KEY, "", content)
