"""Members who are signed in, at a moment that the test knows."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client

from houvast.directory.models import Account
from houvast.web import middleware
from houvast.web.session_limits import begin
from tests.worlds import NOW, World

MOMENT = NOW + timedelta(hours=1)
"""When the requests of these tests happen: Monday 23 November 2026, 11.30 in Amsterdam."""

SignedIn = Callable[[World, str], Client]


@pytest.fixture
def signed_in_client(monkeypatch: pytest.MonkeyPatch) -> SignedIn:
    """Give what signs a member in without the form: `signed_in_client(world, "marit")`."""
    monkeypatch.setattr(middleware, "read_clock", lambda: MOMENT)

    def signed_in(world: World, name: str) -> Client:
        account, _ = Account.objects.get_or_create(member=world.members[name], defaults={"username": name})
        client = Client(raise_request_exception=True)
        client.force_login(account, backend="django.contrib.auth.backends.ModelBackend")
        session = client.session
        begin(session, now=MOMENT)
        session.save()
        return client

    return signed_in
