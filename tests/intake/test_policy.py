"""May this viewer do this? Each condition with its reason."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from houvast.directory.viewer import Viewer
from houvast.intake import policy
from houvast.intake.policy import ConcernFacts, DecisionFacts
from tests.worlds import NOW

HERE, ELSEWHERE, ME, TEAM = (UUID(int=number) for number in range(1, 5))
OGGZ = Viewer(
    member_id=ME,
    name="Marit",
    title="coördinator",
    member_ids=frozenset({ME}),
    team_ids=frozenset({TEAM}),
    organisation_id=UUID(int=9),
    municipality_id=HERE,
    municipality_name="Eemsdelta",
    municipality_code="eemsdelta",
    partner_region=None,
    functions=frozenset(),
    domains=frozenset({"oggz"}),
    mandates=frozenset(),
    duo_member_ids=frozenset(),
    is_administrator=False,
    is_privacy_officer=False,
)
ORDER = replace(OGGZ, domains=frozenset({"public_order"}))
CARE = replace(OGGZ, domains=frozenset({"wmo"}))
PARTNER = replace(OGGZ, municipality_id=None)
DECIDED = DecisionFacts("advice", ME, NOW, None, is_answered=False)
FACTS = ConcernFacts(HERE, ("public_order", "oggz"), "oggz", waits=True, decision=DECIDED)
NOBODY: frozenset[str] = frozenset()


@pytest.mark.parametrize(("viewer", "reason"), [(OGGZ, ""), (ORDER, ""), (CARE, "no_triage"), (PARTNER, "no_triage")])
def test_who_does_triage_reads_lists(viewer: Viewer, reason: str) -> None:
    assert policy.may_import(viewer).reason == reason
    assert policy.may_import(viewer).allowed is not bool(reason)


@pytest.mark.parametrize(("viewer", "reason"), [(OGGZ, ""), (CARE, ""), (PARTNER, "other_municipality")])
def test_everybody_of_the_municipality_enters_concerns(viewer: Viewer, reason: str) -> None:
    assert policy.may_enter(viewer, HERE).reason == reason
    assert policy.may_enter(viewer, ELSEWHERE).reason == "other_municipality"


@pytest.mark.parametrize(
    ("viewer", "duo", "reason", "ground"),
    [
        (OGGZ, NOBODY, "", "own_domain"),
        (ORDER, frozenset({"oggz"}), "", "duo"),
        (ORDER, NOBODY, "not_your_step", ""),
        (CARE, NOBODY, "not_your_step", ""),
        (replace(OGGZ, municipality_id=ELSEWHERE), NOBODY, "other_municipality", ""),
    ],
)
def test_the_step_that_is_due_decides(viewer: Viewer, duo: frozenset[str], reason: str, ground: str) -> None:
    verdict = policy.may_decide(viewer, FACTS, duo)
    assert (verdict.reason, verdict.ground) == (reason, ground)


def test_who_entered_a_concern_or_decides_about_it_says_what_it_is_about() -> None:
    entered_by = ORDER.member_id
    assert policy.may_choose_themes(ORDER, FACTS, NOBODY, entered_by=entered_by).ground == "entered_it"
    assert policy.may_choose_themes(ORDER, FACTS, NOBODY, entered_by=None).reason == "not_your_step"
    assert policy.may_choose_themes(ORDER, FACTS, NOBODY, entered_by=ELSEWHERE).reason == "not_your_step"
    assert policy.may_choose_themes(OGGZ, FACTS, NOBODY, entered_by=None).ground == "own_domain"


def test_only_a_step_with_a_next_one_sends_on() -> None:
    first = replace(FACTS, step="public_order")
    assert policy.may_send_on(ORDER, first, NOBODY).allowed
    assert policy.may_send_on(OGGZ, first, NOBODY).reason == "not_your_step"
    assert policy.may_send_on(OGGZ, FACTS, NOBODY).reason == "no_next_step"
    assert policy.may_send_on(OGGZ, replace(FACTS, steps=("public_order",)), NOBODY).reason == "no_next_step"


def test_the_team_that_was_asked_answers() -> None:
    assert policy.may_answer_pass_on(OGGZ, TEAM).allowed
    assert policy.may_answer_pass_on(OGGZ, ELSEWHERE).reason == "not_in_team"
    assert policy.may_answer_pass_on(OGGZ, None).reason == "not_in_team"


@pytest.mark.parametrize(
    ("decision", "after", "reason"),
    [
        (DECIDED, timedelta(minutes=9, seconds=59), ""),
        (DECIDED, timedelta(minutes=10), "too_late"),
        (None, timedelta(), "not_your_decision"),
        (replace(DECIDED, decided_by=HERE), timedelta(), "not_your_decision"),
        (replace(DECIDED, is_answered=True), timedelta(), "answered"),
        (replace(DECIDED, outcome="new_case"), timedelta(), "case_opened"),
        (replace(DECIDED, outcome="straight_out"), timedelta(), "gone"),
        (replace(DECIDED, outcome="undone"), timedelta(), "already_undone"),
    ],
)
def test_one_s_own_last_decision_is_undone_for_ten_minutes(
    decision: DecisionFacts | None, after: timedelta, reason: str
) -> None:
    assert policy.may_undo(OGGZ, replace(FACTS, decision=decision), now=NOW + after).reason == reason


def test_rows_are_repaired_by_triage_of_their_municipality_or_of_any_when_nobody_knows() -> None:
    assert policy.may_repair(OGGZ, HERE).allowed
    assert policy.may_repair(ORDER, None).allowed
    assert policy.may_repair(OGGZ, ELSEWHERE).reason == "other_municipality"
    assert policy.may_repair(CARE, HERE).reason == "no_triage"
    assert policy.may_repair(PARTNER, None).reason == "no_triage"


def test_the_administrator_and_who_does_triage_see_how_intake_is_set_up() -> None:
    administrator = replace(CARE, is_administrator=True)
    assert [policy.may_see_settings(each) for each in (OGGZ, ORDER, administrator)] == [True, True, True]
    assert not policy.may_see_settings(CARE)
    assert not policy.may_see_settings(replace(administrator, municipality_id=None))
    assert not policy.may_see_settings(replace(OGGZ, municipality_id=None))
