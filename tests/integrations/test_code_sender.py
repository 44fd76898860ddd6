"""What goes out: nothing in a practice region, else one request to a gateway; no secret in what failed."""

import json
from http.client import HTTPConnection
from typing import ClassVar, Self

import pytest
from pytest_django import Settings

from houvast.configuration import problems
from houvast.integrations import code_sender as sending
from houvast.integrations.code_sender import GatewaySender, NotSent, PracticeSender, code_sender

NUMBER, KEY = "+31600000417", "een-sleutel"


class FakeConnection:
    """A connection that keeps what was asked and answers as it is told."""

    asked: ClassVar[list[tuple[object, ...]]] = []
    status = 202

    def __init__(self, *where: object, timeout: int) -> None:
        self.where = (*where, timeout)

    def request(self, *what: object) -> None:
        if self.status == 0:
            raise ConnectionRefusedError(NUMBER)
        FakeConnection.asked.append((*self.where, *what))

    def getresponse(self) -> Self:
        return self

    def close(self) -> None:
        pass


@pytest.fixture(autouse=True)
def connection(monkeypatch: pytest.MonkeyPatch) -> type[FakeConnection]:
    FakeConnection.asked = []
    FakeConnection.status = 202
    monkeypatch.setattr(sending, "HTTPSConnection", FakeConnection)
    return FakeConnection


def test_a_practice_region_sends_nothing_and_shows_the_code(connection: type[FakeConnection]) -> None:
    sender = code_sender()
    assert isinstance(sender, PracticeSender)
    assert sender.shows_codes
    sender.send(NUMBER, "Uw code is 123456.")
    assert connection.asked == []


def test_without_a_gateway_there_is_no_sender(settings: Settings) -> None:
    settings.HOUVAST_PRACTICE = False
    assert code_sender() is None


def test_a_gateway_gets_number_and_text_under_its_key(settings: Settings, connection: type[FakeConnection]) -> None:
    settings.HOUVAST_PRACTICE = False
    settings.HOUVAST_SMS_URL, settings.HOUVAST_SMS_KEY = "https://sms.voorbeeld.internal:8443/stuur", KEY
    sender = code_sender()
    assert sender is not None
    assert not sender.shows_codes
    sender.send(NUMBER, "Uw code is 123456.")
    ((host, port, timeout, method, path, body, headers),) = connection.asked
    assert (host, port, timeout, method, path) == ("sms.voorbeeld.internal", 8443, 10, "POST", "/stuur")
    assert json.loads(str(body, "utf-8") if isinstance(body, bytes) else "") == {
        "number": NUMBER,
        "text": "Uw code is 123456.",
    }
    assert headers == {"Authorization": f"Bearer {KEY}", "Content-Type": "application/json"}


@pytest.mark.parametrize("status", [0, 301, 400, 500])
def test_what_a_gateway_does_not_take_was_not_sent_and_says_nothing_secret(
    connection: type[FakeConnection], status: int
) -> None:
    connection.status = status
    sender = GatewaySender("https://sms.voorbeeld.internal", KEY)
    with pytest.raises(NotSent) as failed:
        sender.send(NUMBER, "Uw code is 123456.")
    assert failed.value.__cause__ is None
    assert not {NUMBER, KEY, "123456"} & set(str(failed.value).split())
    assert KEY not in repr(sender)


@pytest.mark.parametrize(
    ("url", "key", "said"),
    [
        ("", "", ""),
        ("https://sms.voorbeeld.internal/stuur", KEY, ""),
        ("https://sms.voorbeeld.internal/stuur", "", "horen bij elkaar"),
        ("", KEY, "horen bij elkaar"),
        ("http://sms.voorbeeld.internal", KEY, "https://"),
        ("https://", KEY, "https://"),
        ("https://sms.voorbeeld.internal:poort", KEY, "https://"),
    ],
)
def test_houvast_does_not_start_with_half_a_gateway(url: str, key: str, said: str) -> None:
    found = [line for line in problems({"HOUVAST_SMS_URL": url, "HOUVAST_SMS_KEY": key}) if "SMS" in line]
    assert [said in line for line in found] == ([True] if said else [])
    assert all(KEY not in line for line in found)


def test_the_fake_stands_in_for_the_real_thing() -> None:
    assert {"request", "getresponse", "close"} <= set(dir(HTTPConnection))
