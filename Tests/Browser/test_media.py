"""Pages under other conditions: on paper, without styles, scripts, fonts or MathML, slow networks, the reader's own
colours, and readers who want no motion."""
import re

import pytest
from playwright.sync_api import expect

from conftest import Reader, address
from server import serve
from test_pages import SHIFTS, WATCH

PHONE = {"width": 360, "height": 740}
# As wide as an A4 page between its margins.
PAPER = {"width": 720, "height": 1000}
FULL = "questions/many-answers/"
KINDS = ["", "questions/", FULL, "questions/formulas/", "references/long-1/", "tags/", "search/?q=困惑度", "calculator/",
         "wanted/", "faq/fifty/", "questions/arabic/"]


@pytest.fixture(scope="module")
def host(stress):
    return stress


# A question page, from its beginning to its end.
ORDER = [
    "a.skip-link", "header.site-bar", "header.site-bar input[name=q]", "nav.breadcrumb", "h1", ".tags", ".question-text", ".answer .notice", ".answer .prose", ".references", ".related", ".backlinks", "footer",
]


def test_a_question_page_is_in_the_order_in_which_it_is_read(reader):
    """Without styles and scripts, pages are read as they are written."""
    page = reader.page(java_script_enabled=False, viewport=PHONE)
    page.route("**/*.css", lambda route: route.fulfill(body="", content_type="text/css"))
    page.goto(reader.host + address(FULL))
    order = """selectors => selectors.map(selector => document.querySelector(selector)).map(
        (place, index, all) => place !== null && place.getClientRects().length > 0
          && (index === 0 || all[index - 1] !== null && !!(all[index - 1].compareDocumentPosition(place) & Node.DOCUMENT_POSITION_FOLLOWING)))"""
    assert dict(zip(ORDER, page.evaluate(order, ORDER))) == dict.fromkeys(ORDER, True)


def test_a_notice_stands_before_its_answer(reader):
    page = reader.open(address(FULL), java_script_enabled=False)
    answers = page.locator(".answer:has(.notice)")
    assert answers.count() >= 6
    for answer in answers.all():
        assert answer.locator(".notice").bounding_box()["y"] < answer.locator(".prose").first.bounding_box()["y"]


@pytest.mark.parametrize("path", KINDS)
def test_nothing_moves_where_styles_pictures_and_fonts_come_late(chromium, stress, path):
    """A fresh reader on a slow network, and the same reader's next visit."""
    reader = Reader(chromium, stress)
    page = reader.page(viewport=PHONE)
    page.add_init_script(WATCH)

    def late(route):
        page.wait_for_timeout(150)
        route.continue_()

    page.route(re.compile(r"\.(css|woff2|png|svg)$"), late)
    page.goto(stress + address(path), wait_until="networkidle")
    assert page.evaluate(SHIFTS) == 0
    page.unroute_all()
    page.goto(stress + address(path), wait_until="networkidle")
    assert page.evaluate(SHIFTS) == 0
    reader.close()
    assert reader.faults == []


@pytest.mark.parametrize("path", KINDS)
def test_nothing_moves_of_itself_for_readers_who_want_no_motion(reader, path):
    page = reader.open(address(path), reduced_motion="reduce")
    moving = """() => [...document.querySelectorAll("*")].flatMap(element => ["", "::before", "::after"]
      .map(part => getComputedStyle(element, part))
      .filter(style => (style.animationName !== "none" && parseFloat(style.animationDuration) > 0.01)
        || style.transitionDuration.split(",").some(time => parseFloat(time) > 0.01) || style.scrollBehavior === "smooth")
      .map(() => element.outerHTML.slice(0, 80)))"""
    assert page.evaluate(moving) == []


@pytest.mark.parametrize("path", KINDS)
def test_the_readers_own_colours(reader, path):
    """Where the system decides on colours, shadows and backgrounds are gone: lines and outlines have to do."""
    page = reader.open(address(path), forced_colors="active")
    unmarked = """() => [...document.querySelectorAll("a[href], button, input, summary, [tabindex='0']")]
      .filter(element => element.getClientRects().length && element.tabIndex >= 0)
      .filter(element => {
        element.focus();
        const { outlineStyle, outlineWidth } = getComputedStyle(element);
        return document.activeElement === element && (outlineStyle === "none" || parseFloat(outlineWidth) < 2);
      }).map(element => element.outerHTML.slice(0, 80))"""
    assert page.evaluate(unmarked) == []
    lost = """() => [...document.querySelectorAll("input, button")].filter(element => element.getClientRects().length)
      .filter(element => !["checkbox", "radio"].includes(element.type) && !element.textContent.trim())
      .filter(element => [element, "::before", "::after"].every(part => {
        const style = part === element ? getComputedStyle(element) : getComputedStyle(element, part);
        return style.borderTopStyle === "none" || parseFloat(style.borderTopWidth) === 0;
      }) && !element.querySelector("svg")).map(element => element.outerHTML.slice(0, 80))"""
    assert page.evaluate(lost) == []
    chosen = """() => [...document.querySelectorAll("[type=radio]:checked + *")]
      .filter(element => element.getClientRects().length)
      .filter(element => getComputedStyle(element).backgroundColor === getComputedStyle(document.body).backgroundColor)
      .map(element => element.outerHTML.slice(0, 80))"""
    assert page.evaluate(chosen) == []


