"""Adding somebody on the screen: whom the register knows is asked, and a hidden address stays hidden in every form."""

import re
from uuid import uuid4

import pytest

from houvast.audit.models import Entry
from houvast.cases.models import Case, CaseResident
from houvast.cases.rules.opening import Choice
from houvast.cases.services.assign_seat import assign_seat
from houvast.cases.services.change_place import change_place
from houvast.directory.models import Organisation
from houvast.residents.models import NetworkMember, Resident
from houvast.residents.services.add_network_member import NewNetworkMember, add_network_member
from houvast.vault.sealing import bsn_index
from tests.lives import CASE_DIRECTION, PROCESS_DIRECTION, open_with
from tests.web.conftest import SignedIn
from tests.worlds import NOW, World, add_member, make_resident, make_world

pytestmark = pytest.mark.django_db

BSN = "999990019"


@pytest.fixture
def world() -> World:
    """Make Eemsdelta."""
    return make_world()


@pytest.fixture
def ruben(world: World) -> Resident:
    """Register Ruben, with an address and a number."""
    made = make_resident(world)
    made.street, made.house_number, made.town, made.phone = "Maxstraat", "123", "Delfzijl", "06 00 00 04 17"
    made.save()
    return made


@pytest.fixture
def people(world: World, ruben: Resident) -> str:
    """Open a case about Ruben that Sanne leads; gives the address of its people."""
    case_id = open_with(world, ruben.id)
    return f"/casussen/{Case.objects.get(pk=case_id).code}/mensen/"


def filled(**fields: str) -> dict[str, str]:
    """Give the form for somebody called Anna de Vries, and these fields."""
    return {"once": str(uuid4()), "surname": "de Vries", "first_names": "Anna", **fields}


def test_somebody_new_is_added_with_role_and_flagged_as_a_child(
    world: World, people: str, signed_in_client: SignedIn
) -> None:
    client = signed_in_client(world, "sanne")
    form = filled(role="dochter", is_child="on", birth_date="05-2018", address="Kade 3a, 9934 AB Delfzijl")
    answer = client.post(f"{people}inwoner/", form)
    assert (answer.status_code, answer.headers["Location"]) == (302, people)
    anna = Resident.objects.get(surname="Vries")
    assert (anna.surname_prefix, anna.birth_year, anna.birth_month, anna.street, anna.house_number, anna.postcode) == (
        "de",
        2018,
        5,
        "Kade",
        "3a",
        "9934 AB",
    )
    row = CaseResident.objects.get(resident=anna)
    assert (row.role, row.is_child) == ("dochter", True)
    assert "Anna de Vries (8)" in client.get(people).content.decode()


def test_whom_the_register_may_know_is_asked_and_a_person_decides(
    world: World, people: str, signed_in_client: SignedIn
) -> None:
    anna = make_resident(world, "Vries", "A.")
    client, form = signed_in_client(world, "sanne"), filled(birth_date="1992", phone="0596 00 01 12")
    answer = client.post(f"{people}inwoner/", form)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Houvast kent iemand die het kan zijn." in page
    assert "A. Vries, geboren 1992, zelfde naam en geboortedatum" in page
    assert 'value="0596 00 01 12"' in page
    assert Entry.objects.get(event="resident.sought").details == {"by_bsn": False, "shown": 1}
    assert client.post(f"{people}inwoner/", {**form, "known": str(uuid4())}).status_code == 422
    assert client.post(f"{people}inwoner/", {**form, "known": str(anna.id)}).status_code == 302
    assert CaseResident.objects.filter(resident=anna).exists()
    assert Resident.objects.count() == 2
    # Already in this case: said, and nobody is added twice.
    again = client.post(f"{people}inwoner/", {**form, "known": str(anna.id)})
    assert again.status_code == 422
    assert "staat al in deze casus" in again.content.decode()
    assert client.post(f"{people}inwoner/", {**form, "known": "nieuw"}).status_code == 302
    assert Resident.objects.count() == 3


def test_the_same_number_leaves_no_choice_but_that_person(
    world: World, people: str, signed_in_client: SignedIn
) -> None:
    anna = make_resident(world, "Bakker", "Anna")
    Resident.objects.filter(pk=anna.id).update(bsn_index=bsn_index(BSN))
    client, form = signed_in_client(world, "sanne"), filled(bsn="9999.90.019")
    page = client.post(f"{people}inwoner/", form).content.decode()
    assert "Anna Bakker, geboren 1992, zelfde BSN" in page
    assert "Nee, dit is iemand anders" not in page
    assert client.post(f"{people}inwoner/", {**form, "known": "nieuw"}).status_code == 422
    assert client.post(f"{people}inwoner/", {**form, "known": str(anna.id)}).status_code == 302
    assert Resident.objects.count() == 2


