"""The database keeps the rules of cases by itself: raw SQL attacks each of them, on both engines."""

from collections.abc import Iterator
from functools import partial

import pytest
from django.apps import apps
from django.db import connection, connections, models, transaction
from pytest_django.plugin import DjangoDbBlocker

from houvast.cases.database import HISTORIES, RULES
from houvast.kernel.database_rules import Pointer, Rule
from houvast.kernel.ids import new_id
from tests.attacks import Attacker, Value, aliases, assert_not_emptied, assert_refused, contents
from tests.cases.attacks import end_seats
from tests.cases.attacks_own_words import TABLES, TRIES
from tests.cases.attacks_stays import stay_turn
from tests.cases.forging import (
    SEATS,
    bare_case,
    bare_moment,
    case_row,
    first_period,
    first_seat,
    period,
    report,
    seat,
    turn,
)
from tests.databases import Databases
from tests.lives import Lives, lives

REFUSING = [rule for rule in RULES if isinstance(rule, Rule)]
POINTERS = [rule for rule in RULES if isinstance(rule, Pointer) and rule.target == "cases_case"]
MOMENT_POINTERS = [rule for rule in RULES if isinstance(rule, Pointer) and rule.target != "cases_case"]


@pytest.fixture(scope="module")
def lived(databases: Databases, django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Lives]:
    """Let cases live in a database of this file; no attack changes it, so all use the same."""
    with django_db_blocker.unblock():
        name = databases.copy("attacked")
        databases.use(name)
        yield lives()
        connections.close_all()
        databases.use("shared")
        databases.drop(name)


def test_each_rule_has_an_attack() -> None:
    assert sorted({rule.name for rule in REFUSING} - TRIES.keys()) == []


def test_each_attack_is_on_a_rule() -> None:
    assert sorted(TRIES.keys() - {rule.name for rule in REFUSING}) == []


@pytest.mark.parametrize("rule", REFUSING, ids=lambda rule: str(rule.name))
def test_the_database_refuses_what_breaks(rule: Rule, lived: Lives) -> None:
    for attack in TRIES[rule.name]:
        assert_refused(partial(attack, lived=lived), rule.message, TABLES)


def test_every_table_that_is_attacked_has_rows(lived: Lives) -> None:
    assert [table for table, rows in contents(TABLES).items() if not rows] == []


@pytest.mark.parametrize("rule", POINTERS, ids=lambda rule: str(rule.name))
def test_a_row_cannot_be_added_without_becoming_the_newest(rule: Pointer, lived: Lives) -> None:
    responsibility = rule.column.removesuffix("_id")
    for alias in aliases():
        attacker = Attacker(alias)
        with transaction.atomic(using=alias):
            others = {key: value for key, value in case_row(attacker, lived.lived).items() if key != rule.column}
            is_seat = rule.table == "cases_seat"
            row = seat(attacker, lived.lived, responsibility) if is_seat else period(attacker, lived.lived)
            attacker.insert(rule.table, row)
            after = case_row(attacker, lived.lived)
            assert str(after.pop(rule.column)) == str(attacker.value(row["id"]))
            assert after == others
            transaction.set_rollback(True, using=alias)


@pytest.mark.parametrize("rule", MOMENT_POINTERS, ids=lambda rule: str(rule.name))
def test_a_turn_or_report_cannot_be_added_without_becoming_the_newest(rule: Pointer, lived: Lives) -> None:
    following = {"cases_momentturn": turn, "cases_momentreport": report, "cases_stayturn": stay_turn}[rule.table]
    for alias in aliases():
        attacker = Attacker(alias)
        with transaction.atomic(using=alias):
            row = following(attacker, lived.lived)
            attacker.insert(rule.table, row)
            found = f"SELECT {rule.column} FROM {rule.target} WHERE id = %s"
            after = attacker.rows(found, row[rule.key])[0]
            assert str(after[rule.column]) == str(attacker.value(row["id"]))
            transaction.set_rollback(True, using=alias)


def test_a_moment_without_its_first_turn_is_refused_at_commit(lived: Lives) -> None:
    refused = {"sqlite": "FOREIGN KEY", "postgresql": "foreign key"}[connection.vendor]

    def attack(attacker: Attacker) -> None:
        bare_moment(attacker, lived.lived)

    assert_refused(attack, refused, TABLES)


