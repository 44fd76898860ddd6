"""What a reporting point must be, and what counts as a change."""

from dataclasses import replace

import pytest
from tests.sentences import told_at

from houvast.intake.rules.points import PointFacts, changed, problems_with_point, tidied

POINT = PointFacts("Meldpunt", ("Is er nu gevaar?", "Zijn er kinderen?"), ("public_order", "oggz"))


def test_a_point_with_a_name_questions_and_an_order_of_triage_is_right() -> None:
    assert problems_with_point(POINT, ["Groendienst"]) == {}
    assert problems_with_point(replace(POINT, questions=(), steps=("oggz",)), []) == {}
    assert problems_with_point(replace(POINT, name="x" * 80, questions=("x" * 160,) * 12), []) == {}


@pytest.mark.parametrize(
    ("point", "field", "said"),
    [
        (replace(POINT, name=""), "name", "een naam"),
        (replace(POINT, name="x" * 81), "name", "ten hoogste 80"),
        (replace(POINT, name="GROENdienst"), "name", "al een meldpunt"),
        (replace(POINT, steps=()), "steps", "Kies wie"),
        (replace(POINT, steps=("public_order",)), "steps", "Kies wie"),
        (replace(POINT, steps=("oggz", "public_order")), "steps", "Kies wie"),
        (replace(POINT, questions=("Kort?", "x" * 161)), "questions", "Vraag 2 is te lang"),
        (replace(POINT, questions=("Waarom?",) * 13), "questions", "Dit zijn 13 vragen. Houd het bij 12."),
    ],
)
def test_what_is_wrong_is_said_at_its_field(point: PointFacts, field: str, said: str) -> None:
    problems = problems_with_point(point, ["Groendienst"])
    assert told_at(problems) == {field}
    assert said in problems[field]


def test_empty_questions_and_spaces_fall_away() -> None:
    spaced = PointFacts("  Meldpunt ", (" Is er  nu gevaar?", "", "   ", "Zijn er kinderen?"), POINT.steps)
    assert tidied(spaced) == POINT
    assert tidied(replace(POINT, active=False)) == replace(POINT, active=False)


@pytest.mark.parametrize(
    ("after", "fields"),
    [
        (POINT, []),
        (replace(POINT, name="Loket"), ["name"]),
        (replace(POINT, questions=POINT.questions[::-1]), ["questions"]),
        (replace(POINT, steps=("oggz",), active=False), ["steps", "active"]),
    ],
)
def test_a_change_is_named_and_gives_another_mark(after: PointFacts, fields: list[str]) -> None:
    assert changed(POINT, after) == fields
    assert (after.mark() == POINT.mark()) == (not fields)
