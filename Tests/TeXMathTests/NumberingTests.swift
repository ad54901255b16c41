import TeXMath
import Testing

@Suite struct NumberingTests {
  private func convert(_ tex: String, _ numbers: EquationNumbers = EquationNumbers()) -> MathConversion {
    MathConverter().convert(Array(tex.utf8), display: true, numbers: numbers)
  }

  /// The rows of a formula: `row label tag`.
  private func rows(_ tex: String) -> [String] {
    convert(tex).equations.map { row in
      let tag = row.tag.map { " " + String(decoding: $0, as: UTF8.self) } ?? ""
      return "\(row.row) \(String(decoding: row.label, as: UTF8.self))\(tag)"
    }
  }

  private func mathML(_ tex: String, _ numbers: EquationNumbers) -> String {
    String(decoding: convert(tex, numbers).mathML, as: UTF8.self)
  }

  @Test(arguments: [
    ("a", []), ("a\\notag", []), ("a\\label{x}", ["0 x"]), ("a\\tag{1}", ["0  1"]),
    ("a\\tag{1}\\label{x}", ["0 x 1"]), ("\\label{x}a\\tag*{IV}", ["0 x IV"]),
    ("\\begin{equation}a\\end{equation}", ["0 "]), ("\\begin{equation*}a\\end{equation*}", []),
    ("\\begin{equation}a\\label{x}\\end{equation}", ["0 x"]),
    ("\\begin{equation}a\\end{equation}\\label{x}", ["0 x"]),
    ("\\begin{equation}a\\notag\\end{equation}", []),
    ("\\begin{align}a&=b\\\\c&=d\\\\\\end{align}", ["0 ", "1 "]),
    ("\\begin{align}a\\notag\\\\b\\nonumber\\\\c\\end{align}", ["2 "]),
    ("\\begin{align}a\\label{x}\\\\b\\tag{$*$}\\\\c\\label{y}\\end{align}", ["0 x", "1  *", "2 y"]),
    ("\\begin{align*}a\\\\b\\label{x}\\end{align*}", ["1 x"]),
    ("\\begin{align}a\\label{x}\\\\b\\end{align}\\label{y}", ["0 x", "1 y"]),
    ("\\begin{gather}a\\\\\\intertext{and}b\\end{gather}", ["0 ", "2 "]),
    ("\\begin{multline}a\\\\b\\\\c\\end{multline}", ["2 "]), ("\\begin{multline*}a\\\\b\\end{multline*}", []),
    ("\\begin{eqnarray}a&=&b\\\\c&=&d\\end{eqnarray}", ["0 ", "1 "]),
    // A part of a formula has no numbers of its own; what is said in it belongs to the formula.
    ("\\begin{equation}\\begin{aligned}a\\\\b\\end{aligned}\\end{equation}", ["0 "]),
    ("\\begin{aligned}a\\\\b\\label{x}\\end{aligned}", ["0 x"]),
    ("\\begin{equation}\\begin{split}a\\\\b\\end{split}\\label{x}\\end{equation}", ["0 x"]),
    ("\\begin{cases}a\\\\b\\end{cases}\\label{x}", ["0 x"]),
    ("\\left(\\begin{align}a\\label{x}\\\\b\\end{align}\\right)", ["0 x"]),
    ("x=\\begin{align}a\\\\b\\end{align}", []), ("\\begin{align}a\\\\b\\label{x}\\end{align}=y", ["0 x"]),
    ("a\\\\b\\label{x}", ["1 x"]), ("a\\\\b", []), ("a\\label{x}\\\\", ["0 x"]),
    ("\\begin{align}a\\label{x}\\\\b\\end{align}\\\\c", ["0 x"]),
  ])
  func rowsHaveNumbers(_ tex: String, _ expected: [String]) {
    #expect(rows(tex) == expected)
  }

