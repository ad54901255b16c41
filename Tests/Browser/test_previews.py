"""Previews of links: what they show, and how they come and go for pointer, keyboard and finger."""
from urllib.parse import quote

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

PERPLEXITY = "questions/" + quote("困惑度") + "/"
MATRICES = "questions/" + quote("稀疏矩阵的存储") + "/"
EXTRAS = "questions/markdown-extras/"
FAQ = "faq/common-questions/"
CITATION = ".cite a"
# On the page about perplexity: a question in Chinese with formulas.
QUESTION = f"main .prose a[href*='{quote('交叉熵与困惑度')}']"
PHONE = {"viewport": {"width": 320, "height": 640}, "has_touch": True, "is_mobile": True}

# What no build would publish; the page after an attack on the host.
HOSTILE = """<!DOCTYPE html><html lang="en" dir="rtl"><head><link rel="stylesheet" href="https://elsewhere.example/x.css">
</head><body><main><article><h1 id="h" onclick="bad()">Title</h1><div class="prose" id="p">
<p onmouseover="bad()" style="position:fixed"><script>bad()</script><style>body{display:none}</style>
<a id="to" href="javascript:bad()">one</a> <a href="../about/" target="_blank">two</a> <a href="#here">three</a>
<img src="x" srcset="x 2x" onerror="bad()"><img src="https://elsewhere.example/y.png"><iframe src="../about/"></iframe>
<svg onload="bad()"><a href="x">s</a></svg><quaestio-search data-script="bad.js">field</quaestio-search>
<form action="/x"><input name="q"></form><base href="https://elsewhere.example/">
<math href="javascript:bad()"><mi onclick="bad()" mathvariant="normal">x</mi></math> End.</p></div></article></main>
</body></html>"""


def box(page):
    return page.get_by_role("dialog")


def hover(page, selector):
    """Lets the pointer rest on a link, and waits for its preview."""
    page.mouse.move(0, 0)
    page.locator(selector).first.hover()
    expect(box(page)).to_have_count(1)
    return box(page)


def rests_in_vain(page, selector):
    """Whether the pointer rests on a link for longer than a preview would need, and there is none."""
    page.mouse.move(0, 0)
    page.locator(selector).first.hover()
    page.wait_for_timeout(700)
    return page.locator(".preview").count() == 0


def focus_by_keyboard(page, selector):
    """Goes to a link with the Tab key."""
    page.locator(selector).first.evaluate("""link => {
        const before = document.createElement("span");
        before.tabIndex = -1;
        link.before(before);
        before.focus();
    }""")
    page.keyboard.press("Tab")
    assert page.evaluate("selector => document.activeElement === document.querySelector(selector)", selector)


# What is shown


def test_a_page_shows_its_title_date_beginning_and_notice(reader):
    page = reader.open(PERPLEXITY)
    preview = hover(page, QUESTION)
    text = preview.inner_text()
    assert text.startswith("困惑度和交叉熵是什么关系？")
    assert "发布 2026年11月21日" in text and "本答案由人工智能生成" in text
    assert preview.locator(".prose").inner_text().endswith("得到的困惑度完全一样。")
    assert preview.locator("math msup").count() == 2
    assert preview.get_attribute("aria-label") == "困惑度和交叉熵是什么关系"


def test_a_page_in_another_language_is_marked_so(reader):
    page = reader.open(PERPLEXITY)
    preview = hover(page, "main .prose a[href*='comparing-language-models']")
    assert preview.locator(".prose").get_attribute("lang") == "en"
    # Three sentences, and not the fourth.
    assert preview.locator(".prose").inner_text().endswith("not how useful it is.")


def test_a_citation_shows_its_item_of_the_list(reader):
    page = reader.open(PERPLEXITY)
    preview = hover(page, CITATION)
    assert "Perplexity—a measure of the difficulty" in preview.locator(".reference-title").inner_text()
    assert "Jelinek" in preview.inner_text() and "一份会议摘要" in preview.locator(".excerpt").inner_text()
    assert "↩" not in preview.inner_text()


