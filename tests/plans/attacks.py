"""Attacks on the rules that the database keeps of plans: one or more on each rule, by its name."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from houvast.kernel.ids import new_id
from tests.attacks import Attacker, Row, Value

TABLES = (
    "plans_lifearea",
    "plans_plan",
    "plans_planversion",
    "plans_task",
    "plans_taskstep",
    "plans_limit",
    "plans_limitend",
    "plans_limittold",
    "plans_tasklink",
    "plans_tasklinkend",
    "plans_linkcode",
    "plans_tailormade",
    "plans_tailormadedecision",
    "plans_tailormadeoutcome",
    "plans_tailormadesetting",
)
BESIDE_LIMITS = ("plans_limitend", "plans_limittold")
LONG_AGO = "2026-01-01 00:00:00"
FIXED: dict[str, dict[str, Value]] = {
    "plans_lifearea": {"id": new_id(), "municipality_id": new_id(), "code": "x"},
    "plans_plan": {key: new_id() for key in ("id", "case_id", "municipality_id")},
    "plans_task": {
        **{key: new_id() for key in ("id", "case_id", "municipality_id", "goal", "source_id", "added_by_id")},
        **{key: new_id() for key in ("member_id", "team_id", "partner_id", "resident_id", "network_member_id")},
        **{key: new_id() for key in ("organisation_id",)},
        **dict.fromkeys(("owner_kind", "source", "ground"), "x"),
        "what_sealed": b"x",
        "added_at": LONG_AGO,
        "retention_from": "2026-01-01",
    },
}


@dataclass(frozen=True)
class Made:
    """What stands in the database: two cases with a plan of two versions, a task of two steps and an ended limit.

    `limit` and `told_limit` are measures of the first case beside which nothing stands; of the second one the resident
    was told at once. `linked` is a third case, with links to tasks of an organisation (`link_attacks`).
    Of tailor-made help the first case has some that was decided `alone`, some `waiting`, and some `refused`.
    """

    case: UUID
    other_case: UUID
    limit: UUID
    told_limit: UUID
    other_municipality: UUID
    linked: UUID
    alone: UUID
    waiting: UUID
    refused: UUID
    somebody_else: UUID


class Try(Protocol):
    """An attack on plans that were made."""

    def __call__(self, attacker: Attacker, /, made: Made) -> None:
        """Attack."""


TRIES: dict[str, list[Try]] = {}


def against(rule: str) -> Callable[[Try], Try]:
    """Register an attack on a rule."""

    def register(attack: Try) -> Try:
        TRIES.setdefault(rule, []).append(attack)
        return attack

    return register


def running(statement: str, *parameters: Value) -> Try:
    """Attack with one statement."""
    return lambda attacker, made: attacker.run(statement, *parameters)


def row_of(attacker: Attacker, table: str, case_id: UUID) -> Row:
    """Give the newest row of a case; of histories that is the one with the highest number."""
    rows = attacker.rows(f"SELECT * FROM {table} WHERE case_id = %s", case_id)
    return max(rows, key=lambda row: int(str(row.get("number", 0))))


def following(attacker: Attacker, table: str, of_case: UUID, **changes: Value) -> Row:
    """Give a row that may follow the newest one."""
    newest = row_of(attacker, table, of_case)
    return {**newest, "id": new_id(), "number": int(str(newest["number"])) + 1, **changes}


def inserting(table: str, **changes: Value) -> Try:
    """Attack with a next row that has something wrong in it."""
    return lambda attacker, made: attacker.insert(table, following(attacker, table, made.case, **changes))


for _table in TABLES:
    against(f"{_table}_no_delete")(running(f"DELETE FROM {_table}"))
for _table in ("plans_planversion", "plans_taskstep"):
    against(f"{_table}_no_update")(running(f"UPDATE {_table} SET id = id"))
    against(f"{_table}_follows")(inserting(_table, number=9))
    against(f"{_table}_follows")(inserting(_table, number=2))
for _table, _columns in FIXED.items():
    for _column, _value in _columns.items():
        against(f"{_table}_fixed")(running(f"UPDATE {_table} SET {_column} = %s", _value))


def _in_another_municipality(table: str) -> Try:
    def attack(attacker: Attacker, made: Made) -> None:
        is_history = table in {"plans_planversion", "plans_taskstep"}
        row = following(attacker, table, made.case) if is_history else row_of(attacker, table, made.case)
        attacker.forge(table, row, id=new_id(), municipality_id=made.other_municipality)

    return attack


for _table in ("plans_plan", "plans_planversion", "plans_task", "plans_taskstep"):
    against(f"{_table}_same_municipality_id")(_in_another_municipality(_table))


@against("plans_planversion_same_case_id")
def a_version_is_put_in_another_case(attacker: Attacker, made: Made) -> None:
    attacker.insert("plans_planversion", following(attacker, "plans_planversion", made.case, case_id=made.other_case))


@against("plans_taskstep_same_case_id")
def a_step_is_put_in_another_case(attacker: Attacker, made: Made) -> None:
    attacker.insert("plans_taskstep", following(attacker, "plans_taskstep", made.case, case_id=made.other_case))


def _points_at(table: str, column: str, history: str, which: str) -> Try:
    def attack(attacker: Attacker, made: Made) -> None:
        other = made.other_case if which == "another case's" else made.case
        rows = attacker.rows(f"SELECT id, number FROM {history} WHERE case_id = %s ORDER BY number", other)
        wanted = rows[0] if which == "an older" else rows[-1]
        attacker.run(f"UPDATE {table} SET {column} = %s WHERE case_id = %s", wanted["id"], made.case)

    return attack


for _which in ("an older", "another case's"):
    against("plans_plan_newest")(_points_at("plans_plan", "current_id", "plans_planversion", _which))
    against("plans_task_newest")(_points_at("plans_task", "step_id", "plans_taskstep", _which))


@against("plans_planversion_first")
def a_plan_begins_with_another_version_than_it_says(attacker: Attacker, made: Made) -> None:
    version, plan = row_of(attacker, "plans_planversion", made.case), new_id()
    attacker.insert(
        "plans_planversion", {**version, "id": new_id(), "number": 1, "plan_id": plan, "case_id": made.case}
    )


@against("plans_taskstep_first")
def a_task_begins_with_another_step_than_it_says(attacker: Attacker, made: Made) -> None:
    task = {**row_of(attacker, "plans_task", made.case), "id": new_id(), "step_id": new_id()}
    attacker.insert("plans_task", task)
    step = row_of(attacker, "plans_taskstep", made.case)
    attacker.insert("plans_taskstep", {**step, "id": new_id(), "number": 1, "task_id": task["id"]})


for _table in ("plans_limit", *BESIDE_LIMITS):
    against(f"{_table}_no_update")(running(f"UPDATE {_table} SET id = id"))
    against(f"{_table}_same_municipality_id")(_in_another_municipality(_table))


def _beside(table: str, *, changes: Callable[[Made], dict[str, Value]]) -> Try:
    """Attack with a row beside a limit that has nothing there yet."""

    def attack(attacker: Attacker, made: Made) -> None:
        row = {**row_of(attacker, table, made.case), "id": new_id(), "limit_id": made.limit}
        attacker.insert(table, {**row, **changes(made)})

    return attack


for _table in BESIDE_LIMITS:
    against(f"{_table}_same_case_id")(_beside(_table, changes=lambda made: {"case_id": made.other_case}))


@against("plans_limitend_in_its_time")
def a_limit_ends_before_it_began(attacker: Attacker, made: Made) -> None:
    _beside("plans_limitend", changes=lambda made: {"ended_on": "2026-10-31"})(attacker, made)


@against("plans_limitend_in_its_time")
def a_limit_ends_after_its_last_day(attacker: Attacker, made: Made) -> None:
    _beside("plans_limitend", changes=lambda made: {"ended_on": "2026-12-02"})(attacker, made)


against("plans_limittold_was_not_told")(_beside("plans_limittold", changes=lambda made: {"limit_id": made.told_limit}))
