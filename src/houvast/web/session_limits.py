"""How long a session may last: until nothing happens for a while, and never longer than a working day.

Terms from the settings; NIST SP 800-63B (4.2.3) asks for both, with 30 minutes and 12 hours at this level of assurance.
"""

from datetime import datetime
from typing import Literal

from django.conf import settings
from django.contrib.sessions.backends.base import SessionBase

_BEGUN = "signed_in_at"
_SEEN = "seen_at"
_WRITE_AGAIN_SECONDS = 60

Ending = Literal["idle", "absolute"]


def begin(session: SessionBase, *, now: datetime) -> None:
    """Start both clocks of a session."""
    session[_BEGUN] = session[_SEEN] = int(now.timestamp())


def ending(session: SessionBase, *, now: datetime) -> Ending | None:
    """Say by which limit a session is over; None when it goes on. A session without clocks is over."""
    moment = int(now.timestamp())
    if moment - session.get(_BEGUN, 0) >= settings.HOUVAST_SESSION_HOURS * 3600:
        return "absolute"
    if moment - session.get(_SEEN, 0) >= settings.HOUVAST_IDLE_MINUTES * 60:
        return "idle"
    return None


def touch(session: SessionBase, *, now: datetime) -> None:
    """Put the idle clock back. Written at most once a minute, so that reading pages does not mean writing sessions."""
    moment = int(now.timestamp())
    if moment - session[_SEEN] >= _WRITE_AGAIN_SECONDS:
        session[_SEEN] = moment