class TestPaper:
    @pytest.fixture
    def page(self, reader):
        page = reader.page(viewport=PAPER)
        page.emulate_media(media="print")
        return page

    def test_what_leads_elsewhere_is_left_out(self, page, reader):
        page.goto(reader.host + address(FULL))
        for part in ["header.site-bar", "nav.breadcrumb", ".related", "a.skip-link"]:
            assert page.locator(part).first.is_hidden(), part
        for part in ["h1", ".answer .prose", ".references", ".notice", "footer"]:
            assert page.locator(part).first.is_visible(), part

    def test_the_addresses_of_sources_are_printed(self, page, reader):
        page.goto(reader.host + address(FULL))
        # What a style sheet adds is no text of the page.
        printed = """() => [...document.querySelectorAll(".references a[href^='http']")].map(
            link => [getComputedStyle(link, "::after").content.includes(link.getAttribute("href")), link.href])"""
        links = page.evaluate(printed)
        assert len(links) == 40
        assert [address for is_printed, address in links if not is_printed] == []

    @pytest.mark.parametrize("path", [FULL, "questions/structure/", "questions/code/", "questions/unbroken/", "faq/fifty/"])
    def test_nothing_is_cut_off(self, page, reader, path):
        page.goto(reader.host + address(path))
        cut = """() => [...document.querySelectorAll("main *")].filter(element => {
          const style = getComputedStyle(element);
          const isCut = style.overflowX !== "visible" && element.scrollWidth > element.clientWidth + 1
            && style.display !== "inline";
          return isCut || element.getBoundingClientRect().right > innerWidth + 1;
        }).map(element => element.outerHTML.slice(0, 120))"""
        assert page.evaluate(cut) == []

    def test_what_is_folded_is_printed(self, page, reader):
        """In browsers that let a style sheet open it."""
        page.goto(reader.host + address(FULL))
        folded = page.locator("main details:not([open], .contents)")
        assert folded.count() > 0
        assert folded.first.locator(":scope > :not(summary)").first.evaluate(
            "content => content.checkVisibility({ contentVisibilityAuto: true })")


def test_what_is_written_from_right_to_left_runs_so_on_a_page_that_does_not(reader):
    page = reader.open("questions/arabic/", viewport=PHONE)
    direction = "selector => [...document.querySelectorAll(selector)].map(part => getComputedStyle(part).direction)"
    assert page.evaluate(direction, "h1, .prose:not(.excerpt)") == 3 * ["rtl"]
    assert set(page.evaluate(direction, "header.site-bar, .notice, math, .excerpt")) == {"ltr"}
    first, second = [cell.bounding_box() for cell in page.locator(".prose th").all()]
    assert first["x"] > second["x"]
    item, prose = page.locator(".answer ol").bounding_box(), page.locator(".answer .prose").bounding_box()
    assert abs(item["x"] + item["width"] - prose["x"] - prose["width"]) < 2
    # Elsewhere its title does so too.
    page.goto(reader.host + "questions/")
    assert page.locator(".card-title[lang=ar]").get_attribute("dir") == "rtl"


@pytest.mark.parametrize("path", ["questions/arabic/", "questions/hebrew/", "questions/mixed/"])
def test_a_title_from_right_to_left_turns_nothing_in_the_breadcrumb(reader, path):
    page = reader.open(path, viewport={"width": 1280, "height": 900})
    steps = page.locator(".breadcrumb li").evaluate_all("""steps => steps.map(step => {
      const outer = step.getBoundingClientRect(), inner = step.firstElementChild.getBoundingClientRect();
      return [outer.left, inner.left, inner.right, outer.right];
    })""")
    assert len(steps) == 3
    # Each step but the first begins with the sign that parts it from the one before.
    for _, end in zip(steps, steps[1:]):
        assert end[0] + 5 < end[1] and abs(end[2] - end[3]) < 1
    assert steps[0][3] <= steps[1][0] + 1 and steps[1][3] <= steps[2][0] + 1
    title = page.locator(".breadcrumb [aria-current]")
    language = page.locator("h1").evaluate("heading => heading.closest('[lang]').lang")
    assert title.evaluate("title => title.closest('[lang]').lang") == language


