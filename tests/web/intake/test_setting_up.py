"""The pages on which an administrator sets the short lists of intake."""

import pytest
from pytest_django import DjangoAssertNumQueries

from houvast.intake.models import ListVersion
from houvast.intake.rules.short_lists import Entry, ListKind
from houvast.intake.services.set_entry import NewEntry, set_entry
from tests.intake.worlds import make_concern, make_point
from tests.web.conftest import SignedIn
from tests.worlds import NOW, make_world

pytestmark = pytest.mark.django_db


def test_the_page_says_what_holds_and_what_is_not_confirmed(signed_in_client: SignedIn) -> None:
    world = make_world()
    page = signed_in_client(world, "beheer").get("/beheer/intake/").content.decode()
    assert "9 werkuren · verzonnen, nog niet bevestigd" in page
    assert "2 werkdagen · verzonnen, nog niet bevestigd" in page
    assert page.count("nog niet ingevuld") == 5
    assert "/beheer/intake/redenen/once/" in page


def test_who_does_triage_reads_and_changes_nothing(signed_in_client: SignedIn) -> None:
    page = signed_in_client(make_world(), "marit").get("/beheer/intake/").content.decode()
    assert "Eenmalig, geen vervolg nodig" in page
    assert "/beheer/intake/redenen/" not in page


def test_a_change_is_kept_confirmed_and_seen_in_triage(signed_in_client: SignedIn) -> None:
    world = make_world()
    concern = make_concern(world, make_point(world))
    client = signed_in_client(world, "beheer")
    answer = client.post("/beheer/intake/termijnen/accept_within/", {"number": "0", "amount": "3"})
    assert answer.status_code == 302
    client.post("/beheer/intake/ontvangers/112/", {"number": "0", "contact": "Meldkamer", "phone": "0800 0112"})
    page = client.get("/beheer/intake/").content.decode()
    assert "3 werkdagen</span>" in page
    assert "Meldkamer, 0800 0112" in page
    board = signed_in_client(world, "marit")
    assert "binnen 3 werkdagen ja" in board.get(f"/signalen/{concern.id}/doorgeven/").content.decode()
    assert "112 (Meldkamer, 0800 0112)" in board.get(f"/signalen/{concern.id}/direct/").content.decode()


def test_a_reason_is_put_out_of_use_without_losing_what_else_it_says(signed_in_client: SignedIn) -> None:
    world = make_world()
    form = {"number": "0", "name": "Eenmalig, geen vervolg nodig", "choices": ["advice", "nothing"]}
    client = signed_in_client(world, "beheer")
    client.post("/beheer/intake/redenen/once/", form)
    row = ListVersion.objects.get()
    assert (row.active, row.choices, row.set_by_id) == (False, ["advice", "nothing"], world.id("beheer"))
    assert "niet meer te kiezen" in client.get("/beheer/intake/").content.decode()


@pytest.mark.parametrize(
    ("address", "form", "said"),
    [
        ("urgenties/soon/", {"number": "0", "name": "Snel", "amount": "0"}, "Vul een getal in van 1 tot en met 90."),
        ("urgenties/soon/", {"number": "0", "name": "Snel", "amount": "veel"}, "Vul een heel getal in."),
        ("redenen/", {"number": "0", "name": "Een reden"}, "Kies waarvoor deze reden te kiezen is."),
        ("redenen/", {"number": "0", "name": "Er is nu gevaar", "choices": ["advice"]}, "Dit staat al op de lijst."),
    ],
)
def test_what_is_wrong_is_told_at_its_field(
    signed_in_client: SignedIn, address: str, form: dict[str, str], said: str
) -> None:
    answer = signed_in_client(make_world(), "beheer").post(f"/beheer/intake/{address}", form)
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert not ListVersion.objects.exists()


def test_what_a_column_may_be_called_is_set_line_by_line(signed_in_client: SignedIn) -> None:
    client, address = signed_in_client(make_world(), "beheer"), "/beheer/intake/kolommen/incidentnummer/"
    assert (
        "Incidentnummer, Incident, Incidentnr, Incident ID en nog 8 · verzonnen" in client.get("/beheer/intake/").text
    )
    assert "Registratienummer\n" in client.get(address).text
    wrong = client.post(address, {"number": "0", "headings": "Dossier\r\nNaam"})
    assert wrong.status_code == 422
    assert "Regel 2: “Naam” staat al bij Achternaam." in wrong.text
    assert "Dossier\n" in wrong.text.replace("\r", "")
    assert client.post(address, {"number": "0", "headings": "Dossier\r\nZaak"}).status_code == 302
    assert '<span class="houvast-stil">Dossier, Zaak</span>' in client.get("/beheer/intake/").text
    assert client.get("/beheer/intake/kolommen/").status_code == 404


def test_a_theme_is_added_renamed_and_retired(signed_in_client: SignedIn) -> None:
    client = signed_in_client(make_world(), "beheer")
    assert "Er staat nog niets op deze lijst." in client.get("/beheer/intake/").content.decode()
    client.post("/beheer/intake/themas/", {"number": "0", "name": "Ouderen alleen"})
    theme = "/beheer/intake/themas/ouderenalleen/"
    assert "Voeg dan een nieuw thema toe" in client.get(theme).content.decode()
    client.post(theme, {"number": "1", "name": "Ouderen", "active": "on"})
    assert "Ouderen</a>" in client.get("/beheer/intake/").content.decode()
    client.post(theme, {"number": "2", "name": "Ouderen"})
    assert "niet meer te kiezen" in client.get("/beheer/intake/").content.decode()


@pytest.mark.parametrize("address", ["onbekend/", "urgenties/", "urgenties/ooit/", "onbekend/once/"])
def test_what_is_on_no_list_does_not_exist(signed_in_client: SignedIn, address: str) -> None:
    assert signed_in_client(make_world(), "beheer").get(f"/beheer/intake/{address}").status_code == 404


def test_who_was_second_is_told(signed_in_client: SignedIn) -> None:
    world = make_world()
    new = NewEntry(world.municipality.id, ListKind.URGENCY, Entry("soon", "Snel", amount=7))
    set_entry(new, actor=world.actor("beheer"), now=NOW)
    client = signed_in_client(world, "beheer")
    answer = client.post("/beheer/intake/urgenties/soon/", {"number": "0", "name": "Snel", "amount": "8"})
    assert answer.status_code == 409
    assert "Iemand anders wijzigde dit net" in answer.content.decode()


def test_the_page_asks_the_database_as_much_for_many_as_for_few(
    signed_in_client: SignedIn, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    world = make_world()
    client = signed_in_client(world, "beheer")
    for name in ("Een", "Twee", "Drie", "Vier"):
        new = NewEntry(world.municipality.id, ListKind.REASON, Entry("", name, ("advice",)))
        set_entry(new, actor=world.actor("beheer"), now=NOW)
    client.get("/beheer/intake/")
    for number in range(4):
        make_point(world, name=f"Meldpunt {number}")
    with django_assert_num_queries(9):
        client.get("/beheer/intake/")


def test_signalen_leads_to_the_settings_for_who_may_read_them(signed_in_client: SignedIn) -> None:
    world = make_world()
    link = '<a href="/beheer/intake/">Zo is intake ingesteld</a>'
    assert link in signed_in_client(world, "marit").get("/signalen/").content.decode()
    assert link not in signed_in_client(world, "bram").get("/signalen/").content.decode()
