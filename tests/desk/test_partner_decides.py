"""A process director of the safety house decides without a seat: in the region of the house, and nowhere else."""

from uuid import UUID

import pytest

from houvast.cases.models import Case, ScalingDecision
from houvast.cases.rules.scaling import Deciding, NewProposal
from houvast.cases.services.answer_urgency import answer_urgency
from houvast.cases.services.decide_scaling import decide_scaling
from houvast.cases.services.propose_scaling import propose_scaling
from houvast.cases.services.scale_urgently import scale_urgently
from houvast.desk.rules.work import Act, Cause, WorkRow
from houvast.desk.selectors.work import work
from houvast.directory.models import Member, Organisation
from houvast.directory.selectors import viewer
from houvast.kernel.actor import member
from houvast.kernel.errors import NotVisible
from tests.lives import enough, handed_on, open_with
from tests.rights.region import take_process_direction
from tests.worlds import NOW, World, add_member, make_world

pytestmark = pytest.mark.django_db


def director_of_safety_house(region: str) -> Member:
    """Add a process director of the safety house of a region."""
    house = Organisation.objects.create(kind="safety_house", name=f"Zorg- en Veiligheidshuis {region}", region=region)
    return add_member(house, f"Mirjam uit {region}", "procesregisseur-zvh", "", "procesregisseur ZVH", None)


def in_phase_4(world: World) -> UUID:
    """Bring a case to phase 4, where the process director of the municipality stays for a time only."""
    case_id = open_with(world)
    take_process_direction(world, case_id)
    for phase in (3, 4):
        new = NewProposal(phase, enough(world, phase - 1, phase), "Ernstige dreiging vannacht.")
        urgent = scale_urgently(actor=world.actor("marit"), now=NOW, case_id=case_id, new=new)
        confirmer = "erik" if phase == 3 else "burg"
        answer_urgency(actor=world.actor(confirmer), now=NOW, decision_id=urgent, confirm=True, how=Deciding(reason=""))
    return case_id


def asked(who: Member) -> list[WorkRow]:
    """Give what waits for the decision of a member."""
    looks = viewer(who.id, now=NOW)
    assert looks is not None
    return [row for group in work(looks, now=NOW).groups for row in group.rows if row.cause is Cause.YOUR_DECISION]


def test_who_the_model_names_at_the_safety_house_decides_without_a_seat_and_another_region_never() -> None:
    world = make_world()
    here, elsewhere = director_of_safety_house("Groningen"), director_of_safety_house("Fryslan")
    case_id = in_phase_4(world)
    new = NewProposal(3, enough(world, 4, 3), "De dreiging is voorbij.")
    proposal = propose_scaling(actor=world.actor("marit"), now=NOW, case_id=case_id, new=new)
    assert [(row.act, row.target) for row in asked(here)] == [(Act.DECIDE, str(proposal))]
    assert asked(elsewhere) == []
    with pytest.raises(NotVisible):
        decide_scaling(actor=member(elsewhere.id), now=NOW, proposal_id=proposal, approve=True, how=Deciding())
    how = Deciding(not_waited="Iedereen zat vandaag aan tafel.", handing_on=handed_on(world))
    decide_scaling(actor=member(here.id), now=NOW, proposal_id=proposal, approve=True, how=how)
    assert Case.objects.get(pk=case_id).phase_period.phase == 3
    assert ScalingDecision.objects.get(proposal_id=proposal).decided_by_id == here.id
