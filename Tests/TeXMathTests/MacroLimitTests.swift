import Testing

@testable import TeXMath

/// Macros without end, macros that become long, and what reading macros costs.
@Suite struct MacroLimitTests {
  private func table(_ definitions: [(String, Int, String)]) throws -> MacroTable {
    var table = MacroTable()
    for (name, count, body) in definitions {
      try table.define(name: Array(name.utf8), parameterCount: count, body: Array(body.utf8))
    }
    return table
  }

  @Test(arguments: [
    Case("\\def\\a{\\a}x+\\a", "\\a → \\a"), Case("\\def\\a{\\b}\\def\\b{\\a}x+\\a", "\\a → \\b → \\a"),
    Case("\\def\\a{x\\a}\\a", "\\a → \\a"), Case("\\def\\a{{\\a}}\\a", "\\a → \\a"),
    Case("\\def\\a{\\frac{\\b}{2}}\\def\\b{\\sqrt{\\a}}\\a", "\\a → \\b → \\a"),
    Case("\\def\\a#1{\\a{#1#1}}\\a{x}", "\\a → \\a"),
    // What only leads into the cycle, or ends, is no part of it.
    Case("\\def\\c{\\d\\a}\\def\\d{y}\\def\\a{\\d\\b\\d}\\def\\b{\\d\\a}\\c", "\\a → \\b → \\a"),
    Case(
      "\\def\\a{\\b}\\def\\b{\\c}\\def\\c{\\d}\\def\\d{\\e}\\def\\e{\\f}\\def\\f{\\g}\\def\\g{\\a}\\a",
      "\\a → \\b → \\c → … → \\f → \\g → \\a"),
  ])
  func aCycleIsShown(_ sample: Case) throws {
    let found = issues(sample.tex)
    #expect(found.map(\.kind) == [.limit])
    let message = try #require(found.first?.message)
    #expect(
      message == "The macros of this formula expand without end: " + sample.expected
        + " …; look for one that uses itself.")
  }

  @Test func theCallInTheFormulaIsTheFault() throws {
    let macros = try table([("a", 0, "\\b"), ("b", 0, "\\a\\a")])
    #expect(issues("x+\\a+y", macros: macros).map(\.range) == [2..<4])
  }

  @Test func muchWithoutACycleIsAnotherFault() throws {
    let many = "\\def\\a{x}" + String(repeating: "\\a", count: 1001)
    #expect(issues(many).map(\.range) == [2009..<2011])
    #expect(issues(many).first?.message.contains("more than 1,000 expansions") == true)
    #expect(issues(String(many.dropLast(2))).isEmpty)
    let doubled = String(repeating: "\\d{", count: 30) + "x" + String(repeating: "}", count: 30)
    let found = try #require(issues("\\def\\d#1{#1#1}" + doubled).first)
    #expect(found.kind == .limit && found.message.contains("more than"))
    let long = "\\def\\a{" + String(repeating: "x", count: 9000) + "}" + String(repeating: "\\a", count: 8)
    #expect(issues(long).first?.message.contains("more than 65,536 signs") == true)
  }

  @Test func columnsThatBecomeLongAreNoMacros() {
    let columns = "\\begin{array}{*{400}{>{" + String(repeating: "x", count: 400) + "}c}}"
    let found = issues(columns + String(repeating: "&", count: 399) + "\\end{array}")
    #expect(found.map(\.kind) == [.limit])
    #expect(found.first?.message.contains("columns") == true)
  }

  // MARK: Cost

  /// Reads all tokens of a formula without definitions of its own.
  ///
  /// - Returns: how many tokens came out, and how many the expander counted; `nil` beyond the limits.
  private func counts(
    _ tex: String, _ macros: MacroTable, limits: MathLimits
  ) -> (read: Int, counted: Int)? {
    var expander = MacroExpander(Array(tex.utf8), macros: macros, limits: limits)
    var read = 0
    do {
      while try expander.next().kind != .end { read += 1 }
      return (read, expander.expandedTokens)
    } catch {
      return nil
    }
  }

  @Test(arguments: [
    ("\\a", "", 0, "xyz"), ("\\b{x}", "", 1, "#1#1"), ("\\b ", "x", 1, "(#1)"),
    ("{\\b{{x}}}", "", 1, "\\a#1"),
    ("\\c", "", 0, "\\b\\a"),
  ])
  func costGrowsAsTheFormulaDoes(_ start: String, _ end: String, _ count: Int, _ body: String) throws {
    let name = start.contains("\\b") ? "b" : start.contains("\\c") ? "c" : "a"
    let definitions = [("a", 0, "xyz"), ("b", 1, "[#1]"), (name, count, body)]
    let macros = try table(definitions)
    let limits = MathLimits(macroExpansions: 1 << 20)
    func cost(_ parts: Int) throws -> Int {
      let tex = String(repeating: start, count: parts) + String(repeating: end, count: parts)
      let found = try #require(counts(tex, macros, limits: limits))
      return found.read + found.counted
    }
    let (one, two, four) = (try cost(500), try cost(1000), try cost(2000))
    #expect(one > 0 && two - one <= one + 8 && four - two <= 2 * (two - one) + 8)
  }

  @Test func everyTokenIsReadOnceOrCounted() {
    var random = RandomSource(seed: 9)
    var finished = 0
    for _ in 0..<3000 {
      let tex = MacroSoup.formula(&random)
      var parser = Parser(Array(tex.utf8), macros: MacroTable(), limits: MathLimits(macroExpansions: 100))
      guard (try? parser.parse()) != nil else {
        #expect(parser.expander.expandedTokens <= parser.limits.expandedTokens + 1 << 16, "\(tex)")
        continue
      }
      finished += 1
      #expect(parser.expander.calls.count <= 100 && parser.expander.expandedTokens <= 1 << 16, "\(tex)")
      #expect(parser.expander.pending.isEmpty, "\(tex)")
    }
    #expect(finished > 500)
  }

  @Test func callsInVainAreCounted() throws {
    // Each looks for its sign up to the end of the formula.
    let tex = "\\def\\a#1;{}" + String(repeating: "\\a x", count: 3000)
    let found = issues(tex)
    #expect(found.last?.kind == .limit)
    #expect(issues("\\def\\a#1;{}" + String(repeating: "\\a x", count: 50)).count == 50)
  }

  // MARK: Random definitions

  @Test func randomDefinitionsAlwaysHaveAResult() throws {
    var random = RandomSource(seed: 10)
    let macros = try table([("p", 2, "#2\\q#1"), ("q", 1, "{#1}^#1"), ("r", 0, "\\r\\p")])
    for round in 0..<5000 {
      let tex = MacroSoup.formula(&random)
      let converter = MathConverter(
        macros: round % 3 == 0 ? macros : MacroTable(),
        limits: round % 2 == 0 ? MathLimits() : MathLimits(depth: 20, macroExpansions: 30))
      let conversion = converter.convert(Array(tex.utf8), display: round % 4 < 2)
      let fault = MathMLChecker.fault(in: conversion.mathML, isMinimal: conversion.issues.isEmpty)
      #expect(fault == nil, "\(tex)")
      let areRight = conversion.issues.allSatisfy {
        $0.range.upperBound <= tex.utf8.count && !$0.message.isEmpty
      }
      #expect(areRight, "\(tex)")
      if fault != nil || !areRight { return }
    }
  }
}

