"""A resident comes in with two codes, reads a page of their own, and is out in the same second."""

import re
from collections.abc import Callable
from datetime import timedelta
from html import unescape

import pytest
from django.contrib.sessions.models import Session
from django.core import signing
from django.http import HttpResponse
from django.test import Client
from pytest_django import DjangoAssertNumQueries, Settings

from houvast.audit.models import Entry
from houvast.desk.selectors.own_page import own_page
from houvast.directory.models import Account
from houvast.participation.rules.parts import OwnPart
from houvast.participation.selectors.taking_part import participating
from houvast.participation.services.end_own_page import end_own_page
from houvast.participation.services.make_personal_code import make_personal_code
from houvast.web import coming_in, middleware, own_session
from houvast.web.own_page import sign_in
from houvast.web.session_limits import begin
from tests.participation.worlds import Household
from tests.web.conftest import MOMENT, SignedIn

BACKEND = "django.contrib.auth.backends.ModelBackend"
SIGN_IN, CODE, PAGE = "/mijn/inloggen/", "/mijn/inloggen/code/", "/mijn/"
OF_OTHERS = ("Laan van", "00 04 21", "Lieke", "Fenna", "C-2026", "Huishouden")
"""Where the people of the case live, the number and names of the others, its code and its name."""
Clock = Callable[[timedelta], None]


