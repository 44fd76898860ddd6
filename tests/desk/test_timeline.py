"""The timeline of a case: each thing that happened is told once, newest first."""

import pytest

from houvast.cases.models import TakeOverAnswer
from houvast.desk.rules.timeline import take_over_sentence
from houvast.desk.selectors.timeline import timeline
from houvast.directory.selectors import viewer
from tests.lives import HOUR, close, open_with
from tests.worlds import NOW, make_world

pytestmark = pytest.mark.django_db


def test_closing_is_told_once_and_not_for_each_responsibility() -> None:
    world = make_world()
    case_id = open_with(world)
    close(world, case_id)
    looks = viewer(world.id("marit"), now=NOW + HOUR)
    assert looks is not None
    told = [f"{each.strong}{each.text}" for each in timeline(looks, case_id, (), now=NOW + HOUR)]
    assert told[0] == f"Casus gesloten in AVE 2 door {world.members['sanne'].name}."
    assert not [line for line in told if "niet vereist" in line]
    assert told[-1].startswith("Casus geopend in AVE 2")


@pytest.mark.parametrize("outcome", ["asked", *TakeOverAnswer.Outcome.values])
def test_each_answer_of_a_team_has_a_sentence_that_names_the_team_and_who(outcome: str) -> None:
    strong, text = take_over_sentence(outcome, "Jeugd", "Iris")
    assert "Jeugd" in strong + text
    assert "Iris" in strong + text
    assert text.startswith(" ")
