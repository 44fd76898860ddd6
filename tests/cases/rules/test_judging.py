"""Weighing together: whom the model names, who is asked at once, what is missing, and what a judgement must say."""

from dataclasses import replace
from datetime import date

import pytest

from houvast.ave.load import load_text, shipped
from houvast.ave.model import Boundary
from houvast.cases.rules.judging import (
    AskedFacts,
    Missing,
    NewJudgement,
    asked_at_once,
    judgement_problems,
    missing,
    named,
)
from houvast.kernel.ids import new_id
from tests.sentences import told_at

MODEL = load_text(shipped()["groningen"].read_text("utf-8"), "groningen")
TODAY = date(2026, 11, 23)
GIVEN = NewJudgement(False, "Terugval.", "Elke week langs.", "Te vroeg.", "Yara Mensah", "telefoon", TODAY)


def boundary(from_phase: int, to_phase: int) -> Boundary:
    found = MODEL.boundary(from_phase, to_phase)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("way", "expected"),
    [
        ((2, 3), ()),
        ((3, 2), ("teamleider",)),
        ((3, 4), ("procesregisseur-zvh", "wethouder")),
        ((4, 3), ("procesregisseur-oggz", "procesregisseur-oov", "burgemeester", "wethouder")),
    ],
)
def test_the_model_names_who_weighs_along_and_the_resident_is_heard(
    way: tuple[int, int], expected: tuple[str, ...]
) -> None:
    assert named(MODEL, boundary(*way), ()) == expected


def test_who_proposes_is_not_asked_for_another_judgement() -> None:
    assert named(MODEL, boundary(3, 4), {"wethouder"}) == ("procesregisseur-zvh",)


def test_a_function_that_the_model_does_not_know_is_nobody() -> None:
    odd = replace(boundary(3, 2), hears=("teamleider", "sterrenwichelaar"))
    assert named(MODEL, odd, ()) == ("teamleider",)


def test_the_only_holder_or_who_has_a_seat_is_asked_at_once() -> None:
    one, two, seated = new_id(), new_id(), new_id()
    assert asked_at_once({"a": [one]}, ()) == {one: "a"}
    assert asked_at_once({"a": [one, two]}, ()) == {}
    assert asked_at_once({"a": [one, seated]}, {seated}) == {seated: "a"}
    assert asked_at_once({"a": []}, ()) == {}


def test_who_has_two_functions_is_asked_once() -> None:
    both = new_id()
    assert asked_at_once({"a": [both], "b": [both]}, ()) == {both: "a"}


def test_what_is_missing_is_a_function_nobody_was_asked_for_or_an_answer() -> None:
    asked = [AskedFacts("a", answered=True), AskedFacts("", answered=False)]
    assert missing(["a", "b"], asked) == Missing(("b",), 1)
    assert not missing(["a", "b"], asked).nothing
    assert not missing(["a"], asked).nothing
    assert not missing(["b"], asked[:1]).nothing
    assert missing(["a"], asked[:1]).nothing


@pytest.mark.parametrize(
    ("new", "inside", "outside"),
    [
        (GIVEN, set(), set()),
        (replace(GIVEN, agrees=None), {"stance"}, {"stance"}),
        (replace(GIVEN, risk=" ", must_stay="", why=" "), {"risk", "must_stay", "why"}, {"risk", "must_stay", "why"}),
        (replace(GIVEN, spoken_with=" ", channel=""), set(), {"spoken_with", "channel"}),
        (replace(GIVEN, given_on=None), set(), {"given_on"}),
        (replace(GIVEN, given_on=date(2026, 11, 24)), set(), {"given_on"}),
    ],
)
def test_a_judgement_says_risk_what_must_stay_and_why(new: NewJudgement, inside: set[str], outside: set[str]) -> None:
    assert told_at(judgement_problems(new, outside=False, today=TODAY)) == inside
    assert told_at(judgement_problems(new, outside=True, today=TODAY)) == outside
