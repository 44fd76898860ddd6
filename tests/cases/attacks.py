"""Attacks on the rules that the database keeps of cases: one or more on each rule, by its name."""

from collections.abc import Callable
from typing import Protocol
from uuid import UUID

from houvast.cases.database import CASE_HISTORIES, HISTORIES
from houvast.kernel.ids import new_id
from tests.attacks import Attacker, Value
from tests.cases.forging import SEATS, bare_case, case_row, first_period, first_seat, period, seat
from tests.lives import Lives

BESIDE_HISTORIES = ("cases_access", "cases_caseresident", "cases_caseorganisation")
MOMENTS = ("cases_crucialmoment", "cases_momentitem")
STAYS = ("cases_stayelsewhere",)
TABLES = (*HISTORIES, "cases_case", *BESIDE_HISTORIES, *MOMENTS, *STAYS)
LONG_AGO = "2026-01-01 00:00:00"
FIXED: dict[str, dict[str, Value]] = {
    "cases_case": {
        **{key: new_id() for key in ("id", "municipality_id", "adopted_model_id", "key_id", "opened_by_id")},
        "code": "C-1",
        "opened_at": LONG_AGO,
    },
    "cases_caseresident": {
        **{key: new_id() for key in ("id", "case_id", "municipality_id", "resident_id")},
        "since": LONG_AGO,
    },
    "cases_caseorganisation": {
        **{key: new_id() for key in ("id", "case_id", "municipality_id", "organisation_id")},
        "since": LONG_AGO,
    },
    "cases_access": {
        **{key: new_id() for key in ("id", "case_id", "municipality_id", "source_id")},
        **{key: new_id() for key in ("member_id", "team_id", "organisation_id")},
        "part": "care_notes",
        "relation": "x",
        "ground": "x",
        "source": "x",
        "from_at": LONG_AGO,
        "until_at": "2036-01-01 00:00:00",
        "note_id": new_id(),
    },
}


class Try(Protocol):
    """An attack in a world of cases that have lived."""

    def __call__(self, attacker: Attacker, /, lived: Lives) -> None:
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
    return lambda attacker, lived: attacker.run(statement, *parameters)


def in_another_municipality(table: str) -> Try:
    """Attack with a row that says another municipality than its case."""

    def attack(attacker: Attacker, lived: Lives) -> None:
        following = {"cases_phaseperiod": period, "cases_seat": seat}.get(table)
        row = following(attacker, lived.lived) if following else attacker.rows(f"SELECT * FROM {table}")[0]
        ended = {"until": row["since"]} if table == "cases_caseresident" else {}
        attacker.forge(table, row, id=new_id(), municipality_id=lived.other_municipality, **ended)

    return attack


def in_another_case(table: str) -> Try:
    """Attack with a row whose parent belongs to another case."""

    def attack(attacker: Attacker, lived: Lives) -> None:
        row = attacker.rows(f"SELECT * FROM {table} WHERE case_id IN (%s, %s)", lived.lived, lived.judged)[0]
        attacker.forge(table, row, id=new_id(), case_id=lived.linked)

    return attack


for _table in HISTORIES:
    against(f"{_table}_no_update")(running(f"UPDATE {_table} SET id = id"))
for _table in TABLES:
    against(f"{_table}_no_delete")(running(f"DELETE FROM {_table}"))
for _table in (*CASE_HISTORIES, *BESIDE_HISTORIES):
    if not _table.endswith("answer"):
        against(f"{_table}_same_municipality_id")(in_another_municipality(_table))
for _table in (
    "phasereview",
    "handover",
    "scalingproposal",
    "scalingdecision",
    "followup",
    "passingpermission",
    "judgementrequest",
    "partnerjudgement",
    "closure",
    "reopening",
):
    against(f"cases_{_table}_same_case_id")(in_another_case(f"cases_{_table}"))
for _table, _columns in FIXED.items():
    for _column, _value in _columns.items():
        against(f"{_table}_fixed")(running(f"UPDATE {_table} SET {_column} = %s", _value))
for _table in ("cases_caseresident", "cases_caseorganisation"):
    against(f"{_table}_gone_once")(running(f"UPDATE {_table} SET until = NULL"))


@against("cases_phaseperiod_follows")
def a_number_is_left_out(attacker: Attacker, lived: Lives) -> None:
    row = period(attacker, lived.lived)
    attacker.forge("cases_phaseperiod", row, number=int(str(row["number"])) + 1)


