"""Saying something on one's own page; who leads reads it, and does nothing past what was not read yet."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest

from houvast.cases.models import Case, OwnWords, OwnWordsRead, ScalingDecision, ScalingProposal
from houvast.cases.rules.scaling import NewProposal
from houvast.cases.services.scale_urgently import scale_urgently
from houvast.participation.services.say import say
from houvast.plans.models import PlanVersion
from houvast.web import middleware
from tests.lives import enough
from tests.participation.worlds import Household
from tests.rights.region import take_process_direction
from tests.web.conftest import MOMENT, SignedIn
from tests.web.own_page.test_own_page import body, come_in
from tests.worlds import NOW

SAY, PAGE = "/mijn/zeggen/", "/mijn/"
NO, CHILDREN = "Ik wil <b>dit</b> niet.", "Fenna slaapt slecht."

Sent = tuple[str, dict[str, object], Callable[[], bool]]
"""Where, what, and whether it was done."""


@pytest.fixture
def home(db: None, monkeypatch: pytest.MonkeyPatch) -> Household:
    monkeypatch.setattr(middleware, "read_clock", lambda: MOMENT)
    return Household()


def test_a_resident_says_something_once_and_sees_that_it_was_read(home: Household, signed_in_client: SignedIn) -> None:
    client = come_in(home.give().code)
    for _ in range(2):
        assert client.post(SAY, {"about": "stap", "words": NO}).headers["Location"] == "/mijn/#words"
    assert OwnWords.objects.count() == 1
    page = body(client.get(PAGE))
    assert "Uw tekst is verstuurd." in page
    assert "Ik wil &lt;b&gt;dit&lt;/b&gt; niet." in page
    assert "heeft het nog niet gelezen." in page
    wrong = client.post(SAY, {"about": "doel-van-een-ander", "words": "Blijft staan."})
    assert (wrong.status_code, "Blijft staan." in body(wrong)) == (422, True)
    assert client.post(SAY, {"about": "algemeen", "words": " "}).status_code == 422
    assert body(client.get(SAY)).count("<form") == 2

    sanne, code = signed_in_client(home.world, "sanne"), home.case.code
    assert "De inwoner schreef u" in sanne.get("/").text
    shown = sanne.get(f"/casussen/{code}/").text
    assert "Dit schreven zij u" in shown
    assert "Ruben Dijkhuis," in shown
    read = sanne.post(f"/casussen/{code}/eigen-woorden/gelezen/", {"seen_words": "1"})
    assert read.headers["Location"] == f"/casussen/{code}/"
    assert OwnWordsRead.objects.count() == 1
    shown = sanne.get(f"/casussen/{code}/").text
    assert "Dit schreven zij u" not in shown
    assert "Ik wil &lt;b&gt;dit&lt;/b&gt; niet." in shown
    assert "De inwoner schreef u" not in sanne.get("/").text
    assert "Gelezen door wie de hulp leidt" in body(client.get(PAGE))


def _scaling(home: Household) -> Sent:
    form: dict[str, object] = {
        "criteria": sorted(enough(home.world, 2, 3)),
        "reason": "Drie teams zijn apart bezig.",
        "children": CHILDREN,
    }
    return f"/casussen/{home.case.code}/schalen/3/", form, ScalingProposal.objects.exists


def _urgent(home: Household) -> Sent:
    address, form, _ = _scaling(home)
    return address.replace("schalen", "spoed"), form, Case.objects.filter(phase_period__phase=3).exists


def _planning(home: Household) -> Sent:
    form = {"words_health": "Ik wil slapen.", "resident_words": "Goed.", "network_words": "Ja.", "children": CHILDREN}
    return f"/casussen/{home.case.code}/plan/bijwerken/", dict(form), PlanVersion.objects.exists


def _closing(home: Household) -> Sent:
    form: dict[str, object] = {
        "seen": str(home.case.phase_period_id),
        "reason": "goals_reached",
        "text": CHILDREN,
        "aftercare": "Sanne belt.",
        "signs": "Hij komt niet meer buiten.",
        "aftercare_on": (NOW + timedelta(weeks=8)).date().isoformat(),
    }
    return f"/casussen/{home.case.code}/sluiten/", form, Case.objects.filter(phase_period__state="closed").exists


def _confirming(home: Household) -> Sent:
    new = NewProposal(3, enough(home.world, 2, 3), "Het kan niet wachten.", CHILDREN)
    decision_id = scale_urgently(actor=home.world.actor("marit"), now=NOW, case_id=home.case_id, new=new)
    confirmed = ScalingDecision.objects.filter(outcome="confirmed")
    return f"/spoed/{decision_id}/", {"doen": "bevestigen", "reason": CHILDREN}, confirmed.exists


SENDS = [(_scaling, "marit"), (_urgent, "marit"), (_planning, "marit"), (_closing, "marit"), (_confirming, "erik")]


@pytest.mark.parametrize(("sent", "name"), SENDS)
def test_nothing_is_done_past_a_remark_that_came_between(
    home: Household,
    signed_in_client: SignedIn,
    sent: Callable[[Household], Sent],
    name: str,
) -> None:
    who = home.takes_part()
    take_process_direction(home.world, home.case_id)
    client = signed_in_client(home.world, name)
    address, form, is_done = sent(home)
    assert 'name="seen_words" value="0"' in client.get(address).text
    say(actor=who.actor, now=NOW + timedelta(minutes=5), participant_id=who.id, words=NO)
    answer = client.post(address, {**form, "seen_words": "0"})
    page = answer.text
    assert (answer.status_code, is_done()) == (422, False)
    assert "Er kwam net iets bij wat u nog niet las." in page
    assert "Ik wil &lt;b&gt;dit&lt;/b&gt; niet." in page
    assert CHILDREN in page
    assert 'name="seen_words" value="1"' in page
    again = client.post(address, {**form, "seen_words": "1"})
    assert (again.status_code, is_done()) == (302, True), again.text


def test_who_leads_asks_something_and_it_stands_first_on_the_page(home: Household, signed_in_client: SignedIn) -> None:
    client, sanne = come_in(home.give().code), signed_in_client(home.world, "sanne")
    address = f"/casussen/{home.case.code}/inwoner-vragen/"
    assert "De inwoner iets vragen" in sanne.get(address).text
    assert sanne.post(address, {"resident": str(home.ruben.id), "question": ""}).status_code == 422
    assert sanne.post(address, {"resident": str(home.ruben.id), "question": "Hoe slaapt u?"}).status_code == 302
    assert "Gevraagd, nog geen antwoord" in sanne.get(f"/casussen/{home.case.code}/").text
    page = body(client.get(PAGE))
    assert page.index("Wij vragen u iets") < page.index("Het eerste wat komt")
    link = re.search(r'href="(/mijn/zeggen/[?]over=(vraag-[0-9a-f-]+))"', page)
    assert link is not None
    assert f'value="{link[2]}" selected' in body(client.get(link[1]))
    assert client.post(SAY, {"about": link[2], "words": "Beter."}).status_code == 302
    assert "Wij vragen u iets" not in body(client.get(PAGE))
    assert "Gevraagd, nog geen antwoord" not in sanne.get(f"/casussen/{home.case.code}/").text
