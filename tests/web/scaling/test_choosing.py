"""The page on which a step is chosen."""

import pytest
from django.test import Client

from houvast.audit.models import Entry
from tests.web.conftest import SignedIn
from tests.web.scaling.cases import CODE, household, proposed
from tests.worlds import World, make_world

pytestmark = pytest.mark.django_db
STEPS = f"/casussen/{CODE}/schalen/"


@pytest.fixture
def world() -> World:
    return make_world()


def test_it_says_what_the_model_asks_for_each_step(world: World, signed_in_client: SignedIn) -> None:
    household(world)
    page = signed_in_client(world, "marit").get(STEPS).text
    for words in (
        "Problemen op meer leefgebieden",
        "en minstens één van deze twee",
        "binnen 2 werkdagen na een voorstel",
        "manager sociaal domein bevestigt binnen 2 werkdagen",
        "De doelen zijn gehaald",
        "Opschalen naar AVE 3",
        "Spoed? Opschalen in drie velden",
    ):
        assert words in page


def test_a_case_director_may_propose_but_not_scale_urgently(world: World, signed_in_client: SignedIn) -> None:
    household(world)
    page = signed_in_client(world, "sanne").get(STEPS).text
    assert "Opschalen voorstellen" in page
    assert "Afschalen naar AVE 1" in page
    assert "Spoed?" not in page


def test_while_a_proposal_waits_nothing_else_begins(world: World, signed_in_client: SignedIn) -> None:
    proposal_id = proposed(world, household(world))
    page = signed_in_client(world, "sanne").get(STEPS).text
    assert f'href="/voorstellen/{proposal_id}/"' in page
    assert "Opschalen voorstellen" not in page


def test_the_read_is_on_record(world: World, signed_in_client: SignedIn) -> None:
    case_id = household(world)
    signed_in_client(world, "marit").get(STEPS)
    entry = Entry.objects.filter(case=case_id, event="case.read").get()
    assert entry.details == {"page": "scaling_steps"}
    assert entry.actor_member == world.id("marit")


@pytest.mark.parametrize("path", [STEPS, f"{STEPS}3/", f"/casussen/{CODE}/spoed/3/"])
@pytest.mark.parametrize("who", ["beheer", "privacy", "iris"])
def test_who_has_no_part_in_the_case_finds_nothing(
    world: World, signed_in_client: SignedIn, path: str, who: str
) -> None:
    household(world)
    client = signed_in_client(world, who)
    assert client.get(path).status_code == 404
    sent = client.post(path, {"reason": "Laat maar zien."})
    assert sent.status_code == (405 if path == STEPS else 404)


def test_without_signing_in_one_goes_to_the_door(world: World) -> None:
    household(world)
    assert Client().get(STEPS).headers["Location"].startswith("/inloggen")


@pytest.mark.parametrize("phase", [0, 2, 4, 9, 99999999999])
def test_a_step_that_is_not_there_leads_to_the_steps_that_are(
    world: World, signed_in_client: SignedIn, phase: int
) -> None:
    household(world)
    client = signed_in_client(world, "marit")
    assert client.get(f"{STEPS}{phase}/").headers["Location"] == STEPS
    assert client.get(f"/casussen/{CODE}/spoed/{phase}/").headers["Location"] == STEPS
