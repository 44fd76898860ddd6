"""Attacks on the rules that the database keeps of crucial moments: one or more on each rule, by its name."""

from houvast.kernel.ids import new_id
from tests.attacks import Attacker, Row, Value
from tests.cases.attacks import LONG_AGO, MOMENTS, TABLES, TRIES, Try, against, running
from tests.cases.forging import bare_moment, first_turn, report, turn
from tests.lives import Lives

__all__ = ["TABLES", "TRIES"]

FIXED: dict[str, dict[str, Value]] = {
    "cases_crucialmoment": {
        **{key: new_id() for key in ("id", "case_id", "municipality_id", "planned_by_id")},
        "kind": "clinic_in",
        "about_sealed": b"x",
        "planned_at": LONG_AGO,
    },
    "cases_momentitem": {
        **{key: new_id() for key in ("id", "moment_id", "case_id", "municipality_id", "member_id", "added_by_id")},
        "number": 99,
        "timing": "x",
        "days": 99,
        "text_sealed": b"x",
        "who_sealed": b"x",
        "added_at": LONG_AGO,
    },
}


def of_lived(attacker: Attacker, table: str, lived: Lives) -> Row:
    """Give a row that could be added once more: the next of its history, or a copy with an id of its own."""
    following = {"cases_momentturn": turn, "cases_momentreport": report}.get(table)
    if following is not None:
        return following(attacker, lived.lived)
    row = {**attacker.rows(f"SELECT * FROM {table} WHERE case_id = %s", lived.lived)[0], "id": new_id()}
    if table in ("cases_momentitem", "cases_momentcontact"):
        row["number"] = last_number(attacker, table, row) + 1
    if table == "cases_momentitem":
        row["report_id"] = None
    return {**row, "turn_id": new_id()} if table == "cases_crucialmoment" else row


def last_number(attacker: Attacker, table: str, row: Row) -> int:
    """Give the highest number among the items or contacts of a moment."""
    found = f"SELECT MAX(number) AS last FROM {table} WHERE moment_id = %s"
    return int(str(attacker.rows(found, row["moment_id"])[0]["last"]))


def saying(table: str, **wrong: str) -> Try:
    """Attack with a row that belongs elsewhere; `wrong` maps a column to a field of the lives."""

    def attack(attacker: Attacker, lived: Lives) -> None:
        changes = {column: getattr(lived, field) for column, field in wrong.items()}
        attacker.insert(table, {**of_lived(attacker, table, lived), **changes})

    return attack


def with_turn(**changes: Value) -> Try:
    """Attack with a turn that follows the newest, but for the changes."""
    return lambda attacker, lived: attacker.insert("cases_momentturn", turn(attacker, lived.lived, **changes))


def with_report(**changes: Value) -> Try:
    """Attack with a report that follows the newest, but for the changes."""
    return lambda attacker, lived: attacker.insert("cases_momentreport", report(attacker, lived.lived, **changes))


_PARTS = ("cases_momentturn", "cases_momentcontact", "cases_momentitem", "cases_momentreport")
for _table in (*_PARTS, "cases_crucialmoment"):
    against(f"{_table}_same_municipality_id")(saying(_table, municipality_id="other_municipality"))
for _table in _PARTS:
    against(f"{_table}_same_case_id")(saying(_table, case_id="linked"))
for _table, _columns in FIXED.items():
    for _column, _value in _columns.items():
        against(f"{_table}_fixed")(running(f"UPDATE {_table} SET {_column} = %s", _value))
assert set(FIXED) == set(MOMENTS)


@against("cases_crucialmoment_own_turn")
def a_moment_begins_with_the_turn_of_another(attacker: Attacker, lived: Lives) -> None:
    theirs = attacker.rows("SELECT id FROM cases_momentturn")[0]["id"]
    bare_moment(attacker, lived.lived, turn_id=theirs)


@against("cases_crucialmoment_closed_case")
def a_moment_is_planned_in_a_closed_case(attacker: Attacker, lived: Lives) -> None:
    bare_moment(attacker, lived.lived, case_id=lived.closed)


