"""Straight out: after 112, the crisis service, Veilig Thuis or a Wvggz report only fact, date and receiver remain."""

from datetime import date
from uuid import UUID

import pytest
from django.apps import apps
from django.db import connection

from houvast.audit.models import Entry
from houvast.intake.models import Concern, TriageDecision
from houvast.intake.rules.person import PersonFacts, Sex
from houvast.intake.rules.triage import Outcome
from houvast.intake.services.confirm_person import confirm_person
from houvast.intake.services.decide_concern import NewDecision, decide_concern
from houvast.intake.services.import_list import import_list
from houvast.intake.services.send_to_next_step import send_to_next_step
from houvast.intake.services.undo_decision import undo_decision
from houvast.kernel.errors import Conflict
from houvast.kernel.partial_date import PartialDate
from houvast.vault.models import Key
from houvast.vault.sealing import bsn_index
from tests.intake.worlds import make_concern, make_point
from tests.worlds import NOW, World, make_resident, make_world

pytestmark = pytest.mark.django_db

BSN = "132496689"
PERSON = PersonFacts(
    "Zwanenveld", "van der", "Ypkje", PartialDate(1998, 5, 25), Sex.FEMALE, BSN, "Sennweg", "16", "9934 AB", "Delfzijl"
)
TRACES = ("Zwanenveld", "Ypkje", "Sennweg", "9934 AB", "Delfzijl", "PL0100-77", BSN, bsn_index(BSN))


def send_out(world: World, concern: Concern, version: int) -> UUID:
    new = NewDecision(Outcome.STRAIGHT_OUT, "child_or_home", "Kind van Ypkje.", receiver="veilig_thuis")
    return decide_concern(actor=world.actor("marit"), now=NOW, concern_id=concern.id, version=version, new=new)


def everything_stored() -> str:
    """Write out every row of every table."""
    parts: list[str] = []
    with connection.cursor() as cursor:
        for model in apps.get_models():
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(model._meta.db_table)}")
            parts += [
                bytes(value).decode("latin-1") if isinstance(value, bytes | memoryview) else str(value)
                for row in cursor.fetchall()
                for value in row
            ]
    return "\n".join(parts)


def test_only_the_fact_the_date_and_the_receiver_remain() -> None:
    world = make_world()
    resident = make_resident(world, surname="Onbesproken")
    point = make_point(world, "public_order", "oggz")
    concern = make_concern(world, point, person=PERSON, incident="PL0100-77", text="Ypkje schreeuwt.")
    assert concern.key_id is not None
    key_id, keys = concern.key_id, Key.objects.filter(destroyed_at=None).count()
    assert all(trace in everything_stored() for trace in TRACES if trace != BSN)
    send_to_next_step(actor=world.actor("nadia"), now=NOW, concern_id=concern.id, version=0, text="Ypkje is thuis.")
    confirm_person(actor=world.actor("marit"), now=NOW, concern_id=concern.id, resident_id=resident.id)
    send_out(world, concern, version=1)

    stored = everything_stored()
    assert [trace for trace in TRACES if trace in stored] == []
    assert bytes(Key.objects.get(pk=key_id).wrapped) == b""
    assert Key.objects.filter(destroyed_at=None).count() == keys - 1
    row = Concern.objects.get()
    assert (row.state, row.reported_on, row.key_id, row.resident_id, row.case_id) == (
        "decided",
        date(2026, 11, 22),
        None,
        None,
        None,
    )
    assert (bytes(row.text_sealed), bytes(row.bsn_sealed), bytes(row.reporter_sealed)) == (b"", b"", b"")
    assert (row.birth_year, row.birth_month, row.birth_day) == (0, 0, 0)
    assert (row.themes, row.not_residents, row.sex, row.urgency, row.taken_by_id) == ([], [], "", "", None)
    last = TriageDecision.objects.get(number=2)
    assert (last.outcome, last.receiver, last.reason, bytes(last.reason_sealed)) == (
        "straight_out",
        "veilig_thuis",
        "",
        b"",
    )


def test_the_log_does_not_say_who_it_was_about() -> None:
    world = make_world()
    resident = make_resident(world)
    concern = make_concern(world, make_point(world), person=PERSON)
    confirm_person(actor=world.actor("marit"), now=NOW, concern_id=concern.id, resident_id=resident.id)
    send_out(world, concern, version=0)
    said = [str(entry) for entry in Entry.objects.values_list("details", "case", "subject_id")]
    assert len(said) == 2
    assert not any(str(resident.id) in each for each in said)


def test_it_cannot_be_undone_or_decided_again() -> None:
    world = make_world()
    concern = make_concern(world, make_point(world), person=PERSON)
    send_out(world, concern, version=0)
    with pytest.raises(Conflict) as conflict:
        undo_decision(actor=world.actor("marit"), now=NOW, concern_id=concern.id)
    assert "niet terug te draaien" in conflict.value.message
    with pytest.raises(Conflict):
        send_out(world, concern, version=1)


def test_the_same_row_in_a_later_list_does_not_bring_it_back() -> None:
    world = make_world()
    rows = "Incidentnummer;Datum;Achternaam;Geboortedatum;Gemeente\nPL1;22-11-2026;Vegt;25-05-1998;Eemsdelta\n"
    import_list(actor=world.actor("marit"), now=NOW, content=rows.encode())
    send_out(world, Concern.objects.get(), version=0)
    looked_at = import_list(actor=world.actor("marit"), now=NOW, content=rows.encode(), dry_run=True)
    again = import_list(actor=world.actor("marit"), now=NOW, content=rows.encode())
    assert (looked_at.accepted, looked_at.already_known) == (again.accepted, again.already_known)
    assert (again.accepted, again.already_known) == (0, 1)
