"""Attacks on the rules that the database keeps of breaking the glass: one or more on each rule, by its name."""

from houvast.kernel.ids import new_id
from tests.attacks import Attacker, Row, Value
from tests.cases.attacks import LONG_AGO, Try, against
from tests.cases.attacks_shielding import TABLES, TRIES
from tests.lives import Lives

__all__ = ["TABLES", "TRIES"]

BREAK, SAID = "cases_glassbreak", "cases_glassjudgement"


def unjudged(attacker: Attacker) -> Row:
    """Give the break of the glass of which nobody said anything."""
    return attacker.rows(f"SELECT * FROM {BREAK} WHERE id NOT IN (SELECT glass_break_id FROM {SAID})")[0]


def breaking(**changes: Value) -> Try:
    """Attack with one more break of the glass, but for the changes."""
    return lambda attacker, lived: attacker.insert(BREAK, {**unjudged(attacker), "id": new_id(), **changes})


def judging(**changes: Value) -> Try:
    """Attack with what somebody says of it, but for the changes."""

    def attack(attacker: Attacker, lived: Lives) -> None:
        row = attacker.rows(f"SELECT * FROM {SAID}")[0]
        attacker.insert(SAID, {**row, "id": new_id(), "glass_break_id": unjudged(attacker)["id"], **changes})

    return attack


def seeing(**changes: Value) -> Try:
    """Attack with a reason to see because of breaking the glass, but for the changes."""

    def attack(attacker: Attacker, lived: Lives) -> None:
        row = attacker.rows("SELECT * FROM cases_access WHERE relation = 'broke_glass'")[0]
        attacker.insert("cases_access", {**row, "id": new_id(), **changes})

    return attack


against(f"{BREAK}_whole")(breaking(reason_sealed=b""))
against(f"{BREAK}_whole")(breaking(tried_sealed=b""))
against(f"{BREAK}_whole")(breaking(until_at=LONG_AGO))
against(f"{SAID}_another")(judging(words_sealed=b""))
against("cases_access_glass")(seeing(source_id=new_id()))
against("cases_access_glass")(seeing(until_at=None))
against("cases_access_glass")(seeing(until_at="2036-01-01 00:00:00"))


@against("cases_access_glass")
def somebody_sees_by_the_glass_that_another_broke(attacker: Attacker, lived: Lives) -> None:
    seeing(member_id=lived.world.id("bram"))(attacker, lived=lived)


@against(f"{BREAK}_not_locked_out")
def who_is_locked_out_breaks_the_glass(attacker: Attacker, lived: Lives) -> None:
    breaking(member_id=lived.world.id("iris"))(attacker, lived=lived)


@against(f"{BREAK}_same_municipality_id")
def a_break_says_another_municipality(attacker: Attacker, lived: Lives) -> None:
    breaking(municipality_id=lived.other_municipality)(attacker, lived=lived)


@against(f"{SAID}_another")
def who_did_it_says_that_it_was_right(attacker: Attacker, lived: Lives) -> None:
    judging(by_id=lived.world.id("nadia"))(attacker, lived=lived)


@against(f"{SAID}_same_municipality_id")
def what_is_said_names_another_municipality(attacker: Attacker, lived: Lives) -> None:
    judging(municipality_id=lived.other_municipality)(attacker, lived=lived)


@against(f"{SAID}_same_case_id")
def what_is_said_names_another_case(attacker: Attacker, lived: Lives) -> None:
    judging(case_id=lived.linked)(attacker, lived=lived)
