"""The pages of a partner without an account: what they show, when, and that reading uses nothing up."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.http import HttpResponse
from django.test import Client
from pytest_django import Settings

from houvast.audit.models import Entry
from houvast.plans.models import LinkCode, TaskLink, TaskStep
from houvast.plans.services.withdraw_task_link import withdraw_task_link
from houvast.web import middleware
from tests.plans.links import Linked, make_linked
from tests.plans.worlds import Planned, make_planned
from tests.web.conftest import MOMENT, SignedIn
from tests.worlds import NOW

SECRETS = ("Dijkhuis", "Ruben", "Sanne", "Eemsdelta", "GGZ", "Prins", "sleutel", "C-2026", "00 04 17")
"""Names of the household, its case, who leads it, the organisations, the contact, the task and the number."""
WRONG_ANSWERS: tuple[dict[str, str], ...] = ({}, {"done": "niet-gedaan"}, {"done": "misschien"})
Clock = Callable[[timedelta], None]


@pytest.fixture
def planned(db: None) -> Planned:
    return make_planned()


@pytest.fixture
def linked(planned: Planned) -> Linked:
    return make_linked(planned.world.actor("sanne"), planned.case_id, planned.partner.organisation_id)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Give what moves the clock of the door on."""

    def moved(by: timedelta) -> None:
        monkeypatch.setattr(middleware, "read_clock", lambda: MOMENT + by)

    moved(timedelta())
    return moved


@pytest.fixture
def partner(clock: Clock) -> Client:
    return Client(enforce_csrf_checks=False)


def get(client: Client, address: str) -> HttpResponse:
    answer = client.get(address)
    assert isinstance(answer, HttpResponse)
    return answer


def body(client: Client, address: str) -> str:
    return get(client, address).content.decode()


def open_link(client: Client, linked: Linked) -> HttpResponse:
    return get(client, f"/link/{linked.secret}/")


def shown_code(client: Client) -> str:
    found = re.search(r'id="oefencode">(\d{6})<', body(client, "/antwoord/code/"))
    assert found is not None
    return found[1]


def come_in(client: Client, linked: Linked) -> None:
    open_link(client, linked)
    client.post("/antwoord/sturen/")
    assert client.post("/antwoord/code/", {"code": shown_code(client)}).headers["Location"] == "/antwoord/taak/"


def test_the_link_leads_on_at_once_to_an_address_without_its_secret(partner: Client, linked: Linked) -> None:
    answer = open_link(partner, linked)
    assert (answer.status_code, answer.headers["Location"], answer.content) == (303, "/antwoord/", b"")
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert (answer.headers["Cache-Control"], answer.headers["X-Robots-Tag"]) == ("no-store", "noindex")
    assert linked.secret not in str(dict(partner.session))


def test_before_the_code_no_page_shows_a_name_or_what_it_is_about(partner: Client, linked: Linked) -> None:
    open_link(partner, linked)
    partner.post("/antwoord/sturen/")
    partner.post("/antwoord/code/", {"code": "geen code"})
    pages = [body(partner, address) for address in ("/antwoord/", "/antwoord/code/")]
    pages.append(partner.post("/antwoord/code/", {"code": "geen code"}).content.decode())
    assert [word for word in SECRETS if any(word in page for page in pages)] == []
    assert partner.get("/antwoord/taak/").headers["Location"] == "/antwoord/"
    assert partner.post("/antwoord/taak/", {"done": "gedaan"}).headers["Location"] == "/antwoord/"
    assert partner.get("/antwoord/klaar/").status_code == 410


def test_after_the_code_the_task_stands_there_and_the_household_does_not(partner: Client, linked: Linked) -> None:
    come_in(partner, linked)
    page = body(partner, "/antwoord/taak/")
    for word in ("Belt over de sleutel", "do 26 november 2026", "casusregisseur, Gemeente Eemsdelta"):
        assert word in page
    assert not any(word in page for word in ("Dijkhuis", "Ruben", "Sanne", "C-2026", "Prins"))
    assert get(partner, "/antwoord/").headers["Location"] == "/antwoord/taak/"


