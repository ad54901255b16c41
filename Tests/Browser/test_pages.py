"""What holds of every page of every site: each is opened once, and looked at in all the ways that follow."""
import pytest
from axe_playwright_python.sync_playwright import Axe

from conftest import Reader, address
from server import serve

PHONE = {"width": 320, "height": 640}
DESK = {"width": 1280, "height": 900}
# These pages are alike: every tenth goes to axe, which takes longest.
ALIKE = ("tags/", "references/", "questions/neighbour-")
AXE = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
AXE_COLOURS = {"resultTypes": ["violations"], "runOnly": ["color-contrast"]}

# Adds up every shift of the layout from the first moment on.
WATCH = """
  window.shifts = 0;
  new PerformanceObserver(list => list.getEntries().forEach(entry => window.shifts += entry.value))
    .observe({ type: "layout-shift", buffered: true });
"""
# The shifts so far, once the page has been painted as it stands.
SHIFTS = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(shifts))))"

# How wide the page is, and what lies outside the window where nothing scrolls to it.
WIDTHS = """() => {
  const scrolls = element => element && element !== document.body
    && (/auto|scroll/.test(getComputedStyle(element).overflowX)
      || getComputedStyle(element).textOverflow === "ellipsis" || scrolls(element.parentElement));
  const cut = [...document.body.querySelectorAll("*")].filter(element => {
    const { left, right, width, bottom } = element.getBoundingClientRect();
    return width > 1 && bottom > 0 && (right > innerWidth + 1 || left < -1) && !scrolls(element);
  });
  return { width: document.documentElement.scrollWidth, window: innerWidth,
           cut: cut.slice(0, 3).map(element => element.outerHTML.slice(0, 120)) };
}"""

# What the keyboard reaches and shows no sign of it.
UNMARKED = """() => {
  const sign = element => {
    const style = getComputedStyle(element);
    const outline = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
    return outline ? "outline" : style.boxShadow;
  };
  const unmarked = [];
  for (const element of document.querySelectorAll("a[href], button, input, summary, select, textarea, [tabindex='0']")) {
    if (!element.getClientRects().length || element.tabIndex < 0) continue;
    document.activeElement.blur();
    const before = sign(element);
    element.focus();
    if (document.activeElement === element && sign(element) === before) unmarked.push(element.outerHTML.slice(0, 120));
  }
  document.activeElement.blur();
  scrollTo(0, 0);
  return unmarked.slice(0, 5);
}"""

TITLES = """() => ({
  headingLanguage: document.querySelector("h1").closest("[lang]").lang,
  saysLanguage: document.querySelector("h1").hasAttribute("lang"),
  links: [...document.querySelectorAll("main a[href]:not(.prose a)")].map(
    link => [link.href.split("#")[0], link.textContent.trim(), link.closest("[lang]").lang]),
  heading: document.querySelector("h1").textContent.trim(),
})"""


class Walk:
    """One reader's way through all pages of a site, and what each was like."""

    def __init__(self, browser, site):
        self.pages = {}
        with serve(site.folder, site.prefix) as host:
            self.host, self.reader = host, Reader(browser, host)
            page = self.reader.page(viewport=PHONE)
            page.add_init_script(WATCH)
            axe, alike = Axe(), 0
            for path in site.pages():
                page.goto(host + address(path))
                seen = self.pages[path] = {"url": page.url.removesuffix("index.html"), "shifts": page.evaluate(SHIFTS)}
                seen |= page.evaluate(TITLES)
                seen["phone"] = page.evaluate(WIDTHS)
                seen["unmarked"] = page.evaluate(UNMARKED)
                alike += path.startswith(ALIKE)
                if not path.startswith(ALIKE) or alike % 10 == 1:
                    seen["light"] = violations(axe, page, options=AXE)
                    page.emulate_media(color_scheme="dark")
                    # Formulas have the colour of their text.
                    seen["dark"] = violations(axe, page, context={"exclude": [["math"]]}, options=AXE_COLOURS)
                    page.emulate_media(color_scheme="light")
                page.set_viewport_size(DESK)
                seen["desk"] = page.evaluate(WIDTHS)
                page.evaluate("document.documentElement.style.fontSize = '200%'")
                seen["large"] = page.evaluate(WIDTHS)
                page.set_viewport_size(PHONE)
            self.reader.close()

    def faults(self, of):
        """What `of` finds wrong, by page."""
        found = {path: of(seen) for path, seen in self.pages.items()}
        return {path: fault for path, fault in found.items() if fault}


def violations(axe, page, **how):
    found = axe.run(page, **how).response["violations"]
    named = [(fault["id"], [node["target"] for node in fault["nodes"] if not is_formula(fault, node)]) for fault in found]
    return [(name, nodes[:3]) for name, nodes in named if nodes]


def is_formula(fault, node):
    """Whether axe takes the head of a column for empty because it does not read MathML."""
    return fault["id"] == "empty-table-header" and "<math" in node["html"]


@pytest.fixture(scope="module")
def walks():
    return {}


@pytest.fixture
def walk(chromium, site, walks, request):
    name = request.node.callspec.params["site"]
    if name not in walks:
        walks[name] = Walk(chromium, site)
    return walks[name]


def test_the_console_stays_empty_and_no_other_host_is_asked(walk):
    assert walk.pages and walk.reader.faults == []


@pytest.mark.parametrize("window", ["phone", "desk", "large"])
def test_no_page_scrolls_sideways_or_is_cut_off(walk, window):
    """On the smallest phone, at a desk, and there with letters twice as large."""
    assert walk.faults(
        lambda seen: seen[window] if seen[window]["width"] > seen[window]["window"] or seen[window]["cut"] else None) == {}


def test_nothing_moves_while_a_page_loads(walk):
    assert walk.faults(lambda seen: seen["shifts"]) == {}


def test_the_place_of_the_keyboard_is_seen(walk):
    assert walk.faults(lambda seen: seen["unmarked"]) == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_barrier(walk, scheme):
    assert any(scheme in seen for seen in walk.pages.values())
    assert walk.faults(lambda seen: seen.get(scheme)) == {}


def test_titles_are_said_in_the_language_of_their_pages(walk):
    """A link that is called like the page it leads to is in the language of that page's heading.

    A tag's name has no language of its own, nor has the title of a source that does not say it."""
    titles = {
        seen["url"]: (seen["heading"], seen["headingLanguage"])
        for path, seen in walk.pages.items()
        if path.startswith("questions/") or seen["saysLanguage"]
    }
    wrong = walk.faults(lambda seen: [
        (text[:40], language, titles[url][1])
        for url, text, language in seen["links"]
        if url in titles and text == titles[url][0] and language != titles[url][1]])
    assert wrong == {}
