"""May somebody report an item of a crucial moment?"""

from houvast.cases import policy
from houvast.kernel.ids import new_id
from tests.cases.test_policy import CLOSED, DIRECTOR, LEADER, MANAGER, NOBODY, OPEN, somebody


def test_who_holds_an_item_reports_it_and_so_do_the_directors() -> None:
    holder = new_id()
    assert policy.may_report_item(somebody(holder), OPEN, holder=holder).ground == "holds_item"
    assert policy.may_report_item(somebody(stands_in_for=(holder,)), OPEN, holder=holder).allowed
    for director in (DIRECTOR, LEADER):
        assert policy.may_report_item(somebody(director), OPEN, holder=holder).ground == "director"
    for who in (somebody(MANAGER), somebody(functions=("procesregisseur-oggz",)), NOBODY):
        assert policy.may_report_item(who, OPEN, holder=holder).reason == "not_a_director"
    assert policy.may_report_item(NOBODY, OPEN, holder=None).reason == "not_a_director"
    assert policy.may_report_item(somebody(holder), CLOSED, holder=holder).reason == "case_closed"
