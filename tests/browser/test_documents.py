"""A document is added, gets a version and a redacted copy, and is got back, in a real browser."""

from collections.abc import Callable
from pathlib import Path
from uuid import UUID

import pytest
from playwright.sync_api import Page, expect

from houvast.cases.models import Case
from houvast.directory.models import Member
from tests.browser.checks import Screenshots, check_page
from tests.documents.files import PDF, TEXT
from tests.lives import open_with
from tests.rights.region import take_process_direction
from tests.worlds import World, make_resident

SignIn = Callable[[Page, Member], None]
MEGABYTE = 1024 * 1024


@pytest.fixture
def case_id(eemsdelta: World) -> UUID:
    """Open a case that Sanne and Marit lead."""
    made = open_with(eemsdelta, make_resident(eemsdelta).id)
    take_process_direction(eemsdelta, made)
    return made


@pytest.fixture
def code(case_id: UUID) -> str:
    """Give its code."""
    return Case.objects.get(pk=case_id).code


def _choose(page: Page, name: str, content: bytes) -> None:
    field = page.get_by_label("Bestand", exact=True)
    field.set_input_files({"name": name, "mimeType": "text/plain", "buffer": content})


def test_a_document_is_added_changed_and_copied(
    page: Page, eemsdelta: World, code: str, sign_in: SignIn, screenshot: Screenshots
) -> None:
    sign_in(page, eemsdelta.members["sanne"])
    page.goto(f"/casussen/{code}/documenten/nieuw/")
    check_page(page)
    screenshot(page, "document-toevoegen")
    page.get_by_label("Hoe heet dit document?").fill("Brief van de huisarts")
    _choose(page, "te-groot.txt", bytes(26 * MEGABYTE))
    page.get_by_role("button", name="Document toevoegen").click()
    expect(page.get_by_role("alert")).to_contain_text("Ten hoogste 25 MB mag")
    _choose(page, "brief.pdf", TEXT)
    page.get_by_role("button", name="Document toevoegen").click()
    expect(page.get_by_text("maar de inhoud hoort bij .txt").first).to_be_visible()
    expect(page.get_by_label("Hoe heet dit document?")).to_have_value("Brief van de huisarts")
    screenshot(page, "document-fout")
    _choose(page, "brief.pdf", PDF)
    page.get_by_role("button", name="Document toevoegen").click()
    expect(page.get_by_role("status")).to_contain_text("Het document staat bij de casus.")
    page.get_by_role("link", name="Nieuwe versie toevoegen").click()
    _choose(page, "brief.txt", TEXT * 40_000)
    page.get_by_role("button", name="Versie toevoegen").click()
    expect(page.get_by_text("Geldt nu")).to_be_visible()
    with page.expect_download() as got:
        page.get_by_role("link", name="brief.pdf").click()
    assert got.value.suggested_filename == "brief.pdf"
    assert Path(got.value.path()).read_bytes() == PDF
    check_page(page)
    page.goto(f"/casussen/{code}/documenten/")
    check_page(page)
    screenshot(page, "documenten")


def test_a_copy_is_made_without_a_script(
    plain_page: Page, eemsdelta: World, code: str, sign_in: SignIn, screenshot: Screenshots
) -> None:
    page = plain_page
    sign_in(page, eemsdelta.members["sanne"])
    page.goto(f"/casussen/{code}/documenten/nieuw/")
    page.get_by_label("Hoe heet dit document?").fill("Brief van de huisarts")
    page.get_by_label("Zorg").check()
    _choose(page, "brief.txt", TEXT)
    page.get_by_role("button", name="Document toevoegen").click()
    page.get_by_role("link", name="Gelakte kopie maken").click()
    screenshot(page, "document-gelakte-kopie")
    page.get_by_label("Hoe heet dit document?").fill("Brief zonder namen")
    page.get_by_label("Wat is weggelaten?").fill("De naam van de melder.")
    page.get_by_label("Waarom?").fill("Zij is bang.")
    page.get_by_label("Op welke grond?").fill("AVG, artikel 15 lid 4")
    page.get_by_label("Algemeen").check()
    _choose(page, "brief.txt", TEXT)
    page.get_by_role("button", name="Kopie toevoegen").click()
    expect(page.get_by_role("heading", name="Dit is een gelakte kopie van")).to_be_visible()
    screenshot(page, "document")
    page.goto(f"/casussen/{code}/")
    expect(page.get_by_role("link", name="Documenten (2)")).to_be_visible()
    screenshot(page, "casus-met-documenten")
