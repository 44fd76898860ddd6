"""A plan, its tasks, and the page for when it goes wrong, in a real browser."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from houvast.cases.models import Case
from houvast.directory.models import Member
from tests.browser.checks import Screenshots, check_page
from tests.lives import open_with
from tests.worlds import World

SignIn = Callable[[Page, Member], None]


@pytest.fixture
def code(eemsdelta: World) -> str:
    """Open a case that Sanne leads; gives its code."""
    return Case.objects.get(pk=open_with(eemsdelta)).code


def make_plan(page: Page, code: str) -> None:
    page.goto(f"/casussen/{code}/plan/bijwerken/")
    page.get_by_label("Hoe het in mijn hoofd gaat", exact=True).fill("Ik wil slapen. Dan wordt het stiller.")
    page.get_by_label("Wonen", exact=True).fill("Ik wil in mijn eigen huis blijven.")
    page.get_by_label("Wat vindt de inwoner van dit plan?").fill("Als jullie maar niet allemaal tegelijk komen.")
    page.get_by_label("Waaraan merkt u dat het misgaat?").fill("Hij neemt de telefoon niet op.")
    page.get_by_label("Wie (1)").fill("FACT Noord")
    page.get_by_label("Nummer").first.fill("050 00 02 31")
    page.get_by_role("button", name="Plan vaststellen").click()


def agree_on_task(page: Page, code: str) -> None:
    page.goto(f"/casussen/{code}/plan/")
    page.get_by_role("link", name=re.compile("Taak bij dit doel .*Wonen")).click()
    page.get_by_label("Wat gaat er gebeuren?").fill("Belt de corporatie over de sleutel")
    page.get_by_label("Wie doet dit?").select_option(label="Iris uit Eemsdelta, casemanager jeugd, Jeugd")
    page.get_by_label("Wanneer is het klaar?").fill("2027-01-04")
    page.get_by_role("button", name="Taak vastleggen").click()


def test_a_plan_is_made_and_a_task_agreed_and_done(
    page: Page, eemsdelta: World, code: str, sign_in: SignIn, screenshot: Screenshots
) -> None:
    sign_in(page, eemsdelta.members["sanne"])
    page.goto(f"/casussen/{code}/plan/")
    expect(page.get_by_text("Er is nog geen plan.")).to_be_visible()
    make_plan(page, code)
    expect(page.get_by_text("“Ik wil slapen. Dan wordt het stiller.”")).to_be_visible()
    agree_on_task(page, code)
    check_page(page)
    screenshot(page, "plan")
    page.goto(f"/casussen/{code}/plan/bijwerken/")
    expect(page.get_by_label("Wat vindt de inwoner van dit plan?")).to_have_value(re.compile("allemaal tegelijk"))
    check_page(page)
    screenshot(page, "plan-bijwerken")
    page.goto(f"/casussen/{code}/plan/als-het-misgaat/")
    check_page(page)
    screenshot(page, "als-het-misgaat")
    page.goto(f"/casussen/{code}/")
    check_page(page)
    screenshot(page, "casus-met-plan")
    sign_in(page, eemsdelta.members["iris"])
    page.goto("/taken/")
    check_page(page)
    screenshot(page, "taken")
    page.get_by_role("link", name="Belt de corporatie over de sleutel").click()
    check_page(page)
    screenshot(page, "taak")
    page.get_by_label("Gedaan").check()
    page.get_by_role("button", name="Stand vastleggen").click()
    expect(page.get_by_text("Nu staat er niets open.")).to_be_visible()
    sign_in(page, eemsdelta.members["sanne"])
    page.goto(f"/casussen/{code}/plan/")
    expect(page.get_by_text(re.compile("^gedaan (ma|di|wo|do|vr|za|zo) "))).to_be_visible()


def test_a_limit_is_recorded_told_and_ended(
    page: Page, eemsdelta: World, code: str, sign_in: SignIn, screenshot: Screenshots
) -> None:
    sign_in(page, eemsdelta.members["sanne"])
    page.goto(f"/casussen/{code}/plan/")
    page.get_by_role("link", name="Maatregel vastleggen").click()
    check_page(page)
    screenshot(page, "maatregel")
    page.get_by_label("Gebiedsverbod").check()
    page.get_by_label("Wat mag niet, of wat moet?").fill("Niet in het winkelcentrum.")
    page.get_by_label("Geldt vanaf").fill("2026-01-05")
    page.get_by_label("Tot en met").fill("2030-01-05")
    page.get_by_label("Wat vertelde u, of waarom nog niet?").fill("Hij neemt niet op.")
    page.get_by_role("button", name="Maatregel vastleggen").click()
    expect(page.get_by_text("Vul in wanneer u het vertelde").first).to_be_visible()
    expect(page.get_by_label("Wat mag niet, of wat moet?")).to_have_value("Niet in het winkelcentrum.")
    page.get_by_label("Nog niet verteld? Wanneer uiterlijk wel?").fill("2029-01-05")
    page.get_by_role("button", name="Maatregel vastleggen").click()
    expect(page.get_by_text("burgemeester, Gemeentewet artikel 172a.")).to_be_visible()
    check_page(page)
    screenshot(page, "plan-met-maatregel")
    for link, day, words, button in (
        ("Vastleggen dat het verteld is", "Wanneer hoorde de inwoner dit?", "Wat vertelde u?", "Vastleggen wat"),
        ("Eerder beëindigen", "Laatste dag waarop dit gold", "Waarom stopt dit eerder?", "Maatregel beëindigen"),
    ):
        page.get_by_role("link", name=link).click()
        check_page(page)
        page.get_by_label(day).fill("2026-01-06")
        page.get_by_label(words).fill("Zo is het gegaan.")
        page.get_by_role("button", name=button).click()
    expect(page.get_by_text("Zo is het gegaan.").first).to_be_visible()


def ask_for_a_bicycle(page: Page) -> None:
    for label, words in (
        ("1. Welk effect wilt u bereiken?", "Zij komt zelf op haar werk."),
        ("2. Wat gebeurt er als dit niet doorgaat?", "Zij raakt haar werk kwijt."),
        ("3. Wat zegt de wet, en hoe past dit daarin?", "Wmo artikel 2.3.5: meedoen."),
        ("4. Wat wilt u doen of kopen?", "Een gebruikte fiets."),
        ("5. Bedrag in euro’s", "600"),
    ):
        page.get_by_label(label).fill(words)
    page.get_by_role("button", name="Maatwerk aanvragen").click()


def test_tailor_made_help_is_decided_alone_asked_answered_and_told(
    page: Page, eemsdelta: World, code: str, sign_in: SignIn, screenshot: Screenshots
) -> None:
    sign_in(page, eemsdelta.members["sanne"])
    page.goto(f"/casussen/{code}/plan/")
    page.get_by_role("link", name="Maatwerk vastleggen").click()
    check_page(page)
    screenshot(page, "maatwerk-zelf")
    page.get_by_label("Wat gaat u doen of kopen?").fill("Een bed.")
    page.get_by_label("Bedrag in euro’s").fill("600")
    page.get_by_label("Wat moet het bereiken?").fill("Hij slaapt weer thuis.")
    page.get_by_role("button", name="Maatwerk vastleggen").click()
    expect(page.get_by_text("Dit is meer dan € 250. Vraag het aan").first).to_be_visible()
    page.get_by_label("Bedrag in euro’s").fill("119,95")
    page.get_by_role("button", name="Maatwerk vastleggen").click()
    expect(page.get_by_text("€ 119,95 toegekend in")).to_be_visible()
    page.goto(f"/casussen/{code}/maatwerk/aanvragen/")
    check_page(page)
    screenshot(page, "maatwerk-aanvragen")
    ask_for_a_bicycle(page)
    page.get_by_role("link", name="Aanvraag intrekken").click()
    check_page(page)
    sign_in(page, eemsdelta.members["erik"])
    page.goto("/")
    page.get_by_role("link", name="Aanvraag lezen").click()
    check_page(page)
    screenshot(page, "maatwerk-besluiten")
    page.get_by_label("Weigeren", exact=True).check()
    page.get_by_label("Bij weigeren: waarom kan dit niet?").select_option(label="geen geld")
    page.get_by_label("Toelichting").fill("Het budget is op.")
    page.get_by_role("button", name="Besluit vastleggen").click()
    sign_in(page, eemsdelta.members["sanne"])
    page.goto(f"/casussen/{code}/plan/")
    expect(page.get_by_text("geweigerd: geen geld")).to_be_visible()
    page.get_by_role("link", name="Vastleggen wat het bracht").click()
    check_page(page)
    page.get_by_label("Het hielp", exact=True).check()
    page.get_by_label("Wat bracht het?").fill("Hij slaapt weer.")
    page.get_by_label("Wat kostte het echt, in euro’s?").fill("105")
    page.get_by_role("button", name="Afloop vastleggen").click()
    expect(page.get_by_text("Het hielp. Hij slaapt weer. Kostte € 105.")).to_be_visible()
    check_page(page)
    screenshot(page, "plan-met-maatwerk")


def test_what_waits_for_a_provision_is_seen_by_who_leads_and_counted_for_who_manages(
    page: Page, eemsdelta: World, code: str, sign_in: SignIn, screenshot: Screenshots
) -> None:
    sign_in(page, eemsdelta.members["sanne"])
    make_plan(page, code)
    agree_on_task(page, code)
    page.get_by_role("link", name="Belt de corporatie over de sleutel").click()
    page.get_by_label("Het wacht: er is geen passende voorziening").check()
    page.get_by_label("Wat is er niet?").select_option(label="Wonen met begeleiding")
    page.get_by_label("Toelichting").fill("Twee aanbieders gevraagd: Terra en Nova (verzonnen).")
    page.get_by_label("Wacht sinds").fill("2026-11-02")
    page.get_by_label("Hoeveel organisaties zijn gevraagd?").fill("2")
    page.get_by_label("Nieuwe dag").fill("2027-01-04")
    page.get_by_role("button", name="Stand vastleggen").click()
    page.get_by_role("navigation", name="Hoofdmenu").get_by_role("link", name="Inzicht").click()
    expect(page.get_by_role("rowheader", name="Wonen met begeleiding")).to_be_visible()
    check_page(page)
    screenshot(page, "inzicht-eigen-casussen")
    sign_in(page, eemsdelta.members["erik"])
    page.goto("/inzicht/")
    expect(page.get_by_text("minder dan 5", exact=True)).to_be_visible()
    check_page(page)
    screenshot(page, "inzicht-gemeente")
    page.get_by_role("link", name="Maatwerk in cijfers").click()
    check_page(page)
    screenshot(page, "inzicht-maatwerk")


def test_the_amount_for_tailor_made_help_is_set_and_the_days_of_a_stay(
    page: Page, eemsdelta: World, sign_in: SignIn
) -> None:
    sign_in(page, eemsdelta.members["beheer"])
    page.goto("/beheer/maatwerk/")
    page.get_by_role("link", name="Tot welk bedrag de casusregisseur zelf beslist").click()
    page.get_by_label("Bedrag in euro’s").fill("300,50")
    page.get_by_role("button", name="Bedrag vastleggen").click()
    expect(page.get_by_text("€ 300,50").first).to_be_visible()
    check_page(page)
    page.goto("/beheer/intake/")
    page.get_by_role("link", name="Zo lang stelt het formulier voor").click()
    page.get_by_label("Dagen").fill("60")
    page.get_by_role("button", name="Instelling bewaren").click()
    expect(page.get_by_text("60 dagen", exact=True)).to_be_visible()


def test_without_javascript_what_was_filled_in_stays_when_something_is_missing(
    plain_page: Page, eemsdelta: World, code: str, sign_in: SignIn
) -> None:
    page = plain_page
    sign_in(page, eemsdelta.members["sanne"])
    page.goto(f"/casussen/{code}/plan/bijwerken/")
    page.get_by_label("Waaraan merkt u dat het misgaat?").fill("Hij neemt de telefoon niet op.")
    page.get_by_role("button", name="Plan vaststellen").click()
    expect(page.get_by_text("Schrijf minstens één doel op").first).to_be_visible()
    expect(page.get_by_label("Waaraan merkt u dat het misgaat?")).to_have_value("Hij neemt de telefoon niet op.")
    make_plan(page, code)
    agree_on_task(page, code)
    expect(page.get_by_text("Belt de corporatie over de sleutel")).to_be_visible()


def test_the_list_of_life_areas_is_changed(page: Page, eemsdelta: World, sign_in: SignIn) -> None:
    sign_in(page, eemsdelta.members["beheer"])
    page.goto("/beheer/leefgebieden/")
    check_page(page)
    page.get_by_role("link", name="Kinderen").click()
    page.get_by_label("Naam").fill("Kinderen en opvoeden")
    page.get_by_role("button", name="Leefgebied wijzigen").click()
    expect(page.get_by_role("link", name="Kinderen en opvoeden")).to_be_visible()
    page.get_by_role("link", name="Leefgebied toevoegen").click()
    page.get_by_label("Naam").fill("Kinderen en opvoeden!")
    page.get_by_role("button", name="Leefgebied toevoegen").click()
    expect(page.get_by_role("link", name="Kinderen en opvoeden!")).to_be_visible()