  @Test func theRangeOfARowIsThatOfItsNameItsTagOrItself() {
    let tex = "\\begin{align}a\\tag{1}\\label{x}\\\\b\\tag*{2}\\\\ c \\end{align}"
    let bytes = Array(tex.utf8)
    #expect(
      convert(tex).equations.map { String(decoding: bytes[$0.range], as: UTF8.self) }
        == ["\\label{x}", "\\tag*{2}", "c "])
  }

  @Test(arguments: [
    ("a", true), ("\\begin{aligned}a\\end{aligned}", true), ("a\\\\b", true), ("a\\notag", false),
    ("\\begin{align*}a\\end{align*}", false), ("\\begin{equation*}a\\end{equation*}", false),
  ])
  func aFormulaMayLeaveItsNumberToThePage(_ tex: String, _ expected: Bool) {
    let conversion = convert(tex)
    #expect(conversion.canBeNumbered == expected)
    #expect(conversion.equations.isEmpty)
  }

  @Test func aFormulaInTextHasNoNumber() {
    let conversion = MathConverter().convert(Array("a\\label{x}\\tag{1}".utf8), display: false)
    #expect(conversion.equations.isEmpty)
    #expect(conversion.issues.map(\.range) == [1..<10, 10..<17])
    #expect(!conversion.canBeNumbered)
  }

  @Test(arguments: [
    ("a\\label{x}\\label{y}", 10..<19), ("a\\tag{1}\\tag{2}", 8..<15), ("a\\label{}", 1..<9),
    ("a\\label", 1..<7),
    ("a\\tag{}", 1..<7), ("a\\tag", 1..<5),
    ("a\\label{x}\\notag", 1..<10), ("\\begin{align}a\\\\b\\label{x}\\end{align}+\\label{y}", 38..<47),
  ])
  func whatIsSaidTwiceOrInVainIsReported(_ tex: String, _ range: Range<Int>) {
    #expect(convert(tex).issues.map(\.range) == [range])
  }

  @Test func whiteSpaceInNamesIsAHyphen() {
    #expect(rows("a\\label{ eq:a  b\t}") == ["0 eq:a-b"])
    #expect(convert("\\ref{eq:a\n b}").references.map(\.label) == [Array("eq:a-b".utf8)])
  }

  // MARK: Printing

  @Test func aTagIsPrintedAtOnce() {
    let row =
      "<math display=\"block\"><mtable class=\"tml-numbered\" displaystyle=\"true\"><mtr><mtd><mi>a</mi></mtd>"
    let end = "</mtd></mtr></mtable></math>"
    let none = EquationNumbers()
    #expect(mathML("a\\tag{1<2}", none) == row + "<mtd class=\"tml-tag\"><mtext>(1&lt;2)</mtext>" + end)
    #expect(mathML("a\\tag*{A}", none) == row + "<mtd class=\"tml-tag\"><mtext>A</mtext>" + end)
    #expect(
      mathML("a\\tag{$*$}", none) == row + "<mtd class=\"tml-tag\"><mtext>(</mtext><mo>∗</mo><mtext>)</mtext>"
        + end)
  }

  @Test func aNumberAndANameStandOnTheFormula() {
    let numbers = EquationNumbers(rows: [
      EquationNumbers.Row(row: 0, number: Array("3".utf8), id: Array("eq:\"".utf8))
    ])
    #expect(
      mathML("a", numbers)
        == "<math display=\"block\"><mtable class=\"tml-numbered\" displaystyle=\"true\"><mtr id=\"eq:&quot;\">"
        + "<mtd><mi>a</mi></mtd><mtd class=\"tml-tag\"><mtext>(3)</mtext></mtd></mtr></mtable></math>")
  }

  @Test func aNameBesidesATagLeavesTheTag() {
    let numbers = EquationNumbers(rows: [EquationNumbers.Row(row: 0, number: nil, id: Array("x".utf8))])
    let printed = mathML("a\\tag{7}", numbers)
    #expect(printed.contains("<mtr id=\"x\">"))
    #expect(printed.contains("<mtext>(7)</mtext>"))
  }

  @Test func rowsOfATableHaveTheirNumbersBehindAllColumns() {
    let numbers = EquationNumbers(rows: [
      EquationNumbers.Row(row: 0, number: Array("1".utf8), id: []),
      EquationNumbers.Row(row: 2, number: Array("2".utf8), id: Array("y".utf8)),
    ])
    #expect(
      mathML("\\begin{align}a&b\\\\c\\notag\\\\d\\label{y}\\end{align}", numbers)
        == "<math display=\"block\"><mtable class=\"tml-aligned tml-numbered\" displaystyle=\"true\">"
        + "<mtr><mtd><mi>a</mi></mtd><mtd><mi>b</mi></mtd><mtd class=\"tml-tag\"><mtext>(1)</mtext></mtd></mtr>"
        + "<mtr><mtd><mi>c</mi></mtd></mtr>"
        + "<mtr id=\"y\"><mtd><mi>d</mi></mtd><mtd/><mtd class=\"tml-tag\"><mtext>(2)</mtext></mtd></mtr>"
        + "</mtable></math>")
  }

  @Test func aFormulaInTextPrintsNoNumber() {
    let numbers = EquationNumbers(rows: [EquationNumbers.Row(row: 0, number: Array("3".utf8), id: [])])
    let conversion = MathConverter().convert(Array("a".utf8), display: false, numbers: numbers)
    #expect(String(decoding: conversion.mathML, as: UTF8.self) == "<math><mi>a</mi></math>")
  }

  // MARK: References

  @Test func referencesPrintWhatTheyAreGiven() {
    let numbers = EquationNumbers(references: [(Array("x".utf8), Array("3".utf8))])
    let known = "<math display=\"block\"><mtext>(3)</mtext><mtext>3</mtext><mtext>y</mtext></math>"
    #expect(mathML("\\eqref{x}\\ref{x}\\ref{y}", numbers) == known)
  }

  @Test func referencesAreShownByNameWithoutNumbers() {
    let conversion = convert("x \\eqref{eq:a}\\ref{b}")
    #expect(conversion.references.map(\.label) == [Array("eq:a".utf8), Array("b".utf8)])
    #expect(conversion.references.map(\.range) == [2..<14, 14..<21])
    #expect(mathML("\\eqref{<a>}") == "<mtext>(&lt;a&gt;)</mtext>")
  }

  private func mathML(_ tex: String) -> String { TeXMathTests.mathML(tex) }
}
