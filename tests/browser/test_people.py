"""The people of a case on a phone: who to call first, adding somebody who is known, a relative, and moving in."""

from collections.abc import Callable
from datetime import date

from playwright.sync_api import Page, expect

from houvast.cases.models import Case
from houvast.cases.services.add_new_resident import NewPersonInCase, add_new_resident
from houvast.cases.services.add_to_network import add_to_network
from houvast.cases.services.join_household import join_household
from houvast.directory.models import Member
from houvast.kernel.ids import new_id
from houvast.kernel.partial_date import PartialDate
from houvast.residents.models import Resident
from houvast.residents.rules.personal_data import PersonalData
from houvast.residents.services.add_network_member import NewNetworkMember
from tests.browser.checks import Screenshots, check_page
from tests.lives import open_with
from tests.worlds import NOW, World, make_resident

SignIn = Callable[[Page, Member], None]


def fill(world: World) -> str:
    """Open a case about Ruben, his daughter and his network; gives the address of its people."""
    ruben, sanne = make_resident(world), world.actor("sanne")
    Resident.objects.filter(pk=ruben.id).update(phone="06 00 00 04 17", contact_wish="liefst sms", town="Delfzijl")
    case_id = open_with(world, ruben.id)
    data = PersonalData("Dijkhuis", first_names="Fenna", born=PartialDate(2018, 4, 2))
    fenna = NewPersonInCase(new_id(), data, role="dochter, om het weekend", is_child=True)
    add_new_resident(actor=sanne, now=NOW, case_id=case_id, new=fenna)
    join_household(actor=sanne, now=NOW, case_id=case_id, resident_id=ruben.id, since=date(2024, 3, 1))
    for name, relation, phone, may_know in (
        ("Geke Dijkhuis", "moeder", "06 00 00 04 18", "mag alles weten"),
        ("Janna Dijkhuis", "zus", "06 00 00 04 19", "helpt met de post"),
    ):
        new = NewNetworkMember(ruben.id, name, relation, phone, may_know, call_first=relation == "moeder")
        add_to_network(actor=sanne, now=NOW, case_id=case_id, new=new)
    return f"/casussen/{Case.objects.get(pk=case_id).code}/mensen/"


def look_around(page: Page, people: str, screenshot: Screenshots) -> None:
    """Look at the pages of a relative who calls, and of neighbours."""
    page.get_by_role("link", name="Wat mag ik vertellen? Geke Dijkhuis").click()
    check_page(page)
    screenshot(page, "een-naaste-belt")
    page.get_by_role("link", name="Vastleggen wat deze naaste mag").click()
    check_page(page)
    page.go_back()
    page.get_by_role("link", name="Deze naaste is ook inwoner").click()
    check_page(page)
    screenshot(page, "naaste-is-ook-inwoner")
    page.goto(people)
    page.get_by_role("link", name="Buur of melder toevoegen").click()
    check_page(page)
    screenshot(page, "buur-of-melder")


def test_somebody_who_is_known_is_added_on_a_phone(
    page: Page, eemsdelta: World, sign_in: SignIn, screenshot: Screenshots
) -> None:
    people = fill(eemsdelta)
    make_resident(eemsdelta, "Vries", "Anna")
    sign_in(page, eemsdelta.members["sanne"])
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(people)
    expect(page.get_by_role("link", name="Bel Geke Dijkhuis")).to_be_visible()
    check_page(page)
    screenshot(page, "mensen-van-de-casus")
    page.get_by_role("link", name="Iemand uitsluiten").click()
    check_page(page)
    screenshot(page, "iemand-uitsluiten")
    page.get_by_label("Wie mag deze casus niet zien?").select_option(label="Bram uit Eemsdelta, Gemeente Eemsdelta")
    page.get_by_label("Waarom niet?").fill("Woont ernaast.")
    page.get_by_role("button", name="Uitsluiten").click()
    expect(page.get_by_role("link", name="Weer toelaten")).to_be_visible()
    page.get_by_text("Wijzigen").first.click()
    page.get_by_role("link", name="Afschermen voor iemand in het huishouden").first.click()
    check_page(page)
    screenshot(page, "iemand-afschermen")
    page.get_by_label("Janna Dijkhuis, zus").check()
    page.get_by_label("Fenna Dijkhuis", exact=True).check()
    page.get_by_label("Waarom?").fill("Zij mag niet weten waar hij woont.")
    page.get_by_role("button", name="Afschermen").click()
    expect(page.get_by_text("Vertel Janna Dijkhuis niet waar deze persoon is")).to_have_count(2)
    check_page(page)
    look_around(page, people, screenshot)
    page.goto(people)
    for link in ("Rol wijzigen", "Geke Dijkhuis als naaste weghalen"):
        page.get_by_text("Wijzigen").first.click()
        page.get_by_role("link", name=link).first.click()
        expect(page.get_by_role("heading", name="Dit gebeurt er")).to_be_visible()
        check_page(page)
        page.goto(people)
    page.get_by_role("link", name="Inwoner toevoegen").click()
    page.get_by_label("Achternaam").fill("Vries")
    page.get_by_label("Geboren").fill("1992")
    page.get_by_role("button", name="Inwoner toevoegen").click()
    expect(page.get_by_role("alert")).to_contain_text("Kies wie het is.")
    check_page(page)
    screenshot(page, "inwoner-bekend")
    page.get_by_label("Anna Vries, geboren 1992").check()
    page.get_by_role("button", name="Inwoner toevoegen").click()
    expect(page.get_by_role("heading", name="Anna Vries")).to_be_visible()


def test_without_javascript_a_relative_is_added_and_somebody_moves(
    plain_page: Page, eemsdelta: World, sign_in: SignIn, screenshot: Screenshots
) -> None:
    people = fill(eemsdelta)
    sign_in(plain_page, eemsdelta.members["sanne"])
    plain_page.goto(people)
    plain_page.get_by_text("Wijzigen").first.click()
    for link, name in (
        ("Gegevens verbeteren", "gegevens-verbeteren"),
        ("Vertrek uit het huishouden vastleggen", "vertrek"),
        ("Uit de casus halen", "uit-de-casus"),
        ("Geke Dijkhuis als naaste weghalen", "naaste-weghalen"),
        ("Rol wijzigen", "rol-wijzigen"),
    ):
        plain_page.get_by_role("link", name=link).first.click()
        screenshot(plain_page, name)
        plain_page.goto(people)
        plain_page.get_by_text("Wijzigen").first.click()
    screenshot(plain_page, "mensen-wijzigen")
    plain_page.get_by_role("link", name="Naaste toevoegen").first.click()
    screenshot(plain_page, "naaste-toevoegen")
    plain_page.get_by_label("Naam").fill("Wim Bos")
    plain_page.get_by_label("Wie is dit voor de inwoner?").fill("buurman")
    plain_page.get_by_role("button", name="Naaste toevoegen").click()
    expect(plain_page.get_by_role("status")).to_contain_text("De naaste staat bij deze casus.")
    expect(plain_page.get_by_role("strong").filter(has_text="Wim Bos")).to_be_visible()
