"""How many cases somebody opens in a day, and when that is so unusual that the privacy officer hears of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median

LOOKED_BACK = timedelta(days=28)
"""Over how long somebody's own usual number is taken: four weeks. *Verzonnen*."""
TIMES_USUAL = 3
"""How many times their own usual number is unusual. *Verzonnen*."""
LEAST = 12
"""Below this it is never unusual: after a holiday three times nothing is soon reached. *Verzonnen*."""
FEWEST_DAYS = 5
"""On how many days somebody must have opened cases before there is something usual. *Verzonnen*."""


@dataclass(frozen=True, slots=True)
class Opened:
    """How many different cases a member opened on a day."""

    day: date
    cases: int


def usual(before: Sequence[Opened]) -> int | None:
    """Give what is usual for somebody: the middle of the days on which they opened any; None when those are few."""
    counted = [each.cases for each in before if each.cases]
    return None if len(counted) < FEWEST_DAYS else round(median(counted))


def is_unusual(cases: int, own: int | None, threshold: int) -> bool:
    """Say whether a number of cases on a day is told: from the threshold on, or far above their own usual number."""
    if cases >= threshold:
        return True
    return own is not None and cases >= LEAST and cases > TIMES_USUAL * own


def least_told(threshold: int) -> int:
    """Give from how many cases on a day it can be unusual at all."""
    return min(threshold, LEAST)
