"""Rows that could not be used: corrected into a concern, or dismissed with a reason."""

from datetime import timedelta
from uuid import UUID

import pytest

from houvast.intake.models import Concern, RepairRow
from houvast.intake.rules.mapping import Field
from houvast.intake.services.correct_row import correct_row
from houvast.intake.services.dismiss_row import REASON_PLACE, dismiss_row
from houvast.intake.services.import_list import LIST_READER, import_list
from houvast.kernel.errors import Conflict, Invalid, NotVisible
from houvast.vault.models import Key
from houvast.vault.sealing import unseal
from tests.intake.worlds import make_point, make_ten
from tests.worlds import NOW, World, make_world

pytestmark = pytest.mark.django_db

HEADER = "Incidentnummer;Datum;Achternaam;Woonplaats;Gemeente;Toelichting\n"
LATER = NOW + timedelta(hours=1)
GOOD_DATE = {Field.REPORT_DATE: "22-11-2026"}


def listed(*rows: str) -> bytes:
    return (HEADER + "\n".join(rows)).encode()


def world_with_row(row: str = "PL1;31-02-2026;Vegt;Delfzijl;Eemsdelta;Zorgen.") -> tuple[World, UUID]:
    world = make_world()
    import_list(actor=world.actor("marit"), now=NOW, content=listed(row))
    return world, RepairRow.objects.get().id


def test_a_corrected_row_becomes_a_concern_and_leaves_no_copy() -> None:
    world, row_id = world_with_row()
    keys = Key.objects.filter(destroyed_at=None).count()
    concern_id = correct_row(actor=world.actor("marit"), now=LATER, row_id=row_id, cells=GOOD_DATE)
    concern = Concern.objects.get()
    assert (concern.id, concern.surname, concern.incident_number) == (concern_id, "Vegt", "PL1")
    row = RepairRow.objects.get()
    assert (row.state, row.handled_by_id, row.handled_at) == ("corrected", world.id("marit"), LATER)
    assert (bytes(row.content_sealed), row.key_id) == (b"", None)
    assert Key.objects.filter(destroyed_at=None).count() == keys


def test_the_wrong_row_in_a_later_list_does_not_come_back() -> None:
    world, row_id = world_with_row()
    correct_row(actor=world.actor("marit"), now=LATER, row_id=row_id, cells=GOOD_DATE)
    report = import_list(
        actor=world.actor("marit"), now=LATER, content=listed("PL1;31-02-2026;Vegt;Delfzijl;Eemsdelta;Zorgen.")
    )
    assert len(report.refused) == 1
    assert RepairRow.objects.count() == 1


def test_a_row_that_is_known_after_correction_adds_nothing() -> None:
    world, row_id = world_with_row()
    import_list(actor=world.actor("marit"), now=NOW, content=listed("PL1;22-11-2026;Vegt;Delfzijl;Eemsdelta;Zorgen."))
    assert correct_row(actor=world.actor("marit"), now=LATER, row_id=row_id, cells=GOOD_DATE) is None
    assert Concern.objects.count() == 1
    assert RepairRow.objects.get().state == "corrected"


def test_what_is_still_wrong_is_told_at_its_field_and_the_row_waits() -> None:
    world, row_id = world_with_row()
    cells = {Field.REPORT_DATE: "24-11-2026", Field.INCIDENT: ""}
    with pytest.raises(Invalid) as refused:
        correct_row(actor=world.actor("marit"), now=LATER, row_id=row_id, cells=cells)
    assert set(refused.value.problems) == {"datum", "incidentnummer"}
    assert RepairRow.objects.get().state == "waiting"


def test_a_row_is_not_corrected_into_another_municipality() -> None:
    world, row_id = world_with_row("PL1;22-11-2026;Vegt;Delfzijl;Atlantis;Zorgen.")
    make_ten(besides="Eemsdelta")
    with pytest.raises(Invalid) as refused:
        correct_row(actor=world.actor("marit"), now=LATER, row_id=row_id, cells={Field.MUNICIPALITY: "Pekela"})
    assert refused.value.problems == {"gemeente": "U kunt alleen voor uw eigen gemeente inlezen."}
    correct_row(actor=world.actor("marit"), now=LATER, row_id=row_id, cells={Field.MUNICIPALITY: "eemsdelta"})
    assert Concern.objects.get().municipality_id == world.municipality.id


