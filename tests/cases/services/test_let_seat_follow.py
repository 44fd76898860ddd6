"""A seat that fills itself goes to who has the function now, also between two changes of phase."""

from datetime import timedelta
from uuid import UUID

import pytest

from houvast.audit.models import Entry
from houvast.ave.vocabulary import Responsibility
from houvast.cases import policy, scopes
from houvast.cases.models import Case, Seat
from houvast.cases.rules.matrix import Part
from houvast.cases.services.let_seat_follow import let_seat_follow
from houvast.directory.models import MemberFunction
from houvast.directory.selectors import viewer
from houvast.kernel.errors import Conflict, Refused
from tests.cases.test_policy import CLOSED, HOLDERS, OPEN, WATCHER, WATCHER_ELSEWHERE
from tests.lives import open_with
from tests.worlds import NOW, World, add_member, make_world

pytestmark = pytest.mark.django_db
OPERATIONAL, MANAGER = Responsibility.OPERATIONAL, "manager-sociaal-domein"
LATER = NOW + timedelta(days=2)


@pytest.fixture
def world() -> World:
    return make_world()


def managed(world: World) -> UUID:
    """Open a case whose operational holder leaves a day later, after which Tess is the manager."""
    case_id = open_with(world)
    MemberFunction.objects.filter(member=world.members["erik"]).update(until_at=NOW + timedelta(days=1))
    world.members["tess"] = add_member(world.organisation, "Tess uit Eemsdelta", MANAGER, "", "manager", None)
    return case_id


def seat(case_id: UUID) -> Seat:
    return Case.objects.select_related("operational").get(pk=case_id).operational


def follow(world: World, who: str, case_id: UUID, seen: UUID | None = None) -> None:
    let_seat_follow(actor=world.actor(who), now=LATER, case_id=case_id, responsibility=OPERATIONAL, seen_seat=seen)


def sees(world: World, who: str, case_id: UUID) -> bool:
    looks = viewer(world.id(who), now=LATER)
    return looks is not None and scopes.cases(looks, part=Part.BAND, now=LATER).filter(pk=case_id).exists()


def test_who_has_the_function_gets_the_seat_with_its_sight_and_the_log_says_to_whom(world: World) -> None:
    case_id = managed(world)
    assert sees(world, "erik", case_id)
    follow(world, "marit", case_id, seat(case_id).id)
    now = seat(case_id)
    assert (now.member_id, now.state, now.cause) == (world.id("tess"), "held", Seat.Cause.FILLED_FROM_MODEL)
    assert (sees(world, "tess", case_id), sees(world, "erik", case_id)) == (True, False)
    entry = Entry.objects.get(event="seat.assigned", case=case_id)
    assert (entry.details["responsibility"], entry.details["member"]) == ("operational", str(world.id("tess")))


def test_the_second_press_and_an_old_page_change_nothing(world: World) -> None:
    case_id = managed(world)
    former = seat(case_id).id
    follow(world, "marit", case_id, former)
    with pytest.raises(Conflict, match="net iets eerder"):
        follow(world, "marit", case_id, former)
    with pytest.raises(Refused):
        follow(world, "marit", case_id)
    assert seat(case_id).number == 2


def test_while_the_holder_has_the_function_nobody_takes_it(world: World) -> None:
    case_id = open_with(world)
    add_member(world.organisation, "Tess uit Eemsdelta", MANAGER, "", "manager", None)
    with pytest.raises(Refused):
        follow(world, "marit", case_id)


def test_who_may_let_it_follow() -> None:
    def answer(who: str, facts: policy.CaseFacts = OPEN, *, has_successor: bool = True) -> str:
        verdict = policy.may_let_follow(HOLDERS[who], facts, has_successor=has_successor)
        return verdict.reason or verdict.ground

    assert answer("leader") == "function"
    assert answer("manager") == "function"
    assert answer("director") == "not_process_director"
    assert answer("leader", CLOSED) == "case_closed"
    assert answer("leader", has_successor=False) == "fills_itself"
    assert policy.may_let_follow(WATCHER, OPEN, has_successor=True).allowed
    assert not policy.may_let_follow(WATCHER_ELSEWHERE, OPEN, has_successor=True).allowed
