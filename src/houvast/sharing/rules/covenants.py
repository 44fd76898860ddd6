"""Covenants: agreements between parties on which a ground may rely, for as long as they hold."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

from houvast.sharing.rules.grounds import LONGEST_LINE

WARNED_DAYS = 90
"""How long before a covenant ends it is told. *Verzonnen*; each covenant sets its own."""
_MOST_DAYS = 730


@dataclass(frozen=True, slots=True)
class CovenantLine:
    """A covenant as it holds. `document` is where it is kept; `number` is its version.

    `answers` are the municipalities that hear whether somebody is known in the one that set it.
    """

    code: str
    name: str
    parties: str
    purpose: str
    document: str
    from_on: date
    until_on: date
    warn_days: int = WARNED_DAYS
    active: bool = True
    number: int = 0
    answers: frozenset[UUID] = frozenset()

    def holds(self, today: date) -> bool:
        """Say whether it holds on a day."""
        return self.active and self.from_on <= today <= self.until_on

    def wants_attention(self, today: date) -> bool:
        """Say whether it ends soon, or has ended and nobody put it out of use."""
        return self.active and today >= self.until_on - timedelta(days=self.warn_days)


def last_day(covenants: Iterable[CovenantLine], code: str, today: date) -> date | None:
    """Give until when a covenant carries a ground; None when it does not hold today."""
    found = (each for each in covenants if each.code == code and each.holds(today))
    return next((each.until_on for each in found), None)


class End(StrEnum):
    """What a change of a covenant does to what was shared on it."""

    STAYS = "stays"
    SHORTER = "shorter"
    OVER = "over"


def end_of(line: CovenantLine, until: date, today: date) -> End:
    """Say what becomes of something that is shared until a day on a covenant as it is now."""
    if not line.holds(today):
        return End.OVER
    return End.SHORTER if line.until_on < until else End.STAYS


def newest(versions: Iterable[CovenantLine]) -> tuple[CovenantLine, ...]:
    """Give what holds now: the newest version of each covenant, the first to end first."""
    found = {each.code: each for each in sorted(versions, key=lambda line: line.number)}
    return tuple(sorted(found.values(), key=lambda line: (line.until_on, line.name)))


def covenant_problems(line: CovenantLine) -> dict[str, str]:
    """Say at each field what a covenant lacks."""
    problems = {}
    for name, filled, missing in (
        ("name", line.name, "Vul in hoe het convenant heet."),
        ("parties", line.parties, "Schrijf op wie het ondertekenden."),
        ("purpose", line.purpose, "Schrijf op waarvoor het is gesloten."),
        ("document", line.document, "Vul in waar het stuk te vinden is, zoals een zaaknummer."),
    ):
        if not filled.strip():
            problems[name] = missing
        elif len(filled) > LONGEST_LINE:
            problems[name] = f"Maak het korter: hoogstens {LONGEST_LINE} tekens."
    if line.until_on < line.from_on:
        problems["until_on"] = "De laatste dag komt niet voor de eerste."
    if not 0 <= line.warn_days <= _MOST_DAYS:
        problems["warn_days"] = f"Vul een aantal dagen in van 0 tot en met {_MOST_DAYS}."
    return problems
