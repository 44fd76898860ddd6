"""An MDO that ends in scaling up, played by who takes part: from what asks for it to who finds what came of it."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, expect

from houvast.cases.models import Case
from houvast.cases.rules.scaling import NewProposal
from houvast.cases.services.propose_scaling import propose_scaling
from houvast.consultation.services.plan_meeting import plan_meeting
from houvast.directory.models import Member
from houvast.web.clock import read_clock
from tests.browser.checks import Screenshots, check_page
from tests.consultation.worlds import Tabled, make_tabled
from tests.lives import enough

SignIn = Callable[[Page, Member], None]
MARIT = "Marit uit Eemsdelta, procesregisseur OGGZ, Procesregie"


@pytest.fixture
def tabled(live: str) -> Iterator[Tabled]:
    """Give a table with a meeting that begins now and nothing on its agenda; Sanne proposed to scale her case up."""
    made, now = make_tabled(), read_clock()
    starts_at = now.replace(second=0, microsecond=0)
    meeting_id = plan_meeting(actor=made.actor("nadia"), now=now, table_id=made.table_id, starts_at=starts_at)
    new = NewProposal(3, enough(made.world, 2, 3), "Drie teams zijn apart bezig.")
    propose_scaling(actor=made.actor("sanne"), now=now, case_id=made.case_id, new=new)
    yield Tabled(made.world, made.table_id, meeting_id, made.case_id, made.partner)


def test_an_mdo_ends_in_scaling_up_and_everybody_finds_what_is_theirs(
    page: Page, tabled: Tabled, sign_in: SignIn, screenshot: Screenshots
) -> None:
    members, code = tabled.world.members, Case.objects.get(pk=tabled.case_id).code
    sign_in(page, members["nadia"])
    _prepare(page, tabled, screenshot)
    _say_and_resolve(page, screenshot)
    _scale_up(page, screenshot)
    _close(page, screenshot)

    _as(page, sign_in, tabled.partner)
    expect(page.get_by_role("main")).to_contain_text("Belt vandaag met de kliniek")
    _as(page, sign_in, members["marit"])
    expect(page.get_by_role("main")).to_contain_text("U heeft nu de procesregie.")
    screenshot(page, "mdo-werk-procesregisseur")
    _as(page, sign_in, members["sanne"])
    page.goto(f"/casussen/{code}/")
    discussed = page.get_by_role("region", name="Overleg")
    expect(discussed).to_contain_text("De kliniek belt niet terug.")
    expect(discussed).to_contain_text("Belt vandaag met de kliniek")
    expect(page.get_by_role("main")).to_contain_text("Marit uit Eemsdelta")
    check_page(page)
    screenshot(page, "mdo-casus")


def _as(page: Page, sign_in: SignIn, member: Member) -> None:
    """Let somebody else sign in, and look at Mijn werk."""
    page.context.clear_cookies()
    sign_in(page, member)
    page.goto("/")


def _prepare(page: Page, tabled: Tabled, screenshot: Screenshots) -> None:
    """Put the case that asks for it on the agenda, invite who must be there, and open the meeting."""
    page.goto(f"/overleg/{tabled.meeting_id}/")
    expect(page.get_by_role("region", name="Voorgesteld")).to_contain_text("opschalen? AVE 2 naar AVE 3")
    screenshot(page, "mdo-voorgesteld")
    page.keyboard.press("1")
    page.get_by_role("link", name="Overleg openen").click()
    page.get_by_role("button", name="Overleg openen").click()
    page.get_by_role("link", name="Iemand uitnodigen bij dit punt").click()
    page.get_by_label("Wie").select_option(label="Bram uit Eemsdelta, Gemeente Eemsdelta")
    page.get_by_role("button", name="Uitnodigen").click()
    expect(page.get_by_role("region", name="Wie is er?")).to_contain_text("Bram uit Eemsdelta")


def _say_and_resolve(page: Page, screenshot: Screenshots) -> None:
    page.keyboard.press("t")
    page.keyboard.type("De kliniek belt niet terug.")
    page.get_by_role("button", name="Tekst bewaren").click()
    expect(page.get_by_role("status")).to_contain_text("Opgeschreven.")
    page.keyboard.press("n")
    page.keyboard.type("Belt vandaag met de kliniek")
    page.keyboard.press("Tab")
    page.keyboard.type("yara")
    page.keyboard.press("Tab")
    page.keyboard.type("morgen")
    page.keyboard.press("Enter")
    expect(page.get_by_role("region", name="Vandaag besloten")).to_contain_text("Belt vandaag met de kliniek")
    screenshot(page, "mdo-besloten")


def _scale_up(page: Page, screenshot: Screenshots) -> None:
    """Decide on the proposal from the screen, give Marit the process direction, and come back to the meeting."""
    page.keyboard.press("f")
    page.wait_for_url("**/voorstellen/**")
    page.get_by_text("Dit mag ook later").click()
    page.get_by_label("Wie krijgt de procesregie?").select_option(label=MARIT)
    expect(page.locator("#dit-gebeurt-er")).to_contain_text("naar Marit uit Eemsdelta")
    page.get_by_role("button", name="Opschalen naar AVE 3").click()
    expect(page.get_by_role("status")).to_contain_text("De casus is nu in AVE 3")
    screenshot(page, "mdo-na-schalen")
    page.get_by_role("link", name="Terug naar MDO").click()
    expect(page.get_by_role("region", name="Nu besloten in de casus")).to_contain_text(
        "Opgeschaald van AVE 2 naar AVE 3"
    )
    expect(page.get_by_role("region", name="Nu besloten in de casus")).to_contain_text("Procesregie: Marit")


def _close(page: Page, screenshot: Screenshots) -> None:
    """Close from the last item; the minutes tell what was said and decided."""
    page.keyboard.press("j")
    page.get_by_role("button", name="Overleg sluiten").click()
    expect(page.get_by_role("heading", name="Notulen", exact=False).first).to_be_visible()
    expect(page.get_by_role("main")).to_contain_text("De kliniek belt niet terug.")
    screenshot(page, "mdo-notulen")
