import TeXMath
import Testing

@Suite struct EnvironmentTests {
  private static let cells =
    "<mtr><mtd><mi>a</mi></mtd><mtd><mi>b</mi></mtd></mtr><mtr><mtd><mi>c</mi></mtd><mtd/></mtr>"

  @Test(arguments: [
    ("pmatrix", "(", ")"), ("bmatrix", "[", "]"), ("Bmatrix", "{", "}"), ("vmatrix", "|", "|"),
  ])
  func matrices(_ name: String, _ open: String, _ close: String) {
    #expect(
      mathML("\\begin{\(name)} a & b \\\\ c & \\end{\(name)}")
        == "<mo>\(open)</mo><mtable>\(Self.cells)</mtable><mo>\(close)</mo>")
  }

  @Test func aBreakBehindTheLastRowStartsNoNewOne() {
    #expect(
      mathML("\\begin{matrix} a \\\\[2pt] b \\\\ \\end{matrix}")
        == "<mtable><mtr><mtd><mi>a</mi></mtd></mtr><mtr><mtd><mi>b</mi></mtd></mtr></mtable>")
  }

  @Test func cases() {
    #expect(
      mathML("\\begin{cases} 1 & x \\\\ -1 & y \\end{cases}") == """
        <mo>{</mo><mtable class="tml-cases"><mtr><mtd><mn>1</mn></mtd><mtd><mi>x</mi></mtd></mtr>\
        <mtr><mtd><mo>−</mo><mn>1</mn></mtd><mtd><mi>y</mi></mtd></mtr></mtable>
        """)
  }

  @Test(arguments: ["aligned", "align", "align*", "split", "flalign*"])
  func alignments(_ name: String) {
    #expect(
      mathML("\\begin{\(name)} a &= b \\\\ &+ c \\end{\(name)}", display: true) == """
        <mtable class="tml-aligned" displaystyle="true"><mtr><mtd><mi>a</mi></mtd>\
        <mtd><mo>=</mo><mi>b</mi></mtd></mtr><mtr><mtd/><mtd><mo form="infix">+</mo><mi>c</mi></mtd></mtr></mtable>
        """)
  }

  @Test func barePartsOfAlignmentsAreAligned() {
    #expect(mathML("a &= b \\\\ c &= d").hasPrefix("<mtable class=\"tml-aligned\" displaystyle=\"true\">"))
    #expect(mathML("a \\\\ b").hasPrefix("<mtable class=\"tml-gathered\" displaystyle=\"true\">"))
  }

  @Test func anEquationIsItsFormula() {
    #expect(mathML("\\begin{equation} a=b \\end{equation}") == "<mi>a</mi><mo>=</mo><mi>b</mi>")
  }

  @Test func arraysHaveAlignmentAndRules() {
    #expect(
      mathML("\\begin{array}{l|cr|} a & b & c \\\\ \\hline d & e & f \\\\ \\hline \\end{array}") == """
        <mtable><mtr><mtd class="tml-left"><mi>a</mi></mtd><mtd class="tml-rule-left"><mi>b</mi></mtd>\
        <mtd class="tml-right tml-rule-right"><mi>c</mi></mtd></mtr>\
        <mtr class="tml-rule-top tml-rule-bottom"><mtd class="tml-left"><mi>d</mi></mtd>\
        <mtd class="tml-rule-left"><mi>e</mi></mtd><mtd class="tml-right tml-rule-right"><mi>f</mi></mtd></mtr></mtable>
        """)
  }

  @Test func columnsMayBeRepeated() {
    #expect(
      mathML("\\begin{array}{*{2}{r}} a & b \\end{array}")
        == "<mtable><mtr><mtd class=\"tml-right\"><mi>a</mi></mtd><mtd class=\"tml-right\"><mi>b</mi></mtd></mtr></mtable>"
    )
  }

  @Test func substacksAreSmall() {
    #expect(
      mathML("\\sum_{\\substack{i \\\\ j}}") == """
        <msub><mo>∑</mo><mtable class="tml-small"><mtr><mtd><mi>i</mi></mtd></mtr>\
        <mtr><mtd><mi>j</mi></mtd></mtr></mtable></msub>
        """)
  }

  @Test func whatAColumnPutsIntoItsCellsIsBounded() {
    let columns = "\\begin{array}{>{" + String(repeating: "x", count: 4000) + "}c}"
    let found = issues(columns + String(repeating: "a\\\\", count: 2000) + "\\end{array}")
    #expect(found.map(\.kind) == [.limit])
  }

  @Test(arguments: [
    ("\\begin{array}{cqc}a\\end{array}", 15..<16), ("\\begin{array}{c>{\\\\}c}a\\end{array}", 17..<19),
    ("\\begin{array}{c}\\multicolumn{}{c}{a}\\end{array}", 28..<30),
    ("\\begin{matrix*}[x]a\\end{matrix*}", 15..<18), ("\\begin{CD}A@?B\\end{CD}", 11..<12),
    ("x\\multicolumn{2}{c}{a}", 1..<13), ("x\\intertext{a}", 1..<11),
  ])
  func faultsOfTablesHaveTheirPlace(_ tex: String, _ range: Range<Int>) {
    #expect(issues(tex).map(\.range) == [range])
  }
}
