"""The search field of every page: what its keys and taps do, and what it loads when."""
import re
from urllib.parse import quote

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from engine_double import asked, tell
from test_search import results

FIELD = "header input[name=q]"
OPTIONS = "header [role=option]"
LOADED = re.compile(r"/search/index\.json$|/assets/(search|passages|filters|engine)\.|\.qix$|\.wasm$")


@pytest.fixture
def page(reader):
    """A page of the wiki whose engine answers what the test says."""
    page = reader.page()
    tell(page)
    page.goto(reader.host + "questions/")
    return page


def enter(page):
    """Goes to the field, and waits until the search is there."""
    page.focus(FIELD)
    expect(page.locator("quaestio-search:defined")).to_have_count(1)


def list_for(page, text):
    """Types `text` and waits for the list of titles."""
    page.focus(FIELD)
    page.keyboard.type(text)
    expect(page.locator(OPTIONS)).to_have_count(5)


def active(page):
    """The number of the option that a screen reader reads, or None."""
    ids = page.locator(OPTIONS).evaluate_all("options => options.map(option => option.id)")
    name = page.get_attribute(FIELD, "aria-activedescendant")
    return ids.index(name) if name else None


def test_nothing_is_loaded_before_the_reader_goes_there(reader):
    page = reader.page()
    loaded = []
    page.on("request", lambda request: loaded.append(request.url) if LOADED.search(request.url) else None)
    page.goto(reader.host + "questions/", wait_until="networkidle")
    assert loaded == []
    # All that does not depend on what will be typed, so that the first key has its answer.
    with page.expect_request_finished(lambda request: request.url.endswith(".wasm")):
        page.focus(FIELD)
    for part in ["assets/search.", "search/index.json", "assets/engine."]:
        assert any(part in url for url in loaded), part
    assert not any(url.endswith(".qix") for url in loaded)
    page.keyboard.type("稀疏")
    expect(page.locator(OPTIONS)).to_have_count(5)
    assert page.locator(OPTIONS).first.get_attribute("href")
    assert not any("assets/passages." in url for url in loaded)


def test_a_slash_leads_to_the_field(page):
    page.keyboard.press("/")
    expect(page.locator(FIELD)).to_be_focused()
    page.keyboard.type("a/b")
    expect(page.locator(FIELD)).to_have_value("a/b")


def test_a_slash_elsewhere_is_a_slash(reader):
    page = reader.open("calculator/")
    page.keyboard.press("Control+/")
    expect(page.locator(FIELD)).not_to_be_focused()
    bits = page.locator("input[name=bits]").first
    bits.fill("")
    page.keyboard.type("1/2")
    expect(bits).to_have_value("1/2")
    expect(page.locator(FIELD)).not_to_be_focused()


def test_titles_appear_below_the_field_as_the_reader_types(page):
    list_for(page, "稀疏")
    field = page.locator(FIELD)
    expect(field).to_have_attribute("role", "combobox")
    expect(field).to_have_attribute("aria-expanded", "true")
    assert page.get_attribute(FIELD, "aria-controls") == page.get_attribute("header [role=listbox]", "id")
    expect(page.locator(OPTIONS).nth(1).locator("mark")).to_have_text("稀疏")
    # Titles only: no page is read for the list.
    assert page.locator("header .card-text").count() == 0
    page.fill(FIELD, "")
    expect(page.locator("header [role=listbox]")).to_be_hidden()
    expect(field).to_have_attribute("aria-expanded", "false")


def test_arrows_move_through_the_list_and_back_to_the_field(page):
    list_for(page, "稀疏")
    assert active(page) is None
    seen = []
    for key in ["ArrowDown", "ArrowDown", "ArrowUp", "ArrowUp", "ArrowUp", "ArrowDown"]:
        page.keyboard.press(key)
        seen.append(active(page))
    assert seen == [0, 1, 0, None, 4, None]
    expect(page.locator(FIELD)).to_be_focused()
    page.keyboard.press("ArrowDown")
    selected = page.locator(OPTIONS).evaluate_all("all => all.map(one => one.getAttribute('aria-selected'))")
    assert selected == ["true"] + 4 * ["false"]


