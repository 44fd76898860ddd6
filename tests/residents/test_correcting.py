"""Correcting a resident: what the log says, who was first, and that a hidden address stays as it was."""

import json
from dataclasses import replace
from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction

from houvast.audit.models import Entry
from houvast.kernel.errors import Conflict, Invalid, NotVisible
from houvast.kernel.ids import new_id
from houvast.kernel.partial_date import PartialDate
from houvast.residents.models import FormerData, HouseholdMember, NetworkMember, Resident
from houvast.residents.rules.personal_data import PersonalData
from houvast.residents.selectors import correctable, data_of, known_as, network
from houvast.residents.services.add_network_member import NewNetworkMember, add_network_member
from houvast.residents.services.correct_resident import BEFORE_PLACE, correct_resident
from houvast.residents.services.form_household import NewHouseholdMember, form_household
from houvast.residents.services.move_in import move_in
from houvast.residents.services.move_out import move_out
from houvast.residents.services.register_resident import NewResident, register_resident
from houvast.vault.sealing import bsn_index, unseal
from tests.worlds import NOW, World, make_resident, make_world

pytestmark = pytest.mark.django_db

BSN = "999990019"
RIGHT = PersonalData(
    "Dijkstra", "van", "Ruben", PartialDate(1992, 5, 25), "Kade", "3a", "", "Delfzijl", "06 00 00 04 17"
)


@pytest.fixture
def world() -> World:
    """Make Eemsdelta."""
    return make_world()


def correct(world: World, resident: Resident, data: PersonalData, seen: int = 0) -> tuple[str, ...]:
    """Let Sanne correct somebody."""
    return correct_resident(actor=world.actor("sanne"), now=NOW, resident_id=resident.id, seen=seen, data=data)


def test_the_log_names_the_fields_and_no_value(world: World) -> None:
    resident = make_resident(world)
    names = correct(world, resident, RIGHT)
    resident.refresh_from_db()
    assert data_of(resident) == RIGHT
    assert (resident.search_name, resident.version) == ("dijkstra ruben van", 1)
    entry = Entry.objects.get(event="resident.changed")
    assert entry.details == {"fields": list(names)}
    assert set(names) == {"surname", "surname_prefix", "born", "street", "house_number", "town", "phone"}


def test_what_was_known_before_stays_sealed_with_who_corrected_it_and_when(world: World) -> None:
    resident = make_resident(world)
    correct(world, resident, RIGHT)
    correct(world, resident, replace(RIGHT, born=PartialDate(1992, 5), phone=""), seen=1)
    first, second = FormerData.objects.order_by("version")
    assert [(row.version, row.corrected_by_id, row.corrected_at) for row in (first, second)] == [
        (0, world.id("sanne"), NOW),
        (1, world.id("sanne"), NOW),
    ]
    assert (second.fields, second.municipality_id, second.ground) == (["born", "phone"], world.municipality.id, "oggz")
    assert b"06 00" not in bytes(second.before_sealed)
    key = Resident.objects.select_related("key").get(pk=resident.id).key
    opened = [unseal(key, row.before_sealed, place=f"{BEFORE_PLACE}:{row.id}") for row in (first, second)]
    assert json.loads(opened[0]) == {
        "surname": "Dijkhuis",
        "surname_prefix": "",
        "born": "1992",
        "street": "",
        "house_number": "",
        "town": "",
        "phone": "",
    }
    assert json.loads(opened[1]) == {"born": "1992-05-25", "phone": "06 00 00 04 17"}


def test_nothing_changed_is_nothing_written(world: World) -> None:
    resident = make_resident(world)
    assert correct(world, resident, data_of(resident)) == ()
    resident.refresh_from_db()
    assert resident.version == 0
    assert not FormerData.objects.exists()
    assert Entry.objects.get(event="resident.changed").details == {"fields": []}


def test_who_is_second_hears_that_somebody_was_first(world: World) -> None:
    resident = make_resident(world)
    correct(world, resident, RIGHT)
    with pytest.raises(Conflict):
        correct(world, resident, replace(RIGHT, phone=""))
    correct(world, resident, replace(RIGHT, born=None), seen=1)
    resident.refresh_from_db()
    assert (resident.birth_year, resident.birth_month, resident.birth_day, resident.version) == (0, 0, 0, 2)


def test_nobody_and_nonsense_are_refused(world: World) -> None:
    resident = make_resident(world)
    with pytest.raises(Invalid) as wrong:
        correct(world, resident, replace(RIGHT, surname=" "))
    assert set(wrong.value.problems) == {"surname"}
    resident.id = new_id()
    with pytest.raises(NotVisible):
        correct(world, resident, RIGHT)
    assert correctable(new_id()) is None


def test_a_hidden_address_is_not_shown_and_not_emptied(world: World) -> None:
    resident = make_resident(world)
    correct(world, resident, RIGHT)
    Resident.objects.update(hidden_address=True)
    seen = correctable(resident.id)
    assert seen is not None
    assert (seen.hidden, seen.data.street, seen.data.town, seen.data.phone) == (True, "", "", "")
    assert correct(world, resident, replace(seen.data, surname="Dijkhuis"), seen=1) == ("surname",)
    resident.refresh_from_db()
    assert (resident.street, resident.town, resident.phone) == ("Kade", "Delfzijl", "06 00 00 04 17")