def test_a_title_in_the_list_shows_the_page_of_the_source(reader):
    page = reader.open(PERPLEXITY)
    preview = hover(page, ".reference-title a")
    assert preview.locator(".preview-title").inner_text().startswith("Perplexity—a measure")
    assert "一份会议摘要" in preview.inner_text()


def test_an_equation_is_shown_with_its_number(reader):
    page = reader.open(MATRICES)
    preview = hover(page, "a[href^='#eq']")
    assert preview.locator(".equation math[display=block]").count() == 1
    assert "(1)" in preview.inner_text()


def test_a_footnote_shows_the_whole_note(reader):
    page = reader.open(EXTRAS)
    preview = hover(page, ".footnote-ref a")
    assert "底数要和对数一致" in preview.inner_text() and "都属于这条脚注" in preview.inner_text()
    assert "↩" not in preview.inner_text()
    assert preview.get_attribute("aria-label") == "脚注 1"


def test_a_section_is_shown_below_the_name_of_its_page(reader):
    page = reader.open(FAQ)
    preview = hover(page, "main .prose a[href*='write-formulas']")
    assert preview.locator(".preview-page").inner_text() == "怎样写公式？"
    assert preview.locator(".preview-title").inner_text() == "常用的写法"
    assert preview.locator("table").count() == 1


def test_an_answer_of_a_faq_is_shown_alone(reader):
    page = reader.open("questions/write-links/")
    preview = hover(page, "main .prose a[href*='common-questions/#']")
    assert preview.locator(".preview-title").inner_text() == "网站需要服务器程序吗？"
    assert preview.locator(".prose").inner_text().startswith("不需要。")
    assert "关掉脚本" not in preview.inner_text()


def test_formulas_look_right_on_a_page_that_had_none(reader):
    page = reader.open(FAQ)
    assert page.locator("link[href*='math.']").count() == 0
    preview = hover(page, "main .prose a[href*='write-formulas']")
    font = preview.locator("math").first.evaluate("formula => getComputedStyle(formula).fontFamily")
    assert "Quaestio Math" in font
    page.keyboard.press("Escape")
    hover(page, "main .prose a[href*='write-formulas']")
    assert page.locator("link[href*='math.']").count() == 1


@pytest.mark.parametrize("path, selector", [
    (PERPLEXITY, "nav a"), (PERPLEXITY, ".breadcrumb a"), (PERPLEXITY, ".card-title"), (PERPLEXITY, ".tags a"),
    (PERPLEXITY, ".back-links a"), (PERPLEXITY, ".references .facts a"), (PERPLEXITY, ".site-footer a[href$='.md']"),
    (EXTRAS, ".footnote-backref"),
])
def test_other_links_have_no_preview(reader, path, selector):
    assert rests_in_vain(reader.open(path), selector)


def test_links_lead_somewhere_from_a_preview_too(reader):
    page = reader.open(PERPLEXITY)
    link = hover(page, CITATION).locator(".reference-title a")
    link.click()
    page.wait_for_url(reader.host + "references/jelinek-1977/")


# Nothing is asked for in advance, and nothing is owed


def test_nothing_is_loaded_before_somebody_comes_near(reader):
    page = reader.page()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(reader.host + PERPLEXITY)
    page.mouse.wheel(0, 200)
    page.locator("h1").hover()
    page.wait_for_timeout(500)
    assert [url for url in asked if "preview" in url] == []
    hover(page, QUESTION)
    page.keyboard.press("Escape")
    hover(page, QUESTION)
    assert len([url for url in asked if "/preview." in url]) == 1
    assert len([url for url in asked if quote("交叉熵与困惑度") in url]) == 1


def test_a_page_that_cannot_be_had_has_no_preview(reader):
    page = reader.open(PERPLEXITY)
    page.route(f"**/{quote('交叉熵与困惑度')}/", lambda route: route.abort())
    assert rests_in_vain(page, QUESTION)
    # The browser itself notes what did not load; nothing else goes wrong.
    assert all("net::ERR_FAILED" in fault for fault in reader.faults)
    reader.faults.clear()


