"""What of one resident may go to another, by hidden addresses and shields."""

from datetime import date, timedelta
from uuid import UUID

import pytest

from houvast.kernel.findable import Findable
from houvast.residents.rules.shielding import ALL, MayGet, Other, ShieldFacts, may_get, shielding_problems
from tests.worlds import NOW

HER, HIM, AUNT, HER_FRIEND = (UUID(int=number) for number in range(1, 5))
SHIELD = ShieldFacts(HER, Other(HIM), NOW)
FROM_AUNT = ShieldFacts(HER, Other(network_member_id=AUNT), NOW + timedelta(days=2))
NOTHING = MayGet(frozenset(), date(2026, 11, 23))


@pytest.mark.parametrize(
    ("other", "hidden", "expected"),
    [
        (Other(HER), True, MayGet(ALL)),
        (Other(HIM), False, NOTHING),
        (Other(HIM), True, NOTHING),
        (Other(), False, NOTHING),
        (Other(HER_FRIEND), False, MayGet(ALL)),
        (Other(HER_FRIEND), True, MayGet(frozenset({Findable.HELPERS}))),
        (Other(network_member_id=HIM), False, MayGet(ALL)),
        (Other(network_member_id=AUNT), False, MayGet(ALL)),
    ],
)
def test_who_is_shielded_from_somebody_is_not_found_by_them(other: Other, hidden: bool, expected: MayGet) -> None:
    assert may_get(HER, other, (SHIELD, FROM_AUNT), hidden_address=hidden, now=NOW) == expected


def test_a_shield_of_another_says_nothing_of_her() -> None:
    assert may_get(HER_FRIEND, Other(HIM), (SHIELD,), hidden_address=False, now=NOW) == MayGet(ALL)


def test_a_shield_holds_from_its_second_to_that_of_its_end() -> None:
    ended = ShieldFacts(HER, Other(HIM), NOW, NOW + timedelta(hours=1))
    second = timedelta(seconds=1)
    moments = (NOW - second, NOW, NOW + timedelta(hours=1) - second, NOW + timedelta(hours=1))
    assert [ended.holds(at) for at in moments] == [False, True, True, False]
    assert may_get(HER, Other(HIM), (ended,), hidden_address=False, now=moments[-1]) == MayGet(ALL)


def test_helpers_who_were_there_before_are_no_news() -> None:
    earlier = ShieldFacts(HER, Other(HIM), NOW - timedelta(days=9))
    gets = may_get(HER, Other(HIM), (SHIELD, earlier), hidden_address=False, now=NOW)
    assert gets.shielded_since == date(2026, 11, 14)
    assert [gets.helper(date(2026, 11, day)) for day in (13, 14, 15)] == [True, False, False]
    assert MayGet(ALL).helper(date(2026, 11, 15)) and not MayGet(frozenset()).helper(date(2026, 11, 15))


def test_a_shield_has_a_reason_and_a_day_within_half_a_year() -> None:
    today = date(2026, 11, 23)
    assert shielding_problems("Hij zoekt haar.", date(2027, 5, 25), today) == {}
    assert shielding_problems("Hij zoekt haar.", date(2026, 11, 24), today) == {}
    for wrong in (None, today, date(2027, 5, 26)):
        assert shielding_problems("Hij zoekt haar.", wrong, today).keys() == {"review_on"}
    assert shielding_problems(" ", None, today).keys() == {"reason", "review_on"}