@pytest.mark.parametrize("missing", ["phase_period", *SEATS])
def test_a_case_without_one_of_its_five_rows_is_refused_at_commit(missing: str, lived: Lives) -> None:
    def attack(attacker: Attacker) -> None:
        case = bare_case(attacker, lived.lived)
        if missing != "phase_period":
            attacker.insert("cases_phaseperiod", first_period(attacker, lived.lived, case))
        for responsibility in SEATS:
            if responsibility != missing:
                attacker.insert("cases_seat", first_seat(attacker, lived.lived, case, responsibility))

    assert_refused(attack, {"sqlite": "FOREIGN KEY", "postgresql": "foreign key"}[connection.vendor], TABLES)


def test_a_case_with_its_five_rows_is_taken(lived: Lives) -> None:
    with transaction.atomic():
        attacker = Attacker("default")
        case = bare_case(attacker, lived.lived)
        attacker.insert("cases_phaseperiod", first_period(attacker, lived.lived, case))
        for responsibility in SEATS:
            attacker.insert("cases_seat", first_seat(attacker, lived.lived, case, responsibility))
        connection.check_constraints()
        transaction.set_rollback(True)


def test_a_case_closes_once_its_seats_have_ended(lived: Lives) -> None:
    with transaction.atomic():
        attacker = Attacker("default")
        end_seats(attacker, lived)
        attacker.insert("cases_phaseperiod", period(attacker, lived.lived, state="closed", cause="closed", phase=2))
        transaction.set_rollback(True)


SOMEONE: dict[str, Value] = {name: new_id() for name in ("somebody", "a team", "a resident", "a neighbour", "a turn")}
SHAPES: list[tuple[str, str, dict[str, Value]]] = [
    ("cases_seat", "cases_seat_held_by_member", {"state": "held"}),
    ("cases_seat", "cases_seat_held_by_member", {"state": "held_temporarily", "until": "2027-01-01"}),
    ("cases_seat", "cases_seat_held_by_member", {"member_id": "somebody"}),
    ("cases_seat", "cases_seat_held_by_member", {"state": "not_required", "member_id": "somebody"}),
    ("cases_seat", "cases_seat_temporary_ends", {"state": "held_temporarily", "member_id": "somebody"}),
    ("cases_seat", "cases_seat_temporary_ends", {"state": "held", "member_id": "somebody", "until": "2027-01-01"}),
    ("cases_seat", "cases_seat_temporary_ends", {"until": "2027-01-01"}),
    ("cases_seat", "cases_seat_resident", {"state": "held_by_resident"}),
    ("cases_seat", "cases_seat_resident", {"resident_id": "a resident"}),
    ("cases_seat", "cases_seat_resident", {"network_member_id": "a neighbour"}),
    (
        "cases_seat",
        "cases_seat_resident",
        {"state": "held_by_resident", "resident_id": "a resident", "network_member_id": "a neighbour"},
    ),
    ("cases_seat", "cases_seat_state", {"state": "on_holiday"}),
    ("cases_phaseperiod", "cases_phase_closed_cause", {"cause": "closed"}),
    ("cases_caselink", "cases_link_two", {"other_id": "itself"}),
    ("cases_access", "cases_access_one_viewer", {"member_id": None, "team_id": None}),
    ("cases_access", "cases_access_one_viewer", {"member_id": "somebody", "team_id": "a team"}),
    ("cases_stayelsewhere", "cases_stay_one_host", {"host_team_id": "a team", "turn_id": "a turn"}),
    ("cases_scalingproposal", "cases_proposal_one_step", {"from_phase": 2, "to_phase": 4}),
    ("cases_scalingproposal", "cases_proposal_one_step", {"from_phase": 2, "to_phase": 2}),
    ("cases_scalingdecision", "cases_decision_order", {"number": 3}),
    ("cases_scalingdecision", "cases_decision_order", {"number": 1, "outcome": "confirmed"}),
    ("cases_scalingdecision", "cases_decision_order", {"number": 2, "outcome": "approved"}),
    ("cases_scalingdecision", "cases_decision_urgent_term", {"outcome": "urgent", "confirm_before": None}),
    ("cases_scalingdecision", "cases_decision_urgent_term", {"confirm_before": "2027-01-01 00:00:00"}),
    ("cases_scalingdecision", "cases_decision_on_behalf", {"on_behalf_of": "burgemeester", "document": "Z-1"}),
    ("cases_scalingdecision", "cases_decision_on_behalf", {"on_behalf_of": "burgemeester", "channel": "mail"}),
]


