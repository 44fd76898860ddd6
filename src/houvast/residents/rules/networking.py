"""What a resident lets somebody of their network hear and do, and what may be told to who calls. Pure.

Listening is always allowed; telling needs a ground. Parts and their order are *verzonnen*.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from houvast.kernel.findable import Findable
from houvast.residents.rules.shielding import MayGet


class Allowed(StrEnum):
    """What somebody of a network may hear and do."""

    HOW_IT_GOES = "how_it_goes"
    WHO_HELPS = "who_helps"
    PLAN = "plan"
    APPOINTMENTS = "appointments"
    DECISIONS = "decisions"
    THINK_ALONG = "think_along"
    COME_ALONG = "come_along"
    CALLED_IN_NEED = "called_in_need"


HEARD = (Allowed.HOW_IT_GOES, Allowed.WHO_HELPS, Allowed.PLAN, Allowed.APPOINTMENTS, Allowed.DECISIONS)
"""What is told to somebody; the rest is what they do."""
USUAL = (Allowed.HOW_IT_GOES, Allowed.WHO_HELPS, Allowed.CALLED_IN_NEED)
"""What a form begins with: little. *Verzonnen*; whoever fills it in asks the resident."""
_FINDS = {
    Allowed.APPOINTMENTS: Findable.APPOINTMENTS,
    Allowed.WHO_HELPS: Findable.HELPERS,
    Allowed.PLAN: Findable.HELPERS,
}
"""What of it would lead to a resident who must not be found. A plan says who helps, and often where."""


class NetworkStep(StrEnum):
    """What happened between a resident and somebody of their network."""

    ALLOWED = "allowed"
    INVITED = "invited"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    ENDED = "ended"


class TellingGround(StrEnum):
    """On what somebody may be told something."""

    RESIDENT = "resident"
    REPRESENTATIVE = "representative"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Turn:
    """One step. `allowed`, `ground` and `words` say something only where it was recorded what is allowed."""

    step: NetworkStep
    on: date
    allowed: tuple[Allowed, ...] = ()
    ground: TellingGround = TellingGround.NONE
    words: str = ""


@dataclass(frozen=True, slots=True)
class NetworkStanding:
    """What holds now: the newest that was allowed, and whether somebody takes part.

    `allowed_on` is None when nobody ever asked the resident.
    """

    allowed: tuple[Allowed, ...] = ()
    ground: TellingGround = TellingGround.NONE
    words: str = ""
    allowed_on: date | None = None
    step: NetworkStep | None = None
    step_on: date | None = None

    @property
    def is_over(self) -> bool:
        """Say whether their place has ended."""
        return self.step is NetworkStep.ENDED

    @property
    def takes_part(self) -> bool:
        """Say whether they said that they take part."""
        return self.step is NetworkStep.ACCEPTED


@dataclass(frozen=True, slots=True)
class Telling:
    """What may be told to who calls, and on what ground. `is_shielded` says that more was allowed than is safe."""

    parts: tuple[Allowed, ...]
    ground: TellingGround
    is_shielded: bool = False


def standing_of(turns: Sequence[Turn]) -> NetworkStanding:
    """Give what holds after these turns, which are in the order in which they were recorded."""
    given = next((turn for turn in reversed(turns) if turn.step is NetworkStep.ALLOWED), None)
    taking = next((turn for turn in reversed(turns) if turn.step is not NetworkStep.ALLOWED), None)
    step, step_on = (taking.step, taking.on) if taking else (None, None)
    if given is None:
        return NetworkStanding(step=step, step_on=step_on)
    return NetworkStanding(given.allowed, given.ground, given.words, given.on, step, step_on)


def may_be_told(standing: NetworkStanding, gets: MayGet) -> Telling:
    """Give what may be told now: never what a shield or a hidden address keeps from them, whatever was allowed."""
    if standing.is_over or standing.ground is TellingGround.NONE:
        return Telling((), TellingGround.NONE)
    heard = tuple(part for part in HEARD if part in standing.allowed)
    safe = tuple(part for part in heard if part not in _FINDS or _FINDS[part] in gets.findable)
    ground = standing.ground if safe else TellingGround.NONE
    return Telling(safe, ground, is_shielded=len(safe) < len(heard) or not gets.findable)


def turn_problems(standing: NetworkStanding, turn: Turn, today: date) -> dict[str, str]:
    """Give a Dutch message for each field that cannot be used; an empty dict when all is well."""
    problems = {}
    if turn.on > today:
        problems["on"] = "Deze dag is nog niet geweest."
    if turn.step is NetworkStep.ALLOWED and turn.ground is TellingGround.NONE and turn.allowed:
        problems["ground"] = "Kies wie dit goed vindt. Zonder grond mag deze persoon niets horen of doen."
    if turn.step is NetworkStep.INVITED and standing.ground is TellingGround.NONE:
        problems["step"] = "Leg eerst vast wat deze persoon mag, en wie dat goed vindt."
    if turn.step in (NetworkStep.ACCEPTED, NetworkStep.DECLINED) and standing.step is None:
        problems["step"] = "Deze persoon is nog niet uitgenodigd."
    return problems
