"""Consent has three meanings, and they are three things: to share, to lift secrecy, to be helped."""

from datetime import date, timedelta
from enum import StrEnum

from houvast.kernel.dutch_dates import exact

_CHILD, _GROWN_UP = 12, 16
AGES_SOURCE = "Jeugdwet artikel 7.3.4 en 7.3.5; BW boek 7 artikel 447, 450 en 465; voor de AVG: UAVG artikel 5"
"""Where the ages stand. Nobody of a municipality confirmed how we read it, so it is shown as *onbevestigd*."""


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
    too; from 16 one does so oneself. At 18 somebody is of age
    (BW boek 1 artikel 233), which changes nothing here. `AGES_SOURCE` says where it stands; here unconfirmed.
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
    longest_days: int,
) -> dict[str, str]:
    """Say at each field what a consent lacks. `about` is what somebody said yes to, `name` who said so.

    `longest_days` is for how long at most the municipality records it at once.
    """
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
    elif until_on > (last := today + timedelta(days=longest_days)):
        problems["until_on"] = f"Leg hoogstens vast tot en met {exact(last)}. Opnieuw vragen kan altijd."
    return problems
