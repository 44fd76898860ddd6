"""What every page must pass in a browser: no axe findings, no sideways scrolling, everything by keyboard."""

from dataclasses import dataclass
from pathlib import Path

from axe_playwright_python.base import AXE_SCRIPT, AxeResults
from playwright.sync_api import Page, expect

DESKTOP, PHONE, NARROWEST = 1280, 390, 320
HEIGHT = 800
ZOOMED_WIDTH, ZOOM = 640, 2
DETACHED_TABS = 40
"""More presses than there are elements: a date field takes several, and the browser's own bar takes one."""

_RUN_AXE = "() => axe.run({resultTypes: ['violations']}).then(({violations}) => ({violations}))"
"""Every rule of axe; what passes does not travel."""

_COLLECT = """() => {
  const selector = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]';
  const radios = new Set();
  window.reachable = [...document.querySelectorAll(selector)].filter((element) => {
    if (element.disabled || element.tabIndex < 0 || !element.checkVisibility({visibilityProperty: true})) return false;
    if (element.type !== 'radio') return true;
    const group = `${element.form?.id}/${element.name}`;
    const known = radios.has(group);
    radios.add(group);
    return !known;
  });
  document.activeElement?.blur();
  window.scrollTo(0, 0);
  return window.reachable.length;
}"""

_NOTE = """() => {
  window.focused = [];
  window.noteFocus = ({target: element}) => {
    const isRadio = element.type === 'radio';
    const same = (other) => other === element
      || (isRadio && other.type === 'radio' && other.name === element.name && other.form === element.form);
    const style = getComputedStyle(element);
    const seen = (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== 'none';
    window.focused.push({place: window.reachable.findIndex(same), seen, what: element.outerHTML.slice(0, 120)});
  };
  document.addEventListener('focusin', window.noteFocus);
}"""

_NOTED = "() => window.focused.splice(0)"

_NOTE_NO_MORE = "() => document.removeEventListener('focusin', window.noteFocus)"

_NAMES = "(places) => places.map((place) => window.reachable[place].outerHTML.slice(0, 160))"


@dataclass(frozen=True)
class Screenshots:
    """Stores what a page looks like on a desktop and on a phone, where there is a folder to store it in."""

    directory: Path | None

    def __call__(self, page: Page, name: str) -> None:
        """Store `<name>-1280.png` and `<name>-390.png`, and leave the page on the desktop."""
        if self.directory is None:
            return
        for width in (PHONE, DESKTOP):
            page.set_viewport_size({"width": width, "height": HEIGHT})
            page.screenshot(path=self.directory / f"{name}-{width}.png", full_page=True)


def axe(page: Page) -> None:
    """Assert that axe finds nothing."""
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    results = AxeResults(page.evaluate(_RUN_AXE))
    assert results.violations_count == 0, results.generate_report()


def no_sideways_scrolling(page: Page, circumstance: str) -> None:
    """Assert that the page fits its window."""
    found = page.evaluate(
        """() => {
          const room = document.documentElement.clientWidth;
          const wide = [...document.body.querySelectorAll('*')]
            .filter((element) => element.getBoundingClientRect().right > room + 1)
            .map((element) => element.outerHTML.slice(0, 100));
          return {over: document.documentElement.scrollWidth - room, wide: wide.slice(0, 3)};
        }"""
    )
    assert found["over"] <= 0, f"{circumstance}: {found['over']} px too wide at {page.url}: {found['wide']}"


def reachable_by_keyboard(page: Page) -> None:
    """Assert that Tab comes along everything that can be used, and that one sees where one is."""
    count = page.evaluate(_COLLECT)
    page.evaluate(_NOTE)
    missing, left = set(range(count)), 2 * count + DETACHED_TABS
    while missing and left > 0:
        presses = min(len(missing), left)
        for _ in range(presses):
            page.keyboard.press("Tab")
        left -= presses
        for focused in page.evaluate(_NOTED):
            assert focused["seen"], f"focus does not show on {focused['what']}"
            missing.discard(focused["place"])
    page.evaluate(_NOTE_NO_MORE)
    assert not missing, f"not reached by Tab at {page.url}: {page.evaluate(_NAMES, sorted(missing))}"


def reads_well(page: Page) -> None:
    """Assert what a screen reader begins with: one main heading, the language and a title."""
    # A click ends when the next page begins; what stands on it is there when it is loaded.
    page.wait_for_load_state()
    expect(page.locator("h1")).to_have_count(1)
    assert page.locator("html").get_attribute("lang") == "nl"
    assert page.title().endswith(" | Houvast"), page.title()
    assert not page.title().startswith("Houvast"), "the title names the page"


def check_page(page: Page) -> None:
    """Assert everything that every page must pass, and leave it as it was found, on a desktop."""
    page.set_viewport_size({"width": DESKTOP, "height": HEIGHT})
    reads_well(page)
    axe(page)
    reachable_by_keyboard(page)
    page.set_viewport_size({"width": NARROWEST, "height": HEIGHT})
    no_sideways_scrolling(page, f"{NARROWEST} px")
    axe(page)
    _zoomed(page)
    page.set_viewport_size({"width": DESKTOP, "height": HEIGHT})


def _zoomed(page: Page) -> None:
    session = page.context.new_cdp_session(page)
    zoomed = {"width": ZOOMED_WIDTH, "height": HEIGHT // ZOOM, "deviceScaleFactor": ZOOM, "mobile": False}
    session.send("Emulation.setDeviceMetricsOverride", zoomed)
    no_sideways_scrolling(page, "zoom at 200 %")
    session.send("Emulation.clearDeviceMetricsOverride")
    session.detach()
