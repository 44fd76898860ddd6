"""Attacks on the rules that the database keeps of sharing: one or more on each rule, by its name."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from uuid import UUID

from houvast.kernel.ids import new_id
from houvast.sharing.database import HISTORIES
from tests.attacks import Attack, Attacker, Row

TABLES = HISTORIES
TRIES: dict[str, list[Attack]] = {}


def against(rule: str) -> Callable[[Attack], Attack]:
    """Register an attack on a rule."""

    def register(attack: Attack) -> Attack:
        TRIES.setdefault(f"sharing_{rule}", []).append(attack)
        return attack

    return register


def running(statement: str) -> Attack:
    """Attack with a statement."""

    def attack(attacker: Attacker) -> None:
        attacker.run(statement)

    return attack


@dataclass(frozen=True)
class Made:
    """What stands in the database: disclosures by how they stand, and what belongs to something else."""

    given: UUID
    asked: UUID
    refused: UUID
    withdrawn: UUID
    other_case: UUID
    other_municipality: UUID
    other_note: UUID


MADE: dict[str, Made] = {}
"""What the fixture made, for the attacks of this worker."""


def again(table: str, **changes: str | int | None) -> Attack:
    """Attack with a copy of a row in which something else stands; the names of `Made` are taken from there."""

    def attack(attacker: Attacker) -> None:
        row = attacker.rows(f"SELECT * FROM sharing_{table} ORDER BY id")[0]
        attacker.forge(f"sharing_{table}", row, **{"id": new_id(), **_found(changes)})

    return attack


def turn(of: str, state: str, number: int, *, other: bool = False, **changed: str) -> Attack:
    """Attack with one more turn of a disclosure, by who shared it or by an `other`."""

    def attack(attacker: Attacker) -> None:
        row = attacker.rows("SELECT * FROM sharing_disclosureturn WHERE disclosure_id = %s", getattr(MADE["x"], of))[0]
        by = attacker.rows("SELECT id FROM directory_member WHERE id <> %s", row["by_id"])[0]["id"]
        changes: Row = {"id": new_id(), "state": state, "number": number, **({"by_id": by} if other else {})}
        changes.update(_found(changed))
        attacker.forge("sharing_disclosureturn", row, **changes)

    return attack


def seeing(of: str, **changes: str | None) -> Attack:
    """Attack with a reason to see that names a disclosure."""

    def attack(attacker: Attacker) -> None:
        row = attacker.rows("SELECT * FROM cases_access WHERE relation = 'shared_with' AND part = 'plan'")[0]
        found = _found(changes)
        attacker.forge("cases_access", row, **{"id": new_id(), "source_id": getattr(MADE["x"], of), **found})

    return attack


def _found(changes: Mapping[str, str | int | None]) -> Row:
    names = {"other_case", "other_municipality", "other_note"}
    return {key: getattr(MADE["x"], str(value)) if value in names else value for key, value in changes.items()}


for _table in HISTORIES:
    _short = _table.removeprefix("sharing_")
    against(f"{_short}_no_update")(running(f"UPDATE {_table} SET id = id"))
    against(f"{_short}_no_delete")(running(f"DELETE FROM {_table}"))

_NEXT: dict[str, dict[str, str | int | None]] = {
    "consent": {},
    "consentend": {},
    "disclosure": {"number": 5},
}
for _short, _next in _NEXT.items():
    against(f"{_short}_same_municipality_id")(again(_short, municipality_id="other_municipality", **_next))
against("disclosureturn_same_municipality_id")(turn("given", "told", 2, municipality_id="other_municipality"))
against("consentend_same_case_id")(again("consentend", case_id="other_case"))
against("disclosureturn_same_case_id")(turn("given", "told", 2, case_id="other_case"))
against("groundversion_follows")(again("groundversion", number=9))
against("covenantversion_follows")(again("covenantversion", number=9))
against("disclosure_follows")(again("disclosure", number=99))
against("disclosureturn_follows")(turn("given", "withdrawn", 9))
against("disclosureturn_first")(turn("given", "given", 2))
against("disclosureturn_second")(turn("asked", "approved", 2))
against("disclosureturn_second")(turn("given", "approved", 2, other=True))
against("disclosureturn_withdrawn")(turn("refused", "withdrawn", 2))
against("disclosureturn_withdrawn")(turn("withdrawn", "withdrawn", 3))
against("sharingterm_follows")(again("sharingterm", number=9))
against("disclosureturn_shortened")(turn("given", "shortened", 2))
against("disclosureturn_shortened")(turn("given", "shortened", 2, until_on="2099-01-01"))
against("disclosureturn_shortened")(turn("given", "told", 2, until_on="2020-01-01"))
against("access_given")(seeing("asked"))
against("access_given")(seeing("refused"))
against("access_given")(seeing("withdrawn"))
against("access_chosen")(seeing("given", part="people"))
against("access_chosen")(seeing("given", until_at=None))
against("access_chosen")(seeing("given", part="note", note_id="other_note"))
against("access_chosen")(seeing("given", part="care_notes"))


@against("knownquestion_follows")
def a_question_leaves_a_number_out(attacker: Attacker) -> None:
    row = attacker.rows("SELECT * FROM sharing_knownquestion ORDER BY number")[0]
    attacker.forge("sharing_knownquestion", row, id=new_id(), number=99)


def judging(which: str, **changed: str) -> Attack:
    """Attack with a judgement of a question: of the first or the second one (`number`), by who asked it (`asker`)."""

    def attack(attacker: Attacker) -> None:
        said = attacker.rows("SELECT * FROM sharing_knownjudgement")[0]
        question = attacker.rows(
            f"SELECT * FROM sharing_knownquestion WHERE {which} AND id <> %s", said["question_id"]
        )[0]
        changes: Row = {"id": new_id(), "question_id": question["id"], **_found(changed)}
        if changed.get("by_id") == "asker":
            changes["by_id"] = question["by_id"]
        attacker.forge("sharing_knownjudgement", said, **changes)

    return attack


against("knownjudgement_another")(judging("in_sample", by_id="asker"))
against("knownjudgement_another")(judging("NOT in_sample"))
against("knownjudgement_same_municipality_id")(judging("in_sample", municipality_id="other_municipality"))


@against("disclosureturn_on_ground")
def something_is_given_without_a_ground(attacker: Attacker) -> None:
    row = attacker.rows("SELECT * FROM sharing_disclosure WHERE id = %s", MADE["x"].refused)[0]
    numbers = attacker.rows("SELECT MAX(number) AS last FROM sharing_disclosure WHERE case_id = %s", row["case_id"])
    made = new_id()
    attacker.forge("sharing_disclosure", row, id=made, number=int(str(numbers[0]["last"])) + 1)
    first = attacker.rows("SELECT * FROM sharing_disclosureturn WHERE disclosure_id = %s", MADE["x"].refused)[0]
    attacker.forge("sharing_disclosureturn", first, id=new_id(), disclosure_id=made, state="given")
