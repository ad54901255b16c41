"""How pages lead to one another: former addresses, translations, sources, backlinks, wanted pages, near-duplicates."""
import shutil
from urllib.parse import quote, unquote, urlsplit

import pytest

from command import ROOT
from conftest import Reader
from server import serve

FIXTURE = ROOT / "Tests/Fixtures/Sites/relations/site"
# Every former address, with the page it leads on to.
FORMER = {
    "2023/交叉熵.html": "questions/交叉熵/",
    "旧站/损失/": "questions/交叉熵/",
    "questions/cross-entropy/": "questions/交叉熵/",
    "questions/perplexity/": "questions/困惑度/",
}


@pytest.fixture(scope="module")
def relations(quaestio, tmp_path_factory):
    """A published site whose pages stand for others, name each other and cite one source."""
    site = tmp_path_factory.mktemp("relations").resolve() / "site"
    shutil.copytree(FIXTURE, site)
    quaestio("build", "--site", site)
    return site / "public"


@pytest.fixture(scope="module", params=["/", "/~team/some notes/wiki/"], ids=["root", "below a path"])
def wiki(relations, request):
    """The URL of that site, at a host's root and below a path such as folders on a disk have."""
    with serve(relations, quote(request.param)) as url:
        yield url


@pytest.fixture
def reading(chromium, wiki):
    reader = Reader(chromium, wiki)
    yield reader
    reader.close()
    assert reader.faults == []


def path(page, host):
    """The page's address below the site's root as people read it."""
    assert page.url.startswith(host)
    return unquote(urlsplit(page.url[len(host) :]).path)


def target(page):
    """The element that the address bar's fragment names; the browser finds it as `:target`."""
    assert page.locator(":target").count() == 1, page.url
    return page.locator(":target")


def follow(page, link):
    """Clicks a link and waits for the page it leads to."""
    address = link.evaluate("link => link.href")
    link.click()
    page.wait_for_url(address)


@pytest.mark.parametrize("former", FORMER)
def test_a_former_address_leads_on_with_its_query_and_fragment(reading, former):
    page = reading.open(quote(former) + "?from=mail#second")
    page.wait_for_url(reading.host + quote(FORMER[former]) + "?from=mail#second")
    assert page.locator("h1 + .facts").count() == 1


def test_a_former_address_leads_to_the_place_on_the_page(reading):
    page = reading.open(quote("2023/交叉熵.html") + "#second")
    page.wait_for_url("**/questions/**")
    assert "何舟" in target(page).inner_text()


def test_going_back_from_a_former_address_does_not_return_to_it(reading):
    page = reading.open("about/")
    page.evaluate("address => { location.href = address }", reading.host + quote("旧站/损失/"))
    page.wait_for_url("**/questions/**")
    page.go_back()
    assert path(page, reading.host) == "about/"


@pytest.mark.parametrize("former", FORMER)
def test_a_former_address_leads_on_without_scripts(reading, former):
    page = reading.page(java_script_enabled=False)
    page.goto(reading.host + quote(former))
    page.wait_for_url(reading.host + quote(FORMER[former]))
    assert page.locator("h1 + .facts").count() == 1


def test_a_former_address_says_where_the_page_is_when_nothing_leads_on(chromium, wiki, relations):
    """Browsers that neither run scripts nor follow a refresh show a link."""
    reader = Reader(chromium, wiki)
    page = reader.page()
    # The files as they stand, but for what leads on.
    page.route("**/*.js", lambda route: route.fulfill(body="", content_type="text/javascript"))
    page.goto(wiki + quote("旧站/损失/"))
    follow(page, page.locator("main a"))
    assert path(page, wiki) == "questions/交叉熵/"
    reader.close()
    assert reader.faults == []


def test_the_language_switch_leads_to_the_translation_and_back(reading):
    page = reading.open(quote("questions/交叉熵/"))
    switch = page.locator("a[hreflang=en]:visible").first
    follow(page, switch)
    assert path(page, reading.host) == "questions/cross-entropy.en/"
    assert page.locator("[lang=en] h1, h1[lang=en]").count() == 1
    follow(page, page.locator("a[hreflang=zh-Hans]:visible").first)
    assert path(page, reading.host) == "questions/交叉熵/"


def test_the_language_switch_is_named_in_the_language_it_leads_to(reading):
    page = reading.open(quote("questions/交叉熵/"))
    switch = page.locator("a[hreflang=en]:visible").first
    assert switch.inner_text() == "English" and switch.get_attribute("lang") == "en"


def test_a_duplicate_leads_to_its_original(reading):
    page = reading.open(quote("questions/困惑度是什么/"))
    follow(page, page.locator("[role=note] a").first)
    assert path(page, reading.host) == "questions/困惑度/"


