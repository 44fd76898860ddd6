"""Taking a question to a team back: the team sees nothing more, and the case can go on."""

from functools import partial
from uuid import UUID

import pytest

from houvast.audit.models import Entry
from houvast.cases import scopes
from houvast.cases.models import Case, PhasePeriod, TakeOverAnswer
from houvast.cases.rules.matrix import Part
from houvast.cases.services.answer_take_over import answer_take_over
from houvast.cases.services.ask_take_over import ask_take_over
from houvast.cases.services.withdraw_take_over import withdraw_take_over
from houvast.desk.selectors.timeline import timeline
from houvast.directory.selectors import parsed_model, viewer
from houvast.kernel.errors import Conflict, Invalid, NotVisible, Refused
from tests.lives import HOUR, close, open_with
from tests.worlds import NOW, World, make_world

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> World:
    return make_world()


@pytest.fixture
def case_id(world: World) -> UUID:
    return open_with(world)


@pytest.fixture
def asked(world: World, case_id: UUID) -> UUID:
    youth = world.teams["Jeugd"].id
    return ask_take_over(actor=world.actor("sanne"), now=NOW, case_id=case_id, to_team=youth, reason="Er is een kind.")


def sees(world: World, who: str, case_id: UUID) -> bool:
    looks = viewer(world.id(who), now=NOW)
    assert looks is not None
    return scopes.cases(looks, part=Part.BAND, now=NOW + HOUR).filter(pk=case_id).exists()


@pytest.mark.parametrize(("who", "ground"), [("sanne", "asked"), ("nadia", "process_direction")])
def test_the_team_sees_the_case_no_more_and_the_case_can_close(
    world: World, case_id: UUID, asked: UUID, who: str, ground: str
) -> None:
    assert sees(world, "iris", case_id)
    withdraw_take_over(actor=world.actor(who), now=NOW + HOUR, request_id=asked, reason="Zij zijn te druk.")
    assert not sees(world, "iris", case_id)
    entry = Entry.objects.get(event="take_over.withdrawn")
    assert (entry.subject_id, entry.ground, entry.details) == (asked, ground, {"team": str(world.teams["Jeugd"].id)})
    answer = TakeOverAnswer.objects.get()
    assert (answer.outcome, answer.answered_by_id) == ("withdrawn", world.id(who))
    assert b"druk" not in bytes(answer.advice_sealed)
    assert Case.objects.get(pk=case_id).returns == 0
    close(world, case_id)
    assert Case.objects.get(pk=case_id).phase_period.state == PhasePeriod.State.CLOSED


def test_the_timeline_tells_what_was_asked_and_what_became_of_it(world: World, case_id: UUID, asked: UUID) -> None:
    withdraw_take_over(actor=world.actor("sanne"), now=NOW + HOUR, request_id=asked, reason="Zij zijn te druk.")
    looks = viewer(world.id("sanne"), now=NOW)
    assert looks is not None
    told = [
        happening.strong + happening.text
        for happening in timeline(looks, case_id, (), parsed_model(world.adopted), now=NOW + HOUR)
    ]
    assert told[0] == "Vraag om over te nemen ingetrokken: Sanne uit Eemsdelta wacht niet meer op Jeugd."
    assert told[1] == "Overname gevraagd aan Jeugd, door Sanne uit Eemsdelta."


def test_somebody_else_is_refused_and_that_is_on_record(world: World, asked: UUID) -> None:
    for who, error in (("iris", Refused), ("erik", Refused), ("bram", NotVisible)):
        with pytest.raises(error):
            withdraw_take_over(actor=world.actor(who), now=NOW, request_id=asked, reason="x")
    assert Entry.objects.filter(event="take_over.withdrawn", outcome="refused").count() == 3
    assert not TakeOverAnswer.objects.exists()


def test_it_needs_a_reason(world: World, asked: UUID) -> None:
    with pytest.raises(Invalid) as wrong:
        withdraw_take_over(actor=world.actor("sanne"), now=NOW, request_id=asked, reason=" ")
    assert wrong.value.problems.keys() == {"reason"}


def test_one_answer_counts(world: World, asked: UUID) -> None:
    withdraw = partial(withdraw_take_over, actor=world.actor("sanne"), now=NOW, request_id=asked, reason="Te druk.")
    returned = TakeOverAnswer.Outcome.RETURNED
    answer_take_over(actor=world.actor("iris"), now=NOW, request_id=asked, outcome=returned, advice="Bel school.")
    with pytest.raises(Conflict):
        withdraw()
    assert TakeOverAnswer.objects.get().outcome == returned


def test_a_team_does_not_withdraw_by_answering(world: World, asked: UUID) -> None:
    withdrawn = TakeOverAnswer.Outcome.WITHDRAWN
    with pytest.raises(Invalid) as wrong:
        answer_take_over(actor=world.actor("iris"), now=NOW, request_id=asked, outcome=withdrawn, advice="Nee.")
    assert wrong.value.problems.keys() == {"outcome"}