def test_without_the_module_a_mark_is_a_link(reader):
    page = reader.page(**PHONE)
    page.route("**/preview.*.js", lambda route: route.abort())
    page.goto(reader.host + PERPLEXITY)
    page.locator(CITATION).first.tap()
    page.wait_for_url("**#ref-1")
    assert all("net::ERR_FAILED" in fault for fault in reader.faults)
    reader.faults.clear()


def test_hostile_pages_are_only_text(reader):
    # On a host without a policy, where only the preview's own care protects.
    page = reader.page(bypass_csp=True)
    page.add_init_script("window.bad = () => (window.harm = true)")
    page.route(f"**/{quote('交叉熵与困惑度')}/", lambda route: route.fulfill(content_type="text/html", body=HOSTILE))
    page.goto(reader.host + PERPLEXITY)
    preview = hover(page, QUESTION)
    names = preview.evaluate("""box => Array.from(box.querySelectorAll("*"), (node) => node.localName)""")
    assert not {"script", "style", "iframe", "svg", "form", "input", "base", "quaestio-search", "link"} & set(names)
    attributes = preview.evaluate("""box => Array.from(box.querySelectorAll("*"), (node) =>
        Array.from(node.attributes, (attribute) => attribute.name)).flat()""")
    assert set(attributes) <= {"class", "lang", "dir", "href", "src", "loading", "mathvariant"}
    links = preview.locator("a").evaluate_all("links => links.map(link => link.getAttribute('href'))")
    target = reader.host + "questions/" + quote("交叉熵与困惑度")
    assert links == [None, reader.host + "questions/about/", target + "/#here"]
    images = preview.locator("img").evaluate_all("images => images.map(image => image.getAttribute('src'))")
    assert images == [target + "/x", None]
    assert preview.locator("[dir=rtl]").count() > 0
    preview.locator("mi").hover()
    preview.locator("a").first.click()
    assert page.evaluate("window.harm") is None
    assert page.evaluate("getComputedStyle(document.body).display") == "block"
    # The picture that is not there.
    assert [fault for fault in reader.faults if "404" not in fault] == []
    reader.faults.clear()


def test_ids_stay_unique(reader):
    page = reader.open(EXTRAS)
    hover(page, ".footnote-ref a")
    assert page.evaluate("""() => {
        const ids = Array.from(document.querySelectorAll("[id]"), (node) => node.id);
        return ids.length === new Set(ids).size;
    }""")


# Pointer


def test_the_pointer_can_go_into_the_box_and_closes_it_by_leaving(reader):
    page = reader.open(PERPLEXITY, viewport={"width": 1000, "height": 800})
    link = page.locator(QUESTION).first
    hover(page, QUESTION)
    inside = box(page).bounding_box()
    # Across whatever lies between link and box, slowly enough to notice.
    page.mouse.move(inside["x"] + inside["width"] * 0.8, inside["y"] + inside["height"] / 2, steps=8)
    page.wait_for_timeout(600)
    expect(box(page)).to_have_count(1)
    link.hover()
    page.wait_for_timeout(300)
    expect(box(page)).to_have_count(1)
    page.mouse.move(2, 2)
    expect(box(page)).to_have_count(0)


def test_passing_over_a_link_opens_nothing(reader):
    page = reader.open(PERPLEXITY)
    hover(page, CITATION)
    page.keyboard.press("Escape")
    page.locator(QUESTION).first.hover()
    page.mouse.move(2, 2)
    page.wait_for_timeout(700)
    expect(box(page)).to_have_count(0)


def test_a_box_that_was_closed_stays_closed_until_the_pointer_comes_again(reader):
    page = reader.open(PERPLEXITY)
    hover(page, QUESTION)
    page.keyboard.press("Escape")
    expect(box(page)).to_have_count(0)
    spot = page.locator(QUESTION).first.bounding_box()
    page.mouse.move(spot["x"] + spot["width"] / 2 + 2, spot["y"] + spot["height"] / 2, steps=3)
    page.wait_for_timeout(700)
    expect(box(page)).to_have_count(0)
    page.mouse.move(2, 2)
    page.wait_for_timeout(400)
    hover(page, QUESTION)


