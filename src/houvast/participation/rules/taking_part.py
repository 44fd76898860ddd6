"""Who takes part, for whom, and until when: by what they are to the resident and how old that one is. Pure."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from houvast.kernel.partial_date import PartialDate


class ParticipantKind(StrEnum):
    """What a participant is to the resident."""

    SELF = "self"
    REPRESENTATIVE = "representative"
    NETWORK = "network"


class Capacity(StrEnum):
    """By what somebody represents a resident. A bewindvoerder is about money only, and is not one of these."""

    PARENT = "parent"
    GUARDIAN = "guardian"
    CURATOR = "curator"
    MENTOR = "mentor"
    AUTHORISED = "authorised"


OF_CHILDREN = (Capacity.PARENT, Capacity.GUARDIAN)


@dataclass(frozen=True, slots=True)
class Ages:
    """From which age a child takes part beside a parent, and from which age alone, in whole years."""

    both_from: int = 12
    alone_from: int = 16


USUAL_AGES = Ages()
"""Source: art. 7:447 and 7:450 BW and art. 7.3.4 Jeugdwet, for treatment and help. That they hold for this page too is
*onbevestigd*: each municipality sets its own.
"""
YOUNGEST, OLDEST = 0, 18


@dataclass(frozen=True, slots=True)
class TakingPart:
    """What decides whether somebody takes part. `born` is the birth date of the resident, None when it is unknown.

    `young_agrees`: a young person who takes part alone said yes to this parent or guardian. `resident_is_there`: the
    case is about the resident now; `person_is_there`: who takes part is known there still. `is_shielded`: the resident
    is shielded from who would take part for them (ADR 0036). `reaches_another`: the code would go to the number of
    another from whom somebody of the case is shielded; the same person may stand in the register and in a network.
    """

    kind: ParticipantKind
    capacity: Capacity | None = None
    born: PartialDate | None = None
    young_agrees: bool = False
    has_ended: bool = False
    case_is_open: bool = True
    resident_is_there: bool = True
    person_is_there: bool = True
    is_shielded: bool = False
    reaches_another: bool = False


_NOT_SAFE = {
    True: "De inwoner is afgeschermd van deze persoon.",
    False: "Dit nummer is van iemand voor wie een inwoner is afgeschermd. Zoek eerst een ander nummer.",
}


def takes_part(facts: TakingPart, ages: Ages, today: date) -> bool:
    """Say whether somebody takes part today."""
    return not why_not(facts, ages, today)


def why_not(facts: TakingPart, ages: Ages, today: date) -> str:
    """Say in one sentence why somebody does not take part; "" for who does."""
    if facts.has_ended:
        return "Deze toegang is beëindigd."
    if not facts.case_is_open:
        return "De casus is gesloten."
    if not facts.resident_is_there:
        return "De inwoner staat niet meer in deze casus."
    if not facts.person_is_there:
        return "Deze persoon staat niet meer bij de inwoner."
    if facts.is_shielded or facts.reaches_another:
        return _NOT_SAFE[facts.is_shielded]
    if facts.kind is ParticipantKind.SELF:
        return _too_young(facts.born, ages, today)
    if facts.kind is ParticipantKind.REPRESENTATIVE and facts.capacity in OF_CHILDREN:
        return _not_for_a_child(facts, ages, today)
    return ""


def _too_young(born: PartialDate | None, ages: Ages, today: date) -> str:
    """A child below an age has no page of its own. Of who is born unknown, nobody thinks that it is a child."""
    if born is not None and _age(born.latest(), today) < ages.both_from:
        return f"Tot {ages.both_from} jaar kijkt een ouder of voogd mee, en niet het kind zelf."
    return ""


def _not_for_a_child(facts: TakingPart, ages: Ages, today: date) -> str:
    """A parent takes part for a child. A birth date that is partly unknown is read as the earliest it can be."""
    if facts.born is None:
        return "De geboortedatum is niet bekend. Vul die eerst in: hij zegt tot wanneer een ouder meekijkt."
    age = _age(facts.born.earliest(), today)
    if age >= OLDEST:
        return "De inwoner is 18 jaar of ouder. Een ouder of voogd vertegenwoordigt niet meer."
    if age >= ages.alone_from and not facts.young_agrees:
        return f"De jongere is {ages.alone_from} jaar of ouder en beslist alleen, tenzij die ja zegt."
    return ""


def _age(born: date, today: date) -> int:
    had_birthday = (today.month, today.day) >= (born.month, born.day)
    return today.year - born.year - (0 if had_birthday else 1)


def ages_problems(ages: Ages) -> dict[str, str]:
    """Say at each field what is wrong with ages."""
    wrong = "Kies een leeftijd van 0 tot en met 18 jaar."
    problems = {
        name: wrong
        for name, age in (("both_from", ages.both_from), ("alone_from", ages.alone_from))
        if not YOUNGEST <= age <= OLDEST
    }
    if not problems and ages.both_from > ages.alone_from:
        problems["alone_from"] = "Alleen beslissen begint niet eerder dan samen meekijken."
    return problems
