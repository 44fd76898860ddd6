"""What a session holds of a link: its id, never its secret; the proof of the code; and whether it was answered."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.contrib.sessions.backends.base import SessionBase

from houvast.kernel.actor import Actor, outsider
from houvast.plans.selectors.links import HeldLink, held_link

_KEY = "link_in_hand"


@dataclass(frozen=True, slots=True)
class InHand:
    """A link that somebody opened. `shown` is the code in a practice region; `proof` that they gave it."""

    link: HeldLink
    proof: UUID | None
    shown: str
    is_answered: bool

    @property
    def actor(self) -> Actor:
        """Give who acts: the contact for whom the link was made."""
        return outsider(self.link.contact_id)


def take(session: SessionBase, link: HeldLink | None) -> None:
    """Keep a link that works in the place of the one before it; opening the same one again keeps what was proven."""
    kept = session.get(_KEY)
    if link is None or not link.works:
        session.pop(_KEY, None)
    elif kept is None or kept["link"] != str(link.id):
        session[_KEY] = {"link": str(link.id)}


def in_hand(session: SessionBase, *, now: datetime) -> InHand | None:
    """Give the link of this session; None when there is none that works, and was not answered here."""
    kept = session.get(_KEY)
    link = held_link(UUID(kept["link"]), now=now) if kept else None
    if kept is None or link is None:
        return None
    is_answered = bool(kept.get("answered"))
    if not link.works and not is_answered:
        return None
    proof = UUID(kept["proof"]) if kept.get("proof") else None
    return InHand(link, proof, str(kept.get("shown", "")), is_answered)


def show_code(session: SessionBase, code: str) -> None:
    """Keep the code that was sent to nobody, to show it: in a practice region only."""
    session[_KEY] = {**session[_KEY], "shown": code}


def prove(session: SessionBase, proof: UUID) -> None:
    """Keep the proof, under a session key that nobody else can know."""
    session.cycle_key()
    session[_KEY] = {"link": session[_KEY]["link"], "proof": str(proof)}


def answer(session: SessionBase) -> None:
    """Keep that it was answered, and nothing that opens the task again."""
    session[_KEY] = {"link": session[_KEY]["link"], "answered": True}
