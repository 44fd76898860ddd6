"""What somebody saw and heard is written down as it was, with who said it."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from houvast.cases.rules.observing import Observation, observation_problems

DAY = date(2026, 11, 23)
SAID = Observation(" Hij stond op. ", "Ik ga.", "Ruben", DAY)


@pytest.mark.parametrize(
    ("said", "text"),
    [
        (SAID, "Gezien en gehoord op ma 23 november 2026.\nGezien: Hij stond op.\nGehoord (van Ruben): Ik ga."),
        (replace(SAID, heard=" "), "Gezien en gehoord op ma 23 november 2026.\nGezien: Hij stond op."),
        (replace(SAID, saw="", said_by=" "), "Gezien en gehoord op ma 23 november 2026.\nGehoord: Ik ga."),
    ],
)
def test_each_thing_is_said_by_itself(said: Observation, text: str) -> None:
    assert said.as_note() == text


@pytest.mark.parametrize(
    ("said", "fields"),
    [
        (SAID, set()),
        (replace(SAID, heard="", said_by=""), set()),
        (replace(SAID, saw=" ", heard=" "), {"saw"}),
        (replace(SAID, said_by=" "), {"said_by"}),
        (replace(SAID, on=DAY + timedelta(days=1)), {"on"}),
    ],
)
def test_what_was_heard_has_somebody_who_said_it(said: Observation, fields: set[str]) -> None:
    assert observation_problems(said, DAY).keys() == fields
