"""Breaking the glass: opening a case at night, and saying afterwards whether that was right."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from houvast.cases.models import Case
from houvast.directory.models import Member
from tests.browser.checks import Screenshots, check_page
from tests.lives import open_with
from tests.worlds import World


def test_a_case_is_opened_at_night_and_another_says_whether_that_was_right(
    page: Page, eemsdelta: World, sign_in: Callable[[Page, Member], None], screenshot: Screenshots
) -> None:
    code = Case.objects.get(pk=open_with(eemsdelta)).code
    sign_in(page, eemsdelta.members["nadia"])
    page.goto(f"/casussen/{code}/")
    page.get_by_text("Meer doen").click()
    page.get_by_role("link", name="Noodtoegang nemen").click()
    check_page(page)
    screenshot(page, "noodtoegang-nemen")
    page.get_by_label("Waarom moet het nu?").fill("Er staat nu iemand op straat.")
    page.get_by_label("Wie probeerde u te bereiken?").fill("Beide regisseurs gebeld, geen gehoor.")
    page.get_by_role("button", name="Noodtoegang nemen").click()
    expect(page.get_by_text("U ziet deze casus tot")).to_be_visible()
    page.context.clear_cookies()
    sign_in(page, eemsdelta.members["sanne"])
    page.goto("/")
    expect(page.get_by_role("heading", name="Noodtoegang")).to_be_visible()
    page.get_by_role("link", name="Zeggen of het terecht was").first.click()
    check_page(page)
    screenshot(page, "noodtoegang-terecht")
    page.get_by_label("Nee").check()
    page.get_by_label("Waarom vindt u dat?").fill("Ik was gewoon te bereiken.")
    page.get_by_role("button", name="Vastleggen").click()
    expect(page.get_by_text("Ik was gewoon te bereiken.")).to_be_visible()
    page.context.clear_cookies()
    sign_in(page, eemsdelta.members["privacy"])
    page.goto("/noodtoegang/")
    expect(page.get_by_text("Niet terecht, volgens")).to_be_visible()
    check_page(page)
    screenshot(page, "noodtoegang-overzicht")
