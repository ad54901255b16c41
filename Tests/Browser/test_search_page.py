"""The search page: what it shows of a result, passages, filters, help."""
import gzip
import shutil
from urllib.parse import quote, unquote

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from command import ROOT
from conftest import Reader
from engine_double import asked, result, tell
from server import serve

FIELD = "main input[name=q]"
CARDS = "main .results .card"
TEXTS = "main .results .card-text"

# A page that no author would write.
STRANGE = """<!DOCTYPE html><html><body><nav><p>target in the navigation</p></nav><main>
<h1>target</h1><p>The first paragraph.</p>
<h2 id="near">Near</h2>
<p>A target: <math id="m" onclick="alert(1)" style="color: red" href="x" data-tex="x_1" display="inline"><msub>
<mi mathvariant="normal" id="n">x</mi><mtext><img src="x" onerror="alert(2)">one</mtext></msub></math> ends.</p>
<script>target</script></main></body></html>"""


@pytest.fixture
def search(reader):
    """Opens the search page for a query; the engine answers with `results` and `answer`."""

    def search(query, results=None, prepare=None, options={}, **answer):
        page = reader.page(**options)
        tell(page, results, **answer)
        if prepare:
            prepare(page)
        page.goto(f"{reader.host}search/?q={quote(query)}")
        return page

    return search


def shows(reader, page, number=0):
    """The passage of a result as (text, marks), and where its title leads, once it is there."""
    text = page.locator(TEXTS).nth(number)
    expect(text).not_to_be_empty()
    link = page.locator(".results .card-title").nth(number).evaluate("link => link.href")
    return text.inner_text(), text.locator("mark").all_inner_texts(), unquote(link.removeprefix(reader.host))


def test_a_result_says_what_it_is(search):
    page = search(
        "熵",
        [
            result("questions/信息熵/", "什么是信息熵？", tags=["信息论", "熵"], provenance="ai"),
            result("references/shannon-1951/", "Entropy", kind="reference", language="en", provenance="human"),
            result("about/", "关于", kind="page", date="", provenance="mixed"),
            result("faq/common-questions/", "", kind="page", date="2026-11"),
            result("references/shannon-1951/#old", "Old", kind="reference", date="1948"),
        ])
    expect(page.locator(CARDS)).to_have_count(5)
    parts = page.locator(".results .facts").evaluate_all(
        "all => all.map(facts => [...facts.children].map(part => part.textContent))")
    assert parts == [
        ["问题 › 信息论", "2026年11月21日", "AI 生成"],
        ["来源", "2026年11月21日", "人工撰写"],
        ["页面", "", "人机合写"],
        ["页面", "2026年11月", ""],
        ["来源", "1948年", ""],
    ]
    times = page.locator(".results time").evaluate_all("all => all.map(time => time.dateTime)")
    assert times == ["2026-11-21", "2026-11-21", "2026-11", "1948"]
    links = page.locator(".results .card-title")
    expect(links.nth(0).locator("mark")).to_have_text("熵")
    assert links.nth(1).get_attribute("lang") == "en"
    # A page without a title is known by its address.
    expect(links.nth(3)).to_have_text("faq/common-questions/")


def test_the_words_are_those_of_the_site(chromium, quaestio, tmp_path):
    (tmp_path / "content/questions").mkdir(parents=True)
    (tmp_path / "quaestio.yml").write_text("title: Small\nlanguage: en\n")
    (tmp_path / "content/questions/one.md").write_text("---\ntitle: One\ntags: [few]\n---\nOnly one.\n")
    shutil.copytree(ROOT / "templates", tmp_path / "templates")
    quaestio("build", "--site", tmp_path)
    with serve(tmp_path / "public", "/") as host:
        reader = Reader(chromium, host)
        page = reader.page()
        tell(page, [result("questions/one/", "One", language="en", tags=["few"], provenance="ai")])
        page.goto(host + "search/?q=one")
        expect(page.locator(".results .facts")).to_have_text("Question › few21 November 2026AI-generated")
        expect(page.locator("quaestio-search [role=status]")).to_have_text("Results: 1")
        expect(page.locator(TEXTS)).to_have_text("Only one.")
        reader.close()
    assert reader.faults == []


def test_the_passage_is_the_block_that_holds_most(search, reader):
    page = search("骰子 概率倒数", [result("questions/困惑度/", "什么是困惑度？")])
    text, marks, link = shows(reader, page)
    assert marks == ["概率倒数"]
    assert text.startswith("也就是概率倒数的几何平均。")
    # It stands below a numbered formula.
    assert link == "questions/困惑度/#eq:perplexity-sequence"


def test_the_passage_of_a_short_question_is_from_its_own_section(search, reader):
    path = "faq/common-questions/#可以中英文混写吗"
    page = search("公式 文件", [result(path, "可以中英文混写吗？")])
    text, marks, link = shows(reader, page)
    # The page says more of formulas above and below.
    assert text.startswith("可以。文件名")
    assert marks == ["文件"]
    assert link == path


