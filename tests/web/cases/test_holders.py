"""Who can be chosen for the case direction: on opening, on assigning and on opening again."""

from uuid import UUID

import pytest

from houvast.cases.models import Case, CaseResident
from tests.lives import close, open_with
from tests.web.cases.test_opening import NEW, sent
from tests.web.conftest import SignedIn
from tests.worlds import World, make_resident, make_world

pytestmark = pytest.mark.django_db
NAMELESS = '<option value="inwoner">De inwoner zelf</option>'


@pytest.fixture
def world() -> World:
    return make_world()


def assign_page(code: str) -> str:
    return f"/casussen/{code}/toewijzen/casusregie/"


def code_of(case_id: UUID) -> str:
    return Case.objects.get(pk=case_id).code


def assigned(case_id: UUID, holder: str) -> dict[str, str]:
    """Give what the form sends."""
    return {"seen": str(Case.objects.get(pk=case_id).case_direction_id), "holder": holder, "reason": ""}


def test_who_opens_directly_chooses_the_resident_in_phase_2_only(world: World, signed_in_client: SignedIn) -> None:
    client = signed_in_client(world, "marit")
    page = client.get(NEW).text
    assert '<optgroup label="Alleen in AVE 2">' + NAMELESS in page
    refused = client.post(NEW, sent(holder="inwoner", phase="3"))
    assert refused.status_code == 422
    assert "In fase 3 kan de inwoner of het netwerk deze verantwoordelijkheid niet hebben." in refused.text
    assert client.post(NEW, sent(holder="inwoner")).status_code == 302
    case = Case.objects.get()
    assert case.case_direction.resident_id == CaseResident.objects.get(case=case).resident_id


def test_who_opens_a_case_that_they_may_not_see_is_told_its_number(world: World, signed_in_client: SignedIn) -> None:
    client = signed_in_client(world, "iris")
    answer = client.post(NEW, sent(holder=f"m:{world.id('sanne')}"))
    assert answer.headers["Location"] == "/casussen/"
    said = f"Casus {Case.objects.get().code} is open. U ziet haar zelf niet, want u heeft er geen rol in."
    assert said in client.get("/casussen/").text


def test_who_may_not_see_the_people_assigns_the_resident_without_a_name(
    world: World, signed_in_client: SignedIn
) -> None:
    resident = make_resident(world)
    case_id = open_with(world, resident.id, director=None)
    client = signed_in_client(world, "marit")
    page = client.get(assign_page(code_of(case_id))).text
    assert NAMELESS in page
    assert resident.surname not in page.replace("Huishouden Dijkhuis", "")
    assert client.post(assign_page(code_of(case_id)), assigned(case_id, "inwoner")).status_code == 302
    assert Case.objects.get().case_direction.resident_id == resident.id


def test_the_resident_without_a_name_is_one_grown_up(world: World, signed_in_client: SignedIn) -> None:
    two = open_with(world, make_resident(world).id, make_resident(world, first_names="Anna").id, director=None)
    client = signed_in_client(world, "marit")
    assert NAMELESS not in client.get(assign_page(code_of(two))).text
    assert client.post(assign_page(code_of(two)), assigned(two, "inwoner")).status_code == 422
    CaseResident.objects.filter(case_id=two, resident__first_names="Anna").update(is_child=True)
    assert NAMELESS in client.get(assign_page(code_of(two))).text


def test_in_a_phase_that_does_not_let_the_resident_lead_nobody_offers_it(
    world: World, signed_in_client: SignedIn
) -> None:
    code = code_of(open_with(world, director=None, phase=3))
    assert NAMELESS not in signed_in_client(world, "marit").get(assign_page(code)).text


def test_who_sees_the_people_chooses_by_name_on_opening_again(world: World, signed_in_client: SignedIn) -> None:
    resident = make_resident(world)
    case_id = open_with(world, resident.id)
    close(world, case_id)
    client, address = signed_in_client(world, "sanne"), f"/casussen/{code_of(case_id)}/heropenen/"
    page = client.get(address).text
    assert f'<optgroup label="Alleen in AVE 2"><option value="i:{resident.id}">Ruben Dijkhuis, inwoner' in page
    data = {"seen": str(Case.objects.get().phase_period_id), "reason": "Terugval.", "holder": f"i:{resident.id}"}
    assert client.post(address, {**data, "phase": "3"}).status_code == 422
    nameless = {**data, "holder": "inwoner"}
    assert signed_in_client(world, "marit").post(address, {**nameless, "phase": "3"}).status_code == 422
    assert signed_in_client(world, "marit").post(address, {**nameless, "phase": "2"}).status_code == 302
    assert Case.objects.get().case_direction.resident_id == resident.id


def test_opening_again_with_a_name_works_in_the_phase_that_lets_them(world: World, signed_in_client: SignedIn) -> None:
    resident = make_resident(world)
    case_id = open_with(world, resident.id)
    close(world, case_id)
    client, address = signed_in_client(world, "sanne"), f"/casussen/{code_of(case_id)}/heropenen/"
    data = {"seen": str(Case.objects.get().phase_period_id), "reason": "Terugval.", "holder": f"i:{resident.id}"}
    assert client.post(address, {**data, "phase": "2"}).status_code == 302
    assert Case.objects.get().case_direction.resident_id == resident.id
