"""The archivist records that somebody asks what is held about them, and the privacy officer answers, in a browser."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from houvast.directory.models import Member
from tests.accountability.asking import archivist
from tests.browser.checks import Screenshots, check_page
from tests.lives import open_with
from tests.worlds import World, make_resident

SignIn = Callable[[Page, Member], None]


def test_somebody_gets_what_is_held_about_them(
    page: Page, eemsdelta: World, sign_in: SignIn, screenshot: Screenshots
) -> None:
    resident = make_resident(eemsdelta)
    type(resident).objects.filter(pk=resident.id).update(birth_month=5, birth_day=9)
    open_with(eemsdelta, resident.id)
    archivist(eemsdelta)
    sign_in(page, eemsdelta.members["dirk"])
    page.goto("/verzoeken/")
    page.get_by_role("link", name="Verzoek vastleggen").click()
    page.get_by_label("Inzage").check()
    page.get_by_label("Achternaam").fill("Dijkhuis")
    page.get_by_label("Geboortedatum").fill("1992-05-09")
    page.get_by_label("De inwoner zelf").check()
    page.get_by_label("Op welke dag").fill("2026-11-23")
    check_page(page)
    page.get_by_role("button", name="Verzoek vastleggen").click()
    page.get_by_label("Privacy uit Eemsdelta").check()
    check_page(page)
    screenshot(page, "behandelaar")
    page.get_by_role("button", name="Behandelaar vastleggen").click()
    expect(page.get_by_text("Vastgelegd wie dit verzoek behandelt.")).to_be_visible()
    page.context.clear_cookies()
    sign_in(page, eemsdelta.members["privacy"])
    page.goto("/")
    page.get_by_role("link", name="Verzoek openen").first.click()
    page.get_by_role("link", name="Controle vastleggen").click()
    page.get_by_label("Paspoort").check()
    page.get_by_role("button", name="Controle vastleggen").click()
    page.get_by_role("link", name="Gegevens verzamelen").click()
    page.get_by_role("button", name="Gegevens verzamelen").click()
    expect(page.get_by_role("heading", name="Uw dossier")).to_be_visible()
    check_page(page)
    screenshot(page, "verzoek")
    for choice in page.get_by_label("Geven", exact=True).all():
        choice.check()
    page.get_by_role("button", name="Keuzes vastleggen").click()
    page.get_by_role("link", name="Antwoord vastleggen").click()
    page.get_by_label("Doen wat is gevraagd").check()
    page.get_by_role("button", name="Antwoord vastleggen").click()
    expect(page.get_by_role("link", name="Antwoord als PDF")).to_be_visible()
    page.goto("/verzoeken/")
    check_page(page)
    screenshot(page, "verzoeken")
