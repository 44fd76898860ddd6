"""What of one resident may go to another: the one rule of hidden addresses and shields. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from houvast.kernel.findable import Findable
from houvast.kernel.working_time import in_amsterdam

LONGEST_SHIELD = timedelta(days=183)
"""After this somebody has looked again. *Verzonnen*: half a year, as long as a case gives no hit."""

ALL = frozenset(Findable)
_NOT_WITH_HIDDEN_ADDRESS = frozenset({Findable.PLACE, Findable.PHONE, Findable.APPOINTMENTS})


@dataclass(frozen=True, slots=True)
class Other:
    """Who would get it: a resident or somebody of a network; with neither, it is not sure who it is."""

    resident_id: UUID | None = None
    network_member_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class ShieldFacts:
    """That a resident is shielded from somebody since a moment, and until when."""

    resident_id: UUID
    other: Other
    since: datetime
    until: datetime | None = None

    def holds(self, now: datetime) -> bool:
        """Say whether it holds at a moment: from its own second on, to that of its end."""
        return self.since <= now and (self.until is None or now < self.until)


@dataclass(frozen=True, slots=True)
class MayGet:
    """What somebody may get of a resident. `shielded_since` says from when helpers are new; None without a shield."""

    findable: frozenset[Findable]
    shielded_since: date | None = None

    def helper(self, came_on: date) -> bool:
        """Say whether a helper who came on a day may be told: who was there before the shield was known already."""
        return Findable.HELPERS in self.findable or (self.shielded_since is not None and came_on < self.shielded_since)


def may_get(
    resident_id: UUID, other: Other, shields: Iterable[ShieldFacts], *, hidden_address: bool, now: datetime
) -> MayGet:
    """Say what of a resident the other may get. Of oneself one gets all.

    Of whom it is not sure who it is, nobody gets anything of who is shielded from anybody.
    """
    if other.resident_id == resident_id:
        return MayGet(ALL)
    against = [
        shield.since
        for shield in shields
        if shield.resident_id == resident_id and shield.holds(now) and other in (shield.other, Other())
    ]
    if against:
        return MayGet(frozenset(), in_amsterdam(min(against)).date())
    return MayGet(ALL - _NOT_WITH_HIDDEN_ADDRESS if hidden_address else ALL)


def shielding_problems(reason: str, review_on: date | None, today: date) -> dict[str, str]:
    """Give a Dutch message for each field that cannot be used; an empty dict when all is well."""
    problems = {}
    if not reason.strip():
        problems["reason"] = "Schrijf op waarom, bijvoorbeeld: zij verhuisde, en hij mag niet weten waarheen."
    if review_on is None:
        problems["review_on"] = "Kies wanneer u hier opnieuw naar kijkt."
    elif not today < review_on <= today + LONGEST_SHIELD:
        problems["review_on"] = "Kies een dag na vandaag, en binnen een half jaar."
    return problems
