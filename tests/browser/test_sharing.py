"""A director shares one note on a ground, the receiver reads it, withdrawn it is gone; the resident gets a text."""

from collections.abc import Callable

from django.db import transaction
from playwright.sync_api import Page, expect

from houvast.cases.models import Case
from houvast.directory.models import Member
from tests.browser.checks import Screenshots, check_page
from tests.sharing.worlds import OTHER, SAID, make_sharing
from tests.worlds import World

SignIn = Callable[[Page, Member], None]


def test_one_note_is_shared_read_and_gone_again(
    page: Page, eemsdelta: World, sign_in: SignIn, screenshot: Screenshots
) -> None:
    with transaction.atomic():
        sharing = make_sharing(eemsdelta)
    code = Case.objects.get(pk=sharing.case_id).code
    sign_in(page, eemsdelta.members["sanne"])
    page.goto(f"/casussen/{code}/")
    page.get_by_text("Meer doen").click()
    page.get_by_role("link", name="Mag ik dit delen?").click()
    _choose(page, screenshot)
    address = page.url
    _record_consent(page, code, screenshot)
    page.goto(address)
    _answer(page, screenshot)
    given = page.url

    page.get_by_role("link", name="Tekst voor de inwoner").click()
    expect(page.get_by_text("U gaf hier toestemming voor.")).to_be_visible()
    expect(page.get_by_text(SAID)).to_have_count(0)
    check_page(page)
    screenshot(page, "delen-brief")

    sign_in(page, sharing.yara)
    page.goto(f"/casussen/{code}/")
    expect(page.get_by_text(SAID)).to_be_visible()
    expect(page.get_by_text(OTHER)).to_have_count(0)
    screenshot(page, "delen-ontvanger")
    page.goto(given)
    expect(page.get_by_text("Waarom nodig")).to_have_count(0)

    sign_in(page, eemsdelta.members["sanne"])
    page.goto(given)
    page.get_by_role("link", name="Intrekken").click()
    page.get_by_label("Waarom?").fill("De behandelaar weet het nu.")
    page.get_by_role("button", name="Delen intrekken").click()
    expect(page.get_by_text("De behandelaar weet het nu.")).to_be_visible()
    page.goto(f"/casussen/{code}/gedeeld/")
    expect(page.get_by_text("ingetrokken")).to_be_visible()
    check_page(page)
    screenshot(page, "delen-gedeeld")
    page.goto("/gronden/")
    check_page(page)
    screenshot(page, "delen-gronden")

    sign_in(page, sharing.yara)
    page.goto(f"/casussen/{code}/")
    expect(page.get_by_text(SAID)).to_have_count(0)
    expect(page.get_by_text(code)).to_have_count(0)


def _choose(page: Page, screenshot: Screenshots) -> None:
    page.get_by_role("button", name="Verder").click()
    expect(page.get_by_text("U bent nog niet klaar met kiezen.")).to_be_visible()
    page.get_by_label(SAID, exact=False).check()
    page.get_by_label("2. Met wie wilt u delen?").select_option(label="Yara Voorbeeld, GGZ de Wierde")
    check_page(page)
    screenshot(page, "delen-kiezen")
    page.get_by_role("button", name="Verder").click()


def _record_consent(page: Page, code: str, screenshot: Screenshots) -> None:
    page.get_by_role("link", name="Toestemming vastleggen").click()
    page.get_by_label("Over wie gaat het?").select_option(label="Ruben Dijkhuis")
    page.get_by_label("Om het geheim op te heffen", exact=False).check()
    page.get_by_label("Wie gaf toestemming?").select_option(label="De inwoner zelf")
    page.get_by_label("Waar gaat het over?", exact=False).fill("De medicatie, met de behandelaar.")
    page.get_by_label("Hoe hoorde u dit?", exact=False).fill("Gesprek")
    screenshot(page, "delen-toestemming")
    page.get_by_role("button", name="Toestemming vastleggen").click()
    expect(page.get_by_text("De toestemming staat vast.")).to_be_visible()


def _answer(page: Page, screenshot: Screenshots) -> None:
    page.get_by_role("button", name="Antwoord vragen en delen").click()
    expect(page.get_by_text("Nog niet: er ontbreekt iets.")).to_be_visible()
    page.get_by_label("4. Waarom is dit nodig?", exact=False).fill("De behandelaar moet dit weten.")
    page.get_by_label("Waarom kan het niet met minder?", exact=False).fill("Alleen deze notitie.")
    page.get_by_label("De inwoner heft het geheim op", exact=False).check()
    page.get_by_label("5. Wanneer hoorde de inwoner dit?", exact=False).fill("2026-11-23")
    check_page(page)
    screenshot(page, "delen-antwoord")
    page.get_by_role("button", name="Antwoord vragen en delen").click()
    expect(page.get_by_text("Ja, dit mag. Het is gedeeld.")).to_be_visible()
    check_page(page)
    screenshot(page, "delen-deling")
