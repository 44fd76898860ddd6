"""Forged rows for attacks on cases: each follows the newest row correctly, but for what the attack changes."""

from uuid import UUID

from houvast.kernel.ids import new_id
from tests.attacks import Attacker, Row, Value

SEATS = ("case_direction", "process_direction", "operational", "administrative")


def case_row(attacker: Attacker, case_id: UUID) -> Row:
    """Read a case."""
    return attacker.rows("SELECT * FROM cases_case WHERE id = %s", case_id)[0]


def period(attacker: Attacker, case_id: UUID, /, **changes: Value) -> Row:
    """Give a period that scales up from the newest one, but for the changes."""
    found = "SELECT * FROM cases_phaseperiod WHERE case_id = %s ORDER BY number DESC"
    row = attacker.rows(found, case_id)[0]
    following: Row = {"id": new_id(), "number": _next(row), "state": "open", "cause": "scaled_up"}
    return {**row, **following, "phase": int(str(row["phase"])) + 1, **changes}


def seat(attacker: Attacker, case_id: UUID, responsibility: str = "case_direction", /, **changes: Value) -> Row:
    """Give a vacant seat that follows the newest one, but for the changes."""
    found = "SELECT * FROM cases_seat WHERE case_id = %s AND responsibility = %s ORDER BY number DESC"
    row = attacker.rows(found, case_id, responsibility)[0]
    vacant: Row = {"state": "vacant", "member_id": None, "function": "", "until": None}
    return {**row, "id": new_id(), "number": _next(row), **vacant, **changes}


def bare_case(attacker: Attacker, source: UUID, /, **changes: Value) -> Row:
    """Insert a case whose phase and seats are yet to be written; give it, with the ids that these must have."""
    key = attacker.rows("SELECT id FROM vault_key WHERE id NOT IN (SELECT key_id FROM cases_case)")[0]["id"]
    pointers: Row = {"phase_period_id": new_id(), **{f"{each}_id": new_id() for each in SEATS}}
    own: Row = {"id": new_id(), "code": "C-2026-9999", "key_id": key}
    made: Row = {**case_row(attacker, source), **own, **pointers, **changes}
    attacker.insert("cases_case", made)
    return made


def first_period(attacker: Attacker, source: UUID, case: Row, /, **changes: Value) -> Row:
    """Give the first period of a new case, but for the changes."""
    own: Row = {"id": case["phase_period_id"], "case_id": case["id"], "number": 1, "cause": "opened"}
    return period(attacker, source, **{**own, **changes})


def first_seat(attacker: Attacker, source: UUID, case: Row, responsibility: str, /, **changes: Value) -> Row:
    """Give a first seat of a new case, but for the changes."""
    own: Row = {"id": case[f"{responsibility}_id"], "case_id": case["id"], "number": 1}
    return seat(attacker, source, responsibility, **{**own, **changes})


def turn(attacker: Attacker, case_id: UUID, /, **changes: Value) -> Row:
    """Give a turn that moves the expected moment of a case once more, but for the changes."""
    found = "SELECT * FROM cases_momentturn WHERE case_id = %s AND state = 'moved' ORDER BY number DESC"
    row = attacker.rows(found, case_id)[0]
    return {**row, "id": new_id(), "number": _next(row), **changes}


def report(attacker: Attacker, case_id: UUID, /, **changes: Value) -> Row:
    """Give a report that follows the newest of an item, but for the changes."""
    found = "SELECT * FROM cases_momentreport WHERE case_id = %s ORDER BY number DESC"
    row = attacker.rows(found, case_id)[0]
    return {**row, "id": new_id(), "number": _next(row), **changes}


def bare_moment(attacker: Attacker, case_id: UUID, /, **changes: Value) -> Row:
    """Insert a moment whose first turn is yet to be written; give it."""
    row = attacker.rows("SELECT * FROM cases_crucialmoment WHERE case_id = %s", case_id)[0]
    made: Row = {**row, "id": new_id(), "turn_id": new_id(), **changes}
    attacker.insert("cases_crucialmoment", made)
    return made


def first_turn(attacker: Attacker, case_id: UUID, moment: Row, /, **changes: Value) -> Row:
    """Give the first turn of a new moment, but for the changes."""
    own: Row = {"id": moment["turn_id"], "moment_id": moment["id"], "number": 1, "state": "expected"}
    return turn(attacker, case_id, **{**own, **changes})


def _next(row: Row) -> int:
    return int(str(row["number"])) + 1