def test_a_click_goes_where_the_link_leads(reader):
    page = reader.open(PERPLEXITY)
    hover(page, CITATION)
    page.locator(CITATION).first.click()
    page.wait_for_url("**#ref-1")
    page.wait_for_timeout(500)
    expect(box(page)).to_have_count(0)


def test_scrolling_away_closes_it(reader):
    page = reader.open(PERPLEXITY)
    focus_by_keyboard(page, CITATION)
    expect(box(page)).to_have_count(1)
    page.evaluate("scrollBy(0, 40)")
    page.wait_for_timeout(100)
    expect(box(page)).to_have_count(1)
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    expect(box(page)).to_have_count(0)


# Keyboard


def test_the_focus_opens_it_and_stays_where_it_is(reader):
    page = reader.open(PERPLEXITY)
    focus_by_keyboard(page, QUESTION)
    expect(box(page)).to_have_count(1)
    assert page.locator(QUESTION).first.evaluate("link => link === document.activeElement")
    # It says nothing of itself.
    assert page.locator(".preview [aria-live], .preview [role=status], [aria-describedby]").count() == 0
    page.keyboard.press("Escape")
    expect(box(page)).to_have_count(0)
    assert page.locator(QUESTION).first.evaluate("link => link === document.activeElement")
    page.wait_for_timeout(500)
    expect(box(page)).to_have_count(0)
    focus_by_keyboard(page, CITATION)
    expect(box(page)).to_have_count(1)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.preview')") is None
    # What is next on the page, a box of code, comes next.
    assert page.locator(CITATION).first.evaluate(
        "link => !!(link.compareDocumentPosition(document.activeElement) & Node.DOCUMENT_POSITION_FOLLOWING)")
    assert page.evaluate("document.activeElement.closest('.prose') !== null")


def test_leaving_with_the_keyboard_closes_it(reader):
    page = reader.open(PERPLEXITY)
    focus_by_keyboard(page, CITATION)
    expect(box(page)).to_have_count(1)
    page.keyboard.press("/")
    expect(box(page)).to_have_count(0)


# Fingers


@pytest.mark.parametrize("path, mark, text, fragment", [
    (PERPLEXITY, CITATION, "Jelinek", "#ref-1"),
    (MATRICES, "a[href^='#eq']", "(1)", "#eq:csr-size"),
    (EXTRAS, ".footnote-ref a", "底数要和对数一致", "#fn-1"),
])
def test_a_tap_on_a_mark_shows_a_sheet_instead_of_a_jump(reader, path, mark, text, fragment):
    page = reader.open(path, **PHONE)
    link = page.locator(mark).first
    link.scroll_into_view_if_needed()
    place = page.evaluate("scrollY")
    link.tap()
    expect(box(page)).to_contain_text(text)
    assert (page.url, page.evaluate("scrollY")) == (reader.host + path, place)
    # Whoever asked for it is told what it is.
    assert box(page).evaluate("sheet => sheet === document.activeElement")
    page.get_by_role("button", name="关闭").tap()
    expect(box(page)).to_have_count(0)
    assert link.evaluate("link => link === document.activeElement")
    link.tap()
    page.get_by_role("link", name="跳到原处").tap()
    page.wait_for_url("**" + fragment)
    expect(box(page)).to_have_count(0)


def test_a_tap_elsewhere_closes_the_sheet(reader):
    page = reader.open(PERPLEXITY, **PHONE)
    page.locator(CITATION).first.tap()
    expect(box(page)).to_have_count(1)
    page.touchscreen.tap(160, 20)
    expect(box(page)).to_have_count(0)


def test_the_sheet_outlives_the_bars_of_a_phone_and_the_box_no_change_of_the_window(reader):
    page = reader.open(PERPLEXITY, **PHONE)
    page.locator(CITATION).first.tap()
    expect(box(page)).to_have_count(1)
    page.set_viewport_size({"width": 320, "height": 580})
    page.wait_for_timeout(200)
    expect(box(page)).to_have_count(1)
    page.keyboard.press("Escape")
    expect(box(page)).to_have_count(0)
    focus_by_keyboard(page, CITATION)
    expect(page.locator(".preview:not(.preview-sheet)")).to_have_count(1)
    page.set_viewport_size({"width": 400, "height": 640})
    expect(box(page)).to_have_count(0)


