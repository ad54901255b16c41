import Testing

@Suite struct TextTests {
  @Test(arguments: [
    Case("\\text{if }x", "<mtext>if\u{A0}</mtext><mi>x</mi>"),
    Case("\\text{a b}", "<mtext>a b</mtext>"),
    Case("\\text{a  <b>\\&\\%}", "<mtext>a &lt;b&gt;&amp;%</mtext>"),
    Case("\\text{a~b}", "<mtext>a\u{A0}b</mtext>"),
    Case("\\text{困惑度}", "<mtext>困惑度</mtext>"),
    Case("困惑度=2", "<mtext>困惑度</mtext><mo>=</mo><mn>2</mn>"),
    Case("x，y", "<mi>x</mi><mtext>，</mtext><mi>y</mi>"),
    Case("\\textbf{a}", "<mtext class=\"tml-bold\">a</mtext>"),
    Case("\\text{a\\textit{b}}", "<mtext>a</mtext><mtext class=\"tml-italic\">b</mtext>"),
    Case("x_{\\text{a}}", "<msub><mi>x</mi><mtext>a</mtext></msub>"),
    Case("\\text{x_1}", "<mtext>x_1</mtext>"),
    Case("\\textcircled{1}", "<mtext>①</mtext>"),
  ])
  func text(_ sample: Case) {
    #expect(mathML(sample.tex) == sample.expected)
    #expect(issues(sample.tex).isEmpty)
  }

  @Test func formulasMayStandInText() {
    #expect(mathML("\\text{if $x^2$}") == "<mtext>if\u{A0}</mtext><msup><mi>x</mi><mn>2</mn></msup>")
  }
}
