"""What a step of the *meldcode* lacks, by the Besluit verplichte meldcode and the Basismodel of VWS."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from houvast.reporting_code.rules.steps import (
    BEFORE_DECIDING,
    LONGEST_TEXT,
    CodeOutcome,
    CodeStep,
    NewStep,
    Taken,
    begin_problems,
    missing_steps,
    step_problems,
)
from tests.sentences import told_at

TODAY = date(2026, 11, 23)
BEFORE, TOMORROW = TODAY - timedelta(days=3), TODAY + timedelta(days=1)
ALL = tuple(Taken(step, BEFORE) for step in BEFORE_DECIDING)
SIGNALS = NewStep(CodeStep.SIGNALS, TODAY, "Blauwe plekken.")
TALK = replace(SIGNALS, step=CodeStep.TALK)
HELP = NewStep(CodeStep.DECIDE, TODAY, "Hulp is genoeg.", outcome=CodeOutcome.HELP)
REPORT = replace(HELP, outcome=CodeOutcome.REPORTED, reported_on=TODAY)
BOTH = replace(REPORT, outcome=CodeOutcome.REPORTED_AND_HELP)


@pytest.mark.parametrize(
    ("new", "taken", "fields"),
    [
        (SIGNALS, (), set()),
        (SIGNALS, ALL, set()),
        (replace(SIGNALS, on_date=BEFORE - timedelta(days=9)), ALL, set()),
        (replace(SIGNALS, step=None), (), {"step"}),
        (replace(SIGNALS, on_date=None), (), {"on_date"}),
        (replace(SIGNALS, on_date=TOMORROW), (), {"on_date"}),
        (replace(SIGNALS, words=" "), (), {"words"}),
        (replace(SIGNALS, words="x" * LONGEST_TEXT), (), set()),
        (replace(SIGNALS, words="x" * (LONGEST_TEXT + 1)), (), {"words"}),
        (replace(TALK, skipped=True), (), set()),
        (replace(SIGNALS, skipped=True), (), {"skipped"}),
        (replace(HELP, skipped=True), ALL, {"skipped"}),
        (replace(SIGNALS, outcome=CodeOutcome.HELP), (), {"outcome"}),
        (replace(SIGNALS, reported_on=TODAY), (), {"reported_on"}),
        (replace(SIGNALS, urgent=True), (), {"urgent"}),
    ],
)
def test_a_step_says_what_was_done_on_which_day(new: NewStep, taken: tuple[Taken, ...], fields: set[str]) -> None:
    assert told_at(step_problems(new, taken, TODAY)) == fields


@pytest.mark.parametrize(
    ("new", "taken", "fields"),
    [
        (HELP, ALL, set()),
        (REPORT, ALL, set()),
        (BOTH, ALL, set()),
        (replace(HELP, outcome=CodeOutcome.NEITHER), ALL, set()),
        (replace(HELP, outcome=None), ALL, {"outcome"}),
        (HELP, ALL[1:], {"step"}),
        (REPORT, (), {"step"}),
        (replace(REPORT, urgent=True), (), set()),
        (replace(BOTH, urgent=True), (), set()),
        (replace(HELP, urgent=True), (), {"step", "urgent"}),
        (replace(REPORT, reported_on=None), ALL, {"reported_on"}),
        (replace(REPORT, reported_on=TOMORROW), ALL, {"reported_on"}),
        (replace(HELP, reported_on=TODAY), ALL, {"reported_on"}),
        (replace(HELP, on_date=BEFORE), ALL, set()),
        (replace(HELP, on_date=BEFORE - timedelta(days=1)), ALL, {"on_date"}),
        (replace(REPORT, on_date=BEFORE - timedelta(days=1), urgent=True), ALL, set()),
    ],
)
def test_the_decision_comes_after_all_steps_unless_danger_did_not_wait(
    new: NewStep, taken: tuple[Taken, ...], fields: set[str]
) -> None:
    assert told_at(step_problems(new, taken, TODAY)) == fields


def test_what_is_missing_is_named_in_the_order_of_the_law() -> None:
    assert missing_steps(()) == BEFORE_DECIDING
    assert missing_steps((Taken(CodeStep.TALK, TODAY),)) == (CodeStep.SIGNALS, CodeStep.CONSULT, CodeStep.WEIGH)
    assert missing_steps(ALL) == ()
    assert "1. signalen in kaart, 4. wegen." in step_problems(HELP, ALL[1:3], TODAY)["step"]


@pytest.mark.parametrize(
    ("resident", "why", "fields"),
    [
        (True, "Zij schrikt.", set()),
        (False, "Zij schrikt.", {"resident"}),
        (True, " ", {"why"}),
        (True, "x" * (LONGEST_TEXT + 1), {"why"}),
        (False, "", {"resident", "why"}),
    ],
)
def test_beginning_one_says_about_whom_and_why(resident: bool, why: str, fields: set[str]) -> None:
    assert told_at(begin_problems(resident, why)) == fields
