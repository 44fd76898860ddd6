"""Who gives an own page, and who sets what own pages say."""

from dataclasses import replace

from houvast.ave.vocabulary import Responsibility
from houvast.cases.rules.seats import SeatFacts, SeatState
from houvast.kernel.ids import new_id
from houvast.participation.policy import may_let_take_part, may_set, may_withhold
from tests.cases.test_policy import CLOSED, HERE, HOLDERS, NOBODY, OPEN, STAND_IN


def test_who_leads_gives_an_own_page() -> None:
    for who in (HOLDERS["director"], HOLDERS["leader"], STAND_IN):
        assert may_let_take_part(who, OPEN).allowed
    assert may_let_take_part(HOLDERS["manager"], OPEN).reason == "not_a_director"
    assert may_let_take_part(NOBODY, OPEN).reason == "not_a_director"
    assert may_let_take_part(HOLDERS["director"], CLOSED).reason == "case_closed"


def test_the_case_director_leaves_a_part_out_and_who_leads_the_process_while_there_is_none() -> None:
    assert may_withhold(HOLDERS["director"], OPEN).allowed
    assert may_withhold(STAND_IN, OPEN).allowed
    assert may_withhold(HOLDERS["leader"], OPEN).reason == "not_the_case_director"
    assert may_withhold(NOBODY, OPEN).reason == "not_a_director"
    assert may_withhold(HOLDERS["director"], CLOSED).reason == "case_closed"
    vacant = replace(OPEN, seats={**OPEN.seats, Responsibility.CASE_DIRECTION: SeatFacts(SeatState.VACANT)})
    assert may_withhold(HOLDERS["leader"], vacant).allowed


def test_the_administrator_of_the_municipality_sets_what_pages_say() -> None:
    keeper = replace(NOBODY, is_administrator=True)
    assert may_set(None, HERE).ground == "system"
    assert may_set(keeper, HERE).ground == "administrator"
    assert may_set(keeper, new_id()).reason == "not_administrator"
    assert may_set(replace(keeper, municipality_id=None), None).reason == "not_administrator"
    assert may_set(HOLDERS["director"], HERE).reason == "not_administrator"
