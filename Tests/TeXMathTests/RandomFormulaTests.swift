import TeXMath
import Testing

/// Whatever the bytes, the result is well-formed MathML Core, valid UTF-8 and issues that lie in the formula.
@Suite struct RandomFormulaTests {
  private static let parts: [String] = [
    "{", "}", "{", "}", "^", "_", "'", "&", "\\\\", " ", "x", "7", ".5", "+", "-", "=", "(", ")", "|", "[",
    "]", ",",
    "<", ">", "$", "#", "#1", "~", "%\n", "\"", "困", "，", "é", "α", "→", "\u{338}", "\u{0}", "\\", "\\frac",
    "\\sqrt",
    "\\sqrt[", "\\left(", "\\right)", "\\left", "\\right", "\\middle|", "\\big", "\\text{", "\\text",
    "\\mathbf",
    "\\mathrm{", "\\rm", "\\sum", "\\int", "\\limits", "\\nolimits", "\\log", "\\lim", "\\hat",
    "\\underbrace",
    "\\overset", "\\underset", "\\stackrel", "\\substack{", "\\xrightarrow[", "\\begin{matrix}",
    "\\end{matrix}",
    "\\begin{cases}", "\\end{cases}", "\\begin{align}", "\\end{align}", "\\begin{array}{l|c}", "\\end{array}",
    "\\begin{equation}", "\\end{equation}", "\\begin{foo}", "\\end", "\\hline", "\\over", "\\choose", "\\not",
    "\\color{red}", "\\color", "\\textcolor{blue}", "\\displaystyle", "\\small", "\\phantom", "\\boxed",
    "\\label{a}",
    "\\tag{<1>}", "\\eqref{b&}", "\\sideset", "\\operatorname", "\\operatorname*{a b}", "\\mathop", "\\pmod",
    "\\dots",
    "\\quad", "\\,", "\\!", "\\hspace{1em}", "\\kern", "\\newcommand{\\q}[1]{#1#1}", "\\q", "\\def\\q",
    "\\href{x}{y}",
    "\\foo", "\\textcircled", "\\genfrac", "\\ket", "\\binom", "\\cancel", "\\vec", "\\boldsymbol",
    "\\mathcal",
  ]

  private func check(_ bytes: [UInt8], display: Bool) -> Bool {
    let conversion = MathConverter().convert(bytes, display: display)
    let fault = MathMLChecker.fault(in: conversion.mathML)
    #expect(fault == nil, "\(String(decoding: bytes, as: UTF8.self))")
    let areRangesInside = conversion.issues.allSatisfy {
      $0.range.lowerBound >= 0 && $0.range.upperBound <= bytes.count
    }
    #expect(areRangesInside, "\(String(decoding: bytes, as: UTF8.self))")
    let isText = String(validating: conversion.text, as: UTF8.self) != nil
    #expect(isText, "\(String(decoding: bytes, as: UTF8.self))")
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

  @Test func everyCutOfAFormula() {
    let tex = Array(
      """
      \\begin{aligned} f(x) &= \\left( \\frac{1}{\\sqrt[3]{2\\pi}} \\middle| \\text{wenn $x>0$} \\right)_{i}^{\\prime} \
      \\\\[2pt] &\\ge \\underbrace{\\sum_{\\substack{i \\\\ j}}^n \\mathbf{x}}_{困惑度} \\tag{1} \\end{aligned}
      """.utf8)
    for end in 0...tex.count { _ = check(Array(tex[..<end]), display: true) }
    for start in 0...tex.count { _ = check(Array(tex[start...]), display: true) }
  }
}
