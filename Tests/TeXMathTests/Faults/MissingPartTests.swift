import TeXMath
import Testing

/// What an author forgot: braces, ends, partners, arguments.
@Suite struct MissingPartTests {
  @Test(arguments: [
    MarkedFault("«{»a", "This { is never closed; a } is missing."),
    MarkedFault("«{»a + {b}", "This { is never closed; a } is missing."),
    MarkedFault(
      "«{»a + «{»b", "This { is never closed; a } is missing.", "This { is never closed; a } is missing."),
    MarkedFault("\\frac«{»a", "This { is never closed; a } is missing."),
    MarkedFault("\\frac{a}«{»b", "This { is never closed; a } is missing."),
    MarkedFault("\\text«{»a", "This { is never closed; a } is missing."),
    MarkedFault("\\operatorname«{»a", "This { is never closed; a } is missing."),
    MarkedFault("\\substack«{»a", "This { is never closed; a } is missing."),
    MarkedFault("\\color«{»red", "This { is never closed; a } is missing."),
    MarkedFault("\\sqrt«[»3", "This [ is never closed; a ] is missing."),
    MarkedFault("\\sqrt«[»3{x}", "This [ is never closed; a ] is missing."),
    MarkedFault(
      "\\frac{a}«{»b % comment}",
      "This { is never closed: what closes it stands behind a %, which begins a comment; write \\% for the sign."
    ),
    MarkedFault("\\begin{cases} \\frac{a}«{»b \\end{cases}", "This { is never closed; a } is missing."),
    MarkedFault("\\left( \\frac{a}«{»b \\right)", "This { is never closed; a } is missing."),
    MarkedFault("\\text{a «$»x}", "This formula in the text is never closed; a second $ is missing."),
    MarkedFault("\\text{a «\\(»x}", "This formula in the text is never closed; its \\) is missing."),
    MarkedFault("\\begin{array}«{»l a & b \\end{array}", "This { is never closed; a } is missing."),
    MarkedFault("\\begin«{»matrix a \\\\ b \\end{matrix}", "This { is never closed; a } is missing."),
  ])
  func whatIsNeverClosedIsPointedAtWhereItOpens(_ fault: MarkedFault) { fault.check() }

  @Test(arguments: [
    MarkedFault(
      "«\\begin{matrix}» a \\\\ b", "The environment matrix is never closed; its \\end is missing."),
    MarkedFault(
      "\\begin{cases} «\\begin{matrix}» a \\end{cases}",
      "The environment matrix is never closed; its \\end is missing."),
    MarkedFault("«\\left»(x", "This \\left has no \\right; add one (\\right. for an invisible one)."),
    MarkedFault(
      "\\begin{cases} «\\left»( a \\end{cases}",
      "This \\left has no \\right; add one (\\right. for an invisible one)."),
    MarkedFault("( a «\\right»)", "There is no \\left for this \\right; add one or use the plain delimiter."),
    MarkedFault("«\\right»", "There is no \\left for this \\right; add one or use the plain delimiter."),
    MarkedFault(
      "a «\\middle»| b", "There is no \\left for this \\middle; add one or use the plain delimiter."),
    MarkedFault("a «\\end{matrix}» b", "This \\end closes nothing; its \\begin is missing."),
    MarkedFault("a«}»", "This } closes nothing; remove it or write \\} for a brace."),
    MarkedFault(
      "\\begin{matrix} a «}» b \\end{matrix}", "This } closes nothing; remove it or write \\} for a brace."),
    MarkedFault("\\left( a «}» \\right)", "This } closes nothing; remove it or write \\} for a brace."),
    MarkedFault("«\\of» x", "There is no \\root for this \\of; write \\root n \\of x."),
    MarkedFault("«\\root» 3", "This \\root has no \\of; write \\root n \\of x, or \\sqrt[n]{x}."),
    MarkedFault("«\\buildrel» a", "This \\buildrel has no \\over; write \\buildrel x \\over =."),
    MarkedFault("«\\verb»|a", "The sign that ends this \\verb is missing."),
  ])
  func aPartThatIsAloneIsPointedAt(_ fault: MarkedFault) { fault.check() }

  /// Two pairs that cross are one fault.
  @Test(arguments: [
    MarkedFault(
      "{«\\left»( a} \\right)", "This \\left has no \\right; add one (\\right. for an invisible one)."),
    MarkedFault("\\left( «{»a \\right) }", "This { is never closed; a } is missing."),
    MarkedFault(
      "\\left( «\\begin{matrix}» a \\right) \\end{matrix}",
      "The environment matrix is never closed; its \\end is missing."),
  ])
  func crossedPairsAreOneFault(_ fault: MarkedFault) { fault.check() }

