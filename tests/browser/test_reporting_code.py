"""The *meldcode* from signs to decision, and the child in the plan, in a real browser."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from houvast.cases.models import Case
from houvast.cases.services.add_resident import NewCaseResident, add_resident
from houvast.directory.models import Member
from tests.browser.checks import Screenshots, check_page
from tests.lives import open_with
from tests.worlds import NOW, World, make_resident

SignIn = Callable[[Page, Member], None]


def test_a_reporting_code_is_begun_and_decided_and_the_plan_asks_after_the_child(
    page: Page, eemsdelta: World, sign_in: SignIn, screenshot: Screenshots
) -> None:
    case_id = open_with(eemsdelta)
    child = NewCaseResident(make_resident(eemsdelta, first_names="Mila").id, is_child=True)
    add_resident(actor=eemsdelta.actor("sanne"), now=NOW, case_id=case_id, new=child)
    code = Case.objects.get(pk=case_id).code
    sign_in(page, eemsdelta.members["sanne"])
    page.goto(f"/casussen/{code}/")
    page.get_by_text("Meer doen").click()
    page.get_by_role("link", name="Meldcode", exact=True).click()
    page.get_by_role("link", name="Meldcode beginnen").click()
    page.get_by_label("Om wie gaat het?").select_option(label="Mila Dijkhuis")
    page.get_by_label("Welke signalen zijn er?").fill("Zij schrikt van elk geluid.")
    check_page(page)
    page.get_by_role("button", name="Meldcode beginnen").click()
    page.get_by_role("link", name="Stap vastleggen").click()
    page.get_by_label("Welke stap?").select_option(label="5. besluit")
    page.get_by_label("Op welke dag?").fill("2026-11-20")
    page.get_by_label("Wat deed u, met wie").fill("Zij was vannacht niet veilig.")
    page.get_by_label("Wat is het besluit?").select_option(label="gemeld bij Veilig Thuis")
    page.get_by_label("Gemeld bij Veilig Thuis op").fill("2026-11-20")
    page.get_by_role("button", name="Stap vastleggen").click()
    expect(page.get_by_role("link", name="Welke stap: Deze stappen staan nog niet vast")).to_be_visible()
    check_page(page)
    screenshot(page, "meldcode-stap")
    page.get_by_label("Er was acuut gevaar").check()
    page.get_by_role("button", name="Stap vastleggen").click()
    expect(page.get_by_text("Besloten")).to_be_visible()
    check_page(page)
    screenshot(page, "meldcode")
    page.goto(f"/casussen/{code}/plan/bijwerken/")
    expect(page.get_by_label("Wat betekent dit plan voor Mila")).to_be_visible()