def test_a_passage_is_cut_at_words(search, reader):
    page = search("extended", [result("questions/comparing-language-models/", "Can I", language="en")])
    address = reader.host + "questions/comparing-language-models/"
    body = "<main><p>" + "Some words before it. " * 20 + "The extended text. " + "Many words after it. " * 20 + "</p></main>"
    page.route(address, lambda route: route.fulfill(body=body, content_type="text/html"))
    page.reload()
    text, marks, _ = shows(reader, page)
    assert marks == ["extended"]
    assert 100 <= len(text) <= 124
    assert text[0] == text[-1] == "…"
    assert text.strip("…") == text.strip("… ")
    for word in text.strip("…").split():
        assert word in body.replace("<main><p>", "").split()


def test_formulas_of_a_passage_are_formulas(search, reader):
    page = search("每预测一步", [result("questions/困惑度/", "什么是困惑度？")])
    text, marks, link = shows(reader, page)
    assert marks == ["每预测一步"]
    formulas = page.locator(f"{TEXTS} math")
    assert formulas.count() == 2
    assert page.locator(f"{TEXTS} math").first.evaluate("math => math.namespaceURI").endswith("MathML")
    assert formulas.nth(1).locator("msup").count() == 1
    # It stands in no section of its own.
    assert link == "questions/困惑度/"


def test_a_matching_formula_is_shown_and_marked(search, reader):
    page = search("\\prod_{i=1}^{N}", [result("questions/困惑度/", "什么是困惑度？")])
    _, _, link = shows(reader, page)
    expect(page.locator(f"{TEXTS} mark math munderover")).to_have_count(1)
    assert link == "questions/困惑度/#eq:perplexity-sequence"


def test_only_mathml_comes_from_another_page(search, reader):
    def strange(page):
        page.route("**/questions/*/", lambda route: route.fulfill(body=STRANGE, content_type="text/html"))

    page = search("target", [result("questions/困惑度/", "T")], prepare=strange)
    text, marks, link = shows(reader, page)
    assert marks == ["target"]
    assert link.endswith("#near")
    html = page.locator(TEXTS).inner_html()
    assert html == (
        'A <mark>target</mark>: <math display="inline"><msub>\n<mi mathvariant="normal">x</mi><mtext>one</mtext></msub>'
        "</math> ends.")
    # The browser refuses what the other page wanted to run, and says so.
    assert all("Content Security Policy" in fault for fault in reader.faults)
    reader.faults.clear()


def test_a_passage_keeps_a_formula_with_the_marks_beside_it(search):
    def strange(page):
        body = """<main><p>target (<b class="unbroken" title="x">（<math data-tex="x"><mi>x</mi></math>）。<i>!</i></b>
          is what the source says <sup class="cite">[1]</sup>, and <sup class="cite">[2]</sup>。</p></main>"""
        page.route("**/questions/*/", lambda route: route.fulfill(body=body, content_type="text/html"))

    page = search("target", [result("questions/困惑度/", "T")], prepare=strange)
    expect(page.locator(f"{TEXTS} mark")).to_have_text("target")
    html = page.locator(TEXTS).inner_html()
    assert html == (
        '<mark>target</mark> (<b class="unbroken">（<math><mi>x</mi></math>）。!</b> is what the source says, and。')


def test_sources_are_shown_where_nothing_else_matches(search, reader):
    shown = [result("questions/困惑度/", "什么是困惑度？")]
    text, marks, link = shows(reader, search("会议摘要", shown))
    assert marks == ["会议摘要"]
    assert link == "questions/困惑度/#ref-1"
    # Here the text matches as well as the source does.
    assert not shows(reader, search("困惑度", shown))[0].startswith("一份会议摘要")


def test_where_only_the_title_matches_the_text_begins(search, reader):
    text, marks, link = shows(reader, search("无此词", [result("questions/困惑度/", "无此词")]))
    assert text.startswith("语言模型的论文常报告困惑度")
    assert (marks, link) == ([], "questions/困惑度/")


@pytest.mark.parametrize("body", [None, "", "<p>no main</p>"])
def test_a_page_that_cannot_be_read_has_its_summary(search, reader, body):
    def broken(page):
        status = 404 if body is None else 200
        page.route("**/questions/*/", lambda route: route.fulfill(status=status, body=body or "", content_type="text/html"))

    page = search("熵", [result("questions/信息熵/", "什么是信息熵？", summary="从<b>标题</b>说起。")], prepare=broken)
    expect(page.locator(TEXTS)).to_have_text("从<b>标题</b>说起。")
    if body is None:
        assert len(reader.faults) == 1 and "404" in reader.faults.pop()


