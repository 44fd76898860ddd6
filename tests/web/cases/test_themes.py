"""Reasons for involvement: chosen from the municipality's list, shown on the case page as the reason, on no person."""

from uuid import uuid4

import pytest

from houvast.cases.models import Case
from houvast.intake.models import Concern, Theme
from tests.intake.worlds import make_concern, make_point
from tests.web.conftest import SignedIn
from tests.worlds import World, make_world

pytestmark = pytest.mark.django_db

AT = "/casussen/nieuw/"


@pytest.fixture
def world() -> World:
    """Make Eemsdelta with two themes on its list, and another municipality with one."""
    made = make_world()
    for code, name in (("wonen", "Wonen"), ("schulden", "Geld en schulden")):
        Theme.objects.create(municipality=made.municipality, code=code, name=name)
    other = make_world("oldambt", "Oldambt")
    Theme.objects.create(municipality=other.municipality, code="elders", name="Elders")
    return made


def new_case(*themes: str) -> dict[str, object]:
    """Give the form for a case, led by nobody yet."""
    return {
        "once": str(uuid4()),
        "name": "Huishouden Wieringa",
        "kind": "household",
        "phase": "2",
        "surname": "Wieringa",
        "themes": list(themes),
    }


def test_a_case_that_is_opened_says_why_to_who_sees_its_people(world: World, signed_in_client: SignedIn) -> None:
    client = signed_in_client(world, "sanne")
    page = client.get(AT).content.decode()
    assert "Geld en schulden" in page
    assert "Elders" not in page
    form = new_case("wonen", "schulden") | {"holder": f"m:{world.id('sanne')}"}
    address = client.post(AT, form).headers["Location"]
    assert Case.objects.get().themes == ["wonen", "schulden"]
    assert "<strong>Aanleiding:</strong> Wonen, Geld en schulden" in client.get(address).content.decode()
    seen = signed_in_client(world, "marit").get(address).content.decode()
    assert "Wie heeft de regie?" in seen
    assert "Aanleiding:" not in seen


@pytest.mark.parametrize("theme", ["elders", "verzonnen"])
def test_a_theme_of_another_list_is_refused_at_its_field(world: World, signed_in_client: SignedIn, theme: str) -> None:
    answer = signed_in_client(world, "sanne").post(AT, new_case(theme))
    assert answer.status_code == 422
    assert "Kies een aanleiding uit de lijst van uw gemeente." in answer.content.decode()
    assert not Case.objects.exists()


def test_without_a_list_nothing_is_asked(world: World, signed_in_client: SignedIn) -> None:
    Theme.objects.all().delete()
    client = signed_in_client(world, "sanne")
    assert "Wat is de aanleiding?" not in client.get(AT).content.decode()
    assert client.post(AT, new_case()).status_code == 302


@pytest.mark.parametrize(("chosen", "kept"), [(["wonen"], ["wonen"]), ([], [])])
def test_in_triage_the_themes_of_the_concern_stand_ready_and_the_choice_holds(
    world: World, signed_in_client: SignedIn, chosen: list[str], kept: list[str]
) -> None:
    concern = make_concern(world, make_point(world))
    Concern.objects.update(themes=["schulden", "oud"])
    client, address = signed_in_client(world, "marit"), f"/signalen/{concern.id}/casus/"
    page = client.get(address).content.decode()
    assert 'value="schulden" checked' in page
    assert 'value="wonen" checked' not in page
    form = {"version": "0", "reason": "repeated", "name": "Huishouden Vegt", "kind": "household", "phase": "2"}
    assert client.post(address, {**form, "themes": chosen}).status_code == 302
    assert Case.objects.get().themes == kept
