"""The quick form: who may enter a concern where, once, and what is said back."""

import re
from uuid import uuid4

import pytest

from houvast.intake.models import Concern
from tests.intake.worlds import make_point
from tests.web.conftest import SignedIn
from tests.worlds import World, add_member, make_world

pytestmark = pytest.mark.django_db

TEXT = "De gordijnen zijn al dagen dicht."


@pytest.fixture
def world() -> World:
    """Make Eemsdelta."""
    return make_world()


def filled(**fields: object) -> dict[str, object]:
    """Give a form with the worry alone, and these fields."""
    return {"form_id": str(uuid4()), "text": TEXT, "urgency": "normal", **fields}


def test_the_form_of_a_point_shows_its_questions_and_has_eight_fields(world: World, signed_in_client: SignedIn) -> None:
    make_point(world, name="Meldpunt")
    park = make_point(world, name="Groendienst", source="parks")
    park.instruction = ["Staat er een tent?"]
    park.save()
    make_point(world, name="Politie (E33)", source="police_e33")
    page = signed_in_client(world, "sanne").get(f"/signalen/nieuw/?punt={park.id}").content.decode()
    assert "Staat er een tent?" in page
    assert "Politie (E33)" not in page
    labels = re.findall(r'class="utrecht-form-label"|type="checkbox"', page)
    assert len(labels) == 8


def test_what_was_entered_waits_with_its_clock_and_the_caller_hears_until_when(
    world: World, signed_in_client: SignedIn
) -> None:
    point = make_point(world)
    client = signed_in_client(world, "sanne")
    answer = client.post("/signalen/nieuw/", filled(surname="van der Vegt", urgency="urgent"))
    assert answer.headers["Location"] == f"/signalen/nieuw/?punt={point.id}"
    # Monday 11.30, and four working hours until 15.30.
    assert "Wij kijken hier uiterlijk ma 23 nov, 15.30 uur naar." in client.get("/signalen/nieuw/").content.decode()
    concern = Concern.objects.get()
    assert (concern.surname_prefix, concern.surname, concern.state) == ("van der", "Vegt", "waiting")
    assert (concern.entered_by_id, concern.point_id) == (world.id("sanne"), point.id)


def test_the_form_begins_at_the_point_of_who_looks(world: World, signed_in_client: SignedIn) -> None:
    for name, source in (("Boa's", "street_wardens"), ("Gebiedsteam", "team"), ("Klantcontactcentrum", "call_centre")):
        make_point(world, name=name, source=source)
    make_point(world, name="Meldpunt")
    world.members["daan"] = add_member(world.organisation, "Daan", "medewerker-kcc", "", "medewerker kcc", None)
    for who, point in (("daan", "Klantcontactcentrum"), ("sanne", "Gebiedsteam"), ("marit", "Meldpunt")):
        page = signed_in_client(world, who).get("/signalen/nieuw/").text
        assert f'aria-current="page">{point}</a>' in page
        assert f"Vragen van {point}" in page


def test_the_same_form_twice_is_entered_once(world: World, signed_in_client: SignedIn) -> None:
    make_point(world)
    client, form = signed_in_client(world, "sanne"), filled()
    assert [client.post("/signalen/nieuw/", form).status_code for _ in range(2)] == [302, 302]
    assert Concern.objects.count() == 1


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("text", " ", "Schrijf in één zin wat de melder vertelt."),
        ("birth_date", "31-02-1980", "Deze datum bestaat niet."),
        ("birth_date", "25-05-2027", "in de toekomst"),
        ("urgency", "", "Dit is nog leeg."),
        ("surname", "x" * 121, "121"),
    ],
)
def test_what_cannot_be_used_is_told_at_its_field_and_the_rest_is_kept(
    world: World, signed_in_client: SignedIn, field: str, value: str, message: str
) -> None:
    make_point(world)
    data = {**filled(reporter="Buurvrouw"), field: value}
    answer = signed_in_client(world, "sanne").post("/signalen/nieuw/", data)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert message in page
    assert 'value="Buurvrouw"' in page
    assert str(data["form_id"]) in page
    assert Concern.objects.count() == 0


def test_a_point_of_another_municipality_does_not_exist(world: World, signed_in_client: SignedIn) -> None:
    make_point(world)
    elsewhere = make_point(make_world("oldambt", "Oldambt"), name="Meldpunt Oldambt")
    client = signed_in_client(world, "sanne")
    for wanted in (elsewhere.id, uuid4(), "rommel"):
        assert client.get(f"/signalen/nieuw/?punt={wanted}").status_code == 404
        assert client.post(f"/signalen/nieuw/?punt={wanted}", filled()).status_code == 404
    assert Concern.objects.count() == 0


def test_without_a_point_the_page_says_what_to_do(world: World, signed_in_client: SignedIn) -> None:
    page = signed_in_client(world, "sanne").get("/signalen/nieuw/").content.decode()
    assert "Uw gemeente heeft nog geen meldpunt in Houvast" in page