@against("cases_phaseperiod_follows")
def a_number_comes_twice(attacker: Attacker, lived: Lives) -> None:
    found = "SELECT * FROM cases_phaseperiod WHERE case_id = %s ORDER BY number DESC"
    attacker.forge("cases_phaseperiod", attacker.rows(found, lived.lived)[0], id=new_id())


@against("cases_phaseperiod_not_earlier")
def a_period_begins_before_the_last_one(attacker: Attacker, lived: Lives) -> None:
    attacker.insert("cases_phaseperiod", period(attacker, lived.lived, since=LONG_AGO))


@against("cases_phaseperiod_first")
def a_first_period_has_another_id(attacker: Attacker, lived: Lives) -> None:
    case = bare_case(attacker, lived.lived)
    attacker.insert("cases_phaseperiod", first_period(attacker, lived.lived, case, id=new_id()))


@against("cases_phaseperiod_turns")
def a_case_goes_up_two_phases(attacker: Attacker, lived: Lives) -> None:
    attacker.insert("cases_phaseperiod", period(attacker, lived.lived, phase=4))


@against("cases_phaseperiod_turns")
def a_case_goes_up_two_phases_for_no_known_cause(attacker: Attacker, lived: Lives) -> None:
    attacker.insert("cases_phaseperiod", period(attacker, lived.lived, phase=4, cause="imported"))


@against("cases_phaseperiod_turns")
def scaling_up_goes_down(attacker: Attacker, lived: Lives) -> None:
    attacker.insert("cases_phaseperiod", period(attacker, lived.lived, phase=1))


@against("cases_phaseperiod_turns")
def scaling_down_stays_where_it_was(attacker: Attacker, lived: Lives) -> None:
    attacker.insert("cases_phaseperiod", period(attacker, lived.lived, phase=2, cause="scaled_down"))


@against("cases_phaseperiod_turns")
def an_open_case_is_reopened(attacker: Attacker, lived: Lives) -> None:
    attacker.insert("cases_phaseperiod", period(attacker, lived.lived, cause="reopened"))


@against("cases_phaseperiod_turns")
def a_case_is_opened_twice(attacker: Attacker, lived: Lives) -> None:
    attacker.insert("cases_phaseperiod", period(attacker, lived.lived, cause="opened"))


@against("cases_phaseperiod_turns")
def a_closed_case_is_scaled_up(attacker: Attacker, lived: Lives) -> None:
    attacker.insert("cases_phaseperiod", period(attacker, lived.closed))


@against("cases_phaseperiod_turns")
def a_closed_case_is_closed_again(attacker: Attacker, lived: Lives) -> None:
    again = period(attacker, lived.closed, state="closed", cause="closed", phase=2)
    attacker.insert("cases_phaseperiod", again)


@against("cases_phaseperiod_turns")
def a_case_closes_in_a_phase_that_it_was_not_in(attacker: Attacker, lived: Lives) -> None:
    end_seats(attacker, lived)
    attacker.insert("cases_phaseperiod", period(attacker, lived.lived, state="closed", cause="closed"))


@against("cases_phaseperiod_turns")
def a_case_begins_scaled_up(attacker: Attacker, lived: Lives) -> None:
    case = bare_case(attacker, lived.lived)
    attacker.insert("cases_phaseperiod", first_period(attacker, lived.lived, case, cause="scaled_up"))


@against("cases_phaseperiod_turns")
def a_case_begins_closed(attacker: Attacker, lived: Lives) -> None:
    case = bare_case(attacker, lived.lived)
    closed = {"state": "closed", "cause": "closed"}
    attacker.insert("cases_phaseperiod", first_period(attacker, lived.lived, case, **closed))


@against("cases_phaseperiod_closes_seats")
def a_case_closes_while_seats_are_held(attacker: Attacker, lived: Lives) -> None:
    attacker.insert("cases_phaseperiod", period(attacker, lived.lived, state="closed", cause="closed", phase=2))


def end_seats(attacker: Attacker, lived: Lives, case_id: UUID | None = None) -> None:
    """End every seat, as closing does."""
    for responsibility in SEATS:
        attacker.insert("cases_seat", seat(attacker, case_id or lived.lived, responsibility, state="not_required"))


