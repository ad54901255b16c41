import Testing

@testable import TeXMath

@Suite struct TextTests {
  @Test(arguments: [
    Case("\\text{if }x", "<mtext>if\u{A0}</mtext><mi>x</mi>"),
    Case("\\text{a b}", "<mtext>a b</mtext>"),
    Case("\\text{a  <b>\\&\\%}", "<mtext>a &lt;b&gt;&amp;%</mtext>"),
    Case("\\text{a~b}", "<mtext>a\u{A0}b</mtext>"),
    Case("\\text{困惑度}", "<mtext>困惑度</mtext>"),
    Case("困惑度=2", "<mtext>困惑度</mtext><mo>=</mo><mn>2</mn>"),
    Case("x，y", "<mi>x</mi><mo>,</mo><mi>y</mi>"),
    Case("\\text{x，y}", "<mtext>x，y</mtext>"),
    Case("\\text{it's ``so''}", "<mtext>it’s “so”</mtext>"),
    Case("\\text{1--2 --- 3-4}", "<mtext>1–2 — 3-4</mtext>"),
    Case("\\text{\\'e\\c c\\\"{o}\\^{\\i}\\v{s}\\H o}", "<mtext>éçöîšő</mtext>"),
    Case("\\text{\\'x}", "<mtext>x\u{301}</mtext>"),
    Case("\\textbf{\\textit{a}}", "<mtext class=\"tml-bold tml-italic\">a</mtext>"),
    Case("\\textsc{a}", "<mtext class=\"tml-smallcaps\">a</mtext>"),
    Case("\\textbf{a\\textnormal{b}}", "<mtext class=\"tml-bold\">a</mtext><mtext>b</mtext>"),
    Case("\\text{a{\\bf b}c}", "<mtext>a</mtext><mtext class=\"tml-bold\">b</mtext><mtext>c</mtext>"),
    Case("\\text{1\\textsuperscript{st}}", "<mtext>1</mtext><msup><mrow/><mtext>st</mtext></msup>"),
    Case("\\text{\\textcolor{red}{a_b}}", "<mstyle mathcolor=\"#ff0000\"><mtext>a_b</mtext></mstyle>"),
    Case("\\verb|a_b {\\x y|c", "<mtext class=\"tml-mono\">a_b {\\x y</mtext><mi>c</mi>"),
    Case("\\char\"2211", "<mo>∑</mo>"), Case("\\char65 B", "<mi>A</mi><mi>B</mi>"),
    Case("\\unicode{x3B1}", "<mi>α</mi>"), Case("\\U{3b1}", "<mi>α</mi>"),
    Case("\\text{\\texteuro\\textdegree}", "<mtext>€°</mtext>"),
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
    #expect(mathML("\\text{if \\(x\\)}") == "<mtext>if\u{A0}</mtext><mi>x</mi>")
    #expect(mathML("\\text{if $x^2$}") == "<mtext>if\u{A0}</mtext><msup><mi>x</mi><mn>2</mn></msup>")
  }

  @Test(arguments: [
    ("a\\'e", 1..<3), ("\\(x", 0..<2), ("x\\)", 1..<3), ("\\char\"D800", 0..<5), ("\\unicode{x1}", 0..<8),
    ("\\verb|a", 0..<5), ("\\text{\\frac12}", 6..<11), ("\\enclose{circle}x", 9..<15),
  ])
  func whatIsOutOfPlaceIsReportedWhereItStands(_ tex: String, _ range: Range<Int>) {
    #expect(issues(tex).first?.kind == .syntax)
    #expect(issues(tex).first?.range == range)
  }

  @Test func commandsOfOtherConvertersAreRefusedWithTheReason() {
    for (names, reason, _) in UnavailableCommands.groups {
      for name in names {
        let found = issues("\\\(name) x")
        #expect(found.map(\.kind) == [.unknownCommand], "\(name)")
        #expect(found.first?.message.contains("\(reason)") == true)
      }
    }
  }
}
