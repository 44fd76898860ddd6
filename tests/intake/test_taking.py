"""Beginning with a concern, and saying who it is about."""

from datetime import timedelta

import pytest

from houvast.intake.models import Concern
from houvast.intake.rules.triage import Outcome
from houvast.intake.services.confirm_person import confirm_person
from houvast.intake.services.decide_concern import NewDecision, decide_concern
from houvast.intake.services.deny_person import deny_person
from houvast.intake.services.take_concern import Busy, take_concern
from houvast.kernel.errors import Conflict, NotVisible, Refused
from tests.intake.worlds import make_concern, make_duo, make_point
from tests.worlds import NOW, World, make_resident, make_world

pytestmark = pytest.mark.django_db

LATER = NOW + timedelta(minutes=5)


def shared() -> tuple[World, Concern]:
    world = make_world()
    make_duo(world, "marit", "nadia")
    return world, make_concern(world, make_point(world))


def test_the_second_person_hears_who_is_busy_and_may_go_on_anyway() -> None:
    world, concern = shared()
    assert take_concern(actor=world.actor("marit"), now=NOW, concern_id=concern.id) is None
    busy = take_concern(actor=world.actor("nadia"), now=LATER, concern_id=concern.id)
    assert busy == Busy(world.id("marit"), "Marit uit Eemsdelta", NOW)
    assert Concern.objects.get().taken_by_id == world.id("marit")
    assert take_concern(actor=world.actor("nadia"), now=LATER, concern_id=concern.id, anyway=True) is None
    assert Concern.objects.get().taken_by_id == world.id("nadia")


def test_taking_again_and_taking_what_was_left_for_a_while_is_fine() -> None:
    world, concern = shared()
    take_concern(actor=world.actor("marit"), now=NOW, concern_id=concern.id)
    assert take_concern(actor=world.actor("marit"), now=LATER, concern_id=concern.id) is None
    quarter = LATER + timedelta(minutes=15)
    assert take_concern(actor=world.actor("nadia"), now=quarter, concern_id=concern.id) is None


def test_taking_stops_nobody_from_deciding_and_ends_with_the_decision() -> None:
    world, concern = shared()
    take_concern(actor=world.actor("marit"), now=NOW, concern_id=concern.id)
    new = NewDecision(Outcome.NOTHING, "once")
    decide_concern(actor=world.actor("nadia"), now=LATER, concern_id=concern.id, version=0, new=new)
    assert Concern.objects.get().taken_by_id is None
    with pytest.raises(Conflict):
        take_concern(actor=world.actor("marit"), now=LATER, concern_id=concern.id)


def test_who_only_entered_it_does_not_take_it() -> None:
    world = make_world()
    concern = make_concern(world, make_point(world), entered_by=world.id("sanne"))
    with pytest.raises(Refused):
        take_concern(actor=world.actor("sanne"), now=NOW, concern_id=concern.id)


def test_confirming_links_the_resident_and_denying_takes_it_back() -> None:
    world, concern = shared()
    resident = make_resident(world)
    actor = world.actor("marit")
    confirm_person(actor=actor, now=NOW, concern_id=concern.id, resident_id=resident.id)
    assert Concern.objects.get().resident_id == resident.id
    deny_person(actor=actor, now=NOW, concern_id=concern.id, resident_id=resident.id)
    assert (Concern.objects.get().resident_id, Concern.objects.get().not_residents) == (None, [str(resident.id)])
    confirm_person(actor=actor, now=NOW, concern_id=concern.id, resident_id=resident.id)
    assert (Concern.objects.get().resident_id, Concern.objects.get().not_residents) == (resident.id, [])


def test_denying_one_keeps_another_who_was_confirmed() -> None:
    world, concern = shared()
    one, other = make_resident(world), make_resident(world, first_names="Ruud")
    confirm_person(actor=world.actor("marit"), now=NOW, concern_id=concern.id, resident_id=one.id)
    deny_person(actor=world.actor("marit"), now=NOW, concern_id=concern.id, resident_id=other.id)
    assert Concern.objects.get().resident_id == one.id


def test_a_resident_of_another_municipality_does_not_exist_here() -> None:
    world, concern = shared()
    stranger = make_resident(make_world("pekela", "Pekela"))
    with pytest.raises(NotVisible):
        confirm_person(actor=world.actor("marit"), now=NOW, concern_id=concern.id, resident_id=stranger.id)
