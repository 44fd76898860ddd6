"""May somebody end a stay elsewhere, answer an offer of a case, or take it back?"""

from uuid import UUID

from houvast.cases import policy
from houvast.directory.viewer import Viewer
from houvast.kernel.ids import new_id
from houvast.kernel.verdict import Verdict
from tests.cases.test_policy import CLOSED, DIRECTOR, LEADER, MANAGER, NOBODY, OPEN, somebody


def may_end(who: Viewer, facts: policy.CaseFacts, host: UUID) -> Verdict:
    return policy.may_end_stay(who, facts, host_member=host, host_team=None)


def test_who_hosts_ends_a_stay_and_so_do_the_directors() -> None:
    host = new_id()
    assert may_end(somebody(host), OPEN, host).ground == "hosts"
    assert may_end(somebody(stands_in_for=(host,)), OPEN, host).ground == "hosts"
    for director in (DIRECTOR, LEADER):
        assert may_end(somebody(director), OPEN, host).ground == "director"
    for who in (somebody(MANAGER), NOBODY):
        assert may_end(who, OPEN, host).reason == "not_a_director"
    assert may_end(somebody(host), CLOSED, host).reason == "case_closed"


def test_who_made_an_offer_takes_it_back_and_so_do_the_directors() -> None:
    maker = new_id()
    assert policy.may_withdraw_move(somebody(maker), OPEN, offered_by=maker).ground == "offered"
    for director in (DIRECTOR, LEADER):
        assert policy.may_withdraw_move(somebody(director), OPEN, offered_by=maker).ground == "director"
    assert policy.may_withdraw_move(NOBODY, OPEN, offered_by=maker).reason == "not_a_director"
    assert policy.may_withdraw_move(somebody(maker), CLOSED, offered_by=maker).reason == "case_closed"
