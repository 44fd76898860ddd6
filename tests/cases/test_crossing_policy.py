"""May somebody end a stay elsewhere, answer an offer of a case, or take it back?"""

from uuid import UUID

from houvast.cases import policy
from houvast.cases.rules.moves import AskedToReceive
from houvast.directory.viewer import Viewer
from houvast.kernel.ids import new_id
from houvast.kernel.verdict import Verdict
from tests.cases.test_policy import CLOSED, DIRECTOR, HERE, LEADER, MANAGER, NOBODY, OPEN, somebody


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


def answers(who: Viewer, *, member: UUID | None = None, team: UUID | None = None) -> str:
    asked = AskedToReceive(HERE, member, team, frozenset({"procesregisseur"}))
    verdict = policy.may_answer_move(who, asked)
    return verdict.ground or verdict.reason


def test_who_was_asked_answers_an_offer_and_of_a_team_who_directs_processes() -> None:
    asked, team, leads = new_id(), new_id(), ("procesregisseur",)
    assert answers(somebody(asked), member=asked) == "was_asked"
    assert answers(somebody(stands_in_for=(asked,)), member=asked) == "was_asked"
    assert answers(somebody(teams=(team,), functions=leads), team=team) == "team_was_asked"
    assert answers(somebody(teams=(team,)), team=team) == "not_a_process_director"
    for who in (somebody(functions=leads), somebody(asked, of=new_id()), somebody(teams=(team,), of=None)):
        assert answers(who, member=asked) == answers(who, team=team) == "not_asked"


def test_who_made_an_offer_takes_it_back_and_so_do_the_directors() -> None:
    maker = new_id()
    assert policy.may_withdraw_move(somebody(maker), OPEN, offered_by=maker).ground == "offered"
    for director in (DIRECTOR, LEADER):
        assert policy.may_withdraw_move(somebody(director), OPEN, offered_by=maker).ground == "director"
    assert policy.may_withdraw_move(NOBODY, OPEN, offered_by=maker).reason == "not_a_director"
    assert policy.may_withdraw_move(somebody(maker), CLOSED, offered_by=maker).reason == "case_closed"
