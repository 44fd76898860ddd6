"""Asking for one's rights on one's own page: what is asked, what the sign-in proves, and what is told of it. Pure.

DigiD proves who somebody is; it does not prove that they may ask for another. A code on paper and one on a telephone
prove that somebody had both, and not who that was: whether that is enough, a person decides (AVG art. 12(6)).
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from houvast.accountability.rules.answers import ErasureRefusal
from houvast.accountability.rules.requests import (
    LONGEST,
    Asker,
    IdentityWay,
    RequestKind,
    RequestOutcome,
    may_parent_ask,
)
from houvast.participation.rules.taking_part import OF_CHILDREN, Capacity, ParticipantKind

MOST_A_DAY = 10
"""How much one participant asks in a day, so that nobody drowns who answers. *Verzonnen*."""
IN_OWN_WORDS = (RequestKind.CORRECTION, RequestKind.OBJECTION)
"""What is put beside the case in the words of who asks."""
_WORDS = "Schrijf in uw eigen woorden wat u vraagt."
_LONG = f"Maak het korter: hoogstens {LONGEST} tekens."


class SignInWay(StrEnum):
    """How somebody came in to their own page."""

    CODES = "codes"
    DIGID = "digid"


class AnswerWay(StrEnum):
    """How somebody wants the answer. An address is not asked: whoever invents a request would write one."""

    PICK_UP = "pick_up"
    CALL = "call"
    POST = "post"


@dataclass(frozen=True, slots=True)
class NewAsking:
    """What somebody asks on their own page."""

    kind: RequestKind
    words: str
    reach: AnswerWay
    signed_in: SignInWay


@dataclass(frozen=True, slots=True)
class OwnRequest:
    """A request as who asked reads it on their own page. `due_on` is the last day, `longer` why it became later.

    `reason` is what the answer says of why, as far as it was written for who asks.
    """

    number: int
    kind: RequestKind
    received_on: date
    due_on: date
    reach: str
    is_checked: bool = False
    longer: str = ""
    answered_on: date | None = None
    outcome: RequestOutcome | None = None
    reason: str = ""
    ground: ErasureRefusal | None = None


def asker_of(kind: ParticipantKind, capacity: Capacity | None) -> Asker:
    """Say as who a participant asks; nobody of the network does (`policy.may_ask`)."""
    if kind is ParticipantKind.SELF:
        return Asker.RESIDENT
    return Asker.PARENT if capacity in OF_CHILDREN else Asker.REPRESENTATIVE


def asking_problems(new: NewAsking) -> dict[str, str]:
    """Say at each field what is missing."""
    if new.kind in IN_OWN_WORDS and not new.words.strip():
        return {"words": _WORDS}
    return {"words": _LONG} if len(new.words) > LONGEST else {}


def proves_who(asker: Asker, signed_in: SignInWay, age: int | None) -> bool:
    """Say whether the sign-in makes sure who asks: DigiD, of a resident who asks alone (UAVG art. 5: from sixteen)."""
    is_of_age = age is None or not may_parent_ask(age)
    return asker is Asker.RESIDENT and signed_in is SignInWay.DIGID and is_of_age


def identity_ways(signed_in: SignInWay | None) -> tuple[IdentityWay, ...]:
    """Give how somebody can be sure who asks: that the codes are enough, only of who came in with them."""
    with_codes = signed_in is SignInWay.CODES
    return tuple(way for way in IdentityWay if with_codes or way is not IdentityWay.OWN_CODES)


def tells_reason(kind: RequestKind, outcome: RequestOutcome) -> bool:
    """Say whether the reason of an answer is for who asked: why not, and what stops. Else it is for colleagues."""
    return outcome is RequestOutcome.REFUSED or kind is RequestKind.OBJECTION
