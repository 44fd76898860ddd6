"""Tailor-made help of a municipality in a year, in numbers without names."""

from uuid import UUID

from houvast.plans import scopes
from houvast.plans.rules.figures import CountedTailorMade, TailorFigures, tailor_figures
from houvast.plans.rules.tailor_made import RefusalReason, TailorAnswer
from houvast.plans.selectors.tailor_settings import budget_cents


def figures_of_year(municipality_id: UUID, year: int) -> TailorFigures:
    """Give the numbers of a year, in three queries. The door asks the policy first."""
    rows = scopes.counted_decisions(municipality_id).filter(decided_on__year=year)
    spent = dict(
        scopes.counted_outcomes(municipality_id)
        .filter(tailor_made_id__in=rows.values("tailor_made_id"))
        .values_list("tailor_made_id", "spent_cents")
    )
    columns = rows.values_list("tailor_made_id", "case_id", "tailor_made__cents", "answer", "reason", "granted_cents")
    counted = [
        CountedTailorMade(
            case_id, cents, TailorAnswer(answer), RefusalReason(reason) if reason else None, granted, spent.get(each)
        )
        for each, case_id, cents, answer, reason, granted in columns
    ]
    return tailor_figures(year, budget_cents(municipality_id, year), counted)
