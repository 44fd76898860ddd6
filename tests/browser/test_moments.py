"""Somebody leaves prison on a date: prepared, moved and done by three people who are signed in, in a real browser."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from uuid import UUID

import pytest
from playwright.sync_api import Page, expect

from houvast.cases.models import Case, CrucialMoment
from houvast.directory.models import Member
from houvast.kernel.dutch_dates import whole
from tests.browser.checks import Screenshots, check_page
from tests.browser.days import today
from tests.lives import open_with
from tests.moments import plan
from tests.rights.region import take_process_direction
from tests.worlds import NOW, World, make_resident

SignIn = Callable[[Page, Member], None]


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


def test_somebody_leaves_prison_on_a_date(
    page: Page, eemsdelta: World, code: str, sign_in: SignIn, screenshot: Screenshots
) -> None:
    released = today() + timedelta(days=6)
    sign_in(page, eemsdelta.members["sanne"])
    page.goto(f"/casussen/{code}/momenten/nieuw/")
    check_page(page)
    screenshot(page, "moment-klaarzetten")
    page.get_by_label("Wat gaat er gebeuren?").select_option("Uit de gevangenis")
    page.get_by_label("Op welke dag?").fill(released.isoformat())
    page.get_by_label("Waar gaat het om?").fill("Ruben komt vrij en gaat naar zijn eigen huis.")
    page.get_by_label("Wie belt u waar iemand vandaan komt?").fill("Ria Bos (verzonnen)")
    page.get_by_label("Bij welke organisatie?", exact=False).first.fill("PI (verzonnen)")
    page.get_by_label("Wie belt u waar iemand heen gaat?").fill("Janna Dijkhuis, zijn zus")
    page.get_by_role("button", name="Moment klaarzetten").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(f"Uit de gevangenis: {whole(released, today())}")
    expect(page.get_by_text("Papieren: er is een geldig identiteitsbewijs").first).to_be_visible()
    page.get_by_role("button", name=re.compile("^Gedaan.*Wonen")).click()
    expect(page.get_by_role("status")).to_contain_text("Het punt is gemeld.")
    _let_the_debts_be_held_by_bram(page, released)
    check_page(page)
    screenshot(page, "moment")
    page.goto(f"/casussen/{code}/")
    expect(page.locator(".houvast-moment")).to_contain_text("Uit de gevangenis")
    check_page(page)
    screenshot(page, "casus-met-moment")
    _bram_cannot_do_it(page, eemsdelta, sign_in, screenshot)
    _marit_sees_it_nearing_and_moves_it(page, eemsdelta, code, sign_in, released, screenshot)
    _ruben_comes_out_and_sanne_speaks_him(page, eemsdelta, sign_in)


def _let_the_debts_be_held_by_bram(page: Page, released: date) -> None:
    page.get_by_role("link", name="Punt toevoegen").click()
    page.get_by_label("Wat moet er gebeuren?").fill("De bewindvoerder bellen")
    page.get_by_label("Wanneer moet het klaar zijn?").fill((released - timedelta(days=1)).isoformat())
    page.get_by_label("Collega in Houvast").select_option(
        label="Bram uit Eemsdelta, casusregisseur, Gemeente Eemsdelta"
    )
    page.get_by_role("button", name="Punt toevoegen").click()
    expect(page.get_by_role("status")).to_contain_text("Het punt staat op de lijst.")


def _bram_cannot_do_it(page: Page, world: World, sign_in: SignIn, screenshot: Screenshots) -> None:
    sign_in(page, world.members["bram"])
    page.goto("/")
    page.get_by_role("link", name="Punt melden").click()
    check_page(page)
    screenshot(page, "moment-punt")
    page.get_by_label("Lukt niet").check()
    page.get_by_role("button", name="Punt melden").click()
    expect(page.get_by_role("alert")).to_contain_text("Schrijf op waarom dit niet gedaan is.")
    page.get_by_label("Toelichting").fill("Er is nog geen bewindvoerder.")
    page.get_by_role("button", name="Punt melden").click()
    expect(page.get_by_role("status")).to_contain_text("Het punt is gemeld.")
    expect(page.get_by_role("link", name="Punt melden")).to_have_count(0)


def _marit_sees_it_nearing_and_moves_it(
    page: Page, world: World, code: str, sign_in: SignIn, released: date, screenshot: Screenshots
) -> None:
    sign_in(page, world.members["marit"])
    page.goto("/")
    expect(page.get_by_role("heading", name="Een cruciaal moment komt eraan")).to_be_visible()
    screenshot(page, "mijn-werk-moment")
    page.get_by_role("link", name="Voorbereiding openen").click()
    expect(page.get_by_text("Er is nog geen bewindvoerder.")).to_be_visible()
    page.get_by_role("link", name="Verzetten").click()
    check_page(page)
    later = released + timedelta(days=20)
    page.get_by_label("Nieuwe dag").fill(later.isoformat())
    page.get_by_label("Waarom verandert de dag?").fill("De zitting schoof op.")
    page.get_by_role("button", name="Moment verzetten").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(whole(later, today()))
    page.goto("/")
    expect(page.get_by_role("link", name="Voorbereiding openen")).to_have_count(0)
    page.goto(f"/casussen/{code}/momenten/")
    expect(page.get_by_text("verzet", exact=False).first).to_be_visible()
    check_page(page)
    screenshot(page, "momenten")


def _ruben_comes_out_and_sanne_speaks_him(page: Page, world: World, sign_in: SignIn) -> None:
    """The day came sooner than the moment said; what comes after it is asked at once."""
    address = page.url
    sign_in(page, world.members["sanne"])
    page.goto(address)
    page.get_by_role("link", name=re.compile("Uit de gevangenis")).first.click()
    expect(page.get_by_text("Janna Dijkhuis, zijn zus")).to_be_visible()
    page.get_by_role("link", name="Het ging door").click()
    page.get_by_label("Op welke dag ging het door?").fill(today().isoformat())
    page.get_by_role("button", name="Vastleggen dat het doorging").click()
    page.get_by_role("button", name=re.compile("^Gedaan.*De inwoner spreken, buiten")).click()
    expect(page.get_by_role("status")).to_contain_text("Het punt is gemeld.")


def test_without_javascript_what_happened_asks_what_comes_after(
    plain_page: Page, eemsdelta: World, case_id: UUID, code: str, sign_in: SignIn, screenshot: Screenshots
) -> None:
    moment = plan(eemsdelta, case_id, CrucialMoment.Kind.SHELTER_OUT, now=NOW, on_date=date(2026, 11, 28))
    sign_in(plain_page, eemsdelta.members["sanne"])
    plain_page.goto(f"/momenten/{moment}/doorgegaan/")
    plain_page.get_by_label("Op welke dag ging het door?").fill(today().isoformat())
    plain_page.get_by_role("button", name="Vastleggen dat het doorging").click()
    expect(plain_page.get_by_text("Doorgegaan", exact=True)).to_be_visible()
    plain_page.get_by_role("button", name=re.compile("^Gedaan.*in de woning")).click()
    expect(plain_page.get_by_text("Gedaan: ").first).to_be_attached()
    plain_page.goto(f"/momenten/{moment}/")
    screenshot(plain_page, "moment-doorgegaan")
