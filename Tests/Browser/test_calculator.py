"""The calculator: its page, the blocks in texts, and that the browser's engine answers as the native one."""
import gzip
import json
import os
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

FOLDER = os.environ.get("QUAESTIO_EQUALITY_FOLDER")
MAIN = ["ppl", "bits", "nats", "hartleys"]
PAGE = "calculator/"

EQUALITY = """
  async ({ script, wasm, cases }) => {
    const { Engine } = await import(script);
    const { instance } = await WebAssembly.instantiate(await (await fetch(wasm)).arrayBuffer(), {});
    const engine = new Engine(instance.exports, cases.words, "en");
    const text = (call) => {
      let found;
      engine.answer = (size) => {
        const pointer = engine.exports.quaestio_output(engine.handle);
        found = new TextDecoder().decode(new Uint8Array(engine.exports.memory.buffer, pointer, size));
      };
      call();
      return found;
    };
    const differences = [];
    for (const [query, native] of cases.sheets) {
      const found = text(() => engine.calculate(query));
      if (found !== native) differences.push([query, native, found]);
    }
    for (const [options, first, second, native] of cases.measurements) {
      const found = text(() => engine.measure(options, first, second));
      if (found !== native) differences.push([options, first, second, native, found]);
    }
    return differences.slice(0, 5);
  }
"""


@pytest.fixture
def page(reader):
    return reader.open(PAGE)


def field(page, name):
    return page.locator(f'.calculator-page > quaestio-calculator [name="{name}"]')


def values(page, names=MAIN):
    return [field(page, name).input_value() for name in names]


@pytest.mark.skipif(not FOLDER, reason="QUAESTIO_EQUALITY_FOLDER is not set: run `make test`")
def test_the_browser_answers_as_the_native_engine(page, example):
    cases = json.loads((Path(FOLDER) / "calculator.json").read_text())
    assert len(cases["sheets"]) >= 3000 and len(cases["measurements"]) >= 1500
    script, wasm = (next(example.glob(f"assets/calculator.*.{kind}")).name for kind in ("js", "wasm"))
    base = page.url.replace("calculator/", "assets/")
    assert page.evaluate(EQUALITY, {"script": base + script, "wasm": base + wasm, "cases": cases}) == []


@pytest.mark.parametrize(
    "name, typed, shown",
    [
        ("ppl", "31.1", ["31.1", "4.959", "3.437", "1.493"]),
        ("bits", "4.7", ["25.99", "4.7", "3.258", "1.415"]),
        ("nats", "1", ["2.718", "1.443", "1", "0.4343"]),
        ("hartleys", "2", ["100", "6.644", "4.605", "2"]),
        ("ppl", "３１．１", ["３１．１", "4.959", "3.437", "1.493"]),
        ("bits", "2000", ["1.1481e+602", "2000", "1386.3", "602.06"]),
    ])
def test_every_field_leads_to_the_others(page, name, typed, shown):
    field(page, name).fill(typed)
    for other, text in zip(MAIN, shown):
        expect(field(page, other)).to_have_value(text)
    assert values(page) == shown


def test_the_formula_the_die_and_the_plot_follow(page):
    field(page, "bits").fill("3")
    expect(field(page, "ppl")).to_have_value("8")
    page.locator("[name=base][value=e]").check(force=True)
    expect(page.locator("[data-slot=unit]")).to_have_text("奈特")
    assert page.locator("[data-slot=plot] desc").text_content() == "熵为 2.079 奈特时，困惑度为 8。"
    assert "8" in page.locator("[data-slot=die]").first.inner_text()
    assert page.locator("[data-slot=formula] math").count() >= 2


def test_an_address_holds_a_calculation_and_is_written_back(reader):
    page = reader.open(PAGE + "?bits=1.3&of=character&base=2&tokens=7&text=en")
    expect(field(page, "ppl")).to_have_value("36.76")
    assert field(page, "character.entropy").input_value() == "1.3"
    assert field(page, "tokens").input_value() == "7"
    field(page, "nats").fill("2.5")
    expect(field(page, "ppl")).to_have_value("12.18")
    query = page.url.split("?")[1]
    assert "nats=2.5" in query and "bits" not in query and "of=" not in query and "tokens=7" in query
    again = reader.open(PAGE + "?" + query)
    expect(field(again, "ppl")).to_have_value("12.18")


