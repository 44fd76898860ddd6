"""The session of a participant: next to that of members and never both. It ends soon when nothing happens.

It begins when somebody is in, or may choose as whom, and holds ids, never a code. Who takes part is asked anew at each
request, so that who ended is out in the same second.
"""

from collections.abc import Collection, Mapping
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.contrib.sessions.backends.base import SessionBase

from houvast.accountability.rules.asking import SignInWay
from houvast.participation.selectors.taking_part import HeldCode, Participating, held_code, participating
from houvast.web.coming_in import TRYING_FOR

IDLE = timedelta(minutes=15)
"""NIST SP 800-63B (4.3.3) asks for this at its highest level; a telephone lies about. The length is *verzonnen*."""
LONGEST = timedelta(hours=2)
"""*Verzonnen*: it takes two minutes to read."""
_KEY, _PROVEN = "takes_part", "proven"


def come_in(session: SessionBase, held: HeldCode, *, now: datetime) -> None:
    """Begin the session of a participant who gave both codes."""
    _begin(session, {"code": str(held.id)}, now)


def prove(session: SessionBase, pages: Collection[Participating], *, now: datetime) -> None:
    """Keep as whom somebody may come in, after a provider said who they are."""
    session.flush()
    session[_PROVEN] = {"pages": [str(each.id) for each in pages], "at": int(now.timestamp())}


def proven(session: SessionBase, *, now: datetime) -> tuple[Participating, ...]:
    """Give as whom somebody may come in, as it is now; nothing when it took too long to choose."""
    kept = session.get(_PROVEN)
    if kept is None or now.timestamp() - kept["at"] > TRYING_FOR.total_seconds():
        return ()
    found = (participating(UUID(each), now=now) for each in kept["pages"])
    return tuple(each for each in found if each is not None)


def come_in_by_proof(session: SessionBase, who: Participating, *, now: datetime) -> None:
    """Begin the session of a participant whom a provider of identities knows."""
    _begin(session, {"participant": str(who.id)}, now)


def _begin(session: SessionBase, by: Mapping[str, str], now: datetime) -> None:
    session.flush()
    moment = int(now.timestamp())
    session[_KEY] = {**by, "begun": moment, "seen": moment}


def participant_of(session: SessionBase, *, now: datetime) -> Participating | None:
    """Give whose session this is, and put the idle clock back; None when it is nobody's, or over."""
    kept = session.get(_KEY)
    if kept is None:
        return None
    moment = int(now.timestamp())
    over = moment - kept["seen"] >= IDLE.total_seconds() or moment - kept["begun"] >= LONGEST.total_seconds()
    who = None if over else _who(kept, now)
    if who is None:
        leave(session)
        return None
    if moment > kept["seen"]:
        session[_KEY] = {**kept, "seen": moment}
    return who


def signed_in_by(session: SessionBase) -> SignInWay:
    """Say how a participant came in."""
    return SignInWay.DIGID if "participant" in session.get(_KEY, {}) else SignInWay.CODES


def _who(kept: Mapping[str, Any], now: datetime) -> Participating | None:
    if "participant" in kept:
        return participating(UUID(kept["participant"]), now=now)
    held = held_code(UUID(kept["code"]), now=now)
    return held.who if held else None


def leave(session: SessionBase) -> None:
    """End the session of a participant, if it is one."""
    session.pop(_KEY, None)
    session.pop(_PROVEN, None)
