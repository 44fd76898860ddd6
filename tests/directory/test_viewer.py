"""What the directory says of who looks: functions, stand-ins, mandates and duos that hold at the moment itself."""

from datetime import timedelta

import pytest
from pytest_django import DjangoAssertNumQueries

from houvast.directory.models import Duo, Mandate, Member, MemberFunction, Organisation, StandIn
from houvast.directory.selectors import deciders, functions_of, possible_holders, viewer
from houvast.directory.viewer import Viewer
from tests.worlds import NOW, START, World, add_member, make_world

DAY = timedelta(days=1)


@pytest.fixture
def world(db: None) -> World:
    return make_world()


def look(world: World, who: str) -> Viewer:
    found = viewer(world.id(who), now=NOW)
    assert found is not None
    return found


def test_a_viewer_is_who_they_are_and_what_they_do(world: World) -> None:
    marit = look(world, "marit")
    assert (marit.name, marit.title) == ("Marit uit Eemsdelta", "procesregisseur OGGZ")
    assert (marit.municipality_name, marit.municipality_code) == ("Eemsdelta", "eemsdelta")
    assert marit.municipality_id == world.municipality.id
    assert marit.organisation_id == world.organisation.id
    assert marit.member_ids == {world.id("marit")}
    assert marit.team_ids == {world.teams["Procesregie"].id}
    assert marit.functions == {"procesregisseur-oggz"}
    assert marit.domains == {"oggz"}
    assert (marit.mandates, marit.duo_member_ids) == (frozenset(), frozenset())
    assert not marit.is_administrator
    assert not marit.is_privacy_officer


def test_public_order_does_not_get_the_ground_of_care_by_being_the_same_municipality(world: World) -> None:
    assert look(world, "nadia").domains == {"public_order"}


@pytest.mark.parametrize(
    ("starts", "ends", "holds"),
    [(-DAY, DAY, True), (timedelta(0), DAY, True), (-DAY, timedelta(0), False), (DAY, 2 * DAY, False)],
)
def test_a_stand_in_sees_what_the_other_sees_inside_the_dates_only(
    world: World, starts: timedelta, ends: timedelta, holds: bool
) -> None:
    StandIn.objects.create(
        member_id=world.id("marit"), stand_in_id=world.id("bos"), from_at=NOW + starts, until_at=NOW + ends
    )
    bos = look(world, "bos")
    assert (world.id("marit") in bos.member_ids) is holds
    assert ("procesregisseur-oggz" in bos.functions) is holds
    assert ("oggz" in bos.domains) is holds
    assert (world.teams["Procesregie"].id in bos.team_ids) is holds
    assert bos.title == "teamleider"
    assert look(world, "marit").member_ids == {world.id("marit")}


def test_standing_in_reaches_one_step(world: World) -> None:
    for member, stand_in in (("marit", "bos"), ("bos", "iris")):
        StandIn.objects.create(
            member_id=world.id(member), stand_in_id=world.id(stand_in), from_at=START, until_at=NOW + DAY
        )
    assert look(world, "iris").member_ids == {world.id("iris"), world.id("bos")}


def test_nobody_stands_in_for_who_has_left(world: World) -> None:
    StandIn.objects.create(member_id=world.id("marit"), stand_in_id=world.id("bos"), from_at=START, until_at=NOW + DAY)
    Member.objects.filter(pk=world.id("marit")).update(until_at=NOW)
    assert look(world, "bos").member_ids == {world.id("bos")}


def test_standing_in_for_an_administrator_does_not_make_one(world: World) -> None:
    StandIn.objects.create(member_id=world.id("beheer"), stand_in_id=world.id("bos"), from_at=START, until_at=NOW + DAY)
    assert not look(world, "bos").is_administrator
    assert look(world, "beheer").is_administrator
    assert look(world, "privacy").is_privacy_officer


