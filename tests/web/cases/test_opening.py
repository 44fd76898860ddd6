"""On which domain a case opens: one's own, and asked of who has more than one."""

import pytest

from houvast.cases.models import Case
from houvast.directory.models import MemberFunction
from houvast.kernel.ids import new_id
from houvast.residents.models import Resident
from tests.web.conftest import SignedIn
from tests.worlds import START, World, make_world

pytestmark = pytest.mark.django_db
NEW = "/casussen/nieuw/"
QUESTION = "Op welk domein opent u de casus?"


@pytest.fixture
def world() -> World:
    return make_world()


def sent(**more: str) -> dict[str, str]:
    """Give what the form sends."""
    return {"once": str(new_id()), "name": "De heer Prins", "kind": "person", "phase": "2", "surname": "Prins", **more}


def test_who_works_on_one_domain_is_not_asked(world: World, signed_in_client: SignedIn) -> None:
    client = signed_in_client(world, "sanne")
    assert QUESTION not in client.get(NEW).text
    assert client.post(NEW, sent(domain="youth")).status_code == 302
    assert (Case.objects.get().domain, Resident.objects.get().ground) == ("wmo", "wmo")


def test_who_works_on_more_domains_chooses_one_of_them(world: World, signed_in_client: SignedIn) -> None:
    MemberFunction.objects.create(
        member=world.members["sanne"], function="casemanager-jeugd", domain="youth", title="jeugd", from_at=START
    )
    client = signed_in_client(world, "sanne")
    assert QUESTION in client.get(NEW).text
    for wrong in ({}, {"domain": "oggz"}):
        answer = client.post(NEW, sent(**wrong))
        assert answer.status_code == 422
        assert "De heer Prins" in answer.text
    assert not Case.objects.exists()
    assert client.post(NEW, sent(domain="youth")).status_code == 302
    assert (Case.objects.get().domain, Resident.objects.get().ground) == ("youth", "youth")
