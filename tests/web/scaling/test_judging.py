"""The pages of weighing together: judging, asking one more, and a decision that shows who answered what."""

from uuid import UUID

import pytest

from houvast.cases.models import JudgementRequest, PartnerJudgement, ScalingDecision
from tests.cases.services.test_weighing_together import LATER, NO, Weighing
from tests.web.conftest import SignedIn

pytestmark = pytest.mark.django_db
SAID = {"stance": "disagrees", "risk": "Terugval.", "must_stay": "Elke week langs.", "why": "Te vroeg."}


@pytest.fixture
def weighing() -> Weighing:
    return Weighing()


def ask_address(weighing: Weighing) -> str:
    return f"/voorstellen/{weighing.proposal}/oordeel-vragen/"


def address(request_id: UUID) -> str:
    return f"/oordelen/{request_id}/"


def test_who_is_asked_reads_the_proposal_judges_and_reads_it_back(
    weighing: Weighing, signed_in_client: SignedIn
) -> None:
    client = signed_in_client(weighing.world, "bos")
    page = client.get(address(weighing.asked("bos"))).text
    for words in ("Uw oordeel over een voorstel", "Doelen gehaald.", "Afschalen naar AVE 2", "uiterlijk"):
        assert words in page
    answer = client.post(address(weighing.asked("bos")), SAID, follow=True)
    assert "Het oordeel staat vast." in answer.text
    again = client.get(address(weighing.asked("bos"))).text
    assert "Niet eens" in again
    assert "Elke week langs." in again
    assert client.post(address(weighing.asked("bos")), SAID).status_code == 409


def test_what_is_missing_is_told_and_what_was_typed_stays(weighing: Weighing, signed_in_client: SignedIn) -> None:
    client = signed_in_client(weighing.world, "bos")
    answer = client.post(address(weighing.asked("bos")), {"risk": "Terugval in de winter."})
    assert answer.status_code == 422
    assert "Kies of u het eens bent met het voorstel." in answer.text
    assert "Terugval in de winter." in answer.text
    assert not PartnerJudgement.objects.exists()


def test_one_more_is_asked_and_what_was_said_outside_is_recorded(
    weighing: Weighing, signed_in_client: SignedIn
) -> None:
    client = signed_in_client(weighing.world, "sanne")
    assert "Yara Mensah, behandelaar FACT, FACT Noord" in client.get(ask_address(weighing)).text
    assert client.post(ask_address(weighing), {"who": "m:niemand"}).status_code == 422
    assert client.post(ask_address(weighing), {"who": ""}).status_code == 422
    assert client.post(ask_address(weighing), {"who": f"m:{weighing.yara.id}"}).status_code == 302
    client.post(ask_address(weighing), {"who": f"o:{weighing.alone.id}"})
    outside = JudgementRequest.objects.get(member=None).id
    assert "Oordeel van Welzijn Samenloop vastleggen" in client.get(address(outside)).text
    assert client.post(address(outside), SAID).status_code == 422
    told = {**SAID, "spoken_with": "Loes", "channel": "telefoon", "given_on": "2026-11-23"}
    page = client.post(address(outside), told, follow=True).text
    for words in ("Loes, Welzijn Samenloop", "door Sanne uit Eemsdelta, telefoon", "2 oordelen zijn er nog niet."):
        assert words in page


def test_the_decision_shows_who_answered_what_and_why_it_did_not_wait(
    weighing: Weighing, signed_in_client: SignedIn
) -> None:
    weighing.judge("yara", weighing.ask(member_id=weighing.yara.id), NO)
    client = signed_in_client(weighing.world, "marit")
    proposal = f"/voorstellen/{weighing.proposal}/"
    page = client.get(proposal).text
    for words in ("Samen wegen", "1 oordeel is er nog niet.", "<strong>Niet eens, ma 23 nov</strong>", NO.risk):
        assert words in page
    refused = client.post(proposal, {"doen": "akkoord"})
    assert refused.status_code == 422
    assert "Nog niet iedereen gaf een oordeel." in refused.text
    taken = {
        "receiver": f"m:{weighing.world.id('sanne')}",
        "aftercare": "Langs.",
        "signs": "Stil.",
        "check_on": "2027-01-11",
    }
    client.post(proposal, {"doen": "akkoord", "not_waited": "Bos is ziek.", **taken})
    assert ScalingDecision.objects.filter(proposal_id=weighing.proposal, outcome="approved").exists()
    page = client.get(proposal).text
    for words in ("Waarom niet gewacht", "Bos is ziek.", "Gaf geen antwoord", "Niet eens"):
        assert words in page
    page = signed_in_client(weighing.world, "sanne").get(address(weighing.asked("bos"))).text
    assert "Geen oordeel gegeven" in page


def test_all_have_answered(weighing: Weighing, signed_in_client: SignedIn) -> None:
    weighing.judge("bos", weighing.asked("bos"), NO)
    page = signed_in_client(weighing.world, "marit").get(f"/voorstellen/{weighing.proposal}/").text
    assert "Iedereen die is gevraagd, gaf een oordeel." in page
    assert "Waarom wacht u niet" not in page


def test_whom_the_model_names_and_nobody_asked_is_named(weighing: Weighing, signed_in_client: SignedIn) -> None:
    weighing.world.members["bos"].until_at = weighing.world.members["bos"].from_at
    weighing.world.members["bos"].save()
    weighing.decide(approve=False)
    again = weighing.propose(LATER)
    page = signed_in_client(weighing.world, "marit").get(f"/voorstellen/{again}/").text
    assert "Nog niemand gevraagd: teamleider." in page
    assert "Er is nog niemand om een oordeel gevraagd." in page