def test_reading_uses_nothing_up_however_often(partner: Client, linked: Linked) -> None:
    come_in(partner, linked)
    scanner = Client()
    for client in (partner, scanner):
        for _ in range(2):
            open_link(client, linked)
            client.head(f"/link/{linked.secret}/")
            for page in ("", "code/", "taak/", "klaar/"):
                client.get(f"/antwoord/{page}")
    assert (linked.works(MOMENT), LinkCode.objects.count(), TaskStep.objects.count()) == (True, 1, 1)


def test_the_answer_is_given_once_and_then_the_link_opens_nothing(partner: Client, linked: Linked) -> None:
    come_in(partner, linked)
    for form in ({"done": "niet-gedaan", "why": "Niemand thuis."}, {"done": "gedaan"}):
        answer = partner.post("/antwoord/taak/", form)
        assert (answer.status_code, answer.headers["Location"]) == (303, "/antwoord/klaar/")
    assert TaskStep.objects.filter(task_id=linked.task_id).count() == 2
    assert "Uw antwoord is binnen" in body(partner, "/antwoord/klaar/")
    assert get(partner, "/antwoord/").headers["Location"] == "/antwoord/klaar/"
    assert get(partner, "/antwoord/code/").status_code == 410
    open_link(partner, linked)
    assert get(partner, "/antwoord/").status_code == 410


@pytest.mark.parametrize("form", WRONG_ANSWERS)
def test_an_answer_that_lacks_something_is_asked_again(partner: Client, linked: Linked, form: dict[str, str]) -> None:
    come_in(partner, linked)
    assert partner.post("/antwoord/taak/", form).status_code == 422
    assert linked.works(MOMENT)


def test_what_the_partner_filled_in_stays(partner: Client, linked: Linked) -> None:
    come_in(partner, linked)
    page = partner.post("/antwoord/taak/", {"why": "De sleutel ligt bij de buren."}).content.decode()
    assert "De sleutel ligt bij de buren." in page


def test_half_an_hour_after_the_code_it_is_asked_again(partner: Client, linked: Linked, clock: Clock) -> None:
    come_in(partner, linked)
    clock(timedelta(minutes=30))
    assert get(partner, "/antwoord/taak/").headers["Location"] == "/antwoord/"
    assert "Er is een vraag aan u" in body(partner, "/antwoord/")


def test_a_link_that_is_used_withdrawn_too_old_or_never_was_gives_one_and_the_same_answer(
    planned: Planned, linked: Linked, clock: Clock
) -> None:
    sanne, organisation = planned.world.actor("sanne"), planned.partner.organisation_id
    used, withdrawn = (make_linked(sanne, planned.case_id, organisation, name=name) for name in ("Ria Bos", "Bo Vos"))
    used.answer(proof=used.prove())
    withdraw_task_link(actor=sanne, now=NOW, task_id=withdrawn.task_id)
    clock(timedelta(days=60))
    answers = []
    for secret in (linked.secret, used.secret, withdrawn.secret, "nooit-geweest"):
        client = Client()
        led = get(client, f"/link/{secret}/")
        pages = [client.get(page) for page in ("/antwoord/", "/antwoord/code/", "/antwoord/taak/", "/antwoord/klaar/")]
        pages += [client.post("/antwoord/sturen/"), client.post("/antwoord/code/", {"code": "123456"})]
        shown = [(each.status_code, each.content, dict(each.headers)) for each in pages]
        answers.append((led.status_code, dict(led.headers), dict(client.cookies), shown))
    assert all(answer == answers[0] for answer in answers)
    assert {status for status, _, _ in answers[0][3]} == {410}


def test_opening_a_link_that_works_no_longer_is_on_record(partner: Client, linked: Linked, clock: Clock) -> None:
    open_link(partner, linked)
    clock(timedelta(days=60))
    open_link(partner, linked)
    opened = Entry.objects.filter(event="task.link_opened").order_by("number")
    assert [(each.outcome, each.actor_name) for each in opened] == [
        ("read", str(linked.contact_id)),
        ("refused", str(linked.contact_id)),
    ]


