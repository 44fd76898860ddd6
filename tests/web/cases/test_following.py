"""Giving a seat that fills itself to who has the function now: from the page for filling in, in one press."""

from uuid import UUID

import pytest

from houvast.cases.models import Case
from houvast.directory.models import MemberFunction
from tests.lives import open_with
from tests.web.conftest import SignedIn
from tests.worlds import NOW, World, add_member, make_world

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> World:
    return make_world()


def left(world: World) -> UUID:
    """Open a case, after which its manager leaves and Tess is manager."""
    case_id = open_with(world)
    MemberFunction.objects.filter(member=world.members["erik"]).update(until_at=NOW)
    add_member(world.organisation, "Tess uit Eemsdelta", "manager-sociaal-domein", "", "manager", None)
    return case_id


def test_filling_in_says_who_has_the_function_and_one_press_gives_it(world: World, signed_in_client: SignedIn) -> None:
    case = Case.objects.get(pk=left(world))
    client = signed_in_client(world, "marit")
    follow = f"/casussen/{case.code}/toewijzen/operationeel/"
    filling = client.get(f"/casussen/{case.code}/tijdelijk/operationeel/").text
    assert "heeft Tess uit Eemsdelta deze functie nu" in filling
    assert f'href="{follow}"' in filling
    page = client.get(follow).text
    assert "gaat van Erik uit Eemsdelta naar Tess uit Eemsdelta, vanaf nu." in page
    assert client.post(follow, {"seen": str(case.operational_id)}).status_code == 302
    case.refresh_from_db()
    assert case.operational.member is not None
    assert case.operational.member.name == "Tess uit Eemsdelta"
    assert client.post(follow, {"seen": str(case.operational_id)}).status_code == 403
    assert "heeft Tess" not in client.get(f"/casussen/{case.code}/tijdelijk/operationeel/").text


def test_who_only_leads_the_case_does_not_give_it(world: World, signed_in_client: SignedIn) -> None:
    case = Case.objects.get(pk=left(world))
    client = signed_in_client(world, "sanne")
    assert client.get(f"/casussen/{case.code}/toewijzen/operationeel/").status_code == 403
    answer = client.post(f"/casussen/{case.code}/toewijzen/operationeel/", {"seen": str(case.operational_id)})
    assert answer.status_code == 403
