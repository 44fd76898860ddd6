"""Who keeps the lines of a team, and who sets the terms."""

from dataclasses import replace
from uuid import UUID

import pytest

from houvast.directory.viewer import Viewer
from houvast.kernel.ids import new_id
from houvast.short_lines.policy import TeamFacts, may_answer, may_ask, may_keep_lines, may_pass_on, may_set_terms

HERE, THERE, TEAM, OTHER_TEAM, MUNICIPALITY = (new_id() for _ in range(5))
IN_TEAM = Viewer(
    member_id=(ME := new_id()),
    name="Sanne",
    title="",
    member_ids=frozenset({ME}),
    team_ids=frozenset({TEAM}),
    organisation_id=HERE,
    municipality_id=MUNICIPALITY,
    municipality_name="Eemsdelta",
    municipality_code="eemsdelta",
    partner_region=None,
    functions=frozenset(),
    domains=frozenset(),
    mandates=frozenset(),
    duo_member_ids=frozenset(),
    is_administrator=False,
    is_privacy_officer=False,
)
ELSEWHERE = replace(IN_TEAM, team_ids=frozenset({OTHER_TEAM}))
ADMINISTRATOR = replace(ELSEWHERE, is_administrator=True)
PARTNER = replace(IN_TEAM, municipality_id=None, partner_region="")
FACTS = TeamFacts(TEAM, HERE)


@pytest.mark.parametrize(
    ("viewer", "ended", "said"),
    [
        (IN_TEAM, False, "team_member"),
        (IN_TEAM, True, "line_ended"),
        (ELSEWHERE, False, "not_of_the_team"),
        (ADMINISTRATOR, False, "administrator"),
        (replace(ADMINISTRATOR, organisation_id=THERE), False, "not_of_the_team"),
        (PARTNER, False, "not_municipal"),
    ],
)
def test_who_works_in_the_team_and_the_administrator_keep_its_lines(viewer: Viewer, ended: bool, said: str) -> None:
    verdict = may_keep_lines(viewer, FACTS, ended=ended)
    assert (verdict.ground if verdict.allowed else verdict.reason) == said


def test_the_administrator_of_the_municipality_sets_the_terms() -> None:
    assert may_set_terms(ADMINISTRATOR, MUNICIPALITY).allowed
    assert not may_set_terms(ADMINISTRATOR, new_id()).allowed
    assert not may_set_terms(IN_TEAM, MUNICIPALITY).allowed


YARA, TJARK = new_id(), new_id()


@pytest.mark.parametrize(
    ("viewer", "answers", "ended", "said"),
    [
        (IN_TEAM, YARA, False, "team_member"),
        (IN_TEAM, YARA, True, "line_ended"),
        (IN_TEAM, None, False, "nobody_signs_in"),
        (IN_TEAM, ME, False, "asks_oneself"),
        (ADMINISTRATOR, YARA, False, "not_in_the_team"),
        (PARTNER, YARA, False, "not_in_the_team"),
    ],
)
def test_who_works_in_the_team_asks_somebody_else_who_signs_in(
    viewer: Viewer, answers: UUID | None, ended: bool, said: str
) -> None:
    verdict = may_ask(viewer, FACTS, answers, ended=ended)
    assert (verdict.ground if verdict.allowed else verdict.reason) == said


def test_whose_turn_it_is_answers_once() -> None:
    assert may_answer(IN_TEAM, ME, answered=False).allowed
    assert may_answer(IN_TEAM, ME, answered=True).reason == "answered"
    assert may_answer(IN_TEAM, YARA, answered=False).reason == "not_your_turn"


@pytest.mark.parametrize(
    ("answers", "stand_in", "passed", "answered", "said"),
    [
        (ME, TJARK, False, False, "holds_the_line"),
        (ME, TJARK, True, False, "no_stand_in"),
        (ME, None, False, False, "no_stand_in"),
        (ME, ME, False, False, "no_stand_in"),
        (YARA, TJARK, False, False, "not_your_turn"),
        (ME, TJARK, False, True, "answered"),
    ],
)
def test_a_question_is_passed_on_once_to_a_stand_in(
    answers: UUID, stand_in: UUID | None, passed: bool, answered: bool, said: str
) -> None:
    verdict = may_pass_on(IN_TEAM, answers, stand_in, passed=passed, answered=answered)
    assert (verdict.ground if verdict.allowed else verdict.reason) == said
