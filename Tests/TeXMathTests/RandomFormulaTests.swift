import Foundation
import TeXMath
import Testing

/// Whatever the bytes, the result is well-formed MathML Core, valid UTF-8 and issues that lie in the formula.
@Suite struct RandomFormulaTests {
  private static let parts: [String] = [
    "{", "}", "{", "}", "^", "_", "'", "&", "\\\\", " ", "x", "7", ".5", "+", "-", "=", "(", ")", "|", "[",
    "]", ",",
    "<", ">", "$", "#", "#1", "~", "%\n", "\"", "困", "，", "é", "α", "→", "\u{338}", "\u{0}", "\\", "²", "½",
    "𝐱", "（",
    "\\frac", "\\sqrt", "\\sqrt[", "\\left(", "\\right)", "\\left", "\\right", "\\middle|", "\\big",
    "\\text{",
    "\\text", "\\mathbf", "\\mathrm{", "\\rm", "\\sum", "\\int", "\\limits", "\\nolimits", "\\log", "\\lim",
    "\\hat",
    "\\underbrace", "\\overset", "\\underset", "\\stackrel", "\\substack{", "\\xrightarrow[",
    "\\begin{matrix}",
    "\\end{matrix}", "\\begin{cases}", "\\end{cases}", "\\begin{align}", "\\end{align}",
    "\\begin{array}{l|c}",
    "\\end{array}", "\\begin{equation}", "\\end{equation}", "\\begin{foo}", "\\end", "\\hline", "\\over",
    "\\choose",
    "\\not", "\\color{red}", "\\color", "\\textcolor{blue}", "\\displaystyle", "\\small", "\\phantom",
    "\\boxed",
    "\\label{a}", "\\tag{<1>}", "\\eqref{b&}", "\\sideset", "\\operatorname", "\\operatorname*{a b}",
    "\\mathop",
    "\\pmod", "\\dots", "\\quad", "\\,", "\\!", "\\hspace{1em}", "\\kern", "\\newcommand{\\q}[1]{#1#1}",
    "\\q",
    "\\def\\q", "\\let\\q", "\\href{x}{y}", "\\foo", "\\textcircled", "\\genfrac", "\\ket", "\\binom",
    "\\cancel",
    "\\vec", "\\boldsymbol", "\\mathcal", "\\prescript", "\\mathchoice", "\\buildrel", "\\root", "\\of",
    "\\raisebox",
    "\\rule{1em}{1em}", "\\multicolumn{2}{c}", "\\intertext{a}", "\\set{a|b}", "\\smash[b]", "\\'e",
    "\\verb|x|",
    "\\begin{CD}", "\\end{CD}", "@>>>", "\\begin{gather}", "\\end{gather}", "\\notag", "\\unicode{x41}",
    "\\sqrt 2",
  ]

  /// Checks what holds of every formula; false if something does not.
  private func check(_ bytes: [UInt8], display: Bool) -> Bool {
    let tex = String(decoding: bytes, as: UTF8.self)
    let conversion = MathConverter().convert(bytes, display: display)
    let fault = MathMLChecker.fault(in: conversion.mathML, isMinimal: conversion.issues.isEmpty)
    #expect(fault == nil, "\(tex)")
    let areRangesInside = conversion.issues.allSatisfy {
      $0.range.lowerBound >= 0 && $0.range.upperBound <= bytes.count
    }
    #expect(areRangesInside, "\(tex)")
    let isText = String(validating: conversion.text, as: UTF8.self) != nil
    #expect(isText, "\(tex)")
    return fault == nil && areRangesInside && isText
  }

  @Test func randomTokens() {
    var random = RandomSource(seed: 1)
    for round in 0..<20_000 {
      var tex: [UInt8] = []
      for _ in 0..<Int.random(in: 0...14, using: &random) {
        tex += Array((Self.parts.randomElement(using: &random) ?? "").utf8)
      }
      guard check(tex, display: round % 2 == 0) else { return }
    }
  }

