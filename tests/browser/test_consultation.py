"""A meeting in a browser: by keyboard, safe on a beamer, with and without JavaScript."""

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from houvast.consultation.models import Resolution
from houvast.consultation.services.open_meeting import open_meeting
from houvast.consultation.services.plan_meeting import plan_meeting
from houvast.directory.models import Member
from houvast.web.clock import read_clock
from tests.browser.checks import Screenshots, check_page
from tests.consultation.asking import make_tvo
from tests.consultation.worlds import Tabled, make_tabled

SignIn = Callable[[Page, Member], None]


@pytest.fixture
def tabled(live: str) -> Iterator[Tabled]:
    """Give a table whose meeting began a moment ago, with a case and a theme on its agenda."""
    made, now = make_tabled(), read_clock()
    nadia = made.actor("nadia")
    starts_at = now.replace(second=0, microsecond=0)
    meeting_id = plan_meeting(actor=nadia, now=now, table_id=made.table_id, starts_at=starts_at)
    today = Tabled(made.world, made.table_id, meeting_id, made.case_id, made.partner)
    make_tvo(made)
    today.put_case("nadia", now, "Wie belt de kliniek?")
    today.put_theme(now=now)
    open_meeting(actor=nadia, now=now + timedelta(seconds=1), meeting_id=meeting_id)
    yield today


def test_a_meeting_is_run_by_keyboard(page: Page, tabled: Tabled, sign_in: SignIn, screenshot: Screenshots) -> None:
    sign_in(page, tabled.world.members["nadia"])
    page.goto("/overleg/")
    check_page(page)
    screenshot(page, "overleg-lijst")
    _fetch_the_calendar(page, screenshot)
    page.goto(f"/overleg/{tabled.meeting_id}/")
    check_page(page)
    screenshot(page, "overleg-agenda")
    page.get_by_role("link", name="Naar het eerste punt").click()
    expect(page.get_by_role("heading", name="Huishouden Dijkhuis")).to_be_visible()
    page.keyboard.press("t")
    page.keyboard.type("De kliniek belt niet terug.")
    page.get_by_role("button", name="Tekst bewaren").click()
    expect(page.get_by_label("Wat is gezegd, in drie regels")).to_have_value("De kliniek belt niet terug.")
    expect(page.get_by_role("status")).to_contain_text("Opgeschreven.")
    page.keyboard.press("n")
    page.keyboard.type("Belt vandaag met de kliniek")
    page.keyboard.press("Tab")
    page.keyboard.type("sanne")
    page.keyboard.press("Tab")
    page.keyboard.type("over 3 dagen")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Het besluit is vastgelegd.")
    check_page(page)
    screenshot(page, "overleg-scherm")
    _ask_the_other_table(page, screenshot)
    page.keyboard.press("b")
    expect(page.get_by_text("Beamer aan:")).to_be_visible()
    assert "belt niet terug" not in page.content()
    assert "Dijkhuis" not in page.content()
    expect(page.locator(".houvast-nav, [role=search]")).to_have_count(0)
    check_page(page)
    screenshot(page, "overleg-beamer")
    page.keyboard.press("j")
    expect(page.get_by_role("heading", name="Drukte in het weekend")).to_be_visible()
    page.goto(f"/overleg/{tabled.meeting_id}/sluiten")
    page.get_by_role("button", name="Overleg sluiten").click()
    expect(page.get_by_role("heading", name="Notulen", exact=False).first).to_be_visible()
    check_page(page)
    _answer_at_the_other_table(page, tabled, sign_in, screenshot)
    sign_in(page, tabled.world.members["nadia"])
    page.goto(f"/overleg/{tabled.meeting_id}/")
    expect(page.get_by_role("main")).to_contain_text("De wijkagent gaat langs.")
    screenshot(page, "overleg-notulen-antwoord")


def _fetch_the_calendar(page: Page, screenshot: Screenshots) -> None:
    page.get_by_role("link", name="In uw eigen kalender").click()
    check_page(page)
    page.get_by_role("button", name="Adres maken").click()
    check_page(page)
    screenshot(page, "overleg-kalenderadres")
    address = page.locator("#kalenderadres").inner_text()
    assert "SUMMARY:MDO" in page.request.get(address).text()


def _ask_the_other_table(page: Page, screenshot: Screenshots) -> None:
    page.get_by_role("link", name="Een andere tafel vragen").click()
    check_page(page)
    screenshot(page, "overleg-andere-tafel")
    page.get_by_label("Aan welke tafel?").select_option(label="TVO, Eemsdelta")
    page.get_by_label("Wat vraagt u die tafel?").fill("Kent de politie dit adres?")
    page.get_by_role("button", name="Vraag voorleggen").click()
    expect(page.get_by_role("main")).to_contain_text("MDO vraagt TVO: Kent de politie dit adres?")


