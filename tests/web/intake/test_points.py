"""The pages on which an administrator sets the reporting points."""

import pytest

from houvast.intake.models import ReportingPoint
from tests.intake.worlds import make_concern, make_point
from tests.web.conftest import SignedIn
from tests.worlds import World, make_world

pytestmark = pytest.mark.django_db

NEW = "/beheer/intake/meldpunten/"


@pytest.fixture
def world() -> World:
    return make_world()


def page_of(point: ReportingPoint) -> str:
    return f"{NEW}{point.id}/"


def test_the_page_says_of_every_point_who_decides_and_what_is_asked(world: World, signed_in_client: SignedIn) -> None:
    point = make_point(world, "public_order", "oggz")
    point.instruction, point.active = ["Een?", "Twee?"], False
    point.save()
    empty = make_point(world, name="Groendienst", source="parks")
    empty.instruction = []
    empty.save()
    page = signed_in_client(world, "beheer").get("/beheer/intake/").text
    assert "Openbare orde, daarna OGGZ · 2 vragen · niet meer in gebruik" in page
    assert "OGGZ · nog geen vragen" in page
    assert page_of(point) in page
    assert page_of(point) not in signed_in_client(world, "marit").get("/beheer/intake/").text


def test_a_point_is_opened_and_somebody_enters_a_concern_there(world: World, signed_in_client: SignedIn) -> None:
    client = signed_in_client(world, "beheer")
    assert "Politie (E33)" not in client.get(NEW).text
    form = {
        "name": "Loket",
        "source": "call_centre",
        "steps": "public_order oggz",
        "questions": "Wie belt?\r\n\r\nWaar?",
    }
    assert client.post(NEW, form).headers["Location"] == "/beheer/intake/"
    point = ReportingPoint.objects.get()
    assert (point.name, point.source, point.instruction) == ("Loket", "call_centre", ["Wie belt?", "Waar?"])
    assert point.steps == ["public_order", "oggz"]
    assert "Wie belt?" in signed_in_client(world, "sanne").get("/signalen/nieuw/").text


def test_a_point_is_changed_and_put_out_of_use(world: World, signed_in_client: SignedIn) -> None:
    point = make_point(world, "public_order", "oggz")
    concern = make_concern(world, point)
    client = signed_in_client(world, "beheer")
    page = client.get(page_of(point)).text
    seen = page.split('name="seen" value="')[1].split('"')[0]
    assert 'value="public_order oggz" checked' in page
    form = {"seen": seen, "name": "Loket", "steps": "oggz", "questions": ""}
    assert client.post(page_of(point), form).status_code == 302
    point.refresh_from_db()
    assert (point.name, point.steps, point.instruction, point.active) == ("Loket", ["oggz"], [], False)
    assert client.post(page_of(point), form).status_code == 409
    assert "Verder naar OGGZ" in signed_in_client(world, "nadia").get(f"/signalen/{concern.id}/").text


def test_a_point_of_lists_stays_in_use(world: World, signed_in_client: SignedIn) -> None:
    point = make_point(world, name="Politie (E33)", source="police_e33")
    client = signed_in_client(world, "beheer")
    page = client.get(page_of(point)).text
    assert "Hier komen signalen binnen" not in page
    seen = page.split('name="seen" value="')[1].split('"')[0]
    client.post(page_of(point), {"seen": seen, "name": "E33", "steps": "public_order oggz", "questions": ""})
    point.refresh_from_db()
    assert (point.name, point.active, point.steps) == ("E33", True, ["public_order", "oggz"])


def test_what_is_wrong_is_told_at_its_field_and_what_was_typed_is_kept(
    world: World, signed_in_client: SignedIn
) -> None:
    make_point(world, name="Meldpunt")
    answer = signed_in_client(world, "beheer").post(
        NEW, {"name": "meldpunt", "source": "parks", "steps": "oggz", "questions": "Kort?\n" + "x" * 161}
    )
    assert answer.status_code == 422
    for said in ("Er is al een meldpunt met deze naam.", "Vraag 2 is te lang", "Kort?", 'value="parks" selected'):
        assert said in answer.text
    assert ReportingPoint.objects.count() == 1


def test_a_point_elsewhere_does_not_exist(world: World, signed_in_client: SignedIn) -> None:
    there = make_point(make_world("pekela", "Pekela"))
    client = signed_in_client(world, "beheer")
    assert client.get(page_of(there)).status_code == 404
    assert client.post(page_of(there), {"name": "x"}).status_code == 404
