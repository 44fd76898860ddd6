"""Choosing a step, scaling, urgency, answering and filling in, in a real browser."""

from collections.abc import Callable
from uuid import UUID

import pytest
from playwright.sync_api import Page, expect

from houvast.ave.vocabulary import Responsibility
from houvast.cases.models import ScalingDecision
from houvast.cases.rules.opening import Choice
from houvast.cases.rules.scaling import Deciding, NewProposal
from houvast.cases.services.scale import scale
from houvast.cases.services.scale_urgently import scale_urgently
from houvast.directory.models import Member
from tests.browser.checks import Screenshots, check_page
from tests.web.scaling.cases import CODE, TO_3, TO_4, give_mandate, household, period, proposed, seat
from tests.worlds import NOW, World

SignIn = Callable[[Page, Member], None]
PROCESS = Responsibility.PROCESS_DIRECTION
NADIA = "Nadia uit Eemsdelta, procesregisseur OOV, Openbare orde"


def in_phase_3(world: World) -> tuple[UUID, UUID]:
    """Open a case and scale it up; gives the case and the decision."""
    case_id = household(world)
    decision = scale(
        actor=world.actor("marit"),
        now=NOW,
        case_id=case_id,
        new=NewProposal(3, frozenset(TO_3), "Het loopt vast.", "Siem slaapt slecht."),
        how=Deciding(chosen={PROCESS: Choice(member_id=world.id("marit"))}),
    )
    return case_id, decision


def in_phase_4(world: World) -> UUID:
    """Scale a case up to 4 at once; gives the decision."""
    case_id, _ = in_phase_3(world)
    new = NewProposal(4, frozenset(TO_4[:1]), "Ernstige dreiging vannacht.", "De kinderen zijn bij oma.")
    return scale_urgently(actor=world.actor("marit"), now=NOW, case_id=case_id, new=new)


def test_what_is_missing_is_told_and_what_was_typed_stays(
    page: Page, eemsdelta: World, sign_in: SignIn, screenshot: Screenshots
) -> None:
    case_id = household(eemsdelta)
    sign_in(page, eemsdelta.members["marit"])
    give_mandate(eemsdelta, "marit", "procesregisseur-oov")
    page.goto(f"/casussen/{CODE}/schalen/")
    check_page(page)
    screenshot(page, "schalen-kiezen")
    page.get_by_role("link", name="Opschalen naar AVE 3").click()
    check_page(page)
    screenshot(page, "schalen-leeg")
    for code in TO_3:
        page.locator(f"#criterium-{code}").check()
    page.get_by_label("Reden, in twee of drie zinnen").fill("Drie teams zijn apart bezig.")
    page.get_by_role("button", name="Opschalen naar AVE 3").click()
    expect(page.get_by_role("alert")).to_contain_text("één ding ontbreekt")
    expect(page.get_by_label("Reden, in twee of drie zinnen")).to_have_value("Drie teams zijn apart bezig.")
    check_page(page)
    screenshot(page, "schalen-fout")
    page.get_by_label("Wat betekent dit voor de kinderen?").fill("Siem slaapt slecht.")
    page.get_by_role("button", name="Opschalen naar AVE 3").click()
    expect(page.get_by_role("status")).to_contain_text("De casus is nu in AVE 3")
    assert period(case_id).phase == 3
    assert seat(case_id, PROCESS).member_id == eemsdelta.id("marit")


def test_with_javascript_the_consequences_follow_the_choice(
    page: Page, eemsdelta: World, sign_in: SignIn, screenshot: Screenshots
) -> None:
    household(eemsdelta)
    sign_in(page, eemsdelta.members["marit"])
    page.goto(f"/casussen/{CODE}/schalen/3/")
    aside = page.locator("#dit-gebeurt-er")
    expect(aside).to_contain_text("Procesregie gaat van niemand naar u.")
    page.get_by_text("Dit mag ook later").click()
    page.get_by_label("Wie krijgt de procesregie?").select_option(
        label="Nadia uit Eemsdelta, procesregisseur OOV, Openbare orde"
    )
    expect(aside).to_contain_text("Procesregie gaat van niemand naar Nadia uit Eemsdelta.")
    check_page(page)
    screenshot(page, "schalen-later")


def test_without_javascript_another_choice_is_shown_before_it_is_done(
    plain_page: Page, eemsdelta: World, sign_in: SignIn
) -> None:
    case_id = household(eemsdelta, children=False)
    sign_in(plain_page, eemsdelta.members["marit"])
    plain_page.goto(f"/casussen/{CODE}/schalen/3/")
    for code in TO_3:
        plain_page.locator(f"#criterium-{code}").check()
    plain_page.get_by_label("Reden, in twee of drie zinnen").fill("Drie teams zijn apart bezig.")
    plain_page.get_by_text("Dit mag ook later").click()
    plain_page.get_by_label("Wie krijgt de procesregie?").select_option(label=NADIA)
    plain_page.get_by_role("button", name="Opschalen naar AVE 3").click()
    expect(plain_page.get_by_role("alert")).to_contain_text("Nog niets gedaan.")
    expect(plain_page.locator("#dit-gebeurt-er")).to_contain_text("naar Nadia uit Eemsdelta")
    plain_page.get_by_role("button", name="Opschalen naar AVE 3").click()
    assert seat(case_id, PROCESS).member_id == eemsdelta.id("nadia")