def test_units_of_text_lead_both_ways(page):
    page.locator("[name=text][value=en]").check(force=True)
    field(page, "byte.entropy").fill("1")
    expect(field(page, "bits")).to_have_value("4")
    assert values(page, ["word.entropy", "character.entropy", "word.ppl"]) == ["5.2", "1", "36.76"]
    field(page, "characters_per_token").fill("2")
    expect(field(page, "bits")).to_have_value("2")
    field(page, "word.ppl").fill("16")
    expect(field(page, "word.entropy")).to_have_value("4")


@pytest.mark.parametrize("text", ["1e999", "-1", "0", "NaN", "abc", "1..2", "∞", "0.5"])
def test_what_is_no_perplexity_is_said_in_words(page, text):
    field(page, "ppl").fill("8")
    expect(field(page, "bits")).to_have_value("3")
    field(page, "ppl").fill(text)
    expect(field(page, "ppl")).to_have_attribute("aria-invalid", "true")
    assert values(page, MAIN[1:]) == ["", "", ""]
    expect(page.locator("#calculator-fault")).not_to_be_empty()
    shown = page.locator("main").inner_text()
    assert not any(word in shown for word in ["NaN", "Infinity", "undefined", "null"])
    field(page, "ppl").fill("16")
    expect(field(page, "bits")).to_have_value("4")
    expect(page.locator("#calculator-fault")).to_be_empty()


def test_a_composition_is_not_read_before_it_ends(page):
    field(page, "ppl").fill("8")
    expect(field(page, "bits")).to_have_value("3")
    page.evaluate("""() => {
      const input = document.querySelector('[name=ppl]');
      input.value = "三";
      input.dispatchEvent(new InputEvent("input", { bubbles: true, isComposing: true }));
    }""")
    assert field(page, "bits").input_value() == "3"
    page.evaluate("""() => {
      const input = document.querySelector('[name=ppl]');
      input.value = "１６";
      input.dispatchEvent(new CompositionEvent("compositionend", { bubbles: true }));
    }""")
    expect(field(page, "bits")).to_have_value("4")


def test_the_keyboard_alone_is_enough(page):
    field(page, "ppl").focus()
    page.keyboard.press("Control+A")
    page.keyboard.type("64")
    expect(field(page, "bits")).to_have_value("6")
    for _ in range(4):
        page.keyboard.press("Tab")
    page.keyboard.press("ArrowRight")
    expect(page.locator("[name=base][value=e]")).to_be_checked()
    # Formulas can be focused, because long ones scroll.
    for _ in range(3):
        page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.dataset.copy") == "link"
    page.keyboard.press("Enter")
    expect(page.locator("[data-said]")).not_to_be_empty()


def test_link_and_latex_are_copied(reader):
    page = reader.page(permissions=["clipboard-read", "clipboard-write"])
    page.goto(reader.host + PAGE)
    field(page, "ppl").fill("31.1")
    expect(field(page, "bits")).to_have_value("4.959")
    page.locator("[data-copy=link]").click()
    expect(page.locator("[data-said]")).to_have_text("已复制。")
    assert page.evaluate("navigator.clipboard.readText()") == reader.host + PAGE + "?ppl=31.1&base=2"
    page.locator("[data-copy=tex]").click()
    page.wait_for_function("navigator.clipboard.readText().then((text) => text.includes('aligned'))")
    assert r"H &= \log_{2} 31.1 \approx 4.959" in page.evaluate("navigator.clipboard.readText()")


