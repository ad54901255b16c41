import TeXMath
import Testing

@Suite struct MacroTests {
  private func table(_ definitions: [(String, Int, String)]) throws -> MacroTable {
    var table = MacroTable()
    for (name, count, body) in definitions {
      try table.define(name: Array(name.utf8), parameterCount: count, body: Array(body.utf8))
    }
    return table
  }

  @Test func macrosAreReplaced() throws {
    let macros = try table([
      ("R", 0, "\\mathbb{R}"), ("\\norm", 1, "\\lVert #1 \\rVert"), ("pair", 2, "(#2,#1)"),
      ("half", 0, "\\frac12"),
    ])
    #expect(mathML("\\R^n", macros: macros) == mathML("\\mathbb{R}^n"))
    #expect(mathML("\\norm{x+1}", macros: macros) == mathML("\\lVert x+1 \\rVert"))
    #expect(mathML("\\norm x", macros: macros) == mathML("\\lVert x \\rVert"))
    #expect(mathML("\\pair a{b}", macros: macros) == mathML("(b,a)"))
    #expect(
      mathML("\\norm{\\norm{\\R}}", macros: macros) == mathML("\\lVert\\lVert\\mathbb{R}\\rVert\\rVert"))
    #expect(mathML("2\\half3", macros: macros) == mathML("2\\frac12 3"))
  }

  @Test func aMacroMayReplaceACommandAndALaterOneAnEarlierOne() throws {
    let macros = try table([("phi", 0, "\\varphi"), ("a", 0, "1"), ("a", 0, "2")])
    #expect(mathML("\\phi\\a", macros: macros) == "<mi>φ</mi><mn>2</mn>")
  }

  @Test func macrosMayBeDefinedInAFormula() throws {
    #expect(mathML("\\newcommand{\\f}[1]{#1^2} \\f{x}") == mathML("x^2"))
    #expect(mathML("\\def\\f#1{#1^2}\\f x") == mathML("x^2"))
    #expect(mathML("\\DeclareMathOperator{\\f}{foo} \\f") == "<mi>foo</mi>")
    let macros = try table([("f", 0, "1")])
    #expect(mathML("\\renewcommand{\\f}{2}\\f", macros: macros) == "<mn>2</mn>")
    #expect(mathML("\\f\\renewcommand\\f{2}\\f", macros: macros) == mathML("1 2"))
  }

  @Test func wrongDefinitionsAreRefused() {
    var table = MacroTable()
    #expect(throws: MacroDefinitionError.invalidName) {
      try table.define(name: Array("a1".utf8), parameterCount: 0, body: [])
    }
    #expect(throws: MacroDefinitionError.invalidParameterCount) {
      try table.define(name: Array("a".utf8), parameterCount: 10, body: [])
    }
    #expect(throws: MacroDefinitionError.unknownParameter) {
      try table.define(name: Array("a".utf8), parameterCount: 1, body: Array("#2".utf8))
    }
    #expect(table.isEmpty)
  }

  @Test(arguments: [
    [("a", 0, "\\a")], [("a", 0, "\\b"), ("b", 0, "\\a\\a")],
    [
      ("a", 0, "\\b\\b\\b\\b\\b\\b\\b\\b"), ("b", 0, "\\c\\c\\c\\c\\c\\c\\c\\c"),
      ("c", 0, "\\d\\d\\d\\d\\d\\d\\d\\d\\d\\d\\d\\d\\d\\d\\d\\d"), ("d", 0, "x"),
    ],
    [
      ("a", 1, "\\b{#1#1#1#1#1#1#1#1#1}"), ("b", 1, "\\c{#1#1#1#1#1#1#1#1#1}"),
      ("c", 1, "\\d{#1#1#1#1#1#1#1#1#1}"), ("d", 1, "\\e{#1#1#1#1#1#1#1#1#1}"),
      ("e", 1, "#1#1#1#1#1#1#1#1#1"),
    ],
  ])
  func macrosThatDoNotEndAreStopped(_ definitions: [(String, Int, String)]) throws {
    let macros = try table(definitions)
    let found = issues("x+\\a{y}", macros: macros)
    #expect(found.map(\.kind) == [.limit])
  }

  @Test func faultsInAMacroAreReportedAtItsCall() throws {
    let macros = try table([("a", 0, "\\alhpa^x^y")])
    #expect(issues("x+\\a", macros: macros).map(\.range) == [2..<4, 2..<4])
    #expect(mathML("x+\\a", macros: macros).contains("<merror><mtext>\\a</mtext></merror>"))
  }
}
