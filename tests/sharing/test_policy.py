"""Who sets grounds, and who may share: pure functions, each condition by itself."""

from dataclasses import replace

from houvast.sharing.policy import (
    may_answer_disclosure,
    may_ask_known,
    may_consent,
    may_judge_question,
    may_record_consent,
    may_set_grounds,
    may_share,
    may_withdraw_disclosure,
)
from tests.cases.test_policy import CLOSED, ELSEWHERE, HERE, HOLDERS, NOBODY, OPEN, STAND_IN, somebody

OVER = replace(OPEN, is_closed=True)


def test_administrators_and_the_privacy_officer_set_grounds_of_their_own_municipality() -> None:
    assert may_set_grounds(replace(somebody(), is_administrator=True), HERE).ground == "administrator"
    assert may_set_grounds(replace(somebody(), is_privacy_officer=True), HERE).ground == "privacy_officer"
    assert may_set_grounds(somebody(), HERE).reason == "not_administrator"
    assert may_set_grounds(replace(somebody(of=ELSEWHERE), is_administrator=True), HERE).reason == "not_administrator"


def test_who_leads_shares_and_whoever_wrote_something_shares_that() -> None:
    assert may_share(HOLDERS["director"], OPEN, has_own=False).ground == "director"
    assert may_share(HOLDERS["leader"], OPEN, has_own=False).ground == "director"
    assert may_share(STAND_IN, OPEN, has_own=False).allowed
    assert may_share(NOBODY, OPEN, has_own=True).ground == "own_notes"
    assert may_share(NOBODY, OPEN, has_own=False).reason == "nothing_to_share"
    assert may_share(HOLDERS["director"], CLOSED, has_own=True).reason == "case_closed"


def test_the_second_person_is_never_who_asked() -> None:
    director = HOLDERS["director"]
    assert may_answer_disclosure(director, OPEN, asked_by=NOBODY.member_id).allowed
    assert may_answer_disclosure(director, OPEN, asked_by=director.member_id).reason == "own_disclosure"
    assert may_answer_disclosure(NOBODY, OPEN, asked_by=director.member_id).reason == "not_a_director"
    assert may_answer_disclosure(director, CLOSED, asked_by=NOBODY.member_id).reason == "case_closed"


def test_who_shared_or_leads_withdraws_also_when_the_case_is_closed() -> None:
    assert may_withdraw_disclosure(NOBODY, CLOSED, shared_by=NOBODY.member_id).ground == "shared_it"
    assert may_withdraw_disclosure(HOLDERS["leader"], OVER, shared_by=NOBODY.member_id).ground == "director"
    assert may_withdraw_disclosure(NOBODY, OPEN, shared_by=HOLDERS["leader"].member_id).reason == "not_a_director"


def test_who_leads_records_consent_and_its_end() -> None:
    assert may_record_consent(HOLDERS["director"], OPEN).allowed
    assert may_record_consent(HOLDERS["director"], CLOSED).reason == "case_closed"
    assert may_record_consent(NOBODY, OPEN).reason == "not_a_director"
    assert may_consent(HOLDERS["director"], OVER).allowed


def test_who_can_lead_asks_whether_somebody_is_known_and_nobody_else() -> None:
    leading = {"casusregisseur-wijkteam"}
    leads = replace(somebody(), functions=frozenset(leading))
    assert may_ask_known(leads, leading).ground == "leads_cases"
    assert may_ask_known(replace(leads, functions=frozenset({"manager"})), leading).reason == "no_leading_function"
    assert may_ask_known(replace(leads, municipality_id=None), leading).reason == "not_municipal"


def test_the_privacy_officer_judges_questions_of_others() -> None:
    officer = replace(somebody(), is_privacy_officer=True)
    asker = HOLDERS["director"].member_id
    assert may_judge_question(officer, HERE, asked_by=asker).ground == "privacy_officer"
    assert may_judge_question(officer, ELSEWHERE, asked_by=asker).reason == "not_privacy_officer"
    assert may_judge_question(somebody(), HERE, asked_by=asker).reason == "not_privacy_officer"
    assert may_judge_question(officer, HERE, asked_by=officer.member_id).reason == "own_question"
