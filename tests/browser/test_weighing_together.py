"""A joint down-scaling from 3 to 2 in which FACT disagrees, played by the people who do it."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from houvast.cases.models import Case
from houvast.directory.models import Member
from tests.browser.checks import Screenshots, check_page
from tests.cases.services.test_weighing_together import Weighing
from tests.worlds import World

SignIn = Callable[[Page, Member], None]
WHY = "Te vroeg: er is nog geen achterwacht."


def judge(page: Page, answer: str, why: str, screenshot: Screenshots) -> None:
    """Judge from Mijn werk; first with nothing filled in."""
    page.goto("/")
    page.get_by_role("link", name="Oordeel geven").click()
    page.get_by_role("button", name="Oordeel geven").click()
    expect(page.get_by_text("Kies of u het eens bent met het voorstel.").first).to_be_visible()
    check_page(page)
    screenshot(page, "oordeel-geven")
    page.get_by_label(answer).check()
    page.get_by_label("Welk risico ziet u?").fill("Terugval binnen een maand.")
    page.get_by_label("Wat moet blijven?").fill("Elke week langs.")
    page.get_by_label("Waarom bent u het eens of niet eens?").fill(why)
    page.get_by_role("button", name="Oordeel geven").click()
    expect(page.get_by_text("Het oordeel staat vast.")).to_be_visible()


def test_fact_does_not_agree_and_that_stays(
    page: Page, eemsdelta: World, sign_in: SignIn, screenshot: Screenshots
) -> None:
    weighing = Weighing(eemsdelta)
    code = Case.objects.get(pk=weighing.case).code
    sign_in(page, eemsdelta.members["sanne"])
    page.goto(f"/voorstellen/{weighing.proposal}/")
    expect(page.get_by_text("1 oordeel is er nog niet.")).to_be_visible()
    page.get_by_role("link", name="Nog iemand om een oordeel vragen").click()
    check_page(page)
    screenshot(page, "oordeel-vragen")
    page.get_by_label("Wie vraagt u om een oordeel?").select_option(f"m:{weighing.yara.id}")
    page.get_by_role("button", name="Om een oordeel vragen").click()
    expect(page.get_by_text("2 oordelen zijn er nog niet.")).to_be_visible()

    yes, no = "Ja, ik ben het eens", "Nee, ik ben het niet eens"
    sign_in(page, weighing.yara)
    judge(page, no, WHY, screenshot)
    sign_in(page, eemsdelta.members["bos"])
    judge(page, yes, "De doelen zijn gehaald.", screenshot)

    sign_in(page, eemsdelta.members["marit"])
    page.goto(f"/voorstellen/{weighing.proposal}/")
    expect(page.get_by_text(WHY)).to_be_visible()
    check_page(page)
    screenshot(page, "samen-wegen")
    page.get_by_role("button", name="Afschalen naar AVE 2").click()
    expect(page.get_by_text("De casus is nu in AVE 2").first).to_be_visible()

    sign_in(page, eemsdelta.members["sanne"])
    page.goto(f"/casussen/{code}/")
    check_page(page)
    screenshot(page, "casus-niet-eens")
    expect(page.get_by_text("FACT Noord was het niet eens").nth(1)).to_be_visible()
    page.get_by_role("link", name="FACT Noord was het niet eens met afschalen naar AVE 2").click()
    expect(page.get_by_text(WHY)).to_be_visible()

    sign_in(page, weighing.yara)
    page.goto(f"/casussen/{code}/")
    expect(page.get_by_text("Terugval binnen een maand.")).to_have_count(0)
    expect(page.get_by_text(code)).to_have_count(0)
