"""Attacks on the rules that the database keeps of who may not see: one or more on each rule, by its name."""

from houvast.kernel.ids import new_id
from tests.attacks import Attacker, Row, Value
from tests.cases.attacks import LONG_AGO, Try, against, running
from tests.cases.attacks_receiving import TABLES as OTHER_TABLES
from tests.cases.attacks_receiving import TRIES
from tests.cases.forging import seat
from tests.lives import Lives

__all__ = ["TABLES", "TRIES"]

LOCK, CELL, HIT = "cases_lockout", "cases_closedcell", "cases_withheldhit"
TABLES = (*OTHER_TABLES, LOCK, CELL, HIT)
AUTHORS = {LOCK: "added_by_id", CELL: "decided_by_id", HIT: "added_by_id"}
FIXED: dict[str, dict[str, Value]] = {
    LOCK: {
        **{key: new_id() for key in ("id", "case_id", "municipality_id", "member_id", "added_by_id")},
        "reason_sealed": b"x",
        "added_at": LONG_AGO,
    },
    CELL: {
        **{key: new_id() for key in ("id", "municipality_id", "decided_by_id")},
        "relation": "x",
        "part": "x",
        "why": "x",
        "decided_at": LONG_AGO,
    },
    HIT: {
        **{key: new_id() for key in ("id", "case_id", "municipality_id", "added_by_id")},
        "reason_sealed": b"x",
        "review_on": "2020-01-01",
        "added_at": LONG_AGO,
    },
}


def locking(lived: Lives, **changes: Value) -> Row:
    """Give a lock-out that could be added: of Bram, who has no seat in the linked case."""
    row: Row = {
        "id": new_id(),
        "case_id": lived.linked,
        "municipality_id": lived.world.municipality.id,
        "member_id": lived.world.id("bram"),
        "reason_sealed": b"x",
        "added_by_id": lived.world.id("sanne"),
        "added_at": LONG_AGO,
        "ended_by_id": None,
        "ended_at": None,
        "end_reason_sealed": b"",
    }
    return {**row, **changes}


def with_lock(**changes: Value) -> Try:
    """Attack with one more lock-out, but for the changes."""
    return lambda attacker, lived: attacker.insert(LOCK, locking(lived, **changes))


for _table, _columns in FIXED.items():
    against(f"{_table}_no_delete")(running(f"DELETE FROM {_table}"))
    against(f"{_table}_ended_once")(running(f"UPDATE {_table} SET ended_at = NULL WHERE ended_at IS NOT NULL"))
    against(f"{_table}_ended_once")(running(f"UPDATE {_table} SET ended_at = '{LONG_AGO}' WHERE ended_at IS NULL"))
    for _column, _value in _columns.items():
        _ending = f"ended_at = '2036-01-01 00:00:00', ended_by_id = {AUTHORS[_table]}"
        against(f"{_table}_fixed")(
            running(f"UPDATE {_table} SET {_column} = %s, {_ending} WHERE ended_at IS NULL", _value)
        )
against(f"{LOCK}_reason")(with_lock(reason_sealed=b""))
against(f"{LOCK}_reason")(with_lock(ended_at=LONG_AGO))


@against(f"{LOCK}_reason")
def somebody_locks_themselves_out(attacker: Attacker, lived: Lives) -> None:
    attacker.insert(LOCK, locking(lived, added_by_id=lived.world.id("bram")))


def withholding(lived: Lives, **changes: Value) -> Row:
    """Give a hit that could be withheld: of the linked case."""
    row = {key: value for key, value in locking(lived).items() if key != "member_id"}
    return {**row, "review_on": "2027-01-01", **changes}


def with_withheld(**changes: Value) -> Try:
    """Attack with one more case that withholds its hit, but for the changes."""
    return lambda attacker, lived: attacker.insert(HIT, withholding(lived, **changes))


against(f"{HIT}_reason")(with_withheld(reason_sealed=b""))
against(f"{HIT}_reason")(with_withheld(ended_at=LONG_AGO))


@against(f"{HIT}_same_municipality_id")
def a_withheld_hit_says_another_municipality(attacker: Attacker, lived: Lives) -> None:
    attacker.insert(HIT, withholding(lived, municipality_id=lived.other_municipality))


@against(f"{LOCK}_same_municipality_id")
def a_lock_says_another_municipality(attacker: Attacker, lived: Lives) -> None:
    attacker.insert(LOCK, locking(lived, municipality_id=lived.other_municipality))


@against(f"{LOCK}_no_seat")
def who_has_a_responsibility_is_locked_out(attacker: Attacker, lived: Lives) -> None:
    attacker.insert(LOCK, locking(lived, member_id=lived.world.id("sanne"), added_by_id=lived.world.id("marit")))


@against("cases_passingpermission_writer")
def a_note_goes_back_to_who_it_came_from(attacker: Attacker, lived: Lives) -> None:
    row = attacker.rows("SELECT * FROM cases_passingpermission")[0]
    own = attacker.rows("SELECT organisation_id FROM cases_note WHERE id = %s", row["note_id"])[0]["organisation_id"]
    attacker.insert("cases_passingpermission", {**row, "id": new_id(), "organisation_id": own})


@against("cases_seat_not_locked_out")
def who_is_locked_out_gets_a_responsibility(attacker: Attacker, lived: Lives) -> None:
    attacker.insert("cases_seat", seat(attacker, lived.lived, member_id=lived.world.id("iris")))
