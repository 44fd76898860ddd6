"""The concerns of a case on its page: all of it for who may read it, else only that they are there."""

import pytest

from houvast.audit.models import Entry
from houvast.cases.models import Case
from houvast.cases.rules.opening import Choice
from houvast.cases.services.assign_seat import assign_seat
from houvast.intake.rules.triage import Outcome
from houvast.intake.services.decide_concern import NewDecision, decide_concern
from tests.intake.worlds import make_concern, make_point
from tests.lives import CASE_DIRECTION, PROCESS_DIRECTION, open_with
from tests.web.conftest import SignedIn
from tests.worlds import NOW, World, make_world

pytestmark = pytest.mark.django_db

TEXT = "De gordijnen blijven dicht."


@pytest.fixture
def world() -> World:
    """Make Eemsdelta."""
    return make_world()


@pytest.fixture
def address(world: World) -> str:
    """Open a case that Sanne leads, its process led by Bos, and let Marit join a concern to it; gives its address."""
    case_id = open_with(world)
    for responsibility, who in ((PROCESS_DIRECTION, "marit"), (CASE_DIRECTION, "sanne")):
        choice = Choice(member_id=world.id(who))
        assign_seat(actor=world.actor("marit"), now=NOW, case_id=case_id, responsibility=responsibility, choice=choice)
    joined = NewDecision(Outcome.JOINED, "fits_running_concerns", case_id=case_id)
    concern = make_concern(world, make_point(world), text=TEXT)
    decide_concern(actor=world.actor("marit"), now=NOW, concern_id=concern.id, version=0, new=joined)
    bos = Choice(member_id=world.id("bos"))
    assign_seat(actor=world.actor("marit"), now=NOW, case_id=case_id, responsibility=PROCESS_DIRECTION, choice=bos)
    return f"/casussen/{Case.objects.get(pk=case_id).code}/"


def test_the_case_director_reads_what_was_told_where_and_by_whom_it_came_in(
    world: World, address: str, signed_in_client: SignedIn
) -> None:
    page = signed_in_client(world, "sanne").get(address).content.decode()
    assert TEXT in page
    assert "Meldpunt Zorg en Veiligheid, gemeld zo 22 nov" in page
    assert "Bij deze casus sinds ma 23 nov, door Marit uit Eemsdelta." in page
    assert Entry.objects.get(event="case.read").details["concerns_read"] == 1


def test_who_does_not_read_care_notes_sees_only_that_it_is_there(
    world: World, address: str, signed_in_client: SignedIn
) -> None:
    page = signed_in_client(world, "bos").get(address).content.decode()
    assert TEXT not in page
    assert "Meldpunt Zorg en Veiligheid, gemeld zo 22 nov" in page
    assert "U ziet dat dit signaal er is, niet wat erin staat." in page
    assert Entry.objects.get(event="case.read").details["concerns_read"] == 0


def test_who_sees_no_people_sees_no_concerns(world: World, address: str, signed_in_client: SignedIn) -> None:
    page = signed_in_client(world, "erik").get(address).content.decode()
    assert "Wie heeft de regie?" in page
    assert "Signalen</h2>" not in page
    assert "Meldpunt Zorg en Veiligheid" not in page
