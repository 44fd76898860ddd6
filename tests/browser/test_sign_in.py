"""Signing in as people do it: in a real browser, with and without JavaScript."""

import re
from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from houvast.directory.models import Account
from houvast.directory.services.make_activation import make_activation
from houvast.directory.services.open_account import open_account
from houvast.directory.totp import code_of, step_at
from houvast.kernel.actor import system
from houvast.web.clock import read_clock
from tests.browser.checks import Screenshots, check_page
from tests.worlds import World

PASSWORD = "een lange zin over fietsen"
START = re.compile(r"/$")


@pytest.fixture
def practised(eemsdelta: World) -> World:
    """Give everybody in the municipality a practice account."""
    for who, member in eemsdelta.members.items():
        open_account(member.id, who, practice=True, actor=system("test"), now=read_clock())
    return eemsdelta


def fill_in(page: Page, name: str, password: str) -> None:
    page.get_by_label("Gebruikersnaam").fill(name)
    page.get_by_label("Wachtwoord").fill(password)
    page.get_by_role("button", name="Verder naar de code").click()


def play(page: Page) -> None:
    """Choose a practice account, and fill in what the pages show."""
    page.goto("/account/wachtwoord")
    page.get_by_role("link", name="Marit uit Eemsdelta").click()
    expect(page.get_by_label("Gebruikersnaam")).to_have_value("marit")
    fill_in(page, "marit", "oefenen-met-ave")
    page.get_by_label("Code van zes cijfers").fill(page.locator("#oefencode").inner_text())
    page.get_by_role("button", name="Inloggen").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Wachtwoord wijzigen")


def test_a_practice_account_signs_in_and_out(page: Page, practised: World) -> None:
    play(page)
    page.get_by_role("button", name="Afmelden").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Inloggen")


def test_it_works_without_javascript(plain_page: Page, practised: World) -> None:
    play(plain_page)


def test_the_pages_before_signing_in_read_well(page: Page, practised: World, screenshot: Screenshots) -> None:
    page.goto("/inloggen")
    check_page(page)
    screenshot(page, "inloggen")
    fill_in(page, "marit", "fout wachtwoord")
    expect(page.get_by_role("alert")).to_contain_text("horen niet bij elkaar")
    check_page(page)
    screenshot(page, "inloggen-fout")
    fill_in(page, "marit", "oefenen-met-ave")
    check_page(page)
    screenshot(page, "inloggen-code")


def test_password_and_code_app_are_set_up_from_the_page(page: Page, eemsdelta: World, screenshot: Screenshots) -> None:
    account = open_account(eemsdelta.id("sanne"), "sanne", actor=system("test"), now=read_clock())
    code = make_activation(account, actor=eemsdelta.actor("beheer"), now=read_clock()).code
    page.goto("/inloggen")
    page.get_by_role("link", name="Stel uw wachtwoord in").click()
    page.get_by_label("Gebruikersnaam").fill("sanne")
    page.get_by_label("Activatiecode").fill(code.lower())
    page.get_by_label("Nieuw wachtwoord", exact=True).fill("kort")
    page.get_by_label("Nieuw wachtwoord, nog een keer").fill("kort")
    check_page(page)
    screenshot(page, "wachtwoord-instellen")
    page.get_by_role("button", name="Wachtwoord instellen").click()
    expect(page.get_by_role("alert")).to_contain_text("12")
    page.get_by_label("Nieuw wachtwoord", exact=True).fill(PASSWORD)
    page.get_by_label("Nieuw wachtwoord, nog een keer").fill(PASSWORD)
    page.get_by_role("button", name="Wachtwoord instellen").click()
    expect(page.get_by_role("img", name="QR-code voor uw code-app")).to_be_visible()
    check_page(page)
    screenshot(page, "code-instellen")
    secret = page.locator("code").inner_text().replace(" ", "")
    page.get_by_label("Code van zes cijfers").fill(code_of(secret, step_at(read_clock())))
    page.get_by_role("button", name="Code-app koppelen en inloggen").click()
    expect(page).to_have_url(START)


def test_what_was_typed_survives_a_time_out(
    page: Page, practised: World, monkeypatch: pytest.MonkeyPatch, screenshot: Screenshots
) -> None:
    play(page)
    page.goto("/account/vervanger")
    page.get_by_label("Wie vervangt?").select_option(label="Bos uit Eemsdelta")
    page.get_by_label("Tot en met").fill("2031-07-31")
    later = read_clock() + timedelta(minutes=31)
    monkeypatch.setattr("houvast.web.middleware.read_clock", lambda: later)
    page.get_by_role("button", name="Vervanger aanwijzen").click()
    expect(page.locator("main")).to_contain_text("Wat u net verstuurde, is bewaard.")
    check_page(page)
    fill_in(page, "marit", "oefenen-met-ave")
    page.get_by_label("Code van zes cijfers").fill(page.locator("#oefencode").inner_text())
    page.get_by_role("button", name="Inloggen").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Wat u verstuurde, is bewaard")
    check_page(page)
    screenshot(page, "bewaard")
    page.get_by_role("button", name="Opnieuw versturen").click()
    expect(page.get_by_role("status")).to_contain_text("De vervanger is aangewezen.")


def test_the_pages_of_an_administrator_read_well(page: Page, practised: World, screenshot: Screenshots) -> None:
    page.goto("/inloggen?volgende=/beheer/mensen/")
    fill_in(page, "beheer", "oefenen-met-ave")
    page.get_by_label("Code van zes cijfers").fill(page.locator("#oefencode").inner_text())
    page.get_by_role("button", name="Inloggen").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Mensen")
    marit = f"/beheer/mensen/{Account.objects.get(username='marit').member_id}/"
    acts = ("functie", "vervanger", "vertrek", "herstel")
    for address in (
        "/beheer/mensen/",
        "/beheer/mensen/nieuw",
        "/beheer/herstel/",
        marit,
        *(marit + act for act in acts),
    ):
        page.goto(address)
        check_page(page)
        screenshot(page, "beheer-" + (address.rstrip("/").rpartition("/")[2] if address != marit else "medewerker"))
