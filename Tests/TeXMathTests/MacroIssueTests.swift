import TeXMath
import Testing

/// What authors are told of their macros: where, and in which of them.
@Suite struct MacroIssueTests {
  /// What is wrong with a formula, each fault as `range: message`.
  private func faults(_ tex: String) -> [String] {
    issues(tex).map { "\($0.range.lowerBound)-\($0.range.upperBound): \($0.message)" }
  }

  @Test func aFaultInABodyNamesTheMacro() {
    #expect(
      faults("\\def\\a{\\alhpa}x+\\a")
        == ["16-18: The command \\alhpa is not known (in the macro \\a). Did you mean \\alpha?"])
    // A suggestion could not be put in place of the call.
    #expect(issues("\\def\\a{\\alhpa}x+\\a").map(\.suggestion) == [nil])
    #expect(
      faults("\\def\\b{\\alhpa}\\def\\a{x\\b y}\\a")
        == ["27-29: The command \\alhpa is not known (in the macros \\a → \\b). Did you mean \\alpha?"])
    #expect(
      faults("\\def\\a{x^a^b}\\a+\\a").allSatisfy { $0.hasSuffix("(in the macro \\a).") }
        && faults("\\def\\a{x^a^b}\\a+\\a").count == 2)
    #expect(
      faults("\\def\\a{\\frac{x}}\\a")
        == ["16-18: An argument of a command is missing; give it in braces (in the macro \\a)."])
  }

  @Test func aFaultInAnArgumentDoesNot() {
    #expect(
      issues("\\def\\a#1{(#1)}\\a{\\alhpa}").map(\.suggestion) == [Array("\\alpha".utf8)])
    #expect(faults("\\def\\a#1{(#1)}\\a{\\alhpa}") == ["17-23: The command \\alhpa is not known."])
    #expect(faults("\\def\\a{x}\\a\\alhpa") == ["11-17: The command \\alhpa is not known."])
  }

  @Test(arguments: [
    ("\\def\\a#1{}\\a", "10-12: The macro \\a needs an argument; give it in braces."),
    ("{\\def\\a#1{}\\a}", "11-13: The macro \\a needs an argument; give it in braces."),
    ("\\newcommand\\f[2]{}\\f x", "18-20: The macro \\f needs 2 arguments; give each in braces."),
    ("\\newcommand\\f[2][]{}\\f", "20-22: The macro \\f needs an argument; give it in braces."),
    (
      "\\newcommand\\f[1]{}\\begin{matrix}\\f&x\\end{matrix}",
      "32-34: The macro \\f needs an argument; give it in braces."
    ),
    ("\\newcommand\\f[2][]{}\\f[x", "20-22: The [ behind \\f is never closed; a ] is missing."),
    ("\\newcommand\\f[1]{}\\f{x", "20-21: This { is never closed; a } is missing."),
    ("\\def\\p(#1,#2){}\\p x", "15-17: This use of \\p does not match its definition, which is \\p(#1,#2)."),
    ("\\def\\p#1 and{}\\p x", "14-16: This use of \\p does not match its definition, which is \\p#1␣and."),
    ("\\def\\p x#1\\q{}\\p y", "14-16: This use of \\p does not match its definition, which is \\p x#1\\q."),
    ("\\def\\p(#1){}{\\p(}x)", "13-15: This use of \\p does not match its definition, which is \\p(#1)."),
    (
      "\\def\\p(#1){}\\def\\q{\\p x}\\q",
      "24-26: This use of \\p does not match its definition, which is \\p(#1) (in the macro \\q)."
    ),
  ])
  func aCallThatIsNotAsItsDefinitionAsks(_ tex: String, _ fault: String) {
    #expect(faults(tex) == [fault])
  }

  @Test func whatFollowsSuchACallStands() {
    #expect(mathML("\\def\\p(#1){}\\p x+y") == "<merror><mtext>\\p</mtext></merror>" + mathML("x+y"))
    #expect(mathML("\\def\\p#1;{}\\p{x}^2") == "<merror><mtext>\\p</mtext></merror>" + mathML("{x}^2"))
  }

  @Test(arguments: [
    ("\\def\\a#1#3{}\\a{x}", 0..<4, "numbered in order"), ("\\def\\a#2{}\\a{x}", 0..<4, "numbered in order"),
    ("\\def\\a#x{}\\a", 0..<4, "Behind # stands"), ("\\def\\a#1{#2}\\a x", 0..<4, "write ## if"),
    ("\\def\\a{\\def\\b#1{#1}}\\a", 0..<4, "write ## if"), ("\\def\\a", 0..<4, "has no body"),
    ("{\\def\\a}\\b", 1..<5, "has no body"), ("\\def{\\a}{x}\\a", 0..<4, "without braces"),
    ("\\def x{y}", 0..<4, "must be a backslash"), ("\\let{\\a}{\\b}", 0..<4, "must be a backslash"),
    ("\\let\\a", 0..<4, "is missing"), ("\\let\\a\\alhpa\\a", 6..<12, "\\alhpa is not known"),
    ("\\newcommand{\\f}[1]{#2}\\f{x}", 0..<11, "raise the number"),
    ("\\DeclareMathOperator{\\f}{#1}\\f", 0..<20, "takes no arguments"),
    ("\\DeclarePairedDelimiter{\\f}{#1}{#9}\\f{x}", 0..<23, "takes no arguments"),
    ("\\renewcommand{\\f}{x}\\f", 0..<13, "no command \\f to change"),
    ("\\DeclareMathOperator{\\sin}{x}\\sin y", 0..<20, "exists already"),
  ])
  func aWrongDefinitionIsReportedFirst(_ tex: String, _ range: Range<Int>, _ part: String) throws {
    let found = try #require(issues(tex).first)
    #expect(found.range == range)
    #expect(found.message.contains(part), "\(found.message)")
  }

  @Test(arguments: [
    "\\def\\a#1#3{}\\a", "\\def\\a#1{#2}\\a x", "\\let\\a\\alhpa\\a", "\\newcommand{\\f}[1]{#2}\\f{x}",
    "\\DeclareMathOperator{\\f}{#1}\\f", "\\newcommand{\\f}[x]{y}\\f", "\\renewcommand{\\f}{x}\\f",
  ])
  func theUsesOfAWrongDefinitionAreNotReportedAgain(_ tex: String) {
    #expect(issues(tex).count == 1)
  }

  @Test func aDefinitionIsNoArgument() {
    #expect(issues("\\sqrt\\def\\a{x}\\a").map(\.range) == [0..<5])
    #expect(issues("y^\\newcommand\\a{x}\\a").map(\.range) == [1..<2])
  }

  @Test func changingAnUnknownCommandSuggestsToMakeIt() {
    #expect(issues("\\renewcommand{\\f}{x}").map(\.suggestion) == [Array("\\newcommand".utf8)])
    #expect(issues("\\newcommand{\\f}{x}\\renewcommand{\\f}{y}").isEmpty)
  }
}
