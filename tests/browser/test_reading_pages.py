"""The glossary, the AVE card and help, in a browser."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from houvast.ave.glossary import GLOSSARY
from houvast.ave.load import shipped
from houvast.directory.models import Member, Organisation
from tests.accountability.sampled import DAY, draw, judge, reads
from tests.browser.checks import Screenshots, check_page
from tests.lives import open_with
from tests.worlds import NOW, World, add_member, make_world

SignIn = Callable[[Page, Member], None]
A3_LANDSCAPE_POINTS = (1190.55, 841.89)


@pytest.fixture
def marit(eemsdelta: World) -> Member:
    """Give a process director with a telephone."""
    member = eemsdelta.members["marit"]
    member.phone = "0596 00 01 12"
    member.save()
    return member


@pytest.mark.parametrize("address", ["/begrippen/", "/ave-model/", "/hulp/", "/wie-ziet-wat/"])
def test_pages_to_read_pass_what_a_page_must_pass(
    page: Page, marit: Member, sign_in: SignIn, screenshot: Screenshots, address: str
) -> None:
    sign_in(page, marit)
    page.goto(address)
    screenshot(page, address.strip("/"))
    check_page(page)


def test_the_glossary_explains_every_term_of_the_appendix(plain_page: Page, marit: Member, sign_in: SignIn) -> None:
    sign_in(plain_page, marit)
    plain_page.goto("/begrippen/")
    terms = plain_page.locator("section[aria-labelledby=afkortingen] dt").all_inner_texts()
    assert terms == [term.term for term in GLOSSARY]
    assert len(terms) == 17
    expect(plain_page.get_by_text("Crisis Beoordelings Locatie.")).to_be_visible()


def test_the_card_shows_who_leads_and_decides_in_each_phase(plain_page: Page, marit: Member, sign_in: SignIn) -> None:
    sign_in(plain_page, marit)
    plain_page.goto("/ave-model/")
    second = plain_page.get_by_role("region", name="Vraag of probleem")
    expect(second.locator(".omh dd")).to_contain_text(
        "Problemen op meer leefgebieden en meer domeinen nodig dan het team heeft en "
        "(de samenwerking loopt vast of de veiligheid is in het geding)"
    )
    expect(second.locator(".omh em")).to_contain_text("binnen 2 werkdagen")
    expect(plain_page.get_by_role("region", name="Regulier leven").locator(".pro dd")).to_have_text("Niet nodig")
    expect(plain_page.get_by_role("link", name=re.compile("^Bel Marit"))).to_have_attribute("href", "tel:0596000112")
    expect(plain_page.get_by_role("button", name="Afdrukken op A3")).to_be_hidden()


@pytest.mark.parametrize("model", sorted(shipped()))
def test_the_card_prints_on_one_a3(page: Page, live: str, sign_in: SignIn, model: str) -> None:
    world = make_world(model=model)
    world.municipality.evening_phone, world.municipality.evening_phone_name = "0800 00 00 99", "Crisisdienst"
    world.municipality.save()
    Member.objects.update(phone="0596 00 01 12")
    sign_in(page, world.members["marit"])
    page.goto("/ave-model/")
    paper = page.pdf(prefer_css_page_size=True, print_background=True)
    assert len(re.findall(rb"/Type\s*/Page\b", paper)) == 1
    box = re.search(rb"/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)", paper)
    assert box is not None
    assert (float(box[1]), float(box[2])) == pytest.approx(A3_LANDSCAPE_POINTS, abs=2)


def test_a_partner_has_no_model_of_its_own(page: Page, eemsdelta: World, sign_in: SignIn) -> None:
    organisation = Organisation.objects.create(kind="mental_health", name="GGZ Voorbeeld")
    partner = add_member(organisation, "Yara Mensah", "behandelaar-ggz", "", "behandelaar", None)
    sign_in(page, partner)
    page.goto("/ave-model/")
    expect(page.get_by_text("Uw organisatie hoort niet bij één gemeente")).to_be_visible()
    check_page(page)


def test_help_says_whom_to_call_and_that_this_is_practice(
    plain_page: Page, eemsdelta: World, marit: Member, sign_in: SignIn
) -> None:
    sign_in(plain_page, marit)
    plain_page.goto("/hulp/")
    expect(plain_page.get_by_text("Beheer uit Eemsdelta")).to_be_visible()
    expect(plain_page.get_by_role("heading", name="Dit is een oefenregio")).to_be_visible()


def test_the_privacy_officer_reads_the_log_of_a_case(
    page: Page, eemsdelta: World, sign_in: SignIn, screenshot: Screenshots
) -> None:
    reads(eemsdelta, "sanne", open_with(eemsdelta), at=NOW - DAY)
    sample = draw(eemsdelta, now=NOW)
    judge(eemsdelta, sample, "does_not_fit", "Zij woont ernaast.")
    sign_in(page, eemsdelta.members["privacy"])
    page.goto("/")
    page.get_by_role("link", name="Logboek").click()
    expect(page.get_by_role("row").filter(has_text="opende een casus")).to_contain_text("C-2026-0001")
    page.get_by_label("Nummer van een casus").fill("C-2026-0001")
    page.get_by_role("button", name="Regels tonen").click()
    expect(page.get_by_role("row").filter(has_text="las het logboek")).to_have_count(0)
    page.get_by_label("Wat er gebeurde").select_option("case.opened")
    page.get_by_role("button", name="Regels tonen").click()
    expect(page.get_by_role("row")).to_have_count(2)
    check_page(page)
    screenshot(page, "logboek")
    page.get_by_role("link", name="Uittreksel voor een inwoner").click()
    page.get_by_label("Nummer van de casus").fill("C-2026-0001")
    page.get_by_role("button", name="Uittreksel maken").click()
    expect(page.get_by_role("row").filter(has_text="begon een dossier over u")).to_contain_text("procesregisseur")
    check_page(page)
    screenshot(page, "logboek_uittreksel")
    page.goto("/logboek/verwerkingen/")
    check_page(page)
    screenshot(page, "logboek_verwerkingen")
    for name, address in (("steekproeven", ""), ("steekproef", f"{sample}/"), ("regel", f"{sample}/1/")):
        page.goto(f"/logboek/steekproeven/{address}")
        check_page(page)
        screenshot(page, f"logboek_{name}")
