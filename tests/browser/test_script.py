"""What the small script adds: a form goes once, keys press buttons, and nothing depends on it."""

import pytest
from playwright.sync_api import Page, expect
from pytest_django import Settings

from tests.browser import components

BETWEEN_CLICKS_MS = 100


@pytest.fixture(autouse=True)
def addresses_with_keys(settings: Settings) -> None:
    """Serve the page with keys, and forget what it was sent before."""
    settings.ROOT_URLCONF = "tests.browser.urls"
    components.SENT.clear()


def test_a_form_goes_once_however_often_one_clicks(page: Page) -> None:
    page.goto("/toetsen/")
    page.get_by_label("Reden").fill("druk")
    box = page.get_by_role("button", name="Advies").bounding_box()
    assert box is not None
    with page.expect_navigation():
        for _ in range(3):
            page.mouse.click(box["x"] + 5, box["y"] + 5)
            page.wait_for_timeout(BETWEEN_CLICKS_MS)
    assert components.SENT == ["advies druk"]


def test_after_going_back_the_form_can_be_sent_again(page: Page) -> None:
    page.goto("/toetsen/")
    for _ in range(2):
        with page.expect_navigation():
            page.get_by_role("button", name="Advies").click()
        page.go_back()
    assert len(components.SENT) == 2


def test_a_key_presses_its_button_but_not_while_typing(page: Page) -> None:
    page.goto("/toetsen/")
    page.keyboard.press("r")
    expect(page.get_by_label("Reden")).to_be_focused()
    page.keyboard.type("4 mensen")
    assert components.SENT == []
    page.get_by_role("button", name="Advies").focus()
    with page.expect_navigation():
        page.keyboard.press("4")
    assert components.SENT == ["advies 4 mensen"]


def test_a_key_with_control_is_the_browsers(page: Page) -> None:
    page.goto("/toetsen/")
    page.keyboard.press("Control+4")
    page.keyboard.press("Alt+4")
    assert components.SENT == []


def test_without_the_script_the_form_goes_as_any_form(plain_page: Page) -> None:
    plain_page.goto("/toetsen/")
    plain_page.get_by_label("Reden").fill("rustig")
    with plain_page.expect_navigation():
        plain_page.get_by_role("button", name="Advies").click()
    assert components.SENT == ["advies rustig"]