def test_a_dismissed_row_keeps_its_reason_and_nothing_else() -> None:
    world, row_id = world_with_row()
    with pytest.raises(Invalid):
        dismiss_row(actor=world.actor("marit"), now=LATER, row_id=row_id, reason=" ")
    dismiss_row(actor=world.actor("marit"), now=LATER, row_id=row_id, reason="Staat dubbel op de lijst.")
    row = RepairRow.objects.select_related("key").get()
    assert (row.state, bytes(row.content_sealed)) == ("dismissed", b"")
    assert row.key is not None
    reason = unseal(row.key, row.handled_reason_sealed, place=f"{REASON_PLACE}:{row.id}")
    assert reason == "Staat dubbel op de lijst."


def test_the_second_to_repair_hears_who_was_first() -> None:
    world, row_id = world_with_row()
    dismiss_row(actor=world.actor("marit"), now=LATER, row_id=row_id, reason="Dubbel.")
    with pytest.raises(Conflict) as conflict:
        correct_row(actor=world.actor("nadia"), now=LATER, row_id=row_id, cells=GOOD_DATE)
    assert conflict.value.message == "Marit uit Eemsdelta was eerder en legde deze regel weg. U hoeft niets te doen."


def test_the_second_to_correct_hears_it_too() -> None:
    world, row_id = world_with_row()
    correct_row(actor=world.actor("marit"), now=LATER, row_id=row_id, cells=GOOD_DATE)
    with pytest.raises(Conflict) as conflict:
        dismiss_row(actor=world.actor("nadia"), now=LATER, row_id=row_id, reason="Dubbel.")
    assert "herstelde deze regel" in conflict.value.message


@pytest.mark.parametrize("who", ["sanne", "beheer", "burg"])
def test_for_who_does_no_triage_the_row_does_not_exist(who: str) -> None:
    world, row_id = world_with_row()
    with pytest.raises(NotVisible):
        dismiss_row(actor=world.actor(who), now=LATER, row_id=row_id, reason="Dubbel.")


def test_for_another_municipality_the_row_does_not_exist() -> None:
    _, row_id = world_with_row()
    other = make_world("pekela", "Pekela")
    with pytest.raises(NotVisible):
        correct_row(actor=other.actor("marit"), now=LATER, row_id=row_id, cells=GOOD_DATE)


def test_a_row_of_an_unknown_municipality_goes_where_whoever_knows_it_sends_it() -> None:
    world, other = make_world(), make_world("pekela", "Pekela")
    import_list(actor=LIST_READER, now=NOW, content=listed("PL1;22-11-2026;Vegt;Oude Pekela;Atlantis;Zorgen."))
    row = RepairRow.objects.get()
    assert row.municipality_id is None
    actor = world.actor("marit")
    with pytest.raises(Invalid) as refused:
        correct_row(actor=actor, now=LATER, row_id=row.id, cells={Field.SURNAME: "Prins"})
    assert set(refused.value.problems) == {"achternaam"}
    correct_row(actor=actor, now=LATER, row_id=row.id, cells={Field.MUNICIPALITY: "Pekela"})
    assert Concern.objects.get().municipality_id == other.municipality.id


def test_a_row_of_a_known_municipality_is_for_that_one_also_when_the_command_read_it() -> None:
    world = make_world()
    make_point(world, "public_order", "oggz", source="police_e33")
    import_list(actor=LIST_READER, now=NOW, content=listed(";22-11-2026;Vegt;Delfzijl;Eemsdelta;Zorgen."))
    row = RepairRow.objects.get()
    assert (row.municipality_id, row.ground, row.column) == (world.municipality.id, "public_order", "Incidentnummer")
