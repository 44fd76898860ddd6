"""The privacy officer reads, chooses and gives an answer, as a PDF that a screen reader can read."""

import json
from uuid import UUID

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from houvast.audit.models import Entry
from houvast.web.requests.pdf import NotSet, as_pdf
from tests.accountability.asking import ask
from tests.sharing.worlds import make_sharing
from tests.web.conftest import SignedIn

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
    document = as_pdf(ANSWER)
    assert document.startswith(b"%PDF-")
    assert b"/StructTreeRoot" in document
    assert b"<pdfuaid:part>1</pdfuaid:part>" in document


def test_a_document_that_is_not_made_is_told() -> None:
    with pytest.raises(NotSet):
        as_pdf({"verzoek": 1})


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
