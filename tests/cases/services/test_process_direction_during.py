"""While a step waits for its decision, the process direction goes only to whom the model names for that time."""

from datetime import timedelta
from uuid import UUID

import pytest

from houvast.ave.vocabulary import Responsibility
from houvast.cases.models import Case, HandOverAnswer
from houvast.cases.rules.opening import Choice
from houvast.cases.rules.scaling import NewProposal
from houvast.cases.services.answer_hand_over import answer_hand_over
from houvast.cases.services.ask_hand_over import ask_hand_over
from houvast.cases.services.assign_seat import assign_seat
from houvast.cases.services.fill_seat_temporarily import fill_seat_temporarily
from houvast.cases.services.propose_scaling import propose_scaling
from houvast.directory.models import MemberFunction
from houvast.kernel.errors import Invalid
from tests.lives import enough, open_with
from tests.worlds import NOW, World, make_world

pytestmark = pytest.mark.django_db
PROCESS, CASE_DIRECTION = Responsibility.PROCESS_DIRECTION, Responsibility.CASE_DIRECTION
NAMED = (
    "Er wacht een voorstel om naar AVE 4 te gaan. Tot het besluit noemt het AVE-model van uw gemeente voor de "
    "procesregie: procesregisseur OGGZ (OGGZ-coördinator). Kies zo iemand, of wacht op het besluit."
)


@pytest.fixture
def world() -> World:
    return make_world()


def proposed(world: World) -> UUID:
    """Open a case in phase 3, where Marit (OGGZ) directs the process, and propose phase 4."""
    case_id = open_with(world, phase=3)
    assign(world, case_id, "marit")
    propose(world, case_id)
    return case_id


def propose(world: World, case_id: UUID) -> None:
    new = NewProposal(4, enough(world, 3, 4), "Het loopt op.")
    propose_scaling(actor=world.actor("marit"), now=NOW, case_id=case_id, new=new)


def assign(world: World, case_id: UUID, who: str, seat: Responsibility = PROCESS) -> None:
    choice = Choice(member_id=world.id(who))
    assign_seat(actor=world.actor("marit"), now=NOW, case_id=case_id, responsibility=seat, choice=choice)


def leads(case_id: UUID) -> UUID | None:
    return Case.objects.select_related("process_direction").get(pk=case_id).process_direction.member_id


def test_it_is_not_assigned_or_lent_to_another(world: World) -> None:
    case_id = proposed(world)
    with pytest.raises(Invalid) as assigned:
        assign(world, case_id, "nadia")
    assert assigned.value.problems == {"holder": NAMED}
    with pytest.raises(Invalid) as lent:
        fill_seat_temporarily(
            actor=world.actor("marit"),
            now=NOW,
            case_id=case_id,
            responsibility=PROCESS,
            member_id=world.id("nadia"),
            until=(NOW + timedelta(days=3)).date(),
            reason="Verlof.",
        )
    assert lent.value.problems == {"holder": NAMED}
    assert leads(case_id) == world.id("marit")


def test_what_was_asked_before_the_proposal_waits_for_the_decision(world: World) -> None:
    case_id = open_with(world, phase=3)
    assign(world, case_id, "marit")
    asked = ask_hand_over(
        actor=world.actor("marit"),
        now=NOW,
        case_id=case_id,
        responsibility=PROCESS,
        to_member=world.id("nadia"),
        reason="",
    )
    propose(world, case_id)
    accepted = HandOverAnswer.Outcome.ACCEPTED
    with pytest.raises(Invalid) as taken:
        answer_hand_over(actor=world.actor("nadia"), now=NOW, hand_over_id=asked, outcome=accepted)
    assert taken.value.problems == {"holder": NAMED}
    assert leads(case_id) == world.id("marit")


def test_the_case_direction_goes_on_changing_hands(world: World) -> None:
    case_id = proposed(world)
    assign(world, case_id, "bram", CASE_DIRECTION)
    assert Case.objects.select_related("case_direction").get(pk=case_id).case_direction.member_id == world.id("bram")


def test_where_nobody_has_that_function_another_may(world: World) -> None:
    case_id = proposed(world)
    MemberFunction.objects.filter(function="procesregisseur-oggz").update(until_at=NOW)
    choice = Choice(member_id=world.id("nadia"))
    assign_seat(actor=world.actor("nadia"), now=NOW, case_id=case_id, responsibility=PROCESS, choice=choice)
    assert leads(case_id) == world.id("nadia")


def test_another_step_leaves_it_free(world: World) -> None:
    """Between phase 2 and 3 the model of Groningen names nobody for the time in between."""
    case_id = open_with(world)
    new = NewProposal(3, enough(world, 2, 3), "Het loopt op.")
    propose_scaling(actor=world.actor("sanne"), now=NOW, case_id=case_id, new=new)
    assign(world, case_id, "marit")
    assert leads(case_id) == world.id("marit")
