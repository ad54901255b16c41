/// What an author may ask about a rule: a line of the catalogue behind `quaestio explain` and
/// `Documentation/Diagnostics.md`.
///
/// The lines stand in the files beside this one, a family each. A new ``DiagnosticID`` does not compile before it has
/// one.
public struct RuleExplanation: Sendable, Hashable {
  /// The rules it is listed with.
  public let family: RuleFamily
  /// How bad a finding is when `rules:` says nothing of the rule.
  public let severity: Diagnostic.Severity
  /// What is found, a sentence without a full stop.
  public let summary: String
  /// Why the rule exists, and what a reader would see.
  public let reason: String
  /// How to satisfy it.
  public let remedy: String
  /// Something the rule objects to. Invisible characters are written as escapes such as `\u{200B}`.
  public let wrong: String
  /// The same, mended.
  public let right: String

  init(
    _ family: RuleFamily, _ severity: Diagnostic.Severity, _ summary: String, reason: String, remedy: String,
    wrong: String, right: String
  ) {
    self.family = family
    self.severity = severity
    self.summary = summary
    self.reason = reason
    self.remedy = remedy
    self.wrong = wrong
    self.right = right
  }
}

/// The groups in which rules are listed, in this order.
public enum RuleFamily: String, Sendable, CaseIterable {
  case files = "Files and configuration"
  case frontMatter = "Front matter"
  case characters = "Characters"
  case identity = "Names and addresses"
  case bibliographies = "BibTeX files"
  case links = "Links, citations and images"
  case markup = "Markdown"
  case formulas = "Formulas"
  case numbers = "Numbers"
  case leftovers = "Leftovers of programs"
  case editing = "Editing"
  case templates = "Templates"
  case importing = "Imported pages"
  case publishing = "Publishing"

  /// The rules of the group, by their ids.
  ///
  /// - Complexity: O(rules).
  public var rules: [DiagnosticID] { DiagnosticID.allCases.filter { $0.explanation.family == self } }
}