def test_the_chosen_title_is_seen_in_a_low_window(reader):
    page = reader.page(viewport={"width": 320, "height": 240})
    tell(page)
    page.goto(reader.host + "questions/")
    list_for(page, "稀疏")
    # Up from the field to the last one, which lies below the edge of the list.
    page.keyboard.press("ArrowUp")
    last, popup = page.locator(OPTIONS).nth(4).bounding_box(), page.locator("header .search-popup").bounding_box()
    assert popup["y"] <= last["y"] and last["y"] + last["height"] <= popup["y"] + popup["height"]
    assert page.evaluate("scrollY") == 0


def test_enter_opens_the_chosen_title(page, reader):
    list_for(page, "稀疏")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    address = page.locator(OPTIONS).nth(1).evaluate("link => link.href")
    page.keyboard.press("Enter")
    page.wait_for_url(address)


@pytest.mark.parametrize("press", ["Enter", "button"])
def test_with_none_chosen_the_search_page_has_more(page, press):
    list_for(page, "稀疏 a&b")
    if press == "Enter":
        page.keyboard.press("Enter")
    else:
        page.locator("header .search-popup button").click()
    page.wait_for_url("**/search/?q=" + quote("稀疏") + "+a%26b")
    assert results(page)


def test_a_click_opens_a_title(page):
    list_for(page, "稀疏")
    link = page.locator(OPTIONS).nth(2)
    address = link.evaluate("link => link.href")
    link.click()
    page.wait_for_url(address)


def test_escape_closes_the_list_and_then_empties_the_field(page):
    list_for(page, "稀疏")
    page.keyboard.press("Escape")
    expect(page.locator("header .search-popup")).to_be_hidden()
    expect(page.locator(FIELD)).to_have_value("稀疏")
    expect(page.locator(FIELD)).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(FIELD)).to_have_value("")


def test_a_closed_list_opens_again(page):
    for again in [lambda: page.keyboard.press("ArrowDown"), lambda: page.click(FIELD)]:
        page.fill(FIELD, "")
        list_for(page, "稀疏")
        page.keyboard.press("Escape")
        expect(page.locator("header .search-popup")).to_be_hidden()
        again()
        expect(page.locator("header .search-popup")).to_be_visible()


def test_the_list_closes_when_the_reader_turns_elsewhere(page):
    list_for(page, "稀疏")
    page.click("footer p")
    expect(page.locator("header .search-popup")).to_be_hidden()
    page.fill(FIELD, "")
    list_for(page, "稀疏")
    page.keyboard.press("Tab")
    expect(page.locator("header .search-popup")).to_be_hidden()
    assert not page.evaluate("document.activeElement.closest('.search-popup')")


def test_an_answer_that_comes_late_does_not_open_the_list(page):
    page.evaluate("told.wait = 300")
    enter(page)
    page.keyboard.type("稀疏")
    page.wait_for_timeout(250)
    assert asked(page) == ["稀疏"]
    page.keyboard.press("Tab")
    page.wait_for_timeout(400)
    expect(page.locator("header .search-popup")).to_be_hidden()


def test_an_input_method_is_left_alone(page):
    enter(page)
    keyboard = page.context.new_cdp_session(page)
    for text in ["x", "xi", "xi s", "xi shu"]:
        keyboard.send("Input.imeSetComposition", {"text": text, "selectionStart": len(text), "selectionEnd": len(text)})
    page.wait_for_timeout(700)
    assert asked(page) == []
    keyboard.send("Input.insertText", {"text": "稀疏"})
    expect(page.locator(OPTIONS)).to_have_count(5)
    assert asked(page) == ["稀疏"]


