"""Entering, triage and reading lists, in a real browser."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from houvast.directory.models import Member
from houvast.intake.models import Concern, ReportingPoint
from houvast.intake.rules.person import PersonFacts, Sex
from houvast.intake.rules.triage import Outcome
from houvast.intake.services.decide_concern import NewDecision, decide_concern
from houvast.kernel.partial_date import PartialDate
from houvast.web.clock import read_clock
from tests.browser.checks import PHONE, Screenshots, check_page, no_sideways_scrolling
from tests.intake.worlds import make_concern, make_point, make_triager
from tests.lives import open_with
from tests.worlds import World, make_resident

SignIn = Callable[[Page, Member], None]

PEOPLE = (
    ("Vegt", "Y.", Sex.FEMALE, "Sennweg", "16", "Delfzijl", "urgent"),
    ("Hoving", "Aleida", Sex.FEMALE, "Havenstraat", "3", "Loppersum", "urgent"),
    ("Rijks", "J.", None, "Bierumerweg", "9", "Bierum", "soon"),
    ("Bosscher", "Kees", Sex.MALE, "Dorpsweg", "12", "Spijk", "soon"),
    ("Cornelisse", "Twan", Sex.MALE, "Stationsweg", "4", "Loppersum", "normal"),
    ("", "", None, "Park", "", "Farmsum", "normal"),
)
TOLD = (
    "Melder hoort al dagen geschreeuw; betrokkene lijkt in de war. Bij aankomst deed mevrouw open, was rustig maar "
    "mager. Gordijnen dicht, veel post op de mat. Geen geweld gezien."
)
QUESTIONS = [
    "Is er nu gevaar voor haarzelf of een ander?",
    "Zijn er kinderen in huis?",
    "Heeft zij vandaag iemand gesproken?",
]
LIST = (
    "Incidentnummer;Datum kennisname;Achternaam;Voornamen;Geboortedatum;BSN;Woonplaats;Gemeente;Toelichting\r\n"
    "PL0100-1;22-11-2026;Vegt;Joëlle;25-05-1998;;Delfzijl;Eemsdelta;Gordijnen dicht.\r\n"
    "PL0100-2;22-11-2026;Hoving;;31-02-1980;;Spijk;Eemsdelta;Rustig.\r\n"
    ";22-11-2026;Rijks;;;;Bierum;Eemsdelta;Zonder nummer.\r\n"
    "PL0100-5;;Smit;;;;Bierum;Eemsdelta;Zonder datum.\r\n"
)


@pytest.fixture
def point(eemsdelta: World) -> ReportingPoint:
    """Make a point with its questions, and one for police lists."""
    make_point(eemsdelta, "oggz", name="Politie (E33)", source="police_e33")
    made = make_point(eemsdelta, "oggz")
    made.instruction = QUESTIONS
    made.save()
    return made


@pytest.fixture
def waiting(eemsdelta: World, point: ReportingPoint) -> list[Concern]:
    """Let six concerns wait, the first of somebody who is known and whose case Sanne leads."""
    known = make_resident(eemsdelta, "Vegt", "Yvonne")
    known.surname_prefix, known.search_name, known.sex = "van der", "vegt yvonne van der", "V"
    known.birth_year, known.birth_month, known.birth_day = 1998, 5, 25
    known.street, known.house_number, known.town = "Sennweg", "61", "Delfzijl"
    known.save()
    open_with(eemsdelta, known.id)
    now = read_clock()
    made = [
        make_concern(
            eemsdelta,
            point,
            person=PersonFacts(
                surname=surname,
                first_names=first_names,
                sex=sex,
                birth_date=PartialDate(1998, 5, 25) if surname == "Vegt" else None,
                street=street,
                house_number=number,
                place=town,
            ),
            text=TOLD,
            urgency=urgency,
            now=now,
        )
        for surname, first_names, sex, street, number, town, urgency in PEOPLE
    ]
    for hour, concern in enumerate(made):
        concern.decide_before = now + timedelta(hours=hour, minutes=40)
        concern.save()
    return made


def states() -> list[str]:
    """Give what was decided, in the order of time."""
    decided = Concern.objects.exclude(decision=None).order_by("decision__decided_at")
    return [concern.decision.outcome for concern in decided if concern.decision]


def press(page: Page, *keys: str, then: str) -> None:
    """Press keys, and wait for the page with this heading until it listens to keys."""
    for key in keys:
        page.keyboard.press(key)
    expect(page.get_by_role("heading", name=then)).to_be_visible()
    page.wait_for_load_state("load")


def test_five_concerns_are_decided_by_keyboard_only(
    page: Page, eemsdelta: World, waiting: list[Concern], sign_in: SignIn, screenshot: Screenshots
) -> None:
    sign_in(page, eemsdelta.members["marit"])
    page.goto("/signalen/")
    expect(page.get_by_role("heading", name="Vegt, Y.")).to_be_visible()
    check_page(page)
    screenshot(page, "triage")
    page.keyboard.press("z")
    expect(page.get_by_text("Bevestigd: dezelfde")).to_be_visible()
    screenshot(page, "triage-bevestigd")
    page.keyboard.press("r")
    page.keyboard.type("Past bij")
    press(page, "Escape", "1", then="Hoving, Aleida")
    press(page, "4", then="Advies")
    check_page(page)
    screenshot(page, "triage-advies")
    press(page, "1", "Enter", then="Rijks, J.")
    press(page, "5", then="Niets")
    press(page, "2", "Enter", then="Bosscher, Kees")
    press(page, "3", then="Doorgeven")
    expect(page.get_by_label("Aan welk team?")).to_be_focused()
    page.keyboard.type("Geb")
    press(page, "Tab", "2", "Enter", then="Cornelisse, Twan")
    press(page, "5", then="Niets")
    press(page, "1", "Enter", then="Naam onbekend")
    assert states() == ["joined", "advice", "nothing", "passed_on", "nothing"]


def test_keys_go_through_the_queue_keep_what_was_typed_and_take_a_decision_back(
    page: Page, eemsdelta: World, waiting: list[Concern], sign_in: SignIn
) -> None:
    sign_in(page, eemsdelta.members["marit"])
    page.goto("/signalen/")
    press(page, "j", then="Hoving, Aleida")
    press(page, "k", then="Vegt, Y.")
    page.keyboard.press("t")
    page.keyboard.type("Zoon belt terug; 1 of 2 keer.")
    press(page, "Escape", "4", then="Advies")
    expect(page.get_by_label("Toelichting")).to_have_value("Zoon belt terug; 1 of 2 keer.")
    press(page, "1", "Enter", then="Hoving, Aleida")
    press(page, "u", then="Vegt, Y.")
    expect(page.get_by_role("status")).to_contain_text("ongedaan gemaakt")
    assert states() == ["undone"]
    page.set_viewport_size({"width": 1280, "height": 600})
    page.goto(f"/signalen/{waiting[5].id}/")
    expect(page.get_by_role("link", name="Naam onbekend")).to_be_in_viewport(ratio=1)


def test_without_javascript_triage_is_done_with_buttons(
    plain_page: Page, eemsdelta: World, waiting: list[Concern], sign_in: SignIn
) -> None:
    sign_in(plain_page, eemsdelta.members["marit"])
    plain_page.goto("/signalen/")
    plain_page.get_by_role("button", name="Dezelfde").click()
    plain_page.get_by_label("Reden").select_option(label="Past bij lopende zorgen")
    plain_page.get_by_role("button", name="Bij casus voegen").click()
    expect(plain_page.get_by_role("heading", name="Hoving, Aleida")).to_be_visible()
    plain_page.get_by_label("Toelichting").fill("De buurvrouw gaat langs.")
    plain_page.get_by_role("button", name="Advies").click()
    expect(plain_page.get_by_label("Toelichting")).to_have_value("De buurvrouw gaat langs.")
    plain_page.get_by_label("De melder kan zelf verder").check()
    plain_page.get_by_role("button", name="Advies vastleggen").click()
    expect(plain_page.get_by_role("heading", name="Rijks, J.")).to_be_visible()
    plain_page.get_by_role("button", name="Laatste besluit ongedaan maken").click()
    expect(plain_page.get_by_role("heading", name="Hoving, Aleida")).to_be_visible()
    assert states() == ["joined", "undone"]


def test_passing_on_asks_a_team_and_the_team_answers(
    page: Page, eemsdelta: World, waiting: list[Concern], sign_in: SignIn, screenshot: Screenshots
) -> None:
    sign_in(page, eemsdelta.members["marit"])
    page.goto(f"/signalen/{waiting[1].id}/")
    page.keyboard.press("3")
    expect(page.get_by_role("heading", name="Doorgeven")).to_be_visible()
    check_page(page)
    screenshot(page, "doorgeven")
    page.get_by_label("Aan welk team?").select_option(label="Gebiedsteam")
    page.get_by_label("Dit hoort bij de taak van een ander").check()
    page.get_by_role("button", name="Signaal doorgeven").click()
    expect(page.get_by_role("status")).to_contain_text("is doorgegeven")
    sign_in(page, eemsdelta.members["sanne"])
    page.goto("/signalen/doorgegeven/")
    check_page(page)
    screenshot(page, "doorgegeven")
    page.get_by_role("link", name="Antwoord geven").click()
    check_page(page)
    screenshot(page, "antwoord")
    page.get_by_label("Nee, wij geven het terug").check()
    page.get_by_role("button", name="Antwoord geven").click()
    expect(page.get_by_role("alert")).to_contain_text("Schrijf op waarom")
    page.get_by_label("Toelichting").fill("Zij woont al bij de jeugdhulp.")
    page.get_by_role("button", name="Antwoord geven").click()
    expect(page.get_by_text("Uw team hoeft nu niets te antwoorden")).to_be_visible()
    sign_in(page, eemsdelta.members["marit"])
    page.goto(f"/signalen/{waiting[1].id}/")
    expect(page.get_by_text("Gebiedsteam gaf het signaal terug.")).to_be_visible()
    screenshot(page, "triage-terug")


def test_a_new_case_is_opened_from_a_concern(
    page: Page, eemsdelta: World, waiting: list[Concern], sign_in: SignIn, screenshot: Screenshots
) -> None:
    sign_in(page, eemsdelta.members["marit"])
    page.goto(f"/signalen/{waiting[1].id}/")
    page.keyboard.press("2")
    expect(page.get_by_role("heading", name="Nieuwe casus")).to_be_visible()
    check_page(page)
    screenshot(page, "casus-uit-signaal")
    page.get_by_role("button", name="Casus openen").click()
    expect(page.get_by_role("alert")).to_contain_text("Kies een reden uit de lijst.")
    page.get_by_label("Herhaalde meldingen, niemand leidt").check()
    page.get_by_label("AVE 3").check()
    page.get_by_label("Wie neemt de casusregie?").select_option(label="De inwoner zelf")
    page.get_by_role("button", name="Casus openen").click()
    expect(page.get_by_role("alert")).to_contain_text("In fase 3 kan de inwoner of het netwerk")
    check_page(page)
    screenshot(page, "casus-uit-signaal-fase")
    page.get_by_label("AVE 2").check()
    expect(page.get_by_label("Naam van de casus")).to_have_value("Huishouden Hoving")
    page.get_by_role("button", name="Casus openen").click()
    expect(page.get_by_role("status")).to_contain_text("is open.")
    expect(page.get_by_role("heading", name="Huishouden Hoving")).to_be_visible()
    expect(page.locator(".houvast-band")).to_contain_text("Aleida Hoving")


def test_straight_out_says_what_is_lost_before_it_is_done(
    page: Page, eemsdelta: World, waiting: list[Concern], sign_in: SignIn, screenshot: Screenshots
) -> None:
    sign_in(page, eemsdelta.members["marit"])
    page.goto("/signalen/")
    page.keyboard.press("6")
    expect(page.get_by_text("Dit is niet terug te draaien.")).to_be_visible()
    check_page(page)
    screenshot(page, "direct-naar")
    page.keyboard.press("3")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Hoving, Aleida")).to_be_visible()
    expect(page.get_by_role("button", name="Laatste besluit ongedaan maken")).to_have_count(0)
    page.goto(f"/signalen/{waiting[0].id}/")
    expect(page.get_by_text("Wie het was en wat er gemeld is, is gewist.")).to_be_visible()
    expect(page.locator("main")).not_to_contain_text("Vegt")


def test_the_second_person_sees_who_is_busy_and_hears_who_decided(
    page: Page, eemsdelta: World, waiting: list[Concern], sign_in: SignIn, screenshot: Screenshots
) -> None:
    second = make_triager(eemsdelta, "Jelte Wiersema", "oggz")
    sign_in(page, eemsdelta.members["marit"])
    page.goto(f"/signalen/{waiting[0].id}/")
    sign_in(page, second)
    page.goto(f"/signalen/{waiting[0].id}/")
    expect(page.get_by_text("Marit uit Eemsdelta is hier sinds")).to_be_visible()
    check_page(page)
    screenshot(page, "triage-bezig")
    decide_concern(
        actor=eemsdelta.actor("marit"),
        now=read_clock(),
        concern_id=waiting[0].id,
        version=0,
        new=NewDecision(Outcome.NOTHING, reason="once"),
    )
    page.get_by_label("Reden").select_option(label="Er is al passende hulp")
    page.get_by_role("button", name="Niets met reden").click()
    expect(page.get_by_role("heading", name="Iemand was u voor, of u drukte twee keer")).to_be_visible()
    expect(page.get_by_text("Marit uit Eemsdelta was eerder: niets")).to_be_visible()


def test_the_quick_form_on_a_phone(
    page: Page, eemsdelta: World, point: ReportingPoint, sign_in: SignIn, screenshot: Screenshots
) -> None:
    sign_in(page, eemsdelta.members["sanne"])
    page.goto("/signalen/nieuw/")
    check_page(page)
    screenshot(page, "signaal-invoeren")
    page.set_viewport_size({"width": PHONE, "height": 844})
    no_sideways_scrolling(page, "390 px")
    assert page.locator("form[novalidate] :is(input:not([type=hidden], [type=radio]), textarea, fieldset)").count() == 8
    page.get_by_role("button", name="Signaal bewaren").click()
    expect(page.get_by_role("alert")).to_contain_text("Schrijf in één zin wat de melder vertelt.")
    page.get_by_label("Wat is er aan de hand?").fill("De gordijnen zijn al dagen dicht.")
    page.get_by_label("Achternaam").fill("van der Vegt")
    page.get_by_label("Geboren").fill("31-02-1998")
    page.get_by_role("button", name="Signaal bewaren").click()
    expect(page.get_by_label("Wat is er aan de hand?")).to_have_value("De gordijnen zijn al dagen dicht.")
    expect(page.locator(".utrecht-form-field--invalid")).to_have_count(1)
    screenshot(page, "signaal-fout")
    page.get_by_label("Geboren").fill("1998")
    page.get_by_label("Snel").check()
    page.get_by_role("button", name="Signaal bewaren").click()
    expect(page.get_by_role("status")).to_contain_text("Zeg tegen de melder")
    concern = Concern.objects.get()
    assert (concern.surname, concern.surname_prefix, concern.birth_year) == ("Vegt", "van der", 1998)


def test_a_list_is_looked_at_read_in_and_repaired(
    page: Page, eemsdelta: World, point: ReportingPoint, sign_in: SignIn, screenshot: Screenshots
) -> None:
    sign_in(page, eemsdelta.members["marit"])
    page.goto("/signalen/inlezen/")
    check_page(page)
    screenshot(page, "inlezen")
    page.get_by_label("Lijst van de politie").set_input_files(
        {"name": "lijst.csv", "mimeType": "text/csv", "buffer": LIST.encode("cp1252")}
    )
    page.get_by_role("button", name="Lijst bekijken").click()
    expect(page.get_by_role("heading", name="Dit gebeurt er als u inleest")).to_be_visible()
    check_page(page)
    screenshot(page, "voorbeeld")
    assert Concern.objects.count() == 0
    page.get_by_role("button", name="Lijst inlezen").click()
    expect(page.get_by_role("heading", name="De lijst is ingelezen")).to_be_visible()
    check_page(page)
    screenshot(page, "verslag")
    assert Concern.objects.count() == 2
    page.get_by_role("link", name="Naar wat te herstellen is").click()
    check_page(page)
    screenshot(page, "herstellen")
    page.get_by_role("link", name="Herstellen").first.click()
    check_page(page)
    screenshot(page, "regel-herstellen")
    page.get_by_role("button", name="Regel herstellen").click()
    expect(page.get_by_role("alert")).to_contain_text("Incidentnummer")
    page.get_by_label("Incidentnummer").fill("PL0100-3")
    page.get_by_role("button", name="Regel herstellen").click()
    expect(page.get_by_role("status")).to_contain_text("De regel is hersteld")
    assert Concern.objects.count() == 3
    page.get_by_role("link", name="Herstellen").first.click()
    page.get_by_role("link", name="Regel wegleggen").click()
    check_page(page)
    page.get_by_label("Waarom is deze regel niet nodig?").fill("Dubbel met de regel ervoor.")
    page.get_by_role("button", name="Regel wegleggen").click()
    expect(page.get_by_text("Er is niets te herstellen")).to_be_visible()