/// Random formulas full of definitions.
enum MacroSoup {
  private static let parts = [
    "\\def\\a", "\\def\\b", "\\gdef\\a", "\\edef\\b", "\\xdef\\a", "\\let\\a", "\\let\\b=", "\\global",
    "\\long",
    "\\newcommand{\\a}", "\\newcommand\\b[1]", "\\newcommand*{\\c}[2][x]", "\\renewcommand\\a",
    "\\providecommand\\c",
    "\\DeclareMathOperator{\\c}", "\\DeclareMathOperator*\\b", "\\DeclarePairedDelimiter\\c{(}{)}", "\\c*",
    "[", "]",
    "#1", "#2", "##1", "####1", "#", "#{", "{", "}", "{", "}", "{x}", "{\\a}", "{#1}", "{#1#1}", "\\a", "\\b",
    "\\c",
    "\\a", "\\b", ",", ";", "x", "y", " ", "^", "_", "&", "\\\\", "\\left(", "\\right)", "\\begin{matrix}",
    "\\end{matrix}", "\\frac", "\\sqrt[", "\\text{", "$", "%\n", "2.", ".", "\\p", "\\q", "\\r", "=", "*",
    "\\alhpa",
    "\\\\[", "\\begin{array}{>{\\a}c}", "\\end{array}", "\\verb|", "\\begin", "\\over", "困", "\\futurelet",
  ]

  static func formula(_ random: inout RandomSource) -> String {
    (0..<Int.random(in: 1...18, using: &random)).map { _ in
      parts[Int.random(in: 0..<parts.count, using: &random)]
    }.joined()
  }
}