  @Test(arguments: [
    MarkedFault("«\\frac»", "An argument of \\frac is missing; give it in braces."),
    MarkedFault("«\\frac»{a}", "An argument of \\frac is missing; give it in braces."),
    MarkedFault("a + {«\\sqrt»}", "An argument of \\sqrt is missing; give it in braces."),
    MarkedFault("«\\hat»", "An argument of \\hat is missing; give it in braces."),
    MarkedFault("«\\textcolor»{red}", "An argument of \\textcolor is missing; give it in braces."),
    MarkedFault("«\\mathchoice»{a}{b}", "An argument of \\mathchoice is missing; give it in braces."),
    MarkedFault("«\\cancelto»", "An argument of \\cancelto is missing; give it in braces."),
    MarkedFault("«\\substack»", "An argument of \\substack is missing; give it in braces."),
    MarkedFault("«\\sqrt»'", "An argument of \\sqrt is missing; give it in braces."),
    MarkedFault("\\left( «\\sqrt» \\right)", "An argument of \\sqrt is missing; give it in braces."),
    MarkedFault("x«^»", "The script behind this ^ is missing; give it in braces."),
    MarkedFault("{x«_»}", "The script behind this _ is missing; give it in braces."),
    MarkedFault("x«^»_2", "The script behind this ^ is missing; give it in braces."),
    MarkedFault(
      "«\\left» x \\right)", "\\left needs a delimiter behind it, such as ( or \\langle, or a point for none."
    ),
    MarkedFault(
      "«\\left»", "\\left needs a delimiter behind it, such as ( or \\langle, or a point for none."),
    MarkedFault(
      "\\left( a «\\right» x",
      "\\right needs a delimiter behind it, such as ( or \\langle, or a point for none."),
    MarkedFault(
      "\\left( a «\\middle» x b \\right)",
      "\\middle needs a delimiter behind it, such as ( or \\langle, or a point for none."),
    MarkedFault(
      "«\\big» x", "\\big needs a delimiter behind it, such as ( or \\langle, or a point for none."),
    MarkedFault("«\\Big»{", "\\Big needs a delimiter behind it, such as ( or \\langle, or a point for none."),
    MarkedFault("«\\begin» a", "\\begin needs the name of an environment in braces, as in \\begin{matrix}."),
    MarkedFault("«\\begin{}»", "\\begin needs the name of an environment in braces, as in \\begin{matrix}."),
    MarkedFault(
      "\\begin{matrix} a «\\end» b", "\\end needs the name of its environment in braces, as in \\end{matrix}."
    ),
    MarkedFault("«\\skew»3x", "\\skew needs an accent as its second argument, as in \\skew3\\hat A."),
    MarkedFault("«\\limits»", "There is nothing before this whose limits it could move."),
  ])
  func whatIsNotGivenIsMissedByName(_ fault: MarkedFault) { fault.check() }

  @Test(arguments: [
    MarkedFault(
      "\\left«{» a \\right\\}", "A brace that is a delimiter needs a backslash: \\{.", suggestion: "\\{"),
    MarkedFault(
      "\\left\\{ a \\right«}»", "A brace that is a delimiter needs a backslash: \\}.", suggestion: "\\}"),
    MarkedFault(
      "\\frac{\\left\\{ a \\right«}»}{b}", "A brace that is a delimiter needs a backslash: \\}.",
      suggestion: "\\}"),
  ])
  func aBraceAsADelimiterNeedsItsBackslash(_ fault: MarkedFault) { fault.check() }

  @Test func theOutputMarksOnlyWhatIsMissing() {
    #expect(mathML("\\frac{a}") == "<mfrac><mi>a</mi><merror><mtext>\\frac</mtext></merror></mfrac>")
    #expect(mathML("x^") == "<msup><mi>x</mi><merror><mtext>^</mtext></merror></msup>")
    #expect(mathML("\\frac{a}{b") == mathML("\\frac{a}{b}"))
    #expect(mathML("\\begin{matrix}a") == mathML("\\begin{matrix}a\\end{matrix}"))
    #expect(mathML("\\left\\{a\\right}") == mathML("\\left\\{a\\right\\}"))
    #expect(mathML("\\lfet(a\\right)") == mathML("\\left(a\\right)"))
    #expect(
      mathML("\\begin{matirx}a\\end{matirx}+1")
        == "<merror><mtext>\\begin{matirx}a\\end{matirx}</mtext></merror><mo>+</mo><mn>1</mn>")
  }

  /// Wherever a right formula is cut off, each thing that is open is missed once.
  @Test(arguments: [
    "\\frac{a}{\\sqrt[3]{x_{1}^{2}}}+\\left(\\frac{1}{2}\\right)", "{a{b{c}d}e}",
    "\\begin{array}{l|r}a&\\text{if $x$}\\\\\\hline b&\\color{red}c\\end{array}",
    "\\left\\{\\begin{matrix}a\\\\{b}\\end{matrix}\\middle|\\bigl(x\\bigr)\\right.",
  ])
  func aFormulaThatIsCutOffHasFewFaults(_ tex: String) {
    #expect(issues(tex).isEmpty)
    for length in 0..<tex.utf8.count {
      let part = String(decoding: Array(tex.utf8.prefix(length)), as: UTF8.self)
      let found = issues(part)
      let open = part.utf8.filter { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "[") }.count
      let pairs = part.components("\\left") + part.components("\\begin") + part.components("$")
      // A command that is cut off is unknown or lacks its argument.
      #expect(found.count <= open + pairs + 2, "\(part): \(found.map(\.message))")
      let places = found.map { "\($0.range) \($0.message)" }
      #expect(Set(places).count == places.count, "\(part)")
      #expect(found.allSatisfy { $0.range.upperBound <= length && !$0.range.isEmpty }, "\(part)")
    }
  }
}

extension String {
  /// How often another string stands in this one.
  fileprivate func components(_ part: String) -> Int {
    var count = 0
    var rest = utf8[...]
    while !rest.isEmpty {
      if rest.starts(with: part.utf8) { count += 1 }
      rest = rest.dropFirst()
    }
    return count
  }
}
