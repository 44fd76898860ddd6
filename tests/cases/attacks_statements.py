"""Attacks on the rules that the database keeps of what residents say of what is held: by the name of the rule."""

from houvast.kernel.ids import new_id
from tests.attacks import Attacker, Value
from tests.cases.attacks import Try, against
from tests.cases.attacks_glass import TABLES, TRIES
from tests.lives import Lives

__all__ = ["TABLES", "TRIES"]

SAID, SETTLED = "cases_statement", "cases_statementend"


def saying(**changes: Value) -> Try:
    """Attack with one more thing that a resident says, but for the changes."""

    def attack(attacker: Attacker, lived: Lives) -> None:
        row = attacker.rows(f"SELECT * FROM {SAID}")[0]
        attacker.insert(SAID, {**row, "id": new_id(), "source_id": new_id(), **changes})

    return attack


@against(f"{SETTLED}_settled")
def an_own_view_is_settled(attacker: Attacker, lived: Lives) -> None:
    own_view = attacker.rows(f"SELECT id FROM {SAID} WHERE kind = 'own_view'")[0]
    row = attacker.rows(f"SELECT * FROM {SETTLED}")[0]
    attacker.insert(SETTLED, {**row, "id": new_id(), "statement_id": own_view["id"]})


against(f"{SAID}_in_case")(saying(resident_id=new_id()))

_ELSEWHERE = new_id()
against(f"{SAID}_same_municipality_id")(saying(municipality_id=_ELSEWHERE))


def settling(**changes: Value) -> Try:
    """Attack with one more settlement, but for the changes."""

    def attack(attacker: Attacker, lived: Lives) -> None:
        row = attacker.rows(f"SELECT * FROM {SETTLED}")[0]
        attacker.insert(SETTLED, {**row, "id": new_id(), **changes})

    return attack


against(f"{SETTLED}_same_municipality_id")(settling(municipality_id=_ELSEWHERE))
against(f"{SETTLED}_same_case_id")(settling(case_id=_ELSEWHERE))
