"""The privacy officer reads, chooses and gives an answer, as a PDF that a screen reader can read."""

import json
from dataclasses import replace
from uuid import UUID

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from houvast.accountability.models import RightsRequest
from houvast.accountability.rules.requests import RequestKind
from houvast.accountability.selectors.requests import house_view
from houvast.audit.models import Entry
from houvast.cases.models import Case
from houvast.directory.selectors import viewer_of
from houvast.kernel.errors import Invalid
from houvast.kernel.ids import new_id
from houvast.safety_house.services.write_file_note import write_file_note
from houvast.web.pdf import as_pdf
from tests.accountability.asking import ASKED, archivist, ask
from tests.rights.forms import FORMS
from tests.safety_house.worlds import make_referable
from tests.sharing.worlds import make_sharing
from tests.web.conftest import SignedIn
from tests.worlds import NOW, make_world

MARKUP = '#panic("x") *vet* $x$ #read("/etc/passwd") <a> \\ \x00 \U0001f600 \u0645 é\nЖ'
ANSWER = {
    "verzoek": "V-1",
    "over": MARKUP,
    "gegeven_door": "Gemeente (verzonnen)",
    "gegeven_op": "2026-11-23",
    "onderdelen": [
        {"titel": MARKUP, "op": "", "van": "", "regels": [{"wat": "Tekst", "inhoud": MARKUP}], "ingekort": False}
    ],
    "niet_gegeven": [{"waarom": MARKUP, "aantal": 1}],
    "uw_rechten": MARKUP,
}


def test_what_people_wrote_is_words_and_the_document_is_tagged() -> None:
    document = as_pdf("answer", ANSWER)
    assert document.startswith(b"%PDF-")
    assert b"/StructTreeRoot" in document
    assert b"<pdfuaid:part>1</pdfuaid:part>" in document


def test_a_document_that_is_not_made_is_told() -> None:
    with pytest.raises(Invalid, match=r"Probeer het opnieuw"):
        as_pdf("answer", {"verzoek": 1})


@pytest.mark.django_db
def test_a_request_is_read_chosen_and_given(signed_in_client: SignedIn) -> None:
    made = make_sharing()
    asking = ask(made.world)
    asking.identify()
    client, address = signed_in_client(made.world, "privacy"), f"/verzoeken/{asking.id}/"
    assert "V-1" in client.get("/").content.decode()
    assert client.get(f"{address}inzage.json").status_code == 404
    client.post(f"{address}verzamelen/")
    items = asking.view().items
    chosen = {f"item-{item.id.hex}": "whole" for item in items}
    chosen[f"item-{items[-1].id.hex}"] = "third_party"
    client.post(address, {**chosen, "item-x": "whole", "item-": "nothing", "else": "whole"})
    assert asking.view().standing.waiting == 0
    assert "Antwoord vastleggen" in client.get(address).content.decode()
    client.post(f"{address}antwoord/", {"answer": "do"})
    given = json.loads(client.get(f"{address}inzage.json").content)
    assert (given["over"], len(given["onderdelen"])) == ("Ruben Dijkhuis", len(items) - 1)
    assert client.get(f"{address}inzage.pdf").content.startswith(b"%PDF-")
    assert Entry.objects.filter(event="request.saved").count() == 2
    assert "voor een deel gedaan" in client.get(address).content.decode()


@pytest.mark.django_db
def test_who_records_a_request_chooses_who_handles_it_and_hears_when_nobody_can(signed_in_client: SignedIn) -> None:
    world = make_world()
    archivist(world)
    form = FORMS["new_request"]
    alone, other = "geen andere privacy officer dan u", "Behandelaar van V-1 kiezen"
    privacy, dirk = (signed_in_client(world, who) for who in ("privacy", "dirk"))
    assert alone in privacy.get("/verzoeken/nieuw/").content.decode()
    assert alone not in dirk.get("/verzoeken/nieuw/").content.decode()
    page = dirk.post("/verzoeken/nieuw/", {**form, "once": str(new_id())}, follow=True).content.decode()
    assert other in page and "Privacy uit Eemsdelta" in page
    address = f"/verzoeken/{RightsRequest.objects.get().id}/"
    assert "Niemand behandelt dit verzoek." in privacy.get("/").content.decode()
    assert "U kunt niemand kiezen" in privacy.get(f"{address}behandelaar/").content.decode()
    shown = privacy.get(address).content.decode()
    assert "U kunt niemand kiezen" in shown and "Controle vastleggen" not in shown and "Behandelaar kiezen" not in shown
    assert dirk.post(f"{address}behandelaar/", {"handler": str(world.id("privacy"))}).status_code == 302
    assert "Controle vastleggen" in privacy.get(address).content.decode()
    assert "Behandelaar kiezen" not in privacy.get(address).content.decode()
    assert "Privacy uit Eemsdelta behandelt dit verzoek" in dirk.get(address).content.decode()