def test_pages_are_read_a_few_at_a_time_and_once(search, reader):
    waiting, read = [], []

    def hold(page):
        page.route("**/questions/*/", lambda route: (waiting.append(route), read.append(route.request.url)))

    questions = [result(f"questions/{name}/", name) for name in "abcdefgh"]
    page = search("x", questions, prepare=hold)
    expect(page.locator(CARDS)).to_have_count(5)
    page.click(".search-more button")
    expect(page.locator(CARDS)).to_have_count(8)
    page.wait_for_timeout(500)
    # The first five were given up for the longer list, whose first five are under way.
    assert len(read) == 10
    body = "<main><p>x marks the spot</p></main>"
    while waiting:
        route = waiting.pop(0)
        try:
            route.fulfill(body=body, content_type="text/html")
        except Exception:
            pass
        page.wait_for_timeout(20)
    expect(page.locator(f"{TEXTS} mark")).to_have_count(8)
    assert len(read) == 13
    page.fill(FIELD, "spot")
    expect(page.locator(f"{TEXTS} mark").first).to_have_text("spot")
    assert len(read) == 13


def test_the_pages_of_an_old_query_are_given_up(search, reader):
    failed = []

    def hold(page):
        page.route("**/questions/*/", lambda route: None)
        page.on("requestfailed", lambda request: failed.append(request.url))

    page = search("x", prepare=hold)
    expect(page.locator(CARDS)).to_have_count(5)
    page.wait_for_timeout(300)
    assert failed == []
    page.fill(FIELD, "nothing")
    expect(page.locator(CARDS)).to_have_count(0)
    assert len(failed) == 4
    assert all("/questions/" in url for url in failed)


def test_pages_are_not_read_while_the_reader_types(search, reader):
    read = []
    page = search("nothing")
    page.on("request", lambda request: read.append(request.url) if "/questions/" in request.url else None)
    page.fill(FIELD, "")
    page.locator(FIELD).press_sequentially("entropy", delay=150)
    expect(page.locator(CARDS)).to_have_count(5)
    assert read == []
    expect(page.locator(TEXTS).first).not_to_be_empty()


def test_the_query_may_have_been_another(search, reader):
    page = search("perplexty", correction="perplexity")
    link = page.locator(".search-correction a")
    expect(link).to_have_text("perplexity")
    link.click()
    page.wait_for_url("**/search/?q=perplexity")


def test_without_another_query_none_is_offered(search):
    page = search("perplexity")
    expect(page.locator("quaestio-search [role=status]")).not_to_be_empty()
    expect(page.locator(".search-correction")).to_be_hidden()


def test_help_is_there_when_nothing_is_found_and_only_then(search):
    page = search("nothing")
    expect(page.locator(".search-help")).to_be_visible()
    expect(page.locator(".search-start .tags a").first).to_be_visible()
    expect(page.get_by_role("link", name="全部问题")).to_be_visible()
    page.fill(FIELD, "something")
    expect(page.locator(CARDS)).to_have_count(5)
    expect(page.locator(".search-help")).to_be_hidden()
    expect(page.locator(".search-start")).to_be_hidden()
    page.fill(FIELD, "")
    expect(page.locator(".search-start")).to_be_visible()
    expect(page.locator(".search-help")).to_be_hidden()
    expect(page.locator("quaestio-search [role=status]")).to_be_empty()


FACETS = {
    "kind": [["question", 12], ["reference", 7]],
    "tag": [["稀疏性", 8], ["two words", 3]],
    "language": [["zh-Hans", 19]],
}


def test_filters_are_counted_when_they_are_opened(search):
    page = search("熵", facets=FACETS)
    expect(page.locator("quaestio-search [role=status]")).not_to_be_empty()
    assert page.evaluate("told.counted") == 0
    page.click(".search-filters summary")
    labels = page.locator(".search-filters label:visible")
    expect(labels).to_have_text(["问题 12", "来源 7", "稀疏性 8", "two words 3"])
    assert page.evaluate("told.counted") > 0


def test_a_filter_narrows_the_query_and_stays_in_the_address(search, reader):
    page = search("熵", facets=FACETS)
    page.click(".search-filters summary")
    page.get_by_label("问题 12").check()
    page.get_by_label("two words 3").check()
    page.wait_for_url(f"**/search/?q={quote('熵')}&kind=question&tag=two+words")
    page.wait_for_timeout(200)
    assert asked(page)[-1] == '熵 kind:question tag:"two words"'
    expect(page.locator(FIELD)).to_have_value("熵")
    expect(page.get_by_label("two words 3")).to_be_focused()
    page.reload()
    expect(page.locator(CARDS)).to_have_count(5)
    assert asked(page) == ['熵 kind:question tag:"two words"']
    page.get_by_label("问题 12").uncheck()
    page.wait_for_url(f"**/search/?q={quote('熵')}&tag=two+words")


