"""Closing a cell of the table of who sees what: gone in the same second, in one municipality, and never wider."""

from datetime import timedelta
from uuid import UUID

import pytest

from houvast.cases import scopes
from houvast.cases.rules.matrix import MATRIX, Part, Relation, may_be_closed
from houvast.cases.selectors.contents import parts_seen
from houvast.cases.services.close_cell import close_cell
from houvast.cases.services.open_cell import open_cell
from houvast.directory.selectors import viewer
from houvast.kernel.errors import Conflict, Invalid, NotVisible, Refused
from tests.lives import open_with
from tests.worlds import NOW, World, make_world

pytestmark = pytest.mark.django_db
LATER = NOW + timedelta(hours=1)
DIRECTOR = Relation.CASE_DIRECTOR


def parts(world: World, case_id: UUID) -> frozenset[Part]:
    """Give what the case director sees."""
    found = viewer(world.id("sanne"), now=LATER)
    assert found is not None
    return parts_seen(found, case_id, now=LATER)


def shut(
    world: World, part: Part, *, who: str = "beheer", relation: Relation = DIRECTOR, why: str = "Verzonnen."
) -> UUID:
    """Close a cell."""
    here = world.municipality.id
    return close_cell(actor=world.actor(who), now=NOW, municipality_id=here, relation=relation, part=part, why=why)


def test_it_is_gone_in_every_case_of_the_municipality_and_nowhere_else() -> None:
    here, there = make_world(), make_world("opsterland", "Opsterland", "opsterland")
    cases = open_with(here), open_with(here), open_with(there)
    before = [parts(world, case_id) for world, case_id in zip((here, here, there), cases, strict=True)]
    cell = shut(here, Part.JUSTICE_NOTES)
    after = [parts(world, case_id) for world, case_id in zip((here, here, there), cases, strict=True)]
    assert after == [before[0] - {Part.JUSTICE_NOTES}, before[1] - {Part.JUSTICE_NOTES}, before[2]]
    open_cell(actor=here.actor("beheer"), now=LATER, municipality_id=here.municipality.id, cell_id=cell)
    assert parts(here, cases[0]) == before[0]


def test_it_closes_and_opens_once() -> None:
    world = make_world()
    cell = shut(world, Part.MOMENTS)
    with pytest.raises(Conflict):
        shut(world, Part.MOMENTS)
    here = world.municipality.id
    open_cell(actor=world.actor("beheer"), now=LATER, municipality_id=here, cell_id=cell)
    with pytest.raises(Conflict):
        open_cell(actor=world.actor("beheer"), now=LATER, municipality_id=here, cell_id=cell)
    assert scopes.closed_cells(here).count() == 1


def test_only_an_administrator_of_the_municipality_closes_and_opens() -> None:
    world, there = make_world(), make_world("opsterland", "Opsterland", "opsterland")
    cell = shut(world, Part.MOMENTS)
    for actor in (world.actor("sanne"), world.actor("privacy"), there.actor("beheer")):
        with pytest.raises(Refused):
            open_cell(actor=actor, now=LATER, municipality_id=world.municipality.id, cell_id=cell)
    with pytest.raises(NotVisible):
        open_cell(actor=there.actor("beheer"), now=LATER, municipality_id=there.municipality.id, cell_id=cell)
    with pytest.raises(Refused):
        shut(world, Part.CARE_NOTES, who="marit")


@pytest.mark.parametrize("why", ["", "  ", "x" * 301])
def test_it_asks_why(why: str) -> None:
    with pytest.raises(Invalid) as wrong:
        shut(make_world(), Part.MOMENTS, why=why)
    assert set(wrong.value.problems) == {"why"}


def test_what_nobody_can_work_without_stays_open() -> None:
    world = make_world()
    for relation, part in [
        (DIRECTOR, Part.BAND),
        (DIRECTOR, Part.PLAN),
        (Relation.DECIDER, Part.DECISIONS),
        (Relation.OPERATIONAL_HOLDER, Part.DECISIONS),
        (Relation.TASK_OWNER, Part.TASK),
        (Relation.PROCESS_TEAM, Part.PLAN),
    ]:
        with pytest.raises(Invalid):
            shut(world, part, relation=relation)


def test_who_leads_a_closed_case_can_be_kept_from_the_plan_and_the_band_is_never_closed() -> None:
    assert may_be_closed(Relation.AFTERCARE, Part.PLAN)
    assert not any(may_be_closed(relation, Part.BAND) for relation in MATRIX)