def test_who_leads_from_another_organisation_does_not_search_the_register(
    world: World, people: str, signed_in_client: SignedIn
) -> None:
    make_resident(world, "Vries", "Anna")
    ggz = Organisation.objects.create(kind="ggz", name="Lentis-achtig (verzonnen)", region="Groningen")
    partner = add_member(ggz, "Zwaan (verzonnen)", "casusregisseur-wijkteam", "wmo", "casusregisseur", None)
    world.members["zwaan"] = partner
    case_id, choice = Case.objects.get().id, Choice(member_id=partner.id)
    assign_seat(actor=world.actor("marit"), now=NOW, case_id=case_id, responsibility=CASE_DIRECTION, choice=choice)
    client = signed_in_client(world, "zwaan")
    assert client.post(f"{people}inwoner/", filled(birth_date="1992")).status_code == 302
    assert Resident.objects.filter(surname="Vries").count() == 2
    assert not Entry.objects.filter(event="resident.sought").exists()


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("surname", "", "Dit is nog leeg."),
        ("birth_date", "31-02-1980", "Deze datum bestaat niet."),
        ("birth_date", "25-05-2027", "in de toekomst"),
        ("bsn", "123456789", "Dit BSN bestaat niet"),
        ("address", "Kade " + "1" * 21 + ", Delfzijl", "te lang"),
        ("surname", "van der van der van der van der van der Vegt", "te lang"),
    ],
)
def test_what_cannot_be_used_is_told_at_its_field_and_the_rest_is_kept(
    world: World, people: str, signed_in_client: SignedIn, field: str, value: str, message: str
) -> None:
    answer = signed_in_client(world, "sanne").post(f"{people}inwoner/", {**filled(role="moeder"), field: value})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert message in page
    assert 'value="moeder"' in page
    assert Resident.objects.count() == 1


def test_where_somebody_lives_stands_with_the_people_until_it_is_hidden(
    world: World, ruben: Resident, people: str, signed_in_client: SignedIn
) -> None:
    client = signed_in_client(world, "sanne")
    pages = (people, people.removesuffix("mensen/"))
    assert ["Maxstraat 123, Delfzijl" in client.get(page).text for page in pages] == [True, True]
    client.post(f"{people}adres/{ruben.id}/", {"hidden": "ja"})
    assert ["Maxstraat" in client.get(page).text for page in pages] == [False, False]


def test_a_hidden_address_is_in_no_form_and_survives_a_correction(
    world: World, ruben: Resident, people: str, signed_in_client: SignedIn
) -> None:
    client = signed_in_client(world, "sanne")
    address = f"{people}inwoner/{ruben.id}/"
    assert "Maxstraat 123, Delfzijl" in client.get(address).content.decode()
    client.post(f"{people}adres/{ruben.id}/", {"hidden": "ja"})
    pages = [client.get(each).content.decode() for each in (address, people, f"{people}inwoner/", f"{address}naaste/")]
    for page in pages:
        assert "Maxstraat" not in page
        assert "06 00 00 04 17" not in page
    assert "Verborgen. Laat leeg om niets te veranderen." in pages[0]
    form = {"seen": "0", "surname": "Dijkstra", "first_names": "Ruben", "birth_date": "1992"}
    assert client.post(address, form).status_code == 302
    ruben.refresh_from_db()
    assert (ruben.surname, ruben.street, ruben.phone) == ("Dijkstra", "Maxstraat", "06 00 00 04 17")
    second = client.post(address, {**form, "phone": "06 00 00 04 20"})
    assert second.status_code == 409
    for typed in (
        "Iemand anders verbeterde intussen deze gegevens.",
        "Dijkstra",
        "06 00 00 04 20",
        f'href="{address}"',
    ):
        assert typed in second.text
    assert "Maxstraat" not in second.text


