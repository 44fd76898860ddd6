"""The log of a municipality: its privacy officer reads who did, read or was refused what, and opens no case by it."""

import re

import pytest
from django.test import Client

from houvast.audit.models import Chain, Entry
from houvast.cases.models import Note
from houvast.cases.services.write_note import write_note
from houvast.desk.selectors.log import LogFilter, log
from houvast.directory.selectors import viewer_of
from houvast.intake.services.import_list import import_list
from houvast.intake.services.take_concern import take_concern
from houvast.kernel.errors import NotVisible
from houvast.kernel.paging import moment_key
from houvast.web.log.words import SENTENCES, sentence
from tests.intake.worlds import make_concern, make_point
from tests.lives import HOUR, Lives, lives
from tests.web.conftest import SignedIn
from tests.worlds import NOW

pytestmark = pytest.mark.django_db


@pytest.fixture
def lived() -> Lives:
    """Let cases live in Eemsdelta."""
    return lives()


@pytest.fixture
def privacy(lived: Lives, signed_in_client: SignedIn) -> Client:
    """Sign the privacy officer in."""
    return signed_in_client(lived.world, "privacy")


def shown(client: Client, question: str = "") -> str:
    """Give what the page says, without its marks."""
    text = client.get(f"/logboek/{question}").content.decode()
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", text))


def test_a_line_says_who_did_what_in_which_case_with_its_particulars(lived: Lives, privacy: Client) -> None:
    text = shown(privacy, "?casus=c-2026-0001")
    assert "Sanne uit Eemsdelta Gemeente Eemsdelta stelde voor op of af te schalen naar AVE 3 C-2026-0001" in text
    assert "besliste over op- of afschalen naar AVE 3, akkoord" in text
    assert "vroeg iemand een verantwoordelijkheid over te nemen casusregie; Bram uit Eemsdelta" in text


def test_one_case_or_only_what_was_refused_can_be_chosen(lived: Lives, privacy: Client) -> None:
    assert "C-2026-0002" not in shown(privacy, "?casus=C-2026-0001").partition("Regels tonen")[2]
    assert "Geen regels met deze keuze" in shown(privacy, "?casus=C-2026-9999")
    assert "geweigerd:" not in shown(privacy)
    iris = lived.world.actor("iris")
    with pytest.raises(NotVisible):
        write_note(actor=iris, now=NOW, case_id=lived.closed, part=Note.Part.GENERAL, text="Nee.")
    refused = shown(privacy, "?wat=geweigerd")
    assert "Iris uit Eemsdelta Gemeente Eemsdelta geweigerd: schreef een notitie" in refused
    assert "opende een casus" not in refused


def test_every_page_begins_after_the_last_line_of_the_one_before(lived: Lives) -> None:
    reader = viewer_of(lived.world.actor("privacy"), now=NOW)
    found, after = [], ""
    while page := log(reader, LogFilter(), after=after, size=7):
        found += [(line.at, line.event, line.code) for line in page.rows]
        after = page.after
        if not after:
            break
    own = Entry.objects.filter(municipality=lived.world.municipality.id)
    assert len(found) == own.count() > 14
    assert [at for at, _, _ in found] == sorted((at for at, _, _ in found), reverse=True)
    assert len(log(reader, LogFilter(), after="onzin", size=7).rows) == 7
    assert len(log(reader, LogFilter(), after=moment_key(NOW, lived.lived), size=7).rows) == 7


def test_what_happened_at_one_moment_stands_in_the_order_in_which_it_happened(lived: Lives) -> None:
    content = b"Incidentnummer;Datum;Achternaam;Geboortedatum;Gemeente\nPL1;22-11-2026;Vegt;25-05-1998;Eemsdelta\n"
    import_list(actor=lived.world.actor("marit"), now=NOW + 30 * HOUR, content=content)
    newest = log(viewer_of(lived.world.actor("privacy"), now=NOW), LogFilter(), size=3).rows
    assert [line.event for line in newest] == ["import.finished", "import.rows", "import.begun"]


def test_what_another_municipality_does_is_not_in_it(lived: Lives, privacy: Client) -> None:
    Entry.objects.create(
        chain=Chain.objects.create(name="elders"),
        number=1,
        hash="a" * 64,
        at=NOW + HOUR,
        event="case.opened",
        outcome="done",
        actor_kind="system",
        actor_name="van-elders",
        municipality=lived.other_municipality,
    )
    assert "van-elders" not in shown(privacy)


def test_what_was_done_with_one_concern_can_be_followed(lived: Lives, privacy: Client) -> None:
    point = make_point(lived.world)
    first, second = (make_concern(lived.world, point, incident=f"PL{number}") for number in (1, 2))
    for concern in (first, second):
        take_concern(actor=lived.world.actor("marit"), now=NOW + HOUR, concern_id=concern.id)
    text = shown(privacy)
    assert f"begon met een signaal signaal {first.id.hex[-6:]}" in text
    one = shown(privacy, f"?signaal={second.id}")
    assert f"Alleen regels over signaal {second.id.hex[-6:]}." in one
    assert first.id.hex[-6:] not in one
    assert "Geen regels met deze keuze" in shown(privacy, f"?signaal={lived.lived}")


@pytest.mark.parametrize("who", ["sanne", "beheer", "burg"])
def test_nobody_else_reads_it(lived: Lives, who: str) -> None:
    with pytest.raises(NotVisible):
        log(viewer_of(lived.world.actor(who), now=NOW), LogFilter())


def test_that_the_log_was_read_stands_in_the_log(privacy: Client) -> None:
    shown(privacy)
    assert "las het logboek" in shown(privacy)
    assert Entry.objects.filter(event="log.read", outcome="read").count() == 2


def test_every_kind_of_entry_that_there_is_has_a_sentence(lived: Lives) -> None:
    assert set(Entry.objects.values_list("event", flat=True)) <= SENTENCES.keys()
    assert sentence("van.vroeger") == "van.vroeger"
