"""Consent has three meanings, and they are three things: to share, to lift secrecy, to be helped."""

from datetime import date, timedelta
from enum import StrEnum

_CHILD, _GROWN_UP = 12, 16
LONGEST_DAYS = 366
"""For how long at most consent is recorded at once. *Verzonnen*; asking again is always possible."""


class Meaning(StrEnum):
    """What somebody says yes to."""

    GROUND = "ground"
    LIFTING = "lifting"
    HELP = "help"


class Giver(StrEnum):
    """Who gives consent about a resident."""

    RESIDENT = "resident"
    PARENTS = "parents"
    BOTH = "both"
    REPRESENTATIVE = "representative"


def givers(age: int | None, meaning: Meaning) -> frozenset[Giver]:
    """Give who may give consent about somebody of this age; a representative always may. Unknown age: everybody.

    Below 12 the parents; from 12 to 16 child and parents together, for sharing as a ground (UAVG article 5) the parents
    too; from 16 one does so oneself. After Jeugdwet article 7.3.4 and 7.3.5 and the Wgbo; here unconfirmed.
    """
    if age is None:
        return frozenset(Giver)
    if age < _CHILD:
        return frozenset({Giver.PARENTS, Giver.REPRESENTATIVE})
    if age < _GROWN_UP:
        both = frozenset({Giver.BOTH, Giver.REPRESENTATIVE})
        return both | {Giver.PARENTS} if meaning is Meaning.GROUND else both
    return frozenset({Giver.RESIDENT, Giver.REPRESENTATIVE})


def consent_problems(
    *,
    giver: Giver,
    meaning: Meaning,
    age: int | None,
    name: str,
    channel: str,
    about: str,
    given_on: date | None,
    until_on: date | None,
    today: date,
) -> dict[str, str]:
    """Say at each field what a consent lacks. `about` is what somebody said yes to, `name` who said so."""
    problems = {}
    if giver not in givers(age, meaning):
        problems["giver"] = "Op deze leeftijd geeft een ander toestemming. Kies wie dat is."
    if giver is not Giver.RESIDENT and not name.strip():
        problems["name"] = "Vul in wie toestemming gaf."
    if not channel.strip():
        problems["channel"] = "Vul in hoe u dit hoorde, zoals in een gesprek."
    if not about.strip():
        problems["about"] = "Schrijf op waar de toestemming over gaat: wat, met wie, waarvoor."
    if given_on is None or given_on > today:
        problems["given_on"] = "Vul de dag in waarop toestemming is gegeven."
    if until_on is None or until_on < today:
        problems["until_on"] = "Vul in tot wanneer dit geldt."
    elif until_on > today + timedelta(days=LONGEST_DAYS):
        problems["until_on"] = "Leg hoogstens een jaar vast. Opnieuw vragen kan altijd."
    return problems
