"""Attacks on the rules that the database keeps of meetings: one or more on each rule, by its name."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from houvast.kernel.ids import new_id
from tests.attacks import Attacker, Row, Value

ROOM = "consultation_"
TABLES = tuple(
    ROOM + name
    for name in (
        "agendaitem",
        "calendarfeed",
        "consultationtable",
        "correction",
        "itemguest",
        "itemmember",
        "itemtext",
        "meeting",
        "presence",
        "resolution",
        "resolutionoutcome",
        "tableanswer",
        "tablemember",
        "tablequestion",
    )
)
APPEND_ONLY = ("itemtext", "resolution", "resolutionoutcome", "correction", "tableanswer")
LONG_AGO = "2026-01-01 00:00:00"
FIXED: dict[str, dict[str, Value]] = {
    "consultationtable": {"id": new_id(), "municipality_id": new_id()},
    "tablemember": {
        **{key: new_id() for key in ("id", "table_id", "organisation_id", "member_id")},
        "since": LONG_AGO,
    },
    "meeting": {"id": new_id(), "table_id": new_id(), "planned_at": LONG_AGO},
    "agendaitem": {
        **{key: new_id() for key in ("id", "meeting_id", "municipality_id", "case_id", "key_id", "added_by_id")},
        **dict.fromkeys(("kind", "cause", "ground"), "x"),
        "organisation_id": new_id(),
        "added_at": LONG_AGO,
        "retention_from": "2026-01-01",
    },
    "itemmember": {**{key: new_id() for key in ("id", "item_id", "member_id")}, "from_at": LONG_AGO},
    "itemguest": {
        "id": new_id(),
        "item_id": new_id(),
        "kind": "x",
        "who_sealed": b"x",
        "told_on": "2026-01-01",
        "told_how": "x",
        "why_sealed": b"x",
    },
    "presence": {key: new_id() for key in ("id", "meeting_id", "member_id")},
    "calendarfeed": {"id": new_id(), "member_id": new_id(), "digest": "x", "made_at": LONG_AGO},
    "tablequestion": {
        **{key: new_id() for key in ("id", "item_id", "table_id", "asked_by_id")},
        "question_sealed": b"x",
        "asked_at": LONG_AGO,
    },
}
OF_OPEN: dict[str, str] = {
    "consultationtable": "1 = 1",
    "tablemember": "1 = 1",
    "calendarfeed": "ended_at IS NULL",
    "meeting": "state = 'open'",
    "agendaitem": "meeting_id IN (SELECT id FROM consultation_meeting WHERE state = 'open')",
    "presence": "meeting_id IN (SELECT id FROM consultation_meeting WHERE state = 'open')",
}
_ITEMS_OF = (
    "item_id IN (SELECT a.id FROM consultation_agendaitem a JOIN consultation_meeting m ON m.id = a.meeting_id "
    "WHERE m.state = '{}')"
)


@dataclass(frozen=True)
class Made:
    """What stands in the database: an open meeting and a closed one of a table, and a planned one of another."""

    other_municipality: UUID
    open_case_item: UUID
    open_theme: UUID
    closed_item: UUID
    table: UUID


class Try(Protocol):
    """An attack on meetings that were held."""

    def __call__(self, attacker: Attacker, /, made: Made) -> None:
        """Attack."""


TRIES: dict[str, list[Try]] = {}


def against(rule: str) -> Callable[[Try], Try]:
    """Register an attack on a rule."""

    def register(attack: Try) -> Try:
        TRIES.setdefault(ROOM + rule, []).append(attack)
        return attack

    return register


def running(statement: str, *parameters: Value) -> Try:
    """Attack with one statement."""
    return lambda attacker, made: attacker.run(statement, *parameters)


def where(table: str, state: str) -> str:
    """Say in SQL which rows of a table belong to a meeting in this state."""
    if table in OF_OPEN:
        return OF_OPEN[table].replace("open", state)
    return _ITEMS_OF.format(state)


def one(attacker: Attacker, table: str, state: str) -> Row:
    """Give a row of a meeting in this state."""
    return attacker.rows(f"SELECT * FROM {ROOM}{table} WHERE {where(table, state)}")[0]


for _table in TABLES:
    against(f"{_table.removeprefix(ROOM)}_no_delete")(running(f"DELETE FROM {_table}"))
for _table in APPEND_ONLY:
    against(f"{_table}_no_update")(running(f"UPDATE {ROOM}{_table} SET id = id"))
for _table, _columns in FIXED.items():
    for _column, _value in _columns.items():
        _set = f"UPDATE {ROOM}{_table} SET {_column} = %s WHERE {where(_table, 'open')}"
        against(f"{_table}_fixed")(running(_set, _value))


def _copied(table: str, state: str, **changes: Value) -> Try:
    """Attack with a copy of a row, with something else in it."""

    def attack(attacker: Attacker, made: Made) -> None:
        attacker.forge(ROOM + table, one(attacker, table, state), id=new_id(), **changes)

    return attack


def _to_item(table: str, which: str, number: int) -> Try:
    """Attack with a copy of a row, put at another item."""

    def attack(attacker: Attacker, made: Made) -> None:
        row = attacker.rows(f"SELECT * FROM {ROOM}{table}")[0]
        attacker.forge(ROOM + table, row, id=new_id(), item_id=getattr(made, which), number=number)

    return attack


for _table in ("itemtext", "resolution"):
    against(f"{_table}_follows")(_to_item(_table, "open_theme", 9))
    against(f"{_table}_only_open")(_to_item(_table, "closed_item", 2))
against("correction_follows")(_to_item("correction", "closed_item", 9))
against("correction_only_closed")(_to_item("correction", "open_theme", 1))
against("resolution_has_its_task")(_to_item("resolution", "open_case_item", 2))
for _table in ("agendaitem", "itemmember", "itemguest", "presence"):
    against(f"{_table}_closed_insert")(_copied(_table, "closed"))
    against(f"{_table}_closed_update")(running(f"UPDATE {ROOM}{_table} SET id = id WHERE {where(_table, 'closed')}"))
against("meeting_begins")(_copied("meeting", "open"))
against("meeting_forward")(running(f"UPDATE {ROOM}meeting SET state = 'planned' WHERE state = 'open'"))
against("meeting_forward")(running(f"UPDATE {ROOM}meeting SET state = 'closed' WHERE state = 'planned'"))
against("meeting_closed")(running(f"UPDATE {ROOM}meeting SET chair_id = chair_id WHERE state = 'closed'"))


@against("agendaitem_same_municipality_id")
def an_item_about_a_case_is_put_in_another_municipality(attacker: Attacker, made: Made) -> None:
    row = attacker.rows(f"SELECT * FROM {ROOM}agendaitem WHERE id = %s", made.open_case_item)[0]
    attacker.forge(f"{ROOM}agendaitem", row, id=new_id(), municipality_id=made.other_municipality)


@against("resolutionoutcome_no_case")
def a_resolution_about_a_case_gets_an_outcome_beside_its_task(attacker: Attacker, made: Made) -> None:
    row = attacker.rows(f"SELECT * FROM {ROOM}resolutionoutcome")[0]
    of_case = attacker.rows(f"SELECT id FROM {ROOM}resolution WHERE item_id = %s", made.open_case_item)[0]
    attacker.forge(f"{ROOM}resolutionoutcome", row, id=new_id(), resolution_id=of_case["id"])


def _asked_again(state: str, **changes: Value) -> Try:
    """Attack with a copy of a question that stands on no agenda yet, at an item of a meeting in this state."""
    return _copied("tablequestion", state, **{"answering_item_id": None, **changes})


against("tablequestion_closed_insert")(_asked_again("closed"))
against("tablequestion_begins")(_copied("tablequestion", "open"))
against("tablequestion_ended")(
    running(f"UPDATE {ROOM}tablequestion SET id = id WHERE {where('tablequestion', 'closed')}")
)


@against("tablequestion_other_table")
def a_table_asks_itself(attacker: Attacker, made: Made) -> None:
    _asked_again("open", table_id=made.table)(attacker, made)


@against("tablequestion_answering_item")
def a_question_is_discussed_at_the_table_that_asked(attacker: Attacker, made: Made) -> None:
    set_to = f"UPDATE {ROOM}tablequestion SET answering_item_id = %s WHERE {where('tablequestion', 'open')}"
    attacker.run(set_to, made.open_case_item)


@against("tablequestion_answering_item")
def a_question_about_a_case_is_discussed_at_an_item_about_something_else(attacker: Attacker, made: Made) -> None:
    there = (
        "SELECT b.id FROM consultation_agendaitem b JOIN consultation_tablequestion q ON q.answering_item_id = b.id "
    )
    other = attacker.rows(f"{there} WHERE b.case_id IS NULL")[0]
    set_to = f"UPDATE {ROOM}tablequestion SET answering_item_id = %s WHERE {where('tablequestion', 'open')}"
    attacker.run(set_to, other["id"])


against("calendarfeed_ended")(running(f"UPDATE {ROOM}calendarfeed SET ended_at = NULL WHERE ended_at IS NOT NULL"))
