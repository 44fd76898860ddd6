"""The database keeps the rules of letters by itself: raw SQL attacks each of them, on both engines."""

from datetime import date
from functools import partial

import pytest
from django.db import IntegrityError, transaction

from houvast.kernel.ids import new_id
from houvast.letters.database import HISTORIES
from houvast.letters.models import Letter
from houvast.letters.rules.kinds import LetterKind
from houvast.letters.rules.templates import DEFAULTS
from houvast.letters.services.record_sent import record_sent
from houvast.letters.services.set_template import set_template
from houvast.residents.models import Resident
from tests.attacks import Attacker, Value, assert_not_emptied, assert_refused
from tests.letters.worlds import Written, letter, make_written
from tests.lives import open_with
from tests.worlds import NOW, make_resident, make_world

LETTER, SENT, TEMPLATE = HISTORIES


def _insert(attacker: Attacker, *, table: str, changes: dict[str, Value]) -> None:
    row = attacker.rows(f"SELECT * FROM {table}")[0]
    attacker.insert(table, {**row, "id": new_id(), **changes})


def _run(attacker: Attacker, *, statement: str) -> None:
    attacker.run(statement)


@pytest.fixture
def filled(committed: str) -> Written:
    """Give a letter that went by post, and a text of the municipality, committed for real."""
    made = make_written()
    row = made.make(letter(made.ruben))
    record_sent(actor=made.world.actor("sanne"), now=NOW, letter_id=row.id, sent_on=NOW.date())
    here = made.world.municipality.id
    set_template(actor=made.world.actor("beheer"), now=NOW, municipality_id=here, template=DEFAULTS[LetterKind.CLOSING])
    return made


def test_the_database_refuses_by_itself(filled: Written) -> None:
    there, stranger = make_world("opsterland", "Opsterland"), make_resident(filled.world, "Bolt", "Jan")
    other = open_with(filled.world, stranger.id)
    hidden = make_resident(filled.world, "Vegt", "Anna")
    Resident.objects.filter(pk=hidden.id).update(hidden_address=True)
    quiet = make_resident(filled.world, "Prins", "Bo")
    Resident.objects.filter(pk=quiet.id).update(reach="no_post")
    shut = open_with(filled.world, hidden.id, quiet.id)
    home = f"{LETTER}: no post to the home of who asked for none, or whose address is hidden"
    of_case = f"{LETTER}: to somebody of the case"
    tries: list[tuple[str, str, dict[str, Value]]] = [
        (f"{LETTER}: municipality_id is that of its cases_case", LETTER, {"municipality_id": there.municipality.id}),
        (of_case, LETTER, {"resident_id": stranger.id}),
        (of_case, LETTER, {"case_id": other}),
        (of_case, LETTER, {"resident_id": None, "network_member_id": filled.janna, "case_id": other, "way": "by_hand"}),
        (home, LETTER, {"resident_id": hidden.id, "case_id": shut}),
        (home, LETTER, {"resident_id": quiet.id, "case_id": shut}),
        (home, LETTER, {"resident_id": None, "network_member_id": filled.janna}),
        (f"{SENT}: municipality_id is that of its cases_case", SENT, {"municipality_id": there.municipality.id}),
        (f"{SENT}: case_id is that of its {LETTER}", SENT, {"case_id": other}),
        (f"{SENT}: not before the day on which the letter was made", SENT, {"sent_on": date(2026, 11, 22)}),
        (f"{TEMPLATE}: number n follows n-1", TEMPLATE, {"number": 3}),
        (f"{TEMPLATE}: number n follows n-1", TEMPLATE, {"number": 2, "kind": "sharing"}),
    ]
    for message, table, changes in tries:
        assert_refused(partial(_insert, table=table, changes=changes), message, (table,))
    for table in HISTORIES:
        assert_not_emptied(table)
        gone, changed = f"DELETE FROM {table}", f"UPDATE {table} SET municipality_id = '{there.municipality.id.hex}'"
        assert_refused(partial(_run, statement=gone), f"{table}: rows are not removed", (table,))
        assert_refused(partial(_run, statement=changed), f"{table} is append-only", (table,))


def test_a_letter_is_to_one_person(filled: Written) -> None:
    row = Letter.objects.get()
    for both in ({"network_member_id": filled.janna}, {"resident_id": None}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Letter.objects.create(
                **{
                    "case_id": row.case_id,
                    "municipality_id": row.municipality_id,
                    "kind": row.kind,
                    "resident_id": row.resident_id,
                    "way": "by_hand",
                    "content_sealed": b"x",
                    "made_at": NOW,
                    "made_by_id": row.made_by_id,
                    "ground": row.ground,
                    "organisation_id": row.organisation_id,
                    "retention_from": row.retention_from,
                    **both,
                }
            )
