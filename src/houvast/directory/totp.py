"""Time-based one-time codes (RFC 6238) on top of django-allauth's arithmetic, with the moment passed in.

allauth itself reads the clock and remembers used codes in a cache of one process; here the moment comes from the door
and the last used step is kept with the factor, so a code works once whatever process sees it.
"""

import hmac
from datetime import datetime

from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value

STEP_SECONDS = 30
_STEPS_OFF = 1
"""A clock may be one step early or late (RFC 6238, 5.2 and 6)."""


def step_at(now: datetime) -> int:
    """Give the number of the time step that a moment falls in."""
    return int(now.timestamp()) // STEP_SECONDS


def code_of(secret: str, step: int) -> str:
    """Give the six digits of a time step."""
    return format_hotp_value(hotp_value(secret, step))


def matching_step(secret: str, code: str, *, after: int, now: datetime) -> int | None:
    """Give the step whose code this is: near now and later than `after`, the last one used; None when there is none."""
    typed = "".join(code.split()).encode()
    for step in usable_steps(after=after, now=now):
        if hmac.compare_digest(code_of(secret, step).encode(), typed):
            return step
    return None


def usable_steps(*, after: int, now: datetime) -> range:
    """Give the steps whose codes are accepted at this moment."""
    middle = step_at(now)
    return range(max(middle - _STEPS_OFF, after + 1), middle + _STEPS_OFF + 1)