def test_an_ended_function_is_over(world: World) -> None:
    MemberFunction.objects.filter(member_id=world.id("marit")).update(until_at=NOW)
    marit = look(world, "marit")
    assert (marit.functions, marit.domains, marit.title) == (frozenset(), frozenset(), "")


def test_a_duo_is_shared_both_ways_while_it_holds(world: World) -> None:
    Duo.objects.create(first_id=world.id("marit"), second_id=world.id("nadia"), from_at=START, until_at=NOW + DAY)
    Duo.objects.create(first_id=world.id("marit"), second_id=world.id("iris"), from_at=START, until_at=NOW)
    assert look(world, "marit").duo_member_ids == {world.id("nadia")}
    assert look(world, "nadia").duo_member_ids == {world.id("marit")}
    assert look(world, "nadia").domains == {"public_order"}


def test_a_mandate_holds_for_its_time(world: World) -> None:
    for function, until in (("burgemeester", None), ("wethouder", NOW)):
        Mandate.objects.create(
            member_id=world.id("marit"),
            function=function,
            document="Mandaatbesluit 2026",
            from_at=START,
            until_at=until,
        )
    assert look(world, "marit").mandates == {"burgemeester"}


def test_somebody_who_left_or_has_yet_to_begin_is_no_viewer(world: World) -> None:
    Member.objects.filter(pk=world.id("marit")).update(until_at=NOW)
    assert viewer(world.id("marit"), now=NOW) is None
    starting = Member.objects.create(organisation=world.organisation, name="Nieuw", from_at=NOW + DAY)
    assert viewer(starting.id, now=NOW) is None


def test_a_partner_belongs_to_no_municipality(world: World) -> None:
    police = Organisation.objects.create(kind="police", name="Politie Noord")
    agent = add_member(police, "Agent Wit", "wijkagent", "", "wijkagent", None)
    seen = viewer(agent.id, now=NOW)
    assert seen is not None
    assert (seen.municipality_id, seen.municipality_name, seen.team_ids) == (None, "", frozenset())


def test_a_viewer_takes_four_queries_however_much_there_is(
    world: World, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(4):
        look(world, "marit")
    for who in ("bos", "iris", "sanne", "bram", "nadia"):
        StandIn.objects.create(
            member_id=world.id(who), stand_in_id=world.id("marit"), from_at=START, until_at=NOW + DAY
        )
        Duo.objects.create(first_id=world.id("marit"), second_id=world.id(who), from_at=START)
    with django_assert_num_queries(4):
        look(world, "marit")


def safety_house(name: str, region: str) -> Member:
    house = Organisation.objects.create(kind="safety_house", name=name, region=region)
    return add_member(house, f"Regisseur van {name}", "procesregisseur-zvh", "", "procesregisseur", None)


def test_holders_and_deciders_are_of_the_municipality_or_of_a_partner_in_its_region(world: World) -> None:
    near = safety_house("ZVH Groningen", "Groningen")
    everywhere = safety_house("ZVH overal", "")
    far = safety_house("ZVH Fryslân", "Fryslân")
    other = make_world("opsterland", "Opsterland")
    found = {
        line.id for line in possible_holders(world.municipality.id, {"procesregisseur-zvh", "teamleider"}, now=NOW)
    }
    assert found == {near.id, everywhere.id, world.id("bos")}
    assert other.id("bos") not in found
    assert set(deciders(world.municipality.id, {"procesregisseur-zvh"}, now=NOW)) == {near.id, everywhere.id}
    assert functions_of(far.id, municipality_id=world.municipality.id, now=NOW) == frozenset()


def test_the_mandated_decide_too_while_they_work_here(world: World) -> None:
    for who in ("marit", "iris"):
        Mandate.objects.create(
            member_id=world.id(who), function="burgemeester", document="Mandaatbesluit 2026", from_at=START
        )
    Member.objects.filter(pk=world.id("iris")).update(until_at=NOW)
    found = deciders(world.municipality.id, {"burgemeester"}, now=NOW)
    assert set(found) == {world.id("burg"), world.id("marit")}
