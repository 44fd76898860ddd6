"""Setting the short lists of intake, in a browser."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from houvast.directory.models import Member
from tests.browser.checks import Screenshots, check_page
from tests.worlds import World

SignIn = Callable[[Page, Member], None]


def test_an_administrator_sets_a_reason_and_an_urgency(
    plain_page: Page, page: Page, eemsdelta: World, sign_in: SignIn, screenshot: Screenshots
) -> None:
    sign_in(plain_page, eemsdelta.members["beheer"])
    plain_page.goto("/beheer/")
    plain_page.get_by_role("main").get_by_role("link", name="Intake").click()
    plain_page.get_by_role("link", name="Reden toevoegen").click()
    plain_page.get_by_label("Hoe heet het?").fill("De huisarts pakt het op")
    plain_page.get_by_role("button", name="Reden toevoegen").click()
    expect(plain_page.get_by_role("main")).to_contain_text("Kies waarvoor deze reden te kiezen is.")
    expect(plain_page.get_by_label("Hoe heet het?")).to_have_value("De huisarts pakt het op")
    plain_page.get_by_label("Advies").check()
    plain_page.get_by_role("button", name="Reden toevoegen").click()
    expect(plain_page.get_by_role("main")).to_contain_text("De huisarts pakt het op")
    plain_page.get_by_role("link", name="Meldpunt toevoegen").click()
    plain_page.get_by_label("Hoe heet het meldpunt?").fill("Loket Delfzijl")
    plain_page.get_by_label("Wat voor meldpunt is het?").select_option(label="Klantcontactcentrum")
    plain_page.get_by_label("Welke vragen stelt u?").fill("Is er nu gevaar?\nZijn er kinderen in huis?")
    plain_page.get_by_role("button", name="Meldpunt toevoegen").click()
    expect(plain_page.get_by_role("main")).to_contain_text("Kies wie de signalen van dit meldpunt beoordeelt.")
    plain_page.get_by_label("Openbare orde, daarna OGGZ").check()
    plain_page.get_by_role("button", name="Meldpunt toevoegen").click()
    expect(plain_page.get_by_role("main")).to_contain_text("Openbare orde, daarna OGGZ · 2 vragen")
    sign_in(page, eemsdelta.members["beheer"])
    page.goto("/beheer/intake/")
    check_page(page)
    screenshot(page, "intake-instellen")
    page.get_by_role("link", name="Loket Delfzijl").click()
    check_page(page)
    screenshot(page, "meldpunt-instellen")
    page.goto("/beheer/intake/")
    page.get_by_role("link", name="Incidentnummer").click()
    page.get_by_label("Hoe mag deze kolom heten?").fill("Dossier\nNaam")
    page.get_by_role("button", name="Instelling bewaren").click()
    expect(page.get_by_role("alert")).to_contain_text("Regel 2: “Naam” staat al bij Achternaam.")
    check_page(page)
    screenshot(page, "kolom-instellen")
    page.goto("/beheer/intake/")
    page.get_by_role("link", name="Snel", exact=True).click()
    page.get_by_label("Werkuren").fill("8")
    check_page(page)
    screenshot(page, "urgentie-instellen")
    page.get_by_role("button", name="Instelling bewaren").click()
    expect(page.get_by_role("main")).to_contain_text("8 werkuren")