@against("cases_phaseperiod_closes_confirmed")
def a_case_closes_while_its_urgent_scaling_waits(attacker: Attacker, lived: Lives) -> None:
    end_seats(attacker, lived, lived.unconfirmed)
    closed = period(attacker, lived.unconfirmed, state="closed", cause="closed", phase=3)
    attacker.insert("cases_phaseperiod", closed)


@against("cases_phaseperiod_reopened_person")
def a_case_is_reopened_while_its_resident_is_in_another(attacker: Attacker, lived: Lives) -> None:
    attacker.insert("cases_phaseperiod", period(attacker, lived.closed, cause="reopened", phase=2))


def _review(attacker: Attacker, lived: Lives, **changes: Value) -> None:
    """Review once more, as before but for the changes."""
    row = attacker.rows("SELECT * FROM cases_phasereview")[0]
    attacker.forge("cases_phasereview", row, id=new_id(), **changes)


@against("cases_phasereview_present")
def a_phase_that_is_over_is_reviewed(attacker: Attacker, lived: Lives) -> None:
    found = "SELECT id FROM cases_phaseperiod WHERE case_id = %s AND number = 1"
    _review(attacker, lived, period_id=attacker.rows(found, lived.lived)[0]["id"])


@against("cases_phasereview_present")
def a_closed_case_is_reviewed(attacker: Attacker, lived: Lives) -> None:
    period_id = case_row(attacker, lived.closed)["phase_period_id"]
    _review(attacker, lived, case_id=lived.closed, period_id=period_id)


@against("cases_phasereview_not_earlier")
def a_review_comes_before_its_period(attacker: Attacker, lived: Lives) -> None:
    _review(attacker, lived, reviewed_at=LONG_AGO)


@against("cases_phasereview_not_earlier")
def a_review_comes_before_the_last_one(attacker: Attacker, lived: Lives) -> None:
    first = attacker.rows("SELECT since FROM cases_phaseperiod WHERE case_id = %s ORDER BY number DESC", lived.lived)[0]
    _review(attacker, lived, reviewed_at="2026-12-01 09:00:00")
    _review(attacker, lived, reviewed_at=first["since"])


@against("cases_phasereview_next")
def the_next_review_is_today(attacker: Attacker, lived: Lives) -> None:
    _review(attacker, lived, review_on="2026-11-23")


@against("cases_phasereview_next")
def a_phase_that_wants_a_review_has_no_next_one(attacker: Attacker, lived: Lives) -> None:
    _review(attacker, lived, review_on=None)


@against("cases_phasereview_whole")
def nothing_was_weighed(attacker: Attacker, lived: Lives) -> None:
    _review(attacker, lived, weighed_sealed=b"")


@against("cases_phasereview_whole")
def a_resident_was_not_asked_and_nobody_says_why(attacker: Attacker, lived: Lives) -> None:
    _review(attacker, lived, resident_asked=False)


@against("cases_seat_follows")
def a_number_of_a_seat_is_left_out(attacker: Attacker, lived: Lives) -> None:
    row = seat(attacker, lived.lived)
    attacker.forge("cases_seat", row, number=int(str(row["number"])) + 1)


@against("cases_seat_follows")
def a_number_of_a_seat_comes_twice(attacker: Attacker, lived: Lives) -> None:
    row = seat(attacker, lived.lived)
    attacker.forge("cases_seat", row, number=int(str(row["number"])) - 1)


@against("cases_seat_not_earlier")
def a_seat_begins_before_the_last_one(attacker: Attacker, lived: Lives) -> None:
    attacker.insert("cases_seat", seat(attacker, lived.lived, since=LONG_AGO))


@against("cases_seat_first")
def a_first_seat_has_another_id(attacker: Attacker, lived: Lives) -> None:
    case = bare_case(attacker, lived.lived)
    attacker.insert("cases_seat", first_seat(attacker, lived.lived, case, "operational", id=new_id()))


@against("cases_seat_own_pointer")
def one_row_stands_for_two_seats(attacker: Attacker, lived: Lives) -> None:
    both = new_id()
    case = bare_case(attacker, lived.lived, case_direction_id=both, process_direction_id=both)
    attacker.insert("cases_seat", first_seat(attacker, lived.lived, case, "case_direction"))


@against("cases_seat_own_pointer")
def a_new_case_borrows_a_seat_that_another_case_gets(attacker: Attacker, lived: Lives) -> None:
    case = bare_case(attacker, lived.lived)
    attacker.insert("cases_seat", seat(attacker, lived.linked, "case_direction", id=case["process_direction_id"]))