@against("cases_crucialmoment_newest")
def a_moment_goes_back_to_its_first_day(attacker: Attacker, lived: Lives) -> None:
    first = attacker.rows(
        "SELECT t.id, t.moment_id FROM cases_momentturn t WHERE t.number = 1 AND EXISTS ("
        "SELECT 1 FROM cases_momentturn n WHERE n.moment_id = t.moment_id AND n.number = 2)"
    )[0]
    attacker.run("UPDATE cases_crucialmoment SET turn_id = %s WHERE id = %s", first["id"], first["moment_id"])


@against("cases_momentitem_newest")
def an_item_is_opened_again_without_a_report(attacker: Attacker, lived: Lives) -> None:
    attacker.run("UPDATE cases_momentitem SET report_id = NULL WHERE report_id IS NOT NULL")


@against("cases_momentitem_newest")
def an_item_takes_the_report_of_another(attacker: Attacker, lived: Lives) -> None:
    done = attacker.rows("SELECT id FROM cases_momentreport")[0]["id"]
    attacker.run("UPDATE cases_momentitem SET report_id = %s WHERE report_id IS NULL", done)


@against("cases_momentitem_own_report")
def an_item_begins_done(attacker: Attacker, lived: Lives) -> None:
    done = attacker.rows("SELECT id FROM cases_momentreport")[0]["id"]
    attacker.insert("cases_momentitem", {**of_lived(attacker, "cases_momentitem", lived), "report_id": done})


def with_item(**changes: Value) -> Try:
    """Attack with one more item, but for the changes."""
    table = "cases_momentitem"
    return lambda attacker, lived: attacker.insert(table, {**of_lived(attacker, table, lived), **changes})


against("cases_momentitem_side")(with_item(timing="before", days=1))
against("cases_momentitem_side")(with_item(timing="after", days=-1))
against("cases_momentitem_side")(with_item(timing="later", days=0))
against("cases_momentitem_follows")(with_item(number=77))


@against("cases_momentcontact_follows")
def a_contact_is_named_before_the_last_one(attacker: Attacker, lived: Lives) -> None:
    table = "cases_momentcontact"
    attacker.insert(table, {**of_lived(attacker, table, lived), "number": 77})


against("cases_momentturn_follows")(with_turn(number=77))
against("cases_momentturn_not_earlier")(with_turn(recorded_at=LONG_AGO))
against("cases_momentturn_turns")(with_turn(state="expected"))
against("cases_momentturn_turns")(with_turn(state="forgotten"))
against("cases_momentturn_days")(with_turn(on_date="2026-12-08", until="2026-12-01"))
against("cases_momentturn_days")(with_turn(state="happened", until="2027-12-01"))
against("cases_momentreport_follows")(with_report(number=77))
against("cases_momentreport_not_earlier")(with_report(recorded_at=LONG_AGO))
against("cases_momentreport_states")(with_report(state="perhaps"))


@against("cases_momentturn_turns")
def a_moment_that_has_happened_is_moved(attacker: Attacker, lived: Lives) -> None:
    row = attacker.rows("SELECT * FROM cases_momentturn WHERE state = 'happened'")[0]
    attacker.insert("cases_momentturn", {**row, "id": new_id(), "number": 2, "state": "moved"})


@against("cases_momentturn_first")
def a_moment_begins_cancelled(attacker: Attacker, lived: Lives) -> None:
    moment = bare_moment(attacker, lived.lived)
    attacker.insert("cases_momentturn", first_turn(attacker, lived.lived, moment, state="cancelled"))


@against("cases_momentturn_first")
def a_moment_begins_with_a_turn_that_it_was_not_written_with(attacker: Attacker, lived: Lives) -> None:
    moment = bare_moment(attacker, lived.lived)
    attacker.insert("cases_momentturn", first_turn(attacker, lived.lived, moment, id=new_id()))


@against("cases_momentreport_states")
def an_item_that_nobody_reported_is_opened(attacker: Attacker, lived: Lives) -> None:
    item = attacker.rows("SELECT id FROM cases_momentitem WHERE case_id = %s AND report_id IS NULL", lived.lived)[0]
    row = report(attacker, lived.lived, moment_item_id=item["id"], number=1, state="open")
    attacker.insert("cases_momentreport", row)


@against("cases_checklist_follows")
def a_version_of_a_list_is_left_out(attacker: Attacker, lived: Lives) -> None:
    row = attacker.rows("SELECT * FROM cases_checklist")[0]
    attacker.insert("cases_checklist", {**row, "id": new_id(), "number": 3})
