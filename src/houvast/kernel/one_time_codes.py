"""A code of six digits that proves who somebody without an account is: how long, how often, and to which numbers. Pure.

Links of partners and the own page of residents both ask for one.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

CODE_DIGITS = 6
CODE_FOR = timedelta(minutes=10)
"""Six digits for ten minutes (NIST SP 800-63B, 5.1.3.2: at least 20 random bits, and no longer than this)."""
MOST_TRIES = 5
MOST_CODES = 8
CODE_AGAIN_AFTER = timedelta(minutes=1)
"""*Verzonnen*: with these, at most 40 of a million codes can be guessed (NIST allows 100 attempts)."""
CODE_TEXT = "Uw code is {code}. U hebt 10 minuten. Geef de code aan niemand anders."
"""What the text message says: no name, no municipality, and nothing of a case."""

_BETWEEN = re.compile(r"[\s().\-]")
_MOBILE = re.compile(r"(?:\+31|0)6(\d{8})")
_ABROAD = re.compile(r"\+(?!31)[1-9]\d{7,14}")


class Sending(StrEnum):
    """What came of asking for a code."""

    SENT = "sent"
    JUST_SENT = "just_sent"
    NO_MORE = "no_more"
    NOT_SET_UP = "not_set_up"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class SentCode:
    """What came of sending a code. `shown` is the code itself where nothing is sent, in a practice region; else ""."""

    outcome: Sending
    shown: str = field(default="", repr=False)


class Tried(StrEnum):
    """What came of trying a code."""

    NO_CODE = "no_code"
    WRONG = "wrong"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class KeptCode:
    """A code as it is kept: a hash, until when it works, and how often it was tried."""

    id: UUID
    digest: str = field(repr=False)
    valid_until: datetime
    tries: int
    used_at: datetime | None

    def can_be_tried(self, now: datetime) -> bool:
        """Say whether it still works: not used, in time and within few tries."""
        return self.used_at is None and now < self.valid_until and self.tries < MOST_TRIES


def number_to_text(phone: str) -> str:
    """Give a number to which a text message goes, in international form; "" for a landline or what is no number.

    A code to a switchboard would be read by whoever answers, so that only a mobile number proves who somebody is.
    """
    signs = _BETWEEN.sub("", phone)
    signs = f"+{signs[2:]}" if signs.startswith("00") else signs
    mobile = _MOBILE.fullmatch(signs)
    if mobile is not None:
        return f"+316{mobile[1]}"
    return signs if _ABROAD.fullmatch(signs) else ""


def may_send(sent: Sequence[datetime], now: datetime) -> Sending:
    """Say whether one more code may go out, after those that were sent before."""
    if len(sent) >= MOST_CODES:
        return Sending.NO_MORE
    if sent and now - max(sent) < CODE_AGAIN_AFTER:
        return Sending.JUST_SENT
    return Sending.SENT
