"""Attacks on the rules that the database keeps of referrals and files: one or more on each rule, by its name."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from houvast.kernel.ids import new_id
from houvast.safety_house.database import HISTORIES
from tests.attacks import Attacker, Row, Value

KEPT = ("safety_house_housefile", "safety_house_fileaccess")
TABLES = (*HISTORIES, *KEPT)
LONG_AGO = "2026-01-01 00:00:00"
FIXED: dict[str, dict[str, Value]] = {
    "safety_house_housefile": {
        **{key: new_id() for key in ("id", "referral_id", "organisation_id", "key_id")},
        "opened_at": LONG_AGO,
        "ground": "x",
        "retention_from": "2026-01-01",
        "keep_until": "2050-01-01",
    },
    "safety_house_fileaccess": {
        **{key: new_id() for key in ("id", "file_id", "member_id", "organisation_id", "given_by_id")},
        "relation": "x",
        "ground": "x",
        "from_at": LONG_AGO,
        "until_at": LONG_AGO,
    },
}


@dataclass(frozen=True)
class Referred:
    """A referral, its case and its file (None for a house outside)."""

    referral: UUID
    case: UUID
    file: UUID | None


@dataclass(frozen=True)
class Made:
    """What stands in the database: a referral in each state, each in a case of its own, and a criterion.

    `done` came back and was looked back on; it has a row in every table. `municipal` works at a municipality.
    """

    asked: Referred
    accepted: Referred
    returned: Referred
    done: Referred
    outside: Referred
    other_municipality: UUID
    municipal: UUID
    municipal_organisation: UUID


class Try(Protocol):
    """An attack on what was made."""

    def __call__(self, attacker: Attacker, /, made: Made) -> None:
        """Attack."""


TRIES: dict[str, list[Try]] = {}


def against(rule: str) -> Callable[[Try], Try]:
    """Register an attack on a rule."""

    def register(attack: Try) -> Try:
        TRIES.setdefault(f"safety_house_{rule}", []).append(attack)
        return attack

    return register


def running(statement: str, *parameters: Value) -> Try:
    """Attack with one statement."""
    return lambda attacker, made: attacker.run(statement, *parameters)


def beside(table: str, at: Callable[[Made], Referred], **wrong: Callable[[Made], Value]) -> Try:
    """Attack with a copy of the row of what is done, put beside another referral with something wrong in it."""

    def attack(attacker: Attacker, made: Made) -> None:
        there = at(made)
        row = attacker.rows(f"SELECT * FROM safety_house_{table} WHERE referral_id = %s", made.done.referral)[0]
        fitting: Row = {**row, "id": new_id(), "referral_id": there.referral, "case_id": there.case}
        attacker.insert(f"safety_house_{table}", {**fitting, **{name: give(made) for name, give in wrong.items()}})

    return attack


def again(at: Callable[[Made], Referred], number: int = 2, **wrong: Callable[[Made], Value]) -> Try:
    """Attack with one more referral of a case."""

    def attack(attacker: Attacker, made: Made) -> None:
        row = attacker.rows("SELECT * FROM safety_house_referral WHERE id = %s", at(made).referral)[0]
        fitting: Row = {**row, "id": new_id(), "number": number}
        attacker.insert("safety_house_referral", {**fitting, **{name: give(made) for name, give in wrong.items()}})

    return attack


def in_file(table: str, at: Callable[[Made], Referred], **wrong: Callable[[Made], Value]) -> Try:
    """Attack with a copy of a row of the file that is done, put into another file."""

    def attack(attacker: Attacker, made: Made) -> None:
        row = attacker.rows(f"SELECT * FROM safety_house_{table} WHERE file_id = %s", made.done.file)[0]
        fitting: Row = {**row, "id": new_id(), "file_id": at(made).file}
        attacker.insert(f"safety_house_{table}", {**fitting, **{name: give(made) for name, give in wrong.items()}})

    return attack


for _table in TABLES:
    against(f"{_table.removeprefix('safety_house_')}_no_delete")(running(f"DELETE FROM {_table}"))
for _table in HISTORIES:
    against(f"{_table.removeprefix('safety_house_')}_no_update")(running(f"UPDATE {_table} SET id = id"))
for _table, _columns in FIXED.items():
    for _column, _value in _columns.items():
        against(f"{_table.removeprefix('safety_house_')}_fixed")(running(f"UPDATE {_table} SET {_column} = %s", _value))

ASKED, ACCEPTED, RETURNED, DONE = (
    lambda made: made.asked,
    lambda made: made.accepted,
    lambda made: made.returned,
    lambda made: made.done,
)
FITS: dict[str, Callable[[Made], Referred]] = {
    "referralpiece": ASKED,
    "referralanswer": ASKED,
    "referralreturn": ACCEPTED,
    "lookback": RETURNED,
}
"""Beside which referral a row of each table could stand."""
for _table, _at in FITS.items():
    _kind: dict[str, Callable[[Made], Value]] = {"kind": lambda made: "x"} if _table == "referralpiece" else {}
    against(f"{_table}_same_municipality_id")(
        beside(_table, _at, municipality_id=lambda made: made.other_municipality, **_kind)
    )
    against(f"{_table}_same_case_id")(beside(_table, _at, case_id=lambda made: made.outside.case, **_kind))
against("referral_same_municipality_id")(again(DONE, municipality_id=lambda made: made.other_municipality))
against("referral_follows")(again(DONE, 9))
against("referral_one_going_on")(again(ASKED))
against("referral_one_going_on")(again(ACCEPTED))
against("referralreturn_follows")(beside("referralreturn", ACCEPTED, number=lambda made: 9))
against("referralreturn_of_accepted")(beside("referralreturn", ASKED))
against("referralpiece_before_answer")(beside("referralpiece", ACCEPTED, kind=lambda made: "x"))
against("lookback_after_return")(beside("lookback", ACCEPTED))
against("filenote_follows")(in_file("filenote", ACCEPTED, number=lambda made: 9))
against("filenote_while_it_runs")(in_file("filenote", ASKED))
against("filenote_while_it_runs")(in_file("filenote", RETURNED, number=lambda made: 2))
against("fileaccess_no_municipality")(
    in_file("fileaccess", ASKED, member_id=lambda made: made.municipal, organisation_id=lambda made: None)
)
against("fileaccess_no_municipality")(
    in_file("fileaccess", ASKED, member_id=lambda made: None, organisation_id=lambda made: made.municipal_organisation)
)
against("fileaccess_stays_withdrawn")(
    running("UPDATE safety_house_fileaccess SET withdrawn_at = NULL WHERE withdrawn_at IS NOT NULL")
)


@against("admissioncriterion_follows")
def a_version_is_left_out(attacker: Attacker, made: Made) -> None:
    row = attacker.rows("SELECT * FROM safety_house_admissioncriterion")[0]
    attacker.forge("safety_house_admissioncriterion", row, id=new_id(), number=9)


def _file_of(at: Callable[[Made], Referred], **wrong: Callable[[Made], Value]) -> Try:
    def attack(attacker: Attacker, made: Made) -> None:
        row = attacker.rows("SELECT * FROM safety_house_housefile WHERE id = %s", made.done.file)[0]
        changes = {name: give(made) for name, give in wrong.items()}
        attacker.forge("safety_house_housefile", row, **{"id": new_id(), "referral_id": at(made).referral, **changes})

    return attack


against("housefile_of_its_house")(_file_of(lambda made: made.outside))
against("housefile_of_its_house")(_file_of(ASKED, organisation_id=lambda made: made.municipal_organisation))
