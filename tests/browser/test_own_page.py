"""A case director gives an own page, and the resident comes in by keyboard and reads it, in a real browser."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from houvast.directory.models import Member
from houvast.residents.models import Resident
from tests.browser.checks import Screenshots, check_page
from tests.letters.worlds import add_letter
from tests.lives import open_with
from tests.moments import plan
from tests.participation.worlds import MOBILE
from tests.worlds import NOW, World, make_resident

QUESTION, ANSWER = "Komt dinsdag om elf uur u uit?", "Nee, dan slaap ik nog."
SignIn = Callable[[Page, Member], None]


def give_page(page: Page, world: World, screenshot: Screenshots) -> str:
    """Give Ruben a letter and a page; gives his code."""
    ruben = make_resident(world)
    Resident.objects.filter(pk=ruben.pk).update(phone=MOBILE)
    case_id = open_with(world, ruben.pk)
    plan(world, case_id, now=NOW)
    page.goto(f"/brieven/{add_letter(world.actor('sanne'), case_id, ruben.pk)}/")
    page.get_by_role("link", name="Verstuurd of gegeven").click()
    check_page(page)
    screenshot(page, "brief-verstuurd")
    page.get_by_role("button", name="Vastleggen").click()
    expect(page.get_by_role("status")).to_contain_text("Vastgelegd.")
    page.goto("/casussen/")
    page.get_by_role("link", name="Huishouden Dijkhuis").first.click()
    page.goto(f"{page.url}mensen/")
    page.get_by_role("link", name="Wie heeft een eigen pagina?").click()
    check_page(page)
    page.get_by_role("link", name="Eigen pagina geven").click()
    check_page(page)
    screenshot(page, "eigen-pagina-geven")
    page.get_by_label("Ruben Dijkhuis, voor zichzelf").check()
    page.get_by_role("button", name="Eigen pagina geven").click()
    check_page(page)
    screenshot(page, "eigen-pagina-code")
    return page.locator("#code").inner_text()


def ask_something(page: Page, screenshot: Screenshots) -> None:
    """Ask Ruben something on his page."""
    page.goto(f"{page.url.partition('/eigen-pagina/')[0]}/inwoner-vragen/")
    check_page(page)
    screenshot(page, "inwoner-vragen")
    page.get_by_label("Uw vraag").fill(QUESTION)
    page.get_by_role("button", name="Vraag stellen").click()
    # Without waiting its answer would come after the cookies went, and bring its own.
    expect(page.get_by_text("De vraag staat op de eigen pagina.")).to_be_visible()


def answer_by_keyboard(page: Page, screenshot: Screenshots) -> None:
    """Answer what was asked, without a mouse."""
    page.get_by_role("link", name=QUESTION).focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Wilt u iets zeggen?")
    check_page(page)
    screenshot(page, "mijn-zeggen")
    page.get_by_role("textbox").focus()
    page.keyboard.type(ANSWER)
    page.get_by_role("button", name=re.compile("^Verstuur")).focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text(ANSWER)).to_be_visible()
    check_page(page)


def read_the_letter_by_keyboard(page: Page, screenshot: Screenshots) -> None:
    """Read a letter to Ruben on his page, and go back, without a mouse."""
    page.get_by_role("link", name="Komt u praten?").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Een brief aan u")
    expect(page.get_by_text("Komt u maandag praten?")).to_be_visible()
    check_page(page)
    screenshot(page, "mijn-brief")
    page.get_by_role("link", name="Terug naar uw pagina").focus()
    page.keyboard.press("Enter")


def ask_for_rights_by_keyboard(page: Page, screenshot: Screenshots) -> None:
    """Ask to see what is held, without a mouse."""
    page.get_by_role("link", name="Stel een vraag over uw gegevens").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Wilt u iets vragen over uw gegevens?")
    check_page(page)
    screenshot(page, "mijn-gegevens")
    page.get_by_role("radio", name="Ik wil zien wat u over mij bewaart.").focus()
    page.keyboard.press("Space")
    page.get_by_role("radio", name="Bel mij.").focus()
    page.keyboard.press("Space")
    page.get_by_role("button", name="Verstuur uw vraag").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Wij hebben uw vraag.").first).to_be_visible()
    check_page(page)


def wish_by_keyboard(page: Page, screenshot: Screenshots) -> None:
    """Ask for another day, and propose somebody, without a mouse."""
    page.get_by_role("link", name="Om een andere dag vragen").first.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Wilt u een andere dag?")
    check_page(page)
    screenshot(page, "mijn-andere-dag")
    page.get_by_label("Welke dag past u beter?").focus()
    page.keyboard.type("Liever op woensdag.")
    page.get_by_role("button", name="Vraag een andere dag").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Liever op woensdag.")).to_be_visible()
    page.get_by_role("link", name="Iemand voorstellen").focus()
    page.keyboard.press("Enter")
    check_page(page)
    screenshot(page, "mijn-voorstellen")
    for label, typed in (("Hoe heet deze persoon?", "Bram"), ("Wie is dit voor u?", "vriend")):
        page.get_by_label(label).focus()
        page.keyboard.type(typed)
    page.keyboard.press("Enter")
    expect(page.get_by_text("Bram, vriend.")).to_be_visible()


def answer_the_wish(page: Page, screenshot: Screenshots) -> None:
    """Say yes to whom Ruben proposed, as who leads."""
    page.goto("/")
    page.get_by_role("link", name="Antwoord geven").last.click()
    check_page(page)
    screenshot(page, "wens")
    page.get_by_role("link", name="Nee zeggen, met een reden").click()
    check_page(page)
    page.go_back()
    page.get_by_role("button", name="Bij het netwerk zetten").click()
    expect(page.get_by_text("De naaste staat bij deze casus.")).to_be_visible()


def test_a_resident_comes_in_by_keyboard_and_paper_says_the_same(
    page: Page, eemsdelta: World, sign_in: SignIn, screenshot: Screenshots
) -> None:
    sign_in(page, eemsdelta.members["sanne"])
    code = give_page(page, eemsdelta, screenshot)
    page.goto(f"{page.url.partition('/geven/')[0]}/")
    check_page(page)
    screenshot(page, "eigen-paginas")
    page.get_by_role("link", name="Een deel weglaten").click()
    check_page(page)
    screenshot(page, "deel-weglaten")
    ask_something(page, screenshot)
    page.context.clear_cookies()
    page.goto("/mijn/")
    check_page(page)
    screenshot(page, "mijn-inloggen")
    page.get_by_label("Uw persoonlijke code").focus()
    page.keyboard.type(code)
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/mijn/inloggen/code/$"))
    check_page(page)
    page.get_by_label("Code van zes cijfers").focus()
    page.keyboard.type(page.locator("#oefencode").inner_text())
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Dag Ruben")
    check_page(page)
    screenshot(page, "mijn-pagina")
    titles = [page.get_by_role("region", name=each) for each in ("Wie leidt de hulp?", "In welke stap zit u?")]
    for title in titles:
        expect(title).to_be_visible()
    read_the_letter_by_keyboard(page, screenshot)
    answer_by_keyboard(page, screenshot)
    ask_for_rights_by_keyboard(page, screenshot)
    shown = re.sub(r"\s+", " ", page.locator("main").inner_text())
    page.emulate_media(media="print")
    assert re.sub(r"\s+", " ", page.locator("main").inner_text()) == shown
    page.emulate_media(media="screen")
    wish_by_keyboard(page, screenshot)
    page.get_by_role("button", name="Afmelden").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_label("Uw persoonlijke code")).to_be_visible()
    sign_in(page, eemsdelta.members["sanne"])
    answer_the_wish(page, screenshot)
