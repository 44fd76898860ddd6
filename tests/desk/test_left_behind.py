"""When everybody who led a closed case has left, who directs processes makes somebody responsible for asking."""

from datetime import timedelta

import pytest

from houvast.cases.models import Case
from houvast.cases.rules.matrix import Part
from houvast.cases.selectors.contents import parts_seen
from houvast.cases.services.close_case import NewClosing, close_case
from houvast.cases.services.take_up_aftercare import take_up_aftercare
from houvast.desk.rules.work import Act
from houvast.desk.selectors.work import work
from houvast.directory.models import Member
from houvast.directory.selectors import viewer_of
from houvast.kernel.errors import Conflict, Invalid, NotVisible, Refused
from tests.lives import open_with
from tests.worlds import NOW, World, make_world

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
THEN = NOW + 29 * DAY


@pytest.fixture
def closed() -> tuple[World, Case]:
    """Let Sanne close a case with a day four weeks ahead, and leave before it."""
    world = make_world()
    case_id = open_with(world)
    day = (NOW + 28 * DAY).date()
    close_case(actor=world.actor("sanne"), now=NOW, case_id=case_id, new=NewClosing("moved", "Verhuisd.", day))
    return world, Case.objects.get(pk=case_id)


def rows(world: World, who: str) -> list[tuple[Act, str, str]]:
    found = work(viewer_of(world.actor(who), now=THEN), now=THEN)
    wanted = (Act.TAKE_UP_AFTERCARE, Act.CHECK_PULSE)
    return [(row.act, row.why, row.code) for group in found.groups for row in group.rows if row.act in wanted]


def leave(world: World, who: str) -> None:
    Member.objects.filter(pk=world.id(who)).update(until_at=NOW + DAY)


def test_who_directs_processes_is_asked_and_makes_somebody_responsible(closed: tuple[World, Case]) -> None:
    world, case = closed
    assert [rows(world, who) for who in ("marit", "bram", "iris")] == [[], [], []]
    leave(world, "sanne")
    why = "Niemand vraagt hoe het gaat, na sluiten. Sanne uit Eemsdelta leidde dit en is weg."
    assert rows(world, "marit") == [(Act.TAKE_UP_AFTERCARE, why, case.code)]
    assert (rows(world, "iris"), rows(world, "bram")) == ([], [])
    sees = parts_seen(viewer_of(world.actor("marit"), now=THEN), case.id, now=THEN)
    assert sees == {Part.BAND}
    take_up_aftercare(actor=world.actor("marit"), now=THEN, case_id=case.id, member_id=world.id("iris"))
    assert rows(world, "marit") == []
    assert rows(world, "iris") == [(Act.CHECK_PULSE, "Hoe gaat het, na sluiten?", case.code)]


def test_only_who_directs_processes_does_this_and_only_where_nobody_looks_after(closed: tuple[World, Case]) -> None:
    world, case = closed

    def take_up(who: str, to: str) -> None:
        take_up_aftercare(actor=world.actor(who), now=THEN, case_id=case.id, member_id=world.id(to))

    with pytest.raises(Conflict):
        take_up("marit", "marit")
    with pytest.raises(Refused):
        take_up("sanne", "iris")
    leave(world, "sanne")
    with pytest.raises(Invalid):
        take_up("marit", "sanne")
    with pytest.raises(NotVisible):
        take_up("iris", "iris")
