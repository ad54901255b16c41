"""Where lines may end: no raised mark begins one, and facts begin their own."""
import pytest

from conftest import Reader, address
from stress_site import Site

# The widths at which a raised mark begins a line: it stands below the character before it.
BEGINS_A_LINE = """widths => {
  const found = [];
  for (const width of widths) {
    document.body.style.width = `${width}px`;
    for (const mark of document.querySelectorAll("main .prose sup")) {
      const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
      walker.currentNode = mark;
      const before = walker.previousNode();
      if (!before || !mark.closest("p").contains(before) || !before.data.trim()) continue;
      const range = document.createRange();
      range.setStart(before, before.length - 1);
      range.setEnd(before, before.length);
      const [character] = range.getClientRects(), [raised] = mark.getClientRects();
      if (raised.top > character.bottom) found.push([width, mark.textContent]);
    }
  }
  return found;
}"""


@pytest.fixture(scope="module")
def site(quaestio, tmp_path_factory):
    site = Site("title: 标点\nlanguage: zh-Hans\n")
    site.add("references/a.md", "摘录。", title="来源")
    site.add("questions/marks.md", """
        ## 答案
        困惑度说的是模型[@a]在每一步平均犹豫于多少个等可能的词之间[^1]，它越低[@a, 第 3 节]预测就越准[^2]。
        这里的文字很长[@a]，长到在每一种宽度下都要换行[@a]，所以总有一个角标[^1]会落到行尾[@a]。

        Entropy is the information that an outcome brings on average [@a]. Of outcomes with those probabilities
        [@a, p. 3] it is a mean [^1], and nothing else [@a].

        [^1]: 一。
        [^2]: 二。
        """, title="角标")
    site.add("questions/bare.md", "", title="只有标题")
    site.add("questions/عربي.md", "## Answer\nجواب قصير عن السؤال.", title="سؤال", lang="ar", date="2025-01-01")
    folder = site.write(tmp_path_factory.mktemp("lines").resolve())
    quaestio("build", "--site", folder)
    return folder / "public"


@pytest.fixture
def pages(chromium, site):
    from server import serve
    with serve(site, "/") as host:
        reader = Reader(chromium, host)
        yield reader
        reader.close()
    assert reader.faults == []


def test_no_raised_mark_begins_a_line(pages):
    page = pages.open("questions/marks/", viewport={"width": 900, "height": 800})
    assert page.locator(".prose sup").count() >= 10
    assert page.evaluate(BEGINS_A_LINE, list(range(240, 700, 3))) == []


def test_facts_begin_a_line_where_a_card_has_no_text(pages):
    page = pages.open("questions/", viewport={"width": 1000, "height": 800})
    card = page.locator(".card", has_text="只有标题")
    assert card.locator(".card-text").count() == 0
    title, why = card.locator(".card-title").bounding_box(), card.locator(".why").bounding_box()
    # The fact's box begins at the end of the title's line, and its words below.
    assert why["y"] + why["height"] > title["y"] + title["height"] + 10


def test_a_title_from_right_to_left_begins_where_its_text_does(pages):
    page = pages.open("questions/", viewport={"width": 1000, "height": 800})
    card = page.locator(".card", has=page.locator("[dir=rtl]"))
    ends = card.locator(".card-title, .card-text").evaluate_all("""all => all.map(element => {
      const range = document.createRange();
      range.selectNodeContents(element);
      return range.getBoundingClientRect().right;
    })""")
    assert len(ends) == 2 and abs(ends[0] - ends[1]) < 4


@pytest.mark.parametrize("width", [390, 600, 768, 1024, 1440])
@pytest.mark.parametrize("path", ["questions/困惑度/", "questions/comparing-language-models/"])
def test_the_search_field_has_room_for_its_words(reader, path, width):
    page = reader.open(address(path), viewport={"width": width, "height": 800})
    wide, room = page.locator(".site-bar input[type=search]").evaluate("""field => {
      const style = getComputedStyle(field), canvas = document.createElement("canvas").getContext("2d");
      canvas.font = style.font;
      const room = field.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
      return [canvas.measureText(field.placeholder).width, room];
    }""")
    assert wide <= room
