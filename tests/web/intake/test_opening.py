"""Opening a case from a concern: where one goes then, and who can be chosen to lead it in which phase."""

import pytest
from django.test import Client

from houvast.cases.models import Case
from houvast.directory.models import Account, AdoptedModel
from houvast.intake.models import Concern
from houvast.residents.models import Resident
from tests.intake.worlds import make_concern, make_point, make_triager
from tests.web.conftest import SignedIn
from tests.worlds import World, add_member, make_world

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> World:
    return make_world()


@pytest.fixture
def concern(world: World) -> Concern:
    return make_concern(world, make_point(world))


def adopt(world: World, more: str) -> None:
    """Adopt the model of Groningen with something more."""
    text = f"{world.adopted.text}\n{more}\n"
    AdoptedModel.objects.create(
        municipality=world.municipality, number=2, code="groningen", text=text, adopted_at=world.adopted.adopted_at
    )


def send(client: Client, concern: Concern, **more: str) -> tuple[int, str]:
    """Send the form; gives where one is sent and what is said there, or the status and the page."""
    data = {"version": "0", "reason": "new_concerns", "kind": "person", "phase": "2", "name": "Yvonne", "holder": ""}
    answer = client.post(f"/signalen/{concern.id}/casus/", {**data, **more})
    if answer.status_code != 302:
        return answer.status_code, answer.text
    return 302, answer.headers["Location"]


def triager(world: World, signed_in_client: SignedIn) -> Client:
    """Sign somebody in who does triage at OGGZ and leads no processes."""
    world.members["jelte"] = make_triager(world, "Jelte Wiersema", "oggz")
    return signed_in_client(world, "jelte")


def test_who_opens_a_case_goes_to_that_case(world: World, concern: Concern, signed_in_client: SignedIn) -> None:
    client = signed_in_client(world, "marit")
    status, where = send(client, concern)
    code = Case.objects.get().code
    assert (status, where) == (302, f"/casussen/{code}/")
    page = client.get(where)
    assert page.status_code == 200
    assert f"Casus {code} is open." in page.text


@pytest.mark.parametrize(
    ("holder", "who"),
    [
        ("sanne", "Wie u koos, ziet haar wel."),
        ("inwoner", "De inwoner heeft de casusregie."),
        ("", "Zij staat op Mijn werk van de procesregisseurs."),
    ],
)
def test_who_may_not_see_the_case_is_told_its_number_on_the_board(
    world: World, concern: Concern, signed_in_client: SignedIn, holder: str, who: str
) -> None:
    client, following = triager(world, signed_in_client), make_concern(world, concern.point)
    chosen = f"m:{world.id(holder)}" if holder in world.members else holder
    status, where = send(client, concern, holder=chosen, following=str(following.id))
    assert (status, where) == (302, f"/signalen/{following.id}/")
    code = Case.objects.get().code
    said = f"Casus {code} is open. U ziet haar zelf niet, want u heeft er geen rol in. {who}"
    assert said in client.get(where).text
    assert client.get(f"/casussen/{code}/").status_code == 404


def test_who_may_lead_stands_under_the_phases_in_which_the_model_lets_them(
    world: World, concern: Concern, signed_in_client: SignedIn
) -> None:
    adopt(world, '[fase.3.stoel.casusregie.houders]\nreclasseringswerker = "ja"')
    wim = add_member(world.organisation, "Wim", "reclasseringswerker", "", "reclassering", None)
    page = signed_in_client(world, "marit").get(f"/signalen/{concern.id}/casus/").text
    both, two, three = page.index('"In AVE 2 en 3"'), page.index('"Alleen in AVE 2"'), page.index('"Alleen in AVE 3"')
    assert both < page.index("Sanne uit Eemsdelta, casusregisseur") < two
    assert two < page.index("De inwoner zelf") < three < page.index(f"m:{wim.id}")


@pytest.mark.parametrize("holder", ["inwoner", "bos"])
def test_who_may_not_lead_in_the_chosen_phase_is_told_so_at_the_field(
    world: World, concern: Concern, signed_in_client: SignedIn, holder: str
) -> None:
    if holder == "bos":
        adopt(world, '[fase.2.stoel.casusregie.houders]\nteamleider = "ja"')
        holder = f"m:{world.id('bos')}"
    client = signed_in_client(world, "marit")
    status, page = send(client, concern, phase="3", holder=holder)
    assert status == 422
    assert "Wie neemt de casusregie: " in page
    assert "in fase 3" in page.casefold()
    assert f'value="{holder}" selected' in page
    assert not Case.objects.exists()
    assert not Resident.objects.exists()
    assert send(client, concern, holder=holder)[0] == 302


def test_the_resident_leads_without_being_named(world: World, concern: Concern, signed_in_client: SignedIn) -> None:
    client = signed_in_client(world, "marit")
    _, where = send(client, concern, holder="inwoner")
    resident = Resident.objects.get()
    assert Case.objects.get().case_direction.resident_id == resident.id
    assert f"{resident.first_names} van der {resident.surname}" in client.get(where).text


def test_an_account_is_not_needed_to_be_chosen(world: World, concern: Concern, signed_in_client: SignedIn) -> None:
    assert send(signed_in_client(world, "marit"), concern, holder=f"m:{world.id('bram')}")[0] == 302
    assert not Account.objects.filter(member=world.members["bram"]).exists()
    assert send(signed_in_client(world, "marit"), make_concern(world, concern.point), holder="rommel")[0] == 422
