"""Where pages lead readers without scripts, and readers of pages that are not there."""
from conftest import Reader, address
from server import serve


def test_the_page_for_missing_addresses_leads_to_the_questions(chromium, example):
    with serve(example, "/") as host:
        reader = Reader(chromium, host)
        page = reader.open("404.html")
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


def test_pages_from_disk_show_what_they_show_without_scripts(chromium, example):
    """Browsers run no modules there: nothing waits for them, and no field is shown that does nothing."""
    page = chromium.new_page()
    page.goto((example / "calculator/index.html").as_uri())
    assert page.locator("main input:visible, main textarea:visible").count() == 0
    assert page.locator(".calculator-units .still:visible").count() > 0
    page.goto((example / "search/index.html").as_uri())
    assert page.locator("main .more a:visible").count() > 0
    page.goto((example / "index.html").as_uri())
    assert page.locator("h1").evaluate("heading => getComputedStyle(heading).fontWeight") == "700"
    page.close()