@pytest.mark.parametrize("origin", ["questions/交叉熵/", "questions/困惑度/", "questions/熵率/"])
def test_a_wanted_link_leads_to_its_item_which_leads_back(reading, origin):
    page = reading.open(quote(origin))
    follow(page, page.locator("a.wanted").first)
    assert path(page, reading.host) == "wanted/"
    assert target(page).inner_text() == "KL 散度"
    item = page.locator("section", has=page.locator(":target"))
    addresses = item.locator("a.card-title").evaluate_all("links => links.map(link => link.href)")
    assert reading.host + quote(origin) in addresses


def test_a_citation_leads_to_its_source_and_back(reading):
    page = reading.open(quote("questions/交叉熵/"))
    marks = page.locator("sup.cite a")
    assert marks.count() == 3
    for index in range(marks.count()):
        follow(page, marks.nth(index))
        assert target(page).get_attribute("id") == "ref-1"
        back = target(page).locator(".back-links a").nth(index)
        assert back.inner_text().startswith("↩")
        follow(page, back)
        assert target(page).evaluate("(mark, place) => mark === document.querySelectorAll('sup.cite a')[place]", index)


def test_a_source_leads_to_every_sentence_that_cites_it(reading):
    page = reading.open("references/coding/")
    sentences = page.locator(".backlinks .card")
    assert sentences.count() == 3
    for index in range(sentences.count()):
        page.goto(reading.host + "references/coding/")
        sentence = sentences.nth(index).locator(".card-text").inner_text().rstrip("。：")
        follow(page, sentences.nth(index).locator("a.card-title"))
        mark = target(page)
        assert mark.get_attribute("href") == "#ref-1"
        # Formulas read the same letters, whatever stands between them.
        words = mark.evaluate("mark => mark.closest('p').textContent")
        assert sentence.split(" ")[0] in words


@pytest.mark.parametrize("linked", ["questions/交叉熵/", "questions/困惑度/", "faq/单位/"])
def test_a_backlink_leads_to_the_link_it_marks(reading, linked):
    page = reading.open(quote(linked))
    cards = page.locator(".backlinks a.card-title")
    addresses = cards.evaluate_all("links => links.map(link => link.href)")
    assert addresses
    for index, address in enumerate(addresses):
        page.goto(reading.host + quote(linked))
        follow(page, cards.nth(index))
        assert page.url == address
        # The place is the link, or stands directly before it.
        leads = target(page).evaluate(
            "place => (place.matches('a') ? place : place.nextElementSibling).href.split('#')[0]")
        assert leads == reading.host + quote(linked)


def test_a_place_that_is_led_to_is_in_view(reading):
    page = reading.open(quote("questions/困惑度/"), viewport={"width": 390, "height": 500})
    follow(page, page.locator(".backlinks a.card-title").first)
    box = target(page).bounding_box()
    assert box and 0 <= box["y"] < 500


@pytest.fixture
def twins(tmp_path):
    """Two questions that are one, and one that is another."""
    folder = tmp_path / "content" / "questions"
    folder.mkdir(parents=True)
    text = (
        "困惑度是交叉熵以二为底的指数，说的是模型在每一步平均犹豫于多少个等可能的选择之间。"
        "它越低，模型对文本的预测越准；词表越大，同样的困惑度就越难得。比较两个模型时，分词方式必须相同。"
    )
    pages = {
        "ppl": ("语言模型的困惑度是什么意思", text),
        "ppl-again": ("怎样理解语言模型的困惑度", text.replace("，", "、").replace("越低", "越小")),
        "sparse": ("稀疏向量为何省内存", "稀疏向量只记不为零的分量和它们的位置，其余不占地方。"),
    }
    for name, (title, body) in pages.items():
        question = f"---\ntitle: {title}\nprovenance: human\n---\n## 答案\n{body}\n"
        (folder / f"{name}.md").write_text(question, encoding="utf-8")
    return tmp_path


def test_a_check_reports_two_questions_that_seem_to_be_one(quaestio, twins):
    result = quaestio.run("check", "--site", twins)
    assert result.returncode == 0
    assert result.stderr.count("lint.near-duplicate") == 1
    assert "ppl.md" in result.stderr and "ppl-again.md" in result.stderr
    assert quaestio.run("check", "--site", twins, "--strict").returncode == 1


def test_a_check_is_silent_once_the_author_has_said_which_repeats_which(quaestio, twins):
    page = twins / "content/questions/ppl-again.md"
    page.write_text(page.read_text(encoding="utf-8").replace("---\n", "---\nduplicate_of: ppl\n", 1), encoding="utf-8")
    assert "near-duplicate" not in quaestio.run("check", "--site", twins).stderr
