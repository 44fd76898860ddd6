"""Asking on one's own page about what is held; who handles requests finds it among the others."""

import re

import pytest
from django.test import Client

from houvast.accountability.models import RequestTurn, RightsRequest
from houvast.accountability.rules.asking import SignInWay
from houvast.cases.models import Case
from houvast.participation.selectors.taking_part import participating
from houvast.web import middleware, own_session
from tests.accountability.asking import archivist
from tests.participation.worlds import Household
from tests.web.conftest import MOMENT, SignedIn
from tests.web.own_page.test_own_page import body, come_in
from tests.worlds import NOW

ASK, PAGE = "/mijn/gegevens/", "/mijn/"
ASKED = {"kind": "objection", "words": "Mijn zus mag dit <b>niet</b> weten.", "reach": "call"}


@pytest.fixture
def home(db: None, monkeypatch: pytest.MonkeyPatch) -> Household:
    monkeypatch.setattr(middleware, "read_clock", lambda: MOMENT)
    return Household()


def test_a_resident_asks_once_and_reads_by_when(home: Household, signed_in_client: SignedIn) -> None:
    client = come_in(home.give().code)
    assert 'href="/mijn/gegevens/"' in body(client.get(PAGE))
    assert body(client.get(ASK)).count("<form") == 2
    wrong = client.post(ASK, {**ASKED, "words": ""})
    assert (wrong.status_code, "Schrijf in uw eigen woorden wat u vraagt." in body(wrong)) == (422, True)
    assert client.post(ASK, {"words": "Blijft staan."}).status_code == 422
    for _ in range(2):
        assert client.post(ASK, ASKED).headers["Location"] == "/mijn/#requests"
    asked = RightsRequest.objects.get()
    page = body(client.get(PAGE))
    assert "Wij hebben uw vraag. Hieronder leest u wanneer u antwoord krijgt." in page
    assert "U krijgt antwoord uiterlijk op woensdag 23 december." in page
    archivist(home.world)
    dirk, privacy = signed_in_client(home.world, "dirk"), signed_in_client(home.world, "privacy")
    assert "Niemand behandelt dit verzoek." in dirk.get("/").text
    address = f"/verzoeken/{asked.id}/"
    assert "Mijn zus" not in dirk.get(address).text
    assert dirk.post(f"{address}behandelaar/", {"handler": str(home.world.id("privacy"))}).status_code == 302
    shown = privacy.get(address).text
    assert "Mijn zus mag dit &lt;b&gt;niet&lt;/b&gt; weten." in shown
    assert "met de code op papier en een code per sms" in shown
    assert "Het bewijst niet wie dat was." in privacy.get(f"{address}identiteit/").text
    assert privacy.post(f"{address}identiteit/", {"how": "own_codes"}).status_code == 302
    assert "Wij weten wie het vraagt." in body(client.get(PAGE))
    assert "<th>de inwoner zelf<span></span></th><td>deed op een eigen pagina een verzoek over gegevens" in _close(
        privacy, ""
    )
    code = Case.objects.get(pk=home.case_id).code
    told = _close(privacy, f"uittreksel/?casus={code}")
    assert ("iemand met een eigen pagina" in told, "iemand met een link" in told) == (True, False)


def _close(client: Client, question: str) -> str:
    """Give a page of the log without attributes and without space between its marks."""
    text = re.sub(r"<(\w+)[^>]*>", r"<\1>", client.get(f"/logboek/{question}").text)
    return re.sub(r"\s*(<[^>]+>)\s*", r"\1", text)


def test_who_came_in_by_digid_is_known_and_somebody_of_the_network_asks_elsewhere(home: Household) -> None:
    who = participating(home.give().participant_id, now=NOW)
    assert who is not None
    client = Client()
    session = client.session
    own_session.come_in_by_proof(session, who, now=MOMENT)
    session.save()
    client.cookies["sessionid"] = str(session.session_key)
    assert client.post(ASK, ASKED).status_code == 302
    assert (RightsRequest.objects.get().signed_in, RequestTurn.objects.get().by_id) == (SignInWay.DIGID, None)
    near = come_in(home.give(home.near()).code)
    assert "Vraag het dan aan de gemeente" in body(near.get(PAGE))
    assert near.get(ASK).headers["Location"] == near.post(ASK, ASKED).headers["Location"] == PAGE
    assert RightsRequest.objects.count() == 1
    assert "Dit vraagt de inwoner zelf" in body(near.get(PAGE))
