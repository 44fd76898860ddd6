"""Every component in every state, in a browser."""

import pytest
from playwright.sync_api import Page
from pytest_django import Settings

from tests.browser.checks import Screenshots, check_page, no_sideways_scrolling


@pytest.fixture(autouse=True)
def component_addresses(settings: Settings) -> None:
    """Serve the page with the components too."""
    settings.ROOT_URLCONF = "tests.browser.urls"


def test_all_components_pass_what_a_page_must_pass(page: Page, screenshot: Screenshots) -> None:
    page.goto("/onderdelen/")
    screenshot(page, "onderdelen")
    check_page(page)


def test_all_components_fit_when_text_is_twice_as_large(large_text_page: Page, screenshot: Screenshots) -> None:
    large_text_page.goto("/onderdelen/")
    no_sideways_scrolling(large_text_page, "text at 200 %")
    screenshot(large_text_page, "onderdelen-grote-tekst")


def test_all_components_show_in_forced_colours(page: Page, screenshot: Screenshots) -> None:
    page.emulate_media(forced_colors="active")
    page.goto("/onderdelen/")
    assert _background(page, "#band-1 .houvast-stoel--leeg") != _background(page, "body")
    assert _background(page, "#niemand > .kop") != _background(page, "body")
    screenshot(page, "onderdelen-hoog-contrast")


def _background(page: Page, selector: str) -> str:
    return str(page.locator(selector).evaluate("(element) => getComputedStyle(element).backgroundColor"))
