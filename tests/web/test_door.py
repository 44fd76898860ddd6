"""What services say no to becomes a page, and a fault of ours tells nothing."""

import json
import logging
from collections.abc import Iterator
from types import ModuleType

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import path
from django.views.decorators.http import require_POST
from pytest_django import DjangoAssertNumQueries, Settings
from structlog.stdlib import ProcessorFormatter

from houvast.kernel.errors import Conflict, Invalid, NotVisible, Refused
from houvast.kernel.verdict import refuse
from houvast.vault.key_store import SecretMissing
from houvast.web.middleware import LONGEST_ADDRESS

ERRORS = {
    "403": Refused(refuse("code", "Alleen de burgemeester mag dit.")),
    "404": NotVisible(),
    "409": Conflict("Iemand anders was eerder."),
    "422": Invalid({"naam": "Vul een naam in."}),
}


def fails(request: HttpRequest, which: str) -> HttpResponse:
    raise ERRORS[which]


def breaks(request: HttpRequest) -> HttpResponse:
    raise RuntimeError("Ruben Dijkhuis, 123456782")


def keyless(request: HttpRequest) -> HttpResponse:
    raise SecretMissing("In de sleutelbos (/sleutels) ontbreekt de sleutel.")


@require_POST
def only_posts(request: HttpRequest) -> HttpResponse:
    return HttpResponse()


@pytest.fixture
def door(settings: Settings, db: None) -> Iterator[Client]:
    urls = ModuleType("urls")
    vars(urls)["urlpatterns"] = [
        path("faalt/<str:which>", fails),
        path("breekt", breaks),
        path("sleutelloos", keyless),
        path("alleen-sturen", only_posts),
    ]
    settings.ROOT_URLCONF = urls
    yield Client(raise_request_exception=False)


@pytest.mark.parametrize("status", sorted(ERRORS))
def test_each_no_has_its_page_with_the_reason(door: Client, status: str) -> None:
    answer = door.get(f"/faalt/{status}")
    assert answer.status_code == int(status)
    assert ERRORS[status].message.rstrip(".") in answer.text


def test_a_way_of_asking_that_an_address_does_not_know_has_a_page(door: Client) -> None:
    for answer in (door.put("/faalt/409"), door.get("/alleen-sturen")):
        assert answer.status_code == 405
        assert "Dit kan niet op deze pagina" in answer.text
        assert answer.headers["Content-Type"].startswith("text/html")
    assert answer.headers["Allow"] == "POST"


def test_a_form_in_another_encoding_than_ours_is_not_read(door: Client) -> None:
    for charset in ("utf-7", "latin-1"):
        answer = door.post("/faalt/409", "a=b", content_type=f"application/x-www-form-urlencoded; charset={charset}")
        assert answer.status_code == 400
        assert "Dit verzoek klopt niet" in answer.text


def test_an_address_that_is_too_long_has_a_page_and_asks_the_database_nothing(
    door: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(0):
        answer = door.get(f"/faalt/{'x' * LONGEST_ADDRESS}")
    assert answer.status_code == 414
    assert "Dit adres is te lang" in answer.text
    assert "xxx" not in answer.text


def test_who_was_second_gets_back_what_was_written_in_words_and_no_password(door: Client) -> None:
    sent = {"reden": "Wim belde <net> zelf.", "keuze": "bellen", "wachtwoord": "een lange zin", "new": "nog een zin"}
    answer = door.post("/faalt/409", sent, headers={"Referer": "http://testserver/casussen/nieuw/?x=1"})
    assert answer.status_code == 409
    assert "Wim belde &lt;net&gt; zelf." in answer.text
    assert 'href="/casussen/nieuw/"' in answer.text
    for never in ("een lange zin", "nog een zin", "bellen"):
        assert never not in answer.text
    elsewhere = door.post("/faalt/409", sent, headers={"Referer": "http://kwaad.example/x"})
    assert "Opnieuw kijken" not in elsewhere.text


def test_an_unknown_address_has_a_page(door: Client) -> None:
    answer = door.get("/bestaat-niet")
    assert answer.status_code == 404
    assert "Deze pagina bestaat niet" in answer.text


def test_a_fault_of_ours_shows_nothing_about_people(door: Client) -> None:
    answer = door.get("/breekt?zoek=Ruben")
    assert answer.status_code == 500
    assert "Ruben" not in answer.text


def test_the_log_says_what_broke_and_where_and_nothing_about_people(
    door: Client, caplog: pytest.LogCaptureFixture
) -> None:
    door.get("/breekt?zoek=Ruben")
    (handler,) = [each for each in logging.getLogger().handlers if isinstance(each.formatter, ProcessorFormatter)]
    line = json.loads(handler.format(caplog.records[-1]))
    assert (line["level"], line["exception"]) == ("error", "RuntimeError")
    assert any("test_door.py:" in place for place in line["places"])
    assert "Ruben" not in str(line)
    assert "123456782" not in str(line)


def test_a_key_store_that_is_gone_has_a_page_and_a_line_that_says_what_is_missing(
    door: Client, caplog: pytest.LogCaptureFixture
) -> None:
    answer = door.get("/sleutelloos")
    assert answer.status_code == 503
    assert "Houvast kan de gegevens nu niet openen" in answer.content.decode()
    assert "/sleutels" not in answer.content.decode()
    assert "In de sleutelbos (/sleutels) ontbreekt de sleutel." in caplog.text


def test_every_page_forbids_what_it_does_not_need(door: Client) -> None:
    headers = door.get("/bestaat-niet").headers
    assert headers["Cache-Control"] == "no-store"
    assert headers["X-Frame-Options"] == "DENY"
    assert "script-src 'self'" in headers["Content-Security-Policy"]
    assert headers["Permissions-Policy"].startswith("camera=()")
