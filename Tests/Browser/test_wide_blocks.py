"""What is wider than a phone scrolls inside itself, and says at its edges that there is more."""
import base64

import pytest

from conftest import Reader, address

PHONE = {"width": 390, "height": 844}

# The colours of a picture's points, which a page without a policy reads for us.
COLOURS = """([source, points]) => new Promise(done => {
  const picture = new Image();
  picture.onload = () => {
    const canvas = document.createElement("canvas");
    Object.assign(canvas, { width: picture.width, height: picture.height });
    const context = canvas.getContext("2d");
    context.drawImage(picture, 0, 0);
    done(points.map(([x, y]) => [...context.getImageData(x < 0 ? picture.width + x : x, y, 1, 1).data].join()));
  };
  picture.src = source;
})"""
WIDEST = """all => all.findIndex(block => block.scrollWidth > block.clientWidth + 100)"""


@pytest.fixture
def stressed(chromium, stress):
    reader = Reader(chromium, stress)
    yield reader
    reader.close()
    assert reader.faults == []


def edges(chromium, block):
    """The colours at the left edge, at the right edge, and amid a block, above what stands in it."""
    picture = "data:image/png;base64," + base64.b64encode(block.screenshot()).decode()
    page = chromium.new_page()
    try:
        return page.evaluate(COLOURS, [picture, [[1, 3], [-2, 3], [150, 3]]])
    finally:
        page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    "path,selector", [("questions/code/", "pre"), ("questions/tables/", ".table"), ("questions/formulas/", ".equation")])
def test_an_edge_is_shaded_where_there_is_more(chromium, stressed, path, selector, scheme):
    page = stressed.open(address(path), viewport=PHONE, color_scheme=scheme)
    block = page.locator(selector).nth(page.locator(selector).evaluate_all(WIDEST))
    left, right, amid = edges(chromium, block)
    assert left == amid != right
    block.evaluate("block => { block.scrollLeft = block.scrollWidth / 2; }")
    left, right, amid = edges(chromium, block)
    assert left != amid != right
    block.evaluate("block => { block.scrollLeft = block.scrollWidth; }")
    left, right, amid = edges(chromium, block)
    assert left != amid == right


def test_what_fits_has_no_shade(chromium, stressed):
    page = stressed.open("questions/formulas/", viewport=PHONE)
    formulas = page.locator(".equation")
    fits = formulas.evaluate_all("all => all.findIndex(block => block.scrollWidth === block.clientWidth)")
    assert len(set(edges(chromium, formulas.nth(fits)))) == 1


@pytest.mark.parametrize("width", [320, 390])
def test_the_number_of_a_long_formula_is_in_sight(reader, width):
    page = reader.open(address("questions/困惑度/"), viewport={"width": width, "height": 800})
    rows = page.locator(".equation .tml-tag").evaluate_all("""tags => tags.map(tag => {
      const box = tag.closest(".equation"), { left, right } = box.getBoundingClientRect();
      const number = tag.firstElementChild.getBoundingClientRect();
      return { isLong: box.scrollWidth > box.clientWidth, isSeen: left < number.left && number.right < right + 1 };
    })""")
    assert any(row["isLong"] for row in rows)
    assert all(row["isSeen"] for row in rows)


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_text_in_a_formula_has_its_whole_width(stressed, width):
    """Chinese text could break after every character, and a number beside it would leave no more room than that."""
    page = stressed.open("questions/formulas/", viewport={"width": width, "height": 800})
    squeezed = page.locator("mtd mtext").evaluate_all("""texts => texts.map(text => {
      const before = text.getBoundingClientRect().width;
      text.style.whiteSpace = "nowrap";
      return [text.textContent, text.getBoundingClientRect().width - before];
    }).filter(([, lost]) => lost > 1)""")
    assert squeezed == []