def known(world: World, bsn: str = "", surname: str = "Dijkhuis", born: PartialDate | None = None) -> list[str]:
    """Look whether somebody is in the register; gives names."""
    found = known_as(world.municipality.id, bsn=bsn, surname=surname, birth_date=born)
    return [f"{each.name}{' BSN' if each.same_bsn else ''}" for each in found]


def test_somebody_is_found_by_number_or_by_name_with_birth_date_and_in_this_municipality_only(world: World) -> None:
    ruben, anna = make_resident(world), make_resident(world, first_names="Anna")
    Resident.objects.filter(pk=ruben.id).update(bsn_index=bsn_index(BSN))
    Resident.objects.filter(pk=anna.id).update(birth_month=5, birth_day=25)
    make_resident(world, "Dijkhuisen", "Jan")
    make_resident(make_world("oldambt", "Oldambt"), first_names="Elders")
    assert known(world, BSN) == ["Ruben Dijkhuis BSN"]
    assert known(world) == []
    assert known(world, born=PartialDate(1992)) == ["Anna Dijkhuis", "Ruben Dijkhuis"]
    assert known(world, BSN, born=PartialDate(1992, 5, 25)) == ["Ruben Dijkhuis BSN", "Anna Dijkhuis"]
    assert known(world, born=PartialDate(1992, 6)) == ["Ruben Dijkhuis"]
    assert known(world, born=PartialDate(1993)) == []
    assert known(world, "132496689") == []


def test_pressing_twice_registers_one_person_and_one_relative(world: World) -> None:
    new = NewResident(world.municipality.id, world.organisation.id, "oggz", "Dijkhuis")
    register_resident(actor=world.actor("sanne"), now=NOW, new=new)
    with pytest.raises(Conflict):
        register_resident(actor=world.actor("sanne"), now=NOW, new=new)
    mother = NewNetworkMember(new.id, "Geke", "moeder")
    add_network_member(actor=world.actor("sanne"), now=NOW, new=mother)
    with pytest.raises(Conflict):
        add_network_member(actor=world.actor("sanne"), now=NOW, new=mother)
    assert (Resident.objects.count(), NetworkMember.objects.count()) == (1, 1)


def test_one_is_called_first(world: World) -> None:
    resident = make_resident(world)
    for name in ("Zus", "Geke"):
        new = NewNetworkMember(resident.id, name, "familie", call_first=True)
        add_network_member(actor=world.actor("sanne"), now=NOW, new=new)
    add_network_member(actor=world.actor("sanne"), now=NOW, new=NewNetworkMember(resident.id, "Anna", "buur"))
    assert [(each.name, each.call_first) for each in network([resident.id])] == [
        ("Geke", True),
        ("Anna", False),
        ("Zus", False),
    ]


def test_somebody_leaves_and_comes_back(world: World) -> None:
    resident, sanne = make_resident(world), world.actor("sanne")
    home = form_household(
        actor=sanne,
        now=NOW,
        municipality_id=world.municipality.id,
        name="Dijkhuis",
        members=[NewHouseholdMember(resident.id, "vader")],
        since=date(2026, 3, 1),
    )
    move_out(actor=sanne, now=NOW, household_id=home, resident_id=resident.id, until=date(2026, 5, 1))
    with pytest.raises(Invalid) as gone:
        move_out(actor=sanne, now=NOW, household_id=home, resident_id=resident.id, until=date(2026, 6, 1))
    assert set(gone.value.problems) == {"until"}
    again = NewHouseholdMember(resident.id, " vader ")
    move_in(actor=sanne, now=NOW, household_id=home, member=again, since=date(2026, 6, 1))
    with pytest.raises(Invalid) as there:
        move_in(actor=sanne, now=NOW, household_id=home, member=again, since=date(2026, 7, 1))
    assert set(there.value.problems) == {"since"}
    rows = HouseholdMember.objects.order_by("since").values_list("since", "until", "role")
    assert list(rows) == [(date(2026, 3, 1), date(2026, 5, 1), "vader"), (date(2026, 6, 1), None, "vader")]
    assert list(Entry.objects.values_list("event", flat=True).order_by("number")) == [
        "household.formed",
        "household.moved_out",
        "household.moved_in",
    ]
    for verb in (
        lambda: move_in(actor=sanne, now=NOW, household_id=new_id(), member=again, since=NOW.date()),
        lambda: move_out(actor=sanne, now=NOW, household_id=new_id(), resident_id=resident.id, until=NOW.date()),
    ):
        with pytest.raises(NotVisible):
            verb()


def test_the_database_keeps_one_stay_at_a_time_in_order_and_one_to_call_first(world: World) -> None:
    resident, sanne = make_resident(world), world.actor("sanne")
    member = [NewHouseholdMember(resident.id, "vader")]
    form_household(actor=sanne, now=NOW, municipality_id=world.municipality.id, name="Dijkhuis", members=member)
    for name in ("Zus", "Geke"):
        add_network_member(actor=sanne, now=NOW, new=NewNetworkMember(resident.id, name, "familie"))
    columns = "household_id, resident_id, role, is_child, since, until"
    again = f"INSERT INTO residents_householdmember (id, {columns}) SELECT %s, {columns} FROM residents_householdmember"
    fresh = new_id() if connection.features.has_native_uuid_field else new_id().hex
    for statement, values in (
        (again, [fresh]),
        ("UPDATE residents_householdmember SET until = '2020-01-01'", []),
        ("UPDATE residents_networkmember SET call_first = %s", [True]),
    ):
        with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement, values)
