import ArgumentParser
import SourceText

/// `quaestio explain`: what a rule is about and how to satisfy it.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Explain a rule, or list all rules.",
    discussion: "Documentation/Diagnostics.md says the same on one page.")

  /// The forms of an explanation.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json
  }

  @Argument(
    help: "A rule as diagnostics name it, such as math.money, or the first part of several, such as math.")
  var rule: String?

  @Option(help: "How to print it: text, or json with one object a line.")
  var format = Format.text

  func run() throws {
    let ids = try wanted()
    switch format {
    case .json:
      var json = JSONWriter()
      for id in ids {
        RuleManual.write(id, to: &json)
        json.endLine()
      }
      try StandardStream.output.write(json.bytes)
    case .text:
      var report = RuleReport()
      report.usesColor = StandardStream.output.showsColor
      try StandardStream.output.write(
        rule == nil ? report.list() : ids.map { report.text(for: $0) }.joined(separator: "\n\n"))
    }
  }

  /// The rules asked for; all when none is named.
  private func wanted() throws(CommandFailure) -> [DiagnosticID] {
    guard let rule else { return RuleFamily.allCases.flatMap(\.rules) }
    if let id = DiagnosticID(rawValue: rule) { return [id] }
    let ids = DiagnosticID.allCases.filter { $0.rawValue.hasPrefix(rule + ".") }
    guard ids.isEmpty else { return ids }
    let question = Suggestion.question(for: rule, among: DiagnosticID.allCases.lazy.map(\.rawValue))
    throw CommandFailure(
      "there is no rule \(rule); \(question ?? "`quaestio explain` without a rule lists all of them")")
  }
}
