"""Who was asked too, and comes after somebody else has answered, is told who, what and when, and sees nothing else."""

from datetime import timedelta

import pytest

from houvast.cases import scopes
from houvast.cases.rules.scaling import Deciding
from houvast.cases.scopes import TOLD_FOR
from houvast.cases.services.answer_urgency import answer_urgency
from houvast.cases.services.decide_scaling import decide_scaling
from houvast.directory.selectors import viewer
from tests.web.conftest import SignedIn
from tests.web.scaling.cases import CODE, household, proposed
from tests.web.scaling.test_urgency import in_phase_3, scaled
from tests.worlds import NOW, World, add_member, make_world

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> World:
    """Make the world of a test."""
    return make_world()


def test_who_decides_a_moment_later_is_told_and_keeps_what_was_typed(world: World, signed_in_client: SignedIn) -> None:
    proposal = proposed(world, household(world))
    decide_scaling(actor=world.actor("marit"), now=NOW, proposal_id=proposal, approve=True, how=Deciding())
    client = signed_in_client(world, "nadia")
    answer = client.post(f"/voorstellen/{proposal}/", {"doen": "afwijzen", "reason": "Eerst praten."})
    assert answer.status_code == 409
    assert "Akkoord, voorstel naar AVE 3: Marit uit Eemsdelta, ma 23 nov" in answer.text
    assert "Eerst praten." in answer.text
    read = client.get(f"/voorstellen/{proposal}/")
    assert read.status_code == 200
    for words in (CODE, "Drie teams zijn apart bezig.", "Siem"):
        assert words not in answer.text + read.text
    assert signed_in_client(world, "iris").get(f"/voorstellen/{proposal}/").status_code == 404


def test_who_confirms_a_moment_later_is_told(world: World, signed_in_client: SignedIn) -> None:
    world.members["ada"] = add_member(world.organisation, "Ada", "burgemeester", "", "locoburgemeester", None)
    decision = scaled(world, in_phase_3(world))
    answer_urgency(
        actor=world.actor("burg"), now=NOW, decision_id=decision, confirm=False, how=Deciding(reason="Voorbij.")
    )
    answer = signed_in_client(world, "ada").post(f"/spoed/{decision}/", {"doen": "bevestigen", "reason": ""})
    assert answer.status_code == 409
    assert "Spoed teruggedraaid, voorstel naar AVE 4: Burg uit Eemsdelta" in answer.text


def test_it_is_told_for_some_days_and_not_longer(world: World) -> None:
    proposal = proposed(world, household(world))
    decide_scaling(
        actor=world.actor("marit"), now=NOW, proposal_id=proposal, approve=False, how=Deciding(reason="Nee.")
    )
    nadia = viewer(world.id("nadia"), now=NOW)
    assert nadia is not None
    assert scopes.answers(nadia, now=NOW + TOLD_FOR - timedelta(seconds=1)).exists()
    assert not scopes.answers(nadia, now=NOW + TOLD_FOR).exists()
