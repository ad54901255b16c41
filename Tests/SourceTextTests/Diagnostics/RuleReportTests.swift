import Testing

@testable import SourceText

@Suite("Explanations at a terminal")
struct RuleReportTests {
  @Test("A rule is told whole: severity, why, what to do, examples, and how to change its level")
  func oneRule() {
    #expect(
      RuleReport().text(for: .mathBlankLine) == #"""
        error[math.blank-line]: A blank line stands inside a display formula

        A blank line ends a paragraph, and TeX forbids it in formulas too. Both halves
        are published as text.

        What to do: Take the blank line out, or write two formulas.

        Wrong:

            $$
            a = b

            c = d
            $$

        Right:

            $$
            \begin{gathered}
            a = b \\
            c = d
            \end{gathered}
            $$

        To change its level for the site, or for some files, in quaestio.yml:

            rules:
              math.blank-line: warning          # error, warning, info or off
              questions/imported/**: {math.blank-line: off}

        """#)
  }

  @Test("No line of prose is wider than asked, in columns of a terminal", arguments: [40, 60, 80])
  func width(_ width: Int) {
    var report = RuleReport()
    report.width = width
    for id in DiagnosticID.allCases {
      // Examples stand as they are, and a heading is one line.
      for line in report.text(for: id).split(separator: "\n").dropFirst() where !line.hasPrefix("    ") {
        #expect(columns(line) <= width || !line.contains(" "), "\(line)")
      }
    }
    guard width == 80 else { return }
    #expect(report.list().split(separator: "\n").allSatisfy { columns($0) <= width })
  }

  private func columns(_ line: Substring) -> Int {
    line.unicodeScalars.reduce(0) { $0 + TerminalWidth.columns(of: $1) }
  }

  @Test("The list has every rule with its level, in the order of the families")
  func list() throws {
    let list = RuleReport().list()
    var rest = list[...]
    for family in RuleFamily.allCases {
      let heading = try #require(rest.firstRange(of: family.rawValue + "\n"))
      rest = rest[heading.upperBound...]
      for id in family.rules {
        let line = try #require(rest.firstRange(of: "  \(id.rawValue) "))
        rest = rest[line.upperBound...]
        #expect(rest.drop { $0 == " " }.hasPrefix(id.defaultSeverity.rawValue))
      }
    }
  }

  @Test("Colours are there when asked for, and taking them away leaves the plain text")
  func colors() {
    var report = RuleReport()
    report.usesColor = true
    for colored in [
      (report.list(), RuleReport().list()),
      (report.text(for: .texSyntax), RuleReport().text(for: .texSyntax)),
    ] {
      #expect(colored.0.contains("\u{1B}[1;31m"))
      #expect(colored.0.replacing(/\u{1B}\[[0-9;]*m/, with: "") == colored.1)
    }
  }
}
