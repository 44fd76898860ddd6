"""With children in the household each decision says what it means for them, also where one came after the proposal."""

from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from uuid import UUID

import pytest

from houvast.cases.models import Case, ScalingDecision
from houvast.cases.rules.scaling import Deciding, NewProposal
from houvast.cases.selectors.children import children_in, newest_children
from houvast.cases.services.add_resident import NewCaseResident, add_resident
from houvast.cases.services.answer_urgency import answer_urgency
from houvast.cases.services.change_place import change_place
from houvast.cases.services.decide_scaling import decide_scaling
from houvast.cases.services.propose_scaling import propose_scaling
from houvast.cases.services.scale_urgently import scale_urgently
from houvast.directory.selectors import viewer_of
from houvast.kernel.errors import Invalid
from houvast.kernel.working_time import day_begins
from houvast.residents.services.form_household import NewHouseholdMember, form_household
from tests.lives import enough, open_with
from tests.worlds import NOW, World, make_resident, make_world

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)
SAID = Deciding(reason="Het moet.", children="Mila slaapt vannacht bij oma.")


@pytest.fixture
def world() -> World:
    return make_world()


def joins(world: World, case_id: UUID, hours: int = 1) -> UUID:
    """Let a child come into a case."""
    child = make_resident(world, first_names="Mila").id
    new = NewCaseResident(child, is_child=True)
    add_resident(actor=world.actor("sanne"), now=NOW + hours * HOUR, case_id=case_id, new=new)
    return child


@pytest.mark.parametrize("approve", [True, False])
def test_a_child_who_came_after_the_proposal_is_part_of_the_decision(world: World, approve: bool) -> None:
    case_id = open_with(world)
    new = NewProposal(3, enough(world, 2, 3), "Het moet.")
    proposal = propose_scaling(actor=world.actor("sanne"), now=NOW, case_id=case_id, new=new)
    joins(world, case_id)
    decide = partial(decide_scaling, actor=world.actor("marit"), proposal_id=proposal, approve=approve)
    with pytest.raises(Invalid) as wrong:
        decide(now=NOW + 2 * HOUR, how=replace(SAID, children=" "))
    assert wrong.value.problems.keys() == {"children"}
    decide(now=NOW + 2 * HOUR, how=SAID)
    assert ScalingDecision.objects.get().children_sealed


@pytest.mark.parametrize("confirm", [True, False])
def test_so_is_the_answer_to_an_urgent_scaling(world: World, confirm: bool) -> None:
    case_id = open_with(world)
    new = NewProposal(3, enough(world, 2, 3), "Dit kan niet wachten.")
    urgent = scale_urgently(actor=world.actor("marit"), now=NOW, case_id=case_id, new=new)
    joins(world, case_id)
    answer = partial(answer_urgency, actor=world.actor("erik"), now=NOW + 2 * HOUR, decision_id=urgent, confirm=confirm)
    with pytest.raises(Invalid) as wrong:
        answer(how=replace(SAID, children=""))
    assert wrong.value.problems.keys() == {"children"}
    answer(how=SAID)


def test_a_child_at_home_counts_who_is_not_in_the_case(world: World) -> None:
    ruben, siem = make_resident(world).id, make_resident(world, first_names="Siem").id
    case_id = open_with(world, ruben)
    members = [NewHouseholdMember(ruben, "vader"), NewHouseholdMember(siem, "zoon", is_child=True)]
    actor, here = world.actor("sanne"), world.municipality.id
    home = form_household(actor=actor, now=NOW, municipality_id=here, name="Huishouden Dijkhuis", members=members)
    Case.objects.filter(pk=case_id).update(household_id=home)
    assert newest_children([case_id]) == {case_id: day_begins(date(2026, 11, 23))}
    seen = children_in(viewer_of(world.actor("sanne"), now=NOW), case_id, now=NOW)
    assert (seen.present, seen.seen, seen.said) == (True, (), "de kinderen")
    grown = NewCaseResident(siem, is_child=False)
    add_resident(actor=world.actor("sanne"), now=NOW, case_id=case_id, new=grown)
    assert newest_children([case_id]) == {}


def test_a_child_whose_role_changes_did_not_come_anew(world: World) -> None:
    case_id = open_with(world)
    child = joins(world, case_id)
    call = partial(change_place, actor=world.actor("sanne"), case_id=case_id, resident_id=child)
    call(now=NOW + 3 * HOUR, role="dochter", is_child=True)
    assert newest_children([case_id]) == {case_id: NOW + HOUR}
    call(now=NOW + 4 * HOUR, role="dochter", is_child=False)
    assert newest_children([case_id]) == {}
    assert not children_in(viewer_of(world.actor("sanne"), now=NOW), case_id, now=NOW).present
