"""The pages of handing on: the decision that names who takes over, the yes or no, and how it goes."""

import pytest

from houvast.cases.models import AftercarePlan, Case, PulseCheck, ReceiverAnswer, ReceiverRequest
from houvast.kernel.ids import new_id
from houvast.web.receiving_fields import FOUND
from tests.cases.services.test_handing_on import NO, Handing
from tests.lives import enough
from tests.rights.region import take_process_direction
from tests.web.conftest import SignedIn

pytestmark = pytest.mark.django_db


@pytest.fixture
def handing() -> Handing:
    return Handing()


def case_of(handing: Handing) -> Case:
    return Case.objects.get(pk=handing.case)


def test_a_decision_to_go_down_asks_who_takes_over_and_says_all_that_is_missing(
    handing: Handing, signed_in_client: SignedIn
) -> None:
    case = case_of(handing)
    take_process_direction(handing.world, case.id)
    client, address = signed_in_client(handing.world, "marit"), f"/casussen/{case.code}/schalen/2/"
    page = client.get(address).text
    assert page.index("5. Wie neemt het over?") < page.index("Dit mag ook later")
    assert "<b>Wie het overneemt</b>, zegt ja of nee, uiterlijk do 26 nov." in page
    assert 'name="receiver"' not in signed_in_client(handing.world, "sanne").get(address).text
    client = signed_in_client(handing.world, "marit")
    sent = {
        "seen": str(case.phase_period_id),
        "criteria": sorted(enough(handing.world, 3, 2)),
        "reason": "Doelen gehaald.",
        "not_waited": "Gebeld.",
        "doen": "opslaan",
    }
    refused = client.post(address, sent)
    assert refused.status_code == 422
    for said in ("Kies wie het overneemt.", "Schrijf op wat er hierna nog", "Schrijf op waaraan u", "Kies wanneer u"):
        assert said in refused.text
    taken = {
        "receiver": f"o:{handing.alone.id}",
        "aftercare": "Elke week langs.",
        "signs": "De gordijnen blijven dicht.",
        "check_on": "2027-01-11",
    }
    nameless = client.post(address, {**sent, **taken})
    assert "Vul in wie daar het overneemt" in nameless.text
    done = client.post(address, {**sent, **taken, "receiver_contact": "Loes, begeleider"})
    assert done.status_code == 302
    assert AftercarePlan.objects.get().check_on.isoformat() == "2027-01-11"
    assert ReceiverRequest.objects.get().organisation_id == handing.alone.id
    shown = signed_in_client(handing.world, "sanne").get(f"/casussen/{case.code}/").text
    assert "Niemand nam dit nog over. Loes, begeleider, Welzijn Samenloop, gaf nog geen antwoord" in shown
    assert "De gordijnen blijven dicht." in shown
    assert f"/ontvangers/{ReceiverRequest.objects.get().id}/" in shown


def test_who_is_asked_says_yes_or_no_on_a_page_with_the_aftercare(handing: Handing, signed_in_client: SignedIn) -> None:
    handing.down()
    client, address = signed_in_client(handing.world, "yara"), f"/ontvangers/{handing.request()}/"
    page = client.get(address).text
    assert "Elke week een bezoek." in page
    assert "Marit uit Eemsdelta vraagt dit, uiterlijk do 26 nov" in page
    assert "Kies ja of nee." in client.post(address, {"answer": "", "reason": ""}).text
    assert client.post(address, {"answer": "no", "reason": ""}).status_code == 422
    done = client.post(address, {"answer": "yes", "reason": ""})
    assert done.headers["Location"] == f"/casussen/{case_of(handing).code}/"
    seen = client.get(done.headers["Location"]).text
    assert "Yara Mensah, FACT Noord, sinds" in seen
    assert "Zeggen hoe het gaat" not in seen
    assert "Al beantwoord." in client.get(address).text


