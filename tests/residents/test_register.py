"""The register: what is refused, how a BSN is kept, and that a hidden address is hidden everywhere."""

from dataclasses import replace

import pytest

from houvast.audit.models import Entry
from houvast.cases.services.hide_resident_address import hide_resident_address
from houvast.kernel.errors import Invalid, NotVisible
from houvast.kernel.ids import new_id
from houvast.residents.models import Resident
from houvast.residents.rules.reaching import Reach
from houvast.residents.selectors import network, residents
from houvast.residents.selectors_crossing import crossing_data
from houvast.residents.services.add_network_member import NewNetworkMember, add_network_member
from houvast.residents.services.form_household import NewHouseholdMember, form_household
from houvast.residents.services.hide_address import hide_address
from houvast.residents.services.register_resident import NewResident, register_resident
from houvast.vault.sealing import bsn_index
from tests.lives import open_with
from tests.worlds import NOW, World, make_resident, make_world

pytestmark = pytest.mark.django_db

BSN = "999990019"
"""Passes the 11-test: 9*9+8*9+7*9+6*9+5*9+4*0+3*0+2*1-9 = 308 = 28*11. Invented."""


def ruben(world: World) -> NewResident:
    """Give an invented person."""
    return NewResident(
        municipality_id=world.municipality.id,
        organisation_id=world.organisation.id,
        ground="oggz",
        surname="Dijkhuis",
        first_names="Ruben",
        town="Delfzijl",
        phone="06 00 00 04 17",
        reach="no_post",
        mail_to="Postbus 1, Delfzijl",
        language="Arabisch",
        interpreter=True,
        bsn=BSN,
    )


def test_a_bsn_is_sealed_and_found_by_its_index_only() -> None:
    world = make_world()
    resident_id = register_resident(actor=world.actor("marit"), now=NOW, new=ruben(world))
    row = Resident.objects.get(pk=resident_id)
    assert BSN.encode() not in bytes(row.bsn_sealed)
    assert row.bsn_index == bsn_index(BSN)
    assert Entry.objects.filter(event="resident.registered", subject_id=resident_id).count() == 1


def test_the_same_bsn_is_registered_once() -> None:
    world = make_world()
    register_resident(actor=world.actor("marit"), now=NOW, new=ruben(world))
    with pytest.raises(Invalid) as wrong:
        register_resident(actor=world.actor("marit"), now=NOW, new=ruben(world))
    assert set(wrong.value.problems) == {"bsn"}


@pytest.mark.parametrize(("surname", "bsn", "field"), [(" ", BSN, "surname"), ("Dijkhuis", "123456789", "bsn")])
def test_what_cannot_be_is_told_at_its_field(surname: str, bsn: str, field: str) -> None:
    world = make_world()
    with pytest.raises(Invalid) as wrong:
        register_resident(actor=world.actor("marit"), now=NOW, new=replace(ruben(world), surname=surname, bsn=bsn))
    assert set(wrong.value.problems) == {field}
    assert not Resident.objects.exists()


def test_a_hidden_address_hides_place_and_phones_of_the_network_too() -> None:
    world = make_world()
    resident_id = register_resident(actor=world.actor("marit"), now=NOW, new=ruben(world))
    mother = NewNetworkMember(resident_id, "Geke Dijkhuis", "moeder", phone="06 00 00 04 18")
    add_network_member(actor=world.actor("marit"), now=NOW, new=mother)
    hide_address(actor=world.actor("marit"), now=NOW, resident_id=resident_id, hidden=True)
    line = residents([resident_id], today=NOW.date())[resident_id]
    assert (line.place, line.town, line.phone, line.mail_to, line.hidden) == ("", "", "", "", True)
    assert (line.reach, line.language, line.interpreter) == (Reach.NO_POST, "Arabisch", True)
    assert [each.phone for each in network([resident_id])] == [""]
    without, whole = (crossing_data([resident_id], bsn=False, contact=each)[resident_id] for each in (False, True))
    assert (without.reach, without.language, without.interpreter) == ("no_post", "", False)
    assert (whole.reach, whole.language, whole.interpreter, whole.phone) == ("no_post", "Arabisch", True, "")


def test_nobody_has_no_address_to_hide() -> None:
    with pytest.raises(NotVisible):
        hide_address(actor=make_world().actor("marit"), now=NOW, resident_id=new_id(), hidden=True)


def test_who_leads_the_case_hides_an_address_and_nobody_else() -> None:
    world = make_world()
    resident = make_resident(world)
    case_id = open_with(world, resident.id)
    for who in ("beheer", "iris", "erik"):
        with pytest.raises(NotVisible):
            hide_resident_address(
                actor=world.actor(who), now=NOW, case_id=case_id, resident_id=resident.id, hidden=True
            )
    hide_resident_address(actor=world.actor("sanne"), now=NOW, case_id=case_id, resident_id=resident.id, hidden=True)
    assert Resident.objects.get(pk=resident.id).hidden_address
    with pytest.raises(NotVisible):
        hide_resident_address(actor=world.actor("sanne"), now=NOW, case_id=case_id, resident_id=new_id(), hidden=True)


def test_nobody_is_in_the_network_of_nobody() -> None:
    world = make_world()
    with pytest.raises(NotVisible):
        add_network_member(actor=world.actor("marit"), now=NOW, new=NewNetworkMember(new_id(), "Geke", "moeder"))
    with pytest.raises(Invalid) as wrong:
        empty = NewNetworkMember(make_resident(world).id, " ", "")
        add_network_member(actor=world.actor("marit"), now=NOW, new=empty)
    assert set(wrong.value.problems) == {"name", "relation"}


def test_a_household_has_a_name_and_somebody_in_it() -> None:
    world = make_world()
    one = [NewHouseholdMember(make_resident(world).id, "moeder")]
    for name, members in ((" ", one), ("Dijkhuis", [])):
        with pytest.raises(Invalid):
            form_household(
                actor=world.actor("marit"),
                now=NOW,
                municipality_id=world.municipality.id,
                name=name,
                members=members,
            )
