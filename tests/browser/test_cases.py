"""Mijn werk, the list, the case page and the acts on seats, in a real browser."""

from collections.abc import Callable
from datetime import date, timedelta
from uuid import UUID

import pytest
from playwright.sync_api import Page, expect

from houvast.ave.vocabulary import Responsibility
from houvast.cases.models import Case, Note
from houvast.cases.rules.opening import Choice
from houvast.cases.rules.reviewing import NewReview
from houvast.cases.rules.scaling import Deciding, NewProposal
from houvast.cases.services.add_organisation import NewCaseOrganisation, add_organisation
from houvast.cases.services.ask_hand_over import ask_hand_over
from houvast.cases.services.ask_take_over import ask_take_over
from houvast.cases.services.assign_seat import assign_seat
from houvast.cases.services.fill_seat_temporarily import fill_seat_temporarily
from houvast.cases.services.review_phase import review_phase
from houvast.cases.services.scale import scale
from houvast.cases.services.write_note import write_note
from houvast.directory.models import Member, Organisation
from houvast.web.clock import read_clock
from tests.browser.checks import Screenshots, check_page
from tests.browser.days import today
from tests.lives import enough, open_with
from tests.worlds import NOW, World, make_resident

SignIn = Callable[[Page, Member], None]


@pytest.fixture
def vacant(eemsdelta: World) -> str:
    """Open a case that nobody leads, with nine organisations and a note; gives its code."""
    case_id = open_with(eemsdelta, make_resident(eemsdelta).id, director=None)
    marit = eemsdelta.actor("marit")
    assign_seat(
        actor=marit,
        now=NOW,
        case_id=case_id,
        responsibility=Responsibility.PROCESS_DIRECTION,
        choice=Choice(member_id=eemsdelta.id("bos")),
    )
    for number in range(9):
        name = f"Stichting {number} (verzonnen)"
        organisation = Organisation.objects.create(kind="other", name=name, phone="050 00 02 31")
        new = NewCaseOrganisation(organisation.id, "Yara Mensah", "behandelaar", directs_treatment=number == 0)
        add_organisation(actor=eemsdelta.actor("bos"), now=NOW, case_id=case_id, new=new)
    note = "Gebeld met de buren. Morgen weer."
    write_note(actor=eemsdelta.actor("bos"), now=NOW, case_id=case_id, part=Note.Part.GENERAL, text=note)
    return code_of(case_id)


@pytest.fixture
def asked(eemsdelta: World) -> str:
    """Open a case in which Bram is asked to take over and somebody fills in for a time; gives its code."""
    case_id = open_with(eemsdelta, make_resident(eemsdelta, "Wieringa", "Siem").id)
    direction = Responsibility.CASE_DIRECTION
    ask_hand_over(
        actor=eemsdelta.actor("sanne"),
        now=NOW,
        case_id=case_id,
        responsibility=direction,
        to_member=eemsdelta.id("bram"),
        reason="Andere wijk.",
    )
    fill_seat_temporarily(
        actor=eemsdelta.actor("marit"),
        now=NOW,
        case_id=case_id,
        responsibility=Responsibility.PROCESS_DIRECTION,
        member_id=eemsdelta.id("bos"),
        until=today() + timedelta(days=4),
        reason="Verlof.",
    )
    return code_of(case_id)


def code_of(case_id: UUID) -> str:
    """Give the code of a case."""
    return Case.objects.get(pk=case_id).code


def test_a_vacancy_stands_first_and_is_solved_in_two_steps(
    page: Page, eemsdelta: World, vacant: str, sign_in: SignIn, screenshot: Screenshots
) -> None:
    sign_in(page, eemsdelta.members["marit"])
    page.goto("/")
    expect(page.get_by_role("heading", name="Niemand heeft de regie")).to_be_visible()
    check_page(page)
    screenshot(page, "mijn-werk")
    page.get_by_role("link", name="Casusregie toewijzen").first.click()
    check_page(page)
    screenshot(page, "casusregie-toewijzen")
    page.get_by_label("Wie?").select_option(label="Sanne uit Eemsdelta, casusregisseur, Gebiedsteam")
    page.get_by_role("button", name="Casusregie toewijzen").click()
    expect(page.get_by_role("status")).to_contain_text("De casusregie is toegewezen.")
    expect(page.locator(".houvast-band")).to_contain_text("Sanne uit Eemsdelta")


def test_a_phase_is_looked_at_again_from_mijn_werk(
    page: Page, eemsdelta: World, sign_in: SignIn, screenshot: Screenshots
) -> None:
    case_id = open_with(eemsdelta, make_resident(eemsdelta).id)
    up = NewProposal(3, enough(eemsdelta, 2, 3), "Drie teams zijn apart bezig.")
    long_ago = read_clock() - timedelta(weeks=5)
    scale(actor=eemsdelta.actor("marit"), now=max(NOW, long_ago), case_id=case_id, new=up, how=Deciding())
    sanne = eemsdelta.actor("sanne")
    before = NewReview("De ruzies zijn minder.", resident_asked=False, why_not_asked="Zij lag ziek.", review_on=soon())
    review_phase(actor=sanne, now=read_clock(), case_id=case_id, new=before)
    sign_in(page, eemsdelta.members["sanne"])
    page.goto(f"/casussen/{code_of(case_id)}/herzien/")
    check_page(page)
    screenshot(page, "fase-herzien")
    page.get_by_role("button", name="Vastleggen dat AVE 3 nog past").click()
    expect(page.get_by_role("alert")).to_contain_text("Nog niet vastgelegd.")
    check_page(page)
    page.get_by_label("Wat heeft u gewogen?").fill("Rustiger, maar zij kan nog niet alleen.")
    page.get_by_role("radio", name="Ja").check()
    page.get_by_role("button", name="Vastleggen dat AVE 3 nog past").click()
    expect(page.get_by_role("status")).to_contain_text("Vastgelegd: AVE 3 past nog.")
    screenshot(page, "fase-herzien-daarna")


