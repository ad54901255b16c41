"""Formulas leave a page as TeX: in selected text, by the button beside them, and by the keyboard alone."""
from urllib.parse import quote

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

PERPLEXITY = "questions/" + quote("困惑度") + "/"
ENGLISH = "questions/" + quote("困惑度.en") + "/"
PHONE = {"viewport": {"width": 320, "height": 640}, "has_touch": True, "is_mobile": True}
PRODUCT = r"\text{PPL} = \left( \prod_{i=1}^{N} \frac{1}{P(x_i \mid x_1, \ldots, x_{i-1})} \right)^{1/N}"


@pytest.fixture
def page_of(reader):
    """Opens a page whose reader may use the clipboard."""

    def page_of(path, **options):
        page = reader.page(permissions=["clipboard-read", "clipboard-write"], **options)
        page.goto(reader.host + path)
        return page

    return page_of


def pasted(page):
    """What pasting gives: the text of the clipboard, without the browser's help."""
    page.evaluate("""() => {
        const field = document.createElement("textarea");
        document.body.append(field);
        field.focus();
    }""")
    page.keyboard.press("Control+v")
    return page.evaluate("""() => {
        const field = document.querySelector("body > textarea");
        const { value } = field;
        field.remove();
        return value;
    }""")


def select(page, start, end, first=0, last=0):
    """Selects from before the `first`th element `start` to behind the `last`th element `end`."""
    page.evaluate("""([start, end, first, last]) => {
        const range = document.createRange();
        range.setStartBefore(document.querySelectorAll(start)[first]);
        range.setEndAfter(document.querySelectorAll(end)[last]);
        getSelection().removeAllRanges();
        getSelection().addRange(range);
    }""", [start, end, first, last])
    # The module comes when something is selected.
    page.wait_for_load_state("networkidle")


def copy(page):
    page.keyboard.press("Control+c")
    return pasted(page)


def button(page):
    return page.locator(".formula-copy button")


def test_selected_text_has_its_formulas_as_tex(page_of):
    page = page_of(PERPLEXITY)
    select(page, ".answer .prose > p", ".answer .prose > p", 0, 1)
    lines = [line for line in copy(page).split("\n") if line]
    assert lines == [
        "困惑度回答这样一个问题：模型每预测一步，相当于在几个等可能的选项里猜？模型在每个位置上平均要花 $H$ 比特才能"
        "确定下一个词，困惑度就是 $2^{H}$：",
        r"$$\text{PPL} = 2^{H}$$",
        "困惑度越低，预测得越准。完全猜得准时是 1；在大小为 $V$ 的词表上均匀乱猜时是 $V$。这个名称出自 1977 年的语音识别"
        "研究，当时要找一个比词表大小更能说明任务难度的量[1]。",
    ]


def test_what_is_copied_with_markup_keeps_formulas_and_whole_addresses(page_of, reader):
    page = page_of(PERPLEXITY)
    select(page, ".answer .prose > p", ".answer .prose > p", 0, 1)
    page.keyboard.press("Control+c")
    html = page.evaluate("""async () => {
        const [item] = await navigator.clipboard.read();
        return await (await item.getType("text/html")).text();
    }""")
    assert "<msup>" in html and f'href="{reader.host}{PERPLEXITY}#ref-1"' in html
    assert page.locator(".formula-copied").count() == 0


def test_a_formula_that_is_touched_is_copied_whole(page_of):
    page = page_of(PERPLEXITY)
    # From within the power to the end of the sentence.
    page.evaluate("""() => {
        const formula = document.querySelector("math[data-tex='2^{H}']");
        const range = document.createRange();
        range.setStart(formula.querySelector("mi").firstChild, 0);
        range.setEndAfter(formula.parentNode);
        getSelection().removeAllRanges();
        getSelection().addRange(range);
    }""")
    page.wait_for_load_state("networkidle")
    assert copy(page).strip() == "$2^{H}$："


def test_a_part_of_a_number_is_copied_as_it_is(page_of):
    page = page_of(PERPLEXITY)
    page.evaluate("""() => {
        const formula = document.querySelector("math[data-tex*='31.1']");
        getSelection().selectAllChildren(formula.querySelectorAll("mn")[1]);
        const text = formula.querySelectorAll("mn")[1].firstChild;
        getSelection().setBaseAndExtent(text, 0, text, 4);
    }""")
    page.wait_for_load_state("networkidle")
    assert copy(page).strip() == "31.1"


def test_text_without_formulas_is_left_to_the_browser(page_of):
    page = page_of(PERPLEXITY)
    select(page, "h1", "h1")
    assert copy(page).strip() == "什么是困惑度？"
    page.focus("input[name=q]")
    page.keyboard.type("熵 $x$")
    page.keyboard.press("Control+a")
    page.keyboard.press("Control+c")
    assert pasted(page) == "熵 $x$"


