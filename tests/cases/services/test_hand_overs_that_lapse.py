"""Somebody is asked to take a seat, and then somebody else gets it: the question is over, and what it let see too."""

from uuid import UUID

import pytest

from houvast.ave.vocabulary import Responsibility
from houvast.cases.models import HandOverAnswer
from houvast.cases.rules.opening import Choice
from houvast.cases.selectors import questions
from houvast.cases.selectors.bands import by_ids
from houvast.cases.services.answer_hand_over import answer_hand_over
from houvast.cases.services.ask_hand_over import ask_hand_over
from houvast.cases.services.assign_seat import assign_seat
from houvast.cases.services.close_case import NewClosing, close_case
from houvast.directory.selectors import viewer
from houvast.kernel.errors import Conflict, NotVisible
from tests.lives import open_with
from tests.worlds import NOW, World, make_world

pytestmark = pytest.mark.django_db
CASE_DIRECTION = Responsibility.CASE_DIRECTION


@pytest.fixture
def world() -> World:
    return make_world()


def ask(world: World, case_id: UUID, who: str, to: str) -> UUID:
    return ask_hand_over(
        actor=world.actor(who),
        now=NOW,
        case_id=case_id,
        responsibility=CASE_DIRECTION,
        to_member=world.id(to),
        reason="Andere wijk.",
    )


def lapsed(world: World) -> tuple[UUID, UUID]:
    """Let Sanne ask Bram; then Marit gives the case to Iris. Gives the case and the question."""
    case_id = open_with(world)
    asked = ask(world, case_id, "sanne", "bram")
    assert sees(world, case_id, "bram")
    choice = Choice(member_id=world.id("iris"))
    assign_seat(actor=world.actor("marit"), now=NOW, case_id=case_id, responsibility=CASE_DIRECTION, choice=choice)
    return case_id, asked


def sees(world: World, case_id: UUID, who: str) -> bool:
    looks = viewer(world.id(who), now=NOW)
    assert looks is not None
    return bool(by_ids(looks, [case_id], now=NOW))


def test_who_was_asked_sees_the_case_no_more_and_has_nothing_to_answer(world: World) -> None:
    case_id, asked = lapsed(world)
    assert not sees(world, case_id, "bram")
    for who in ("bram", "iris"):
        looks = viewer(world.id(who), now=NOW)
        assert looks is not None
        assert questions.hand_overs(looks, now=NOW) == ()
    with pytest.raises(NotVisible):
        answer_hand_over(
            actor=world.actor("bram"), now=NOW, hand_over_id=asked, outcome=HandOverAnswer.Outcome.ACCEPTED
        )
    with pytest.raises(Conflict, match="niet meer geldig"):
        answer_hand_over(
            actor=world.actor("marit"), now=NOW, hand_over_id=asked, outcome=HandOverAnswer.Outcome.WITHDRAWN
        )


def test_the_new_director_asks_somebody_and_closes_without_the_old_question(world: World) -> None:
    case_id, _ = lapsed(world)
    again = ask(world, case_id, "iris", "bram")
    withdrawn = HandOverAnswer.Outcome.WITHDRAWN
    answer_hand_over(actor=world.actor("iris"), now=NOW, hand_over_id=again, outcome=withdrawn)
    close_case(actor=world.actor("iris"), now=NOW, case_id=case_id, new=NewClosing("moved", "Verhuisd.", None))