@against("cases_seat_closed_case")
def a_seat_is_vacant_in_a_closed_case(attacker: Attacker, lived: Lives) -> None:
    attacker.insert("cases_seat", seat(attacker, lived.closed))


@against("cases_case_new_pointers")
def a_new_case_begins_with_the_phase_of_another(attacker: Attacker, lived: Lives) -> None:
    bare_case(attacker, lived.lived, phase_period_id=case_row(attacker, lived.linked)["phase_period_id"])


@against("cases_case_new_pointers")
def a_new_case_begins_with_the_seat_of_another(attacker: Attacker, lived: Lives) -> None:
    bare_case(attacker, lived.lived, operational_id=case_row(attacker, lived.linked)["administrative_id"])


@against("cases_case_newest")
def a_pointer_goes_back_to_an_old_phase(attacker: Attacker, lived: Lives) -> None:
    found = "SELECT id FROM cases_phaseperiod WHERE case_id = %s AND number = 1"
    first = attacker.rows(found, lived.lived)[0]["id"]
    attacker.run("UPDATE cases_case SET phase_period_id = %s WHERE id = %s", first, lived.lived)


@against("cases_case_newest")
def a_pointer_goes_to_the_phase_of_another_case(attacker: Attacker, lived: Lives) -> None:
    theirs = case_row(attacker, lived.linked)["phase_period_id"]
    attacker.run("UPDATE cases_case SET phase_period_id = %s WHERE id = %s", theirs, lived.lived)


def _pointer_goes_wrong(responsibility: str, elsewhere: str) -> Try:
    def attack(attacker: Attacker, lived: Lives) -> None:
        own = "SELECT id FROM cases_seat WHERE case_id = %s AND responsibility = %s AND number = 1"
        wrong = {
            "old": attacker.rows(own, lived.lived, responsibility)[0]["id"],
            "other case": case_row(attacker, lived.linked)[f"{responsibility}_id"],
            "other seat": case_row(attacker, lived.lived)[f"{SEATS[SEATS.index(responsibility) - 1]}_id"],
        }
        attacker.run(f"UPDATE cases_case SET {responsibility}_id = %s WHERE id = %s", wrong[elsewhere], lived.lived)

    return attack


for _responsibility in SEATS:
    for _elsewhere in ("old", "other case", "other seat"):
        against("cases_case_newest")(_pointer_goes_wrong(_responsibility, _elsewhere))
against("cases_case_counts")(running("UPDATE cases_case SET returns = returns - 1 WHERE returns > 0"))
against("cases_case_counts")(running("UPDATE cases_case SET relapses = 0 WHERE relapses > 0"))
against("cases_access_withdrawn_once")(running("UPDATE cases_access SET withdrawn_at = NULL"))
against("cases_access_withdrawn_once")(running("UPDATE cases_access SET withdrawn_at = %s", LONG_AGO))


def _with_access(**changes: Value) -> Try:
    def attack(attacker: Attacker, lived: Lives) -> None:
        row = attacker.rows("SELECT * FROM cases_access WHERE case_id = %s", lived.lived)[0]
        note = attacker.rows("SELECT id FROM cases_note WHERE case_id = %s", lived.lived)[0]["id"]
        found = {key: note if value == "a note" else value for key, value in changes.items()}
        case = {"case_id": lived.linked} if "note_id" in changes else {}
        attacker.forge("cases_access", row, id=new_id(), **case, **found)

    return attack


against("cases_access_note_of_case")(_with_access(part="note", note_id="a note"))


@against("cases_caseresident_two_cases")
def a_person_comes_into_a_second_open_case(attacker: Attacker, lived: Lives) -> None:
    row = attacker.rows("SELECT * FROM cases_caseresident WHERE case_id = %s", lived.lived)[0]
    attacker.forge("cases_caseresident", row, id=new_id(), resident_id=lived.resident_elsewhere)


@against("cases_scalingdecision_second")
def a_decision_that_was_not_urgent_is_reversed(attacker: Attacker, lived: Lives) -> None:
    row = attacker.rows("SELECT * FROM cases_scalingdecision WHERE id = %s", lived.approved)[0]
    attacker.forge("cases_scalingdecision", row, id=new_id(), number=2, outcome="reversed")
