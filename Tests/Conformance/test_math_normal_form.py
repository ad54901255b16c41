"""What the comparison of formulas sees and what it overlooks."""
import sys

import pytest
from program import ROOT

sys.path.insert(0, str(ROOT / "Benchmarks" / "Math"))

from normal_form import NormalForm


def form(content, attributes=""):
    return NormalForm(f"<math{attributes}>{content}</math>")


SAME = [
    ("<mrow><mi>a</mi><mo>−</mo><mi>b</mi></mrow>", "<mi>a</mi><mo>-</mo><mi>b</mi>"),
    ("<mi>a</mi><mspace width='1em'/><mi>b</mi>", "<mi>a</mi><mi>b</mi>"),
    ("<mi>f</mi><mo>\u2061</mo><mi>x</mi>", "<mi>f</mi><mo>&ApplyFunction;</mo><mi>x</mi>"),
    ("<mi mathvariant='bold'>x</mi>", "<mi>𝐱</mi>"),
    ("<mi mathvariant='bold-italic'>θ</mi>", "<mi>𝜽</mi>"),
    ("<mi mathvariant='script'>H</mi>", "<mi>ℋ</mi>"),
    ("<mi mathvariant='double-struck'>R</mi>", "<mi>ℝ</mi>"),
    ("<mtext class='tml-bold'>if</mtext>", "<mtext><b>if</b></mtext>"),
    ("<mi>K</mi><mi>L</mi>", "<mi>KL</mi>"),
    ("<msup><mi>f</mi><mo>″</mo></msup>", "<msup><mi>f</mi><mrow><mo>′</mo><mo>′</mo></mrow></msup>"),
    ("<msup><mn>10</mn><mn>2</mn></msup>", "<mn>1</mn><msup><mn>0</mn><mn>2</mn></msup>"),
    ("<msub><mi>x</mi><mrow/></msub>", "<mi>x</mi>"),
    ("<msubsup><mi>x</mi><mrow/><mn>2</mn></msubsup>", "<msup><mi>x</mi><mn>2</mn></msup>"),
    ("<munder><mo>∑</mo><mi>i</mi></munder>", "<msub><mo>∑</mo><mi>i</mi></msub>"),
    ("<semantics><mi>x</mi><annotation encoding='t'>x</annotation></semantics>", "<mi>x</mi>"),
    ("<mtable><mtr><mtd><mi>a</mi></mtd><mtd/></mtr></mtable>", "<mtable><mtr><mtd><mi>a</mi></mtd></mtr></mtable>"),
]
DIFFERENT = [
    ("<mi>a</mi>", "<mi>b</mi>"),
    ("<mi>a</mi><mi>b</mi>", "<mi>b</mi><mi>a</mi>"),
    ("<mi>x</mi>", "<mi>𝐱</mi>"),
    ("<mi>𝐱</mi>", "<mi>𝒙</mi>"),
    ("<mi>ϕ</mi>", "<mi>φ</mi>"),
    ("<msub><mi>x</mi><mi>i</mi></msub>", "<msup><mi>x</mi><mi>i</mi></msup>"),
    ("<msub><mi>x</mi><mi>i</mi></msub>", "<mi>x</mi><mi>i</mi>"),
    ("<msup><mi>ab</mi><mn>2</mn></msup>", "<mi>a</mi><msup><mi>b</mi><mn>2</mn></msup>"),
    ("<mfrac><mi>a</mi><mi>b</mi></mfrac>", "<mfrac><mi>b</mi><mi>a</mi></mfrac>"),
    ("<msqrt><mi>a</mi></msqrt><mi>b</mi>", "<msqrt><mi>a</mi><mi>b</mi></msqrt>"),
    ("<munder><mo movablelimits='false'>∑</mo><mi>i</mi></munder>", "<msub><mo>∑</mo><mi>i</mi></msub>"),
    ("<munder><mi>x</mi><mi>i</mi></munder>", "<msub><mi>x</mi><mi>i</mi></msub>"),
    (
        "<mtable><mtr><mtd><mi>a</mi></mtd></mtr><mtr><mtd><mi>b</mi></mtd></mtr></mtable>",
        "<mtable><mtr><mtd><mi>a</mi></mtd><mtd><mi>b</mi></mtd></mtr></mtable>",
    ),
]


@pytest.mark.parametrize("first, second", SAME)
def test_ways_to_say_the_same_are_overlooked(first, second):
    assert form(first).row == form(second).row


@pytest.mark.parametrize("first, second", DIFFERENT)
def test_differences_are_seen(first, second):
    assert form(first).row != form(second).row


def test_limits_stay_in_display_style_only():
    limits = "<munder><mo>∑</mo><mi>i</mi></munder>"
    beside = "<msub><mo>∑</mo><mi>i</mi></msub>"
    display = " display='block'"
    assert form(limits, display).row != form(beside, display).row
    assert form(f"<mfrac>{limits}<mi>a</mi></mfrac>", display).row == form(f"<mfrac>{beside}<mi>a</mi></mfrac>").row
    in_style = form(f"<mstyle displaystyle='true'>{limits}</mstyle>")
    assert in_style.row == form(limits, display).row


def test_classes_tell_letters_names_digits_signs_and_text_apart():
    found = form("<mi>x</mi><mi mathvariant='normal'>d</mi><mi>log</mi><mn>12</mn><mo>=</mo><mtext>if</mtext>")
    assert "".join(sort for _, sort in found.classes) == "iuuuunnott"
