"""What an administrator sets, in a browser: the way in, teams, mandates and duos."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import FilePayload, Page, expect

from houvast.directory.models import Member
from tests.browser.checks import Screenshots, check_page
from tests.worlds import World

SignIn = Callable[[Page, Member], None]


@pytest.fixture
def administrator(eemsdelta: World, sign_in: SignIn) -> Callable[[Page], Page]:
    """Give what signs the administrator in on a page, at the overview."""

    def begun(page: Page) -> Page:
        sign_in(page, eemsdelta.members["beheer"])
        page.goto("/beheer/")
        return page

    return begun


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name).click()


def follow(page: Page, name: str) -> None:
    page.get_by_role("main").get_by_role("link", name=name).click()


def arrange(page: Page) -> None:
    """Put somebody in a new team, give a mandate, and form a duo and end it."""
    follow(page, "Teams")
    follow(page, "Team opnemen")
    page.get_by_label("Naam").fill("Wijkteam Noord")
    page.get_by_label("Domein").select_option("wmo")
    press(page, "Team opnemen")
    follow(page, "Medewerker in dit team plaatsen")
    page.get_by_label("Medewerker").select_option(label="Dirk uit Eemsdelta")
    press(page, "Medewerker plaatsen")
    expect(page.get_by_role("main")).to_contain_text("directeur sociaal domein")
    page.goto("/beheer/mandaten/nieuw")
    page.get_by_label("Wie krijgt het mandaat?").select_option(label="Dirk uit Eemsdelta")
    page.get_by_label("Namens welke functie?").select_option(label="burgemeester")
    page.get_by_label("In welk besluit staat het?").fill("Mandaatbesluit 2026, artikel 4")
    press(page, "Mandaat geven")
    expect(page.get_by_role("main")).to_contain_text("namens burgemeester, Mandaatbesluit 2026, artikel 4")
    page.goto("/beheer/duos/nieuw")
    page.get_by_label("De een").select_option(label="Marit uit Eemsdelta")
    page.get_by_label("De ander").select_option(label="Nadia uit Eemsdelta")
    press(page, "Duo vormen")


def test_an_administrator_arranges_who_works_with_whom(
    page: Page, administrator: Callable[[Page], Page], screenshot: Screenshots
) -> None:
    arrange(administrator(page))
    lists = ("/beheer/", "/beheer/teams/", "/beheer/mandaten/", "/beheer/duos/")
    forms = ("/beheer/teams/nieuw", "/beheer/mandaten/nieuw", "/beheer/duos/nieuw")
    for address in (*lists, *forms):
        page.goto(address)
        check_page(page)
        screenshot(page, address.strip("/").replace("/", "-"))
    page.goto("/beheer/teams/")
    follow(page, "Wijkteam Noord")
    check_page(page)
    screenshot(page, "beheer-team")


def test_it_works_without_javascript(plain_page: Page, administrator: Callable[[Page], Page]) -> None:
    arrange(administrator(plain_page))
    follow(plain_page, "Duo van Marit uit Eemsdelta en Nadia uit Eemsdelta beëindigen")
    press(plain_page, "Duo beëindigen")
    expect(plain_page.get_by_role("main")).to_contain_text("Hier komen de duo's")


def test_a_code_is_handed_over_and_shown_once(
    page: Page, administrator: Callable[[Page], Page], eemsdelta: World, screenshot: Screenshots
) -> None:
    administrator(page)
    dirk = f"/beheer/mensen/{eemsdelta.id('dirk')}/"
    page.goto(f"{dirk}account")
    page.get_by_label("Gebruikersnaam").fill("dirk")
    press(page, "Account openen")
    check_page(page)
    press(page, "Activatiecode maken")
    expect(page.locator("#activatiecode")).to_have_text(re.compile("^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$"))
    check_page(page)
    screenshot(page, "beheer-activatiecode")
    page.goto(dirk)
    expect(page.get_by_role("main")).to_contain_text("Er is nog geen wachtwoord.")
    screenshot(page, "beheer-medewerker-nieuw")


def test_a_model_is_seen_before_it_is_adopted(
    page: Page, administrator: Callable[[Page], Page], screenshot: Screenshots
) -> None:
    administrator(page)
    follow(page, "AVE-model")
    follow(page, "Ander model bekijken")
    check_page(page)
    screenshot(page, "beheer-model-kiezen")
    page.get_by_label("Of een model dat bij Houvast zit").select_option("opsterland")
    press(page, "Model bekijken")
    check_page(page)
    screenshot(page, "beheer-model-bekijken")
    press(page, "Model vaststellen")
    expect(page.get_by_role("status")).to_contain_text("Het geldt voor nieuwe casussen.")
    check_page(page)
    screenshot(page, "beheer-model")
    page.goto("/beheer/model/nieuw")
    wrong = FilePayload(name="eigen.toml", mimeType="text/plain", buffer=b"code = 1")
    page.get_by_label("Eigen modelbestand").set_input_files(wrong)
    press(page, "Model bekijken")
    check_page(page)
    screenshot(page, "beheer-model-fout")