def test_pasted_numbers_are_measured(page):
    field(page, "first").fill("0.5 0.25, 12.5% １／８")
    results = page.locator("[data-result=results]")
    expect(results).to_contain_text("1.75 比特")
    assert page.locator("[data-result=terms] tbody tr").count() == 4
    page.locator("[name=kind][value=pq]").check(force=True)
    field(page, "second").fill("1 1 1 1")
    remark = page.locator("[data-remark=second]")
    expect(remark).to_contain_text("4")
    remark.locator("[data-normalize]").click()
    expect(results).to_contain_text("2 比特")
    page.locator("[name=kind][value=logs]").check(force=True)
    field(page, "first").fill("-0.5\n-1.5\nx")
    remark = page.locator("[data-remark=first]")
    expect(remark).to_contain_text("第 3 行")
    remark.locator("[data-show]").click()
    selected = "(({ value, selectionStart, selectionEnd }) => value.slice(selectionStart, selectionEnd))"
    assert field(page, "first").evaluate(selected) == "x"
    field(page, "first").fill("-0.5\n-inf")
    expect(remark).to_contain_text("无穷大")
    shown = page.locator("main").inner_text()
    assert not any(word in shown for word in ["NaN", "Infinity", "undefined"])


def test_a_paste_of_ten_megabytes_is_refused_in_words(page):
    field(page, "first").evaluate(
        "(field) => { field.value = '-1 '.repeat(3500000); field.dispatchEvent(new InputEvent('input', { bubbles: true })); }")
    expect(page.locator("[data-remark=first]")).to_contain_text("4 MB", timeout=20000)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_barrier_in_use(reader, scheme):
    page = reader.open(PAGE + "?ppl=0", color_scheme=scheme, viewport={"width": 390, "height": 800})
    expect(page.locator("#calculator-fault")).not_to_be_empty()
    page.locator("[name=kind][value=pq]").check(force=True)
    field(page, "first").fill("1 2")
    field(page, "second").fill("0.5 0.5")
    expect(page.locator("[data-remark=first]")).not_to_be_empty()
    for detail in page.locator("details").all():
        detail.evaluate("(details) => (details.open = true)")
    violations = Axe().run(page).response["violations"]
    assert [(fault["id"], [node["target"] for node in fault["nodes"]]) for fault in violations] == []


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_a_phone_never_scrolls_sideways(reader, direction):
    page = reader.open(PAGE + "?bits=1e8&tokens=5000", viewport={"width": 320, "height": 700})
    page.evaluate(f"document.documentElement.dir = '{direction}'")
    field(page, "first").fill("0.5 0.25 0.125 0.125")
    expect(page.locator("[data-result=terms] tbody tr")).to_have_count(4)
    for detail in page.locator("details").all():
        detail.evaluate("(details) => (details.open = true)")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_without_scripts_the_page_still_teaches(reader):
    page = reader.open(PAGE, java_script_enabled=False)
    assert page.locator("input:visible, textarea:visible, button:visible").count() <= 2  # the search field's
    text = page.locator("main").inner_text()
    for piece in ["31.1", "4.959", "25.99", "4.6999"]:
        assert piece in text
    assert page.locator("svg.plot").is_visible()
    page.locator("details summary").first.click()
    assert page.locator("details a").first.get_attribute("href").endswith("calculator/?ppl=31.1&base=2")


def test_a_new_base_converts_what_was_given(page):
    page.locator("[name=text][value=en]").check(force=True)
    field(page, "token.entropy").fill("4")
    expect(field(page, "ppl")).to_have_value("16")
    page.locator("[name=base][value=e]").check(force=True)
    expect(field(page, "token.entropy")).to_have_value("2.773")
    assert values(page) == ["16", "4", "2.773", "1.204"]
    field(page, "word.entropy").fill("2.6")
    expect(field(page, "nats")).to_have_value("2")
    page.locator("[name=base][value='10']").check(force=True)
    expect(field(page, "word.entropy")).to_have_value("1.129")
    assert field(page, "nats").input_value() == "2"
    query = page.url.split("?")[1]
    assert "nats=2.6" in query and "of=word" in query and "entropy" not in query


@pytest.mark.parametrize(
    "query, name, value",
    [
        ("?ppl=1e+5", "bits", "16.61"), ("?tokens=5", "tokens", "5"), ("?tokens=5", "ppl", "31.1"),
        ("?base=e", "ppl", "31.1"), ("?perplexity=abc", "ppl", "abc"), ("?perplexity=8", "bits", "3"),
        ("?per=word&ratio=1.5", "tokens_per_word", "1.5"),
    ])
