"""Keeping and destroying in a browser: what is kept, holding it, a certificate and the periods."""

from collections.abc import Callable
from uuid import uuid4

import pytest
from playwright.sync_api import Page, expect

from houvast.accountability.models import Destruction, DestructionProposal
from houvast.accountability.rules.certificate import clock_line
from houvast.accountability.rules.retention import UnitKind
from houvast.accountability.selectors.units import unit
from houvast.cases.models import Case
from houvast.directory.models import Member
from tests.accountability.worlds import Kept, make_kept
from tests.browser.checks import Screenshots, check_page
from tests.worlds import NOW

SignIn = Callable[[Page, Member], None]


@pytest.fixture
def kept(live: str) -> Kept:
    """Give a closed case with its clocks, and the certificate of something else, served in a browser."""
    made = make_kept()
    found = unit(made.world.municipality.id, UnitKind.CASE, made.case)
    assert found is not None
    Destruction.objects.create(
        municipality=made.world.municipality,
        unit=UnitKind.CASE,
        unit_id=uuid4(),
        code="C-2019-0042",
        also={"residents": [str(uuid4())], "concerns": []},
        clocks=[clock_line(each) for each in found.clocks],
        proposed_by_id=made.world.id("privacy"),
        approved_by_id=made.world.id("dirk"),
        destroyed_at=NOW,
    )
    for kind in (UnitKind.CONCERN, UnitKind.REPAIR_ROW):
        DestructionProposal.objects.create(
            municipality=made.world.municipality,
            unit=kind,
            unit_id=uuid4(),
            number=1,
            proposed_by=made.world.members["dirk"],
            proposed_at=NOW,
        )
    return made


def test_the_privacy_officer_sees_what_is_kept_and_holds_it(
    kept: Kept, page: Page, sign_in: SignIn, screenshot: Screenshots
) -> None:
    sign_in(page, kept.world.members["privacy"])
    page.goto("/")
    page.get_by_role("contentinfo").get_by_role("link", name="Bewaren").click()
    check_page(page)
    screenshot(page, "bewaren")
    code = Case.objects.get(pk=kept.case).code
    page.get_by_role("link", name=code).click()
    expect(page.get_by_text("Nog niet")).to_be_visible()
    check_page(page)
    screenshot(page, "bewaren-casus")
    page.get_by_role("link", name="Vasthouden").click()
    page.get_by_label("rechtszaak").check()
    page.get_by_label("Wanneer kijkt u opnieuw?").fill("2061-01-04")
    page.get_by_role("button", name="Vasthouden").click()
    expect(page.get_by_text("Vastgehouden").first).to_be_visible()
    page.goto("/bewaren/vernietigd/")
    page.get_by_role("link", name="C-2019-0042").click()
    check_page(page)
    screenshot(page, "bewaren-verklaring")
    page.goto("/bewaren/termijnen/")
    check_page(page)
    screenshot(page, "bewaren-termijnen")
    page.get_by_role("link", name="Termijn toevoegen").click()
    check_page(page)
    screenshot(page, "bewaren-termijn-toevoegen")
    page.goto("/bewaren/")
    page.get_by_role("link", name="Voorstellen goedkeuren").click()
    expect(page.get_by_role("checkbox", checked=True)).to_have_count(2)
    check_page(page)
    screenshot(page, "bewaren-voorstellen")
