"""Attacks on the rules that the database keeps of stays in another municipality."""

from houvast.kernel.ids import new_id
from tests.attacks import Attacker, Row, Value
from tests.cases.attacks import LONG_AGO, STAYS, Try, against, running
from tests.cases.attacks_judging import TABLES, TRIES
from tests.lives import Lives

__all__ = ["TABLES", "TRIES"]

FIXED: dict[str, Value] = {
    "id": new_id(),
    "case_id": new_id(),
    "municipality_id": new_id(),
    "host_id": new_id(),
    "host_member_id": new_id(),
    "host_team_id": new_id(),
    "agreed_by_id": new_id(),
    "parts": '["general_notes"]',
    "ground": "x",
    "ground_words_sealed": b"x",
    "agreement_sealed": b"x",
    "pays_sealed": b"x",
    "from_on": "2026-01-01",
    "agreed_at": LONG_AGO,
}


def stay_turn(attacker: Attacker, lived: Value, /, **changes: Value) -> Row:
    """Give the row that would follow the newest of the stay that goes on, but for the changes."""
    row = attacker.rows("SELECT * FROM cases_stayturn WHERE case_id = %s AND state = 'extended'", lived)[0]
    following: Row = {"id": new_id(), "number": 3, "until_on": "2027-03-01"}
    return {**row, **following, **changes}


def _stay(attacker: Attacker, lived: Lives, **changes: Value) -> Row:
    row = attacker.rows("SELECT * FROM cases_stayelsewhere WHERE case_id = %s", lived.lived)[0]
    return {**row, "id": new_id(), "turn_id": new_id(), **changes}


def with_stay(**changes: Value) -> Try:
    """Attack with one more stay, but for the changes."""
    return lambda attacker, lived: attacker.insert("cases_stayelsewhere", _stay(attacker, lived, **changes))


def with_turn(**changes: Value) -> Try:
    """Attack with a turn that follows the newest, but for the changes."""
    return lambda attacker, lived: attacker.insert("cases_stayturn", stay_turn(attacker, lived.lived, **changes))


for _column, _value in FIXED.items():
    against("cases_stayelsewhere_fixed")(running(f"UPDATE cases_stayelsewhere SET {_column} = %s", _value))
assert STAYS == ("cases_stayelsewhere",)


@against("cases_stayelsewhere_same_municipality_id")
def a_stay_says_another_municipality(attacker: Attacker, lived: Lives) -> None:
    attacker.insert("cases_stayelsewhere", _stay(attacker, lived, municipality_id=lived.other_municipality))


@against("cases_stayturn_same_municipality_id")
def a_turn_says_another_municipality(attacker: Attacker, lived: Lives) -> None:
    attacker.insert("cases_stayturn", stay_turn(attacker, lived.lived, municipality_id=lived.other_municipality))


@against("cases_stayturn_same_case_id")
def a_turn_says_another_case(attacker: Attacker, lived: Lives) -> None:
    attacker.insert("cases_stayturn", stay_turn(attacker, lived.lived, case_id=lived.linked))


@against("cases_stayelsewhere_own_turn")
def a_stay_begins_with_the_turn_of_another(attacker: Attacker, lived: Lives) -> None:
    theirs = attacker.rows("SELECT id FROM cases_stayturn")[0]["id"]
    attacker.insert("cases_stayelsewhere", _stay(attacker, lived, turn_id=theirs))


@against("cases_stayelsewhere_newest")
def a_stay_goes_back_to_its_first_last_day(attacker: Attacker, lived: Lives) -> None:
    first = attacker.rows("SELECT id, stay_id FROM cases_stayturn WHERE number = 1")[0]
    attacker.run("UPDATE cases_stayelsewhere SET turn_id = %s WHERE id = %s", first["id"], first["stay_id"])


@against("cases_stayelsewhere_closed_case")
def something_is_agreed_about_a_closed_case(attacker: Attacker, lived: Lives) -> None:
    attacker.insert("cases_stayelsewhere", _stay(attacker, lived, case_id=lived.closed))


@against("cases_stayelsewhere_works_there")
def somebody_of_the_own_municipality_hosts(attacker: Attacker, lived: Lives) -> None:
    attacker.insert("cases_stayelsewhere", _stay(attacker, lived, host_member_id=lived.world.id("sanne")))


@against("cases_stayelsewhere_works_there")
def a_team_of_the_own_municipality_hosts(attacker: Attacker, lived: Lives) -> None:
    team = lived.world.teams["Jeugd"].id
    attacker.insert("cases_stayelsewhere", _stay(attacker, lived, host_member_id=None, host_team_id=team))


@against("cases_stayturn_first")
def a_stay_begins_extended(attacker: Attacker, lived: Lives) -> None:
    row = _stay(attacker, lived)
    attacker.insert("cases_stayelsewhere", row)
    own = {"id": row["turn_id"], "stay_id": row["id"], "number": 1}
    attacker.insert("cases_stayturn", stay_turn(attacker, lived.lived, **own))


@against("cases_stayturn_first")
def a_stay_begins_with_a_turn_that_it_was_not_written_with(attacker: Attacker, lived: Lives) -> None:
    row = _stay(attacker, lived)
    attacker.insert("cases_stayelsewhere", row)
    attacker.insert("cases_stayturn", stay_turn(attacker, lived.lived, stay_id=row["id"], number=1, state="agreed"))


@against("cases_stayturn_turns")
def what_ended_is_extended(attacker: Attacker, lived: Lives) -> None:
    row = attacker.rows("SELECT * FROM cases_stayturn WHERE state = 'ended'")[0]
    attacker.insert("cases_stayturn", {**row, "id": new_id(), "number": 3, "state": "ended"})


@against("cases_stayturn_days")
def a_stay_ends_before_it_begins(attacker: Attacker, lived: Lives) -> None:
    row = _stay(attacker, lived, from_on="2027-06-01")
    attacker.insert("cases_stayelsewhere", row)
    own = {"id": row["turn_id"], "stay_id": row["id"], "number": 1, "state": "agreed"}
    attacker.insert("cases_stayturn", stay_turn(attacker, lived.lived, **own))


against("cases_stayelsewhere_whole")(with_stay(ground_words_sealed=b""))
against("cases_stayelsewhere_whole")(with_stay(agreement_sealed=b""))
against("cases_stayturn_follows")(with_turn(number=77))
against("cases_stayturn_not_earlier")(with_turn(recorded_at=LONG_AGO))
against("cases_stayturn_first")(with_turn(state="agreed"))
against("cases_stayturn_turns")(with_turn(state="paused"))
against("cases_stayturn_days")(with_turn(until_on="2026-12-01"))


def with_access(**changes: Value) -> Try:
    """Attack with one more reason for the other municipality to see, but for the changes."""

    def attack(attacker: Attacker, lived: Lives) -> None:
        row = attacker.rows("SELECT * FROM cases_access WHERE relation = 'host' AND part = 'plan'")[0]
        attacker.insert("cases_access", {**row, "id": new_id(), **changes})

    return attack


against("cases_access_host_ends")(with_access(until_at=None))
against("cases_access_host_agreed")(with_access(part="general_notes"))
against("cases_access_host_agreed")(with_access(part="care_notes"))
against("cases_access_host_agreed")(with_access(source_id=new_id()))


@against("cases_access_host_agreed")
def the_agreement_of_another_case_lets_them_see(attacker: Attacker, lived: Lives) -> None:
    row = attacker.rows("SELECT * FROM cases_access WHERE relation = 'host' AND part = 'band'")[0]
    attacker.insert("cases_access", {**row, "id": new_id(), "case_id": lived.linked})
