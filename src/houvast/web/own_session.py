"""The session of a participant: next to that of members and never both. It ends soon when nothing happens.

It holds ids, never a code. Who takes part is asked anew at each request, so that who ended is out in the same second.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.contrib.sessions.backends.base import SessionBase

from houvast.participation.selectors.taking_part import HeldCode, Participating, held_code, participating

IDLE = timedelta(minutes=15)
"""NIST SP 800-63B (4.3.3) asks for this at its highest level; a telephone lies about. The length is *verzonnen*."""
LONGEST = timedelta(hours=2)
"""*Verzonnen*: it takes two minutes to read."""
TRYING_FOR = timedelta(minutes=20)
"""How long one may take between both codes, or at a provider: a code of ten minutes, asked for twice. *Verzonnen*."""
_KEY, _TRYING, _ASKING, _PROVEN = "takes_part", "coming_in", "asked_provider", "proven"


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
    if kept is None or _took_too_long(kept, now):
        return None
    held = held_code(UUID(kept["code"]), now=now) if kept["code"] else None
    return Trying(held, str(kept.get("shown", "")))


def come_in(session: SessionBase, held: HeldCode, *, now: datetime) -> None:
    """Begin the session of a participant who gave both codes."""
    _begin(session, {"code": str(held.id)}, now)


def begin_asking(session: SessionBase, asked: Mapping[str, str], *, now: datetime) -> None:
    """Keep what belongs to a question to a provider of identities, until somebody comes back from it."""
    session.flush()
    session[_ASKING] = {**asked, "at": int(now.timestamp())}


def asked(session: SessionBase, *, now: datetime) -> Mapping[str, str] | None:
    """Give what was kept, once; None when nothing was, or when it took too long."""
    kept = session.pop(_ASKING, None)
    return None if kept is None or _took_too_long(kept, now) else kept


def prove(session: SessionBase, pages: Collection[Participating], *, now: datetime) -> None:
    """Keep as whom somebody may come in, after a provider said who they are."""
    session.flush()
    session[_PROVEN] = {"pages": [str(each.id) for each in pages], "at": int(now.timestamp())}


def proven(session: SessionBase, *, now: datetime) -> tuple[Participating, ...]:
    """Give as whom somebody may come in, as it is now; nothing when it took too long to choose."""
    kept = session.get(_PROVEN)
    if kept is None or _took_too_long(kept, now):
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


def _took_too_long(kept: Mapping[str, Any], now: datetime) -> bool:
    return bool(now.timestamp() - kept["at"] > TRYING_FOR.total_seconds())


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


def _who(kept: Mapping[str, Any], now: datetime) -> Participating | None:
    if "participant" in kept:
        return participating(UUID(kept["participant"]), now=now)
    held = held_code(UUID(kept["code"]), now=now)
    return held.who if held else None


def leave(session: SessionBase) -> None:
    """End the session of a participant, if it is one."""
    session.pop(_KEY, None)
    for name in (_TRYING, _ASKING, _PROVEN):
        session.pop(name, None)
