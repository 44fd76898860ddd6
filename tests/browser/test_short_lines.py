"""A team keeps whom to call, and the line stays when its contact leaves."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from houvast.directory.models import Member
from houvast.directory.services.end_member import end_member
from houvast.kernel.actor import system
from houvast.web.clock import read_clock
from tests.browser.checks import Screenshots, check_page
from tests.short_lines.worlds import Lined, make_lined

SignIn = Callable[[Page, Member], None]


@pytest.fixture
def lined(live: str) -> Lined:
    """Give a team with a line, served in a browser."""
    return make_lined()


def begin(page: Page, screenshot: Screenshots) -> None:
    """Begin a line to somebody without an account, after leaving out what must be there."""
    page.goto("/")
    page.get_by_role("link", name="Korte lijnen").first.click()
    check_page(page)
    page.get_by_role("link", name="Lijn vastleggen").click()
    page.get_by_label("Met wie is deze lijn?").fill("Wijkagent")
    page.get_by_label("Iemand zonder account", exact=True).check()
    page.get_by_role("button", name="Lijn vastleggen").click()
    expect(page.get_by_text("Vul een telefoonnummer of een e-mailadres in.").first).to_be_visible()
    check_page(page)
    page.get_by_label("Of vul de naam in").fill("Jan Prins (verzonnen)")
    page.get_by_label("Telefoonnummer").fill("0596 00 00 12")
    page.get_by_role("button", name="Lijn vastleggen").click()
    expect(page.get_by_text("De lijn is vastgelegd.")).to_be_visible()
    expect(page.get_by_role("link", name="Bel Jan Prins")).to_have_attribute("href", "tel:0596000012")
    page.get_by_role("link", name="Nakijken").click()
    check_page(page)
    page.get_by_role("button", name="Lijn klopt nog").click()
    screenshot(page, "korte-lijn")
    check_page(page)


def ask_and_answer(page: Page, lined: Lined, sign_in: SignIn, screenshot: Screenshots) -> None:
    """Ask somebody at FACT something that is about nobody, who answers from Mijn werk."""
    page.goto(f"/korte-lijnen/{lined.line_id}/vraag")
    page.get_by_label("Uw vraag").fill("Kennen jullie 123456782?")
    page.get_by_role("button", name="Vraag stellen").click()
    expect(page.get_by_text("lijkt op een burgerservicenummer").first).to_be_visible()
    screenshot(page, "korte-lijn-vraag")
    check_page(page)
    page.get_by_label("Uw vraag").fill("Hoe leggen jullie het eerste contact?")
    page.get_by_role("button", name="Vraag stellen").click()
    expect(page.get_by_text("De vraag is gesteld.")).to_be_visible()
    sign_in(page, lined.yara)
    page.goto("/")
    page.get_by_role("link", name="Vraag lezen").click()
    check_page(page)
    page.get_by_role("link", name="Antwoord geven").click()
    check_page(page)
    page.get_by_label("Uw antwoord").fill("Samen op de koffie.")
    page.get_by_role("button", name="Antwoord geven").click()
    expect(page.get_by_text("Samen op de koffie.")).to_be_visible()
    screenshot(page, "korte-lijn-antwoord")


def find_somebody(page: Page, screenshot: Screenshots) -> None:
    """Read on Mijn werk that a line has no contact, and say who it is now."""
    page.goto("/korte-lijnen/")
    screenshot(page, "korte-lijnen")
    check_page(page)
    page.goto("/")
    page.get_by_role("link", name="Contact vastleggen").click()
    page.get_by_label("Nog niemand").check()
    page.get_by_role("button", name="Contact vastleggen").click()
    expect(page.get_by_role("cell", name="sinds").first).to_be_visible()
    expect(page.get_by_role("rowheader", name="Yara Mensah (verzonnen)")).to_be_visible()


def test_a_line_is_begun_looked_at_and_stays_when_its_contact_leaves(
    lined: Lined, page: Page, sign_in: SignIn, screenshot: Screenshots
) -> None:
    sign_in(page, lined.world.members["sanne"])
    begin(page, screenshot)
    ask_and_answer(page, lined, sign_in, screenshot)
    end_member(lined.yara.id, actor=system("practice"), now=read_clock())
    sign_in(page, lined.world.members["bos"])
    find_somebody(page, screenshot)
    sign_in(page, lined.world.members["beheer"])
    page.goto("/beheer/korte-lijnen/")
    check_page(page)
    expect(page.get_by_text("180 dagen")).to_be_visible()
