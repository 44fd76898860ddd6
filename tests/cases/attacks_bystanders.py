"""Attacks on the rules that the database keeps of neighbours and notifiers: by the name of the rule."""

from houvast.kernel.ids import new_id
from tests.attacks import Attacker, Value
from tests.cases.attacks import Try, against
from tests.cases.attacks_statements import TABLES as OTHER_TABLES
from tests.cases.attacks_statements import TRIES
from tests.lives import Lives

__all__ = ["TABLES", "TRIES"]

NEAR, TURN = "cases_bystander", "cases_bystanderturn"
TABLES = (*OTHER_TABLES, NEAR, TURN)


def adding(table: str, where: str = "", **changes: Value) -> Try:
    """Attack with one more row like one that is there, but for the changes."""

    def attack(attacker: Attacker, lived: Lives) -> None:
        row = attacker.rows(f"SELECT * FROM {table} {where}")[0]
        attacker.insert(table, {**row, "id": new_id(), **changes})

    return attack


_OPEN = f"WHERE bystander_id NOT IN (SELECT bystander_id FROM {TURN} WHERE kind = 'over')"
against(f"{NEAR}_same_municipality_id")(adding(NEAR, municipality_id=new_id()))
against(f"{NEAR}_notifier")(adding(NEAR, "WHERE kind = 'notifier'", confidential=False))
against(f"{TURN}_same_municipality_id")(adding(TURN, _OPEN, municipality_id=new_id()))
against(f"{TURN}_same_case_id")(adding(TURN, _OPEN, case_id=new_id()))
against(f"{TURN}_over")(adding(TURN, "WHERE kind = 'over'"))
