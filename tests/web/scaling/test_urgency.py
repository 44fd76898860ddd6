"""Scaling up at once in three fields, and the answer of somebody else."""

from uuid import UUID

import pytest

from houvast.audit.models import Entry
from houvast.ave.vocabulary import Responsibility
from houvast.cases.models import ScalingDecision
from houvast.cases.rules.opening import Choice
from houvast.cases.rules.scaling import Deciding, NewProposal
from houvast.cases.services.scale import scale
from houvast.cases.services.scale_urgently import scale_urgently
from tests.web.conftest import SignedIn
from tests.web.scaling.cases import CODE, TO_3, TO_4, give_mandate, household, period, proposed
from tests.worlds import NOW, World, make_world

pytestmark = pytest.mark.django_db
URGENT = f"/casussen/{CODE}/spoed/4/"


@pytest.fixture
def world() -> World:
    return make_world()


def in_phase_3(world: World) -> UUID:
    case_id = household(world)
    new = NewProposal(3, frozenset(TO_3), "Het loopt vast.", "Siem slaapt slecht.")
    chosen = {Responsibility.PROCESS_DIRECTION: Choice(member_id=world.id("marit"))}
    scale(actor=world.actor("marit"), now=NOW, case_id=case_id, new=new, how=Deciding(chosen=chosen))
    return case_id


def scaled(world: World, case_id: UUID) -> UUID:
    new = NewProposal(4, frozenset(TO_4[:1]), "Dreiging vannacht.", "De kinderen zijn bij oma.")
    return scale_urgently(actor=world.actor("marit"), now=NOW, case_id=case_id, new=new)


def sent(case_id: UUID, **more: object) -> dict[str, object]:
    return {
        "seen": str(period(case_id).id),
        "criteria": TO_4[:1],
        "reason": "Dreiging vannacht.",
        "children": "De kinderen zijn bij oma.",
        "doen": "opslaan",
        **more,
    }


def test_three_fields_are_enough_and_the_page_says_who_confirms(world: World, signed_in_client: SignedIn) -> None:
    case_id = in_phase_3(world)
    client = signed_in_client(world, "marit")
    page = client.get(URGENT).text
    assert "burgemeester, uiterlijk wo 25 nov." in page
    assert "Burg uit Eemsdelta ziet deze spoedopschaling." in page
    assert page.count("<textarea") == 2
    assert 'name="way"' not in page
    assert client.post(URGENT, sent(case_id)).status_code == 302
    assert period(case_id).phase == 4


def test_what_is_missing_is_told_at_once(world: World, signed_in_client: SignedIn) -> None:
    case_id = in_phase_3(world)
    answer = signed_in_client(world, "marit").post(URGENT, sent(case_id, criteria=[], reason="", children=""))
    assert answer.status_code == 422
    for words in ("Kruis minstens één criterium aan.", "waarom dit niet kan wachten.", "voor de kinderen. Eén zin"):
        assert words in answer.text
    assert period(case_id).phase == 3


def test_only_process_direction_scales_at_once(world: World, signed_in_client: SignedIn) -> None:
    case_id = in_phase_3(world)
    client = signed_in_client(world, "sanne")
    assert client.get(URGENT).status_code == 403
    assert client.post(URGENT, sent(case_id)).status_code == 403
    assert period(case_id).phase == 3


def test_it_goes_up_only(world: World, signed_in_client: SignedIn) -> None:
    case_id = in_phase_3(world)
    client = signed_in_client(world, "marit")
    assert client.get(f"/casussen/{CODE}/spoed/2/").headers["Location"] == f"/casussen/{CODE}/schalen/"
    assert client.post(f"/casussen/{CODE}/spoed/2/", sent(case_id)).status_code == 409
    assert period(case_id).phase == 3


def test_the_second_click_changes_nothing_and_keeps_what_was_typed(world: World, signed_in_client: SignedIn) -> None:
    case_id = in_phase_3(world)
    client = signed_in_client(world, "marit")
    first = sent(case_id)
    assert client.post(URGENT, first).status_code == 302
    again = client.post(URGENT, first)
    assert again.status_code == 409
    assert "Dreiging vannacht." in again.text
    assert ScalingDecision.objects.filter(outcome="urgent").count() == 1


def test_with_a_proposal_waiting_one_reads_that_first(world: World, signed_in_client: SignedIn) -> None:
    case_id = household(world)
    proposed(world, case_id)
    client = signed_in_client(world, "nadia")
    address = f"/casussen/{CODE}/spoed/3/"
    assert client.get(address).headers["Location"] == f"/casussen/{CODE}/schalen/"
    assert client.post(address, sent(case_id, criteria=TO_3[:1])).status_code == 409


