"""The site bar at every width of a window: what stands beside each other is apart, what begins a line is in line."""
import pytest

from conftest import Reader, address

WIDTHS = range(320, 1000, 10)
APART = 16

# The rectangles of the title, the menu, and the search field or, where there is none, the switch of the colours.
BOXES = """() => [".site-title", ".site-bar nav", ".site-tools input, .theme-switch"].map(selector => {
  const { left, right, top, bottom } = document.querySelector(selector).getBoundingClientRect();
  return { left, right, top, bottom };
})"""
EDGE = """() => {
  const main = document.querySelector("main");
  return main.getBoundingClientRect().left + parseFloat(getComputedStyle(main).paddingLeft);
}"""


def faults(page):
    """Parts that stand in one line with less than 16 px between them, and those that begin a line elsewhere than the
    text below does."""
    found = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 700})
        boxes, edge = page.evaluate(BOXES), page.evaluate(EDGE)
        for before, after in zip([None, *boxes], boxes):
            if before and before["top"] < after["bottom"] and after["top"] < before["bottom"]:
                if after["left"] - before["right"] < APART:
                    found.append((width, "together", before, after))
            elif abs(after["left"] - edge) > 1 and after["right"] < width - edge - 1:
                found.append((width, "out of line", after))
    return found


def test_what_belongs_to_the_site_is_in_its_language(reader):
    """On a page of another language, too."""
    page = reader.open("questions/comparing-language-models/")
    assert page.locator(".site-title").get_attribute("lang") == "zh-Hans"
    assert page.locator(".site-bar li a").first.evaluate("link => link.closest('[lang]').lang") == "en"
    page.goto(reader.host + address("questions/困惑度/"))
    assert page.locator(".site-title[lang], .tags [lang]").count() == 0


def test_a_tag_is_in_the_language_that_it_may_be_in(chromium, stress):
    """On an English page of a Chinese site: what is written in ideographs is Chinese."""
    reader = Reader(chromium, stress)
    page = reader.open("questions/structure/")
    tags = page.locator(".tags a, .neighbours > .facts a").evaluate_all(
        "tags => tags.map(tag => [tag.textContent, tag.closest('[lang]').lang])")
    reader.close()
    assert ["进阶", "zh-Hans"] in tags and ["structure", "en"] in tags
    assert reader.faults == []


@pytest.mark.parametrize("title", [None, "四字标题", "A wiki with quite a long title"])
@pytest.mark.parametrize("path", ["", "questions/困惑度/", "questions/comparing-language-models/", "search/"])
def test_parts_of_the_site_bar_stand_apart_and_in_line(reader, path, title):
    page = reader.open(address(path))
    if title:
        page.evaluate("title => { document.querySelector('.site-title').textContent = title; }", title)
    assert faults(page) == []


@pytest.mark.parametrize("title", ["Quaestio", "困惑度与熵问答", "Entropy, in questions"])
def test_the_switch_of_the_colours_is_on_no_line_alone(reader, title):
    """Where no search field stands beside it."""
    page = reader.open("")
    page.evaluate("title => { document.querySelector('.site-title').textContent = title; }", title)
    alone = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 700})
        _, menu, switch = page.evaluate(BOXES)
        if menu["bottom"] <= switch["top"]:
            alone.append(width)
    assert alone == []
