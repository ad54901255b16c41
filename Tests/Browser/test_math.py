"""How formulas look: the geometry that readers rely on, measured in a browser; what loading them costs."""
import importlib.util
import json
import re
import subprocess
import sys
from importlib.machinery import SourceFileLoader
from pathlib import Path

import pytest

from command import ROOT
from conftest import Reader
from server import serve

FORMULAS = [
    line
    for line in Path(__file__).with_name("formulas.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
PHONE = {"width": 360, "height": 740}
FONT = "Quaestio Math"

# Every shift of the layout that the reader did not cause, in all.
SHIFTS = """() => new Promise(done => {
  let sum = 0;
  new PerformanceObserver(list => list.getEntries().forEach(entry => sum += entry.value))
    .observe({type: "layout-shift", buffered: true});
  setTimeout(() => done(sum), 300);
})"""
# The boxes of the elements that a selector finds.
BOXES = """selector => [...document.querySelectorAll(selector)].map(element => {
  const box = element.getBoundingClientRect();
  return {left: box.left, right: box.right, top: box.top, bottom: box.bottom,
          width: box.width, height: box.height, middle: (box.left + box.right) / 2};
})"""


@pytest.fixture(scope="module")
def library(quaestio, tmp_path_factory):
    """A small site: all formulas on one page, formulas in lines of text on another, none on a third."""
    site = tmp_path_factory.mktemp("formulas").resolve()
    questions = site / "content/questions"
    questions.mkdir(parents=True)
    (site / "quaestio.yml").write_text("title: Formulas\nlanguage: en\n", encoding="utf-8")
    (site / "templates").symlink_to(ROOT / "templates")
    formulas = "".join(f"$$\n{tex}\n$$\n\n" for tex in FORMULAS)
    (questions / "all.md").write_text(f"# All\n\n{formulas}", encoding="utf-8")
    (questions / "lines.md").write_text(
        "# Lines\n\n困惑度 $2^{H(p)}$ 与熵 $H(p)=-\\sum_x p(x)\\log_2 p(x)$ 的关系。\n\n"
        "A long one: $" + " + ".join(f"x_{{{index}}}^2" for index in range(40)) + "$.\n",
        encoding="utf-8",
    )
    (questions / "plain.md").write_text("# Plain\n\nNo formula here.\n", encoding="utf-8")
    quaestio("build", "--site", site)
    with serve(site / "public", "/wiki/") as url:
        yield url


@pytest.fixture
def pages(chromium, library):
    reader = Reader(chromium, library)
    yield reader
    reader.close()
    assert reader.faults == []


@pytest.fixture
def show(quaestio, pages):
    """Shows formulas on a page of the site, with its styles, and gives the page."""

    def show(*formulas, **options):
        page = pages.open("questions/lines/", **options)
        lines = "\n".join(json.dumps({"tex": tex, "display": True}) for tex in formulas)
        answers = quaestio("math", "--jsonl", input=lines).splitlines()
        markup = "".join(f'<div class="equation">{json.loads(answer)["mathml"]}</div>' for answer in answers)
        page.evaluate("markup => document.querySelector('.prose').innerHTML = markup", markup)
        page.evaluate("document.fonts.ready")
        return page

    return show


def boxes(page, selector):
    found = page.evaluate(BOXES, selector)
    assert found, f"nothing is {selector}"
    return found


def loaded_fonts(page):
    fonts = page.evaluate("[...document.fonts].map(font => [font.family, font.status])")
    return [family.strip('"') for family, status in fonts if status == "loaded"]


def asked_for(pages, path):
    """The names of the files that a page asks for."""
    page = pages.page()
    names = []
    page.on("request", lambda request: names.append(request.url.rsplit("/", 1)[-1]))
    page.goto(pages.host + path)
    page.evaluate("document.fonts.ready")
    return names


def test_only_pages_with_formulas_load_their_style_sheet_and_font(pages):
    def of_formulas(path):
        return sorted(
            name.split(".")[0] + "." + name.split(".")[-1]
            for name in asked_for(pages, path)
            if "math" in name
        )

    assert of_formulas("questions/plain/") == []
    assert of_formulas("questions/lines/") == ["math.css", "quaestio-math.woff2"]
    # The calculator shows a formula in every language.
    assert of_formulas("calculator/") == ["math.css", "quaestio-math.woff2"]


def test_the_font_comes_as_a_font_and_is_used(pages):
    page = pages.page()
    types = []
    page.on("response", lambda answer: types.append((answer.url, answer.headers["content-type"])))
    page.goto(pages.host + "questions/lines/")
    page.evaluate("document.fonts.ready")
    assert [kind for url, kind in types if url.endswith(".woff2")] == ["font/woff2"]
    assert loaded_fonts(page) == [FONT]


def without_similar_fonts(page, display=None):
    """Takes from the style sheet the fonts of the system, whose letters may be as wide as those of ours."""

    def answer(route):
        response = route.fetch()
        text = re.sub(r'"Quaestio Math", "Latin Modern Math"[^;]*', '"Quaestio Math", serif', response.text())
        assert text != response.text()
        if display:
            text = text.replace("font-display: optional", f"font-display: {display}")
        route.fulfill(response=response, body=text)

    page.route("**/math.*.css", answer)


@pytest.mark.parametrize("viewport", [PHONE, {"width": 1280, "height": 900}])
@pytest.mark.parametrize("path", ["questions/all/", "questions/lines/"])
def test_nothing_moves_while_a_page_loads(pages, path, viewport):
    def shifts():
        page = pages.page(viewport=viewport)
        without_similar_fonts(page)
        seen = []
        for _ in ("cold", "warm"):
            page.goto(pages.host + path)
            seen.append(page.evaluate(SHIFTS))
        return seen

    # Rarely a busy browser paints before it has decoded the font it was given; what a page does, it does every time.
    assert [0, 0] in (shifts() for _ in range(3))


def shifts_with_late_font(pages, display=None):
    page = pages.page(viewport=PHONE)
    without_similar_fonts(page, display)

    def late(route):
        page.wait_for_timeout(1200)
        route.continue_()

    page.route("**/*.woff2", late)
    page.goto(pages.host + "questions/lines/", wait_until="domcontentloaded")
    page.wait_for_timeout(2500)
    return page.evaluate(SHIFTS)


def test_nothing_moves_where_the_font_comes_late(pages):
    assert shifts_with_late_font(pages) == 0
    # Another way to load it would move the text, and this test would see that.
    assert shifts_with_late_font(pages, "swap") > 0


def test_nothing_moves_where_the_font_never_comes(chromium, library):
    context = chromium.new_context(viewport=PHONE)
    page = context.new_page()
    without_similar_fonts(page)
    page.route("**/*.woff2", lambda route: route.abort())
    page.goto(library + "questions/lines/")
    assert page.evaluate(SHIFTS) == 0
    context.close()


@pytest.mark.parametrize("path", ["questions/all/", "questions/lines/"])
def test_no_formula_makes_a_phone_scroll_sideways(pages, path):
    page = pages.open(path, viewport=PHONE)
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]


def test_every_formula_of_the_list_is_on_its_page(pages):
    page = pages.open("questions/all/")
    assert page.locator(".equation > math").count() == len(FORMULAS)
    assert page.locator(".formula-error, merror").count() == 0


def test_limits_stand_below_and_above_in_display_and_beside_in_lines(show):
    page = show(r"\sum_{i=1}^n i", r"\textstyle\sum_{i=1}^n i")
    below = boxes(page, ".equation:nth-child(1) munderover > *")
    beside = boxes(page, ".equation:nth-child(2) :is(munderover, msubsup) > *")
    sign, lower, upper = below
    assert upper["bottom"] <= sign["top"] + 1 and sign["bottom"] - 1 <= lower["top"]
    assert abs(lower["middle"] - sign["middle"]) < 2
    sign, lower, upper = beside
    assert lower["left"] >= sign["right"] - 1 and upper["left"] >= sign["right"] - 1


def test_scripts_are_smaller_and_raised_or_lowered(show):
    page = show("x^2", "x_2", "x_2^2")
    base, power = boxes(page, "msup > *")
    assert power["height"] < 0.8 * base["height"] + 4 and power["bottom"] < base["bottom"] - 4
    base, index = boxes(page, "msub > *")
    assert index["bottom"] > base["bottom"] + 1
    _, lower, upper = boxes(page, "msubsup > *")
    assert upper["bottom"] <= lower["top"] + 1


def test_a_root_covers_what_stands_in_it(show):
    page = show(r"\sqrt{\frac{a}{b}}")
    root, fraction = boxes(page, "msqrt")[0], boxes(page, "msqrt mfrac")[0]
    assert root["top"] < fraction["top"] and root["bottom"] >= fraction["bottom"]
    assert root["left"] < fraction["left"] - 5 and abs(root["right"] - fraction["right"]) < 2


def test_fences_are_as_tall_as_what_they_enclose(show):
    page = show(r"\left( \frac{a}{b} \right)", r"\begin{pmatrix} a \\ b \\ c \\ d \end{pmatrix}")
    (*_, fraction), table = boxes(page, "mfrac"), boxes(page, "mtable")[0]
    first, second, third, fourth = boxes(page, "mo")
    for fence, content in ((first, fraction), (second, fraction), (third, table), (fourth, table)):
        assert fence["height"] >= 0.85 * content["height"]
        assert fence["top"] < content["top"] + 0.15 * content["height"]


def test_the_numerator_and_denominator_are_centred(show):
    over, under = boxes(show(r"\frac{a}{b + c + d}"), "mfrac > *")
    assert abs(over["middle"] - under["middle"]) < 1 and over["bottom"] < under["top"]


def test_cases_stand_at_the_left(show):
    page = show(r"f = \begin{cases} x & y \\ x + x + x & y + y + y \end{cases}")
    first, right, second, other = boxes(page, "mtd > :first-child")
    assert abs(first["left"] - second["left"]) < 1 and abs(right["left"] - other["left"]) < 1


def test_relations_of_aligned_rows_stand_below_each_other(show):
    page = show(r"\begin{aligned} a + b + c &= d \\ e &= f + g \end{aligned}")
    first, second = boxes(page, "mtd:nth-child(2) > mo:first-child")
    assert abs(first["left"] - second["left"]) < 1
    long, short = boxes(page, "mtd:first-child > mi:last-child")
    assert abs(long["right"] - short["right"]) < 1


def test_columns_of_an_array_stand_as_its_letters_say(show):
    page = show(r"\begin{array}{lcr} a & b & c \\ wide & wide & wide \end{array}")
    short, wide = boxes(page, "mtr:first-child > mtd > mi"), boxes(page, "mtr:last-child > mtd")
    ends = [page.evaluate(BOXES, f"mtr:last-child > mtd:nth-child({column}) > mi") for column in (1, 2, 3)]
    assert len(short) == len(wide) == 3
    assert abs(short[0]["left"] - ends[0][0]["left"]) < 1
    assert abs(short[1]["middle"] - (ends[1][0]["left"] + ends[1][-1]["right"]) / 2) < 1
    assert abs(short[2]["right"] - ends[2][-1]["right"]) < 1


def test_accents_stand_over_their_letter(show):
    page = show(r"\vec{x}", r"\hat{x}", r"\bar{x}")
    marks = boxes(page, "mover > mo")
    for mark, letter in zip(marks, boxes(page, "mover > mi")):
        assert abs(mark["middle"] - letter["middle"]) < 2 and mark["top"] < letter["top"]
    # The arrow over one letter is short.
    size = page.evaluate("parseFloat(getComputedStyle(document.querySelector('math')).fontSize)")
    assert marks[0]["width"] < 0.6 * size


NUMBERED = (
    '<math display="block"><mtable class="tml-aligned tml-numbered" displaystyle="true">'
    '<mtr id="eq:a"><mtd><mi>a</mi></mtd><mtd><mo>=</mo><mi>b</mi></mtd>'
    '<mtd class="tml-tag"><mtext>(3)</mtext></mtd></mtr></mtable></math>'
)


@pytest.mark.parametrize("viewport", [PHONE, {"width": 1280, "height": 900}])
def test_a_number_stands_at_the_margin_and_its_formula_in_the_middle(show, viewport):
    page = show("x", viewport=viewport)
    page.evaluate("markup => document.querySelector('.equation').innerHTML = markup", NUMBERED)
    line, number = boxes(page, ".equation")[0], boxes(page, ".tml-tag > mtext")[0]
    left, right = boxes(page, "mtd:first-child")[0], boxes(page, "mtd:nth-child(2)")[0]
    assert abs(number["right"] - line["right"]) < 2
    # The number needs room at one side alone; on a phone that moves the middle a little.
    assert abs((left["left"] + right["right"]) / 2 - line["middle"]) < 0.25 * number["width"]


def test_formulas_have_the_colour_of_the_text_in_the_dark(pages):
    page = pages.open("questions/lines/", color_scheme="dark")
    colour = "selector => getComputedStyle(document.querySelector(selector)).color"
    assert page.evaluate(colour, "math") == page.evaluate(colour, "body") == "rgb(228, 227, 223)"


class TestFont:
    """The committed fonts are what `make font` makes."""

    def test_the_glyphs_are_those_that_the_converter_asks_for(self):
        command = [sys.executable, ROOT / "scripts/make-font", "--check"]
        made = subprocess.run(command, capture_output=True, text=True)
        assert made.returncode == 0, made.stdout + made.stderr

    def test_every_character_of_the_formulas_has_a_glyph(self, quaestio):
        """Of what Latin Modern Math has, nothing that the converter writes is left out."""
        script = load_script("make-font")
        committed = {
            character
            for path in script.FOLDER.glob("*.woff2")
            for character in script.TTFont(path).getBestCmap()
        }
        lines = "\n".join(json.dumps({"tex": tex}) for tex in FORMULAS)
        written = set(map(ord, quaestio("math", "--jsonl", input=lines)))
        missing = (written & set(script.TTFont(script.SOURCE).getBestCmap())) - committed
        assert sorted(map(chr, missing)) == []


def load_script(name):
    loader = SourceFileLoader(name.replace("-", "_"), str(ROOT / "scripts" / name))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader(loader.name, loader))
    loader.exec_module(module)
    return module
