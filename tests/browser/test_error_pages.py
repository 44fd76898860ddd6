"""What people see when something cannot be done."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from pytest_django import Settings

from houvast.directory.models import Member
from houvast.web.middleware import LONGEST_ADDRESS
from tests.browser.checks import Screenshots, check_page
from tests.worlds import World

SignIn = Callable[[Page, Member], None]


@pytest.fixture(autouse=True)
def failing_addresses(settings: Settings) -> None:
    """Serve addresses that fail."""
    settings.ROOT_URLCONF = "tests.browser.urls"


@pytest.mark.parametrize(
    ("how", "status", "heading", "reason"),
    [
        ("geweigerd", 403, "Dit mag u niet doen", "Alleen de procesregisseur mag dit besluit nemen."),
        ("onzichtbaar", 404, "Deze pagina bestaat niet, of u mag haar niet zien", "Controleer het adres."),
        (
            "conflict",
            409,
            "Iemand was u voor, of u drukte twee keer",
            "Nadia Benali wees de casusregie net toe aan Sanne",
        ),
        ("verkeerd", 405, "Dit kan niet op deze pagina", "Er is niets veranderd."),
        ("x" * LONGEST_ADDRESS, 414, "Dit adres is te lang", "Er is niets veranderd."),
        ("ongeldig", 422, "Dit kan Houvast niet gebruiken", "Schrijf op waarom."),
        ("kapot", 500, "Er ging iets mis bij Houvast", "Dit ligt niet aan u."),
    ],
    ids=["403", "404", "409", "405", "414", "422", "500"],
)
def test_an_error_says_what_happened_and_what_to_do(
    page: Page,
    eemsdelta: World,
    sign_in: SignIn,
    screenshot: Screenshots,
    how: str,
    status: int,
    heading: str,
    reason: str,
) -> None:
    sign_in(page, eemsdelta.members["marit"])
    response = page.goto(f"/stuk/{how}/")
    assert response is not None
    assert response.status == status
    expect(page.get_by_role("heading", name=heading)).to_be_visible()
    assert page.locator("main").get_by_text(heading).count() == 1, "said once"
    expect(page.get_by_text(reason)).to_be_visible()
    expect(page.get_by_role("link", name="Naar Mijn werk")).to_be_visible()
    screenshot(page, f"fout-{status}")
    check_page(page)


def test_an_address_that_does_not_exist_is_not_found_for_a_stranger(page: Page) -> None:
    response = page.goto("/bestaat-niet/")
    assert response is not None
    assert response.status == 404
    expect(page.get_by_role("heading", name="Deze pagina bestaat niet, of u mag haar niet zien")).to_be_visible()
    assert page.get_by_role("navigation").count() == 0
    check_page(page)


def test_a_form_without_its_token_is_refused_in_dutch(plain_page: Page) -> None:
    plain_page.goto("/bestaat-niet/")
    response = plain_page.request.post("/begrippen/", form={"zoek": "Dijk"}, fail_on_status_code=False)
    assert response.status == 403
    assert "Deze pagina was te oud" in response.text()
