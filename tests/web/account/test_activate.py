"""Setting a password with a code that was handed over, at the door."""

import logging

import pytest

from houvast.audit.models import Entry
from houvast.directory.models import Account
from houvast.directory.services.approve_factor_repair import approve_factor_repair
from houvast.directory.services.ask_factor_repair import ask_factor_repair
from houvast.directory.services.end_member import end_member
from houvast.directory.services.make_activation import make_activation
from houvast.directory.services.open_account import open_account
from houvast.kernel.actor import member, system
from tests.web.account.visitor import PASSWORD, Clock, Visitor
from tests.worlds import World, add_member

ACTIVATE = "/account/activeren"
TEST = system("test")


@pytest.fixture
def sanne(world: World, clock: Clock) -> Account:
    return Account.objects.get(pk=open_account(world.id("sanne"), "sanne", actor=TEST, now=clock.now))


@pytest.fixture
def code(sanne: Account, clock: Clock) -> str:
    return make_activation(sanne.pk, actor=TEST, now=clock.now).code


def activate(visitor: Visitor, code: str, username: str = "sanne", new: str = PASSWORD) -> tuple[int, str]:
    answer = visitor.post(ACTIVATE, {"username": username, "code": code, "new": new, "again": new})
    return answer.status_code, answer.headers.get("Location", "") or answer.text


def test_a_code_leads_by_way_of_a_password_to_the_code_app(code: str, visitor: Visitor, clock: Clock) -> None:
    assert activate(visitor, code, "Sanne") == (302, "/inloggen/code-instellen")
    assert "<svg" in visitor.get("/inloggen/code-instellen").text
    assert not visitor.is_in()
    assert Visitor(clock).give_password("sanne").headers["Location"] == "/inloggen/code-instellen"


def test_without_a_code_nobody_gets_in(sanne: Account, visitor: Visitor) -> None:
    for password in ("", "!", PASSWORD, "oefenen-met-ave"):
        assert visitor.give_password("sanne", password).status_code == 422


@pytest.mark.parametrize("username", ["sanne", "niemand"])
def test_a_wrong_code_and_a_wrong_name_are_told_alike(code: str, visitor: Visitor, username: str) -> None:
    status, page = activate(visitor, "0000-0000-0000-0000", username)
    assert status == 422
    assert "horen niet bij elkaar, of de code is gebruikt of te oud" in page
    assert PASSWORD not in page
    assert Entry.objects.get(event="account.sign_in_failed").details == {"reason": "wrong_activation"}


def test_guessing_codes_closes_the_door(code: str, visitor: Visitor) -> None:
    assert [activate(visitor, "FOUT")[0] for _ in range(5)] == [422, 422, 422, 422, 429]
    assert activate(visitor, code)[0] == 429


def test_a_weak_password_is_told_and_the_code_stays_good(code: str, visitor: Visitor) -> None:
    status, page = activate(visitor, code, new="kort")
    assert (status, "12 tekens" in page) == (422, True)
    assert activate(visitor, code)[0] == 302


def test_who_left_and_who_practises_activate_nothing(world: World, code: str, visitor: Visitor, clock: Clock) -> None:
    open_account(world.id("bram"), "bram", practice=True, actor=TEST, now=clock.now)
    assert activate(visitor, code, "bram")[0] == 422
    end_member(world.id("sanne"), actor=TEST, now=clock.now)
    assert activate(visitor, code)[0] == 422


def test_who_is_in_has_nothing_to_activate(marit: Account, visitor: Visitor) -> None:
    visitor.sign_in()
    assert visitor.get(ACTIVATE).headers["Location"] == "/"


def test_a_repaired_password_ends_every_session_and_who_is_half_in(
    world: World, marit: Account, visitor: Visitor, clock: Clock
) -> None:
    visitor.sign_in()
    clock.forward(seconds=30)
    half = Visitor(clock)
    half.give_password()
    second = add_member(world.organisation, "Tweede", "functioneel-beheerder", "", "beheerder", None)
    repair = ask_factor_repair(marit.pk, "memorised", actor=world.actor("beheer"), now=clock.now)
    assert visitor.is_in()
    approve_factor_repair(repair, actor=member(second.id), now=clock.now)
    assert not visitor.is_in()
    half.give_code()
    assert not half.is_in()
    assert Visitor(clock).give_password().status_code == 422
    code = make_activation(marit.pk, actor=world.actor("beheer"), now=clock.now).code
    again = Visitor(clock)
    assert activate(again, code, "marit", "een andere lange zin over regen") == (302, "/inloggen/code")
    again.give_code()
    assert again.is_in()


def test_a_repaired_code_app_ends_every_session_and_who_is_half_in(
    world: World, marit: Account, visitor: Visitor, clock: Clock
) -> None:
    visitor.sign_in()
    clock.forward(seconds=30)
    half = Visitor(clock)
    half.give_password()
    second = add_member(world.organisation, "Tweede", "functioneel-beheerder", "", "beheerder", None)
    repair = ask_factor_repair(marit.pk, "code_app", actor=world.actor("beheer"), now=clock.now)
    assert visitor.is_in()
    approve_factor_repair(repair, actor=member(second.id), now=clock.now)
    assert not visitor.is_in()
    half.give_code()
    assert not half.is_in()
    again = Visitor(clock)
    assert again.give_password().headers["Location"] == "/inloggen/code-instellen"


def test_no_code_is_in_a_log_or_an_address(code: str, visitor: Visitor, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        activate(visitor, "FOUT" + code[4:])
        _, location = activate(visitor, code)
    assert code not in caplog.text
    assert code not in location
    assert code not in str(list(Entry.objects.values()))
