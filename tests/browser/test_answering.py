"""A case director makes a link, and a partner without an account answers by it, in a real browser."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from houvast.cases.services.add_organisation import NewCaseOrganisation, add_organisation
from houvast.directory.models import Member, Organisation
from houvast.plans.rules.tasks import Owner
from houvast.plans.services.add_task import NewTask, add_task
from houvast.web.clock import read_clock
from tests.browser.checks import Screenshots, check_page
from tests.browser.days import today
from tests.lives import open_with
from tests.worlds import World

SignIn = Callable[[Page, Member], None]


def make_task(world: World) -> str:
    """Agree on a task with an organisation without an account; gives its address."""
    case_id, now, sanne = open_with(world), read_clock(), world.actor("sanne")
    debts = Organisation.objects.create(kind="other", name="Schuldhulp De Balans", region="Groningen")
    contact = NewCaseOrganisation(debts.id, "Tom Reitsma", "schuldhulpverlener", "06 00 00 04 30")
    add_organisation(actor=sanne, now=now, case_id=case_id, new=contact)
    new = NewTask("Samen de post openen, elke donderdag", Owner(organisation_id=debts.id), today())
    return f"/taken/{add_task(actor=sanne, now=now, case_id=case_id, new=new)}/"


def make_link(page: Page, address: str, screenshot: Screenshots) -> str:
    page.goto(address)
    page.get_by_role("link", name="Link voor de partner maken").click()
    check_page(page)
    screenshot(page, "link-maken")
    page.get_by_label("Tom Reitsma").check()
    page.get_by_role("button", name="Link maken").click()
    check_page(page)
    screenshot(page, "link-gemaakt")
    return page.locator("#link").inner_text()


def test_a_partner_answers_a_task_by_a_link_and_a_code(
    page: Page, eemsdelta: World, sign_in: SignIn, screenshot: Screenshots
) -> None:
    address = make_task(eemsdelta)
    sign_in(page, eemsdelta.members["sanne"])
    link = make_link(page, address, screenshot)
    page.goto(address)
    check_page(page)
    screenshot(page, "taak-met-link")
    page.get_by_role("link", name="Link intrekken").click()
    check_page(page)
    page.context.clear_cookies()
    page.goto(link)
    expect(page).to_have_url(re.compile("/antwoord/$"))
    check_page(page)
    screenshot(page, "antwoord-begin")
    page.get_by_role("button", name="Code sturen").click()
    page.get_by_label("Code van zes cijfers").fill("geen code")
    page.get_by_role("button", name="Vraag lezen").click()
    check_page(page)
    screenshot(page, "antwoord-code")
    page.get_by_label("Code van zes cijfers").fill(page.locator("#oefencode").inner_text())
    page.get_by_role("button", name="Vraag lezen").click()
    expect(page.get_by_text("Samen de post openen, elke donderdag")).to_be_visible()
    page.get_by_label("Nee, het is niet gedaan").check()
    page.get_by_role("button", name="Antwoord versturen").click()
    expect(page.get_by_text("Schrijf in één zin op waarom").first).to_be_visible()
    check_page(page)
    screenshot(page, "antwoord-taak")
    page.get_by_label("Toelichting").fill("Hij was er donderdag niet.")
    page.get_by_role("button", name="Antwoord versturen").click()
    check_page(page)
    screenshot(page, "antwoord-klaar")
    page.goto(link)
    expect(page.get_by_role("heading", name="Deze link werkt niet")).to_be_visible()
    check_page(page)
    sign_in(page, eemsdelta.members["sanne"])
    page.goto("/")
    check_page(page)
    screenshot(page, "mijn-werk-met-antwoord")
    page.get_by_role("link", name=re.compile("Antwoord lezen")).click()
    expect(page.get_by_text("Hij was er donderdag niet.")).to_be_visible()