@pytest.mark.parametrize("kind", ["ol", "ul"])
def test_ten_levels_of_a_list_leave_room_on_a_phone(reader, kind):
    page = reader.open("questions/structure/", viewport=PHONE)
    lists = page.locator(f".prose > {kind}:has({kind})").first.evaluate("""(list, kind) =>
      [list, ...list.querySelectorAll(kind)].map(list => list.firstElementChild.getBoundingClientRect())
        .map(({ left, width }) => [left, width])""", kind)
    assert len(lists) == 10
    # Each begins visibly behind the one it stands in, and the last still holds some eight ideographs.
    assert all(inner[0] - outer[0] >= 8 for outer, inner in zip(lists, lists[1:]))
    assert lists[-1][1] >= 130


# Marks that may not begin a line, directly behind a formula that may end one.
PARTED = """() => [...document.querySelectorAll("math:not([display])")].filter(formula => {
  const { nextSibling, parentNode } = formula;
  return nextSibling && /^[，。、；：？！）」』】》〉”’!),.:;?\\]]/.test(nextSibling.data) && !parentNode.matches(".unbroken");
}).map(formula => formula.parentNode.outerHTML.slice(0, 120))"""


@pytest.mark.parametrize("path", ["", "questions/", "questions/formula-title/", "questions/longest/", "questions/arabic/"])
def test_no_mark_behind_a_formula_begins_a_line(reader, path):
    """Neither in text nor in titles, wherever they stand."""
    page = reader.open(path, viewport=PHONE)
    assert page.evaluate(PARTED) == []


def test_a_title_with_a_formula_keeps_its_question_mark(reader):
    page = reader.open("questions/longest/", viewport=PHONE)
    link = page.locator(".prose a[href$='formula-title/']")
    assert link.locator(".unbroken").evaluate_all("boxes => boxes.map(box => box.textContent.at(-1))") == ["，", "？"]


# The elements of formulas, but as a browser has them that never heard of MathML: names without a meaning, which style
# sheets find all the same.
RENAME = """() => {
  const rename = element => {
    const made = document.createElementNS("urn:unknown", element.localName);
    for (const { name, value } of element.attributes) made.setAttribute(name, value);
    made.append(...[...element.childNodes].map(node => node.nodeType === 1 ? rename(node) : node.cloneNode()));
    return made;
  };
  for (const formula of document.querySelectorAll("math")) formula.replaceWith(rename(formula));
}"""
BOX = """element => {
  const { left, right, top, bottom, width, height } = element.getBoundingClientRect();
  return { left, right, top, bottom, width, height, size: parseFloat(getComputedStyle(element).fontSize) };
}"""


def without_mathml(page):
    """Has the style sheet believe that the browser knows no MathML; `rename` then makes that true."""

    def answer(route):
        response = route.fetch()
        text, count = re.subn(r"@supports \(not \(math-style: compact\)\)[^{]*\{", "@media all {", response.text())
        assert count == 1
        route.fulfill(response=response, body=text)

    page.route("**/math.*.css", answer)


WHERE = """([selector, first, second]) => {
  const node = document.querySelector(selector).lastChild;
  const left = (text) => {
    const range = new Range();
    range.setStart(node, node.data.indexOf(text));
    range.setEnd(node, node.data.indexOf(text) + 1);
    return range.getBoundingClientRect().left;
  };
  return [left(first), left(second)];
}"""


def test_a_title_that_turns_the_direction_turns_nothing_behind_it(chromium, quaestio, tmp_path):
    folder = tmp_path / "content/questions"
    folder.mkdir(parents=True)
    (tmp_path / "quaestio.yml").write_text("title: Turned\nlanguage: en\n", encoding="utf-8")
    (folder / "turned.md").write_text("# Turned \u202e title\n\nText.\n", encoding="utf-8")
    (folder / "other.md").write_text("# Other\n\nSee [[turned]] first, then last.\n", encoding="utf-8")
    quaestio("build", "--site", tmp_path)
    with serve(tmp_path / "public", "/") as host:
        reader = Reader(chromium, host)
        page = reader.open("questions/other/")
        assert "\u202e" in page.locator("main p a").first.inner_text()
        first, last = page.evaluate(WHERE, ["main p:has(a)", "first", "last"])
        assert first < last
        reader.close()
    assert reader.faults == []


