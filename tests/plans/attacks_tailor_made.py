"""Attacks on what the database keeps of tailor-made help: one or more on each rule, by its name."""

from collections.abc import Callable
from uuid import UUID

from houvast.kernel.ids import new_id
from tests.attacks import Attacker, Value
from tests.plans.attacks import TABLES, TRIES, Made, Try, against, row_of, running

__all__ = ["TABLES", "TRIES"]

DECISION, OUTCOME, SETTING = "plans_tailormadedecision", "plans_tailormadeoutcome", "plans_tailormadesetting"
Changes = Callable[[Made], dict[str, Value]]


def _forging(table: str, changes: Changes) -> Try:
    """Attack with a copy of a row that has something wrong in it."""
    return lambda attacker, made: attacker.forge(
        table, row_of(attacker, table, made.case), id=new_id(), **changes(made)
    )


for _table in ("plans_tailormade", DECISION, OUTCOME):
    against(f"{_table}_no_update")(running(f"UPDATE {_table} SET id = id"))
    against(f"{_table}_same_municipality_id")(
        _forging(_table, lambda made: {"municipality_id": made.other_municipality})
    )
for _table in (DECISION, OUTCOME):
    against(f"{_table}_same_case_id")(_forging(_table, lambda made: {"case_id": made.other_case}))
against(f"{SETTING}_no_update")(running(f"UPDATE {SETTING} SET cents = 1"))


def _grant(attacker: Attacker, made: Made, tailor_made: UUID, **changes: Value) -> None:
    """Grant something, as the case director granted what was decided alone."""
    (row,) = attacker.rows(f"SELECT * FROM {DECISION} WHERE tailor_made_id = %s", made.alone)
    attacker.forge(DECISION, row, **{"id": new_id(), "tailor_made_id": tailor_made, **changes})


@against(f"{DECISION}_fits")
def more_is_granted_than_was_asked(attacker: Attacker, made: Made) -> None:
    _grant(attacker, made, made.waiting, granted_cents=60_001)


@against(f"{DECISION}_fits")
def less_is_granted_than_the_case_director_decided_alone(attacker: Attacker, made: Made) -> None:
    _grant(attacker, made, made.alone, granted_cents=1)


@against(f"{DECISION}_fits")
def what_the_case_director_decided_alone_is_refused(attacker: Attacker, made: Made) -> None:
    _grant(attacker, made, made.alone, answer="refused", reason="other", granted_cents=0, outcome_on=None)


@against(f"{DECISION}_fits")
def another_answers_for_the_case_director_who_decided_alone(attacker: Attacker, made: Made) -> None:
    _grant(attacker, made, made.alone, by_id=made.somebody_else)


@against(f"{OUTCOME}_was_granted")
def what_waits_for_an_answer_gets_an_outcome(attacker: Attacker, made: Made) -> None:
    _forging(OUTCOME, lambda made: {"tailor_made_id": made.waiting})(attacker, made)


@against(f"{OUTCOME}_was_granted")
def what_was_refused_gets_an_outcome(attacker: Attacker, made: Made) -> None:
    _forging(OUTCOME, lambda made: {"tailor_made_id": made.refused})(attacker, made)


@against(f"{SETTING}_follows")
def a_version_of_an_amount_is_left_out(attacker: Attacker, made: Made) -> None:
    (newest,) = attacker.rows(f"SELECT * FROM {SETTING}")
    attacker.forge(SETTING, newest, id=new_id(), number=9)
