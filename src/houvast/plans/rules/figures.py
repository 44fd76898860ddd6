"""Numbers without names: nobody can be traced back from them. Pure.

A number about fewer than five cases is not shown, nor what one could work it out from.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from houvast.plans.rules.tailor_made import RefusalReason, TailorAnswer

FEWEST_CASES = 5


def is_traceable(cases: int) -> bool:
    """Say whether a number is about so few cases that people around them would know who it is."""
    return 0 < cases < FEWEST_CASES


@dataclass(frozen=True, slots=True)
class Amount:
    """How often, in how many cases, and how much together. `hidden`: too few cases to show any of it."""

    times: int
    cases: int
    cents: int

    @property
    def hidden(self) -> bool:
        """Say whether this must not be shown."""
        return is_traceable(self.cases)


@dataclass(frozen=True, slots=True)
class CountedTailorMade:
    """What is counted of one piece of tailor-made help: codes and amounts. `spent_cents` is None until it is known."""

    case_id: UUID
    asked_cents: int
    answer: TailorAnswer
    reason: RefusalReason | None
    granted_cents: int
    spent_cents: int | None


@dataclass(frozen=True, slots=True)
class TailorFigures:
    """What a year shows. `budget_cents` is None when the municipality set none; refused amounts are what was asked."""

    year: int
    budget_cents: int | None
    granted: Amount
    spent: Amount
    no_money: Amount
    refused_otherwise: Amount

    @property
    def left_cents(self) -> int | None:
        """Give what may still be granted; None when there is no budget or it would show what is hidden."""
        if self.budget_cents is None or self.granted.hidden:
            return None
        return self.budget_cents - self.granted.cents


def tailor_figures(year: int, budget_cents: int | None, rows: Iterable[CountedTailorMade]) -> TailorFigures:
    """Count what was decided in a year."""
    found = tuple(rows)
    granted = [row for row in found if row.answer is TailorAnswer.GRANTED]
    refused = [row for row in found if row.answer is TailorAnswer.REFUSED]
    return TailorFigures(
        year=year,
        budget_cents=budget_cents,
        granted=_amount((row.case_id, row.granted_cents) for row in granted),
        spent=_amount((row.case_id, row.spent_cents) for row in granted if row.spent_cents is not None),
        no_money=_amount((row.case_id, row.asked_cents) for row in refused if row.reason is RefusalReason.NO_MONEY),
        refused_otherwise=_amount(
            (row.case_id, row.asked_cents) for row in refused if row.reason is not RefusalReason.NO_MONEY
        ),
    )


def _amount(rows: Iterable[tuple[UUID, int]]) -> Amount:
    found = tuple(rows)
    return Amount(len(found), len({case_id for case_id, _ in found}), sum(cents for _, cents in found))
