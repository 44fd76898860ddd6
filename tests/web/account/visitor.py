"""Somebody with a browser and a code app."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.test import Client

from houvast.directory.totp import code_of, step_at

if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse as Answer

PASSWORD = "een lange zin over fietsen"
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
PAGE = "/account/wachtwoord"
"""A page for which one must be signed in."""


@dataclass
class Clock:
    """The moment that the door reads."""

    now: datetime

    def forward(self, **passed: int) -> None:
        """Let time pass."""
        self.now += timedelta(**passed)


@dataclass
class Visitor:
    """Plays the pages of signing in, from one address."""

    clock: Clock
    address: str = "192.0.2.7"
    browser: Client = field(default_factory=Client)

    def get(self, path: str, **headers: str) -> "Answer":
        """Open a page."""
        return self.browser.get(path, headers=headers, REMOTE_ADDR=self.address)

    def post(self, path: str, fields: dict[str, str] | None = None, **headers: str) -> "Answer":
        """Send a form."""
        return self.browser.post(path, fields or {}, headers=headers, REMOTE_ADDR=self.address)

    def give_password(self, username: str = "marit", password: str = PASSWORD, to: str = PAGE) -> "Answer":
        """Fill in name and password."""
        return self.post("/inloggen", {"username": username, "password": password, "volgende": to})

    def code(self, steps_off: int = 0) -> str:
        """Read the code from the app, whose clock may be off."""
        return code_of(SECRET, step_at(self.clock.now) + steps_off)

    def give_code(self, code: str | None = None) -> "Answer":
        """Fill in a code: the right one when none is given."""
        return self.post("/inloggen/code", {"code": self.code() if code is None else code})

    def sign_in(self, username: str = "marit") -> "Answer":
        """Go all the way."""
        self.give_password(username)
        return self.give_code()

    def is_in(self) -> bool:
        """Say whether a page for signed-in people opens."""
        return self.get(PAGE).status_code == 200
