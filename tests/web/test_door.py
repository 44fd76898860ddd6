"""What services say no to becomes a page, and a fault of ours tells nothing."""

import json
import logging
from collections.abc import Iterator
from types import ModuleType

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import path
from pytest_django import Settings
from structlog.stdlib import ProcessorFormatter

from houvast.kernel.errors import Conflict, Invalid, NotVisible, Refused
from houvast.kernel.verdict import refuse

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


@pytest.fixture
def door(settings: Settings, db: None) -> Iterator[Client]:
    urls = ModuleType("urls")
    vars(urls)["urlpatterns"] = [path("faalt/<str:which>", fails), path("breekt", breaks)]
    settings.ROOT_URLCONF = urls
    yield Client(raise_request_exception=False)


@pytest.mark.parametrize("status", sorted(ERRORS))
def test_each_no_has_its_page_with_the_reason(door: Client, status: str) -> None:
    answer = door.get(f"/faalt/{status}")
    assert answer.status_code == int(status)
    assert ERRORS[status].message.rstrip(".") in answer.text


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


def test_every_page_forbids_what_it_does_not_need(door: Client) -> None:
    headers = door.get("/bestaat-niet").headers
    assert headers["Cache-Control"] == "no-store"
    assert headers["X-Frame-Options"] == "DENY"
    assert "script-src 'self'" in headers["Content-Security-Policy"]
    assert headers["Permissions-Policy"].startswith("camera=()")
