"""Attacks on the rules that the database keeps of handing on: one or more on each rule, by its name."""

from uuid import UUID

from houvast.kernel.ids import new_id
from tests.attacks import Attacker, Row, Value
from tests.cases.attacks import LONG_AGO, Try, against
from tests.cases.attacks_moves import TABLES, TRIES
from tests.lives import Lives

__all__ = ["TABLES", "TRIES"]

CHECK = "cases_pulsecheck"
PLAN = "cases_aftercareplan"
REQUEST = "cases_receiverrequest"
ANSWER = "cases_receiveranswer"


def _of(attacker: Attacker, table: str, case_id: UUID) -> Row:
    return attacker.rows(f"SELECT * FROM {table} WHERE case_id = %s", case_id)[0]


def _first_period(attacker: Attacker, case_id: UUID) -> Value:
    found = "SELECT id FROM cases_phaseperiod WHERE case_id = %s ORDER BY number"
    return attacker.rows(found, case_id)[0]["id"]


def _next(attacker: Attacker, table: str, lived: Lives) -> Row:
    """Give a row that could be added to the case that was received; of the plan a copy with an id of its own."""
    row: Row = {**_of(attacker, table, lived.received), "id": new_id()}
    return row if table == PLAN else {**row, "number": 2}


def changing(table: str, **changes: Value) -> Try:
    """Attack with a row that could be added, but for the changes."""
    return lambda attacker, lived: attacker.insert(table, {**_next(attacker, table, lived), **changes})


def _elsewhere(table: str, column: str, field: str) -> Try:
    def attack(attacker: Attacker, lived: Lives) -> None:
        attacker.insert(table, {**_next(attacker, table, lived), column: getattr(lived, field)})

    return attack


for _table in (REQUEST, PLAN, CHECK):
    against(f"{_table}_same_municipality_id")(_elsewhere(_table, "municipality_id", "other_municipality"))
    against(f"{_table}_same_case_id")(_elsewhere(_table, "case_id", "linked"))
against(f"{REQUEST}_follows")(changing(REQUEST, number=3))
against(f"{REQUEST}_follows")(changing(REQUEST, number=1))
against(f"{REQUEST}_whole")(changing(REQUEST, member_id=None, contact_sealed=b""))
against(f"{PLAN}_whole")(changing(PLAN, what_sealed=b""))
against(f"{PLAN}_whole")(changing(PLAN, signs_sealed=b""))
against(f"{PLAN}_whole")(changing(PLAN, check_on="2026-11-23"))
against(f"{CHECK}_follows")(changing(CHECK, number=3))
against(f"{CHECK}_follows")(changing(CHECK, recorded_at=LONG_AGO))
against(f"{CHECK}_whole")(changing(CHECK, text_sealed=b""))
against(f"{CHECK}_whole")(changing(CHECK, outcome="goes_well"))
against(f"{CHECK}_whole")(changing(CHECK, check_on=None))
against(f"{CHECK}_whole")(changing(CHECK, check_on="2026-11-23"))


@against(f"{REQUEST}_present")
def somebody_receives_an_earlier_phase(attacker: Attacker, lived: Lives) -> None:
    row = _next(attacker, REQUEST, lived)
    attacker.insert(REQUEST, {**row, "number": 1, "period_id": _first_period(attacker, lived.received)})


@against(f"{REQUEST}_follows")
def a_second_is_asked_before_the_first_has_answered(attacker: Attacker, lived: Lives) -> None:
    row = _of(attacker, REQUEST, lived.unreceived)
    attacker.insert(REQUEST, {**row, "id": new_id(), "number": 2})


def _answer(attacker: Attacker, lived: Lives, case_id: UUID, **changes: Value) -> None:
    """Answer the question of a case as Sanne did, but for the changes."""
    given = _of(attacker, REQUEST, lived.received)["id"]
    row = attacker.rows(f"SELECT * FROM {ANSWER} WHERE question_id = %s", given)[0]
    asked = _of(attacker, REQUEST, case_id)["id"]
    attacker.insert(ANSWER, {**row, "id": new_id(), "question_id": asked, "channel": "telefoon", **changes})


@against(f"{ANSWER}_present")
def a_case_that_has_moved_on_is_received(attacker: Attacker, lived: Lives) -> None:
    _answer(attacker, lived, lived.lived)


@against(f"{ANSWER}_whole")
def it_is_refused_without_a_reason(attacker: Attacker, lived: Lives) -> None:
    _answer(attacker, lived, lived.unreceived, outcome="refused")


@against(f"{ANSWER}_whole")
def it_is_not_said_how_an_answer_came(attacker: Attacker, lived: Lives) -> None:
    _answer(attacker, lived, lived.unreceived, channel="")


@against(f"{PLAN}_present")
def there_is_aftercare_where_nothing_went_down(attacker: Attacker, lived: Lives) -> None:
    period = _first_period(attacker, lived.linked)
    attacker.insert(PLAN, {**_next(attacker, PLAN, lived), "case_id": lived.linked, "period_id": period})


@against(f"{CHECK}_present")
def somebody_looks_after_a_phase_that_is_left(attacker: Attacker, lived: Lives) -> None:
    plan = attacker.rows(f"SELECT id FROM {PLAN} WHERE case_id = %s ORDER BY made_at", lived.lived)[0]["id"]
    own: Row = {"number": 1, "aftercare_id": plan, "case_id": lived.lived}
    attacker.insert(CHECK, {**_next(attacker, CHECK, lived), **own})


@against(f"{CHECK}_follows")
def somebody_is_asked_again_after_it_went_well(attacker: Attacker, lived: Lives) -> None:
    plan = _of(attacker, PLAN, lived.unreceived)["id"]
    own: Row = {"aftercare_id": plan, "case_id": lived.unreceived}
    attacker.insert(CHECK, {**_next(attacker, CHECK, lived), **own})
