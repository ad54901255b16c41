import TeXMath
import Testing

@Suite struct NumberingTests {
  private func convert(_ tex: String) -> MathConversion {
    MathConverter().convert(Array(tex.utf8), display: true)
  }

  @Test func labelsAndTagsOfRows() {
    let tex =
      "\\begin{align} a &= b \\label{eq:a} \\tag{3} \\\\ c &= d \\notag \\\\ e &= f \\label{eq:b} \\end{align}"
    let labels = convert(tex).labels
    #expect(labels.map(\.name) == [Array("eq:a".utf8), Array("eq:b".utf8)])
    #expect(labels.map(\.tag) == [Array("3".utf8), nil])
    #expect(labels.map(\.row) == [0, 2])
    #expect(
      labels.map { String(decoding: Array(tex.utf8)[$0.range], as: UTF8.self) } == [
        "\\label{eq:a}", "\\label{eq:b}",
      ])
  }

  @Test func aTagNeedsNoLabelAndMayComeFirst() {
    #expect(convert("a \\tag{*}").labels.map(\.tag) == [Array("*".utf8)])
    let labels = convert("a \\tag{1} \\label{x}").labels
    #expect(labels.map(\.name) == [Array("x".utf8)])
    #expect(labels.map(\.tag) == [Array("1".utf8)])
  }

  @Test func rowsOfInnerTablesDoNotCount() {
    #expect(convert("\\begin{cases} a \\\\ b \\end{cases} \\label{x}").labels.map(\.row) == [0])
    #expect(convert("a \\\\ b \\label{x}").labels.map(\.row) == [1])
  }

  @Test func referencesAreShownByName() {
    let conversion = convert("x \\eqref{eq:a}\\ref{b}")
    #expect(conversion.references.map(\.name) == [Array("eq:a".utf8), Array("b".utf8)])
    #expect(conversion.references.map(\.range) == [2..<14, 14..<21])
    #expect(mathML("\\eqref{<a>}") == "<mtext>(&lt;a&gt;)</mtext>")
  }
}
