"""Reading a police list in by the page: first what it would do, then the same for real."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from houvast.intake.models import Concern, Import, RepairRow
from tests.web.conftest import SignedIn
from tests.worlds import World, make_world

pytestmark = pytest.mark.django_db

HEADER = "Incidentnummer;Datum kennisname;Achternaam;Geboortedatum;BSN;Gemeente;Toelichting\n"
ROWS = (
    "PL0100-1;22-11-2026;Vegt;25-05-1998;;Eemsdelta;Gordijnen dicht.\n"
    "PL0100-2;22-11-2026;Hoving;31-02-1980;;Eemsdelta;Rustig.\n"
    ";22-11-2026;Rijks;;;Eemsdelta;Zonder nummer.\n"
    "PL0100-4;22-11-2026;Boer;;;Oldambt;Elders.\n"
)
SEALED = re.compile(r'name="list" value="([^"]+)"')


@pytest.fixture
def world() -> World:
    """Make Eemsdelta and, for a row that is not ours, Oldambt."""
    make_world("oldambt", "Oldambt")
    return make_world()


def upload(client: Client, content: bytes) -> tuple[int, str]:
    """Send a list to be looked at; gives the status and the page."""
    answer = client.post("/signalen/inlezen/", {"file": SimpleUploadedFile("lijst.csv", content)})
    return answer.status_code, answer.content.decode()


def counts() -> list[int]:
    """Count what a list leaves behind."""
    return [model.objects.count() for model in (Concern, RepairRow, Import)]


def test_a_preview_says_what_would_happen_and_writes_nothing(world: World, signed_in_client: SignedIn) -> None:
    status, page = upload(signed_in_client(world, "marit"), (HEADER + ROWS).encode())
    assert status == 200
    assert "<dt>Gelezen</dt><dd>4 regels</dd><dt>Nieuwe signalen</dt><dd>2</dd>" in page
    assert '<th scope="row">4</th><td>Incidentnummer</td>' in page
    assert "<dt>Van een andere gemeente</dt><dd>1 regel, overgeslagen</dd><dt>Niet te gebruiken</dt><dd>1</dd>" in page
    assert '<th scope="row">5</th>' not in page
    assert '<th scope="row">3</th><td>Geboortedatum</td>' in page
    assert "Vegt" not in page
    assert counts() == [0, 0, 0]


def test_confirming_reads_the_list_that_was_shown(world: World, signed_in_client: SignedIn) -> None:
    client = signed_in_client(world, "marit")
    shown = SEALED.search(upload(client, (HEADER + ROWS).encode())[1])
    assert shown is not None
    answer = client.post("/signalen/inlezen/", {"list": shown.group(1)})
    assert "De lijst is ingelezen" in answer.content.decode()
    assert counts() == [2, 1, 1]
    client.post("/signalen/inlezen/", {"list": shown.group(1)})
    assert counts() == [2, 1, 2]


def test_the_list_of_somebody_else_or_a_changed_one_is_not_read(world: World, signed_in_client: SignedIn) -> None:
    shown = SEALED.search(upload(signed_in_client(world, "marit"), (HEADER + ROWS).encode())[1])
    assert shown is not None
    nadia = signed_in_client(world, "nadia")
    for sealed in (shown.group(1), "AAAA", "geen base64", "é"):
        answer = nadia.post("/signalen/inlezen/", {"list": sealed})
        assert answer.status_code == 422
        assert "Kies het bestand opnieuw." in answer.content.decode()
    assert counts() == [0, 0, 0]


def test_a_list_is_not_readable_in_the_page_between_the_two(world: World, signed_in_client: SignedIn) -> None:
    _, page = upload(signed_in_client(world, "marit"), (HEADER + ROWS).encode())
    assert "Gordijnen" not in page
    assert "PL0100-1" not in page


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "Het bestand is leeg."),
        (b"PK\x03\x04 een werkmap", "geen CSV"),
        (b"Naam;Adres\nVegt;Straat\n", "kolommen ontbreken"),
        (b"\x00\x01\x02", "geen leesbare tekst"),
    ],
)
def test_a_file_that_cannot_be_read_is_told_at_the_field(
    world: World, signed_in_client: SignedIn, content: bytes, message: str
) -> None:
    status, page = upload(signed_in_client(world, "marit"), content)
    assert status == 422
    assert message in page


def test_without_a_file_the_form_asks_for_one(world: World, signed_in_client: SignedIn) -> None:
    answer = signed_in_client(world, "marit").post("/signalen/inlezen/", {})
    assert answer.status_code == 422
    assert "Kies een bestand" in answer.content.decode()


def test_who_does_no_triage_does_not_read_lists(world: World, signed_in_client: SignedIn) -> None:
    client = signed_in_client(world, "sanne")
    assert client.get("/signalen/inlezen/").status_code == 403
    assert upload(client, (HEADER + ROWS).encode())[0] == 403


def test_a_list_never_stands_in_a_file_of_the_server(world: World, signed_in_client: SignedIn) -> None:
    long_list = HEADER + "PL0100-1;22-11-2026;Vegt;;;Eemsdelta;" + 3_000_000 * "x" + "\n"
    answer = signed_in_client(world, "marit").post(
        "/signalen/inlezen/", {"file": SimpleUploadedFile("lijst.csv", long_list.encode())}
    )
    assert answer.status_code == 200
    assert not hasattr(answer.wsgi_request.FILES["file"], "temporary_file_path")


def test_a_list_with_only_rows_of_others_leads_nowhere(world: World, signed_in_client: SignedIn) -> None:
    only_elsewhere = HEADER + ROWS.splitlines(keepends=True)[3]
    page = upload(signed_in_client(world, "marit"), only_elsewhere.encode())[1]
    assert "Hier staat niets in dat nieuw is voor uw gemeente." in page
    assert "Niet te gebruiken</h2>" not in page
