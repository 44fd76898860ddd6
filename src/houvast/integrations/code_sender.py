"""Send a code to a number: by the text-message gateway of the installation, or in a practice region by nobody.

The gateway is asked in the plainest way there is: one HTTPS request with a number and a text as JSON, and a key. A
gateway that speaks otherwise needs a translator in between (docs/beheer/instellingen.md). Redirects are not followed.
"""

import json
from dataclasses import dataclass, field
from http.client import HTTPException, HTTPSConnection
from typing import Protocol
from urllib.parse import urlsplit

from django.conf import settings

from houvast.kernel.one_time_codes import CODE_TEXT, Sending, SentCode

TIMEOUT_SECONDS = 10
"""How long a gateway may take, in seconds. *Verzonnen*: somebody waits for the page meanwhile."""
_TAKEN = range(200, 300)


class NotSent(Exception):
    """The gateway did not take the code. Holds no number and no code: it may come into a log."""


class CodeSender(Protocol):
    """What brings a code to a number. `shows_codes` says that this one sends nothing, and that the page shows it."""

    @property
    def shows_codes(self) -> bool:
        """Say whether the page shows the code."""
        ...

    def send(self, number: str, text: str) -> None:
        """Send a text to a number in international form (+31612345678). Raises `NotSent`."""
        ...


@dataclass(frozen=True, slots=True)
class PracticeSender:
    """Sends nothing: in a practice region nobody has a telephone that exists."""

    shows_codes: bool = True

    def send(self, number: str, text: str) -> None:
        """Let it go nowhere."""


@dataclass(frozen=True, slots=True)
class GatewaySender:
    """Sends by the gateway at an HTTPS address, under a key that no log shows."""

    url: str
    key: str = field(repr=False)
    shows_codes: bool = False

    def send(self, number: str, text: str) -> None:
        """Hand a text over to the gateway; any answer but 2xx means that it was not taken."""
        address = urlsplit(self.url)
        body = json.dumps({"number": number, "text": text}).encode()
        headers = {"Authorization": f"Bearer {self.key}", "Content-Type": "application/json"}
        connection = HTTPSConnection(address.hostname or "", address.port, timeout=TIMEOUT_SECONDS)
        try:
            connection.request("POST", address.path or "/", body, headers)
            status = connection.getresponse().status
        except (OSError, HTTPException) as failed:
            raise NotSent(type(failed).__name__) from None
        finally:
            connection.close()
        if status not in _TAKEN:
            raise NotSent(f"status {status}")


def hand_over(sender: CodeSender, number: str, code: str) -> SentCode:
    """Send a code to a number; gives what came of it, and the code where nothing is sent."""
    try:
        sender.send(number, CODE_TEXT.format(code=code))
    except NotSent:
        return SentCode(Sending.FAILED)
    return SentCode(Sending.SENT, code if sender.shows_codes else "")


def code_sender() -> CodeSender | None:
    """Give what sends codes here; None when nobody set it up."""
    if settings.HOUVAST_PRACTICE:
        return PracticeSender()
    if settings.HOUVAST_SMS_URL:
        return GatewaySender(settings.HOUVAST_SMS_URL, settings.HOUVAST_SMS_KEY)
    return None
