"""The database keeps the rules of the directory against who goes round the services: raw SQL on each of them."""

from datetime import datetime, timedelta
from uuid import UUID

import pytest
from django.db import DatabaseError, connection, transaction

from houvast.directory.database import HISTORIES, RULES
from houvast.directory.models import Account, Activation, Duo, FactorRepair, Mandate, MemberFunction, StandIn
from houvast.directory.services.open_account import open_account
from houvast.kernel.actor import system
from houvast.kernel.ids import new_id
from tests.worlds import NOW, START, World, make_world

LATER, EARLIER, BEFORE = NOW + timedelta(days=9), NOW - timedelta(days=9), START - timedelta(days=9)
Value = str | bool | datetime | UUID | None
TABLES = ["member", "memberfunction", "mandate", "standin", "duo"]


@pytest.fixture
def world(db: None) -> World:
    """Give a municipality with a row in every table, each with an end."""
    made = make_world()
    marit, bos = made.id("marit"), made.id("bos")
    dates = {"from_at": START, "until_at": NOW}
    Mandate.objects.create(member_id=marit, function="burgemeester", document="Besluit", **dates)
    StandIn.objects.create(member_id=marit, stand_in_id=bos, **dates)
    Duo.objects.create(first_id=marit, second_id=bos, **dates)
    MemberFunction.objects.filter(member_id=marit).update(until_at=NOW)
    made.members["marit"].until_at = NOW
    made.members["marit"].save()
    open_account(bos, "bos", practice=True, actor=system("test"), now=NOW)
    Activation.objects.create(account=Account.objects.get(), digest="x", made_at=NOW, valid_until=LATER)
    FactorRepair.objects.create(account=Account.objects.get(), asked_by_id=made.id("beheer"), asked_at=NOW)
    return made


def attack(rule: str, sql: str, *values: Value) -> None:
    """Send a statement straight to the database; it must be refused, by the rule that says this."""
    with pytest.raises(DatabaseError, match=rule), transaction.atomic():
        do(sql, *values)


def do(sql: str, *values: Value) -> int:
    """Send a statement straight to the database; give how many rows it touched."""
    with connection.cursor() as cursor:
        cursor.execute(sql, [_plain(value) for value in values])
        return int(cursor.rowcount)


def _plain(value: Value) -> Value:
    return value.hex if isinstance(value, UUID) and connection.vendor == "sqlite" else value


@pytest.mark.parametrize(
    "table",
    [*TABLES, "municipality", "adoptedmodel", "organisation", "team", "account", "factorrepair", "activation"],
)
def test_nothing_is_removed(world: World, table: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT COUNT(*) FROM directory_{table}")
        assert cursor.fetchone()[0] > 0
    attack("rows are not removed|permission denied", f"DELETE FROM directory_{table}")


@pytest.mark.parametrize("table", TABLES)
def test_an_end_does_not_move_later_or_away(world: World, table: str) -> None:
    where = f"UPDATE directory_{table} SET until_at = %s WHERE until_at IS NOT NULL"
    attack("never moved later, or before", where, LATER)
    attack("never moved later, or before", where, None)
    attack("never moved later, or before", where, BEFORE)
    assert do(where, EARLIER) == 1


@pytest.mark.parametrize("table", TABLES)
def test_a_beginning_stays(world: World, table: str) -> None:
    attack("cannot change", f"UPDATE directory_{table} SET from_at = %s", BEFORE)


def test_a_row_does_not_end_before_it_begins(world: World) -> None:
    attack(
        "an end is not before its beginning",
        "INSERT INTO directory_mandate (id, member_id, function, document, from_at, until_at) "
        "VALUES (%s, %s, 'burgemeester', 'Besluit', %s, %s)",
        new_id(),
        world.id("marit"),
        START,
        BEFORE,
    )


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        ("memberfunction", "function", "burgemeester"),
        ("memberfunction", "domain", "youth"),
        ("memberfunction", "title", "iets anders"),
        ("mandate", "function", "wethouder"),
        ("mandate", "document", "iets anders"),
        ("account", "username", "anders"),
        ("account", "is_practice", False),
        ("municipality", "code", "anders"),
        ("organisation", "kind", "police"),
        ("adoptedmodel", "text", "anders"),
    ],
)
def test_what_was_written_stays(world: World, table: str, column: str, value: Value) -> None:
    attack("cannot change|append-only|permission denied", f"UPDATE directory_{table} SET {column} = %s", value)


