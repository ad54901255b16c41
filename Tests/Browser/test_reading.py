"""Every page for every reader: narrow screens, no scripts, keyboards, screen readers."""
from urllib.parse import quote

import pytest
from axe_playwright_python.sync_playwright import Axe

from conftest import Reader
from server import serve

# One page of every kind.
KINDS = [
    "", "questions/", "questions/困惑度/", "questions/comparing-language-models/", "references/",
    "references/shannon-1951/", "tags/", "search/", "search/?q=稀疏", "calculator/",
]


def pages(example):
    """All but the page for missing addresses, whose links need the site at the host's root, and former addresses, which
    readers do not stay at."""
    paths = [path for path in sorted(example.rglob("*.html")) if "http-equiv" not in path.read_text()]
    return [str(path.relative_to(example)) for path in paths if path.name != "404.html"]


def address(path):
    return quote(path, safe="/?=")


def test_no_page_is_wider_than_a_small_phone(reader, example):
    page = reader.page(viewport={"width": 320, "height": 640})
    wide = {}
    for path in pages(example):
        page.goto(reader.host + address(path))
        width = page.evaluate("document.documentElement.scrollWidth")
        if width > 320:
            wide[path] = width
    assert wide == {}


def test_every_page_says_what_it_is(reader, example):
    page = reader.page(java_script_enabled=False)
    for path in pages(example):
        page.goto(reader.host + address(path))
        heading = page.locator("h1")
        assert (path, heading.count()) == (path, 1)
        assert heading.inner_text().strip(), path
        assert page.title().strip(), path
        assert page.get_attribute("html", "lang"), path
        assert page.locator("main").inner_text().strip(), path


def test_the_page_for_missing_addresses(chromium, example):
    with serve(example, "/") as host:
        reader = Reader(chromium, host)
        page = reader.open("404.html", viewport={"width": 320, "height": 640})
        assert page.evaluate("document.documentElement.scrollWidth") == 320
        assert Axe().run(page).response["violations"] == []
        page.click("main a[href='/questions/']")
        page.wait_for_url(host + "questions/")
        reader.close()
    assert reader.faults == []


def test_search_without_scripts_lists_ways_to_the_questions(reader):
    page = reader.open("search/", java_script_enabled=False)
    links = page.locator("main a[href]:visible").evaluate_all("links => links.map(link => link.href)")
    assert reader.host + "questions/" in links
    assert any("/tags/" in link for link in links)


def test_question_list_without_scripts_leads_to_every_question(reader, example):
    page = reader.open("questions/", java_script_enabled=False)
    listed = set()
    while True:
        listed |= set(page.locator("main a[href]").evaluate_all("links => links.map(link => link.href)"))
        following = page.locator("a[rel=next]")
        if following.count() == 0:
            break
        following.first.click()
    for folder in (example / "questions").iterdir():
        if not folder.is_dir() or folder.name == "page":
            continue
        html = (folder / "index.html").read_text()
        # Former addresses and duplicates lead to a page of the list, translations are reached from one.
        if "noindex" not in html and 'class="translations"' not in html:
            assert reader.host + address(f"questions/{folder.name}/") in listed


def test_calculator_without_scripts_is_a_table(reader):
    page = reader.open("calculator/", java_script_enabled=False)
    rows = page.locator("main table tbody tr")
    assert rows.count() >= 8
    text = page.locator("main table").inner_text()
    assert "25.99" in text and "4.7" in text


def test_the_keyboard_reaches_the_content_at_once(reader):
    page = reader.open("questions/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.closest('main') !== null")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", KINDS)
def test_axe_finds_no_barrier(reader, path, scheme):
    page = reader.open(address(path), color_scheme=scheme, viewport={"width": 390, "height": 800})
    violations = Axe().run(page).response["violations"]
    assert [(fault["id"], [node["target"] for node in fault["nodes"]]) for fault in violations] == []
