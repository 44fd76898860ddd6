"""The session of a participant: next to that of members and never both. It ends soon when nothing happens.

It holds ids, never a code. Who takes part is asked anew at each request, so that who ended is out in the same second.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.contrib.sessions.backends.base import SessionBase

from houvast.participation.selectors.taking_part import HeldCode, Participating, held_code

IDLE = timedelta(minutes=15)
"""NIST SP 800-63B (4.3.3) asks for this at its highest level; a telephone lies about. The length is *verzonnen*."""
LONGEST = timedelta(hours=2)
"""*Verzonnen*: it takes two minutes to read."""
TRYING_FOR = timedelta(minutes=20)
"""How long one may take between both codes: a code of ten minutes, asked for twice. *Verzonnen*."""
_KEY, _TRYING = "takes_part", "coming_in"


@dataclass(frozen=True, slots=True)
class Trying:
    """Somebody between both codes. `held` is None for who typed a code that does not work: they see the same pages.

    `shown` is the code on the telephone in a practice region.
    """

    held: HeldCode | None
    shown: str


def begin_trying(session: SessionBase, held: HeldCode | None, *, now: datetime) -> None:
    """Keep that somebody typed a personal code, whether it works or not, under a session key that nobody knows."""
    session.flush()
    session[_TRYING] = {"code": str(held.id) if held else "", "at": int(now.timestamp())}


def show_code(session: SessionBase, code: str) -> None:
    """Keep the code that was sent to nobody, to show it: in a practice region only."""
    session[_TRYING] = {**session[_TRYING], "shown": code}


def trying(session: SessionBase, *, now: datetime) -> Trying | None:
    """Give who is between both codes; None when nobody is, or when it took too long."""
    kept = session.get(_TRYING)
    if kept is None or now.timestamp() - kept["at"] > TRYING_FOR.total_seconds():
        return None
    held = held_code(UUID(kept["code"]), now=now) if kept["code"] else None
    return Trying(held, str(kept.get("shown", "")))


def come_in(session: SessionBase, held: HeldCode, *, now: datetime) -> None:
    """Begin the session of a participant who gave both codes."""
    session.flush()
    moment = int(now.timestamp())
    session[_KEY] = {"code": str(held.id), "begun": moment, "seen": moment}


def participant_of(session: SessionBase, *, now: datetime) -> Participating | None:
    """Give whose session this is, and put the idle clock back; None when it is nobody's, or over."""
    kept = session.get(_KEY)
    if kept is None:
        return None
    moment = int(now.timestamp())
    over = moment - kept["seen"] >= IDLE.total_seconds() or moment - kept["begun"] >= LONGEST.total_seconds()
    held = None if over else held_code(UUID(kept["code"]), now=now)
    if held is None:
        leave(session)
        return None
    if moment > kept["seen"]:
        session[_KEY] = {**kept, "seen": moment}
    return held.who


def leave(session: SessionBase) -> None:
    """End the session of a participant, if it is one."""
    session.pop(_KEY, None)
    session.pop(_TRYING, None)
