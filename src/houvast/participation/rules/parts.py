"""The parts of an own page, and who gets which. Default deny: what is not given here is not shown. Pure."""

from collections.abc import Collection, Mapping
from enum import StrEnum
from types import MappingProxyType

from houvast.kernel.findable import Findable
from houvast.participation.rules.taking_part import ParticipantKind


class OwnPart(StrEnum):
    """The parts of an own page, in the order in which one reads them."""

    QUESTIONS = "questions"
    FIRST = "first"
    LEADER = "leader"
    HELPERS = "helpers"
    AGREEMENTS = "agreements"
    OWN_TASKS = "own_tasks"
    WORDS = "words"
    WISHES = "wishes"
    STEP = "step"
    DECISIONS = "decisions"
    LETTERS = "letters"
    LOOKED = "looked"
    SHARED = "shared"
    REQUESTS = "requests"
    OBJECTING = "objecting"


ALWAYS = frozenset({OwnPart.LEADER, OwnPart.OWN_TASKS, OwnPart.WORDS, OwnPart.LETTERS, OwnPart.OBJECTING})
"""For everybody: who leads and whom to call, what one does oneself and says, the letters to oneself, and what one can
do who disagrees.
"""
OF_RESIDENTS = frozenset({OwnPart.QUESTIONS, OwnPart.WISHES, OwnPart.REQUESTS})
"""What a resident is asked, what they wish, and what they ask about what is held of them: also for who represents
them.
"""
_OF_THE_CASE = ALWAYS | OF_RESIDENTS | {OwnPart.STEP, OwnPart.DECISIONS}
MAY_BE_ALLOWED = (OwnPart.HELPERS, OwnPart.AGREEMENTS, OwnPart.FIRST, OwnPart.STEP)
"""What a resident can let somebody of their network see besides. *Verzonnen*: nobody confirmed this list yet."""

_TELLS: Mapping[OwnPart, Findable] = MappingProxyType(
    {OwnPart.FIRST: Findable.APPOINTMENTS, OwnPart.HELPERS: Findable.HELPERS}
)
"""What a part tells that may lead to another of the case."""


def parts_of(
    kind: ParticipantKind,
    *,
    has_plan: bool,
    allowed: Collection[str] = (),
    of_others: Collection[Collection[Findable]] = (),
) -> frozenset[OwnPart]:
    """Give the parts that somebody sees. `has_plan`: the plan of the case is about this resident.

    Helpers, agreements, appointments, and who looked or got something say much about whose plan it is: where they are,
    and what help they have. So another resident of the same case, an ex-partner perhaps, gets none of it.
    `of_others` is what may go of each other person of the case (`residents.rules.shielding`): a plan that is about
    somebody does not give away when another, whose address is hidden, is where.
    """
    parts = frozenset(OwnPart) if has_plan else _OF_THE_CASE
    if kind is ParticipantKind.NETWORK:
        parts = (ALWAYS | {part for part in MAY_BE_ALLOWED if part in allowed}) if has_plan else ALWAYS
    return parts - {part for part, told in _TELLS.items() if any(told not in may_go for may_go in of_others)}
