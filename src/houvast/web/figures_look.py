"""Numbers without names, ready to print."""

from collections.abc import Sequence
from dataclasses import dataclass

from houvast.kernel.euros import euros
from houvast.plans.rules.figures import FEWEST_CASES, TailorFigures

FEW = f"minder dan {FEWEST_CASES}"
_WIDEST = 100


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar of the picture: its name, how wide of a hundred, and what it says."""

    name: str
    width: int
    said: str


def bars(found: Sequence[tuple[str, int, str]]) -> tuple[Bar, ...]:
    """Give bars of a name, a number and what is said of it; the largest is as wide as the picture."""
    most = max((number for _, number, _ in found), default=0) or 1
    return tuple(Bar(name, round(number * _WIDEST / most), said) for name, number, said in found)


def year_in_words(year: TailorFigures) -> str:
    """Say in a sentence what is left of the budget of a year."""
    if year.budget_cents is None:
        return "Er is geen budget ingesteld."
    if year.left_cents is None:
        return f"{euros(year.budget_cents)}. Hoeveel ervan is toegekend, staat hier pas vanaf {FEWEST_CASES} casussen."
    return f"{euros(year.budget_cents)}, nog {euros(year.left_cents)} over"