@pytest.mark.parametrize(("table", "constraint", "changes"), SHAPES)
def test_a_row_of_the_wrong_shape_is_refused(
    table: str, constraint: str, changes: dict[str, Value], lived: Lives
) -> None:
    assert_refused(lambda attacker: _insert_shaped(attacker, lived, table, changes), constraint, [table])


def _insert_shaped(attacker: Attacker, lived: Lives, table: str, changes: dict[str, Value]) -> None:
    following = {"cases_phaseperiod": period, "cases_seat": seat}.get(table)
    if following is not None:
        row = following(attacker, lived.lived)
    elif table == "cases_scalingdecision":
        row = attacker.rows("SELECT * FROM cases_scalingdecision WHERE id = %s", lived.urgent)[0]
        row.update({"outcome": "approved", "confirm_before": None})
    else:
        row = attacker.rows(f"SELECT * FROM {table}")[0]
    changed = {column: SOMEONE.get(str(value), value) for column, value in changes.items()}
    itself = {"other_id": row["case_id"]} if "other_id" in changes else {}
    attacker.insert(table, {**row, "id": new_id(), **changed, **itself})


CHECKS = {
    str(constraint.name)
    for model in apps.get_app_config("cases").get_models()
    for constraint in model._meta.constraints
    if isinstance(constraint, models.CheckConstraint)
}
UNREACHABLE = {"cases_seat_responsibility", "cases_phase_range"}
BELOW = {
    "cases_access_note",
    "cases_stay_elsewhere",
    "cases_move_elsewhere",
    "cases_move_one_asked",
    "cases_move_new_case",
}


def test_each_check_of_a_table_has_an_attack() -> None:
    assert sorted(CHECKS - {constraint for _, constraint, _ in SHAPES}) == sorted(UNREACHABLE | BELOW)


@pytest.mark.parametrize("table", HISTORIES)
def test_a_history_cannot_be_emptied_or_replaced(table: str, lived: Lives) -> None:
    assert_not_emptied(table)


def test_sight_of_a_part_names_no_single_note(lived: Lives) -> None:
    def attack(attacker: Attacker) -> None:
        row = attacker.rows("SELECT * FROM cases_access WHERE case_id = %s", lived.lived)[0]
        note = attacker.rows("SELECT id FROM cases_note WHERE case_id = %s", lived.lived)[0]["id"]
        attacker.insert("cases_access", {**row, "id": new_id(), "note_id": note})

    assert_refused(attack, "cases_access_note", TABLES)


def test_nobody_stays_elsewhere_in_the_own_municipality(lived: Lives) -> None:
    def attack(attacker: Attacker) -> None:
        row = attacker.rows("SELECT * FROM cases_stayelsewhere")[0]
        own = {"host_id": lived.world.municipality.id, "host_member_id": lived.world.id("sanne")}
        attacker.insert("cases_stayelsewhere", {**row, "id": new_id(), "turn_id": new_id(), **own})

    assert_refused(attack, "cases_stay_elsewhere", TABLES)


def test_a_case_is_not_offered_to_the_own_municipality(lived: Lives) -> None:
    def attack(attacker: Attacker) -> None:
        row = attacker.rows("SELECT * FROM cases_moveoffer")[0]
        own = {"to_municipality_id": lived.world.municipality.id, "to_member_id": lived.world.id("marit")}
        attacker.insert("cases_moveoffer", {**row, "id": new_id(), **own})

    assert_refused(attack, "cases_move_elsewhere", TABLES)


def test_an_offer_does_not_ask_both_a_person_and_a_team(lived: Lives) -> None:
    def attack(attacker: Attacker) -> None:
        row = attacker.rows("SELECT * FROM cases_moveoffer")[0]
        attacker.insert("cases_moveoffer", {**row, "id": new_id(), "to_team_id": lived.world.teams["Jeugd"].id})

    assert_refused(attack, "cases_move_one_asked", TABLES)


def test_an_offer_is_not_accepted_without_a_case(lived: Lives) -> None:
    def attack(attacker: Attacker) -> None:
        offer = {**attacker.rows("SELECT * FROM cases_moveoffer")[0], "id": new_id()}
        attacker.insert("cases_moveoffer", offer)
        row = attacker.rows("SELECT * FROM cases_moveanswer")[0]
        attacker.insert("cases_moveanswer", {**row, "id": new_id(), "offer_id": offer["id"], "outcome": "accepted"})

    assert_refused(attack, "cases_move_new_case", TABLES)
