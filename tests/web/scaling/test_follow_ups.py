"""Filling in what follows a decision."""

from uuid import UUID

import pytest

from houvast.cases.models import Case, FollowUp, ScalingDecision
from houvast.cases.rules.scaling import Deciding, NewProposal
from houvast.cases.services.scale import scale
from houvast.cases.services.withdraw_scaling import withdraw_scaling
from tests.lives import close
from tests.web.conftest import SignedIn
from tests.web.scaling.cases import CODE, TO_3, household, proposed
from tests.worlds import NOW, World, make_world

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> World:
    return make_world()


def decided(world: World) -> UUID:
    case_id = household(world)
    new = NewProposal(3, frozenset(TO_3), "Het loopt vast.", "Siem slaapt slecht.")
    return scale(actor=world.actor("marit"), now=NOW, case_id=case_id, new=new, how=Deciding())


def heard(**more: str) -> dict[str, str]:
    fields = {"state": "done", "on_date": "2026-11-20", "text": "Mevrouw Wieringa, aan huis.", "seen": "0", **more}
    return {"doen": "heard", **{f"heard-{name}": value for name, value in fields.items()}}


def test_both_things_are_open_until_the_term_of_the_model(world: World, signed_in_client: SignedIn) -> None:
    page = signed_in_client(world, "sanne").get(f"/besluiten/{decided(world)}/").text
    assert "Nog aan te vullen, uiterlijk ma 30 nov (nog 5 werkdagen)." in page
    assert page.count("Nog open") == 2


def test_what_is_recorded_stands_there_and_is_no_longer_asked(world: World, signed_in_client: SignedIn) -> None:
    address = f"/besluiten/{decided(world)}/"
    client = signed_in_client(world, "sanne")
    assert client.post(address, heard()).headers["Location"] == address
    page = client.get(address).text
    assert "Gedaan op vr 20 nov: Mevrouw Wieringa, aan huis. (vastgelegd door Sanne uit Eemsdelta)" in page
    assert 'name="heard-text"' not in page
    assert 'name="resident_told-text"' in page


def test_the_same_form_sent_twice_is_recorded_once(world: World, signed_in_client: SignedIn) -> None:
    address = f"/besluiten/{decided(world)}/"
    client = signed_in_client(world, "sanne")
    assert client.post(address, heard()).status_code == 302
    assert client.post(address, heard()).status_code == 409
    assert FollowUp.objects.count() == 1


def test_postponing_asks_for_a_day_to_come_and_stays_open(world: World, signed_in_client: SignedIn) -> None:
    address = f"/besluiten/{decided(world)}/"
    client = signed_in_client(world, "sanne")
    wrong = client.post(address, heard(state="postponed", text="Eerst rust."))
    assert wrong.status_code == 422
    assert "Kies een dag die nog moet komen" in wrong.text
    assert "Eerst rust." in wrong.text
    assert client.post(address, heard(state="postponed", text="Eerst rust.", on_date="2026-11-30")).status_code == 302
    page = client.get(address).text
    assert "Uitgesteld tot ma 30 nov: Eerst rust." in page
    assert 'name="heard-text"' in page


@pytest.mark.parametrize("field", ["state", "on_date", "text"])
def test_what_is_left_empty_is_told(world: World, signed_in_client: SignedIn, field: str) -> None:
    answer = signed_in_client(world, "sanne").post(f"/besluiten/{decided(world)}/", heard(**{field: ""}))
    assert answer.status_code == 422
    assert "Dit is nog leeg." in answer.text
    assert FollowUp.objects.count() == 0


def test_who_does_not_lead_reads_but_does_not_fill_in(world: World, signed_in_client: SignedIn) -> None:
    address = f"/besluiten/{decided(world)}/"
    client = signed_in_client(world, "wiebe")
    assert 'name="heard-text"' not in client.get(address).text
    assert client.post(address, heard()).status_code == 403


def test_who_led_a_closed_case_fills_it_in_and_the_case_says_of_which_scaling(
    world: World, signed_in_client: SignedIn
) -> None:
    address = f"/besluiten/{decided(world)}/"
    close(world, Case.objects.get().id)
    client = signed_in_client(world, "sanne")
    assert "Vastleggen wie is gehoord bij het opschalen naar AVE 3 (ma 23 nov)" in client.get(f"/casussen/{CODE}/").text
    assert 'name="heard-text"' in client.get(address).text
    assert client.post(address, heard()).status_code == 302
    assert "Gedaan op vr 20 nov: Mevrouw Wieringa, aan huis." in client.get(address).text
    assert signed_in_client(world, "marit").post(address, heard(seen="1")).status_code == 404


def test_nothing_follows_a_proposal_that_was_withdrawn(world: World, signed_in_client: SignedIn) -> None:
    proposal_id = proposed(world, household(world))
    withdraw_scaling(actor=world.actor("sanne"), now=NOW, proposal_id=proposal_id, reason="Toch niet.")
    decision = ScalingDecision.objects.get()
    page = signed_in_client(world, "sanne").get(f"/besluiten/{decision.id}/").text
    assert "Na dit besluit hoeft niets te worden aangevuld." in page
    assert 'name="heard-text"' not in page


@pytest.mark.parametrize("who", ["iris", "beheer", "privacy"])
def test_others_find_nothing(world: World, signed_in_client: SignedIn, who: str) -> None:
    address = f"/besluiten/{decided(world)}/"
    client = signed_in_client(world, who)
    assert client.get(address).status_code == 404
    assert client.post(address, heard()).status_code == 404
