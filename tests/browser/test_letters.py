"""A letter to somebody who wants no post at home, from choosing to its PDF, in a real browser."""

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

from houvast.cases.models import Case
from houvast.directory.models import Member
from houvast.residents.models import Resident
from tests.browser.checks import Screenshots, check_page
from tests.lives import open_with
from tests.worlds import World, make_resident

SignIn = Callable[[Page, Member], None]


def test_a_letter_is_written_read_and_made(
    page: Page, eemsdelta: World, sign_in: SignIn, screenshot: Screenshots
) -> None:
    ruben = make_resident(eemsdelta)
    Resident.objects.filter(pk=ruben.id).update(reach="no_post", language="Arabisch", street="Kade", house_number="1")
    code = Case.objects.get(pk=open_with(eemsdelta, ruben.id)).code
    sign_in(page, eemsdelta.members["sanne"])
    page.goto(f"/casussen/{code}/mensen/")
    expect(page.get_by_text("niet per post naar huis")).to_be_visible()
    check_page(page)
    screenshot(page, "mensen-brief")
    page.get_by_text("Wijzigen").first.click()
    page.get_by_role("link", name="Brief schrijven").click()
    check_page(page)
    screenshot(page, "brief-kiezen")
    page.get_by_label("Uitnodiging").check()
    expect(page.get_by_label("Ruben Dijkhuis")).to_be_checked()
    page.get_by_role("button", name="Verder met schrijven").click()
    expect(page.get_by_text("Deze inwoner leest Arabisch")).to_be_visible()
    check_page(page)
    screenshot(page, "brief-schrijven")
    page.get_by_role("button", name="Brief nalezen").click()
    expect(page.get_by_text("Er staat nog: [vul in: dag en tijd van het gesprek].").first).to_be_visible()
    page.get_by_label("Brief", exact=True).fill(
        "Beste Ruben,\n\nKomt u maandag praten?\n\nMet vriendelijke groet,\nSanne"
    )
    page.get_by_role("button", name="Brief nalezen").click()
    expect(page.get_by_role("article", name="De brief")).not_to_contain_text("Kade")
    check_page(page)
    screenshot(page, "brief-nalezen")
    page.get_by_role("button", name="Brief maken").click()
    expect(page.get_by_role("status")).to_contain_text("De brief is gemaakt")
    check_page(page)
    screenshot(page, "brief")
    with page.expect_download() as got:
        page.get_by_role("link", name="PDF ophalen").click()
    assert Path(got.value.path()).read_bytes().startswith(b"%PDF-")
    page.goto(f"/casussen/{code}/brieven/")
    check_page(page)
    screenshot(page, "brieven")
    sign_in(page, eemsdelta.members["beheer"])
    page.goto("/beheer/brieven/")
    check_page(page)
    screenshot(page, "brieven-teksten")
    page.get_by_role("link", name="Uitnodiging").click()
    check_page(page)
    screenshot(page, "brief-tekst")