  @Test func randomBytes() {
    var random = RandomSource(seed: 2)
    for round in 0..<10_000 {
      let tex = (0..<Int.random(in: 0...40, using: &random)).map { _ in
        round % 2 == 0
          ? UInt8.random(in: 0...255, using: &random) : UInt8.random(in: 0x20...0x7E, using: &random)
      }
      guard check(tex, display: false) else { return }
    }
  }

  @Test func formulasOfTheGrammarAreRight() {
    var random = RandomSource(seed: 3)
    for round in 0..<4000 {
      let formula = RandomFormula(depth: round % 5, using: &random)
      let conversion = MathConverter().convert(Array(formula.tex.utf8), display: true)
      #expect(conversion.issues.isEmpty, "\(formula.tex)")
      guard check(Array(formula.tex.utf8), display: round % 2 == 0), conversion.issues.isEmpty else { return }
    }
  }

  @Test func plainTextKeepsEveryLetterAndDigitInOrder() {
    var random = RandomSource(seed: 4)
    for round in 0..<4000 {
      let formula = RandomFormula(depth: round % 5, using: &random)
      let text = MathConverter().convert(Array(formula.tex.utf8), display: false).text
      let kept = RandomFormula.kept(of: String(decoding: text, as: UTF8.self))
      #expect(kept == formula.kept, "\(formula.tex) is \(String(decoding: text, as: UTF8.self))")
      if kept != formula.kept { return }
    }
  }

  @Test func convertingTwiceGivesTheSame() {
    var random = RandomSource(seed: 5)
    let converter = MathConverter()
    for _ in 0..<500 {
      let tex = Array(RandomFormula(depth: 3, using: &random).tex.utf8)
      let first = converter.convert(tex, display: true)
      let second = converter.convert(tex, display: true)
      #expect(first.mathML == second.mathML && first.text == second.text && first.issues == second.issues)
    }
  }

  @Test func everyCutOfAFormulaHasAResult() {
    var random = RandomSource(seed: 6)
    for _ in 0..<15 {
      let tex = Array(RandomFormula(depth: 2, using: &random).tex.utf8)
      for end in 0...tex.count where !check(Array(tex[..<end]), display: true) { return }
      for start in 0...tex.count where !check(Array(tex[start...]), display: false) { return }
    }
  }

  /// What nests, as the start and the end of a level.
  private static let nests: [(String, String)] = [
    ("{", "}"), ("x^{", "}"), ("x_", ""), ("\\frac{", "}{b}"), ("\\frac ", ""), ("\\sqrt{", "}"),
    ("\\sqrt[", "]{b}"),
    ("\\left(", "\\right)"), ("\\left(", ""), ("\\text{$", "$}"), ("\\text{\\textbf{", "}}"), ("\\hat ", ""),
    ("\\begin{matrix}", "\\end{matrix}"), ("\\begin{cases}", ""), ("\\mathbf{", "}"), ("\\boxed{", "}"),
    ("\\not", ""),
    ("{a\\over ", "}"), ("\\overset{", "}{b}"), ("\\color{red}{", "}"), ("\\substack{", "}"),
    ("\\mathop{", "}"),
    ("\\displaystyle{", "}"), ("\\sideset{", "}{}\\sum"), ("\\ket{", "}"), ("\\def\\q{", "}"),
    ("\\xrightarrow[", "]{b}"),
    ("\\mathchoice{", "}{}{}{}"), ("\\begin{array}{c", "}\\end{array}"),
  ]

  /// A build without optimization has frames ten times as large.
  private static let stackSize: Int = {
    #if DEBUG
      8 << 20
    #else
      512 << 10
    #endif
  }()

  @Test func deepNestingNeedsLittleStack() async {
    await withCheckedContinuation { continuation in
      let thread = Thread {
        for (start, end) in Self.nests {
          for count in [150, 190, 2000] {
            let tex = String(repeating: start, count: count) + "a" + String(repeating: end, count: count)
            let conversion = MathConverter().convert(Array(tex.utf8), display: true)
            #expect(conversion.mathML.starts(with: "<math".utf8))
          }
        }
        continuation.resume()
      }
      thread.stackSize = Self.stackSize
      thread.start()
    }
  }
}
