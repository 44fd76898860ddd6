"""Numbers without names, ready to print."""

from houvast.kernel.euros import euros
from houvast.plans.rules.figures import FEWEST_CASES, TailorFigures

FEW = f"minder dan {FEWEST_CASES}"


def year_in_words(year: TailorFigures) -> str:
    """Say in a sentence what is left of the budget of a year."""
    if year.budget_cents is None:
        return "Er is geen budget ingesteld."
    if year.left_cents is None:
        return f"{euros(year.budget_cents)}. Hoeveel ervan is toegekend, staat hier pas vanaf {FEWEST_CASES} casussen."
    return f"{euros(year.budget_cents)}, nog {euros(year.left_cents)} over"