def test_an_address_that_nobody_touched_stays_as_it_was_written(
    world: World, ruben: Resident, people: str, signed_in_client: SignedIn
) -> None:
    Resident.objects.update(street="Maxstraat 1e hof", house_number="")
    client = signed_in_client(world, "sanne")
    address = f"{people}inwoner/{ruben.id}/"
    shown = re.search(r'name="address" value="([^"]+)"', client.get(address).content.decode())
    assert shown is not None
    form = {"seen": "0", "surname": "Onbekend", "address": shown.group(1)}
    assert client.post(address, form).status_code == 302
    ruben.refresh_from_db()
    assert (ruben.surname, ruben.street, ruben.house_number) == ("Onbekend", "Maxstraat 1e hof", "")


def test_somebody_of_the_network_with_a_hidden_address_has_no_number_in_the_band(
    world: World, ruben: Resident, people: str, signed_in_client: SignedIn
) -> None:
    new = NewNetworkMember(ruben.id, "Geke Dijkhuis", "moeder", phone="06 00 00 04 18")
    add_network_member(actor=world.actor("sanne"), now=NOW, new=new)
    case_id = Case.objects.get().id
    for responsibility, choice in (
        (PROCESS_DIRECTION, Choice(member_id=world.id("bos"))),
        (CASE_DIRECTION, Choice(network_member_id=NetworkMember.objects.get().id)),
    ):
        assign_seat(actor=world.actor("marit"), now=NOW, case_id=case_id, responsibility=responsibility, choice=choice)
    client, case_page = signed_in_client(world, "bos"), people.removesuffix("mensen/")
    assert "06 00 00 04 18" in client.get(case_page).content.decode()
    Resident.objects.update(hidden_address=True)
    page = client.get(case_page).content.decode()
    assert "Geke Dijkhuis" in page
    assert "06 00 00 04 18" not in page


def test_moving_in_and_out_and_leaving_the_case(
    world: World, ruben: Resident, people: str, signed_in_client: SignedIn
) -> None:
    client = signed_in_client(world, "sanne")
    home = f"{people}inwoner/{ruben.id}/huishouden/"
    assert client.post(home, {"since": "2026-03-01", "role": "vader"}).status_code == 302
    assert "Woont in dit huishouden sinds zo 1 mrt." in client.get(people).content.decode()
    assert client.post(home, {"until": "2026-02-01"}).status_code == 422
    assert client.post(home, {"until": "2026-05-01"}).status_code == 302
    assert "Woonde in dit huishouden tot vr 1 mei." in client.get(people).content.decode()
    out = f"{people}inwoner/{ruben.id}/eruit/"
    alone = client.post(out)
    assert alone.status_code == 422
    assert "Een casus gaat over minstens één inwoner." in alone.content.decode()
    client.post(f"{people}inwoner/", filled())
    assert client.post(out).status_code == 302
    assert client.get(out).status_code == 404


def test_a_role_is_changed_and_a_relative_taken_out(
    world: World, ruben: Resident, people: str, signed_in_client: SignedIn
) -> None:
    client = signed_in_client(world, "sanne")
    role = f"{people}inwoner/{ruben.id}/rol/"
    assert client.post(role, {"role": "oudste zoon", "is_child": "on"}).status_code == 302
    assert "oudste zoon" in client.get(people).text
    assert 'value="oudste zoon"' in client.get(role).text
    too_long = client.post(role, {"role": "zoon " * 20})
    assert (too_long.status_code, "zoon zoon" in too_long.text) == (422, True)
    geke = NewNetworkMember(ruben.id, "Geke Dijkhuis", "moeder")
    add_network_member(actor=world.actor("sanne"), now=NOW, new=geke)
    out = f"{people}inwoner/{ruben.id}/naaste/{geke.id}/weg/"
    assert out in client.get(people).text
    assert "Geke Dijkhuis (moeder) staat niet meer bij de mensen" in client.get(out).text
    assert client.post(out).status_code == 302
    assert out not in client.get(people).text
    assert client.get(out).status_code == 404


def test_who_is_of_age_and_stands_as_a_child_is_named(
    people: str, world: World, ruben: Resident, signed_in_client: SignedIn
) -> None:
    case_id = CaseResident.objects.get(resident=ruben).case_id
    change_place(actor=world.actor("sanne"), now=NOW, case_id=case_id, resident_id=ruben.id, role="", is_child=True)
    client = signed_in_client(world, "sanne")
    for year, named in ((2009, False), (1992, True)):
        Resident.objects.filter(pk=ruben.id).update(birth_year=year, birth_month=1, birth_day=1)
        assert ("18 jaar of ouder" in client.get(people).text) is named
