"""Who gets a seat back when an urgent scaling is reversed: whom that scaling took it from."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from houvast.ave.model import SeatRule
from houvast.cases.rules.seats import SeatFacts, may_stay

SCALED, RETURNED = "scaled", "returned"


@dataclass(frozen=True, slots=True)
class Turn:
    """A row of a seat's history: what the seat became, by what cause, and when."""

    seat: SeatFacts
    cause: str
    since: datetime


def taken(history: Sequence[Turn], scaled_at: datetime) -> int | None:
    """Give the place in a seat's history of the row that the scaling of `scaled_at` ended; None when none comes back.

    `history` is from old to new. A seat that the scaling left alone is not its business: what people changed in it
    since, such as a hand-over that somebody accepted, stays. Nor does a seat come back to who has since given it back.
    """
    by_scaling = [place for place, turn in enumerate(history) if (turn.cause, turn.since) == (SCALED, scaled_at)]
    if not by_scaling:
        return None
    first = by_scaling[-1]
    former = history[first - 1].seat
    gave_back = any(
        turn.cause == RETURNED and before.seat.member_id == former.member_id
        for before, turn in pairwise(history[first:])
    )
    return None if gave_back or not former.is_held else first - 1


def may_have_back(rule: SeatRule, former: SeatFacts, functions: Collection[str], *, of_case: bool) -> bool:
    """Say whether the former holder may hold the seat again: still in that function, or still somebody of the case.

    `functions` are those that the member has now; `of_case` says whether resident or network still belongs to it.
    """
    present = of_case if former.member_id is None else former.function in functions
    return present and may_stay(rule, former)