@pytest.mark.django_db
def test_an_own_view_stands_beside_the_plan_and_an_objection_asks_why_something_is_shared(
    signed_in_client: SignedIn,
) -> None:
    made = make_sharing()
    privacy, sanne = (signed_in_client(made.world, who) for who in ("privacy", "sanne"))
    case = f"/casussen/{Case.objects.get(pk=made.case_id).code}/"
    kinds = (RequestKind.CORRECTION, RequestKind.OBJECTION)
    correction, objection = (ask(made.world, replace(ASKED, kind=kind, words="Niet waar.")) for kind in kinds)
    for each in (correction, objection):
        each.identify()
    shown = sanne.get(case).content.decode()
    assert "vraagt om verbetering" in shown and "maakte bezwaar" in shown
    address = f"/verzoeken/{correction.id}/antwoord/"
    refusal = {"answer": "refuse", "reason": "Het klopt.", "own_view": "", "beside": "plan"}
    assert privacy.post(address, refusal).status_code == 422
    assert privacy.post(address, {**refusal, "own_view": "Niet waar."}).status_code == 302
    shown = sanne.get(case).content.decode()
    assert "heeft een eigen kijk" in shown and "vraagt om verbetering" not in shown
    chosen = f"?wat=plan&over={made.resident_id}&met=m:{made.yara.id}"
    assert "nu de inwoner bezwaar maakte" in sanne.get(f"{case}delen/antwoord/{chosen}").content.decode()
    address = f"/verzoeken/{objection.id}/antwoord/"
    assert privacy.post(address, {"answer": "do"}).status_code == 422
    assert privacy.post(address, {"answer": "do", "stops": "Delen."}).status_code == 302


@pytest.mark.django_db
def test_a_house_reads_chooses_and_gives_its_own_part(signed_in_client: SignedIn) -> None:
    referable = make_referable()
    file_id = referable.file(referable.refer())
    referable.answer(file_id)
    write_file_note(actor=referable.actor("mirjam"), now=NOW, file_id=file_id, text="Wij spraken haar.")
    asking = ask(referable.world)
    asking.identify()
    house = replace(referable.world, members={"mirjam": referable.others["mirjam"]})
    client, address = signed_in_client(house, "mirjam"), f"/verzoeken/{asking.id}/"
    assert address in client.get("/verzoeken/").content.decode()
    assert client.get(f"{address}inzage.json").status_code == 404
    assert client.get(f"{address}verzamelen/").status_code == 200
    client.post(f"{address}verzamelen/")
    own = house_view(viewer_of(referable.actor("mirjam"), now=NOW), asking.id, now=NOW).items
    client.post(address, {f"item-{item.id.hex}": "whole" for item in own})
    assert "Wij spraken haar." in client.get(address).content.decode()
    assert client.get(f"{address}antwoord/").status_code == 200
    client.post(f"{address}antwoord/")
    assert "Wij spraken haar." in client.get(f"{address}inzage.json").content.decode()
    assert "Wij spraken haar." not in signed_in_client(referable.world, "privacy").get(address).content.decode()


@pytest.mark.django_db
def test_a_page_asks_as_much_with_many_items_as_with_few(signed_in_client: SignedIn) -> None:
    made = make_sharing()
    few, many = ask(made.world), ask(made.world)
    for each in (few, many):
        each.identify()
    many.gather()
    client = signed_in_client(made.world, "privacy")
    assert _asked(client, few.id) == _asked(client, many.id)


def _asked(client: Client, request_id: UUID) -> int:
    with CaptureQueriesContext(connection) as asked:
        assert client.get(f"/verzoeken/{request_id}/").status_code == 200
    return len(asked)