def test_everything_can_be_copied(page_of):
    page = page_of(PERPLEXITY)
    page.keyboard.press("Control+a")
    page.wait_for_load_state("networkidle")
    text = copy(page)
    assert f"$${PRODUCT}$$" in text
    # Lines of code keep theirs, items and paragraphs are apart.
    assert "loss = -sum(log(p) for p in probabilities) / len(probabilities)\nprint(exp(loss))" in text
    assert "困惑度减半，恰好少 1 比特。\n" in text


def test_a_double_click_selects_a_formula(page_of):
    page = page_of(PERPLEXITY)
    page.locator("math[data-tex*='31.1'] mn").last.hover()
    page.wait_for_load_state("networkidle")
    page.locator("math[data-tex*='31.1'] mn").last.dblclick()
    assert copy(page).strip() == r"$\log_2 31.1 \approx$"


def test_the_button_comes_with_the_pointer_and_copies(page_of):
    page = page_of(PERPLEXITY, viewport={"width": 1000, "height": 700})
    height = page.evaluate("document.documentElement.scrollHeight")
    equation = page.locator(".prose > .equation").nth(1)
    equation.scroll_into_view_if_needed()
    before = equation.bounding_box()
    equation.hover()
    expect(button(page)).to_have_text("复制 TeX")
    assert equation.bounding_box() == before
    assert page.evaluate("document.documentElement.scrollHeight") == height
    assert equation.evaluate("box => box.scrollWidth === box.clientWidth")
    button(page).click()
    expect(page.locator(".formula-copy [role=status]")).to_have_text("已复制")
    assert pasted(page) == PRODUCT
    page.mouse.move(2, 2)
    expect(button(page)).to_have_count(0)


def test_the_keyboard_reaches_the_button_behind_its_formula(page_of):
    page = page_of(ENGLISH)
    page.locator(".prose > .equation").first.focus()
    expect(button(page)).to_have_text("Copy TeX")
    page.keyboard.press("Tab")
    expect(button(page)).to_be_focused()
    page.keyboard.press("Enter")
    status = page.locator(".formula-copy").get_by_role("status")
    expect(status).to_have_text("Copied")
    expect(button(page)).to_be_focused()
    page.keyboard.press("Tab")
    expect(button(page)).to_have_count(0)
    assert pasted(page) == page.locator("math[display=block]").first.get_attribute("data-tex").split(r" \label")[0]


def test_a_formula_that_has_the_focus_is_copied_by_the_usual_keys(page_of):
    page = page_of(PERPLEXITY)
    page.locator(".prose > .equation").nth(1).focus()
    expect(button(page)).to_have_count(1)
    page.keyboard.press("Control+c")
    expect(page.locator(".formula-copy [role=status]")).to_have_text("已复制")
    assert pasted(page) == PRODUCT


def test_escape_takes_the_button_away(page_of):
    page = page_of(PERPLEXITY)
    page.locator(".prose > .equation").first.focus()
    expect(button(page)).to_have_count(1)
    page.keyboard.press("Escape")
    expect(button(page)).to_have_count(0)
    assert page.evaluate("document.activeElement.className") == "equation"


def test_hosts_without_encryption_copy_too(page_of):
    page = page_of(PERPLEXITY)
    page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    select(page, "h1", "h1")
    page.locator(".prose > .equation").nth(1).hover()
    button(page).click()
    expect(page.locator(".formula-copy [role=status]")).to_have_text("已复制")
    assert pasted(page) == PRODUCT


def test_a_finger_finds_the_button_too(page_of):
    page = page_of(PERPLEXITY, **PHONE)
    page.locator(".prose > .equation").nth(1).tap()
    place = button(page).bounding_box()
    assert place["x"] >= 0 and place["x"] + place["width"] <= 320 and place["height"] >= 24
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    button(page).tap()
    expect(page.locator(".formula-copy [role=status]")).to_have_text("已复制")
    assert pasted(page) == PRODUCT


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_barrier(page_of, scheme):
    page = page_of(PERPLEXITY, color_scheme=scheme, **PHONE)
    for wanted in ["复制 TeX", "已复制"]:
        page.locator(".prose > .equation").first.tap()
        expect(page.locator(".formula-copy")).to_contain_text(wanted)
        violations = Axe().run(page).response["violations"]
        assert [(fault["id"], [node["target"] for node in fault["nodes"]]) for fault in violations] == []
        button(page).tap()


def test_pages_without_formulas_load_nothing(reader):
    page = reader.page()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(reader.host + "faq/common-questions/")
    page.keyboard.press("Control+a")
    page.locator("main p").first.hover()
    page.wait_for_timeout(300)
    assert [url for url in asked if "formula-copy" in url] == []
    page.goto(reader.host + PERPLEXITY)
    page.wait_for_timeout(300)
    assert [url for url in asked if "formula-copy" in url] == []
    page.locator(".prose > .equation").first.hover()
    expect(button(page)).to_have_count(1)
    assert len([url for url in asked if "formula-copy" in url]) == 1


def test_a_formula_on_paper_has_no_button(page_of):
    page = page_of(PERPLEXITY)
    page.locator(".prose > .equation").first.focus()
    expect(button(page)).to_be_visible()
    page.emulate_media(media="print")
    expect(button(page)).to_be_hidden()
