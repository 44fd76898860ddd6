"""For each rule of the database: what somebody with raw SQL would try. All people are *verzonnen*."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import TypeAlias
from uuid import UUID

from houvast.intake.models import Import, RepairRow
from houvast.intake.rules.short_lists import Entry, ListKind
from houvast.intake.rules.triage import Outcome
from houvast.intake.services.answer_pass_on import answer_pass_on
from houvast.intake.services.decide_concern import NewDecision, decide_concern
from houvast.intake.services.dismiss_row import dismiss_row
from houvast.intake.services.import_list import import_list
from houvast.intake.services.set_entry import NewEntry, set_entry
from houvast.kernel.ids import new_id
from tests.attacks import Attacker, Row, Value
from tests.intake.worlds import make_concern, make_point
from tests.lives import open_with
from tests.worlds import NOW, make_resident, make_world

TABLES = (
    "intake_concern",
    "intake_triagedecision",
    "intake_passonanswer",
    "intake_listversion",
    "intake_import",
    "intake_repairrow",
)
ROWS = "Incidentnummer;Datum;Achternaam;Gemeente\n;22-11-2026;Vegt;Eemsdelta\n;22-11-2026;Prins;Eemsdelta\n"


@dataclass(frozen=True)
class Lived:
    """What there is to attack: concerns in each state, in one municipality, and a neighbour."""

    waiting: UUID
    advised: UUID
    asked: UUID
    overdue: UUID
    answered: UUID
    gone: UUID
    waiting_row: UUID
    dismissed_row: UUID
    finished_import: UUID
    open_import: UUID
    other_municipality: UUID
    other_point: UUID
    other_resident: UUID
    other_case: UUID
    member: UUID


def live() -> Lived:
    """Let concerns be reported, decided, passed on, answered and sent straight out, and a list be read."""
    world, other = make_world(), make_world("pekela", "Pekela")
    point, marit = make_point(world), world.actor("marit")
    made = [make_concern(world, point).id for _ in range(6)]
    waiting, advised, asked, overdue, answered, gone = made
    pass_on = NewDecision(Outcome.PASSED_ON, "other_task", to_team=world.teams["Gebiedsteam"].id)
    decided = {
        advised: (NOW, NewDecision(Outcome.ADVICE, "once")),
        asked: (NOW, pass_on),
        overdue: (NOW - timedelta(days=30), pass_on),
        answered: (NOW, pass_on),
        gone: (NOW, NewDecision(Outcome.STRAIGHT_OUT, receiver="112")),
    }
    for concern_id, (at, new) in decided.items():
        decide_concern(actor=marit, now=at, concern_id=concern_id, version=0, new=new)
    answer_pass_on(actor=world.actor("sanne"), now=NOW, concern_id=answered, accepted=True)
    no_use = Entry("112", "112", contact="Meldkamer")
    set_entry(NewEntry(world.municipality.id, ListKind.RECEIVER, no_use), actor=world.actor("beheer"), now=NOW)
    import_list(actor=marit, now=NOW, content=ROWS.encode())
    first, second = RepairRow.objects.order_by("row").values_list("id", flat=True)
    dismiss_row(actor=marit, now=NOW, row_id=second, reason="Dubbel.")
    unfinished = Import.objects.create(imported_at=NOW, digest="x", read=5, accepted=5)
    return Lived(
        waiting,
        advised,
        asked,
        overdue,
        answered,
        gone,
        first,
        second,
        Import.objects.exclude(pk=unfinished.pk).get().id,
        unfinished.id,
        other.municipality.id,
        make_point(other).id,
        make_resident(other).id,
        open_with(other),
        world.id("marit"),
    )


Attack: TypeAlias = Callable[..., None]
Change: TypeAlias = "Value | Callable[[Lived], Value]"


def _change(table: str, row: Callable[[Lived], UUID], /, **changes: Change) -> Attack:
    """Change columns of a row."""

    def attack(attacker: Attacker, *, lived: Lived) -> None:
        values = {name: value(lived) if callable(value) else value for name, value in changes.items()}
        marks = ", ".join(f'"{name}" = %s' for name in values)
        attacker.run(f"UPDATE {table} SET {marks} WHERE id = %s", *values.values(), row(lived))

    return attack


def _remove(table: str, row: Callable[[Lived], UUID]) -> Attack:
    def attack(attacker: Attacker, *, lived: Lived) -> None:
        attacker.run(f"DELETE FROM {table} WHERE id = %s", row(lived))

    return attack


def _copy(table: str, row: Callable[[Lived], UUID], /, **changes: Change) -> Attack:
    """Add a row that is a copy of another with something else in it."""

    def attack(attacker: Attacker, *, lived: Lived) -> None:
        found = attacker.rows(f"SELECT * FROM {table} WHERE id = %s", row(lived))[0]
        values: Row = {name: value(lived) if callable(value) else value for name, value in changes.items()}
        attacker.forge(table, found, id=new_id(), **values)

    return attack


def _concern(**changes: Change) -> Attack:
    return _change("intake_concern", lambda lived: lived.waiting, **changes)


def _new_concern(**changes: Change) -> Attack:
    return _copy("intake_concern", lambda lived: lived.waiting, key_id=None, identity="other", **changes)


def _new_decision(attacker: Attacker, *, lived: Lived, concern_id: UUID | None = None, **changes: Value) -> None:
    """Add a decision about a concern as if it were the next one, but for the changes."""
    found = "SELECT * FROM intake_triagedecision WHERE concern_id = %s"
    row = attacker.rows(found, lived.advised)[0]
    following: Row = {"id": new_id(), "concern_id": concern_id or lived.advised, "number": 2}
    attacker.forge("intake_triagedecision", row, **{**following, **changes})


def _decision_of_another_municipality(attacker: Attacker, *, lived: Lived) -> None:
    _new_decision(attacker, lived=lived, municipality_id=lived.other_municipality)


def _decision_with_a_gap(attacker: Attacker, *, lived: Lived) -> None:
    _new_decision(attacker, lived=lived, number=3)


def _second_first_decision(attacker: Attacker, *, lived: Lived) -> None:
    _new_decision(attacker, lived=lived, concern_id=lived.waiting, number=2)


def _answer(attacker: Attacker, *, decision: Value) -> None:
    row = attacker.rows("SELECT * FROM intake_passonanswer")[0]
    attacker.forge("intake_passonanswer", row, id=new_id(), decision_id=decision)


def _decision_of(attacker: Attacker, concern_id: UUID) -> Value:
    return attacker.rows("SELECT decision_id FROM intake_concern WHERE id = %s", concern_id)[0]["decision_id"]


def _answer_to_advice(attacker: Attacker, *, lived: Lived) -> None:
    _answer(attacker, decision=_decision_of(attacker, lived.advised))


def _answer_too_late(attacker: Attacker, *, lived: Lived) -> None:
    _answer(attacker, decision=_decision_of(attacker, lived.overdue))


def _answer_to_what_was_decided_again(attacker: Attacker, *, lived: Lived) -> None:
    """Decide anew about what was passed on, and answer the old question all the same."""
    asked = _decision_of(attacker, lived.asked)
    changes: Row = {"outcome": "advice", "to_team_id": None, "accept_before": None}
    row = attacker.rows("SELECT * FROM intake_triagedecision WHERE id = %s", asked)[0]
    attacker.forge("intake_triagedecision", row, **{**changes, "id": new_id(), "number": 2})
    _answer(attacker, decision=asked)


def _older_decision_counts(attacker: Attacker, *, lived: Lived) -> None:
    older = _decision_of(attacker, lived.advised)
    _new_decision(attacker, lived=lived)
    attacker.run("UPDATE intake_concern SET decision_id = %s WHERE id = %s", older, lived.advised)


def _decision_of_another_concern(attacker: Attacker, *, lived: Lived) -> None:
    other = _decision_of(attacker, lived.advised)
    attacker.run("UPDATE intake_concern SET decision_id = %s WHERE id = %s", other, lived.waiting)


_DECISION, _ANSWER, _LIST = "intake_triagedecision", "intake_passonanswer", "intake_listversion"


def _version_with_a_gap(attacker: Attacker, *, lived: Lived) -> None:
    row = attacker.rows(f"SELECT * FROM {_LIST}")[0]
    attacker.forge(_LIST, row, id=new_id(), number=3)


def _every(table: str, statement: str) -> Attack:
    def attack(attacker: Attacker, *, lived: Lived) -> None:
        attacker.run(statement.format(table=table))

    return attack


def _import(**changes: Change) -> Attack:
    return _change("intake_import", lambda lived: lived.open_import, **changes)


def _row(**changes: Change) -> Attack:
    return _change("intake_repairrow", lambda lived: lived.waiting_row, **changes)


ATTACKS: Mapping[str, tuple[Attack, ...]] = {
    "intake_concern_no_delete": (_remove("intake_concern", lambda lived: lived.waiting),),
    "intake_concern_fixed": (
        _concern(received_at=NOW - timedelta(days=1)),
        _concern(entered_by_id=lambda lived: lived.member),
        _concern(id=lambda lived: new_id()),
    ),
    "intake_concern_identity": (_concern(identity="other"),),
    "intake_concern_same_municipality_id": (_new_concern(point_id=lambda lived: lived.other_point),),
    "intake_concern_case_id_insert": (_new_concern(case_id=lambda lived: lived.other_case),),
    "intake_concern_case_id_update": (_concern(case_id=lambda lived: lived.other_case, version=1),),
    "intake_concern_resident_id_insert": (_new_concern(resident_id=lambda lived: lived.other_resident),),
    "intake_concern_resident_id_update": (_concern(resident_id=lambda lived: lived.other_resident),),
    "intake_concern_version": (
        _concern(state="decided"),
        _concern(step="public_order"),
        _concern(state="decided", version=2),
    ),
    "intake_concern_texts_gone": (_concern(key_id=None, surname="", surname_prefix="", first_names=""),),
    "intake_concern_stays_empty": (
        _change("intake_concern", lambda lived: lived.gone, surname="Vegt"),
        _change("intake_concern", lambda lived: lived.gone, version=2, state="waiting"),
    ),
    "intake_concern_decision": (_older_decision_counts, _decision_of_another_concern),
    "intake_triagedecision_no_update": (_every(_DECISION, "UPDATE {table} SET reason = 'once'"),),
    "intake_triagedecision_no_delete": (_every(_DECISION, "DELETE FROM {table}"),),
    "intake_passonanswer_no_update": (_every(_ANSWER, "UPDATE {table} SET accepted = accepted"),),
    "intake_passonanswer_no_delete": (_every(_ANSWER, "DELETE FROM {table}"),),
    "intake_listversion_no_update": (_every(_LIST, "UPDATE {table} SET name = name"),),
    "intake_listversion_no_delete": (_every(_LIST, "DELETE FROM {table}"),),
    "intake_listversion_follows": (_version_with_a_gap,),
    "intake_triagedecision_same_municipality_id": (_decision_of_another_municipality,),
    "intake_triagedecision_follows": (_decision_with_a_gap, _second_first_decision),
    "intake_passonanswer_passed_on": (_answer_to_advice, _answer_too_late, _answer_to_what_was_decided_again),
    "intake_import_no_delete": (_remove("intake_import", lambda lived: lived.open_import),),
    "intake_import_counts": (
        _import(accepted=4),
        _import(digest="other"),
        _import(municipality_id=lambda lived: lived.other_municipality),
        _import(imported_by_id=lambda lived: lived.member),
        _change("intake_import", lambda lived: lived.finished_import, accepted=9),
        _change("intake_import", lambda lived: lived.finished_import, finished_at=None),
    ),
    "intake_repairrow_no_delete": (_remove("intake_repairrow", lambda lived: lived.waiting_row),),
    "intake_repairrow_fixed": (
        _row(municipality_id=lambda lived: lived.other_municipality),
        _row(row=9),
        _row(source_import_id=lambda lived: lived.open_import),
    ),
    "intake_repairrow_content": (
        _row(content_sealed=b"other"),
        _row(state="dismissed"),
        _row(state="corrected", content_sealed=b""),
        _row(key_id=lambda lived: new_id()),
    ),
    "intake_repairrow_handled_once": (
        _change("intake_repairrow", lambda lived: lived.dismissed_row, state="waiting"),
        _change("intake_repairrow", lambda lived: lived.dismissed_row, handled_at=None),
        _change("intake_repairrow", lambda lived: lived.dismissed_row, reason=""),
    ),
    "intake_repairrow_fingerprint": (_row(fingerprint="other"),),
}
