"""A municipality that was just taken into use: no model yet, no colleagues, no concerns."""

import pytest
from django.test import Client

from houvast.directory.models import Account
from houvast.directory.services.make_first_administrator import FirstAdministrator, make_first_administrator
from houvast.kernel.actor import system
from houvast.web import middleware
from houvast.web.session_limits import begin
from tests.worlds import NOW

PAGES = (
    "/",
    "/ave-model/",
    "/begrippen/",
    "/beheer/",
    "/beheer/duos/nieuw",
    "/beheer/herstel/",
    "/beheer/intake/",
    "/beheer/leefgebieden/",
    "/beheer/mandaten/nieuw",
    "/beheer/mensen/",
    "/beheer/mensen/nieuw",
    "/beheer/model/",
    "/beheer/model/nieuw",
    "/beheer/teams/nieuw",
    "/casussen/",
    "/gronden/",
    "/gronden/nieuw/",
    "/signalen/",
    "/signalen/nieuw/",
)


def test_every_page_answers_the_first_administrator(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(middleware, "read_clock", lambda: NOW)
    new = FirstAdministrator("het-hogeland", "Anna Voorbeeld", "anna", "Het Hogeland", "Groningen")
    make_first_administrator(new, actor=system("test"), now=NOW)
    client = Client(raise_request_exception=False)
    client.force_login(Account.objects.get(), backend="django.contrib.auth.backends.ModelBackend")
    session = client.session
    begin(session, now=NOW)
    session.save()
    answers = {path: client.get(path).status_code for path in PAGES}
    assert answers == dict.fromkeys(PAGES, 200)
