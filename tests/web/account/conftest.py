"""A clock that tests move, an account with a code app, and somebody at the door."""

from datetime import datetime, timedelta

import pytest

from houvast.directory.models import Account
from houvast.directory.services.enrol_factor import enrol_factor
from houvast.directory.services.open_account import open_account
from houvast.directory.totp import code_of, step_at
from houvast.kernel.actor import member, system
from houvast.web.clock import read_clock
from tests.web.account.visitor import PASSWORD, SECRET, Clock, Visitor
from tests.worlds import World, make_world


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Give the clock of the door; it starts now, because django-axes stamps rows by itself."""
    made = Clock(read_clock())
    monkeypatch.setattr("houvast.web.middleware.read_clock", lambda: made.now)
    return made


@pytest.fixture
def world(db: None) -> World:
    """Give a municipality with its members."""
    return make_world()


def account_of(world: World, who: str, now: datetime) -> Account:
    """Open an account for a member, under the member's own name."""
    account = Account.objects.get(pk=open_account(world.id(who), who, actor=system("test"), now=now))
    account.set_password(PASSWORD)
    account.save()
    return account


@pytest.fixture
def marit(world: World, clock: Clock) -> Account:
    """Give the account of a process director, with a code app that was set up an hour ago."""
    account = account_of(world, "marit", clock.now)
    then = clock.now - timedelta(hours=1)
    code = code_of(SECRET, step_at(then))
    enrol_factor(account.pk, SECRET, code, actor=member(account.member_id), now=then)
    return account


@pytest.fixture
def visitor(clock: Clock) -> Visitor:
    """Give somebody with a browser who is not signed in."""
    return Visitor(clock)
