"""The database keeps the rules of short lines by itself: raw SQL attacks each of them, on both engines."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial

import pytest
from django.apps import apps
from django.db import connections
from pytest_django.plugin import DjangoDbBlocker

from houvast.kernel.actor import member
from houvast.kernel.database_rules import Rule
from houvast.kernel.ids import new_id
from houvast.short_lines.database import HISTORIES, RULES
from houvast.short_lines.rules.terms import Setting, Term
from houvast.short_lines.services.answer_colleague import answer_colleague
from houvast.short_lines.services.ask_colleague import ask_colleague
from houvast.short_lines.services.check_line import check_line
from houvast.short_lines.services.end_line import end_line
from houvast.short_lines.services.open_line import NewLine, open_line
from houvast.short_lines.services.pass_on_question import pass_on_question
from houvast.short_lines.services.set_term import set_term
from tests.attacks import Attacker, Row, Value, assert_not_emptied, assert_refused, contents
from tests.databases import Databases
from tests.short_lines.worlds import PRINS, make_lined
from tests.worlds import NOW, make_world

LINE, CONTACT, CHECK, SETTING = (
    f"short_lines_{name}" for name in ("shortline", "linecontact", "linecheck", "linesetting")
)
QUESTION = "short_lines_colleaguequestion"
TABLES = (LINE, CONTACT, CHECK, SETTING, QUESTION)
Try = Callable[[Attacker], None]
LONG_AGO, LATER = "2026-01-01 00:00:00", "2027-06-01 00:00:00"
OPEN, ENDED = "ended_at IS NULL", "ended_at IS NOT NULL"
WAITS = "answered_at IS NULL AND passed_at IS NULL"


@pytest.fixture(scope="module", autouse=True)
def made(databases: Databases, django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Make a line with a history and one that ended, in a database of this file; no attack changes it."""
    with django_db_blocker.unblock():
        name = databases.copy("short_lines_attacked")
        databases.use(name)
        lined = make_lined()
        make_world("opsterland", "Opsterland")
        actor, municipality = lined.world.actor("sanne"), lined.world.municipality.id
        for question in ("Hoe gaat dat?", "Wie kan dat?"):
            asked = ask_colleague(actor=actor, now=NOW, line_id=lined.line_id, question=question)
        passed = ask_colleague(actor=actor, now=NOW, line_id=lined.line_id, question="Waar kan dat?")
        pass_on_question(actor=member(lined.yara.id), now=NOW, question_id=passed)
        answer_colleague(actor=member(lined.yara.id), now=NOW, question_id=asked, text="Zo.")
        lined.set(PRINS, now=NOW + timedelta(hours=1))
        check_line(actor=actor, now=NOW + timedelta(hours=2), line_id=lined.line_id, seen_number=2)
        other = NewLine(lined.world.teams["Gebiedsteam"].id, "Wijkagent", PRINS)
        end_line(actor=actor, now=NOW, line_id=open_line(actor=actor, now=NOW, new=other))
        manager, setting = lined.world.actor("beheer"), Setting(Term.CHECK_AFTER, 30)
        set_term(actor=manager, now=NOW, municipality_id=municipality, setting=setting)
        yield
        connections.close_all()
        databases.use("shared")
        databases.drop(name)


def one(attacker: Attacker, table: str, where: str = "1 = 1") -> Row:
    return attacker.rows(f"SELECT * FROM {table} WHERE {where} ORDER BY id LIMIT 1")[0]


def forge(table: str, where: str = "1 = 1", **changes: Value) -> Try:
    """Copy a row with something else in it."""
    return lambda attacker: attacker.forge(table, one(attacker, table, where), **{"id": new_id(), **changes})


def run(statement: str, *values: Value) -> Try:
    return lambda attacker: attacker.run(statement, *values)


def other_municipality(attacker: Attacker) -> None:
    far = one(attacker, "directory_municipality", "code = 'opsterland'")["id"]
    attacker.forge(LINE, one(attacker, LINE, OPEN), id=new_id(), name="x", municipality_id=far)


def older_contact(attacker: Attacker) -> None:
    attacker.run(
        f"UPDATE {LINE} SET contact_id = (SELECT id FROM {CONTACT} c WHERE c.line_id = {LINE}.id "
        f"AND c.number = 1) WHERE {OPEN}"
    )


