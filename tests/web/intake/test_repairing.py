"""Rows of lists that could not be used, and what was passed on to a team."""

from uuid import uuid4

import pytest

from houvast.audit.models import Entry
from houvast.intake.models import Concern, RepairRow
from houvast.intake.rules.triage import Outcome
from houvast.intake.services.decide_concern import NewDecision, decide_concern
from houvast.intake.services.dismiss_row import dismiss_row
from houvast.intake.services.import_list import LIST_READER, import_list
from tests.intake.worlds import make_concern, make_point
from tests.web.conftest import SignedIn
from tests.worlds import NOW, World, make_world

pytestmark = pytest.mark.django_db

HEADER = "Incidentnummer;Datum kennisname;Achternaam;BSN;Gemeente;Toelichting\n"
OURS = HEADER + ";22-11-2026;Rijks;;Eemsdelta;Zonder nummer.\n"
OF_NOBODY = HEADER + "PL0100-9;22-11-2026;Smit;;Atlantis;Onbekende gemeente.\n"


@pytest.fixture
def world() -> World:
    """Make Eemsdelta, with two rows to repair: one of its own and one of nobody."""
    made = make_world()
    import_list(actor=made.actor("marit"), now=NOW, content=OURS.encode())
    import_list(actor=LIST_READER, now=NOW, content=OF_NOBODY.encode())
    return made


def row(column: str) -> RepairRow:
    """Give the row with something wrong in this column."""
    return RepairRow.objects.get(column=column)


def test_the_list_says_which_line_what_is_wrong_and_the_log_that_it_was_read(
    world: World, signed_in_client: SignedIn
) -> None:
    page = signed_in_client(world, "marit").get("/signalen/herstellen/").content.decode()
    assert "regel 2" in page
    assert "Er staat geen incidentnummer." in page
    assert "Nog onbekend van wie" in page
    assert "Rijks" not in page
    assert Entry.objects.filter(event="repair_row.listed").count() == 1


def test_a_corrected_row_becomes_a_concern(world: World, signed_in_client: SignedIn) -> None:
    client, path = signed_in_client(world, "marit"), f"/signalen/herstellen/{row('Incidentnummer').id}/"
    page = client.get(path).content.decode()
    assert 'value="Rijks"' in page
    cells = {"achternaam": "Rijks", "datum": "22-11-2026", "gemeente": "Eemsdelta", "toelichting": "Zonder nummer."}
    wrong = client.post(path, cells)
    assert wrong.status_code == 422
    assert 'value="Rijks"' in wrong.content.decode()
    assert client.post(path, {**cells, "incidentnummer": "PL0100-8"}).status_code == 302
    assert Concern.objects.get().surname == "Rijks"
    assert client.post(path, {**cells, "incidentnummer": "PL0100-8"}).status_code == 409


def test_of_a_row_of_nobody_no_person_is_shown(world: World, signed_in_client: SignedIn) -> None:
    page = signed_in_client(world, "marit").get(f"/signalen/herstellen/{row('Gemeente').id}/").content.decode()
    assert "Atlantis" in page
    assert "Smit" not in page


def test_a_row_is_put_aside_with_a_reason(world: World, signed_in_client: SignedIn) -> None:
    client, found = signed_in_client(world, "marit"), row("Incidentnummer")
    path = f"/signalen/herstellen/{found.id}/wegleggen/"
    assert client.post(path, {"reason": " "}).status_code == 422
    assert client.post(path, {"reason": "Dubbel."}).status_code == 302
    found.refresh_from_db()
    assert found.state == "dismissed"


def test_who_comes_second_hears_who_handled_the_row(world: World, signed_in_client: SignedIn) -> None:
    found = row("Incidentnummer")
    dismiss_row(actor=world.actor("marit"), now=NOW, row_id=found.id, reason="Dubbel.")
    client = signed_in_client(world, "nadia")
    assert client.get(f"/signalen/herstellen/{found.id}/").status_code == 200
    answer = client.post(f"/signalen/herstellen/{found.id}/wegleggen/", {"reason": "Ook dubbel."})
    assert answer.status_code == 409
    assert "Marit uit Eemsdelta was eerder en legde deze regel weg." in answer.content.decode()