def test_what_an_address_gives_counts(reader, query, name, value):
    expect(field(reader.open(PAGE + query), name)).to_have_value(value)


def test_answers_of_models_are_measured(page):
    page.locator("[name=kind][value=logs]").check(force=True)
    item = '{"token":"a","logprob":%s,"top_logprobs":[{"token":"b","logprob":-9}]}'
    field(page, "first").fill('{"choices":[{"logprobs":{"content":[%s,%s]}}]}' % (item % -0.5, item % -1.5))
    expect(page.locator("[data-result=results]")).to_contain_text("2.71828")


def test_paper_shows_the_reader_s_numbers(reader, example):
    page = reader.open(PAGE + "?ppl=16")
    expect(field(page, "bits")).to_have_value("4")
    page.emulate_media(media="print")
    assert field(page, "word.ppl").is_visible() and not page.locator(".still").first.is_visible()
    assert page.locator(".measure").is_hidden()
    page.emulate_media(media="screen")
    field(page, "first").fill("0.5 0.5")
    expect(page.locator("[data-result=terms] tbody tr")).to_have_count(2)
    page.emulate_media(media="print")
    assert page.locator("[data-result=results]").is_visible()
    page = reader.open(block_page(example))
    block = page.locator("quaestio-calculator").first
    block.locator("[name=ppl]").fill("16")
    expect(block.locator("[name=bits]")).to_have_value("4")
    page.emulate_media(media="print")
    assert block.locator("[name=bits]").is_visible() and block.locator(".still").first.is_hidden()


def test_nothing_moves_where_an_address_is_wrong(reader):
    page = reader.page(viewport={"width": 390, "height": 800})
    page.add_init_script("""
      window.moved = 0;
      new PerformanceObserver((list) => list.getEntries().forEach((entry) => (window.moved += entry.value)))
        .observe({ type: "layout-shift", buffered: true });
    """)
    page.goto(reader.host + PAGE + "?ppl=0")
    expect(page.locator("#calculator-fault")).not_to_be_empty()
    page.wait_for_timeout(300)
    assert page.evaluate("window.moved") < 0.01


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_the_choice_of_what_to_paste_is_a_row_or_a_column(reader, width):
    page = reader.open(PAGE, viewport={"width": width, "height": 800})
    boxes = [label.bounding_box() for label in page.locator(".choice.long label").all()]
    in_row = len({round(box["y"]) for box in boxes}) == 1
    in_column = len({(round(box["x"]), round(box["width"])) for box in boxes}) == 1
    assert in_row if width > 700 else in_column


@pytest.mark.parametrize("query", ["ppl=31.1", "bits=9", "ppl=1000", "bits=1e5", "bits=1e7", "nats=1e8", "hartleys=250"])
@pytest.mark.parametrize("width", [320, 390, 1280])
def test_labels_of_the_plot_can_be_read(reader, query, width):
    page = reader.open(PAGE + "?" + query, viewport={"width": width, "height": 800})
    expect(page.locator("#calculator-fault")).to_be_empty()
    if query != "ppl=31.1":
        expect(field(page, "ppl")).not_to_have_value("31.1")
    found = page.evaluate("""() => {
      const svg = document.querySelector("svg.plot");
      const outside = svg.getBoundingClientRect();
      const scale = outside.width / 360;
      const boxes = [...svg.querySelectorAll("text")].map((text) => ({
        size: parseFloat(getComputedStyle(text).fontSize) * scale, box: text.getBoundingClientRect(), text: text.textContent }));
      const faults = boxes.filter(({ size, box }) => size < 11 || box.left < outside.left - 8 || box.right > outside.right + 1);
      for (const [index, one] of boxes.entries())
        for (const other of boxes.slice(index + 1))
          if (one.box.left < other.box.right && other.box.left < one.box.right
              && one.box.top + 3 < other.box.bottom - 3 && other.box.top + 3 < one.box.bottom - 3) faults.push([one, other]);
      return faults;
    }""")
    assert found == []


