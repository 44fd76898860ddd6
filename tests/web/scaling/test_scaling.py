"""Scaling at once, recording somebody's decision, and proposing."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from houvast.audit.models import Entry
from houvast.ave.vocabulary import Responsibility
from houvast.cases.models import FollowUp, ScalingDecision, ScalingProposal
from houvast.cases.rules.scaling import Deciding, NewProposal
from houvast.cases.services.scale import scale
from tests.web.conftest import SignedIn
from tests.web.scaling.cases import CODE, TO_3, filled_in, give_mandate, household, period, proposed, seat
from tests.worlds import NOW, World, add_member, make_world

pytestmark = pytest.mark.django_db
UP = f"/casussen/{CODE}/schalen/3/"
CASE, PROCESS = Responsibility.CASE_DIRECTION, Responsibility.PROCESS_DIRECTION


@pytest.fixture
def world() -> World:
    return make_world()


def hidden(page: str, name: str) -> str:
    """Give the value of a hidden field."""
    return page.split(f'name="{name}" value="')[1].split('"')[0]


def test_whom_the_model_names_scales_at_once_and_then_leads_the_process(
    world: World, signed_in_client: SignedIn
) -> None:
    case_id = household(world)
    client = signed_in_client(world, "marit")
    shown = client.get(UP).text
    assert "<b>Fase wordt AVE 3</b>, Complexe problemen, vandaag. Opnieuw kijken op ma 4 jan 2027." in shown
    assert "<b>Casusregie</b> blijft bij Sanne uit Eemsdelta." in shown
    assert "<b>Procesregie</b> gaat van niemand naar u." in shown
    assert "Wiebe uit Eemsdelta ziet straks: wie heeft de regie en besluiten. Geen notities." in shown
    answer = client.post(
        UP, filled_in(case_id, shown=hidden(shown, "shown"), process_direction=f"m:{world.id('marit')}")
    )
    assert answer.headers["Location"] == f"/casussen/{CODE}/"
    assert period(case_id).phase == 3
    assert seat(case_id, CASE).member_id == world.id("sanne")
    assert seat(case_id, PROCESS).member_id == world.id("marit")


def test_it_says_who_is_asked_for_a_judgement_before_it_is_proposed(world: World, signed_in_client: SignedIn) -> None:
    household(world, phase=3)
    shown = signed_in_client(world, "sanne").get(f"/casussen/{CODE}/schalen/2/").text
    assert "Houvast vraagt meteen om het oordeel van" in shown


def test_a_case_director_proposes_and_nothing_moves(world: World, signed_in_client: SignedIn) -> None:
    case_id = household(world)
    client = signed_in_client(world, "sanne")
    shown = client.get(UP).text
    assert "Wat betekent dit voor Siem (6) en Lotte (3)?" in shown
    assert "Marit uit Eemsdelta en Nadia uit Eemsdelta zien het voorstel." in shown
    assert "uiterlijk wo 25 nov" in shown
    assert client.post(UP, filled_in(case_id)).status_code == 302
    assert period(case_id).phase == 2
    assert ScalingProposal.objects.get().proposed_by_id == world.id("sanne")


def test_who_may_not_see_people_reads_no_names_of_children(world: World, signed_in_client: SignedIn) -> None:
    household(world)
    shown = signed_in_client(world, "nadia").get(UP).text
    assert "Wat betekent dit voor de kinderen?" in shown
    assert "Siem" not in shown


def test_without_children_nothing_is_asked_about_them(world: World, signed_in_client: SignedIn) -> None:
    household(world, children=False)
    assert 'name="children"' not in signed_in_client(world, "marit").get(UP).text


def test_everything_that_is_missing_is_told_at_once_and_the_rest_is_kept(
    world: World, signed_in_client: SignedIn
) -> None:
    case_id = household(world)
    sent = filled_in(case_id, criteria=["veiligheid"], reason="", children="Siem slaapt slecht.")
    answer = signed_in_client(world, "marit").post(UP, sent)
    assert answer.status_code == 422
    assert "Nog niet opgeschaald: twee dingen ontbreken of kloppen niet." in answer.text
    assert "Nog niet genoeg criteria aangekruist" in answer.text
    assert "Schrijf in twee of drie zinnen op waarom dit nu nodig is." in answer.text
    assert "Siem slaapt slecht." in answer.text
    assert 'value="veiligheid" checked' in answer.text
    assert period(case_id).phase == 2


def test_a_mandated_officer_records_a_decision_with_date_channel_and_document(
    world: World, signed_in_client: SignedIn
) -> None:
    case_id = household(world)
    give_mandate(world, "sanne", "procesregisseur-oggz")
    client = signed_in_client(world, "sanne")
    assert "Ik leg een besluit van een ander vast" in client.get(UP).text
    sent = filled_in(case_id, way="namens", on_behalf_of="procesregisseur-oggz")
    refused = client.post(UP, sent)
    assert refused.status_code == 422
    assert "Vul in op welke dag dit is besloten: vandaag of eerder." in refused.text
    assert "Noem het document of zaaknummer waarin dit besluit staat." in refused.text
    sent |= {"decided_on": "20-11-2026", "channel": "telefoon", "document": "Z-2026-17"}
    assert client.post(UP, sent).status_code == 302
    decision = ScalingDecision.objects.get()
    assert (decision.on_behalf_of, decision.document) == ("procesregisseur-oggz", "Z-2026-17")
    assert str(decision.decided_on) == "2026-11-20"
    assert period(case_id).phase == 3


def test_who_may_do_nothing_is_told_so_and_a_try_is_on_record(world: World, signed_in_client: SignedIn) -> None:
    case_id = household(world)
    client = signed_in_client(world, "erik")
    assert client.get(UP).status_code == 403
    assert client.post(UP, filled_in(case_id)).status_code == 403
    assert Entry.objects.filter(case=case_id, event="scaling.proposed", outcome="refused").count() == 1
    assert period(case_id).phase == 2


@pytest.mark.parametrize("who", ["marit", "sanne"])
def test_the_second_click_changes_nothing_and_says_so(world: World, signed_in_client: SignedIn, who: str) -> None:
    case_id = household(world)
    client = signed_in_client(world, who)
    sent = filled_in(case_id)
    assert client.post(UP, sent).status_code == 302
    again = client.post(UP, sent)
    assert again.status_code == 409
    assert "Iemand was u voor, of u drukte twee keer" in again.text
    assert "Drie teams zijn apart bezig." in again.text
    assert ScalingProposal.objects.count() == 1


def test_who_comes_second_keeps_what_they_typed(world: World, signed_in_client: SignedIn) -> None:
    case_id = household(world)
    client = signed_in_client(world, "marit")
    sent = filled_in(case_id, reason="Mijn eigen woorden.")
    new = NewProposal(3, frozenset(TO_3), "Eerder.", "Eerder.")
    scale(actor=world.actor("nadia"), now=NOW, case_id=case_id, new=new, how=Deciding())
    answer = client.post(UP, sent)
    assert answer.status_code == 409
    assert "Mijn eigen woorden." in answer.text
    assert "AVE 3" in answer.text


def test_nothing_is_done_that_was_not_shown(world: World, signed_in_client: SignedIn) -> None:
    case_id = household(world)
    client = signed_in_client(world, "marit")
    shown = hidden(client.get(UP).text, "shown")
    sent = filled_in(case_id, shown=shown, process_direction=f"m:{world.id('nadia')}")
    answer = client.post(UP, sent)
    assert answer.status_code == 422
    assert "gaat van niemand naar Nadia uit Eemsdelta." in answer.text
    assert period(case_id).phase == 2
    assert client.post(UP, sent | {"shown": hidden(answer.text, "shown")}).status_code == 302
    assert seat(case_id, PROCESS).member_id == world.id("nadia")


def test_looking_at_the_consequences_judges_and_changes_nothing(world: World, signed_in_client: SignedIn) -> None:
    case_id = household(world)
    sent = {"doen": "bekijken", "reason": "Half", "criteria": TO_3[:1], "process_direction": f"m:{world.id('nadia')}"}
    answer = signed_in_client(world, "marit").post(UP, sent)
    assert answer.status_code == 200
    assert "gaat van niemand naar Nadia uit Eemsdelta." in answer.text
    assert "Nog niet opgeschaald" not in answer.text
    assert f'value="{TO_3[0]}" checked' in answer.text
    assert period(case_id).phase == 2


def test_who_was_heard_can_be_filled_in_at_once(world: World, signed_in_client: SignedIn) -> None:
    case_id = household(world)
    sent = filled_in(
        case_id,
        process_direction=f"m:{world.id('marit')}",
        heard="Mevrouw Wieringa, aan huis.",
        heard_on="2026-11-19",
        told_state="postponed",
        told="Eerst rust.",
        told_on="2026-11-25",
    )
    client = signed_in_client(world, "marit")
    page = client.get(UP).text
    assert "De inwoner beslist mee en kiest wie van zijn netwerk meedoet." in page
    assert "Wat moet er volgens u gebeuren?" in page
    assert client.post(UP, sent).status_code == 302
    decided = client.get(f"/voorstellen/{ScalingProposal.objects.get().id}/").text
    assert "Gehoord op do 19 nov" in decided
    assert "Mevrouw Wieringa, aan huis. (vastgelegd door Marit uit Eemsdelta)" in decided
    kept = {row.item: (row.state, str(row.on_date)) for row in FollowUp.objects.all()}
    assert kept == {"heard": ("done", "2026-11-19"), "resident_told": ("postponed", "2026-11-25")}


@pytest.mark.parametrize(
    ("more", "message"),
    [
        ({"heard": "Mevrouw Wieringa."}, "Vul een datum in."),
        ({"heard": "Mevrouw Wieringa.", "heard_on": "2026-11-24"}, "Wat gedaan is, is vandaag of eerder gedaan."),
        (
            {"heard_state": "postponed", "heard": "Zij neemt niet op.", "heard_on": "2026-11-20"},
            "Kies een dag die nog moet komen",
        ),
        ({"heard_on": "2026-11-20"}, "Schrijf in één zin op wie, wat, of waarom nog niet."),
        ({"told_state": "postponed", "told": "Later.", "told_on": "2026-11-23"}, "Kies een dag die nog moet komen"),
        ({"told": "Gebeld.", "told_on": "2026-11-23"}, "Kies of het is gedaan, of later komt."),
        ({"heard": "Ja.", "heard_on": "31-02-2026"}, "Vul een dag in die bestaat"),
    ],
)
def test_what_is_wrong_in_it_stops_the_decision_before_it_is_taken(
    world: World, signed_in_client: SignedIn, more: dict[str, str], message: str
) -> None:
    case_id = household(world)
    sent = filled_in(case_id, process_direction=f"m:{world.id('marit')}", **more)
    answer = signed_in_client(world, "marit").post(UP, sent)
    assert answer.status_code == 422
    assert message in answer.text
    assert period(case_id).phase == 2


def test_who_has_no_part_in_the_case_afterwards_leaves_that_to_who_has(
    world: World, signed_in_client: SignedIn
) -> None:
    case_id = household(world)
    nadia = f"m:{world.id('nadia')}"
    sent = filled_in(case_id, process_direction=nadia, heard="Mevrouw.", heard_on="2026-11-20")
    answer = signed_in_client(world, "marit").post(UP, sent)
    assert answer.status_code == 422
    assert "U heeft hierna geen regie meer." in answer.text
    assert period(case_id).phase == 2


@pytest.mark.parametrize(
    "nonsense",
    [
        {"criteria": ["bestaat-niet"]},
        {"process_direction": "m:niet-een-id"},
        {"case_direction": "x"},
        {"way": "burgemeester"},
        {"seen": "geen-id"},
        {"reason": "a\x00b"},
        {"reason": "x" * 5000},
        {"decided_on": "0000-00-00"},
    ],
)
def test_nonsense_is_refused_or_ignored_and_never_a_fault(
    world: World, signed_in_client: SignedIn, nonsense: dict[str, object]
) -> None:
    case_id = household(world)
    give_mandate(world, "marit", "procesregisseur-oov")
    answer = signed_in_client(world, "marit").post(UP, {**filled_in(case_id), **nonsense})
    assert answer.status_code == 422
    assert period(case_id).phase == 2


def test_the_page_takes_the_same_number_of_queries_with_more_people(world: World, signed_in_client: SignedIn) -> None:
    household(world)
    client = signed_in_client(world, "sanne")
    client.get(UP)
    with CaptureQueriesContext(connection) as few:
        client.get(UP)
    for number in range(30):
        team = world.teams["Gebiedsteam"]
        add_member(world.organisation, f"Collega {number}", "casusregisseur-wijkteam", "wmo", "casusregisseur", team)
        add_member(world.organisation, f"Regisseur {number}", "procesregisseur-oggz", "oggz", "regisseur", team)
    with CaptureQueriesContext(connection) as many:
        assert "Regisseur 29" in client.get(UP).text
    assert len(many) == len(few)


def test_a_waiting_proposal_is_read_first(world: World, signed_in_client: SignedIn) -> None:
    case_id = household(world)
    proposed(world, case_id)
    client = signed_in_client(world, "sanne")
    assert client.get(UP).headers["Location"] == f"/casussen/{CODE}/schalen/"
    assert client.post(UP, filled_in(case_id)).status_code == 409


def test_opsterland_asks_first_what_was_tried_locally(signed_in_client: SignedIn) -> None:
    world = make_world("opsterland", "Opsterland", "opsterland")
    household(world, phase=3)
    give_mandate(world, "sanne", "burgemeester")
    page = signed_in_client(world, "sanne").get(f"/casussen/{CODE}/schalen/4/").text
    assert "Wat is lokaal geprobeerd? Waarom is dat niet genoeg?" in page
