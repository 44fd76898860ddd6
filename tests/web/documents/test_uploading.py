"""Sending and getting a file over the door: counted, cut off, forged, damaged. Never half, and no fault of ours."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http.response import HttpResponseBase
from django.test import Client, override_settings

from houvast.audit.models import Entry
from houvast.cases.models import Case
from houvast.documents import store
from houvast.documents.incoming import NOT_WHOLE, too_large
from houvast.documents.models import Document, DocumentVersion
from houvast.documents.rules.sniffing import MARKUP
from houvast.kernel.ids import new_id
from tests.documents.files import PDF, TEXT
from tests.documents.worlds import Filed, make_filed, on_disk
from tests.web.conftest import SignedIn
from tests.worlds import make_world

pytestmark = pytest.mark.django_db
MEGABYTE = 1024 * 1024
BOUNDARY = "grens"


@dataclass(frozen=True)
class Door:
    """Sanne at the page where a document is added to her case."""

    filed: Filed
    client: Client
    address: str

    def send(self, content: bytes, name: str = "brief.txt", **fields: str) -> HttpResponseBase:
        """Fill in the form well, and send it with a file."""
        whole = {"once": str(new_id()), "name": "Brief", "kind": "letter", "part": "general_notes", "heel": "ja"}
        return self.client.post(self.address, {**whole, **fields, "file": SimpleUploadedFile(name, content)})

    def send_bytes(self, body: bytes, length: int | None = None, *, kind: str = "") -> HttpResponseBase:
        """Send a body as it stands, with whatever length it is said to have."""
        kind = kind or f"multipart/form-data; boundary={BOUNDARY}"
        said = str(len(body) if length is None else length)
        return self.client.generic("POST", self.address, body, content_type=kind, CONTENT_LENGTH=said)


@pytest.fixture
def door(signed_in_client: SignedIn, tmp_path: Path) -> Iterator[Door]:
    """Give Sanne at the door, with a folder of her own for files of at most 1 MB."""
    with override_settings(HOUVAST_DOCUMENTS=tmp_path, HOUVAST_DOCUMENT_MEGABYTES=1):
        filed = make_filed()
        code = Case.objects.get(pk=filed.case_id).code
        yield Door(filed, signed_in_client(filed.world, "sanne"), f"/casussen/{code}/documenten/nieuw/")


def _part(name: str, value: bytes, extra: str = "") -> bytes:
    head = f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"{extra}\r\n\r\n'
    return head.encode() + value + b"\r\n"


def _body(*, whole: bool = True, file_name: str = "brief.txt", content: bytes = TEXT) -> bytes:
    fields = {"once": str(new_id()), "name": "Brief", "kind": "letter", "part": "general_notes"}
    parts = [_part(name, value.encode()) for name, value in fields.items()]
    parts.append(_part("file", content, f'; filename="{file_name}"'))
    end = [_part("heel", b"ja"), f"--{BOUNDARY}--\r\n".encode()] if whole else []
    return b"".join(parts + end)


def _said(response: HttpResponseBase) -> str:
    assert response.status_code == 422
    return response.getvalue().decode()


def test_a_document_is_added_and_comes_out_as_it_went_in(door: Door) -> None:
    answer = door.send(PDF, "Brief aan José.pdf")
    assert answer.status_code == 302
    page = door.client.get(answer.headers["Location"]).content.decode()
    assert "Brief aan José.pdf" in page
    version = DocumentVersion.objects.get()
    got = door.client.get(f"/documenten/versies/{version.id}/")
    assert b"".join(got) == PDF
    assert got.headers["Content-Type"] == "application/pdf"
    assert got.headers["Content-Disposition"] == "attachment; filename*=utf-8''Brief%20aan%20Jos%C3%A9.pdf"
    assert got.headers["Content-Length"] == str(len(PDF))
    assert got.headers["X-Content-Type-Options"] == "nosniff"
    assert got.headers["Cache-Control"] == "no-store"
    assert got.headers["Content-Security-Policy"].startswith("default-src 'none'; sandbox")
    read = Entry.objects.get(event="document.downloaded")
    assert (read.subject_id, read.case, read.details) == (version.document_id, version.case_id, {"number": 1})


def test_a_file_is_on_no_record_and_not_sent_when_the_log_cannot_be_written(
    door: Door, monkeypatch: pytest.MonkeyPatch
) -> None:
    door.send(PDF, "brief.pdf")

    def full(*_: object, **__: object) -> None:
        raise OSError("full")

    monkeypatch.setattr("houvast.web.documents.views.record_read", full)
    with pytest.raises(OSError, match="full"):
        door.client.get(f"/documenten/versies/{DocumentVersion.objects.get().id}/")


def test_a_megabyte_goes_in_and_a_byte_more_is_said_at_the_field(door: Door) -> None:
    assert door.send(b"a" * MEGABYTE).status_code == 302
    kept = on_disk()
    page = _said(door.send(b"a" * (MEGABYTE + 1)))
    assert too_large() in page
    assert 'value="Brief"' in page
    assert on_disk() == kept


def test_far_too_much_is_cut_off_and_leaves_nothing(door: Door) -> None:
    answer = door.send(b"a" * (5 * MEGABYTE))
    assert answer.status_code in {400, 403, 422}
    assert on_disk() == set()


@pytest.mark.parametrize("cut", [1, 5, len(f"--{BOUNDARY}--\r\n") + 60, 100])
def test_a_form_that_was_cut_off_adds_nothing_or_all_of_it(door: Door, cut: int) -> None:
    answer = door.send_bytes(_body()[:-cut])
    assert answer.status_code in {302, 422}
    if answer.status_code == 302:
        (path,) = on_disk()
        assert path.stat().st_size > len(TEXT)
        assert DocumentVersion.objects.get().size == len(TEXT)
    else:
        assert on_disk() == set()


def test_a_form_without_its_end_says_so(door: Door) -> None:
    assert NOT_WHOLE in _said(door.send_bytes(_body(whole=False)))
    assert on_disk() == set()


@pytest.mark.parametrize("length", [0, 10, 300, len(_body()) - 40])
def test_a_length_that_is_a_lie_adds_nothing_or_all_of_it(door: Door, length: int) -> None:
    answer = door.send_bytes(_body(), length)
    assert answer.status_code in {302, 403, 422}
    assert len(on_disk()) == (1 if answer.status_code == 302 else 0)


def test_a_body_that_is_no_form_is_no_fault_of_ours(door: Door) -> None:
    for kind in ("multipart/form-data", f"multipart/form-data; boundary={'x' * 300}", "application/json", "text/plain"):
        assert door.send_bytes(_body(), kind=kind).status_code in {400, 403, 422}, kind
    assert on_disk() == set()


NAMES = [
    "a" * 1000 + ".txt",
    "brief\x00.txt",
    "\u202etxt.exe.txt",
    "../../../etc/passwd.txt",
    "é" * 300 + ".txt",
    ".txt",
]


@pytest.mark.parametrize("name", NAMES)
def test_a_strange_name_is_no_path_and_no_fault_of_ours(door: Door, name: str) -> None:
    answer = door.send_bytes(_body(file_name=name))
    assert answer.status_code in {302, 400, 422}
    versions = {str(each) for each in DocumentVersion.objects.values_list("id", flat=True)}
    assert {each.name for each in on_disk()} == versions
    if answer.status_code == 302:
        got = door.client.get(f"/documenten/versies/{DocumentVersion.objects.get().id}/")
        assert re.fullmatch(r"[\x20-\x7e]+", got.headers["Content-Disposition"])
        b"".join(got)


def test_no_file_an_empty_one_and_two_of_them(door: Door) -> None:
    assert "Kies een bestand." in _said(door.client.post(door.address, {"heel": "ja"}))
    assert "leeg" in _said(door.send(b""))
    body = _body().replace(b"--grens--\r\n", _part("file", PDF, '; filename="b.pdf"') + b"--grens--\r\n")
    assert door.send_bytes(body).status_code == 302
    assert DocumentVersion.objects.get().size == len(TEXT)


def test_what_does_not_come_in_is_said_and_a_script_is_told_where_to_go(door: Door) -> None:
    assert MARKUP in _said(door.send(b"<html>", "brief.txt"))
    body = {"once": str(new_id()), "name": "Brief", "kind": "letter", "part": "general_notes", "heel": "ja"}
    sent = {**body, "file": SimpleUploadedFile("brief.txt", TEXT)}
    answer = door.client.post(door.address, sent, headers={"HX-Request": "true"})
    assert (answer.status_code, answer.headers["HX-Redirect"]) == (200, f"/documenten/{Document.objects.get().id}/")


def test_who_may_not_add_sends_nothing_to_the_disk(door: Door, signed_in_client: SignedIn) -> None:
    there = make_world("opsterland", "Opsterland")
    for client, status in ((Client(), 302), (signed_in_client(there, "bram"), 404)):
        answer = client.post(door.address, {"file": SimpleUploadedFile("a.txt", TEXT), "heel": "ja"})
        assert answer.status_code == status
    assert not store.folder().exists() or on_disk() == set()


def test_a_forged_request_adds_nothing(door: Door) -> None:
    forging = Client(enforce_csrf_checks=True)
    forging.cookies = door.client.cookies
    answer = forging.post(door.address, {"file": SimpleUploadedFile("a.txt", TEXT), "heel": "ja"})
    assert answer.status_code == 403
    assert on_disk() == set()


def test_a_file_that_is_not_what_it_was_is_a_page_that_says_so(door: Door) -> None:
    door.send(TEXT)
    version = DocumentVersion.objects.get()
    place = store.place_of(version.id)
    place.write_bytes(place.read_bytes()[:-1])
    answer = door.client.get(f"/documenten/versies/{version.id}/")
    assert answer.status_code == 410
    assert "Dit bestand is niet te openen" in answer.content.decode()
    assert Entry.objects.get(event="document.unreadable").subject_id == version.document_id
