"""A person in shelter in another municipality, back again: played by three people who are signed in."""

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

from django.db import transaction
from playwright.sync_api import Page, expect

from houvast.cases.models import Case, CrucialMoment
from houvast.directory.models import Member
from tests.browser.checks import Screenshots, check_page
from tests.browser.days import today
from tests.lives import open_with
from tests.moments import plan
from tests.rights.region import take_process_direction
from tests.worlds import NOW, World, make_resident, make_world

SignIn = Callable[[Page, Member], None]


def test_somebody_is_in_shelter_elsewhere_and_back_again(
    page: Page, eemsdelta: World, sign_in: SignIn, screenshot: Screenshots
) -> None:
    with transaction.atomic():
        opsterland = make_world("opsterland", "Opsterland")
        case_id = open_with(eemsdelta, make_resident(eemsdelta).id)
        take_process_direction(eemsdelta, case_id)
        moment = plan(eemsdelta, case_id, CrucialMoment.Kind.SHELTER_ELSEWHERE, now=NOW, on_date=today())
    code = Case.objects.get(pk=case_id).code
    host, director = opsterland.members["bram"], eemsdelta.members["sanne"]

    sign_in(page, host)
    page.goto(f"/casussen/{code}/")
    expect(page.get_by_role("heading", level=1)).not_to_contain_text("Dijkhuis")

    sign_in(page, director)
    address = _sanne_agrees(page, moment, screenshot)
    _bram_looks_along(page, code, host, sign_in, screenshot)
    _marit_sees_it_end_and_extends(page, eemsdelta.members["marit"], sign_in, screenshot)

    sign_in(page, director)
    page.goto(address)
    page.get_by_role("link", name="De inwoner is terug").click()
    check_page(page)
    page.get_by_role("button", name="Afspraak beëindigen").click()
    expect(page.get_by_role("alert")).to_contain_text("Dit is nog leeg.")
    page.get_by_label("Waarom stopt het?").fill("Ruben woont weer thuis.")
    page.get_by_role("button", name="Afspraak beëindigen").click()
    expect(page.get_by_text("Ruben woont weer thuis.")).to_be_visible()
    screenshot(page, "verblijf-voorbij")
    page.goto(f"/casussen/{code}/")
    expect(page.get_by_text("Bram uit Opsterland kijkt niet meer mee")).to_be_visible()

    sign_in(page, host)
    for gone in (address, f"/casussen/{code}/"):
        page.goto(gone)
        expect(page.get_by_text("Ruben")).to_have_count(0)
    page.goto("/")
    expect(page.get_by_text("Er wacht nu niets op u.")).to_be_visible()


def _sanne_agrees(page: Page, moment: UUID, screenshot: Screenshots) -> str:
    page.goto(f"/momenten/{moment}/")
    page.get_by_role("link", name="Afspraak vastleggen").click()
    check_page(page)
    screenshot(page, "verblijf-kiezen")
    page.get_by_role("link", name="Opsterland").click()
    check_page(page)
    screenshot(page, "verblijf-afspreken")
    page.get_by_label("Wie kijkt daar mee?").select_option(label="Bram uit Opsterland, casusregisseur")
    page.get_by_label("Tot en met welke dag?").fill((today() + timedelta(days=10)).isoformat())
    page.get_by_label("Toestemming van de inwoner").check()
    page.get_by_label("Welk artikel", exact=False).fill("Ruben vindt het goed, zei hij vandaag tegen Sanne.")
    page.get_by_label("Wie doet wat?").fill("Opsterland spreekt Ruben elke week. Wij regelen de uitkering.")
    page.get_by_label("Wie betaalt wat?", exact=False).fill("De opvang: Opsterland.")
    page.get_by_label("Mensen", exact=True).check()
    page.get_by_role("button", name="Afspraak vastleggen").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Verblijf in Opsterland")
    check_page(page)
    screenshot(page, "verblijf")
    return page.url


def _bram_looks_along(page: Page, code: str, host: Member, sign_in: SignIn, screenshot: Screenshots) -> None:
    sign_in(page, host)
    page.goto("/")
    expect(page.get_by_role("heading", name="Verblijf elders loopt af")).to_be_visible()
    screenshot(page, "mijn-werk-verblijf")
    page.goto(f"/casussen/{code}/")
    expect(page.get_by_text("Ruben Dijkhuis").first).to_be_visible()
    expect(page.get_by_role("heading", name="Notities")).to_have_count(0)
    expect(page.get_by_role("heading", name="Andere gemeente")).to_be_visible()
    check_page(page)
    screenshot(page, "casus-waar-iemand-verblijft")
    page.get_by_role("link", name="Verblijf in Opsterland").click()
    expect(page.get_by_text("Opsterland spreekt Ruben elke week.")).to_be_visible()
    expect(page.get_by_role("link", name="Verlengen")).to_have_count(0)


