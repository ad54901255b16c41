/// Prints the catalogue for people at a terminal: what `quaestio explain` says.
package struct RuleReport: Sendable {
  /// Columns of a line; words that are wider stand on a line of their own.
  package var width = 80
  /// Whether text is coloured with ANSI escapes.
  package var usesColor = false

  /// A report without colours.
  package init() {}

  private var style: TextStyle { TextStyle(usesColor: usesColor) }

  /// All that is to be said of a rule: complete lines.
  package func text(for id: DiagnosticID) -> String {
    let rule = id.explanation
    let name = style.apply(.severity(rule.severity), to: "\(rule.severity.rawValue)[\(id.rawValue)]")
    var lines = [name + style.apply(.message, to: ": " + rule.summary), ""]
    lines += wrapped(rule.reason) + [""]
    lines += wrapped("What to do: " + rule.remedy) + [""]
    lines += ["Wrong:", ""] + example(rule.wrong) + ["", "Right:", ""] + example(rule.right) + [""]
    lines += wrapped("To change its level for the site, or for some files, in quaestio.yml:") + [""]
    lines += RuleReport.levels(for: id).map { "    " + $0 }
    return lines.map { $0 + "\n" }.joined()
  }

  /// All rules with their summaries, by families: complete lines.
  package func list() -> String {
    let column = DiagnosticID.allCases.reduce(0) { max($0, $1.rawValue.utf8.count) } + 2
    var lines: [String] = []
    for family in RuleFamily.allCases {
      if !lines.isEmpty { lines.append("") }
      lines.append(style.apply(.message, to: family.rawValue))
      for id in family.rules { lines += entry(for: id, column: column) }
    }
    lines += [""] + wrapped("`quaestio explain RULE-ID` tells more of a rule.")
    return lines.map { $0 + "\n" }.joined()
  }

  /// The lines of `quaestio.yml` that lower a rule.
  static func levels(for id: DiagnosticID) -> [String] {
    let lowered =
      switch id.defaultSeverity {
      case .error: "warning"
      case .warning: "info"
      case .info: "off"
      }
    return [
      "rules:", "  \(id.rawValue): \(lowered)          # error, warning, info or off",
      "  questions/imported/**: {\(id.rawValue): off}",
    ]
  }

  private func entry(for id: DiagnosticID, column: Int) -> [String] {
    let rule = id.explanation
    let name = "  " + id.rawValue
    let gap = String(repeating: " ", count: max(1, column + 2 - name.utf8.count))
    var severity = rule.severity.rawValue
    severity += String(repeating: " ", count: max(1, 9 - severity.utf8.count))
    let indent = String(repeating: " ", count: column + 11)
    return wrapped(rule.summary, indent: column + 11).enumerated().map { index, line in
      guard index == 0 else { return indent + line }
      return name + gap + style.apply(.severity(rule.severity), to: severity) + line
    }
  }

  private func example(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { $0.isEmpty ? "" : "    \($0)" }
  }

  /// A paragraph cut at spaces into lines of at most the report's width.
  private func wrapped(_ text: String, indent: Int = 0) -> [String] {
    var lines: [String] = []
    var line = ""
    var columns = 0
    for word in text.split(separator: " ") {
      let wordColumns = word.unicodeScalars.reduce(0) { $0 + TerminalWidth.columns(of: $1) }
      if columns > 0, indent + columns + 1 + wordColumns > width {
        lines.append(line)
        (line, columns) = ("", 0)
      }
      if columns > 0 {
        line += " "
        columns += 1
      }
      line += word
      columns += wordColumns
    }
    return lines + [line]
  }
}
