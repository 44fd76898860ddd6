"""Locking a member out: everything of the case is gone for them, they cannot see why, and nothing waits for them."""

from datetime import timedelta

import pytest

from houvast.audit.models import Entry
from houvast.cases import scopes
from houvast.cases.models import LockOut
from houvast.cases.rules.matrix import Part
from houvast.cases.selectors.shielding import locked_out
from houvast.cases.services.ask_hand_over import ask_hand_over
from houvast.cases.services.end_lock_out import end_lock_out
from houvast.cases.services.lock_out import NewLockOut, lock_out
from houvast.directory.models import StandIn
from houvast.directory.selectors import viewer
from houvast.directory.viewer import Viewer
from houvast.kernel.errors import Conflict, Invalid, NotVisible, Refused
from tests.lives import CASE_DIRECTION, open_with
from tests.safety_house.worlds import in_phase_3
from tests.worlds import NOW, World, make_world

pytestmark = pytest.mark.django_db
LATER = NOW + timedelta(hours=1)


def seen(world: World, name: str, case_id: object) -> bool:
    """Say whether somebody sees the band of a case."""
    return scopes.cases(looking(world, name), part=Part.BAND, now=LATER).filter(pk=str(case_id)).exists()


def looking(world: World, name: str) -> Viewer:
    """Give somebody who looks."""
    found = viewer(world.id(name), now=LATER)
    assert found is not None
    return found


@pytest.fixture
def world() -> World:
    """Make a municipality."""
    return make_world()


def test_a_colleague_of_the_team_sees_nothing_any_more_and_the_rest_of_the_team_does(world: World) -> None:
    case_id, other = open_with(world), open_with(world)
    assert seen(world, "marit", case_id)
    lock_out(actor=world.actor("sanne"), now=NOW, case_id=case_id, new=NewLockOut(world.id("marit"), "Haar broer."))
    assert not seen(world, "marit", case_id)
    assert seen(world, "marit", other)
    assert seen(world, "sanne", case_id)


def test_who_is_locked_out_does_not_see_it_as_the_stand_in_of_who_leads(world: World) -> None:
    case_id = open_with(world)
    StandIn.objects.create(
        member=world.members["sanne"], stand_in=world.members["bram"], from_at=NOW, until_at=LATER + timedelta(days=1)
    )
    assert seen(world, "bram", case_id)
    lock_out(actor=world.actor("sanne"), now=NOW, case_id=case_id, new=NewLockOut(world.id("bram"), "Buurman."))
    assert not seen(world, "bram", case_id)


def test_the_one_who_is_locked_out_is_told_nothing_and_the_director_why(world: World) -> None:
    case_id = open_with(world)
    row = lock_out(
        actor=world.actor("sanne"), now=NOW, case_id=case_id, new=NewLockOut(world.id("marit"), "Haar broer.")
    )
    assert [each.reason for each in locked_out(looking(world, "sanne"), case_id, now=LATER)] == ["Haar broer."]
    assert not locked_out(looking(world, "marit"), case_id, now=LATER)
    with pytest.raises(NotVisible):
        end_lock_out(actor=world.actor("marit"), now=LATER, lock_out_id=row, reason="Ik wil het zien.")
    said = Entry.objects.get(event="access.locked_out")
    assert (said.subject_id, said.details["member"]) == (row, str(world.id("marit")))
    assert "broer" not in str(said.details)


def test_nothing_is_asked_of_who_is_locked_out(world: World) -> None:
    case_id = open_with(world)
    lock_out(actor=world.actor("sanne"), now=NOW, case_id=case_id, new=NewLockOut(world.id("bram"), "Buurman."))
    with pytest.raises(Refused, match="doet in deze casus niet mee"):
        ask_hand_over(
            actor=world.actor("sanne"),
            now=LATER,
            case_id=case_id,
            responsibility=CASE_DIRECTION,
            to_member=world.id("bram"),
            reason="Verlof.",
        )


@pytest.mark.parametrize(
    ("who", "why", "field"),
    [
        ("sanne", "Ik ken hen.", "member"),
        ("marit", "Haar broer.", "member"),  # she directs the process
        ("bram", " ", "reason"),
        (None, "Buurman.", "member"),
    ],
)
def test_it_says_at_the_field_what_cannot_be(world: World, who: str | None, why: str, field: str) -> None:
    case_id = in_phase_3(world)
    with pytest.raises(Invalid) as wrong:
        new = NewLockOut(world.id(who) if who else None, why)
        lock_out(actor=world.actor("sanne"), now=NOW, case_id=case_id, new=new)
    assert set(wrong.value.problems) == {field}
    assert not LockOut.objects.exists()


def test_somebody_of_another_municipality_cannot_be_locked_out(world: World) -> None:
    there = make_world("opsterland", "Opsterland", "opsterland")
    with pytest.raises(Invalid):
        new = NewLockOut(there.id("bram"), "Buurman.")
        lock_out(actor=world.actor("sanne"), now=NOW, case_id=open_with(world), new=new)


def test_only_who_leads_locks_out(world: World) -> None:
    new = NewLockOut(world.id("bram"), "Buurman.")
    with pytest.raises(Refused):
        lock_out(actor=world.actor("marit"), now=NOW, case_id=open_with(world), new=new)


def test_ended_is_seen_again_and_ends_once(world: World) -> None:
    case_id = open_with(world)
    row = lock_out(actor=world.actor("sanne"), now=NOW, case_id=case_id, new=NewLockOut(world.id("marit"), "Broer."))
    with pytest.raises(Conflict):
        lock_out(actor=world.actor("sanne"), now=NOW, case_id=case_id, new=NewLockOut(world.id("marit"), "Broer."))
    with pytest.raises(Invalid):
        end_lock_out(actor=world.actor("sanne"), now=LATER, lock_out_id=row, reason="")
    end_lock_out(actor=world.actor("sanne"), now=LATER, lock_out_id=row, reason="Toch niet.")
    assert seen(world, "marit", case_id)
    with pytest.raises(Conflict):
        end_lock_out(actor=world.actor("sanne"), now=LATER, lock_out_id=row, reason="Nog eens.")
