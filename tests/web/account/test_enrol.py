"""The first sign-in sets up a code app, once; the secret is never readable in the database."""

import re

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.sessions.models import Session
from django.test import RequestFactory

from houvast.audit.models import Entry
from houvast.directory.models import Account
from houvast.directory.services.enrol_factor import enrol_factor
from houvast.directory.totp import code_of, step_at
from houvast.kernel.actor import member
from houvast.kernel.errors import Conflict
from houvast.web.account.adapters import AccountAdapter
from tests.web.account.conftest import account_of
from tests.web.account.visitor import SECRET, Clock, Visitor
from tests.worlds import World

ENROL = "/inloggen/code-instellen"


@pytest.fixture
def sanne(world: World, clock: Clock) -> Account:
    return account_of(world, "sanne", clock.now)


def shown_secret(visitor: Visitor) -> str:
    found = re.search(r"<code>([A-Z2-7 ]+)</code>", visitor.get(ENROL).text)
    assert found is not None
    return found[1].replace(" ", "")


def test_the_first_sign_in_leads_to_setting_up_the_app(sanne: Account, visitor: Visitor) -> None:
    assert visitor.give_password("sanne").headers["Location"] == ENROL
    assert visitor.get("/inloggen/code").headers["Location"] == ENROL
    page = visitor.get(ENROL)
    assert "<svg" in page.text
    assert shown_secret(visitor) == shown_secret(visitor)
    assert not visitor.is_in()


def test_a_code_from_the_app_proves_it_and_lets_in(sanne: Account, visitor: Visitor, clock: Clock) -> None:
    visitor.give_password("sanne")
    secret = shown_secret(visitor)
    answer = visitor.post(ENROL, {"code": code_of(secret, step_at(clock.now))})
    assert answer.headers["Location"] == "/account/wachtwoord"
    assert visitor.is_in()
    (stored,) = Authenticator.objects.filter(user=sanne)
    assert secret not in str(stored.data)
    assert secret not in str([session.get_decoded() for session in Session.objects.all()])
    assert Entry.objects.filter(event="account.factor_enrolled", subject_id=sanne.pk).count() == 1


def test_the_code_that_proved_it_is_spent(sanne: Account, visitor: Visitor, clock: Clock) -> None:
    visitor.give_password("sanne")
    code = code_of(shown_secret(visitor), step_at(clock.now))
    visitor.post(ENROL, {"code": code})
    other = Visitor(clock)
    other.give_password("sanne")
    assert other.give_code(code).status_code == 422


def test_a_wrong_code_sets_up_nothing(sanne: Account, visitor: Visitor) -> None:
    visitor.give_password("sanne")
    shown_secret(visitor)
    answer = visitor.post(ENROL, {"code": "geen code"})
    assert answer.status_code == 422
    assert "Deze code klopt niet." in answer.text
    assert not Authenticator.objects.exists()


def test_who_has_an_app_does_not_get_another(marit: Account, visitor: Visitor, clock: Clock) -> None:
    visitor.give_password()
    assert visitor.get(ENROL).headers["Location"] == "/inloggen/code"
    with pytest.raises(Conflict):
        enrol_factor(marit.pk, SECRET, visitor.code(), actor=member(marit.member_id), now=clock.now)


def test_two_browsers_at_once_set_up_one_app(sanne: Account, visitor: Visitor, clock: Clock) -> None:
    visitor.give_password("sanne")
    secret = shown_secret(visitor)
    enrol_factor(sanne.pk, SECRET, visitor.code(), actor=member(sanne.member_id), now=clock.now)
    answer = visitor.post(ENROL, {"code": code_of(secret, step_at(clock.now))})
    assert answer.headers["Location"] == "/inloggen/code"
    assert not visitor.is_in()


def test_nobody_opens_an_account_by_themselves() -> None:
    assert not AccountAdapter().is_open_for_signup(RequestFactory().get("/"))


def test_without_a_password_there_is_nothing_to_set_up(visitor: Visitor, db: None) -> None:
    assert visitor.get(ENROL).headers["Location"] == "/inloggen"
