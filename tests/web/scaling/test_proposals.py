"""Reading a proposal, and what each person may do with it."""

from uuid import UUID

import pytest

from houvast.ave.vocabulary import Responsibility
from houvast.cases.models import FollowUp, ScalingDecision
from houvast.cases.rules.scaling import Deciding
from houvast.cases.services.decide_scaling import decide_scaling
from houvast.kernel.ids import new_id
from tests.web.conftest import SignedIn
from tests.web.scaling.cases import CODE, give_mandate, household, period, proposed, seat
from tests.worlds import NOW, World, make_world

pytestmark = pytest.mark.django_db
PROCESS = Responsibility.PROCESS_DIRECTION


@pytest.fixture
def world() -> World:
    return make_world()


def address(proposal_id: UUID) -> str:
    return f"/voorstellen/{proposal_id}/"


def test_who_decides_reads_what_was_ticked_why_and_until_when(world: World, signed_in_client: SignedIn) -> None:
    page = signed_in_client(world, "marit").get(address(proposed(world, household(world)))).text
    for words in (
        "Voorstel van Sanne uit Eemsdelta, ma 23 nov. U beslist, uiterlijk wo 25 nov (nog 2 werkdagen).",
        "Drie teams zijn apart bezig.",
        "Siem slaapt slecht.",
        "<b>Procesregie</b> gaat van niemand naar u.",
    ):
        assert words in page
    assert page.count('<b class="stand">ja</b>') == 3
    assert page.count('<b class="stand">nee</b>') == 1
    assert 'value="akkoord"' in page
    assert 'value="afwijzen"' in page
    assert 'value="intrekken"' not in page


def test_who_proposed_may_only_withdraw(world: World, signed_in_client: SignedIn) -> None:
    page = signed_in_client(world, "sanne").get(address(proposed(world, household(world)))).text
    assert 'value="intrekken"' in page
    assert 'value="akkoord"' not in page
    assert "Wat dit betekent voor Siem (6) en Lotte (3)" in page


def test_approving_moves_the_case_with_the_chosen_seats(world: World, signed_in_client: SignedIn) -> None:
    case_id = household(world)
    sent = {
        "doen": "akkoord",
        "process_direction": f"m:{world.id('marit')}",
        "heard": "Mevrouw Wieringa.",
        "heard_on": "2026-11-20",
    }
    answer = signed_in_client(world, "marit").post(address(proposed(world, case_id)), sent)
    assert answer.headers["Location"] == f"/casussen/{CODE}/"
    assert period(case_id).phase == 3
    assert seat(case_id, PROCESS).member_id == world.id("marit")
    assert FollowUp.objects.get().item == "heard"


def test_refusing_needs_a_reason_and_moves_nothing(world: World, signed_in_client: SignedIn) -> None:
    case_id = household(world)
    proposal_id = proposed(world, case_id)
    client = signed_in_client(world, "marit")
    refused = client.post(address(proposal_id), {"doen": "afwijzen", "reason": " "})
    assert refused.status_code == 422
    assert "Schrijf op waarom u niet akkoord gaat." in refused.text
    assert client.post(address(proposal_id), {"doen": "afwijzen", "reason": "Eerst praten."}).status_code == 302
    assert ScalingDecision.objects.get().outcome == "refused"
    assert period(case_id).phase == 2


def test_withdrawing_is_for_who_proposed(world: World, signed_in_client: SignedIn) -> None:
    case_id = household(world)
    proposal_id = proposed(world, case_id)
    sent = {"doen": "intrekken", "reason": "Het gaat beter."}
    assert signed_in_client(world, "marit").post(address(proposal_id), sent).status_code == 403
    assert signed_in_client(world, "sanne").post(address(proposal_id), sent).status_code == 302
    assert ScalingDecision.objects.get().outcome == "withdrawn"
    page = signed_in_client(world, "sanne").get(address(proposal_id)).text
    assert "Hier hoeft niemand meer over te beslissen." in page
    assert "Het gaat beter." in page
    assert 'name="reason"' not in page


def test_who_proposed_does_not_decide(world: World, signed_in_client: SignedIn) -> None:
    case_id = household(world)
    answer = signed_in_client(world, "sanne").post(address(proposed(world, case_id)), {"doen": "akkoord"})
    assert answer.status_code == 403
    assert period(case_id).phase == 2


def test_a_mandated_officer_decides_on_behalf(world: World, signed_in_client: SignedIn) -> None:
    case_id = household(world)
    give_mandate(world, "erik", "procesregisseur-oggz")
    client = signed_in_client(world, "erik")
    proposal_id = proposed(world, case_id)
    sent = {
        "doen": "akkoord",
        "way": "namens",
        "on_behalf_of": "procesregisseur-oggz",
        "decided_on": "2026-11-23",
        "channel": "mail",
        "document": "Z-2026-18",
    }
    assert "U legt een besluit van een ander vast." in client.get(address(proposal_id)).text
    assert client.post(address(proposal_id), sent).status_code == 302
    assert ScalingDecision.objects.get().on_behalf_of == "procesregisseur-oggz"


def test_the_second_decider_gets_a_clear_message_and_keeps_the_reason(world: World, signed_in_client: SignedIn) -> None:
    proposal_id = proposed(world, household(world))
    decide_scaling(
        actor=world.actor("marit"),
        now=NOW,
        proposal_id=proposal_id,
        approve=True,
        how=Deciding(chosen={}),
    )
    answer = signed_in_client(world, "sanne").post(address(proposal_id), {"doen": "intrekken", "reason": "Toch niet."})
    assert answer.status_code == 409
    assert "Over dit voorstel is al besloten" in answer.text
    assert "Toch niet." in answer.text


def test_a_button_that_is_not_there_does_nothing(world: World, signed_in_client: SignedIn) -> None:
    case_id = household(world)
    answer = signed_in_client(world, "marit").post(address(proposed(world, case_id)), {"doen": "weggooien"})
    assert answer.status_code == 422
    assert "Kies wat u met dit voorstel doet." in answer.text
    assert period(case_id).phase == 2


@pytest.mark.parametrize("who", ["iris", "beheer", "privacy", "wiebe"])
def test_others_find_nothing(world: World, signed_in_client: SignedIn, who: str) -> None:
    proposal_id = proposed(world, household(world))
    client = signed_in_client(world, who)
    assert client.get(address(proposal_id)).status_code == 404
    assert client.post(address(proposal_id), {"doen": "akkoord"}).status_code == 404
    assert client.get(address(new_id())).status_code == 404
