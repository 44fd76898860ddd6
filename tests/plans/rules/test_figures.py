"""Numbers without names: what is counted, and what is not shown because it could be traced back. By hand."""

from uuid import UUID

import pytest

from houvast.plans.rules.figures import Amount, CountedTailorMade, is_traceable, tailor_figures
from houvast.plans.rules.tailor_made import RefusalReason, TailorAnswer

GRANTED, REFUSED, WITHDRAWN = TailorAnswer


def granted(case: int, cents: int, spent: int | None = None) -> CountedTailorMade:
    return CountedTailorMade(UUID(int=case), cents, GRANTED, None, cents, spent)


def refused(case: int, reason: RefusalReason, cents: int = 50_000) -> CountedTailorMade:
    return CountedTailorMade(UUID(int=case), cents, REFUSED, reason, 0, None)


@pytest.mark.parametrize(("cases", "traceable"), [(0, False), (1, True), (4, True), (5, False)])
def test_fewer_than_five_cases_can_be_traced_back(cases: int, traceable: bool) -> None:
    assert is_traceable(cases) is traceable


def test_a_year_shows_budget_granted_spent_and_refused_for_lack_of_money() -> None:
    rows = [granted(each, 10_000, 9_000) for each in range(1, 7)]
    rows += [refused(each, RefusalReason.NO_MONEY) for each in range(1, 6)]
    rows += [refused(each, RefusalReason.OTHER) for each in range(1, 6)]
    rows.append(CountedTailorMade(UUID(int=9), 70_000, WITHDRAWN, None, 0, None))
    found = tailor_figures(2026, 100_000, rows)
    assert (found.granted, found.spent) == (Amount(6, 6, 60_000), Amount(6, 6, 54_000))
    assert (found.no_money, found.refused_otherwise) == (Amount(5, 5, 250_000), Amount(5, 5, 250_000))
    assert found.left_cents == 40_000


def test_times_in_the_same_few_cases_stay_hidden() -> None:
    found = tailor_figures(2026, 100_000, [granted(each % 2, 10_000) for each in range(8)])
    assert (found.granted.times, found.granted.cases, found.granted.hidden) == (8, 2, True)
    assert found.left_cents is None


def test_without_a_budget_nothing_is_left_to_show() -> None:
    found = tailor_figures(2026, None, [])
    assert found.left_cents is None
    assert not found.granted.hidden


def test_more_can_be_granted_than_the_budget() -> None:
    assert tailor_figures(2026, 40_000, [granted(each, 10_000) for each in range(5)]).left_cents == -10_000