@pytest.mark.parametrize(
    ("table", "column"),
    [
        ("memberfunction", "member_id"),
        ("mandate", "member_id"),
        ("standin", "member_id"),
        ("standin", "stand_in_id"),
        ("duo", "first_id"),
        ("duo", "second_id"),
        ("account", "member_id"),
    ],
)
def test_whose_it_is_stays(world: World, table: str, column: str) -> None:
    attack("cannot change", f"UPDATE directory_{table} SET {column} = %s", world.id("iris"))


def test_one_person_alone_repairs_nothing(world: World) -> None:
    approve = "UPDATE directory_factorrepair SET approved_by_id = %s, approved_at = %s"
    attack("directory_repair_two_people", approve, world.id("beheer"), NOW)
    attack("approved once", approve, None, NOW)
    attack("approved once", approve, world.id("iris"), None)
    attack("cannot change", f"{approve}, asked_by_id = %s", world.id("iris"), NOW, world.id("marit"))
    attack("cannot change", f"{approve}, factor = %s", world.id("iris"), NOW, "memorised")
    attack("cannot change", f"{approve}, asked_at = %s", world.id("iris"), NOW, BEFORE)
    assert do(approve, world.id("iris"), NOW) == 1
    attack("approved once", approve, world.id("bos"), NOW)
    attack(
        "first asked, then approved",
        "INSERT INTO directory_factorrepair (id, account_id, asked_by_id, asked_at, approved_by_id, approved_at) "
        "SELECT %s, account_id, asked_by_id, asked_at, approved_by_id, approved_at FROM directory_factorrepair",
        new_id(),
    )


def test_a_code_is_used_once_and_in_time_and_stays_what_it_was(world: World) -> None:
    use = "UPDATE directory_activation SET used_at = %s"
    take_back = "UPDATE directory_activation SET withdrawn_at = %s"
    attack("used or withdrawn, once", use, LATER + timedelta(seconds=1))
    attack("used or withdrawn, once", use, None)
    attack("used or withdrawn, once", f"{use}, withdrawn_at = %s", NOW, NOW)
    for column, value in (("digest", "y"), ("valid_until", LATER + timedelta(days=9)), ("made_at", BEFORE)):
        attack("cannot change", f"{use}, {column} = %s", NOW, value)
    attack("cannot change", f"{use}, made_by_id = %s", NOW, world.id("iris"))
    columns = "(id, account_id, digest, made_at, valid_until, used_at, withdrawn_at)"
    copy = f"INSERT INTO directory_activation {columns} SELECT %s, account_id, digest, made_at, "
    attack("begins unused", f"{copy} valid_until, made_at, NULL FROM directory_activation", new_id())
    attack("begins unused", f"{copy} valid_until, NULL, made_at FROM directory_activation", new_id())
    attack("begins unused", f"{copy} made_at, NULL, NULL FROM directory_activation", new_id())
    attack("one_open|account_id", f"{copy} valid_until, NULL, NULL FROM directory_activation", new_id())
    assert do(use, NOW) == 1
    attack("used or withdrawn, once", use, LATER)
    attack("used or withdrawn, once", take_back, NOW)


def test_every_rule_is_about_a_table_of_this_room() -> None:
    assert {rule.table.partition("_")[0] for rule in RULES} == {"directory"}
    assert set(HISTORIES) == {"directory_adoptedmodel"}