def _marit_sees_it_end_and_extends(page: Page, marit: Member, sign_in: SignIn, screenshot: Screenshots) -> None:
    sign_in(page, marit)
    page.goto("/")
    page.get_by_role("link", name="Afspraak openen").click()
    page.get_by_role("link", name="Verlengen").click()
    check_page(page)
    page.get_by_label("Waarom duurt het langer?").fill("Er is nog geen woning.")
    page.get_by_role("button", name="Verblijf verlengen").click()
    expect(page.get_by_text("Er is nog geen woning.")).to_be_visible()
    page.goto("/")
    expect(page.get_by_role("link", name="Afspraak openen")).to_have_count(0)


def test_somebody_moves_and_the_other_municipality_takes_the_case_over(
    page: Page, eemsdelta: World, sign_in: SignIn, screenshot: Screenshots
) -> None:
    with transaction.atomic():
        opsterland = make_world("opsterland", "Opsterland")
        case_id = open_with(eemsdelta, make_resident(eemsdelta).id)
        moment = plan(eemsdelta, case_id, CrucialMoment.Kind.MOVE, now=NOW, on_date=today())
    code = Case.objects.get(pk=case_id).code

    sign_in(page, eemsdelta.members["sanne"])
    _sanne_offers(page, moment, screenshot)

    sign_in(page, opsterland.members["marit"])
    page.goto("/")
    expect(page.get_by_text("Verhuizing uit Eemsdelta")).to_be_visible()
    screenshot(page, "mijn-werk-aanbod")
    page.get_by_role("link", name="Aanbod lezen").click()
    expect(page.get_by_text("Ruben krijgt hulp bij geld.")).to_be_visible()
    check_page(page)
    screenshot(page, "aanbod-ontvangen")
    page.get_by_role("link", name="Weigeren").click()
    check_page(page)
    screenshot(page, "aanbod-weigeren")
    page.get_by_role("link", name="Terug zonder wijzigen").click()
    page.get_by_role("link", name="Casus aannemen").click()
    check_page(page)
    screenshot(page, "aanbod-aannemen")
    page.get_by_label("AVE 2").check()
    page.get_by_label("Wie neemt de casusregie?", exact=False).select_option(
        label="Bram uit Opsterland, casusregisseur, Gebiedsteam"
    )
    page.get_by_role("button", name="Casus aannemen en openen").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Huishouden Dijkhuis")
    new = page.url
    page.goto(f"/casussen/{code}/")
    expect(page.get_by_text("Dijkhuis")).to_have_count(0)

    sign_in(page, opsterland.members["bram"])
    page.goto(new)
    expect(page.get_by_text("Overgenomen van gemeente Eemsdelta")).to_be_visible()
    expect(page.get_by_text("Ruben krijgt hulp bij geld.")).to_be_visible()
    screenshot(page, "casus-overgenomen")
    sign_in(page, eemsdelta.members["sanne"])
    for gone in (new, f"/casussen/{code}/"):
        page.goto(gone)
        expect(page.get_by_text("Dijkhuis")).to_have_count(0)


def _sanne_offers(page: Page, moment: UUID, screenshot: Screenshots) -> None:
    page.goto(f"/momenten/{moment}/")
    page.get_by_role("link", name="Aanbieden aan die gemeente").click()
    check_page(page)
    page.get_by_role("link", name="Opsterland").click()
    check_page(page)
    screenshot(page, "aanbod-maken")
    page.get_by_label("Aan wie?").select_option(label="Procesregie, waar signalen binnenkomen")
    page.get_by_label("Toestemming van de inwoner").check()
    page.get_by_label("Welk artikel", exact=False).fill("Ruben vindt het goed, zei hij vandaag tegen Sanne.")
    page.get_by_label("Ruben Dijkhuis").check()
    page.get_by_label("Samenvatting voor de andere gemeente").fill("Ruben krijgt hulp bij geld.")
    page.get_by_role("button", name="Casus aanbieden").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Aangeboden aan Opsterland")
    page.get_by_role("link", name="Aanbod intrekken").click()
    check_page(page)
