"""Numbers without names: nobody can be traced back from them. Pure.

A number about fewer than five cases is not shown, nor what one could work it out from.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
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


@dataclass(frozen=True, slots=True)
class CountedWaiting:
    """What is counted of a task that waits: in which case, for what ("": not said), and since when."""

    case_id: UUID
    missing: str
    since: date


@dataclass(frozen=True, slots=True)
class Waiting:
    """How many tasks wait for something, in how many cases, and how many days: the longest and the middle one."""

    missing: str
    tasks: int
    cases: int
    longest_days: int
    median_days: int
    hidden: bool


@dataclass(frozen=True, slots=True)
class WaitingFigures:
    """What waits, most first and what is hidden last. `total_hidden`: the total would show what is hidden."""

    rows: tuple[Waiting, ...]
    tasks: int
    cases: int
    total_hidden: bool


def waiting_figures(rows: Iterable[CountedWaiting], today: date, *, hides: bool) -> WaitingFigures:
    """Count what waits. `hides` is for who must not know of whom it is; a director counts cases of their own."""
    by_kind: dict[str, list[CountedWaiting]] = {}
    for row in rows:
        by_kind.setdefault(row.missing, []).append(row)
    made = [_waiting(kind, found, today, hides) for kind, found in by_kind.items()]
    hidden = {row.case_id for each in made if each.hidden for row in by_kind[each.missing]}
    every = [row for found in by_kind.values() for row in found]
    return WaitingFigures(
        rows=tuple(sorted(made, key=lambda each: (each.hidden, 0 if each.hidden else -each.tasks, each.missing))),
        tasks=len(every),
        cases=len({row.case_id for row in every}),
        total_hidden=is_traceable(len(hidden)),
    )


def _waiting(kind: str, rows: Sequence[CountedWaiting], today: date, hides: bool) -> Waiting:
    days = sorted((today - row.since).days for row in rows)
    cases = len({row.case_id for row in rows})
    return Waiting(kind, len(rows), cases, days[-1], _middle(days), hides and is_traceable(cases))


def _middle(days: Sequence[int]) -> int:
    """Give the middle of numbers in order; between two of them, the whole days of what lies halfway."""
    half = len(days) // 2
    return days[half] if len(days) % 2 else (days[half - 1] + days[half]) // 2
