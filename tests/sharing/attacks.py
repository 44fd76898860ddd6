"""Attacks on the rules that the database keeps of sharing: one or more on each rule, by its name."""

from collections.abc import Callable

from houvast.kernel.ids import new_id
from houvast.sharing.database import HISTORIES
from tests.attacks import Attack, Attacker, Value

TABLES = HISTORIES
TRIES: dict[str, list[Attack]] = {}


def against(rule: str) -> Callable[[Attack], Attack]:
    """Register an attack on a rule."""

    def register(attack: Attack) -> Attack:
        TRIES.setdefault(f"sharing_{rule}", []).append(attack)
        return attack

    return register


def running(statement: str) -> Attack:
    """Attack with a statement."""

    def attack(attacker: Attacker) -> None:
        attacker.run(statement)

    return attack


def again(table: str, **changes: Value) -> Attack:
    """Attack with a copy of a row in which something else stands."""

    def attack(attacker: Attacker) -> None:
        row = attacker.rows(f"SELECT * FROM sharing_{table}")[0]
        attacker.forge(f"sharing_{table}", row, **{"id": new_id(), **changes})

    return attack


for _table in HISTORIES:
    _short = _table.removeprefix("sharing_")
    against(f"{_short}_no_update")(running(f"UPDATE {_table} SET id = id"))
    against(f"{_short}_no_delete")(running(f"DELETE FROM {_table}"))

against("groundversion_follows")(again("groundversion", number=9))
against("covenantversion_follows")(again("covenantversion", number=9))