def test_a_filter_without_results_can_be_taken_back(search):
    page = search("熵", facets=FACETS)
    page.goto(f"{page.url}&tag={quote('无')}&kind=page")
    expect(page.get_by_label("无")).to_be_checked()
    expect(page.locator(".search-filters label")).to_have_text(
        ["问题 12", "来源 7", "页面", "稀疏性 8", "two words 3", "无"])


def test_a_correction_keeps_the_filters(search, reader):
    page = search("熵", correction="商 kind:question")
    page.goto(f"{reader.host}search/?kind=question&q=x")
    link = page.locator(".search-correction a")
    expect(link).to_have_text("商")
    link.click()
    page.wait_for_url(f"**/search/?q={quote('商')}&kind=question")


def test_arrows_move_through_the_results(search):
    page = search("熵")
    expect(page.locator(CARDS)).to_have_count(5)
    page.focus(FIELD)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(page.locator(".results .card-title").nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(page.locator(".results .card-title").nth(0)).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(FIELD)).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(FIELD)).to_have_value("")
    expect(page.locator(CARDS)).to_have_count(0)


def test_on_a_phone_enter_shows_the_results(search):
    page = search("", options={"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True})
    page.tap(FIELD)
    page.keyboard.type("熵")
    page.keyboard.press("Enter")
    expect(page.locator(CARDS)).to_have_count(5)
    # Nothing holds the keyboard on the screen.
    expect(page.locator(FIELD)).not_to_be_focused()
    page.locator(".results .card-title").first.tap()
    page.wait_for_url("**/questions/**")


def test_an_input_method_is_left_alone(search):
    page = search("")
    page.focus(FIELD)
    keyboard = page.context.new_cdp_session(page)
    keyboard.send("Input.imeSetComposition", {"text": "shang", "selectionStart": 5, "selectionEnd": 5})
    page.wait_for_timeout(600)
    assert asked(page) == []
    keyboard.send("Input.insertText", {"text": "熵"})
    expect(page.locator(CARDS)).to_have_count(5)
    assert asked(page) == ["熵"]


def test_an_answer_with_missing_files_says_so(search):
    page = search("熵", problems=1)
    expect(page.locator("quaestio-search [role=status]")).to_contain_text("没能载入")
    expect(page.locator(CARDS)).to_have_count(5)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_long_words_and_barriers(search, scheme):
    def long(page):
        body = f"<main><p>{'x' * 400} <math display='block'><mi>{'y' * 300}</mi></math></p></main>"
        page.route("**/questions/*/", lambda route: route.fulfill(body=body, content_type="text/html"))

    title = "w" * 200
    shown = [result("questions/a/", title, tags=["t" * 100], provenance="ai"), result("questions/信息熵/", "x")]
    page = search(
        "y", shown, prepare=long, facets={"kind": [], "tag": [["t" * 100, 1]]}, correction="z" * 100,
        options={"viewport": {"width": 320, "height": 640}, "color_scheme": scheme})
    page.click(".search-filters summary")
    expect(page.locator(f"{TEXTS} math").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    violations = Axe().run(page).response["violations"]
    assert [(fault["id"], [node["target"] for node in fault["nodes"]]) for fault in violations] == []


def test_the_modules_are_small(example):
    """As a host compresses them: those of a query, and those that the search page adds."""
    size = {}
    for name in ["engine", "search", "passages", "filters"]:
        (path,) = (example / "assets").glob(f"{name}.*.js")
        size[name] = len(gzip.compress(path.read_bytes(), 9, mtime=0))
    assert size["engine"] + size["search"] <= 5 * 1024, size
    assert size["passages"] <= 2000 and size["filters"] <= 800, size


def test_a_search_that_cannot_be_loaded_says_so(search, reader):
    page = search("熵", prepare=lambda page: page.route("**/search/index.json", lambda route: route.abort()))
    expect(page.locator("quaestio-search [role=status]")).to_contain_text("没能载入")
    expect(page.locator(".search-help")).to_be_hidden()
    page.unroute("**/search/index.json")
    page.locator(FIELD).press("Enter")
    expect(page.locator(CARDS)).to_have_count(5)
    assert all("Failed to load resource" in fault for fault in reader.faults)
    reader.faults.clear()


def test_what_the_keyboard_has_reached_stays_while_results_settle(search):
    page = search("nothing", settle=400)
    page.fill(FIELD, "熵")
    expect(page.locator(CARDS)).to_have_count(5)
    page.keyboard.press("ArrowDown")
    expect(page.locator(".results[aria-busy=true]")).to_have_count(1)
    expect(page.locator(".results .card-title").first).to_be_focused()
    expect(page.locator(".results[aria-busy=false]")).to_have_count(1)
    expect(page.locator(".results .card-title").first).to_be_focused()
