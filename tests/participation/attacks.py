"""Attacks on the rules that the database keeps of who takes part: one or more on each rule, by its name."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, TypeAlias
from uuid import UUID

from houvast.kernel.ids import new_id
from tests.attacks import Attacker, Row, Value

PARTICIPANT, END = "participation_participant", "participation_participantend"
PERSONAL, SIGN_IN, SETTING = (
    "participation_personalcode",
    "participation_signincode",
    "participation_ownpagesetting",
)
WITHHELD = "participation_withheldpart"
WISH = "participation_wish"
TABLES = (PARTICIPANT, END, PERSONAL, SIGN_IN, SETTING, WITHHELD, WISH)
LONG_AGO, FAR = "2026-01-01 00:00:00", "2099-01-01 00:00:00"


@dataclass(frozen=True)
class Made:
    """What stands in the database: a case in which Ruben takes part with codes, and Lieke did until it ended.

    `stranger` is a resident of another municipality, `neighbour` somebody of the network of a third resident.
    """

    case: UUID
    other_case: UUID
    ruben: UUID
    lieke: UUID
    stranger: UUID
    neighbour: UUID
    there: UUID


Change: TypeAlias = "Value | Callable[[Made], Value]"


class Try(Protocol):
    """An attack on what was made."""

    def __call__(self, attacker: Attacker, *, made: Made) -> None:
        """Attack."""


def _row(attacker: Attacker, table: str, where: str = "1 = 1", *values: Value) -> Row:
    return attacker.rows(f"SELECT * FROM {table} WHERE {where} ORDER BY id", *values)[0]


def _ended(attacker: Attacker, made: Made) -> Row:
    return _row(attacker, PARTICIPANT, "resident_id = %s", made.lieke)


def _forged(table: str, source: Callable[[Attacker, Made], Row], **changes: Change) -> Try:
    """Give an attack that writes a copy of a row with something else in it."""

    def attack(attacker: Attacker, *, made: Made) -> None:
        filled = {name: each(made) if callable(each) else each for name, each in changes.items()}
        attacker.insert(table, {**source(attacker, made), "id": new_id(), **filled})

    return attack


def _changed(table: str, setting: str, *values: Value) -> Try:
    def attack(attacker: Attacker, *, made: Made) -> None:
        attacker.run(f"UPDATE {table} SET {setting}", *values)

    return attack


def _deleted(table: str) -> Try:
    def attack(attacker: Attacker, *, made: Made) -> None:
        attacker.run(f"DELETE FROM {table}")

    return attack


def _of(table: str) -> Callable[[Attacker, Made], Row]:
    return lambda attacker, made: _row(attacker, table)


def _next_code(table: str) -> Callable[[Attacker, Made], Row]:
    """Give the code that would come next of Ruben."""

    def following(attacker: Attacker, made: Made) -> Row:
        whose = _row(attacker, PARTICIPANT, "resident_id = %s AND person_id = %s", made.ruben, made.ruben)
        rows = attacker.rows(f"SELECT * FROM {table} WHERE participant_id = %s ORDER BY number DESC", whose["id"])
        newest = rows[0]
        number = newest["number"]
        assert isinstance(number, int)
        unused: Row = {"number": number + 1, "digest": "x", "used_at": None}
        return {**newest, **unused, **({"tries": 0} if table == SIGN_IN else {})}

    return following


def _code_of_ended(table: str) -> Try:
    def attack(attacker: Attacker, *, made: Made) -> None:
        row = {**_next_code(table)(attacker, made), "participant_id": _ended(attacker, made)["id"]}
        known = attacker.rows(f"SELECT id FROM {table} WHERE participant_id = %s", row["participant_id"])
        attacker.insert(table, {**row, "id": new_id(), "number": len(known) + 1})

    return attack


def _elsewhere(table: str, source: Callable[[Attacker, Made], Row]) -> dict[str, list[Try]]:
    return {
        f"{table}_same_municipality_id": [_forged(table, source, municipality_id=lambda made: made.there)],
        f"{table}_same_case_id": [_forged(table, source, case_id=lambda made: made.other_case)],
    }


def _codes(table: str) -> dict[str, list[Try]]:
    following = _next_code(table)
    columns = ("id", "participant_id", "case_id", "municipality_id")
    well = "tries = tries + 1" if table == SIGN_IN else "used_at = '2026-11-23 10:00:00'"
    use = f"{well} WHERE used_at IS NULL"
    return {
        f"{table}_no_delete": [_deleted(table)],
        f"{table}_fixed": [
            *(_changed(table, f"{column} = %s, {use}", new_id()) for column in columns),
            *(_changed(table, f"{setting}, {use}") for setting in ("number = 9", "digest = 'y'")),
            *(_changed(table, f"{column} = %s, {use}", FAR) for column in ("made_at", "valid_until")),
        ],
        **_elsewhere(table, following),
        f"{table}_follows": [_forged(table, following, number=9)],
        f"{table}_unused_first": [
            _forged(table, following, used_at=FAR),
            _forged(table, following, valid_until=LONG_AGO),
            _code_of_ended(table),
        ],
    }


def _append_only(table: str) -> dict[str, list[Try]]:
    return {f"{table}_no_update": [_changed(table, "id = id")], f"{table}_no_delete": [_deleted(table)]}


OTHER_VALUES: dict[str, Value] = {
    **{name: new_id() for name in ("id", "case_id", "municipality_id", "participant_id", "added_by_id")},
    "part": "step",
    "reason_sealed": b"y",
    "days": 7,
    "added_at": LONG_AGO,
}
"""What cannot change of a part that is left out."""

OTHER_WISH: dict[str, Value] = {
    **{name: new_id() for name in ("id", "case_id", "municipality_id", "resident_id", "participant_id", "about_id")},
    "kind": "meeting",
    **{f"{name}_sealed": b"y" for name in ("stood", "name", "relation", "phone", "words")},
    "at": LONG_AGO,
}
"""What cannot change of a wish."""
_BY = f"answered_at = at, answered_by_id = (SELECT given_by_id FROM {PARTICIPANT} LIMIT 1) WHERE answered_at IS NULL"


def _open_wish(attacker: Attacker, made: Made) -> Row:
    return _row(attacker, WISH, "answered_at IS NULL")


def _wished_by(which: Callable[[Attacker, Made], Row]) -> Try:
    """Attack with a wish of somebody who cannot have one."""

    def attack(attacker: Attacker, *, made: Made) -> None:
        whose = which(attacker, made)
        theirs = {"participant_id": whose["id"], "resident_id": whose["resident_id"]}
        attacker.insert(WISH, {**_open_wish(attacker, made), "id": new_id(), **theirs})

    return attack


def _sister(attacker: Attacker, made: Made) -> Row:
    return _row(attacker, PARTICIPANT, "kind = 'network'")


def _granted_with_a_stranger(attacker: Attacker, *, made: Made) -> None:
    attacker.run(f"UPDATE {WISH} SET is_granted = TRUE, network_member_id = %s, {_BY}", made.neighbour)


TRIES: dict[str, list[Try]] = {
    **_append_only(PARTICIPANT),
    f"{PARTICIPANT}_same_municipality_id": [
        _forged(PARTICIPANT, _ended, municipality_id=lambda made: made.there),
    ],
    f"{PARTICIPANT}_of_case": [
        _forged(PARTICIPANT, _ended, resident_id=lambda made: made.stranger, person_id=lambda made: made.stranger),
        _forged(PARTICIPANT, _ended, kind="representative", capacity="mentor", person_id=lambda made: made.stranger),
    ],
    f"{PARTICIPANT}_close": [
        _forged(PARTICIPANT, _ended, kind="network", person_id=None, network_member_id=lambda made: made.neighbour),
    ],
    f"{PARTICIPANT}_another": [_forged(PARTICIPANT, _ended, kind="representative", capacity="mentor")],
    f"{PARTICIPANT}_once": [
        _forged(PARTICIPANT, lambda attacker, made: _row(attacker, PARTICIPANT, "resident_id = %s", made.ruben)),
    ],
    **_append_only(END),
    **_elsewhere(END, _of(END)),
    **_codes(PERSONAL),
    f"{PERSONAL}_used_in_time": [
        _changed(PERSONAL, "used_at = %s", FAR),
        _changed(PERSONAL, "used_at = NULL"),
    ],
    **_codes(SIGN_IN),
    f"{SIGN_IN}_few_tries": [
        _changed(SIGN_IN, "tries = tries + 2"),
        _changed(SIGN_IN, "tries = 99"),
        _changed(SIGN_IN, "tries = tries + 1, used_at = %s", FAR),
    ],
    f"{WITHHELD}_no_delete": [_deleted(WITHHELD)],
    f"{WITHHELD}_fixed": [
        _changed(WITHHELD, f"{column} = %s, ended_at = added_at, ended_by_id = added_by_id", value)
        for column, value in OTHER_VALUES.items()
    ],
    f"{WITHHELD}_same_municipality_id": [
        _forged(WITHHELD, _of(WITHHELD), part="step", municipality_id=lambda made: made.there),
    ],
    f"{WITHHELD}_of_case": [_forged(WITHHELD, _of(WITHHELD), part="step", participant_id=new_id())],
    f"{WITHHELD}_reason": [
        _forged(WITHHELD, _of(WITHHELD), part="step", reason_sealed=b""),
        _forged(WITHHELD, _of(WITHHELD), part="step", ended_at=FAR),
    ],
    f"{WITHHELD}_ended_once": [
        _changed(WITHHELD, "ended_at = %s", FAR),
        _changed(WITHHELD, "ended_by_id = added_by_id"),
    ],
    f"{WISH}_no_delete": [_deleted(WISH)],
    f"{WISH}_fixed": [
        _changed(WISH, f"{column} = %s, is_granted = FALSE, answer_sealed = 'y', {_BY}", value)
        for column, value in OTHER_WISH.items()
    ],
    **_elsewhere(WISH, _open_wish),
    f"{WISH}_same_resident_id": [_forged(WISH, _open_wish, resident_id=lambda made: made.lieke)],
    f"{WISH}_of_resident": [_wished_by(_ended), _wished_by(_sister)],
    f"{WISH}_moment_of_case": [_forged(WISH, _open_wish, kind="moment", about_id=new_id())],
    f"{WISH}_answered_well": [_changed(WISH, f"is_granted = FALSE, {_BY}"), _granted_with_a_stranger],
    f"{WISH}_open_first": [
        _forged(WISH, _open_wish, answer_sealed=b"y"),
        _forged(WISH, _open_wish, answered_at=FAR),
    ],
    f"{WISH}_answered_once": [
        _changed(WISH, "answered_at = %s WHERE answered_at IS NOT NULL", FAR),
        _changed(WISH, "answer_sealed = 'y' WHERE answered_at IS NULL"),
    ],
    **_append_only(SETTING),
    f"{SETTING}_follows": [_forged(SETTING, _of(SETTING), number=9)],
}
