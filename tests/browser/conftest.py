"""A real browser against the real application, served over a database of the test's own."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.db import transaction
from django.test import Client
from playwright.sync_api import Browser, BrowserType, Page, expect, sync_playwright

from houvast.directory.models import Account, Member
from houvast.web.clock import read_clock
from houvast.web.session_limits import begin
from tests.browser.checks import Screenshots
from tests.browser.days import Ticking
from tests.browser.serving import LiveServer, serving
from tests.browser.windows import TIMEOUT_MS, Window, Windows
from tests.worlds import World, make_world

FLAGS = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
ROOT = 0


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark everything in this folder as a browser test."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def chromium() -> Iterator[BrowserType]:
    """Give what starts a browser."""
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        # Playwright's loop runs in this thread; Django would take that for asynchronous code of ours.
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        expect.set_options(timeout=TIMEOUT_MS)
        yield playwright.chromium


@pytest.fixture(scope="session")
def browser(chromium: BrowserType, chromium_path: str) -> Iterator[Browser]:
    """Start the machine's Chromium once for each worker, or Playwright's own where there is none."""
    with _started(chromium, chromium_path) as started:
        yield started


@contextmanager
def _started(chromium: BrowserType, path: str, *more_flags: str) -> Iterator[Browser]:
    sandbox = ["--no-sandbox"] if os.getuid() == ROOT else []
    started = chromium.launch(executable_path=path or None, args=[*FLAGS, *sandbox, *more_flags])
    yield started
    started.close()


@pytest.fixture(scope="session")
def server(django_db_setup: None) -> Iterator[LiveServer]:
    """Serve the application for all tests of this worker."""
    with serving() as started:
        yield started


@pytest.fixture
def live(server: LiveServer, committed: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Serve the application over a database and a clock of its own; gives the address."""
    monkeypatch.setattr("houvast.web.clock.time", Ticking())
    server.renew()
    yield server.address
    server.finish()


@pytest.fixture(scope="session")
def windows(browser: Browser, server: LiveServer) -> Windows:
    """Give the windows of this worker."""
    return Windows(browser, server.address)


@pytest.fixture
def page(windows: Windows, live: str) -> Iterator[Page]:
    """Give a page with JavaScript; the test fails when the browser complains about anything."""
    with windows.window(java_script=True).used() as page:
        yield page


@pytest.fixture
def plain_page(windows: Windows, live: str) -> Iterator[Page]:
    """Give a page without JavaScript."""
    with windows.window(java_script=False).used() as page:
        yield page


@pytest.fixture
def large_text_page(chromium: BrowserType, chromium_path: str, live: str) -> Iterator[Page]:
    """Give a page in a browser of somebody who has set text to twice its size."""
    with (
        _started(chromium, chromium_path, "--blink-settings=defaultFontSize=32") as started,
        Window(started, live, java_script=True).used() as page,
    ):
        yield page


@pytest.fixture
def screenshot(results_directory: Path | None) -> Screenshots:
    """Give what stores a page as pictures, `screenshot(page, "mijn-werk")`."""
    return Screenshots(results_directory)


@pytest.fixture
def eemsdelta(live: str) -> World:
    """Give a municipality with its model and one member in each function, in the database that is served."""
    with transaction.atomic():
        return make_world()


@pytest.fixture
def sign_in(live: str) -> Callable[[Page, Member], None]:
    """Give what signs a member in without the form: `sign_in(page, eemsdelta.members["marit"])`."""

    def signed_in(page: Page, member: Member) -> None:
        account, _ = Account.objects.get_or_create(member=member, defaults={"username": member.name.lower()})
        client = Client()
        client.force_login(account, backend="django.contrib.auth.backends.ModelBackend")
        session = client.session
        begin(session, now=read_clock())
        session.save()
        cookie = client.cookies["sessionid"]
        page.context.add_cookies([{"name": cookie.key, "value": cookie.value, "url": live}])

    return signed_in
