"""Numbers without names: what is counted, and what is not shown because it could be traced back. By hand."""

from datetime import date, timedelta
from uuid import UUID

import pytest

from houvast.plans.rules.figures import (
    Amount,
    CountedTailorMade,
    CountedWaiting,
    Waiting,
    is_traceable,
    tailor_figures,
    waiting_figures,
)
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


TODAY = date(2026, 11, 23)


def waits(case: int, days: int, missing: str = "shelter") -> CountedWaiting:
    return CountedWaiting(UUID(int=case), missing, TODAY - timedelta(days=days))


def test_what_waits_is_counted_with_its_longest_and_middle_time() -> None:
    rows = [waits(each, days) for each, days in enumerate((3, 40, 10, 5, 90), start=1)]
    found = waiting_figures([*rows, waits(1, 8)], TODAY, hides=True)
    assert found.rows == (Waiting("shelter", 6, 5, 90, 9, hidden=False),)
    assert (found.tasks, found.cases, found.total_hidden) == (6, 5, False)


def test_the_middle_of_an_odd_number_is_the_one_in_the_middle() -> None:
    (row,) = waiting_figures([waits(1, 3), waits(2, 40), waits(3, 10)], TODAY, hides=False).rows
    assert (row.median_days, row.longest_days) == (10, 40)


def test_few_cases_are_hidden_and_so_is_the_total_that_shows_them() -> None:
    rows = [waits(each, 5) for each in range(6)] + [waits(9, 50, "treatment")]
    found = waiting_figures(rows, TODAY, hides=True)
    assert [(each.missing, each.hidden) for each in found.rows] == [("shelter", False), ("treatment", True)]
    assert found.total_hidden
    own = waiting_figures(rows, TODAY, hides=False)
    assert [each.hidden for each in own.rows] == [False, False]
    assert not own.total_hidden


def test_the_total_stands_when_what_is_hidden_is_about_enough_cases_together() -> None:
    rows = [waits(each, 5, "treatment") for each in range(3)] + [waits(each + 5, 5, "") for each in range(3)]
    found = waiting_figures(rows, TODAY, hides=True)
    assert [each.hidden for each in found.rows] == [True, True]
    assert (found.tasks, found.total_hidden) == (6, False)


def test_nothing_waits() -> None:
    assert waiting_figures([], TODAY, hides=True).rows == ()


def test_what_waits_most_stands_first_and_what_is_hidden_last_in_a_fixed_order() -> None:
    few = [waits(each, 5, "detox") for each in range(5)]
    many = [waits(each, 5, "treatment") for each in range(7)]
    hidden = [waits(1, 5, "shelter"), waits(1, 6, "shelter"), waits(2, 5, "day_centre")]
    found = waiting_figures([*hidden, *few, *many], TODAY, hides=True).rows
    assert [each.missing for each in found] == ["treatment", "detox", "day_centre", "shelter"]
    assert [each.hidden for each in found] == [False, False, True, True]


def test_the_middle_of_an_even_number_is_whole_days() -> None:
    (row,) = waiting_figures([waits(1, 3), waits(2, 40)], TODAY, hides=False).rows
    assert (row.median_days, type(row.median_days)) == (21, int)
