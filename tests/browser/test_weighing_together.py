"""A joint down-scaling from 3 to 2: FACT disagrees, Bram takes it over, and Sanne says how it goes since."""

from collections.abc import Callable
from datetime import timedelta

from playwright.sync_api import Page, expect

from houvast.cases.models import Case
from houvast.cases.services.close_case import NewClosing, close_case
from houvast.directory.models import Member
from houvast.web.clock import read_clock
from tests.browser.checks import Screenshots, check_page
from tests.browser.days import today
from tests.cases.services.test_weighing_together import Weighing
from tests.lives import open_with
from tests.worlds import World

SignIn = Callable[[Page, Member], None]
AGAIN = "Hij slikt niets meer en doet niet open."
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


def decide(page: Page, weighing: Weighing, sign_in: SignIn, screenshot: Screenshots) -> None:
    """Let Marit decide to go down; first without saying who takes over."""
    sign_in(page, weighing.world.members["marit"])
    page.goto(f"/voorstellen/{weighing.proposal}/")
    expect(page.get_by_text(WHY)).to_be_visible()
    check_page(page)
    screenshot(page, "samen-wegen")
    page.get_by_role("button", name="Afschalen naar AVE 2").click()
    expect(
        page.get_by_text("Kies wie het overneemt. Het AVE-model vraagt hier iemand met een naam.").first
    ).to_be_visible()
    page.get_by_label("Wie neemt het over?").select_option(f"m:{weighing.world.id('bram')}")
    page.get_by_label("Wat wordt er nog gedaan?").fill("Bram komt elke week langs.")
    page.get_by_label("Waaraan merkt u dat het weer misgaat?").fill("De gordijnen blijven dicht.")
    page.get_by_label("Wanneer vraagt u hoe het gaat?").fill((today() + timedelta(days=1)).isoformat())
    check_page(page)
    screenshot(page, "wie-neemt-het-over")
    page.get_by_role("button", name="Afschalen naar AVE 2").click()
    expect(page.get_by_text("De casus is nu in AVE 2").first).to_be_visible()


def receive(page: Page, world: World, sign_in: SignIn, screenshot: Screenshots) -> None:
    """Let Bram say yes, from Mijn werk; the director saw there that nobody had."""
    page.goto("/")
    expect(page.get_by_role("heading", name="Niemand nam dit over")).to_be_visible()
    screenshot(page, "mijn-werk-niemand-nam-over")
    page.get_by_role("link", name="Ontvanger aanwijzen").click()
    check_page(page)
    screenshot(page, "ontvanger-aanwijzen")
    sign_in(page, world.members["bram"])
    page.goto("/")
    page.get_by_role("link", name="Antwoord geven").click()
    expect(page.get_by_text("De gordijnen blijven dicht.")).to_be_visible()
    check_page(page)
    screenshot(page, "overnemen")
    page.get_by_label("Ja, ik neem het over").check()
    page.get_by_role("button", name="Antwoord geven").click()
    expect(page.get_by_text("Het antwoord staat vast.")).to_be_visible()


def look_after(page: Page, world: World, code: str, sign_in: SignIn, screenshot: Screenshots) -> None:
    """Let Sanne say that it must go up again, and find her own words there as the reason."""
    sign_in(page, world.members["sanne"])
    page.goto("/")
    expect(page.get_by_role("heading", name="Niemand nam dit over")).to_have_count(0)
    expect(page.get_by_text("Hoe gaat het, na afschalen?")).to_be_visible()
    screenshot(page, "mijn-werk-hoe-gaat-het")
    page.get_by_role("link", name="Zeggen hoe het gaat").click()
    page.get_by_role("button", name="Vastleggen hoe het gaat").click()
    expect(page.get_by_text("Kies hoe het gaat.").first).to_be_visible()
    check_page(page)
    screenshot(page, "vinger-aan-de-pols")
    page.get_by_label("Het gaat niet goed: het moet weer omhoog").check()
    page.get_by_label("In hoogstens drie regels").fill(AGAIN)
    page.get_by_role("button", name="Vastleggen hoe het gaat").click()
    expect(page.get_by_label("Reden, in twee of drie zinnen")).to_have_value(AGAIN)
    page.goto(f"/casussen/{code}/")
    check_page(page)
    screenshot(page, "casus-nazorg")
    expect(page.get_by_text("het moet weer omhoog").first).to_be_visible()


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

    decide(page, weighing, sign_in, screenshot)
    sign_in(page, eemsdelta.members["sanne"])
    page.goto(f"/casussen/{code}/")
    expect(page.get_by_text("Niemand nam dit nog over. Bram uit Eemsdelta")).to_be_visible()
    check_page(page)
    screenshot(page, "casus-niet-eens")
    expect(page.get_by_text("FACT Noord was het niet eens").nth(1)).to_be_visible()
    page.get_by_role("link", name="FACT Noord was het niet eens met afschalen naar AVE 2").click()
    expect(page.get_by_text(WHY)).to_be_visible()

    receive(page, eemsdelta, sign_in, screenshot)
    look_after(page, eemsdelta, code, sign_in, screenshot)

    sign_in(page, weighing.yara)
    page.goto(f"/casussen/{code}/")
    expect(page.get_by_text("Terugval binnen een maand.")).to_have_count(0)
    expect(page.get_by_text(code)).to_have_count(0)


def test_who_directs_processes_makes_somebody_responsible_where_all_who_led_left(
    page: Page, eemsdelta: World, sign_in: SignIn, screenshot: Screenshots
) -> None:
    now = read_clock()
    case_id = open_with(eemsdelta)
    sanne = eemsdelta.actor("sanne")
    day = today() + timedelta(days=1)
    close_case(actor=sanne, now=now, case_id=case_id, new=NewClosing("moved", "Verhuisd.", day))
    Member.objects.filter(pk=eemsdelta.id("sanne")).update(until_at=now)
    sign_in(page, eemsdelta.members["marit"])
    page.goto("/")
    expect(page.get_by_text("Sanne uit Eemsdelta leidde dit en is weg.")).to_be_visible()
    screenshot(page, "mijn-werk-niemand-vraagt")
    page.get_by_role("link", name="Iemand verantwoordelijk maken").click()
    check_page(page)
    screenshot(page, "nazorg-toewijzen")
    page.get_by_label("Wie gaat vragen hoe het gaat?").select_option(str(eemsdelta.id("marit")))
    page.get_by_role("button", name="Verantwoordelijk maken").click()
    expect(page.get_by_role("heading", name="Hoe gaat het?")).to_be_visible()
