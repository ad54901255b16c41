package import Markdown

/// What an author declares about how an answer came to be.
///
/// There is no case for "unknown": where nothing is declared, no claim is made and no notice is shown.
package struct ProvenanceStatement: Sendable {
  package enum Kind: String, Sendable {
    case human, ai, mixed
  }

  package var kind: Kind
  /// The tool that wrote the text, and the language model behind it; empty when not declared.
  package var generator: [UInt8]
  package var model: [UInt8]
  package var date: PageDate?
  /// Who checked the text, and when.
  package var reviewer: [UInt8]
  package var reviewed: PageDate?

  package init(
    kind: Kind, generator: [UInt8] = [], model: [UInt8] = [], date: PageDate? = nil,
    reviewer: [UInt8] = [], reviewed: PageDate? = nil
  ) {
    self.kind = kind
    self.generator = generator
    self.model = model
    self.date = date
    self.reviewer = reviewer
    self.reviewed = reviewed
  }
}

extension ProvenanceStatement {
  /// What an author claims, with dates in a language; `nil` when nothing is claimed.
  package init?(_ claim: ProvenanceClaim, language: UILanguage) {
    guard let kind = claim.kind.flatMap({ Kind(rawValue: $0.rawValue) }) else { return nil }
    func text(_ value: Sourced<String>?) -> [UInt8] { Array((value?.value ?? "").utf8) }
    self.init(
      kind: kind, generator: text(claim.generator), model: text(claim.model),
      date: claim.date.map { PageDate($0, language: language) }, reviewer: text(claim.reviewer),
      reviewed: claim.reviewed.map { PageDate($0, language: language) })
  }
}

/// The pieces of a provenance notice; a piece whose value was not declared is left out.
struct NoticePhrases: Sendable {
  /// Whole sentences; `{tool}` and `{date}` stand for the next two phrases.
  let human: String
  let ai: String
  let mixed: String
  let tool: String
  let toolAndModel: String
  let date: String
  /// A sentence of its own; `{date}` as above.
  let reviewed: String
  /// Stands for `{reviewer}` where only a date of review is known.
  let unnamedReviewer: String
}

extension UILanguage {
  /// The notice at an answer's head, as plain text; the statement's dates are to be in this language.
  package func notice(_ statement: ProvenanceStatement) -> [UInt8] {
    let notices = strings.notices
    let origin =
      switch statement.kind {
      case .human: notices.human
      case .ai: notices.ai
      case .mixed: notices.mixed
      }
    var text = Pattern(origin).filled([
      "{tool}": tool(statement, notices), "{date}": date(statement.date, notices),
    ])
    if statement.reviewed != nil || !statement.reviewer.isEmpty {
      let reviewer =
        statement.reviewer.isEmpty ? Array(notices.unnamedReviewer.utf8) : statement.reviewer
      text += Pattern(notices.reviewed).filled([
        "{reviewer}": reviewer, "{date}": date(statement.reviewed, notices),
      ])
    }
    return text
  }

  private func tool(_ statement: ProvenanceStatement, _ notices: NoticePhrases) -> [UInt8] {
    switch (statement.generator.isEmpty, statement.model.isEmpty) {
    case (true, true): []
    case (false, true): Pattern(notices.tool).filled(["{tool}": statement.generator])
    case (true, false): Pattern(notices.tool).filled(["{tool}": statement.model])
    case (false, false):
      Pattern(notices.toolAndModel).filled(["{tool}": statement.generator, "{model}": statement.model])
    }
  }

  private func date(_ date: PageDate?, _ notices: NoticePhrases) -> [UInt8] {
    guard let date else { return [] }
    return Pattern(notices.date).filled(["{date}": date.text])
  }
}