def test_a_link_that_is_withdrawn_meanwhile_is_gone_for_who_was_in(
    planned: Planned, partner: Client, linked: Linked
) -> None:
    come_in(partner, linked)
    withdraw_task_link(actor=planned.world.actor("sanne"), now=NOW, task_id=linked.task_id)
    assert get(partner, "/antwoord/taak/").status_code == 410
    assert partner.post("/antwoord/taak/", {"done": "gedaan"}).status_code == 410
    assert TaskStep.objects.filter(task_id=linked.task_id).count() == 1


def test_a_session_that_another_made_does_not_come_in_with_the_partner(partner: Client, linked: Linked) -> None:
    open_link(partner, linked)
    planted = partner.cookies["sessionid"].value
    come_in(partner, linked)
    assert partner.cookies["sessionid"].value != planted


def test_in_production_the_page_shows_no_code_and_says_when_none_can_be_sent(
    partner: Client, linked: Linked, settings: Settings
) -> None:
    settings.HOUVAST_PRACTICE = False
    open_link(partner, linked)
    answer = partner.post("/antwoord/sturen/")
    assert answer.status_code == 422
    assert "niet ingesteld" in answer.content.decode()
    assert "oefencode" not in body(partner, "/antwoord/code/")


def test_a_form_that_was_not_made_here_sends_no_code(linked: Linked, clock: Clock) -> None:
    stranger = Client(enforce_csrf_checks=True)
    open_link(stranger, linked)
    assert stranger.post("/antwoord/sturen/").status_code == 403
    assert LinkCode.objects.count() == 0


# The page of who makes the link.


def test_who_leads_makes_a_link_sees_it_once_and_takes_it_back(
    planned: Planned, linked: Linked, signed_in_client: SignedIn
) -> None:
    sanne, page = signed_in_client(planned.world, "sanne"), f"/taken/{linked.task_id}/"
    assert "Er is een link voor Jan Prins, GGZ (verzonnen)" in body(sanne, page)
    made = sanne.post(f"{page}link/", {"contact": str(linked.contact_id), "days_after": "3"})
    secret = re.search(r"http://testserver/link/([\w-]{32})/<", made.content.decode())
    assert secret is not None
    assert TaskLink.objects.filter(end__isnull=True).get().days_after == 3
    assert secret[1] not in body(sanne, page)
    assert not linked.works(MOMENT)
    assert sanne.post(f"{page}link/intrekken/").headers["Location"] == page
    assert "Link voor de partner maken" in body(sanne, page)
    assert sanne.get(f"{page}link/intrekken/").status_code == 409


def test_without_a_gateway_the_page_says_that_links_are_not_set_up(
    planned: Planned, linked: Linked, signed_in_client: SignedIn, settings: Settings
) -> None:
    withdraw_task_link(actor=planned.world.actor("sanne"), now=NOW, task_id=linked.task_id)
    settings.HOUVAST_PRACTICE = False
    sanne, page = signed_in_client(planned.world, "sanne"), f"/taken/{linked.task_id}/"
    assert "is nog niet ingesteld: Houvast kan hier geen sms sturen" in body(sanne, page)
    assert "Link voor de partner maken" not in body(sanne, page)
    answer = get(sanne, f"{page}link/")
    assert answer.status_code == 403
    assert "Links voor partners zijn nog niet ingesteld" in answer.content.decode()


def test_who_leads_reads_who_answered_and_what(planned: Planned, linked: Linked, signed_in_client: SignedIn) -> None:
    linked.answer(proof=linked.prove())
    sanne = signed_in_client(planned.world, "sanne")
    assert "Jan Prins, GGZ (verzonnen) antwoordt: gedaan." in body(sanne, "/")
    assert "Jan Prins, GGZ (verzonnen) (met een link)" in body(sanne, f"/taken/{linked.task_id}/")
