"""Reading without a mouse: where the keys lead on the pages that hold most, and what they do there."""
import pytest
from playwright.sync_api import expect

from conftest import address

# What a key can reach, in the order of the page.
STOPS = """() => [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")]
  .filter(element => !element.matches("[type=radio]:not(:checked)"))
  .filter(element => element.tabIndex >= 0 && !element.disabled && element.checkVisibility({ visibilityProperty: true }))"""
# Gives the stops numbers, for `number` to tell them apart.
NUMBER_STOPS = f"() => {{ window.stops = ({STOPS})(); return stops.length; }}"
WHERE = "() => stops.indexOf(document.activeElement)"
# Whether what the keyboard is at can be seen, not behind anything and not outside of the window.
IS_SEEN = """() => {
  const { left, right, top, bottom } = document.activeElement.getClientRects()[0];
  return right > 0 && bottom > 0 && left < innerWidth && top < innerHeight;
}"""


@pytest.fixture(scope="module")
def host(stress):
    return stress


def press(page, key):
    """Goes to the next stop, past what a formula that has the focus offers."""
    page.keyboard.press(key)
    if page.evaluate("document.activeElement.closest('.formula-copy') !== null"):
        page.keyboard.press(key)


@pytest.mark.parametrize(
    "path", ["", "questions/many-answers/", "questions/structure/", "questions/formulas/", "questions/arabic/",
             "search/?q=困惑度", "calculator/", "faq/fifty/"])
def test_tab_leads_through_the_whole_page_in_its_order(reader, path):
    page = reader.open(address(path), viewport={"width": 390, "height": 700}, reduced_motion="reduce")
    page.wait_for_load_state("networkidle")
    count = page.evaluate(NUMBER_STOPS)
    seen = []
    for _ in range(count):
        press(page, "Tab")
        seen.append((page.evaluate(WHERE), page.evaluate(IS_SEEN)))
    assert seen == [(place, True) for place in range(count)]
    for place in reversed(range(max(0, count - 10), count - 1)):
        press(page, "Shift+Tab")
        assert page.evaluate(WHERE) == place


def test_the_first_key_leads_past_the_navigation(reader):
    page = reader.open("questions/", reduced_motion="reduce")
    page.keyboard.press("Tab")
    expect(page.locator(".skip-link")).to_be_focused()
    # The whole of it is seen then.
    box = page.locator(".skip-link").bounding_box()
    assert box["x"] >= 0 and box["y"] >= 0 and box["height"] >= 24
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_a_search_from_the_first_key_to_the_page_that_was_meant(reader):
    page = reader.open("questions/arabic/")
    page.keyboard.press("/")
    page.keyboard.type("量化 困惑度")
    expect(page.locator("header [role=option]").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    title = page.locator("header [role=option]").first.inner_text()
    page.keyboard.press("Enter")
    page.wait_for_url("**/questions/**")
    expect(page.locator("h1")).to_have_text(title)
    page.keyboard.press("/")
    page.keyboard.type("a")
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    expect(page.locator("header input[name=q]")).to_have_value("")
    expect(page.locator("header .search-popup")).to_be_hidden()


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_colours_are_switched_and_remembered(reader, key):
    page = reader.open("questions/", color_scheme="light")
    paper = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(paper)
    switch = page.locator("header .theme-switch")
    for _ in range(3):
        if page.evaluate(paper) != light:
            break
        switch.focus()
        page.keyboard.press(key)
    dark = page.evaluate(paper)
    assert dark != light
    # No page is shown in the other colours first.
    page.goto(reader.host + "tags/", wait_until="commit")
    page.wait_for_selector("body")
    assert page.evaluate(paper) == dark


@pytest.mark.parametrize("key", ["Enter", "Space"])
@pytest.mark.parametrize("path", ["questions/structure/", "questions/many-answers/"])
def test_what_is_folded_opens_and_closes(reader, path, key):
    page = reader.open(path)
    details = page.locator("main details:not(.contents)").first
    content = details.locator(":scope > :not(summary)").first
    details.locator("summary").first.focus()
    expect(content).to_be_hidden()
    page.keyboard.press(key)
    expect(content).to_be_visible()
    page.keyboard.press(key)
    expect(content).to_be_hidden()


@pytest.mark.parametrize(
    "path,area", [("questions/formulas/", ".equation"), ("questions/formulas/", "p .unbroken, p math"),
                  ("questions/tables/", ".table"), ("questions/code/", "pre")])
def test_what_is_wider_than_the_window_is_read_with_the_arrows(reader, path, area):
    page = reader.open(path, viewport={"width": 320, "height": 640})
    wide = page.locator(f"main :is({area})").evaluate_all(
        "all => all.filter(one => one.scrollWidth > one.clientWidth + 20 && one.clientWidth > 0).map("
        "one => { one.focus(); return document.activeElement === one; })")
    assert wide and all(wide)
    page.evaluate("""selector => [...document.querySelectorAll(selector)].find(
        one => one.scrollWidth > one.clientWidth + 20 && one.clientWidth > 0).focus()""", f"main :is({area})")
    page.keyboard.press("ArrowRight")
    page.evaluate("""() => new Promise(done => {
      const look = () => document.activeElement.scrollLeft > 0 ? done() : requestAnimationFrame(look);
      look();
    })""")