class TestWithoutMathML:
    @pytest.fixture
    def page(self, chromium, quaestio, tmp_path):
        folder = tmp_path / "content/questions"
        folder.mkdir(parents=True)
        (tmp_path / "quaestio.yml").write_text("title: Old\nlanguage: en\n", encoding="utf-8")
        (folder / "old.md").write_text(
            "# Old\n\nIn a line $2^{4.7} = 25.99$ of text.\n\n$$\\frac{a + b}{c}$$\n\n$$x_i^2 + y_{10}$$\n\n"
            "$$\\sqrt{x + 1}$$\n\n$$\\sum_{i=1}^{n} i$$\n\n$$\\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix}$$\n",
            encoding="utf-8")
        quaestio("build", "--site", tmp_path)
        with serve(tmp_path / "public", "/") as host:
            reader = Reader(chromium, host)
            page = reader.page(viewport=PHONE)
            without_mathml(page)
            page.goto(host + "questions/old/")
            page.evaluate(RENAME)
            yield page
            reader.close()
        assert reader.faults == []

    def boxes(self, page, selector):
        found = [element.evaluate(BOX) for element in page.locator(selector).all()]
        assert found, selector
        return found

    def test_a_power_stands_above(self, page):
        base, power = self.boxes(page, "p msup > *")
        assert power["left"] >= base["right"] - 1
        assert power["size"] < 0.85 * base["size"]
        assert power["bottom"] < base["bottom"] - 0.2 * base["size"]

    def test_an_index_stands_below_and_a_power_above(self, page):
        base, index, power = self.boxes(page, "msubsup > *")
        assert index["bottom"] > power["bottom"] and index["top"] > power["top"]
        assert index["size"] < base["size"] and power["size"] < base["size"]

    def test_a_fraction_is_one(self, page):
        over, under = self.boxes(page, "mfrac > *")
        assert over["bottom"] <= under["top"] + 1
        assert abs((over["left"] + over["right"]) - (under["left"] + under["right"])) < 4
        rule = page.locator("mfrac > :first-child").evaluate("over => parseFloat(getComputedStyle(over).borderBottomWidth)")
        assert rule >= 1

    def test_limits_stand_below_and_above(self, page):
        sign, lower, upper = self.boxes(page, "munderover > *")
        assert upper["top"] < sign["top"] and lower["top"] > sign["top"]

    def test_a_root_says_that_it_is_one(self, page):
        signs = page.locator("msqrt").evaluate(
            "root => [getComputedStyle(root, '::before').content, getComputedStyle(root, '::after').content]")
        assert signs == ['"√("', '")"']

    def test_a_matrix_has_rows_and_columns(self, page):
        first, second, third, fourth = self.boxes(page, "mtd")
        assert abs(first["top"] - second["top"]) < 2 and first["right"] <= second["left"] + 1
        assert third["top"] >= first["bottom"] - 1 and abs(third["left"] - first["left"]) < 2

    def test_lines_of_text_keep_their_distance(self, page):
        line = page.locator("p:has(msup)")
        plain = line.evaluate("line => parseFloat(getComputedStyle(line).lineHeight)")
        assert line.bounding_box()["height"] < 1.5 * plain


def test_formulas_without_the_font(chromium, stress):
    """Whatever font there is: nothing overlaps, nothing is lost, the page stays as wide as it is."""
    reader = Reader(chromium, stress)
    page = reader.page(viewport={"width": 320, "height": 640})
    page.route("**/*.woff2", lambda route: route.abort())
    page.route("**/math.*.css", lambda route: route.fulfill(
        response=(response := route.fetch()),
        body=re.sub(r'"Latin Modern Math", "STIX Two Math", "Cambria Math", math, ', "", response.text())))
    page.goto(stress + "questions/formulas/")
    expect(page.locator("math").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    for fraction in page.locator("mfrac").all()[:20]:
        over, under = [part.bounding_box() for part in fraction.locator(":scope > *").all()]
        assert over["height"] > 5 and over["y"] + over["height"] <= under["y"] + 2
    for power in page.locator("p msup").all()[:20]:
        base, exponent = [part.bounding_box() for part in power.locator(":scope > *").all()]
        assert exponent["y"] + exponent["height"] < base["y"] + base["height"] and exponent["height"] < base["height"]
    reader.close()