def test_the_mayor_confirms_and_goes_on_to_the_work_that_is_left(world: World, signed_in_client: SignedIn) -> None:
    case_id = in_phase_3(world)
    decision_id = scaled(world, case_id)
    client = signed_in_client(world, "burg")
    page = client.get(f"/spoed/{decision_id}/").text
    assert "Marit uit Eemsdelta schaalde op. U bevestigt of draait terug, uiterlijk wo 25 nov" in page
    assert "<b>Fase wordt AVE 3</b>" in page
    assert "<b>Procesregie</b> blijft bij Marit uit Eemsdelta, weer zonder einddatum." in page
    answer = client.post(f"/spoed/{decision_id}/", {"doen": "bevestigen"})
    assert answer.status_code == 302
    assert client.get(answer.headers["Location"]).status_code == 200
    assert period(case_id).phase == 4
    assert ScalingDecision.objects.filter(outcome="confirmed").count() == 1


def test_reversing_needs_a_reason(world: World, signed_in_client: SignedIn) -> None:
    case_id = in_phase_3(world)
    decision_id = scaled(world, case_id)
    client = signed_in_client(world, "burg")
    refused = client.post(f"/spoed/{decision_id}/", {"doen": "terugdraaien", "reason": ""})
    assert refused.status_code == 422
    assert "Schrijf op waarom u terugdraait." in refused.text
    unclear = client.post(f"/spoed/{decision_id}/", {"doen": "", "reason": "Rustig."})
    assert (unclear.status_code, period(case_id).phase) == (422, 4)
    assert client.post(f"/spoed/{decision_id}/", {"doen": "terugdraaien", "reason": "Rustig."}).status_code == 302
    assert period(case_id).phase == 3


def test_who_scaled_reads_it_but_never_answers_it(world: World, signed_in_client: SignedIn) -> None:
    case_id = in_phase_3(world)
    decision_id = scaled(world, case_id)
    client = signed_in_client(world, "sanne")
    page = client.get(f"/spoed/{decision_id}/").text
    assert "Bevestigen of terugdraaien is aan: burgemeester" in page
    assert 'value="bevestigen"' not in page
    assert client.post(f"/spoed/{decision_id}/", {"doen": "bevestigen"}).status_code == 403


def test_an_answer_that_came_second_is_told_so(world: World, signed_in_client: SignedIn) -> None:
    case_id = in_phase_3(world)
    decision_id = scaled(world, case_id)
    client = signed_in_client(world, "burg")
    sees = {"doen": "terugdraaien", "reason": "Rustig."}
    assert client.post(f"/spoed/{decision_id}/", sees).status_code == 302
    assert client.post(f"/spoed/{decision_id}/", sees).status_code in {404, 409}
    assert period(case_id).phase == 3
    assert ScalingDecision.objects.filter(number=2).count() == 1


def test_an_ordinary_decision_has_no_urgency_to_answer(world: World, signed_in_client: SignedIn) -> None:
    in_phase_3(world)
    decision = ScalingDecision.objects.get()
    page = signed_in_client(world, "marit").get(f"/spoed/{decision.id}/").text
    assert "hoeft niemand meer te beslissen" in page
    answer = signed_in_client(world, "marit").post(f"/spoed/{decision.id}/", {"doen": "bevestigen"})
    assert answer.status_code in {403, 409}


def test_a_mandated_officer_records_what_the_mayor_answered(world: World, signed_in_client: SignedIn) -> None:
    give_mandate(world, "erik", "burgemeester")
    decision, client = scaled(world, in_phase_3(world)), signed_in_client(world, "erik")
    assert f"/spoed/{decision}/" in client.get("/").text
    page = client.get(f"/spoed/{decision}/").text
    assert "U legt vast wat een ander besloot." in page
    answer = {"doen": "bevestigen", "reason": "", "on_behalf_of": "burgemeester", "decided_on": "2026-11-23"}
    missing = client.post(f"/spoed/{decision}/", answer | {"channel": "", "document": ""})
    assert missing.status_code == 422
    assert "Noem het document of zaaknummer" in missing.text
    done = client.post(f"/spoed/{decision}/", answer | {"channel": "telefoon", "document": "Z-2026-19"})
    assert done.status_code == 302
    last = ScalingDecision.objects.get(number=2)
    assert (last.outcome, last.on_behalf_of, last.document) == ("confirmed", "burgemeester", "Z-2026-19")
    assert Entry.objects.filter(event="scaling.urgency_answered").latest("at").details["on_behalf_of"] == "burgemeester"


def test_the_mayor_is_not_asked_on_whose_behalf(world: World, signed_in_client: SignedIn) -> None:
    give_mandate(world, "burg", "burgemeester")
    decision = scaled(world, in_phase_3(world))
    assert "Namens" not in signed_in_client(world, "burg").get(f"/spoed/{decision}/").text