def test_a_composition_ends_a_search_that_was_about_to_begin(page):
    enter(page)
    keyboard = page.context.new_cdp_session(page)
    page.keyboard.type("a")
    keyboard.send("Input.imeSetComposition", {"text": "x", "selectionStart": 1, "selectionEnd": 1})
    page.wait_for_timeout(500)
    assert asked(page) == []


@pytest.mark.parametrize("state", ["isComposing: true", "keyCode: 229"])
def test_the_enter_that_ends_a_composition_opens_nothing(page, state):
    list_for(page, "稀疏")
    page.keyboard.press("ArrowDown")
    page.evaluate(
        f"""() => document.querySelector("{FIELD}").dispatchEvent(
          new KeyboardEvent("keydown", {{ key: "Enter", bubbles: true, cancelable: true, {state} }}))""")
    page.wait_for_timeout(200)
    assert page.url.endswith("/questions/")


def test_the_count_is_read_out_once_the_reader_pauses(page):
    enter(page)
    page.evaluate(
        """() => {
          window.said = [];
          const status = document.querySelector("header [role=status]");
          const note = () => said.push(status.textContent);
          new MutationObserver(note).observe(status, { childList: true, characterData: true, subtree: true });
        }""")
    page.keyboard.type("perplexity", delay=150)
    expect(page.locator("header [role=status]")).to_have_text("5+ 条结果")
    assert len(asked(page)) > 1
    assert page.evaluate("said") == ["5+ 条结果"]


def test_nothing_found_is_said_below_the_field(page):
    page.focus(FIELD)
    page.keyboard.type("nothing")
    expect(page.locator("header .search-popup")).to_contain_text("没有找到")
    expect(page.locator(FIELD)).to_have_attribute("aria-expanded", "false")
    expect(page.locator("header [role=listbox]")).to_be_hidden()


def test_a_search_that_cannot_be_loaded_says_so_and_is_tried_again(page, reader):
    page.route("**/search/index.json", lambda route: route.abort())
    page.focus(FIELD)
    page.keyboard.type("稀疏")
    expect(page.locator("header .search-popup")).to_contain_text("没能载入")
    page.unroute("**/search/index.json")
    page.keyboard.type("性")
    expect(page.locator(OPTIONS)).to_have_count(5)
    # The browser itself prints what could not be loaded.
    assert all("Failed to load resource" in fault for fault in reader.faults)
    reader.faults.clear()


def test_what_was_typed_before_the_search_arrived_is_answered(page):
    release = []
    page.route("**/assets/search.*.js", lambda route: release.append(route))
    page.focus(FIELD)
    page.keyboard.type("稀疏")
    page.wait_for_timeout(100)
    release[0].continue_()
    expect(page.locator(OPTIONS)).to_have_count(5)
    assert asked(page) == ["稀疏"]


def test_without_the_search_the_form_leads_to_the_search_page(page, reader):
    page.route("**/assets/search.*.js", lambda route: route.abort())
    page.fill(FIELD, "熵")
    page.press(FIELD, "Enter")
    page.wait_for_url("**/search/?q=" + quote("熵"))
    reader.faults.clear()


def test_without_scripts_the_form_leads_to_the_search_page(reader):
    page = reader.open("questions/", java_script_enabled=False)
    assert page.get_attribute(FIELD, "role") is None
    page.fill(FIELD, "熵")
    page.press(FIELD, "Enter")
    page.wait_for_url("**/search/?q=" + quote("熵"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_barrier_in_the_list(reader, scheme):
    page = reader.page(color_scheme=scheme, viewport={"width": 320, "height": 640})
    tell(page)
    page.goto(reader.host + "questions/")
    list_for(page, "稀疏")
    page.keyboard.press("ArrowDown")
    violations = Axe().run(page).response["violations"]
    assert [(fault["id"], [node["target"] for node in fault["nodes"]]) for fault in violations] == []
    assert page.evaluate("document.documentElement.scrollWidth") == 320