def test_a_no_leads_to_another_name_and_what_was_said_outside_is_recorded(
    handing: Handing, signed_in_client: SignedIn
) -> None:
    handing.down()
    handing.answer("yara", NO)
    code = case_of(handing).code
    client, address = signed_in_client(handing.world, "sanne"), f"/casussen/{code}/ontvanger/"
    page = client.get(address).text
    assert "Yara Mensah, FACT Noord: neemt het niet over. Ik heb geen tijd." in page
    seen = {"seen": str(case_of(handing).phase_period_id), "once": str(new_id())}
    assert "Kies wie het overneemt." in client.post(address, {**seen, "receiver": ""}).text
    sent = {**seen, "receiver": f"o:{handing.alone.id}", "receiver_contact": "Loes"}
    assert client.post(address, sent).headers["Location"] == f"/casussen/{code}/"
    answer = f"/ontvangers/{handing.request()}/"
    assert "Antwoord van Welzijn Samenloop vastleggen" in client.get(answer).text
    assert client.post(answer, {"answer": "yes"}).status_code == 422
    said = {"answer": "yes", "channel": "telefoon", "given_on": "2026-11-23"}
    assert client.post(answer, said).headers["Location"] == f"/casussen/{code}/"
    assert ReceiverAnswer.objects.get(question_id=handing.request()).channel == "telefoon"


def test_how_it_goes_leads_up_again_with_the_reason_ready(handing: Handing, signed_in_client: SignedIn) -> None:
    handing.down()
    code = case_of(handing).code
    client, address = signed_in_client(handing.world, "sanne"), f"/casussen/{code}/vinger-aan-de-pols/"
    assert "De gordijnen blijven dicht." in client.get(address).text
    assert "Kies hoe het gaat." in client.post(address, {"seen": "0", "outcome": "", "text": ""}).text
    stays = client.post(address, {"seen": "0", "outcome": "stays", "text": "Stil.", "check_on": "2027-02-01"})
    assert stays.headers["Location"] == f"/casussen/{code}/"
    twice = client.post(address, {"seen": "0", "outcome": "stays", "text": "Stil.", "check_on": "2027-02-01"})
    assert twice.status_code == 409
    up = client.post(address, {"seen": "1", "outcome": "scale_up", "text": "Hij slikt niets meer.", "check_on": ""})
    found = PulseCheck.objects.get(number=2).id
    assert up.headers["Location"] == f"/casussen/{code}/schalen/3/?{FOUND}={found}"
    assert "Hij slikt niets meer." in client.get(up.headers["Location"]).text
    assert "Hij slikt niets meer." not in client.get(f"/casussen/{code}/schalen/3/?{FOUND}=nonsens").text
    assert f"/casussen/{code}/schalen/3/?{FOUND}={found}" in client.get(address).text
    client.post(address, {"seen": "2", "outcome": "goes_well", "text": "Toch rustig."})
    assert client.get(address).headers["Location"] == f"/casussen/{code}/"


def test_a_closed_case_that_goes_wrong_is_opened_again_with_the_reason_ready(
    handing: Handing, signed_in_client: SignedIn
) -> None:
    case = case_of(handing)
    client = signed_in_client(handing.world, "sanne")
    closing = {
        "seen": str(case.phase_period_id),
        "reason": "other_help",
        "text": "FACT gaat door.",
        "aftercare_on": "2027-02-01",
        "receiver": f"m:{handing.world.id('yara')}",
        "aftercare": "FACT komt elke week.",
    }
    missing = client.post(f"/casussen/{case.code}/sluiten/", {**closing, "aftercare_on": ""})
    assert "Kies wanneer u vraagt hoe het gaat." in missing.text
    assert client.post(f"/casussen/{case.code}/sluiten/", closing).headers["Location"] == "/"
    assert "FACT komt elke week." in client.get(f"/casussen/{case.code}/").text
    address = f"/casussen/{case.code}/vinger-aan-de-pols/"
    assert "de casus moet weer open" in client.get(address).text
    up = client.post(address, {"seen": "0", "outcome": "scale_up", "text": "Hij staat op straat.", "check_on": ""})
    assert up.headers["Location"].startswith(f"/casussen/{case.code}/heropenen/?{FOUND}=")
    assert "Hij staat op straat." in client.get(up.headers["Location"]).text
