"""Adopting a model in the browser: a file or a shipped one, seen first, then adopted once."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from houvast.directory.models import AdoptedModel
from houvast.web.management.forms import LARGEST_MODEL
from tests.web.conftest import SignedIn
from tests.worlds import World, add_member, make_world

NEW = "/beheer/model/nieuw"
OWN = 'breidt_uit = "groningen"\ncode = "eigen"\ntitel = "Model <b>van</b> é"\nversie = "1"\nbron = "verzonnen"\n'


@pytest.fixture
def world(db: None) -> World:
    return make_world()


@pytest.fixture
def administrator(world: World, signed_in_client: SignedIn) -> Client:
    return signed_in_client(world, "beheer")


def chosen(content: bytes, name: str = "eigen.toml") -> dict[str, object]:
    return {"file": SimpleUploadedFile(name, content), "shipped": "", "theme": ""}


def sealed(page: str) -> str:
    found = re.search(r'name="model" value="([^"]+)"', page)
    assert found is not None
    return found[1]


def test_a_file_is_seen_first_and_adopted_once(administrator: Client) -> None:
    shown = administrator.post(NEW, chosen(b"\xef\xbb\xbf" + OWN.encode()))
    assert shown.status_code == 200
    assert "Model &lt;b&gt;van&lt;/b&gt; é" in shown.text
    assert "Wordt: Model" in shown.text
    assert AdoptedModel.objects.count() == 1
    kept = {"model": sealed(shown.text)}
    assert administrator.post(NEW, kept).headers["Location"] == "/beheer/model/"
    assert administrator.post(NEW, kept).status_code == 409
    assert [row.number for row in AdoptedModel.objects.order_by("number")] == [1, 2]
    page = administrator.get("/beheer/model/").text
    assert page.index("Versie 2") < page.index("Versie 1")


def test_a_shipped_model_with_a_theme(administrator: Client) -> None:
    shown = administrator.post(NEW, {"shipped": "groningen", "theme": "jeugd"})
    administrator.post(NEW, {"model": sealed(shown.text)})
    newest = AdoptedModel.objects.get(number=2)
    assert (newest.code, newest.theme) == ("groningen", "jeugd")
    assert "thema jeugd" in administrator.get("/beheer/model/").text


def test_errors_forbid_adopting(administrator: Client) -> None:
    shown = administrator.post(NEW, chosen(b'code = "leeg"', "leeg.toml"))
    assert shown.status_code == 422
    assert "Dit model kan niet worden vastgesteld" in shown.text
    assert "leeg.toml" in shown.text
    assert 'name="model"' not in shown.text


@pytest.mark.parametrize(
    ("sent", "why"),
    [
        ({"shipped": "", "theme": ""}, "Kies een bestand"),
        ({"shipped": "bestaat-niet", "theme": ""}, "Deze keuze is er niet (meer)."),
        ({**chosen(OWN.encode()), "shipped": "opsterland"}, "niet allebei"),
        (chosen(b""), "Het bestand is leeg."),
        (chosen(b"titel = '\xe9'"), "geen UTF-8"),
        (chosen(b"#" * (LARGEST_MODEL + 1)), "groter dan 256 kB"),
        ({"model": "kapot"}, "Kies het model opnieuw."),
    ],
)
def test_what_cannot_be_read_is_told_at_its_field(administrator: Client, sent: dict[str, object], why: str) -> None:
    answer = administrator.post(NEW, sent)
    assert answer.status_code == 422
    assert why in answer.text
    assert AdoptedModel.objects.count() == 1


def test_what_somebody_else_was_shown_is_not_adopted(
    world: World, administrator: Client, signed_in_client: SignedIn
) -> None:
    kept = {"model": sealed(administrator.post(NEW, {"shipped": "opsterland", "theme": ""}).text)}
    colleague = add_member(world.organisation, "Tweede", "functioneel-beheerder", "", "beheerder", None)
    world.members["tweede"] = colleague
    assert signed_in_client(world, "tweede").post(NEW, kept).status_code == 422
    assert AdoptedModel.objects.count() == 1
