"""What a version says survives being written down, and what it lacks is told at its field."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from houvast.kernel.ids import new_id
from houvast.plans.rules.content import (
    LONGEST_TEXT,
    Asked,
    Goal,
    PlanContent,
    View,
    ViewState,
    WhenItGoesWrong,
    WhoActs,
    dated,
    next_view,
    problems_of,
    read,
    written,
)
from houvast.plans.rules.ways import MOST_WAYS
from tests.sentences import told_at

AREAS = frozenset({"health", "money"})
GOAL = Goal(new_id(), "health", Asked.GOAL, "Ik wil slapen.")
PLAN = PlanContent(goals=(GOAL,))

TEXT = st.text(max_size=60)
VIEWS = st.builds(View, st.sampled_from(ViewState), TEXT, st.none() | st.dates())
GOALS = st.builds(Goal, st.uuids(), TEXT, st.sampled_from(Asked), TEXT)
WRONG = st.builds(WhenItGoesWrong, TEXT, TEXT, st.lists(st.builds(WhoActs, TEXT, TEXT, TEXT), max_size=3).map(tuple))
CONTENTS = st.builds(
    PlanContent,
    st.lists(GOALS, max_size=4).map(tuple),
    VIEWS,
    VIEWS,
    WRONG,
    st.lists(st.uuids(), max_size=3).map(tuple),
    TEXT,
)


@given(CONTENTS)
def test_what_is_written_down_is_read_back_as_it_was(content: PlanContent) -> None:
    assert read(written(content)) == content


def test_an_unknown_form_is_not_guessed_at() -> None:
    with pytest.raises(ValueError, match="unknown form"):
        read('{"form": 99}')


def test_one_goal_in_own_words_is_enough() -> None:
    assert problems_of(PLAN, AREAS) == {}


def test_not_asked_and_not_applicable_need_no_words() -> None:
    more = (GOAL, Goal(new_id(), "money", Asked.NOT_ASKED), Goal(new_id(), "money", Asked.NOT_APPLICABLE))
    assert problems_of(replace(PLAN, goals=more), AREAS) == {}


def test_a_plan_has_a_goal() -> None:
    only_not_asked = replace(PLAN, goals=(Goal(new_id(), "money", Asked.NOT_ASKED),))
    assert told_at(problems_of(only_not_asked, AREAS)) == {"goals"}


def test_a_plan_of_31_goals_is_too_much() -> None:
    assert told_at(problems_of(replace(PLAN, goals=(GOAL,) * 31), AREAS)) == {"goals"}


@pytest.mark.parametrize(
    "goal",
    [
        replace(GOAL, area="unknown"),
        replace(GOAL, words="  "),
        replace(GOAL, words="x" * (LONGEST_TEXT + 1)),
    ],
)
def test_a_goal_that_cannot_be_used_is_told_at_its_place(goal: Goal) -> None:
    assert told_at(problems_of(replace(PLAN, goals=(GOAL, goal)), AREAS)) == {"goal-1"}


def test_a_view_that_was_given_has_words() -> None:
    given_without = View(ViewState.GIVEN)
    content = replace(PLAN, resident_view=given_without, network_view=View(ViewState.DID_NOT_WANT))
    assert told_at(problems_of(content, AREAS)) == {"resident_view"}
    assert told_at(problems_of(replace(PLAN, network_view=given_without), AREAS)) == {"network_view"}


def test_a_very_long_view_is_told() -> None:
    long = View(ViewState.GIVEN, "x" * (LONGEST_TEXT + 1))
    assert told_at(problems_of(replace(PLAN, resident_view=long), AREAS)) == {"resident_view"}


@pytest.mark.parametrize("who", [WhoActs("", "112"), WhoActs("FACT", " ")])
def test_who_acts_has_a_name_and_a_number(who: WhoActs) -> None:
    wrong = WhenItGoesWrong(who_acts=(WhoActs("FACT", "050 00 02 31"), who))
    assert told_at(problems_of(replace(PLAN, when_it_goes_wrong=wrong), AREAS)) == {"who-1"}


JUNE, TODAY = date(2026, 6, 1), date(2026, 11, 26)
SAID = View(ViewState.GIVEN, "Dit wil ik proberen.", JUNE)
SILENT = View(ViewState.DID_NOT_WANT, said_on=JUNE)


@pytest.mark.parametrize(
    ("former", "words", "why", "asked_again", "becomes"),
    [
        (SAID, SAID.words, None, False, SAID),
        (SAID, SAID.words, None, True, replace(SAID, said_on=None)),
        (SAID, "Nu niet meer.", None, False, View(ViewState.GIVEN, "Nu niet meer.")),
        (SAID, "", None, False, View(ViewState.GIVEN)),
        (SAID, "", ViewState.DID_NOT_WANT, False, View(ViewState.DID_NOT_WANT)),
        (SILENT, "", ViewState.DID_NOT_WANT, False, SILENT),
        (SILENT, "Toch wel.", ViewState.DID_NOT_WANT, False, View(ViewState.GIVEN, "Toch wel.")),
        (View(ViewState.NOT_ASKED_YET), "", None, False, View(ViewState.NOT_ASKED_YET)),
    ],
)
def test_the_last_words_go_along_with_their_day(
    former: View, words: str, why: ViewState | None, asked_again: bool, becomes: View
) -> None:
    assert next_view(former, words, why, asked_again=asked_again) == becomes


def test_what_has_no_day_is_from_the_day_of_its_version() -> None:
    found = dated(replace(PLAN, resident_view=SAID, network_view=View(ViewState.GIVEN, "Goed.")), TODAY)
    assert (found.resident_view.said_on, found.network_view.said_on) == (JUNE, TODAY)
    assert dated(PLAN, TODAY) == PLAN


def test_a_version_of_before_there_was_a_day_is_read() -> None:
    old = written(replace(PLAN, resident_view=View(ViewState.GIVEN, "Goed."))).replace('"said_on": null, ', "")
    assert "said_on" not in old
    assert read(old).resident_view == View(ViewState.GIVEN, "Goed.")


def test_a_version_of_before_children_were_asked_about_is_read() -> None:
    old = written(PLAN).replace('"form": 2', '"form": 1').replace('"children": "", ', "")
    assert "children" not in old
    assert read(old) == PLAN


@pytest.mark.parametrize(
    ("children", "said", "fields"),
    [
        (True, " ", {"children"}),
        (True, "Zij slapen bij oma.", set()),
        (False, "", set()),
        (False, "x" * (LONGEST_TEXT + 1), {"children"}),
    ],
)
def test_with_children_a_plan_says_what_it_means_for_them(children: bool, said: str, fields: set[str]) -> None:
    assert told_at(problems_of(replace(PLAN, children=said), AREAS, children=children)) == fields


def test_what_was_asked_without_a_day_is_from_the_day_that_it_was_written() -> None:
    day = date(2026, 11, 23)
    given, silent = View(ViewState.GIVEN, "Goed."), View(ViewState.NOT_ASKED_YET)
    made = dated(replace(PLAN, resident_view=given, network_view=given), day)
    assert (made.resident_view.said_on, made.network_view.said_on) == (day, day)
    kept = dated(replace(PLAN, resident_view=replace(given, said_on=date(2026, 1, 2)), network_view=silent), day)
    assert (kept.resident_view.said_on, kept.network_view.said_on) == (date(2026, 1, 2), None)


def test_what_just_fits_is_no_problem() -> None:
    full = replace(PLAN, goals=(GOAL,) * 30, resident_view=View(ViewState.GIVEN, "x" * LONGEST_TEXT))
    assert problems_of(full, AREAS) == {}
    assert "é" in written(replace(PLAN, resident_view=View(ViewState.GIVEN, "Eén.".replace("E", "é"))))


def test_a_plan_names_a_few_ways_of_working_and_one_of_before_names_none() -> None:
    named = replace(PLAN, ways=("own-strength", "ours"))
    assert read(written(named)) == named
    assert read(written(PLAN).replace(', "ways": []', "")).ways == ()
    few, many = (tuple(f"way-{place}" for place in range(number)) for number in (MOST_WAYS, MOST_WAYS + 1))
    assert told_at(problems_of(replace(PLAN, ways=few), AREAS)) == set()
    assert told_at(problems_of(replace(PLAN, ways=many), AREAS)) == {"ways"}
