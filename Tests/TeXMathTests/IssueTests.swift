import TeXMath
import Testing

@Suite struct IssueTests {
  struct Fault: CustomStringConvertible {
    let tex: String
    let kind: MathIssue.Kind
    let range: Range<Int>

    init(_ tex: String, _ kind: MathIssue.Kind, _ range: Range<Int>) {
      self.tex = tex
      self.kind = kind
      self.range = range
    }

    var description: String { tex }
  }

  @Test(arguments: [
    Fault("a+\\alhpa", .unknownCommand, 2..<8),
    Fault("\\text{a \\foo}", .unknownCommand, 8..<12),
    Fault("\\begin{foo} a \\end{foo}", .unknownEnvironment, 7..<10),
    Fault("{a", .syntax, 0..<1),
    Fault("a}", .syntax, 1..<2),
    Fault("x^", .syntax, 1..<2),
    Fault("\\frac{a}", .syntax, 0..<5),
    Fault("\\left(x", .syntax, 0..<5),
    Fault("x\\right)", .syntax, 1..<7),
    Fault("\\left x\\right)", .syntax, 0..<5),
    Fault("{a & b}", .syntax, 3..<4),
    Fault("{a \\\\ b}", .syntax, 3..<5),
    Fault("\\begin{matrix} a", .syntax, 0..<14),
    Fault("\\begin{matrix} a \\end{cases}", .syntax, 17..<28),
    Fault("a\\end{x}", .syntax, 1..<8),
    Fault("\\sqrt[3", .syntax, 5..<6),
    Fault("a#1", .syntax, 1..<3),
    Fault("a$b", .syntax, 1..<2),
    Fault("\\color{rde}x", .syntax, 7..<10),
    Fault("a\\hspace{3}b", .syntax, 9..<10),
    Fault("\\href{javascript:x}{y}", .forbidden, 0..<22),
    Fault("\\includegraphics[width=1em]{a.png}", .forbidden, 0..<34),
    Fault("a\\", .syntax, 1..<2),
  ])
  func aFaultIsReportedWhereItIs(_ fault: Fault) throws {
    let found = issues(fault.tex)
    let first = try #require(found.first)
    #expect(first.kind == fault.kind)
    #expect(first.range == fault.range)
    #expect(first.message.hasSuffix(".") || first.message.hasSuffix("?"))
  }

  @Test func aMacroIsSuggestedToo() {
    #expect(issues("\\def\\ownname{x}\\ownnaem").first?.suggestion == Array("\\ownname".utf8))
  }

  @Test func allFaultsOfAFormulaAreReported() {
    #expect(
      issues("\\foo + \\frac{\\bbar}{2} + x_1_2").map(\.kind) == [.unknownCommand, .unknownCommand, .syntax])
  }

  @Test func theRestOfTheFormulaIsShown() {
    #expect(mathML("\\foo+1") == "<merror><mtext>\\foo</mtext></merror><mo>+</mo><mn>1</mn>")
    #expect(
      mathML("\\begin{foo}<\\end{foo}x")
        == "<merror><mtext>\\begin{foo}&lt;\\end{foo}</mtext></merror><mi>x</mi>")
    #expect(mathML("\\href{a}{b}x") == "<merror><mtext>\\href{a}{b}</mtext></merror><mi>x</mi>")
  }

  @Test(arguments: [
    String(repeating: "{", count: 300), String(repeating: "\\sqrt", count: 300),
    String(repeating: "x^{", count: 300), String(repeating: "\\left(", count: 300),
    String(repeating: "\\text{", count: 300), String(repeating: "\\text", count: 300),
    String(repeating: "\\begin{matrix}", count: 300), String(repeating: "\\sqrt[", count: 300),
    String(repeating: "x", count: (16 << 10) + 1),
  ])
  func limitsStopAFormula(_ tex: String) {
    let conversion = MathConverter().convert(Array(tex.utf8), display: false)
    #expect(conversion.issues.map(\.kind) == [.limit])
    #expect(mathML(tex) == "<merror><mtext>\(tex)</mtext></merror>")
    #expect(conversion.text == Array(tex.utf8))
  }

  @Test func whatIsWithinTheLimitsConverts() {
    #expect(issues(String(repeating: "{", count: 200) + "x" + String(repeating: "}", count: 200)).isEmpty)
    #expect(issues(String(repeating: "x", count: 16 << 10)).isEmpty)
    let narrow = MathConverter(limits: MathLimits(depth: 1))
    #expect(narrow.convert(Array("{{x}}".utf8), display: false).issues.map(\.kind) == [.limit])
  }

  @Test func aFormulaFullOfFaultsHasAnEnd() {
    #expect(issues(String(repeating: "\\foo ", count: 2000)).count == 64)
  }
}
