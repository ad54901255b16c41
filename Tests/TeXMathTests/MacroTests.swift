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

  @Test func theFirstArgumentMayHaveADefault() {
    let norm = "\\newcommand{\\n}[2][p]{\\lVert #2\\rVert_{#1}}"
    #expect(mathML(norm + "\\n{x}") == mathML("\\lVert x\\rVert_{p}"))
    #expect(mathML(norm + "\\n[q]x") == mathML("\\lVert x\\rVert_{q}"))
    #expect(mathML(norm + "\\n[{[]}]x") == mathML("\\lVert x\\rVert_{{[]}}"))
    #expect(mathML(norm + "\\n [] x") == mathML("\\lVert x\\rVert_{}"))
    #expect(issues("\\newcommand{\\n}[1][\\foo]{#1}a+\\n").map(\.range) == [30..<32])
  }

  @Test func aNewCommandMustBeNew() throws {
    let known = issues("\\newcommand{\\alpha}{a}")
    #expect(known.map(\.range) == [0..<11])
    #expect(known.first?.message == "The command \\alpha exists already.")
    #expect(known.first?.suggestion == Array("\\renewcommand".utf8))
    #expect(issues("\\newcommand\\R{\\mathbb{R}}").isEmpty)
    #expect(issues("\\newcommand\\f{1}\\newcommand\\f{2}").map(\.range) == [16..<27])
    #expect(issues("\\newcommand\\f{1}\\renewcommand\\f{2}\\def\\f{3}\\def\\alpha{4}").isEmpty)
    #expect(mathML("\\providecommand\\f{1}\\providecommand\\f{2}\\f") == "<mn>1</mn>")
    #expect(mathML("\\providecommand\\alpha{1}\\alpha") == mathML("\\alpha"))
  }

  @Test(arguments: [
    ("\\newcommand{a}{b}", "must be a backslash"), ("\\newcommand{\\f}[x]{b}", "must be a digit"),
    ("\\newcommand{\\f}[12]{b}", "must be a digit"), ("\\newcommand{\\f}[1]{#2}", "raise the number"),
  ])
  func aWrongDefinitionSaysWhatIsWrong(_ tex: String, _ part: String) throws {
    let issue = try #require(issues(tex).first)
    #expect(issue.range == 0..<11)
    #expect(issue.message.contains(part))
  }

  @Test func whatIsShownVerbatimIsNotReplaced() {
    #expect(mathML("\\def\\f#1{y}\\verb|\\f|\\f{x}") == mathML("\\verb|\\f|y"))
    #expect(mathML("\\def\\f#1{y}\\text{\\verb|\\f|}") == mathML("\\verb|\\f|"))
  }

  @Test func raisingTheExpansionsRaisesTheTokens() throws {
    let macros = try table([("a", 0, String(repeating: "x", count: 60))])
    let tex = Array(String(repeating: "\\a ", count: 2000).utf8)
    let narrow = MathConverter(macros: macros, limits: MathLimits(macroExpansions: 1999))
    let wide = MathConverter(macros: macros, limits: MathLimits(macroExpansions: 2000))
    #expect(narrow.convert(tex, display: false).issues.map(\.kind) == [.limit])
    #expect(wide.convert(tex, display: false).issues.isEmpty)
    #expect(MathLimits(depth: 1 << 20).depth == MathLimits.maximumDepth)
  }

  @Test func manyMacrosKeepTheirBodies() throws {
    var table = MacroTable()
    let letters = Array("abcdefghij".utf8)
    func name(_ number: Int) -> [UInt8] { [0x7A] + String(number).utf8.map { letters[Int($0 - 0x30)] } }
    for number in 0..<3000 {
      try table.define(name: name(number), parameterCount: 0, body: Array(String(number).utf8))
    }
    for number in stride(from: 0, to: 3000, by: 97) {
      let call = "\\" + String(decoding: name(number), as: UTF8.self)
      #expect(mathML(call, macros: table) == "<mn>\(number)</mn>")
    }
  }
}