def test_a_silent_team_holds_nothing_up(page: Page, eemsdelta: World, sign_in: SignIn, screenshot: Screenshots) -> None:
    case_id, sanne = open_with(eemsdelta, make_resident(eemsdelta).id), eemsdelta.actor("sanne")
    youth = eemsdelta.teams["Jeugd"].id
    ask_take_over(actor=sanne, now=NOW, case_id=case_id, to_team=youth, reason="Er is een kind.")
    sign_in(page, eemsdelta.members["sanne"])
    page.goto(f"/casussen/{code_of(case_id)}/sluiten/")
    check_page(page)
    screenshot(page, "casus-sluiten-wacht")
    page.get_by_role("link", name="Vraag aan Jeugd intrekken").click()
    check_page(page)
    screenshot(page, "vraag-intrekken")
    page.get_by_label("Waarom trekt u de vraag in?").fill("Zij antwoorden niet.")
    page.get_by_role("button", name="Vraag intrekken").click()
    expect(page.get_by_role("status")).to_contain_text("De vraag aan Jeugd is ingetrokken.")
    page.goto(f"/casussen/{code_of(case_id)}/sluiten/")
    expect(page.get_by_text("houdt sluiten tegen")).to_have_count(0)


def soon() -> date:
    """Give a day in three weeks."""
    return today() + timedelta(weeks=3)


def test_the_case_page_says_who_leads_at_one_glance(
    page: Page, eemsdelta: World, vacant: str, sign_in: SignIn, screenshot: Screenshots
) -> None:
    sign_in(page, eemsdelta.members["bos"])
    page.goto(f"/casussen/{vacant}/")
    expect(page.get_by_text("Niemand heeft de casusregie")).to_be_visible()
    expect(page.get_by_text("Vanaf 8 vraagt de gemeente: wie kan eruit?")).to_be_visible()
    check_page(page)
    screenshot(page, "casus-zonder-regisseur")
    assert len(page.pdf(format="A4")) > 0


def test_without_javascript_a_hand_over_is_answered(
    plain_page: Page, eemsdelta: World, asked: str, sign_in: SignIn, screenshot: Screenshots
) -> None:
    sign_in(plain_page, eemsdelta.members["bram"])
    plain_page.goto("/")
    plain_page.get_by_role("link", name="Overdracht lezen").click()
    screenshot(plain_page, "overdracht")
    plain_page.get_by_label("Ja, ik neem het over").check()
    plain_page.get_by_role("button", name="Antwoord geven").click()
    expect(plain_page.locator(".houvast-band")).to_contain_text("Bram uit Eemsdelta")


def test_a_refusal_without_a_reason_keeps_what_was_filled_in(
    page: Page, eemsdelta: World, asked: str, sign_in: SignIn
) -> None:
    sign_in(page, eemsdelta.members["bram"])
    page.goto("/")
    page.get_by_role("link", name="Overdracht lezen").click()
    page.get_by_label("Nee, ik neem het niet over").check()
    page.get_by_role("button", name="Antwoord geven").click()
    expect(page.get_by_role("alert")).to_contain_text("Schrijf op waarom u het niet overneemt.")
    expect(page.get_by_label("Nee, ik neem het niet over")).to_be_checked()
    check_page(page)


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("/casussen/", "casussen"),
        ("/zoeken/", "zoeken"),
        ("/casussen/nieuw/", "casus-openen"),
        ("/casussen/{code}/", "casus"),
        ("/casussen/{code}/tijdlijn/", "tijdlijn"),
        ("/casussen/{code}/mensen/", "mensen"),
        ("/casussen/{code}/mensen/organisatie/", "organisatie"),
        ("/casussen/{code}/mensen/inwoner/", "inwoner-toevoegen"),
        ("/casussen/{code}/notitie/", "notitie"),
        ("/casussen/{code}/koppelen/", "koppelen"),
        ("/casussen/{code}/sluiten/", "sluiten"),
        ("/casussen/{code}/team-vragen/", "team-vragen"),
        ("/casussen/{code}/overdragen/casusregie/", "overdragen"),
        ("/casussen/{code}/tijdelijk/procesregie/", "tijdelijk"),
    ],
)
def test_every_page_of_a_case_passes(
    page: Page, eemsdelta: World, asked: str, sign_in: SignIn, screenshot: Screenshots, path: str, name: str
) -> None:
    sign_in(page, eemsdelta.members["bos"])
    response = page.goto(path.format(code=asked))
    assert response is not None
    assert response.status == 200
    check_page(page)
    screenshot(page, name)
