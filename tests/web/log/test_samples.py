"""The pages of samples: drawing, judging, and what comes of it; what they ask of the database does not grow."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from houvast.audit.models import Entry
from houvast.kernel.twice import SAME_WITHIN
from tests.accountability.sampled import DAY, draw, reads
from tests.lives import open_with
from tests.web.conftest import MOMENT, SignedIn
from tests.worlds import NOW, World, make_world

SAMPLES = "/logboek/steekproeven/"
pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> World:
    """Give a municipality."""
    return make_world()


@pytest.fixture
def client(world: World, signed_in_client: SignedIn) -> Client:
    """Sign the privacy officer in."""
    return signed_in_client(world, "privacy")


def shown(client: Client, address: str) -> str:
    """Give what the page says, without its marks."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", client.get(address).content.decode()))


def test_a_sample_is_drawn_judged_and_counted(world: World, client: Client) -> None:
    assert "Er is nog geen steekproef getrokken" in shown(client, SAMPLES)
    reads(world, "sanne", open_with(world), at=NOW - DAY)
    wrong = client.post(f"{SAMPLES}trekken/", {"van": "2026-11-22", "tot": "2026-11-23", "aantal": "25"})
    assert "Vul een dag in die voorbij is." in wrong.content.decode()
    drawn = client.post(f"{SAMPLES}trekken/", {"van": "2026-11-22", "tot": "2026-11-22", "aantal": "25"})
    assert drawn.status_code == 302
    page = shown(client, drawn["Location"])
    assert "1. Sanne uit Eemsdelta Gemeente Eemsdelta C-2026-0001" in page
    assert "Nog 1 te beoordelen" in page
    assert "dezelfde regels" in shown(client, f"{drawn['Location']}?nakijken=1")
    row = f"{drawn['Location']}1/"
    assert "Kies wat u vindt." in client.post(row, {"gezien": "0"}).content.decode()
    assert client.post(row, {"bevinding": "does_not_fit", "woord": "Buren.", "gezien": "0"}).status_code == 302
    assert "Past niet, volgens Privacy uit Eemsdelta Buren. Opnieuw beoordelen" in shown(client, drawn["Location"])
    assert "Past niet, volgens" in shown(client, row)
    assert client.get(f"{drawn['Location']}2/").status_code == 404
    overview = shown(client, SAMPLES)
    assert "1 van 1" in overview
    assert "Zonder eigen rol in de casus 1 1 0 0 1 0" in overview
    # Once for each page that was shown, also for the one that came back as something was missing.
    assert Entry.objects.filter(event="sample.read").count() == 7


def test_more_rows_ask_no_more_of_the_database(world: World, client: Client) -> None:
    asked = []
    for number in (1, 4):
        for _ in range(number):
            reads(world, "sanne", open_with(world), at=NOW - DAY)
        drawn = draw(world, now=MOMENT + number * SAME_WITHIN)
        for address in (SAMPLES, f"{SAMPLES}{drawn}/", f"{SAMPLES}{drawn}/?nakijken=1"):
            with CaptureQueriesContext(connection) as queries:
                assert client.get(address).status_code == 200
            asked.append(len(queries))
    assert asked == [*asked[:3], *asked[:3]] == [18, 17, 22] * 2
