"""A resident comes in with DigiD, by a provider that proves who they are."""

from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest
from django.contrib.sessions.models import Session
from django.http import HttpResponse
from django.test import Client
from pytest_django import Settings

from houvast.audit.models import Entry
from houvast.participation.services.end_own_page import end_own_page
from houvast.residents.models import Resident
from houvast.vault.sealing import bsn_index
from houvast.web import coming_in, middleware, own_session
from tests.integrations.brokers import ASKED, BSN, Broker, play
from tests.participation.worlds import Household
from tests.web.conftest import SignedIn
from tests.worlds import NOW

SIGN_IN, GO, BACK, CHOICE, PAGE = (
    "/mijn/inloggen/",
    "/mijn/digid/",
    "/mijn/digid/terug/",
    "/mijn/digid/keuze/",
    "/mijn/",
)


@pytest.fixture
def broker(monkeypatch: pytest.MonkeyPatch, settings: Settings) -> Broker:
    """Give a broker that this installation asks."""
    settings.HOUVAST_OPENID = ASKED
    monkeypatch.setattr(middleware, "read_clock", lambda: NOW)
    return play(monkeypatch)


@pytest.fixture
def home(db: None) -> Household:
    """Give a household in which Ruben and Lieke are known by a number, of nobody."""
    made = Household()
    Resident.objects.filter(pk=made.ruben.pk).update(bsn_index=bsn_index(BSN))
    return made


def body(answer: object) -> str:
    assert isinstance(answer, HttpResponse)
    return answer.content.decode()


def come_back(broker: Broker, client: Client, **changes: str) -> HttpResponse:
    """Go to the broker and come back from it."""
    asked = parse_qs(urlsplit(client.get(GO).headers["Location"]).query)
    assert asked["redirect_uri"] == [f"http://testserver{BACK}"]
    broker.nonce = asked["nonce"][0]
    answer = client.get(BACK, {"code": "een-code", "state": asked["state"][0], **changes})
    assert isinstance(answer, HttpResponse)
    return answer


def test_who_has_one_page_comes_in_and_that_is_on_record(home: Household, broker: Broker) -> None:
    given, client = home.give(), Client()
    assert 'href="/mijn/digid/"' in body(client.get(SIGN_IN))
    assert come_back(broker, client).headers["Location"] == PAGE
    assert "Dag Ruben" in body(client.get(PAGE))
    entry = Entry.objects.get(event="participant.signed_in")
    assert (entry.actor_name, entry.case, entry.outcome) == (str(given.participant_id), home.case_id, "done")
    assert client.get(GO).headers["Location"] == PAGE
    assert client.get(PAGE).status_code == 200, "a link elsewhere signs nobody out"


def test_who_has_more_pages_chooses(home: Household, broker: Broker) -> None:
    home.give()
    home.give(replace(home.parent, person_id=home.ruben.id))
    client = Client()
    assert come_back(broker, client).headers["Location"] == CHOICE
    choice = body(client.get(CHOICE))
    assert "Mijn eigen pagina bij gemeente Eemsdelta" in choice
    assert "De pagina van Fenna Dijkhuis" in choice
    assert Entry.objects.filter(event="participant.pages_offered", outcome="read").count() == 2
    assert client.post(CHOICE, {"page": "iets anders"}).headers["Location"] == CHOICE
    wanted = next(each for each in own_session.proven(client.session, now=NOW) if each.about.startswith("Fenna"))
    assert client.post(CHOICE, {"page": str(wanted.id)}).headers["Location"] == PAGE
    assert "Fenna" in body(client.get(PAGE))
    assert client.get(CHOICE).headers["Location"] == SIGN_IN


def test_who_has_no_page_reads_the_same_as_who_is_not_known(home: Household, broker: Broker) -> None:
    known = come_back(broker, Client())
    Resident.objects.filter(pk=home.ruben.pk).update(bsn_index="")
    unknown = come_back(broker, Client())
    assert (known.status_code, body(known)) == (unknown.status_code, body(unknown))
    assert known.status_code == 422
    assert not Session.objects.exists()
    assert "U hebt hier geen eigen pagina" in body(known)


def test_who_ended_is_out_in_the_same_second(home: Household, broker: Broker) -> None:
    given, client = home.give(), Client()
    come_back(broker, client)
    end_own_page(actor=home.sanne, now=NOW, participant_id=given.participant_id)
    assert client.get(PAGE).headers["Location"] == SIGN_IN
    assert "U hebt hier geen eigen pagina" in body(come_back(broker, client))


def test_nobody_comes_in_without_a_proof(home: Household, broker: Broker) -> None:
    home.give()
    client = Client()
    assert client.get(BACK, {"code": "een-code", "state": "x"}).headers["Location"] == SIGN_IN
    refused = come_back(broker, client, state="van-een-ander")
    assert (refused.status_code, refused.headers["Referrer-Policy"]) == (422, "no-referrer")
    assert client.get(BACK, {"code": "een-code", "state": "x"}).headers["Location"] == SIGN_IN, "a question is for once"
    broker.claims["aud"] = "een-ander"
    assert come_back(broker, client).status_code == 422
    assert client.get(PAGE).headers["Location"] == SIGN_IN
    broker.status = 503
    assert client.get(GO).status_code == 503


def test_one_does_not_stay_away_for_ever(home: Household, broker: Broker, monkeypatch: pytest.MonkeyPatch) -> None:
    home.give()
    client = Client()
    client.get(GO)
    monkeypatch.setattr(middleware, "read_clock", lambda: NOW + coming_in.TRYING_FOR * 2)
    assert client.get(BACK, {"code": "een-code", "state": "x"}).headers["Location"] == SIGN_IN


def test_a_member_signs_out_first(home: Household, broker: Broker, signed_in_client: SignedIn) -> None:
    assert signed_in_client(home.world, "sanne").get(GO).status_code == 403


@pytest.mark.django_db
def test_where_nobody_set_it_up_one_uses_the_codes() -> None:
    client = Client()
    assert "DigiD" not in body(client.get(SIGN_IN))
    assert {client.get(address).headers["Location"] for address in (GO, BACK, CHOICE)} == {SIGN_IN}
