"""Attacks on the rules that the database keeps of moves to another municipality."""

from houvast.kernel.ids import new_id
from tests.attacks import Attacker, Row, Value
from tests.cases.attacks import LONG_AGO, Try, against
from tests.cases.attacks_stays import TABLES, TRIES
from tests.lives import Lives

__all__ = ["TABLES", "TRIES"]


def _offer(attacker: Attacker, **changes: Value) -> Row:
    row = attacker.rows("SELECT * FROM cases_moveoffer")[0]
    return {**row, "id": new_id(), **changes}


def with_offer(**changes: Value) -> Try:
    """Attack with one more offer, but for the changes."""
    return lambda attacker, lived: attacker.insert("cases_moveoffer", _offer(attacker, **changes))


def with_answer(**changes: Value) -> Try:
    """Attack with an answer to an offer that waits, but for the changes."""

    def attack(attacker: Attacker, lived: Lives) -> None:
        offer = _offer(attacker)
        attacker.insert("cases_moveoffer", offer)
        row = attacker.rows("SELECT * FROM cases_moveanswer")[0]
        attacker.insert("cases_moveanswer", {**row, "id": new_id(), "offer_id": offer["id"], **changes})

    return attack


@against("cases_moveoffer_same_municipality_id")
def an_offer_says_another_municipality(attacker: Attacker, lived: Lives) -> None:
    attacker.insert("cases_moveoffer", _offer(attacker, municipality_id=lived.other_municipality))


@against("cases_moveoffer_one_at_a_time")
def a_case_is_offered_twice(attacker: Attacker, lived: Lives) -> None:
    for _ in range(2):
        attacker.insert("cases_moveoffer", _offer(attacker))


@against("cases_moveoffer_closed_case")
def a_closed_case_is_offered(attacker: Attacker, lived: Lives) -> None:
    attacker.insert("cases_moveoffer", _offer(attacker, case_id=lived.closed))


@against("cases_moveoffer_works_there")
def somebody_of_the_own_municipality_is_asked(attacker: Attacker, lived: Lives) -> None:
    attacker.insert("cases_moveoffer", _offer(attacker, to_member_id=lived.world.id("marit")))


@against("cases_moveoffer_works_there")
def a_team_of_the_own_municipality_is_asked(attacker: Attacker, lived: Lives) -> None:
    own = lived.world.teams["Gebiedsteam"].id
    attacker.insert("cases_moveoffer", _offer(attacker, to_member_id=None, to_team_id=own))


for _column in ("ground_words_sealed", "summary_sealed", "carried_sealed"):
    against("cases_moveoffer_whole")(with_offer(**{_column: b""}))
against("cases_moveanswer_later")(with_answer(answered_at=LONG_AGO))
against("cases_moveanswer_why_not")(with_answer(reason_sealed=b""))
against("cases_moveanswer_why_not")(with_answer(outcome="perhaps"))


@against("cases_moveanswer_own_case")
def an_offer_is_accepted_with_a_case_of_the_old_municipality(attacker: Attacker, lived: Lives) -> None:
    with_answer(outcome="accepted", new_case_id=lived.linked)(attacker, lived)


def asked(attacker: Attacker, lived: Lives, **changes: Value) -> None:
    """Attack with one more reason for who is asked to receive a case, but for the changes."""
    row = attacker.rows("SELECT * FROM cases_access WHERE relation = 'asked_to_receive'")[0]
    attacker.insert("cases_access", {**row, "id": new_id(), **changes})


@against("cases_access_asked_to_receive")
def who_is_asked_sees_the_case(attacker: Attacker, lived: Lives) -> None:
    asked(attacker, lived, part="band")


@against("cases_access_asked_to_receive")
def somebody_else_sees_the_offer(attacker: Attacker, lived: Lives) -> None:
    asked(attacker, lived, member_id=lived.world.id("bram"))


@against("cases_access_asked_to_receive")
def a_team_sees_what_one_person_was_asked(attacker: Attacker, lived: Lives) -> None:
    asked(attacker, lived, member_id=None, team_id=lived.world.teams["Gebiedsteam"].id)


@against("cases_access_asked_to_receive")
def who_is_asked_sees_the_offers_of_another_case(attacker: Attacker, lived: Lives) -> None:
    asked(attacker, lived, case_id=lived.linked)
