"""The database keeps the rules of documents by itself: raw SQL attacks each of them, on both engines."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Protocol
from uuid import UUID

import pytest
from django.apps import apps
from django.db import connections, transaction
from pytest_django.plugin import DjangoDbBlocker

from houvast.documents.database import HISTORIES, RULES
from houvast.documents.models import Document
from houvast.kernel.database_rules import Pointer, Rule
from houvast.kernel.ids import new_id
from tests.attacks import Attacker, Row, Value, aliases, assert_not_emptied, assert_refused, contents
from tests.databases import Databases
from tests.documents.worlds import Filed, make_filed, redact
from tests.lives import open_with
from tests.worlds import make_resident, make_world

DOCUMENT, VERSION, COPY = "documents_document", "documents_documentversion", "documents_redactedcopy"
TABLES = (DOCUMENT, VERSION, COPY)
REFUSING = [rule for rule in RULES if isinstance(rule, Rule)]
POINTERS = [rule for rule in RULES if isinstance(rule, Pointer)]
FIXED: dict[str, Value] = {
    **{key: new_id() for key in ("id", "case_id", "municipality_id", "added_by_id", "organisation_id")},
    **dict.fromkeys(("part", "kind", "ground"), "x"),
    "name_sealed": b"x",
    "added_at": "2026-01-01 00:00:00",
    "retention_from": "2026-01-01",
}


@dataclass(frozen=True)
class Made:
    """A document with two versions and its redacted copy, one of another case, and another municipality."""

    original: UUID
    copy: UUID
    other: UUID
    other_case: UUID
    other_municipality: UUID

    def row(self, attacker: Attacker, table: str, key: str, value: UUID) -> Row:
        """Give the newest row of a table."""
        rows = attacker.rows(f"SELECT * FROM {table} WHERE {key} = %s", value)
        return max(rows, key=lambda row: int(str(row.get("number", 0))))

    def next_version(self, attacker: Attacker, **changes: Value) -> Row:
        """Give a version that may follow the newest one."""
        row = self.row(attacker, VERSION, "document_id", self.original)
        return {**row, "id": new_id(), "number": int(str(row["number"])) + 1, **changes}

    def next_copy(self, attacker: Attacker, **changes: Value) -> Row:
        """Give that the original is a copy of its copy."""
        row = self.row(attacker, COPY, "document_id", self.copy)
        return {**row, "id": new_id(), "document_id": self.original, "original_id": self.copy, **changes}


@pytest.fixture(scope="module")
def made(databases: Databases, django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Made]:
    """Make documents in a database of this file; no attack changes it, so all use the same."""
    with django_db_blocker.unblock():
        name = databases.copy("documents_attacked")
        databases.use(name)
        filed, there = make_filed(), make_world("opsterland", "Opsterland")
        other_case = open_with(filed.world, make_resident(filed.world, "Vegt").id)
        original = filed.add()
        filed.change(original, Document.objects.get(pk=original).current_id)
        copy = redact(filed.world.actor("sanne"), original)
        yield Made(original, copy, Filed(filed.world, other_case).add(), other_case, there.municipality.id)
        connections.close_all()
        databases.use("shared")
        databases.drop(name)


class Try(Protocol):
    """An attack on what was made."""

    def __call__(self, attacker: Attacker, /, made: Made) -> None:
        """Attack."""


def _running(statement: str, *parameters: Value) -> Try:
    return lambda attacker, made: attacker.run(statement, *parameters)


def _version(**changes: Value) -> Try:
    return lambda attacker, made: attacker.insert(VERSION, made.next_version(attacker, **changes))


def _document_elsewhere(attacker: Attacker, made: Made) -> None:
    row = made.row(attacker, DOCUMENT, "id", made.original)
    changes = {"id": new_id(), "current_id": new_id(), "municipality_id": made.other_municipality}
    attacker.insert(DOCUMENT, {**row, **changes})


def _version_elsewhere(attacker: Attacker, made: Made) -> None:
    attacker.insert(VERSION, made.next_version(attacker, municipality_id=made.other_municipality))


def _version_in_another_case(attacker: Attacker, made: Made) -> None:
    attacker.insert(VERSION, made.next_version(attacker, case_id=made.other_case))


def _first_that_is_not_named(attacker: Attacker, made: Made) -> None:
    row = made.row(attacker, DOCUMENT, "id", made.original)
    attacker.insert(DOCUMENT, {**row, "id": (document := new_id()), "current_id": new_id()})
    attacker.insert(VERSION, made.next_version(attacker, document_id=document, number=1))


def _an_old_version_is_current(attacker: Attacker, made: Made) -> None:
    first = attacker.rows(f"SELECT id FROM {VERSION} WHERE document_id = %s AND number = 1", made.original)[0]
    attacker.run(f"UPDATE {DOCUMENT} SET current_id = %s WHERE id = %s", first["id"], made.original)


def _copy_elsewhere(attacker: Attacker, made: Made) -> None:
    attacker.insert(COPY, made.next_copy(attacker, municipality_id=made.other_municipality))


def _copy_in_another_case(attacker: Attacker, made: Made) -> None:
    attacker.insert(COPY, made.next_copy(attacker, document_id=made.other))


def _copy_of_another_case(attacker: Attacker, made: Made) -> None:
    attacker.insert(COPY, made.next_copy(attacker, original_id=made.other))


TRIES: dict[str, list[Try]] = {
    **{f"{table}_no_delete": [_running(f"DELETE FROM {table}")] for table in TABLES},
    **{f"{table}_no_update": [_running(f"UPDATE {table} SET id = id")] for table in (VERSION, COPY)},
    f"{DOCUMENT}_fixed": [_running(f"UPDATE {DOCUMENT} SET {column} = %s", value) for column, value in FIXED.items()],
    f"{DOCUMENT}_same_municipality_id": [_document_elsewhere],
    f"{DOCUMENT}_newest": [_an_old_version_is_current],
    f"{VERSION}_same_municipality_id": [_version_elsewhere],
    f"{VERSION}_same_case_id": [_version_in_another_case],
    f"{VERSION}_follows": [_version(number=2), _version(number=9)],
    f"{VERSION}_first": [_first_that_is_not_named],
    f"{COPY}_same_municipality_id": [_copy_elsewhere],
    f"{COPY}_same_case_id": [_copy_in_another_case],
    f"{COPY}_original_of_case": [_copy_of_another_case],
}


def test_each_rule_has_an_attack_and_each_attack_a_rule() -> None:
    assert {rule.name for rule in REFUSING} == TRIES.keys()


@pytest.mark.parametrize("rule", REFUSING, ids=lambda rule: str(rule.name))
def test_the_database_refuses_what_breaks(rule: Rule, made: Made) -> None:
    for attack in TRIES[rule.name]:
        assert_refused(partial(attack, made=made), rule.message, TABLES)


@pytest.mark.parametrize("table", HISTORIES)
def test_a_history_is_not_emptied_in_one_blow(table: str, made: Made) -> None:
    assert_not_emptied(table)


def test_every_table_of_the_room_is_attacked_and_has_rows(made: Made) -> None:
    assert {model._meta.db_table for model in apps.get_app_config("documents").get_models()} == set(TABLES)
    assert all(contents(TABLES).values())


@pytest.mark.parametrize("rule", POINTERS, ids=lambda rule: str(rule.name))
def test_a_version_cannot_be_added_without_becoming_the_current_one(rule: Pointer, made: Made) -> None:
    for alias in aliases():
        attacker = Attacker(alias)
        with transaction.atomic(using=alias):
            row = made.next_version(attacker)
            attacker.insert(VERSION, row)
            (found,) = attacker.rows(f"SELECT current_id FROM {DOCUMENT} WHERE id = %s", made.original)
            assert str(found["current_id"]) == str(attacker.value(row["id"]))
            transaction.set_rollback(True, using=alias)
