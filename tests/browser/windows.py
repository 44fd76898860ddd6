"""Windows of a browser that tests use one after the other: opening one costs more than most of what happens in it."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, ConsoleMessage, Page, Response

from tests.browser.checks import DESKTOP, HEIGHT

TIMEOUT_MS = 30_000
"""Long: a machine may be busy with four of these at once. Only what fails waits so long."""
NOTHING = "about:blank"
PARTS_OF_A_PAGE = {"stylesheet", "script", "image", "font"}
BAD_REQUEST = 400


class Complaints:
    """What the browser complains about: broken parts, scripts that fail, and what the content policy refused."""

    def __init__(self) -> None:
        """Begin without any."""
        self.lines: list[str] = []

    def listen(self, page: Page) -> None:
        """Note what is wrong on a page."""
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


class Window:
    """A window, and what the browser complained about since a test took it."""

    def __init__(self, browser: Browser, address: str, *, java_script: bool) -> None:
        """Open a window that speaks Dutch."""
        self._address = address
        context = browser.new_context(
            base_url=address, java_script_enabled=java_script, locale="nl-NL", timezone_id="Europe/Amsterdam"
        )
        context.set_default_timeout(TIMEOUT_MS)
        self.page = context.new_page()
        self._devtools = context.new_cdp_session(self.page)
        self._complaints = Complaints()
        self._complaints.listen(self.page)

    @contextmanager
    def used(self) -> Iterator[Page]:
        """Give the page, on a desktop, to a test; fails when the browser complained about anything."""
        self._complaints.lines.clear()
        self.page.set_viewport_size({"width": DESKTOP, "height": HEIGHT})
        yield self.page
        self._forget()
        assert not self._complaints.lines, self._complaints.lines

    def _forget(self) -> None:
        """Leave nothing of a test: no page, cookie, stored or cached file, and no media that it chose."""
        self.page.goto(NOTHING)
        self.page.context.clear_cookies()
        self.page.emulate_media(media="null", forced_colors="null")
        self._devtools.send("Network.clearBrowserCache")
        self._devtools.send("Storage.clearDataForOrigin", {"origin": self._address, "storageTypes": "all"})


class Windows:
    """One window with JavaScript and one without, opened when a test first asks for it, and again when one was lost."""

    def __init__(self, browser: Browser, address: str) -> None:
        """Open them in a browser, on an address."""
        self._browser, self._address = browser, address
        self._open: dict[bool, Window] = {}

    def window(self, *, java_script: bool) -> Window:
        """Give the window of this kind."""
        found = self._open.get(java_script)
        if found is None or found.page.is_closed():
            found = self._open[java_script] = Window(self._browser, self._address, java_script=java_script)
        return found