@pytest.fixture
def home(db: None) -> Household:
    return Household()


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Give what moves the clock of the door on."""

    def moved(by: timedelta) -> None:
        monkeypatch.setattr(middleware, "read_clock", lambda: MOMENT + by)

    moved(timedelta())
    return moved


def body(answer: object) -> str:
    assert isinstance(answer, HttpResponse)
    return answer.content.decode()


def type_code(client: Client, code: str) -> HttpResponse:
    answer = client.post(SIGN_IN, {"personal_code": code})
    assert isinstance(answer, HttpResponse)
    return answer


def come_in(code: str) -> Client:
    client = Client()
    assert type_code(client, code).headers["Location"] == CODE
    shown = re.search(r'id="oefencode">(\d{6})<', body(client.get(CODE)))
    assert shown is not None
    assert client.post(CODE, {"code": shown[1]}).headers["Location"] == PAGE
    return client


def test_a_resident_reads_what_is_theirs_and_nothing_of_the_others(home: Household, clock: Clock) -> None:
    client = come_in(home.give().code)
    page = body(client.get(PAGE))
    assert "Dag Ruben" in page
    assert "leidt de hulp." in page
    assert [name for name in OF_OTHERS if name in page] == []
    entry = Entry.objects.get(event="participant.own_page_read")
    assert (entry.actor_kind, entry.outcome, entry.case) == ("takes_part", "read", home.case_id)
    assert client.get(SIGN_IN).headers["Location"] == PAGE
    assert client.get(CODE).headers["Location"] == PAGE


def test_paper_says_the_same_and_is_on_record(home: Household, clock: Clock, signed_in_client: SignedIn) -> None:
    given = home.give()
    code, who = home.case.code, given.participant_id
    director = signed_in_client(home.world, "sanne")
    text = body(director.get(f"/casussen/{code}/eigen-pagina/{who}/pagina.txt"))
    entry = Entry.objects.get(event="participant.own_page_on_paper")
    assert (entry.actor_member, entry.subject_id) == (home.world.id("sanne"), who)
    screen = unescape(body(come_in(given.code).get(PAGE)))
    taking_part = participating(who, now=MOMENT)
    assert taking_part is not None
    for section in own_page(taking_part, now=MOMENT).sections:
        assert section.title in screen
        assert section.title in text.splitlines()
        if section.part is not OwnPart.LOOKED:
            lines = [line.in_words for line in section.lines]
            assert [line for line in lines if line not in text.splitlines()] == []
        parts = [part for line in section.lines for part in (line.lead, line.text, line.phone, line.mark)]
        assert [part for part in parts if part not in screen] == []
    paper = director.get(f"/casussen/{code}/eigen-pagina/{who}/pagina.pdf")
    assert paper.headers["Content-Type"] == "application/pdf"
    assert director.get(f"/casussen/{code}/eigen-pagina/{home.case_id}/pagina.txt").status_code == 404


def test_another_resident_and_the_network_see_less(home: Household, clock: Clock) -> None:
    other, near = come_in(home.give(home.other).code), come_in(home.give(home.near()).code)
    for client, name in ((other, "Dag Lieke"), (near, "Dag Janna Kuipers")):
        page = body(client.get(PAGE))
        assert name in page
        assert "Wie helpt er nog meer?" not in page
        assert "Laan van" not in page
    assert "Ruben" not in body(other.get(PAGE))


def test_the_page_asks_the_database_the_same_every_time(
    home: Household, clock: Clock, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    client = come_in(home.give().code)
    client.get(PAGE)
    with django_assert_num_queries(39):
        client.get(PAGE)


def test_a_code_that_does_not_work_gets_the_same_pages(
    home: Household, clock: Clock, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    given, later = home.give(), list[Callable[[], object]]()
    settings.HOUVAST_PRACTICE = False
    monkeypatch.setattr(sign_in, "afterwards", later.append)
    wrong, right = Client(), Client()
    answers = []
    for client, code in ((wrong, "ABCD EFGH JKMN"), (right, given.code)):
        typed, page = type_code(client, code), client.get(CODE)
        tried = client.post(CODE, {"code": "000000"})
        bare = [re.sub(r'value="[^"]*"', "", body(answer)) for answer in (page, tried)]
        answers.append((typed.status_code, typed.headers["Location"], tried.status_code, *bare))
    assert answers[0] == answers[1]
    kept = [
        signing.loads(client.cookies[coming_in.COOKIE].value, salt="houvast.web.coming_in") for client in (wrong, right)
    ]
    assert [(each["shown"], len(each["typed"]), each.keys()) for each in kept] == [("", 64, kept[0].keys())] * 2
    assert not Session.objects.exists(), "nobody is in yet"
    asked = Entry.objects.filter(event="participant.sign_in_code_asked")
    assert (len(later), asked.count()) == (2, 0), "the answer waits for nothing"
    assert ([do() for do in later], asked.count()) == (["", ""], 1)
    assert wrong.get(PAGE).headers["Location"] == SIGN_IN


def test_nothing_is_filled_in(home: Household, clock: Clock) -> None:
    client = Client()
    assert client.get(CODE).headers["Location"] == SIGN_IN
    assert client.get(PAGE).headers["Location"] == SIGN_IN
    assert client.post("/mijn/afmelden/").headers["Location"] == SIGN_IN
    assert client.post(SIGN_IN, {}).status_code == 422
    type_code(client, home.give().code)
    assert client.post(CODE, {}).status_code == 422


def test_who_ended_or_has_an_old_code_is_out_in_the_same_second(home: Household, clock: Clock) -> None:
    given, other = home.give(), home.give(home.other)
    client, second = come_in(given.code), come_in(other.code)
    make_personal_code(actor=home.sanne, now=MOMENT, participant_id=other.participant_id)
    assert second.get(PAGE).headers["Location"] == SIGN_IN
    end_own_page(actor=home.sanne, now=MOMENT, participant_id=given.participant_id)
    assert client.get(PAGE).headers["Location"] == SIGN_IN


def test_a_session_ends_when_nothing_happens_and_after_two_hours(home: Household, clock: Clock) -> None:
    client = come_in(home.give().code)
    almost = own_session.IDLE - timedelta(seconds=1)
    for turn in range(1, 8):
        clock(turn * almost)
        assert client.get(PAGE).status_code == 200
    clock(own_session.LONGEST)
    assert client.get(PAGE).status_code == 302
    clock(timedelta(days=1))
    again = come_in(home.give(home.other).code)
    clock(timedelta(days=1) + own_session.IDLE)
    assert again.get(PAGE).status_code == 302


def test_between_both_codes_one_does_not_wait_for_ever(home: Household, clock: Clock) -> None:
    client = Client()
    type_code(client, home.give().code)
    clock(coming_in.TRYING_FOR + timedelta(seconds=1))
    assert client.get(CODE).headers["Location"] == SIGN_IN


def test_going_out_is_on_record_and_ends_it(home: Household, clock: Clock) -> None:
    client = come_in(home.give().code)
    assert client.post("/mijn/afmelden/").headers["Location"] == SIGN_IN
    assert client.get(PAGE).headers["Location"] == SIGN_IN
    assert Entry.objects.filter(event="participant.signed_out").count() == 1


def test_nobody_is_a_member_and_a_participant_at_once(home: Household, signed_in_client: SignedIn) -> None:
    given = home.give()
    member = signed_in_client(home.world, "sanne")
    assert member.get(SIGN_IN).status_code == 403
    assert type_code(member, given.code).status_code == 403
    assert member.get(CODE).status_code == 403
    assert member.get(PAGE).headers["Location"] == SIGN_IN
    client = come_in(given.code)
    assert client.get("/casussen/").headers["Location"].startswith("/inloggen")
    client.force_login(Account.objects.get(member=home.world.members["sanne"]), backend=BACKEND)
    session = client.session
    begin(session, now=MOMENT)
    session.save()
    assert "takes_part" in client.session
    assert client.get(PAGE).headers["Location"] == SIGN_IN
    assert "takes_part" not in client.session
