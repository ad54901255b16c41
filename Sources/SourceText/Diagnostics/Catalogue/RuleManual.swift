/// The catalogue as a page of the documentation, and as objects for programs.
package enum RuleManual {
  /// `Documentation/Diagnostics.md`.
  package static func markdown() -> String {
    var page = """
      # Diagnostics

      What Quaestio tells authors: every rule, why it exists, and how to satisfy it. This page is made from the \
      catalogue in `Sources/SourceText/Diagnostics/Catalogue`; `quaestio explain RULE-ID` prints the same at a \
      terminal.

      A finding names its rule, the place and the line, marks what is meant, and says what to do:

      ```text
      \(example)```

      An *error* keeps the site from being published, unless it is built with `--keep-going`: then the fault is \
      marked in its page. A *warning* is probably not what you want; `--strict` makes it an error. An *info* is \
      worth knowing. `rules:` in `quaestio.yml` sets other levels, or switches a rule off, for the site or for the \
      files that a pattern fits:

      ```yaml
      rules:
        link.wanted: info
        questions/imported/**: {tex.unknown-command: warning, text.soft-hyphen: off}
      ```


      """
    for family in RuleFamily.allCases {
      page += "## \(family.rawValue)\n\n| rule | level | finds |\n|---|---|---|\n"
      for id in family.rules {
        let anchor = id.rawValue.filter { $0 != "." }
        let summary = escaped(id.explanation.summary)
        page += "| [`\(id.rawValue)`](#\(anchor)) | \(id.defaultSeverity.rawValue) | \(summary) |\n"
      }
      for id in family.rules { page += "\n" + section(for: id) }
      page += "\n"
    }
    page.removeLast()
    return page
  }

  /// A report as authors see it.
  private static var example: String {
    let line = #"其中 $\frac{1}{2} + \sprt{x}$ 是……"#
    let file = SourceFile(path: "content/questions/entropy.md", bytes: Array("# 熵\n\n\(line)\n".utf8))
    let command = #"\sprt"#
    let start =
      line.firstRange(of: command).map { line.utf8.distance(from: line.startIndex, to: $0.lowerBound) } ?? 0
    let offset = Int(file.lineStarts[2]) + start
    let diagnostic = Diagnostic(
      .texUnknownCommand, at: SourceLocation(offset..<(offset + command.utf8.count), in: file),
      "The command \(command) is not known.", notes: [Note(#"did you mean `\sqrt`?"#)])
    return String(decoding: DiagnosticReporter(format: .text).report([diagnostic]), as: UTF8.self)
  }

  /// One rule as an object: `{"id","family","severity","summary","reason","remedy","example":{"wrong","right"}}`.
  package static func write(_ id: DiagnosticID, to json: inout JSONWriter) {
    let rule = id.explanation
    json.object { json in
      json.member("id", id.rawValue)
      json.member("family", rule.family.rawValue)
      json.member("severity", rule.severity.rawValue)
      json.member("summary", rule.summary)
      json.member("reason", rule.reason)
      json.member("remedy", rule.remedy)
      json.object("example") { json in
        json.member("wrong", rule.wrong)
        json.member("right", rule.right)
      }
    }
  }

  /// What to do about a rule's findings, with an example, in Markdown.
  package static func help(for id: DiagnosticID) -> String {
    let rule = id.explanation
    return """
      \(escaped(rule.remedy))

      Wrong:

      \(fenced(rule.wrong))

      Right:

      \(fenced(rule.right))
      """
  }

  private static func section(for id: DiagnosticID) -> String {
    let rule = id.explanation
    return """
      ### \(id.rawValue)

      **\(escaped(rule.summary))** (\(rule.severity.rawValue)). \(escaped(rule.reason))

      \(help(for: id))

      """
  }

  /// Text in a fence that is longer than any run of backticks in it.
  private static func fenced(_ text: String) -> String {
    var longest = 0
    var run = 0
    for byte in text.utf8 {
      run = byte == UInt8(ascii: "`") ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: max(3, longest + 1))
    return "\(fence)text\n\(text)\n\(fence)"
  }

  /// Prose with what Markdown would take for its own escaped, but for what stands between backticks.
  private static func escaped(_ text: String) -> String {
    let parts = text.split(separator: "`", omittingEmptySubsequences: false)
    // A lone backtick at the end is a character and opens nothing.
    let isBalanced = parts.count % 2 == 1
    return parts.enumerated().map { index, part in
      guard index % 2 == 0 || !isBalanced else { return "`\(part)`" }
      var result = ""
      for scalar in part.unicodeScalars {
        if "\\*_[]<>$|`~".unicodeScalars.contains(scalar) { result += "\\" }
        result.unicodeScalars.append(scalar)
      }
      return result
    }.joined(separator: isBalanced ? "" : "\\`")
  }
}
