"""The reasons of a concern: asked after the quick form saved it, and on the triage board."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from houvast.directory.models import Member
from houvast.intake.models import Concern, Theme
from tests.browser.checks import Screenshots, check_page
from tests.intake.worlds import make_point
from tests.worlds import World

SignIn = Callable[[Page, Member], None]


def test_the_reason_is_chosen_after_saving_and_stands_on_the_board(
    page: Page, eemsdelta: World, sign_in: SignIn, screenshot: Screenshots
) -> None:
    for name in ("Wonen", "Geld en schulden", "Verward gedrag", "Huiselijk geweld", "Jeugd"):
        Theme.objects.create(municipality=eemsdelta.municipality, code=name.lower().replace(" ", "-"), name=name)
    make_point(eemsdelta)
    sign_in(page, eemsdelta.members["marit"])
    page.goto("/signalen/nieuw/")
    page.get_by_label("Wat is er aan de hand?").fill("De gordijnen blijven dicht.")
    page.get_by_role("button", name="Signaal bewaren").click()
    expect(page.get_by_role("heading", name="Wat is de aanleiding")).to_be_visible()
    check_page(page)
    screenshot(page, "aanleiding-na-bewaren")
    page.get_by_label("Wonen").check()
    page.get_by_role("button", name="Aanleiding bewaren").click()
    expect(page.get_by_role("status")).to_contain_text("De aanleiding is bewaard.")
    page.goto(f"/signalen/{Concern.objects.get().id}/")
    expect(page.locator("dl").get_by_text("Wonen")).to_be_visible()
    page.get_by_text("Aanleiding kiezen").click()
    check_page(page)
    screenshot(page, "aanleiding-op-het-bord")
