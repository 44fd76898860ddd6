"""Proposing somebody on one's own page, and asking for another date; who leads answers, and the page says it."""

from datetime import date

import pytest

from houvast.audit.models import Entry
from houvast.audit.services.act import REFUSED
from houvast.cases.rules.matrix import Part, Relation
from houvast.cases.services.close_cell import close_cell
from houvast.participation.models import Wish
from houvast.residents.models import NetworkMember
from houvast.web import middleware
from tests.moments import CLINIC_OUT, FIRST, plan
from tests.participation.worlds import Household
from tests.web.conftest import MOMENT, SignedIn
from tests.web.own_page.test_own_page import body, come_in
from tests.worlds import NOW

PROPOSE, OTHER_DATE, PAGE, AFTER = "/mijn/voorstellen/", "/mijn/andere-dag/", "/mijn/", "/mijn/#wishes"
BRAM = {"name": "Bram <b>Wiersema</b>", "relation": "vriend", "phone": "", "words": "Mag alles weten."}
WORDS = "Liever op maandag, na tien uur."


@pytest.fixture
def home(db: None, monkeypatch: pytest.MonkeyPatch) -> Household:
    monkeypatch.setattr(middleware, "read_clock", lambda: MOMENT)
    return Household()


def test_a_resident_proposes_somebody_and_reads_that_they_are_there_now(
    home: Household, signed_in_client: SignedIn
) -> None:
    client, sanne, code = come_in(home.give().code), signed_in_client(home.world, "sanne"), home.case.code
    assert "Iemand voorstellen" in body(client.get(PAGE))
    wrong = client.post(PROPOSE, {**BRAM, "relation": ""})
    assert (wrong.status_code, "Mag alles weten." in body(wrong)) == (422, True)
    for _ in range(2):
        assert client.post(PROPOSE, BRAM).headers["Location"] == AFTER
    line = Wish.objects.get()
    page = body(client.get(PAGE))
    assert "Uw vraag is verstuurd." in page
    assert "Bram &lt;b&gt;Wiersema&lt;/b&gt;, vriend." in page

    address = f"/casussen/{code}/eigen-pagina/wens/{line.id}/"
    for asked in ("/", f"/casussen/{code}/"):
        assert address in sanne.get(asked).text
    form = sanne.get(address).text
    assert 'value="Bram &lt;b&gt;Wiersema&lt;/b&gt;"' in form
    assert 'value="Mag alles weten."' in form
    yes = {"once": str(line.id), "name": "Bram Wiersema", "relation": "vriend", "answer": "Fijn."}
    assert sanne.post(address, yes).headers["Location"] == f"/casussen/{code}/mensen/"
    assert NetworkMember.objects.filter(name="Bram Wiersema", resident=home.ruben).count() == 1
    assert [sanne.post(address, yes).status_code, sanne.get(address).status_code] == [409, 409]
    assert address not in sanne.get(f"/casussen/{code}/").text
    assert "ja, deze persoon hoort er nu bij. Fijn." in body(client.get(PAGE))


def test_a_resident_asks_for_another_date_of_what_stands_there_and_reads_the_answer(
    home: Household, signed_in_client: SignedIn
) -> None:
    client, sanne, code = come_in(home.give().code), signed_in_client(home.world, "sanne"), home.case.code
    assert client.get(OTHER_DATE).headers["Location"] == AFTER
    plan(home.world, home.case_id, now=NOW)
    assert body(client.get(PAGE)).count(f'href="{OTHER_DATE}"') == 2
    assert client.post(OTHER_DATE, {"about": "dag", "words": ""}).status_code == 422
    assert client.post(OTHER_DATE, {"about": "gesprek", "words": WORDS}).status_code == 422
    assert "checked" in body(client.get(OTHER_DATE))
    for _ in range(2):
        assert client.post(OTHER_DATE, {"about": "dag", "words": WORDS}).headers["Location"] == AFTER
    address = f"/casussen/{code}/eigen-pagina/wens/{Wish.objects.get().id}/"
    assert WORDS in sanne.get(address).text
    assert sanne.post(address, {"new_on": FIRST.isoformat()}).status_code == 422
    assert sanne.post(f"{address}nee/", {"answer": ""}).status_code == 422
    assert sanne.post(address, {"new_on": date(2026, 12, 7).isoformat()}).headers["Location"] == f"/casussen/{code}/"
    page = body(client.get(PAGE))
    assert "Maandag 7 december" in page
    assert "ja, het wordt maandag 7 december." in page


def test_who_does_not_see_the_moment_can_say_no_and_not_move_it(home: Household, signed_in_client: SignedIn) -> None:
    client, sanne, code = come_in(home.give().code), signed_in_client(home.world, "sanne"), home.case.code
    plan(home.world, home.case_id, CLINIC_OUT, now=NOW)
    assert client.post(OTHER_DATE, {"about": "dag", "words": WORDS}).status_code == 302
    beheer, here = home.world.actor("beheer"), home.world.municipality.id
    whose, what = Relation.CASE_DIRECTOR, Part.CARE_MOMENTS
    close_cell(actor=beheer, now=NOW, municipality_id=here, relation=whose, part=what, why="Verzonnen.")
    address = f"/casussen/{code}/eigen-pagina/wens/{Wish.objects.get().id}/"
    shown = sanne.get(address).text
    assert "U ziet dit moment niet" in shown
    assert "new_on" not in shown
    assert sanne.post(address, {"answer": "Dit kan niet anders."}).status_code == 302
    assert "nee. Dit kan niet anders." in body(client.get(PAGE))


def test_an_ex_partner_and_the_network_find_nothing_of_it(home: Household) -> None:
    client, ex, sister = (come_in(home.give(new).code) for new in (None, home.other, home.near("first")))
    plan(home.world, home.case_id, now=NOW)
    sent = (client.post(PROPOSE, BRAM), client.post(OTHER_DATE, {"about": "dag", "words": WORDS}))
    assert [each.status_code for each in sent] == [302, 302]
    for other in (ex, sister):
        page = body(other.get(PAGE))
        assert "Wiersema" not in page
        assert WORDS not in page
        assert OTHER_DATE not in page
    assert {sister.get(PROPOSE).headers["Location"], sister.post(PROPOSE, BRAM).headers["Location"]} == {PAGE}
    assert Entry.objects.filter(event="participant.somebody_proposed", outcome=REFUSED).count() == 1
    assert "De inwoner vraagt dit zelf, of wie de inwoner vertegenwoordigt." in body(sister.get(PAGE))
    assert [other.get(OTHER_DATE).headers["Location"] for other in (sister, ex)] == [AFTER, AFTER]
    assert PROPOSE not in body(sister.get(PAGE))
    assert Wish.objects.count() == 2