def other_first(attacker: Attacker) -> None:
    line, contact = new_id(), one(attacker, CONTACT, of_line(OPEN))
    attacker.forge(LINE, one(attacker, LINE, OPEN), id=line, name="x", contact_id=new_id())
    attacker.forge(CONTACT, contact, id=new_id(), line_id=line, number=1)


def of_line(state: str) -> str:
    return f"line_id IN (SELECT id FROM {LINE} WHERE {state})"


_FIXED: dict[str, Value] = {
    **{key: new_id() for key in ("id", "team_id", "municipality_id", "organisation_id", "opened_by_id")},
    "name": "x",
    "opened_at": LONG_AGO,
}
_FIXED_OF_QUESTION: dict[str, Value] = {
    **{key: new_id() for key in ("id", "line_id", "key_id", "asked_by_id")},
    "asked_at": LONG_AGO,
    "keep_until": "2027-06-01",
    "question_sealed": b"x",
    "known_sealed": b"x",
}
TRIES: dict[str, list[Try]] = {
    **{f"{table}_no_update": [run(f"UPDATE {table} SET id = id")] for table in HISTORIES},
    **{f"{table}_no_delete": [run(f"DELETE FROM {table}")] for table in TABLES},
    f"{LINE}_fixed": [run(f"UPDATE {LINE} SET {key} = %s WHERE {OPEN}", value) for key, value in _FIXED.items()],
    f"{LINE}_of_a_municipality": [other_municipality],
    f"{LINE}_goes_on": [forge(LINE, ENDED, name="x", contact_id=new_id())],
    f"{LINE}_stays_ended": [run(f"UPDATE {LINE} SET ended_at = NULL, ended_by_id = NULL WHERE {ENDED}")],
    f"{LINE}_newest": [older_contact],
    f"{CONTACT}_first": [other_first],
    f"{CONTACT}_follows": [forge(CONTACT, of_line(OPEN), number=9, since=LATER)],
    f"{CONTACT}_later": [forge(CONTACT, of_line(OPEN), number=3, since=LONG_AGO)],
    f"{CONTACT}_while_it_runs": [forge(CONTACT, of_line(ENDED), number=2, since=LATER)],
    f"{CHECK}_of_the_newest": [
        lambda attacker: attacker.forge(
            CHECK,
            one(attacker, CHECK),
            id=new_id(),
            contact_id=one(attacker, CONTACT, f"number = 1 AND {of_line(OPEN)}")["id"],
        )
    ],
    f"{QUESTION}_fixed": [
        run(f"UPDATE {QUESTION} SET {key} = %s WHERE {WAITS}", value) for key, value in _FIXED_OF_QUESTION.items()
    ],
    f"{QUESTION}_begins_open": [
        forge(QUESTION, state, key_id=new_id()) for state in ("answered_at IS NOT NULL", "passed_at IS NOT NULL")
    ],
    f"{QUESTION}_once": [
        run(f"UPDATE {QUESTION} SET answer_sealed = %s WHERE answered_at IS NOT NULL", b"x"),
        run(f"UPDATE {QUESTION} SET passed_at = %s WHERE passed_at IS NOT NULL", LATER),
    ],
    f"{SETTING}_follows": [forge(SETTING, number=3), forge(SETTING, number=1)],
}


def test_each_rule_has_an_attack_and_each_attack_a_rule() -> None:
    # The pointer is no refusal: that it moves shows in what every test reads.
    assert {rule.name for rule in RULES if isinstance(rule, Rule)} == TRIES.keys()


@pytest.mark.parametrize("rule", [rule for rule in RULES if isinstance(rule, Rule)], ids=lambda rule: str(rule.name))
def test_the_database_refuses_what_breaks(rule: Rule) -> None:
    for attack in TRIES[rule.name]:
        assert_refused(partial(attack), rule.message, TABLES)


@pytest.mark.parametrize("table", HISTORIES)
def test_a_history_is_not_emptied_in_one_blow(table: str) -> None:
    assert_not_emptied(table)


def test_every_table_of_the_room_has_rows_and_is_attacked() -> None:
    assert [table for table, rows in contents(TABLES).items() if not rows] == []
    assert {model._meta.db_table for model in apps.get_app_config("short_lines").get_models()} == set(TABLES)