def test_a_tap_on_a_link_to_a_page_goes_there(reader):
    page = reader.open(PERPLEXITY, **PHONE)
    page.locator(QUESTION).first.tap()
    page.wait_for_url(f"**/{quote('交叉熵与困惑度')}/")


# Room and looks


@pytest.mark.parametrize("width", [320, 1100])
def test_the_box_is_within_the_window_and_moves_nothing(reader, width):
    page = reader.page(viewport={"width": width, "height": 500})
    page.add_init_script("""window.shifts = 0; new PerformanceObserver((list) => (shifts += list.getEntries().length))
        .observe({ type: "layout-shift", buffered: true })""")
    page.goto(reader.host + PERPLEXITY)
    for link in page.locator("main .prose :is(p, li, sup) > a[href]:not([data-open]), main .reference-title a").all():
        link.scroll_into_view_if_needed()
        page.mouse.move(0, 0)
        page.wait_for_timeout(300)
        height = page.evaluate("document.documentElement.scrollHeight")
        shifts = page.evaluate("shifts")
        link.hover()
        expect(box(page)).to_have_count(1)
        inside = box(page).bounding_box()
        assert inside["x"] >= 0 and inside["x"] + inside["width"] <= width
        assert inside["y"] >= 0 and inside["y"] + inside["height"] <= 500
        # Nor does it lie on the link, over however many lines that goes.
        place = link.bounding_box()
        assert inside["y"] >= place["y"] + place["height"] or inside["y"] + inside["height"] <= place["y"]
        assert page.evaluate("document.documentElement.scrollWidth") == width
        assert page.evaluate("document.documentElement.scrollHeight") == height
        assert page.evaluate("shifts") == shifts
        page.keyboard.press("Escape")


def test_the_box_is_above_a_link_at_the_foot_of_the_window(reader):
    page = reader.open(PERPLEXITY, viewport={"width": 1000, "height": 700})
    for block, is_below in [("start", True), ("end", False)]:
        page.mouse.move(0, 0)
        page.locator(QUESTION).first.evaluate("(link, block) => link.scrollIntoView({ block })", block)
        link = page.locator(QUESTION).first.evaluate("link => link.getClientRects()[0].toJSON()")
        page.mouse.move(link["x"] + 3, link["y"] + 5)
        expect(box(page)).to_have_count(1)
        assert (box(page).bounding_box()["y"] > link["y"]) == is_below
        page.keyboard.press("Escape")
        page.mouse.move(0, 0)
        page.wait_for_timeout(300)


def test_from_right_to_left_it_begins_at_the_right(reader):
    page = reader.open(PERPLEXITY, viewport={"width": 1000, "height": 700})
    page.evaluate("document.documentElement.dir = 'rtl'")
    hover(page, CITATION)
    link = page.locator(CITATION).first.bounding_box()
    frame = page.locator(".preview").bounding_box()
    assert abs(frame["x"] + frame["width"] - link["x"] - link["width"]) <= 1
    assert page.evaluate("document.documentElement.scrollWidth") == 1000


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("options", [{"viewport": {"width": 1000, "height": 700}}, PHONE], ids=["box", "sheet"])
def test_axe_finds_no_barrier(reader, options, scheme):
    page = reader.open(PERPLEXITY, color_scheme=scheme, reduced_motion="reduce", **options)
    for selector in [CITATION] if "has_touch" in options else [CITATION, QUESTION]:
        link = page.locator(selector).first
        link.tap() if "has_touch" in options else hover(page, selector)
        expect(box(page)).to_have_count(1)
        violations = Axe().run(page).response["violations"]
        assert [(fault["id"], [node["target"] for node in fault["nodes"]]) for fault in violations] == []
        page.keyboard.press("Escape")


def test_a_printed_page_has_none(reader):
    page = reader.open(PERPLEXITY)
    hover(page, CITATION)
    page.emulate_media(media="print")
    assert page.locator(".preview").evaluate("box => getComputedStyle(box).display") == "none"