def test_who_does_no_triage_or_works_elsewhere_repairs_nothing(world: World, signed_in_client: SignedIn) -> None:
    found, elsewhere = row("Incidentnummer"), make_world("oldambt", "Oldambt")
    assert signed_in_client(world, "sanne").get("/signalen/herstellen/").status_code == 403
    assert signed_in_client(world, "sanne").get(f"/signalen/herstellen/{found.id}/").status_code == 404
    client = signed_in_client(elsewhere, "nadia")
    assert client.get(f"/signalen/herstellen/{found.id}/").status_code == 404
    assert client.get(f"/signalen/herstellen/{uuid4()}/").status_code == 404


def passed_on(world: World) -> Concern:
    """Pass a concern on to the Gebiedsteam."""
    concern = make_concern(world, make_point(world))
    team = world.teams["Gebiedsteam"].id
    new = NewDecision(Outcome.PASSED_ON, "other_task", "Jullie kennen haar.", to_team=team)
    decide_concern(actor=world.actor("marit"), now=NOW, concern_id=concern.id, version=0, new=new)
    return concern


def test_a_team_reads_what_was_passed_on_and_takes_it(world: World, signed_in_client: SignedIn) -> None:
    concern, client = passed_on(world), signed_in_client(world, "sanne")
    assert "Van Marit uit Eemsdelta" in client.get("/signalen/doorgegeven/").content.decode()
    path = f"/signalen/doorgegeven/{concern.id}/"
    page = client.get(path).content.decode()
    assert "De gordijnen blijven dicht." in page
    assert "Jullie kennen haar." in page
    assert Entry.objects.filter(event="concern.passed_on_read", subject_id=concern.id).count() == 1
    assert client.post(path, {"outcome": "accepted"}).status_code == 302
    concern.refresh_from_db()
    assert concern.state == "decided"


def test_what_a_team_took_can_be_read_again_by_that_team_only(world: World, signed_in_client: SignedIn) -> None:
    concern, client = passed_on(world), signed_in_client(world, "sanne")
    path = f"/signalen/doorgegeven/{concern.id}/"
    assert "Opgepakt door uw team" not in client.get("/signalen/doorgegeven/").text
    client.post(path, {"outcome": "accepted"})
    page = client.get("/signalen/doorgegeven/").text
    assert "Opgepakt door uw team" in page
    assert path in page
    again = client.get(path).text
    assert "De gordijnen blijven dicht." in again
    assert "Opgepakt door Sanne" in again
    assert Entry.objects.filter(event="concern.passed_on_read", subject_id=concern.id).count() == 2
    assert client.post(path, {"outcome": "accepted"}).status_code == 404
    assert "Opgepakt" not in signed_in_client(world, "iris").get("/signalen/doorgegeven/").text
    assert signed_in_client(world, "iris").get(path).status_code == 404


def test_giving_back_asks_for_a_reason(world: World, signed_in_client: SignedIn) -> None:
    concern, client = passed_on(world), signed_in_client(world, "sanne")
    path = f"/signalen/doorgegeven/{concern.id}/"
    assert client.post(path, {"outcome": ""}).status_code == 422
    assert client.post(path, {"outcome": "returned", "reason": ""}).status_code == 422
    assert client.post(path, {"outcome": "returned", "reason": "Zij woont elders."}).status_code == 302
    concern.refresh_from_db()
    assert concern.state == "waiting"


def test_another_team_sees_nothing_of_it(world: World, signed_in_client: SignedIn) -> None:
    concern, client = passed_on(world), signed_in_client(world, "iris")
    assert "Vegt" not in client.get("/signalen/doorgegeven/").content.decode()
    assert client.get(f"/signalen/doorgegeven/{concern.id}/").status_code == 404
    assert client.post(f"/signalen/doorgegeven/{concern.id}/", {"outcome": "accepted"}).status_code == 404
