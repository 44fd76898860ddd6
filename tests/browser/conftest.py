"""A real browser against the real application, served over a database of the test's own."""

import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.core.servers.basehttp import ThreadedWSGIServer, WSGIRequestHandler
from django.core.wsgi import get_wsgi_application
from django.test import Client
from playwright.sync_api import Browser, BrowserType, ConsoleMessage, Page, Response, sync_playwright

from houvast.directory.models import Account, Member
from houvast.web.clock import read_clock
from houvast.web.session_limits import begin
from tests.browser.checks import DESKTOP, HEIGHT, Screenshots
from tests.worlds import World, make_world

LOOPBACK = "127.0.0.1"
TIMEOUT_MS = 10_000
IDLE_SECONDS = 5
FLAGS = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
ROOT = 0
PARTS_OF_A_PAGE = {"stylesheet", "script", "image", "font"}
BAD_REQUEST = 400


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark everything in this folder as a browser test."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)


class LiveServer(ThreadedWSGIServer):
    """Waits for every request when it closes, so that no connection to the database outlives the test."""

    daemon_threads = False


class QuietHandler(WSGIRequestHandler):
    """Handles one request on each connection, without a line for each of them."""

    protocol_version = "HTTP/1.0"
    timeout = IDLE_SECONDS

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: a test that fails says what it saw."""


@pytest.fixture(scope="session")
def chromium() -> Iterator[BrowserType]:
    """Give what starts a browser."""
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        # Playwright's loop runs in this thread; Django would take that for asynchronous code of ours.
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
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


@pytest.fixture
def live(committed: str) -> Iterator[str]:
    """Serve the application on a free port over a database of its own; gives the address."""
    server = LiveServer((LOOPBACK, 0), QuietHandler)
    server.set_app(get_wsgi_application())
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    yield f"http://{LOOPBACK}:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


class Complaints:
    """What the browser complains about: broken parts, scripts that fail, and what the content policy refused."""

    def __init__(self, page: Page) -> None:
        """Listen to a page."""
        self.lines: list[str] = []
        page.on("pageerror", lambda error: self.lines.append(str(error)))
        page.on("console", self._console)
        page.on("response", self._response)

    def _console(self, message: ConsoleMessage) -> None:
        # A page that answers 404 or 422 is reported here too; a part of a page that is missing is in `_response`.
        if message.type == "error" and not message.text.startswith("Failed to load resource"):
            self.lines.append(message.text)

    def _response(self, response: Response) -> None:
        if response.status >= BAD_REQUEST and response.request.resource_type in PARTS_OF_A_PAGE:
            self.lines.append(f"{response.status} {response.url}")


def _open(browser: Browser, address: str, *, java_script: bool) -> Iterator[Page]:
    context = browser.new_context(
        base_url=address,
        java_script_enabled=java_script,
        locale="nl-NL",
        timezone_id="Europe/Amsterdam",
        viewport={"width": DESKTOP, "height": HEIGHT},
    )
    context.set_default_timeout(TIMEOUT_MS)
    page = context.new_page()
    complaints = Complaints(page)
    yield page
    context.close()
    assert complaints.lines == []


@pytest.fixture
def page(browser: Browser, live: str) -> Iterator[Page]:
    """Give a page with JavaScript; the test fails when the browser complains about anything."""
    yield from _open(browser, live, java_script=True)


@pytest.fixture
def plain_page(browser: Browser, live: str) -> Iterator[Page]:
    """Give a page without JavaScript."""
    yield from _open(browser, live, java_script=False)


@pytest.fixture
def large_text_page(chromium: BrowserType, chromium_path: str, live: str) -> Iterator[Page]:
    """Give a page in a browser of somebody who has set text to twice its size."""
    with _started(chromium, chromium_path, "--blink-settings=defaultFontSize=32") as started:
        yield from _open(started, live, java_script=True)


@pytest.fixture
def screenshot(results_directory: Path) -> Screenshots:
    """Give what stores a page as pictures: `screenshot(page, "mijn-werk")`."""
    return Screenshots(results_directory)


@pytest.fixture
def eemsdelta(live: str) -> World:
    """Give a municipality with its model and one member in each function, in the database that is served."""
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
