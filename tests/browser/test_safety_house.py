"""A case goes to a Zorg- en Veiligheidshuis and comes back, played by the people who do it."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from houvast.cases.models import Case
from houvast.directory.models import Member
from houvast.safety_house.models import HouseFile
from tests.browser.checks import Screenshots, check_page
from tests.safety_house.worlds import TODAY, Referable, make_referable

SignIn = Callable[[Page, Member], None]
EXPECTS, SITUATION, NOTE = "Eén tafel met de officier.", "Drie branden in een maand.", "De officier wacht tot januari."


@pytest.fixture
def referable(live: str) -> Referable:
    """Give a case that can be referred, served in a browser."""
    return make_referable()


def refer(page: Page, code: str, screenshot: Screenshots) -> None:
    """Refer the case from its own page."""
    page.goto(f"/casussen/{code}/")
    page.get_by_text("Meer doen").click()
    page.get_by_role("link", name="Aanmelden bij het Zorg- en Veiligheidshuis").click()
    check_page(page)
    page.get_by_role("link", name="Casus aanmelden").click()
    page.get_by_role("button", name="Casus aanmelden").click()
    check_page(page)
    screenshot(page, "zvh-aanmelden")
    page.get_by_label("Wat verwacht u van het Zorg- en Veiligheidshuis?").fill(EXPECTS)
    page.get_by_label("Meer ketens zijn nodig").check()
    page.get_by_label("Waarom kloppen die").fill("Zorg en straf lopen langs elkaar.")
    page.get_by_label("Wat er aan de hand is").fill(SITUATION)
    page.get_by_label("Wanneer hoorde de inwoner dit?").fill("2026-11-23")
    page.get_by_label("Wat vertelde u, of waarom nog niet?").fill("Thuis verteld.")
    page.get_by_role("button", name="Casus aanmelden").click()
    expect(page.get_by_text("De casus is aangemeld bij")).to_be_visible()
    screenshot(page, "zvh-aanmeldingen")


def answer(page: Page, screenshot: Screenshots) -> None:
    """Accept it from Mijn werk, with what the house will and will not do."""
    page.goto("/")
    page.get_by_role("link", name="1 aanmelding wacht op antwoord").click()
    check_page(page)
    screenshot(page, "zvh-dossiers")
    page.get_by_role("link", name="Ruben Dijkhuis").click()
    expect(page.get_by_text(SITUATION)).to_be_visible()
    page.get_by_role("link", name="Antwoord geven").click()
    check_page(page)
    screenshot(page, "zvh-antwoord")
    page.get_by_label("Aangenomen", exact=True).check()
    page.get_by_label("Wat gaat het Zorg- en Veiligheidshuis doen?").fill("Elke week één overleg.")
    page.get_by_label("En wat gaat het niet doen?").fill("De casusregie nemen wij niet over.")
    page.get_by_role("button", name="Antwoord geven").click()
    expect(page.get_by_text("De gemeente heeft uw antwoord.")).to_be_visible()


def work_in_the_file(page: Page, yara: str, screenshot: Screenshots) -> None:
    """Let somebody in, write a note, and send the case back."""
    page.get_by_role("link", name="Deelnemer toelaten").click()
    page.get_by_label("Wie doet er mee?").select_option(yara)
    page.get_by_role("button", name="Deelnemer toelaten").click()
    page.get_by_role("link", name="Notitie schrijven").click()
    page.get_by_label("Notitie").fill(NOTE)
    page.get_by_role("button", name="Notitie vastleggen").click()
    check_page(page)
    screenshot(page, "zvh-dossier")
    page.get_by_role("link", name="Terug naar de gemeente").click()
    page.get_by_label("Wat is er gedaan?").fill("Er is één plan.")
    page.get_by_label("Wat verwacht het Zorg- en Veiligheidshuis nu").fill("Houd de wekelijkse afspraak.")
    page.get_by_label("Waarom gaat de casus terug?").fill("Het is rustig.")
    page.get_by_label("Wanneer hoorde de inwoner dit?").fill(TODAY.isoformat())
    page.get_by_label("Wat vertelde u, of waarom nog niet?").fill("Samen besproken.")
    page.get_by_role("button", name="Casus teruggeven").click()
    expect(page.get_by_text("De casus is terug bij de gemeente.")).to_be_visible()


def test_a_case_goes_to_the_safety_house_and_comes_back(
    page: Page, referable: Referable, sign_in: SignIn, screenshot: Screenshots
) -> None:
    code = Case.objects.get(pk=referable.case_id).code
    sign_in(page, referable.world.members["marit"])
    refer(page, code, screenshot)
    sign_in(page, referable.others["mirjam"])
    answer(page, screenshot)
    work_in_the_file(page, str(referable.id("yara")), screenshot)
    page.goto(f"/casussen/{code}/")
    expect(page.get_by_text(code)).to_have_count(0)

    sign_in(page, referable.world.members["sanne"])
    page.goto("/")
    expect(page.get_by_text("1e keer. Kijk terug op wat u van elkaar verwachtte.")).to_be_visible()
    screenshot(page, "zvh-mijn-werk")
    page.get_by_role("link", name="Terugkijken").click()
    page.get_by_label("Wat kwam er van wat u verwachtte?").fill("De tafel kwam er.")
    page.get_by_label("Wat kwam er van wat het").fill("Om de week, niet elke week.")
    page.get_by_label("Wat doet u een volgende keer anders?").fill("Eerder bellen.")
    screenshot(page, "zvh-terugkijken")
    page.get_by_role("button", name="Terugblik vastleggen").click()
    expect(page.get_by_text("Om de week, niet elke week.")).to_be_visible()
    expect(page.get_by_text(NOTE)).to_have_count(0)
    check_page(page)
    screenshot(page, "zvh-terug")
    page.goto(f"/casussen/{code}/")
    expect(page.get_by_text("1 keer terug van het Zorg- en Veiligheidshuis")).to_be_visible()
    screenshot(page, "zvh-casus")
    page.goto(f"/zvh/{HouseFile.objects.get().id}/")
    expect(page.get_by_text(EXPECTS)).to_have_count(0)
