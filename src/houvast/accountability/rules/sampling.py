"""Drawing a sample of opened cases from the log: by lot, so that nobody chooses, and again the same from its seed.

What is judged is an *opening*: one member, one case, one day, however many rows of the log that made. Each belongs to
one group, the first that fits. The groups get equal shares, so rare ones are drawn far more often than their number:
what can go wrong is there, and the ordinary is there as well. What does not fill its share leaves it to the others.
"""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

MANY_CASES = 15
"""How many cases in one day are many. *Verzonnen*."""
FEWEST, USUAL, MOST = 5, 25, 100
"""How many openings a sample may have. *Verzonnen*: 25 take somebody an hour."""
LONGEST_DAYS = 92
"""How many days a sample may be about: a quarter. *Verzonnen*."""


class Stratum(StrEnum):
    """The groups, in the order in which they are asked."""

    GLASS = "glass"
    TRIED = "tried"
    NO_OWN_ROLE = "no_own_role"
    MANY = "many"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class LogRow:
    """A row of the log about a case: who read it, or was refused because it does not exist for them."""

    entry: UUID
    at: datetime
    day: date
    member: UUID
    case: UUID
    refused: bool


@dataclass(frozen=True, slots=True)
class Opening:
    """One member, one case, one day; `entry` is its first row of the log."""

    entry: UUID
    member: UUID
    case: UUID
    day: date
    rows: int
    stratum: Stratum


Asked = Callable[[UUID, UUID, datetime], bool]
"""Says whether a member had something of a case at a moment: an own role in it, or broken glass."""


def openings(rows: Iterable[LogRow], *, broke_glass: Asked, has_role: Asked) -> tuple[Opening, ...]:
    """Put the rows of a period together. They come in the order of the log."""
    grouped: dict[tuple[UUID, UUID, date], list[LogRow]] = defaultdict(list)
    for row in rows:
        grouped[row.member, row.case, row.day].append(row)
    cases = Counter((member, day) for member, _, day in grouped)
    found = []
    for (member, case, day), each in grouped.items():
        stratum = _stratum(each, cases[member, day], broke_glass, has_role)
        found.append(Opening(each[0].entry, member, case, day, len(each), stratum))
    return tuple(found)


def _stratum(rows: list[LogRow], cases: int, broke_glass: Asked, has_role: Asked) -> Stratum:
    read = [row for row in rows if not row.refused]
    if any(broke_glass(row.member, row.case, row.at) for row in read):
        return Stratum.GLASS
    if not read:
        return Stratum.TRIED
    if not all(has_role(row.member, row.case, row.at) for row in read):
        return Stratum.NO_OWN_ROLE
    return Stratum.MANY if cases >= MANY_CASES else Stratum.OTHER


def shares(sizes: Mapping[Stratum, int], wanted: int) -> dict[Stratum, int]:
    """Divide: one to each group that has any left, in turn, until there are enough."""
    given = dict.fromkeys(Stratum, 0)
    while sum(given.values()) < min(wanted, sum(sizes.values())):
        for stratum in Stratum:
            if given[stratum] < sizes.get(stratum, 0) and sum(given.values()) < wanted:
                given[stratum] += 1
    return given


def drawn(found: Iterable[Opening], *, wanted: int, seed: str) -> tuple[Opening, ...]:
    """Draw by lot: in each group the ones whose lot is lowest. The same seed draws the same ones from the same rows."""
    every = sorted(found, key=lambda each: _lot(seed, each.entry))
    given = shares(Counter(each.stratum for each in every), wanted)
    return tuple(
        each for stratum in Stratum for each in [one for one in every if one.stratum is stratum][: given[stratum]]
    )


def _lot(seed: str, entry: UUID) -> str:
    return hashlib.sha256(f"{seed}:{entry}".encode()).hexdigest()


def problems(first: date | None, last: date | None, wanted: int, *, today: date) -> dict[str, str]:
    """Say what is wrong with what somebody wants to draw. The last day is over, so that nothing comes after it."""
    found = {}
    if first is None:
        found["first"] = "Vul de eerste dag in."
    if last is None or last >= today:
        found["last"] = "Vul een dag in die voorbij is."
    elif first is not None and not 0 <= (last - first).days < LONGEST_DAYS:
        found["last"] = f"Kies een dag na de eerste, en hoogstens {LONGEST_DAYS} dagen bij elkaar."
    if not FEWEST <= wanted <= MOST:
        found["wanted"] = f"Kies een aantal van {FEWEST} tot en met {MOST}."
    return found
