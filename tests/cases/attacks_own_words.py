"""Attacks on the rules that the database keeps of own words: one or more on each rule, by its name."""

from houvast.kernel.ids import new_id
from tests.attacks import Attacker, Value
from tests.cases.attacks import LONG_AGO, Try, against
from tests.cases.attacks_bystanders import TABLES, TRIES
from tests.lives import Lives

__all__ = ["TABLES", "TRIES"]

SAID, READ, ASKED = "cases_ownwords", "cases_ownwordsread", "cases_residentquestion"
_ELSEWHERE = new_id()


def saying(**changes: Value) -> Try:
    """Attack with one more thing that somebody says, but for the changes."""

    def attack(attacker: Attacker, lived: Lives) -> None:
        row = attacker.rows(f"SELECT * FROM {SAID} ORDER BY number DESC")[0]
        number = row["number"]
        assert isinstance(number, int)
        attacker.insert(SAID, {**row, "id": new_id(), "number": number + 1, **changes})

    return attack


def reading(**changes: Value) -> Try:
    """Attack with one more reading, as the process director, but for the changes."""

    def attack(attacker: Attacker, lived: Lives) -> None:
        row = attacker.rows(f"SELECT * FROM {READ}")[0]
        attacker.insert(READ, {**row, "id": new_id(), "responsibility": "process_direction", **changes})

    return attack


against(f"{SAID}_same_municipality_id")(saying(municipality_id=_ELSEWHERE))
against(f"{SAID}_follows")(saying(number=7))
against(f"{SAID}_in_case")(saying(resident_id=new_id()))
against(f"{SAID}_not_earlier")(saying(at=LONG_AGO))
against(f"{READ}_same_municipality_id")(reading(municipality_id=_ELSEWHERE))
against(f"{READ}_same_case_id")(reading(case_id=_ELSEWHERE))


def asking(**changes: Value) -> Try:
    """Attack with one more question to a resident, but for the changes."""

    def attack(attacker: Attacker, lived: Lives) -> None:
        row = attacker.rows(f"SELECT * FROM {ASKED}")[0]
        attacker.insert(ASKED, {**row, "id": new_id(), **changes})

    return attack


against(f"{ASKED}_same_municipality_id")(asking(municipality_id=_ELSEWHERE))
against(f"{ASKED}_in_case")(asking(resident_id=new_id()))
