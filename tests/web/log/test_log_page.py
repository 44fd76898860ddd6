"""The log of a municipality: its privacy officer reads who did, read or was refused what, and opens no case by it."""

import re
from datetime import datetime

import pytest
from django.test import Client

from houvast.audit.models import Chain, Entry
from houvast.cases.models import Note
from houvast.cases.services.lock_out import NewLockOut, lock_out
from houvast.cases.services.write_note import write_note
from houvast.desk.selectors import log as selector
from houvast.desk.selectors.log import LogFilter, log
from houvast.directory.models import Member
from houvast.directory.selectors import viewer_of
from houvast.directory.selectors_log import Post, title_at
from houvast.intake.services.import_list import import_list
from houvast.intake.services.take_concern import take_concern
from houvast.kernel.errors import NotVisible
from houvast.kernel.paging import moment_key
from houvast.web.log.files import as_csv
from houvast.web.log.plain import NOT_ABOUT_A_CASE, has_words, plain
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
    assert "opende een casus" not in refused.partition("Regels tonen")[2]


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


def test_who_is_locked_out_does_not_read_that_in_the_log_either(lived: Lives, privacy: Client) -> None:
    sanne, case_id = lived.world.actor("sanne"), lived.linked
    for who in ("privacy", "bram"):
        lock_out(actor=sanne, now=NOW, case_id=case_id, new=NewLockOut(lived.world.id(who), "Zij zijn buren."))
    text = shown(privacy, "?soort=access.locked_out").partition("Regels tonen")[2]
    assert "Bram uit Eemsdelta" in text
    assert "Privacy uit Eemsdelta" not in text


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


def test_lines_are_found_by_who_did_it_what_it_was_and_when(lived: Lives, privacy: Client) -> None:
    sanne = lived.world.id("sanne")
    text = shown(privacy, f"?wie={sanne}").partition("Regels tonen")[2]
    assert "Sanne uit Eemsdelta Gemeente Eemsdelta" in text
    assert "Marit uit Eemsdelta Gemeente" not in text
    opened = shown(privacy, "?soort=case.opened").partition("Regels tonen")[2]
    assert "opende een casus" in opened
    assert "stelde voor op of af te schalen" not in opened
    assert "Geen regels met deze keuze" in shown(privacy, "?tot=2026-11-22")
    assert "opende een casus" in shown(privacy, "?soort=case.opened&van=2026-11-23&tot=2026-11-23")
    assert "Geen regels met deze keuze" in shown(privacy, "?van=2199-01-01")


def test_a_name_is_given_only_of_who_stands_in_the_log(lived: Lives, privacy: Client) -> None:
    partners = Member.objects.exclude(organisation=lived.world.organisation)
    lines = Entry.objects.filter(municipality=lived.world.municipality.id, actor_member__isnull=False)
    did = {line.actor_member for line in lines if line.actor_member}
    acted, never = partners.filter(pk__in=did).first(), partners.exclude(pk__in=did).first()
    assert acted is not None
    assert never is not None
    assert f"selected>{acted.name}" in privacy.get(f"/logboek/?wie={acted.id}").content.decode()
    assert f"selected>{never.name}" not in privacy.get(f"/logboek/?wie={never.id}").content.decode()


def test_what_cannot_be_chosen_is_told(privacy: Client) -> None:
    assert "Niet alles wat u koos is te gebruiken" in shown(privacy, "?van=gisteren")
    assert "Wie: Deze keuze is er niet (meer)." in shown(privacy, "?wie=niemand")


def test_the_lines_that_are_chosen_come_as_a_file_however_many(
    lived: Lives, privacy: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(selector, "LINES_AT_ONCE", 5)
    own = Entry.objects.filter(municipality=lived.world.municipality.id)
    before = own.count()
    told = b"".join(privacy.get("/logboek/bestand/")).decode().splitlines()
    assert told[0] == "wanneer;wie;organisatie;geweigerd;wat;bijzonderheden;casus of signaal"
    assert before <= len(told) - 1 <= own.count()
    assert any("Sanne uit Eemsdelta;Gemeente Eemsdelta;nee;stelde voor op of af te schalen" in line for line in told)
    saved = Entry.objects.get(event="log.saved")
    assert (saved.outcome, saved.details) == ("read", {"rows": None, "chosen": []})
    none = b"".join(privacy.get("/logboek/bestand/?soort=case.opened&van=2199-01-01"))
    assert len(none.splitlines()) == 1
    assert own.get(event="log.saved", details__chosen=["event", "first"])


def test_a_spreadsheet_computes_nothing_of_a_name() -> None:
    assert list(as_csv(["=1+1", "Anna"], ["wie"], lambda name: [name])) == ["wie\r\n", "'=1+1\r\n", "Anna\r\n"]


def test_a_resident_reads_which_function_did_what_and_no_name(lived: Lives, privacy: Client) -> None:
    text = shown(privacy, "uittreksel/?casus=c-2026-0001")
    assert "Wie deed iets met uw gegevens?" in text
    assert "23 november 2026 casusregisseur Gemeente Eemsdelta besliste of overlegde over welke hulp nodig is" in text
    table = text.partition("Hoe vaak")[2]
    assert not [member.name for member in Member.objects.all() if member.name in table]
    assert Entry.objects.get(event="log.extracted").case == lived.lived
    assert "In deze tijd deed niemand iets met uw gegevens." in shown(
        privacy, "uittreksel/?casus=C-2026-0001&van=2199-01-01"
    )
    assert "Er is geen casus met dit nummer" in shown(privacy, "uittreksel/?casus=C-2026-9999")
    assert "Niet alles wat u invulde is te gebruiken" in shown(privacy, "uittreksel/?casus=C-2026-0001&van=ooit")


def test_every_kind_of_entry_about_a_case_has_plain_words() -> None:
    kinds = {code for code in SENTENCES if code.partition(".")[0] not in NOT_ABOUT_A_CASE}
    assert {code for code in kinds if not has_words(code)} == {"page.refused"}
    assert (
        plain("page.refused", "refused")
        == plain("case.read", "refused")
        == "wilde iets zien of doen, maar mocht dat niet"
    )
    assert plain("van.vroeger", "read") == "bekeek gegevens over u"
    assert plain("van.vroeger", "done") == "deed iets met uw dossier"


@pytest.mark.parametrize(
    ("at", "title"),
    [(NOW - HOUR, "leerling"), (NOW, "casusregisseur"), (NOW + 3 * HOUR, "casusregisseur")],
)
def test_an_extract_says_what_somebody_was_at_that_moment(at: datetime, title: str) -> None:
    posts = [
        Post("Gemeente", "leerling", NOW - 9 * HOUR, NOW),
        Post("Gemeente", "casusregisseur", NOW, NOW + 2 * HOUR),
    ]
    assert title_at(posts, at) == title
    assert title_at([], at) == ""
