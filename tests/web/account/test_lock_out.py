"""Five failures close the door for a quarter of an hour."""

from functools import partial

import pytest
from axes.models import AccessAttempt
from django.test import RequestFactory
from pytest_django import Settings

from houvast.audit.models import Entry
from houvast.directory.models import Account
from houvast.web.account.lock_out import address_of, password_attempts
from tests.cases.test_together import at_once
from tests.web.account.visitor import Clock, Visitor
from tests.worlds import NOW

TOO_MANY = 5


def fail(visitor: Visitor, times: int) -> list[int]:
    return [visitor.give_password("marit", "fout wachtwoord").status_code for _ in range(times)]


def test_the_fifth_wrong_password_closes_the_door(marit: Account, visitor: Visitor) -> None:
    assert fail(visitor, TOO_MANY) == [422, 422, 422, 422, 429]
    answer = visitor.give_password()
    assert answer.status_code == 429
    assert "een kwartier niet inloggen" in answer.text
    assert Entry.objects.filter(event="account.sign_in_locked", subject_id=marit.pk).count() == 1


def test_a_quarter_of_an_hour_later_it_is_open(marit: Account, visitor: Visitor, clock: Clock) -> None:
    fail(visitor, TOO_MANY)
    clock.forward(minutes=14)
    assert visitor.give_password().status_code == 429
    clock.forward(minutes=2)
    visitor.sign_in()
    assert visitor.is_in()


def test_nobody_shuts_a_colleague_out_from_elsewhere(marit: Account, visitor: Visitor, clock: Clock) -> None:
    fail(Visitor(clock, address="198.51.100.9"), TOO_MANY)
    visitor.sign_in()
    assert visitor.is_in()


def test_another_name_from_the_same_address_still_works(marit: Account, visitor: Visitor, clock: Clock) -> None:
    for _ in range(TOO_MANY):
        visitor.give_password("iemand-anders", "fout wachtwoord")
    visitor.sign_in()
    assert visitor.is_in()


def test_wrong_codes_are_counted_from_all_addresses_together(marit: Account, clock: Clock) -> None:
    answers = []
    for number in range(TOO_MANY):
        visitor = Visitor(clock, address=f"192.0.2.{number + 1}")
        visitor.give_password()
        answers.append(visitor.give_code("geen code").status_code)
    assert answers == [422, 422, 422, 422, 429]
    last = Visitor(clock, address="198.51.100.9")
    last.give_password()
    assert last.give_code().status_code == 429
    assert not last.is_in()


def test_signing_in_begins_the_count_anew(marit: Account, visitor: Visitor, clock: Clock) -> None:
    fail(visitor, TOO_MANY - 1)
    visitor.sign_in()
    visitor.post("/uitloggen")
    assert fail(visitor, TOO_MANY - 1) == [422] * (TOO_MANY - 1)


def test_what_is_counted_holds_a_name_and_an_address_and_nothing_else(marit: Account, visitor: Visitor) -> None:
    visitor.browser.post(
        "/inloggen?volgende=/geheim",
        {"username": "marit", "password": "fout"},
        headers={"User-Agent": "Mijn Browser"},
        REMOTE_ADDR=visitor.address,
    )
    (kept,) = AccessAttempt.objects.values()
    assert (kept.pop("username"), kept.pop("ip_address"), kept.pop("failures_since_start")) == ("marit", "192.0.2.7", 1)
    kept.pop("id"), kept.pop("attempt_time")
    assert set(kept.values()) == {""}


@pytest.mark.parametrize(
    ("behind_proxy", "told", "expected"),
    [
        (True, "203.0.113.5, 198.51.100.9", "198.51.100.9"),
        (True, "", "192.0.2.7"),
        (True, "geen adres", "192.0.2.7"),
        (False, "198.51.100.9", "192.0.2.7"),
    ],
)
def test_the_address_is_what_our_own_proxy_added(
    settings: Settings, behind_proxy: bool, told: str, expected: str
) -> None:
    settings.SECURE_SSL_REDIRECT = behind_proxy
    request = RequestFactory().get("/", REMOTE_ADDR="192.0.2.7", headers={"X-Forwarded-For": told})
    assert address_of(request) == expected


def test_of_many_wrong_passwords_at_once_each_is_counted(committed: str) -> None:
    request = RequestFactory(REMOTE_ADDR="192.0.2.1").post("/inloggen")
    attempts = [password_attempts("marit", request, now=NOW) for _ in range(8)]
    assert at_once([partial(each.account_with, "fout wachtwoord") for each in attempts]) == ["done"] * 8
    assert AccessAttempt.objects.get().failures_since_start == 8