def test_a_case_director_proposes_and_somebody_else_decides(
    page: Page, eemsdelta: World, sign_in: SignIn, screenshot: Screenshots
) -> None:
    case_id = household(eemsdelta)
    sign_in(page, eemsdelta.members["sanne"])
    page.goto(f"/casussen/{CODE}/schalen/3/")
    expect(page.get_by_label("Wat betekent dit voor Siem (6) en Lotte (3)?")).to_be_visible()
    check_page(page)
    screenshot(page, "schalen-voorstellen")
    proposal_id = proposed(eemsdelta, case_id)
    page.goto(f"/voorstellen/{proposal_id}/")
    check_page(page)
    screenshot(page, "voorstel-van-mij")
    page.goto(f"/casussen/{CODE}/schalen/")
    expect(page.get_by_text("Er wacht al een voorstel.")).to_be_visible()
    page.context.clear_cookies()
    sign_in(page, eemsdelta.members["marit"])
    page.goto(f"/voorstellen/{proposal_id}/")
    check_page(page)
    screenshot(page, "voorstel")
    page.get_by_role("button", name="Afwijzen met reden").click()
    expect(page.get_by_role("alert")).to_contain_text("Schrijf op waarom u niet akkoord gaat.")
    page.get_by_role("button", name="Opschalen naar AVE 3").click()
    expect(page.get_by_role("status")).to_contain_text("De casus is nu in AVE 3")


def test_urgency_in_three_fields_and_its_answer(
    page: Page, eemsdelta: World, sign_in: SignIn, screenshot: Screenshots
) -> None:
    in_phase_3(eemsdelta)
    sign_in(page, eemsdelta.members["marit"])
    page.goto(f"/casussen/{CODE}/spoed/4/")
    check_page(page)
    screenshot(page, "spoed")
    page.locator("#criterium-ernstig-veiligheidsprobleem").check()
    page.get_by_label("Waarom kan dit niet wachten?").fill("Ernstige dreiging vannacht.")
    page.get_by_label("Wat betekent dit voor Siem (6) en Lotte (3)?").fill("De kinderen zijn bij oma.")
    page.get_by_role("button", name="Met spoed opschalen naar AVE 4").click()
    expect(page.get_by_role("status")).to_contain_text("met spoed in AVE 4")
    decision = ScalingDecision.objects.get(outcome="urgent")
    page.context.clear_cookies()
    sign_in(page, eemsdelta.members["burg"])
    page.goto(f"/spoed/{decision.id}/")
    check_page(page)
    screenshot(page, "spoed-antwoord")
    page.get_by_role("button", name="Terugdraaien naar AVE 3").click()
    expect(page.get_by_role("alert")).to_contain_text("Schrijf op waarom u terugdraait.")
    page.get_by_role("button", name="AVE 4 bevestigen").click()
    expect(page.get_by_role("status")).to_contain_text("bevestigd")


def test_what_follows_a_decision_is_filled_in(
    page: Page, eemsdelta: World, sign_in: SignIn, screenshot: Screenshots
) -> None:
    _, decision_id = in_phase_3(eemsdelta)
    sign_in(page, eemsdelta.members["marit"])
    page.goto(f"/besluiten/{decision_id}/")
    check_page(page)
    heard = page.locator("#heard")
    heard.get_by_label("Op welke dag").fill("2026-11-20")
    heard.get_by_label("Wie en wat, of waarom nog niet").fill("Mevrouw Wieringa, aan huis.")
    page.get_by_role("button", name="Vastleggen wie is gehoord").click()
    expect(page.get_by_role("status")).to_contain_text("Vastgelegd: wie is gehoord.")
    expect(heard).to_contain_text("Mevrouw Wieringa, aan huis.")
    screenshot(page, "besluit")


def test_who_comes_second_keeps_what_they_typed(
    page: Page, eemsdelta: World, sign_in: SignIn, screenshot: Screenshots
) -> None:
    case_id = household(eemsdelta, children=False)
    sign_in(page, eemsdelta.members["marit"])
    page.goto(f"/casussen/{CODE}/schalen/3/")
    page.get_by_label("Reden, in twee of drie zinnen").fill("Drie teams zijn apart bezig.")
    scale(
        actor=eemsdelta.actor("nadia"),
        now=NOW,
        case_id=case_id,
        new=NewProposal(3, frozenset(TO_3), "Het loopt vast."),
        how=Deciding(),
    )
    page.get_by_role("button", name="Opschalen naar AVE 3").click()
    expect(page.get_by_role("heading", name="Iemand was u voor, of u drukte twee keer")).to_be_visible()
    expect(page.get_by_label("Reden")).to_have_value("Drie teams zijn apart bezig.")
    check_page(page)
    screenshot(page, "schalen-intussen")


@pytest.mark.parametrize("who", ["marit", "burg"])
def test_the_page_of_an_urgent_scaling_fits_who_reads_it(
    page: Page, eemsdelta: World, sign_in: SignIn, who: str
) -> None:
    decision_id = in_phase_4(eemsdelta)
    sign_in(page, eemsdelta.members[who])
    page.goto(f"/spoed/{decision_id}/")
    expect(page.get_by_role("button", name="AVE 4 bevestigen")).to_have_count(1 if who == "burg" else 0)