def test_the_two_formulas_stand_on_one_line(reader):
    page = reader.open(PAGE + "?bits=4.7", viewport={"width": 1280, "height": 900})
    expect(field(page, "ppl")).to_have_value("25.99")
    tops = page.locator(".calculator-words > [data-slot=formula] mo").evaluate_all(
        "signs => signs.filter(sign => sign.textContent === '=').map(sign => sign.getBoundingClientRect().bottom)")
    assert len(tops) == 2 and abs(tops[0] - tops[1]) < 1


def block_page(example):
    """A page of the example wiki with calculations in its text, as an address."""
    return next(
        path.parent.relative_to(example).as_posix() + "/" for path in sorted(example.glob("questions/*/index.html"))
        if path.read_bytes().count(b"<quaestio-calculator") > 1)


def test_blocks_in_texts_are_live_and_independent(reader, example):
    page = reader.open(block_page(example))
    blocks = page.locator("quaestio-calculator")
    assert blocks.count() >= 2
    for detail in page.locator("quaestio-calculator details").all():
        detail.evaluate("(details) => (details.open = true)")
    before = blocks.nth(1).locator("[name=bits]").input_value()
    blocks.nth(0).locator("[name=ppl]").fill("16")
    expect(blocks.nth(0).locator("[name=bits]")).to_have_value("4")
    assert blocks.nth(1).locator("[name=bits]").input_value() == before
    assert "?" not in page.url
    assert blocks.nth(0).locator("a[data-open]").get_attribute("href").endswith("ppl=16&base=2")
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map((element) => element.id)")
    assert len(ids) == len(set(ids))


def test_what_is_loaded_before_interaction_is_small(example):
    names = ["calculator", "site", "theme"]
    size = sum(len(gzip.compress(next(example.glob(f"assets/{name}.*.js")).read_bytes(), 9)) for name in names)
    assert size <= 8 * 1024


def paste(page, text):
    """Puts a long text into the field of pasted numbers at once."""
    field(page, "first").evaluate("""(area, text) => {
      area.value = text;
      area.dispatchEvent(new InputEvent("input", { bubbles: true }));
    }""", text)


def test_a_long_list_is_measured_apart_from_the_page(page):
    """So the page answers meanwhile; a list that replaces it is the one whose result is shown."""
    apart = []
    page.on("worker", lambda worker: apart.append(worker.url))
    page.locator("[name=kind][value=logs]").check(force=True)
    paste(page, "-1 " * 20000)
    paste(page, "-0.5 " * 10000)
    expect(page.locator("[data-result=results]")).to_contain_text("10000")
    expect(page.locator("[data-result=results]")).to_contain_text("1.64872")
    assert apart and all("/assets/calculator." in url for url in apart)
    field(page, "first").fill("-1, -2")
    expect(page.locator("[data-result=results]")).to_contain_text("4.48169")


def test_a_long_list_is_measured_where_there_are_no_workers(reader):
    page = reader.page()
    page.add_init_script("delete window.Worker")
    page.goto(reader.host + PAGE)
    page.locator("[name=kind][value=logs]").check(force=True)
    paste(page, "-1 " * 20000)
    expect(page.locator("[data-result=results]")).to_contain_text("2.71828")


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
@pytest.mark.parametrize("language", ["zh-Hans", "en"])
def test_what_is_wrong_stands_in_the_place_of_the_hint(reader, width, language):
    page = reader.open(PAGE, viewport={"width": width, "height": 800})
    if language == "en":
        page.evaluate("""() => {
          document.querySelector('.hint').textContent =
            'Change any number, and the others follow. 1e5 and 12,345 are understood, too.';
        }""")
    hint = page.locator(".hint")
    expect(hint).to_be_visible()
    below = page.locator("legend").first.bounding_box()["y"]
    field(page, "ppl").fill("abc")
    expect(page.locator("#calculator-fault")).not_to_be_empty()
    expect(hint).to_be_hidden()
    assert page.locator("legend").first.bounding_box()["y"] == below
