"""Where the model says who directs the process after a step, that step never leaves it to nobody by itself."""

from uuid import UUID

import pytest

from houvast.ave.vocabulary import Responsibility
from houvast.cases.models import Case, PhasePeriod, Seat
from houvast.cases.rules.opening import Choice
from houvast.cases.rules.scaling import Deciding, NewProposal
from houvast.cases.rules.seats import SeatState
from houvast.cases.services.assign_seat import assign_seat
from houvast.cases.services.decide_scaling import decide_scaling
from houvast.cases.services.propose_scaling import propose_scaling
from houvast.cases.services.scale import scale
from houvast.cases.services.scale_urgently import scale_urgently
from houvast.directory.models import MemberFunction, Organisation
from houvast.kernel.errors import Invalid
from tests.lives import enough, handed_on, open_with
from tests.worlds import NOW, World, add_member, make_world

pytestmark = pytest.mark.django_db
PROCESS = Responsibility.PROCESS_DIRECTION


@pytest.fixture
def world() -> World:
    return with_zwaan()


def with_zwaan() -> World:
    """Make a municipality of which the safety house has a process director, Zwaan."""
    world = make_world()
    partner = Organisation.objects.create(kind="safety_house", name="ZVH van de proef")
    world.members["zvh"] = add_member(partner, "Zwaan", "procesregisseur-zvh", "", "procesregisseur ZVH", None)
    return world


def in_phase_4(world: World, leads: str = "zvh") -> UUID:
    """Bring a case to phase 4 with urgency; Zwaan takes the process direction, or Marit keeps it for a time."""
    case_id, marit = open_with(world, phase=3), world.actor("marit")
    choice = Choice(member_id=world.id("marit"))
    assign_seat(actor=marit, now=NOW, case_id=case_id, responsibility=PROCESS, choice=choice)
    new = NewProposal(4, enough(world, 3, 4), "Ernstige dreiging vannacht.")
    scale_urgently(actor=marit, now=NOW, case_id=case_id, new=new)
    if leads == "zvh":
        choice = Choice(member_id=world.id("zvh"))
        assign_seat(actor=marit, now=NOW, case_id=case_id, responsibility=PROCESS, choice=choice)
    return case_id


def down(world: World) -> NewProposal:
    return NewProposal(3, enough(world, 4, 3), "De dreiging is voorbij.")


def deciding(world: World, who: str | None) -> Deciding:
    chosen = {} if who is None else {PROCESS: Choice(member_id=world.id(who))}
    return Deciding(not_waited="De partners zijn gebeld.", chosen=chosen, handing_on=handed_on(world))


def now(case_id: UUID) -> tuple[PhasePeriod, Seat]:
    case = Case.objects.select_related("phase_period", "process_direction").get(pk=case_id)
    return case.phase_period, case.process_direction


def test_deciding_at_once_asks_who_directs_the_process_then(world: World) -> None:
    case_id, zwaan = in_phase_4(world), world.actor("zvh")
    with pytest.raises(Invalid) as wrong:
        scale(actor=zwaan, now=NOW, case_id=case_id, new=down(world), how=deciding(world, None))
    assert wrong.value.problems == {
        "process_direction": "Kies wie na deze stap de procesregie heeft. Het AVE-model van uw gemeente noemt: "
        "procesregisseur OGGZ (OGGZ-coördinator)."
    }
    assert now(case_id)[0].phase == 4
    scale(actor=zwaan, now=NOW, case_id=case_id, new=down(world), how=deciding(world, "nadia"))
    period, seat = now(case_id)
    assert (period.phase, seat.state, seat.member_id) == (3, SeatState.HELD, world.id("nadia"))


def test_deciding_on_a_proposal_asks_it_too_and_refusing_does_not(world: World) -> None:
    case_id, zwaan, marit = in_phase_4(world), world.actor("zvh"), world.actor("marit")
    proposal = propose_scaling(actor=marit, now=NOW, case_id=case_id, new=down(world))
    with pytest.raises(Invalid) as wrong:
        decide_scaling(actor=zwaan, now=NOW, proposal_id=proposal, approve=True, how=deciding(world, None))
    assert list(wrong.value.problems) == ["process_direction"]
    decide_scaling(actor=zwaan, now=NOW, proposal_id=proposal, approve=False, how=Deciding(reason="Te vroeg."))
    again = propose_scaling(actor=marit, now=NOW, case_id=case_id, new=down(world))
    decide_scaling(actor=zwaan, now=NOW, proposal_id=again, approve=True, how=deciding(world, "marit"))
    assert now(case_id)[1].member_id == world.id("marit")


def test_where_nobody_may_have_it_the_case_goes_on_and_the_vacancy_shouts(world: World) -> None:
    case_id = in_phase_4(world)
    codes = ["procesregisseur-oggz", "procesregisseur-oov"]
    MemberFunction.objects.filter(function__in=codes).update(until_at=NOW)
    scale(actor=world.actor("zvh"), now=NOW, case_id=case_id, new=down(world), how=deciding(world, None))
    assert now(case_id)[1].state == SeatState.VACANT
