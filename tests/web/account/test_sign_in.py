"""Signing in takes a password and a code, and gives nothing away."""

import pytest
from django.test import Client

from houvast.audit.models import Entry
from houvast.directory.models import Account, Member
from houvast.directory.services.end_member import end_member
from houvast.kernel.actor import system
from tests.web.account.visitor import PAGE, PASSWORD, Clock, Visitor
from tests.worlds import World

WRONG = "Deze gebruikersnaam en dit wachtwoord horen niet bij elkaar."


def entries(event: str) -> list[Entry]:
    return list(Entry.objects.filter(event=event).order_by("chain", "number"))


def test_password_and_code_lead_back_to_where_one_was_going(marit: Account, visitor: Visitor) -> None:
    asked = visitor.get(PAGE)
    assert asked.headers["Location"] == "/inloggen?volgende=%2Faccount%2Fwachtwoord"
    assert visitor.give_password("Marit").headers["Location"] == "/inloggen/code"
    assert visitor.give_code().headers["Location"] == PAGE
    assert visitor.is_in()
    assert [entry.subject_id for entry in entries("account.signed_in")] == [marit.pk]
    assert [entry.actor_member for entry in entries("account.signed_in")] == [marit.member_id]
    assert [entry.municipality for entry in entries("account.signed_in")] == [marit.member.organisation.municipality_id]


def test_a_password_alone_opens_nothing(marit: Account, visitor: Visitor) -> None:
    visitor.give_password()
    assert not visitor.is_in()
    assert not entries("account.signed_in")


def test_a_code_alone_opens_nothing(marit: Account, visitor: Visitor) -> None:
    assert visitor.give_code().headers["Location"] == "/inloggen"
    assert not visitor.is_in()


@pytest.mark.parametrize("username", ["marit", "bestaat-niet"])
def test_a_wrong_password_and_an_unknown_name_get_the_same_answer(
    marit: Account, visitor: Visitor, username: str
) -> None:
    answer = visitor.give_password(username, "niet het wachtwoord")
    assert answer.status_code == 422
    assert WRONG in answer.text
    assert f'value="{username}"' in answer.text
    assert "niet het wachtwoord" not in answer.text


def test_a_failed_attempt_is_on_record_without_the_name_that_was_typed(marit: Account, visitor: Visitor) -> None:
    visitor.give_password("marit", "fout wachtwoord")
    visitor.give_password("mijn-geheime-wachtwoord", "fout wachtwoord")
    known, unknown = sorted(entries("account.sign_in_failed"), key=lambda entry: entry.subject_id is None)
    assert (known.actor_kind, known.actor_name, known.subject_id) == ("system", "sign-in", marit.pk)
    assert unknown.subject_id is None
    assert known.details == unknown.details == {"reason": "wrong_password"}
    assert (known.municipality, unknown.municipality) == (marit.member.organisation.municipality_id, None)


def test_a_wrong_code_is_refused_and_on_record(marit: Account, visitor: Visitor) -> None:
    visitor.give_password()
    answer = visitor.give_code("000000" if visitor.code() != "000000" else "111111")
    assert answer.status_code == 422
    assert "Deze code klopt niet of is al gebruikt." in answer.text
    assert not visitor.is_in()
    assert [entry.details for entry in entries("account.sign_in_failed")] == [{"reason": "wrong_code"}]


def test_a_code_works_once_in_every_browser(marit: Account, visitor: Visitor, clock: Clock) -> None:
    visitor.sign_in()
    assert visitor.is_in()
    other = Visitor(clock)
    other.give_password()
    assert other.give_code().status_code == 422
    assert not other.is_in()
    clock.forward(seconds=30)
    other.give_code()
    assert other.is_in()


@pytest.mark.parametrize(("steps_off", "lets_in"), [(-2, False), (-1, True), (0, True), (1, True), (2, False)])
def test_a_clock_may_be_one_step_off(marit: Account, visitor: Visitor, steps_off: int, lets_in: bool) -> None:
    visitor.give_password()
    visitor.give_code(visitor.code(steps_off))
    assert visitor.is_in() is lets_in


def test_a_code_may_be_typed_as_the_app_shows_it(marit: Account, visitor: Visitor) -> None:
    visitor.give_password()
    visitor.give_code(f"{visitor.code()[:3]} {visitor.code()[3:]}")
    assert visitor.is_in()


def test_the_password_counts_for_ten_minutes(marit: Account, visitor: Visitor, clock: Clock) -> None:
    visitor.give_password()
    clock.forward(minutes=11)
    assert visitor.give_code().headers["Location"] == "/inloggen"


def test_the_session_gets_a_new_key_at_each_step(marit: Account, visitor: Visitor) -> None:
    visitor.get("/inloggen")
    keys = []
    for step in (visitor.give_password, visitor.give_code):
        step()
        keys.append(visitor.browser.cookies["sessionid"].value)
    assert len(set(keys)) == 2


@pytest.mark.parametrize(
    "wanted",
    ["https://elders.example/", "//elders.example/", "/\\elders.example", "javascript:alert(1)", "", "/inloggen"],
)
def test_signing_in_leads_to_own_pages_only(marit: Account, visitor: Visitor, wanted: str) -> None:
    visitor.give_password(to=wanted)
    assert visitor.give_code().headers["Location"] == "/"


def test_who_is_in_already_goes_on(marit: Account, visitor: Visitor) -> None:
    visitor.sign_in()
    assert visitor.get(f"/inloggen?volgende={PAGE}").headers["Location"] == PAGE


def test_who_does_not_work_here_any_more_does_not_get_in(
    world: World, marit: Account, visitor: Visitor, clock: Clock
) -> None:
    Member.objects.filter(pk=marit.member_id).update(until_at=clock.now)
    answer = visitor.give_password()
    assert answer.status_code == 422
    assert WRONG in answer.text
    assert [entry.details for entry in entries("account.sign_in_failed")] == [{"reason": "not_active"}]


def test_who_leaves_is_out_at_the_next_page(marit: Account, visitor: Visitor, clock: Clock) -> None:
    visitor.sign_in()
    assert visitor.is_in()
    end_member(marit.member_id, actor=system("test"), now=clock.now)
    assert not visitor.is_in()


def test_signing_out_is_a_deliberate_act_and_on_record(marit: Account, visitor: Visitor) -> None:
    visitor.sign_in()
    assert visitor.get("/uitloggen").status_code == 405
    assert visitor.is_in()
    assert visitor.post("/uitloggen").headers["Location"] == "/inloggen"
    assert not visitor.is_in()
    assert [entry.details for entry in entries("account.signed_out")] == [{"reason": "asked"}]


def test_a_form_from_elsewhere_is_refused_in_dutch(marit: Account) -> None:
    answer = Client(enforce_csrf_checks=True).post("/inloggen", {"username": "marit", "password": PASSWORD})
    assert answer.status_code == 403
    assert "Er is niets veranderd." in answer.text


@pytest.mark.parametrize("username", ["a" * 300, "met spatie", "null\x00", "code:123"])
def test_names_that_cannot_exist_are_no_fault_of_ours(visitor: Visitor, db: None, username: str) -> None:
    assert visitor.give_password(username).status_code == 422


def test_the_log_holds_no_names(marit: Account, visitor: Visitor) -> None:
    visitor.sign_in()
    visitor.post("/uitloggen")
    written = str(list(Entry.objects.values()))
    assert "marit" not in written.lower()
    assert PASSWORD not in written