def _answer_at_the_other_table(page: Page, tabled: Tabled, sign_in: SignIn, screenshot: Screenshots) -> None:
    """Let the chair of the TVO put the question on an agenda from Mijn werk, and answer it."""
    page.context.clear_cookies()
    sign_in(page, tabled.world.members["dirk"])
    page.goto("/")
    page.get_by_role("link", name="Op een agenda zetten").first.click()
    check_page(page)
    screenshot(page, "overleg-vraag-op-agenda")
    page.get_by_label("Op de agenda van welk overleg?").select_option(index=1)
    page.get_by_role("button", name="Op de agenda zetten").click()
    screenshot(page, "overleg-vraag-punt")
    page.get_by_role("link", name="Antwoord geven").click()
    check_page(page)
    page.get_by_label("Dit is ons antwoord").check()
    page.get_by_label("Antwoord, of waarom niet").fill("De wijkagent gaat langs.")
    screenshot(page, "overleg-vraag-antwoord")
    page.get_by_role("button", name="Antwoord geven").click()
    # Who leaves before the answer has come back breaks it off.
    expect(page.get_by_role("main")).to_contain_text("De wijkagent gaat langs.")
    page.context.clear_cookies()


def test_a_meeting_is_held_without_javascript(
    plain_page: Page, tabled: Tabled, sign_in: SignIn, screenshot: Screenshots
) -> None:
    page = plain_page
    sign_in(page, tabled.world.members["nadia"])
    page.goto(f"/overleg/{tabled.meeting_id}/")
    page.get_by_role("link", name="Naar het eerste punt").click()
    page.get_by_label("Wat", exact=True).fill("Belt de kliniek")
    page.get_by_label("Wie", exact=True).fill("niemand van hier")
    page.get_by_label("Wanneer").fill("ooit")
    page.get_by_role("button", name="Besluit vastleggen").click()
    expect(page.get_by_label("Wat", exact=True)).to_have_value("Belt de kliniek")
    screenshot(page, "overleg-scherm-fout")
    page.get_by_label("Wie", exact=True).fill("Yara")
    page.get_by_label("Wanneer").fill("morgen")
    page.get_by_role("button", name="Besluit vastleggen").click()
    page.get_by_role("link", name="Inwoner of naaste bij dit punt").click()
    page.get_by_label("inwoner", exact=True).check()
    page.get_by_label("niet gevraagd", exact=True).check()
    page.get_by_label("Waarom niet?").fill("Hij is in de kliniek.")
    screenshot(page, "overleg-gast")
    page.get_by_role("button", name="Vastleggen").click()
    page.get_by_label("Yara Mensah").check()
    page.get_by_role("button", name="Aanwezigheid vastleggen").click()
    assert Resolution.objects.get().member_id == tabled.partner.id
    page.goto(f"/overleg/{tabled.meeting_id}/sluiten")
    page.get_by_role("button", name="Overleg sluiten").click()
    page.get_by_role("link", name="Correctie toevoegen").first.click()
    page.get_by_label("Wat moet er staan?").fill("Het was dinsdag.")
    page.get_by_role("button", name="Correctie toevoegen").click()
    expect(page.get_by_text("Het was dinsdag.")).to_be_visible()
    expect(page.get_by_role("main")).to_contain_text("Yara Mensah")
    expect(page.get_by_role("main")).to_contain_text("Inwoner: niet gevraagd. Hij is in de kliniek.")
    screenshot(page, "overleg-notulen")


def test_tables_are_managed(page: Page, tabled: Tabled, sign_in: SignIn, screenshot: Screenshots) -> None:
    sign_in(page, tabled.world.members["beheer"])
    page.goto("/beheer/tafels/nieuw")
    check_page(page)
    screenshot(page, "beheer-tafel-nieuw")
    page.get_by_label("Naam", exact=True).fill("OGGZ")
    page.get_by_label("Voorzitter").select_option(label="Marit uit Eemsdelta, Gemeente Eemsdelta")
    page.get_by_label("Waarom mag deze tafel").fill("Convenant (verzonnen)")
    page.get_by_role("button", name="Tafel instellen").click()
    page.get_by_role("main").get_by_role("link", name="Aan tafel zetten").click()
    page.get_by_label("Medewerker").select_option(label="Bram uit Eemsdelta, Gemeente Eemsdelta")
    page.get_by_role("button", name="Aan tafel zetten").click()
    expect(page.get_by_role("main")).to_contain_text("Bram uit Eemsdelta")
    check_page(page)
    screenshot(page, "beheer-tafel")
    page.goto("/beheer/tafels/")
    check_page(page)
    screenshot(page, "beheer-tafels")
