import Markdown
import SourceText

/// A name in a link or citation that nothing has.
struct UnknownName: Sendable {
  /// Among which names the one meant may be.
  enum Candidates: Sendable, Hashable {
    case pages
    case references
    /// Headings and labels of a page.
    case places(EntryID)
    /// Labels of equations of all pages.
    case labels
  }

  /// Index of the diagnostic that reports it.
  var diagnostic: Int
  var name: String
  var candidates: Candidates
}

/// Finds what authors may have meant. Comparing a name with all others is dear, so only the first names of a build
/// that nothing has get a suggestion, and each name once.
struct NameSuggestions {
  private static let limit = 200

  let knowledge: KnowledgeBase
  private var known: [Question: String?] = [:]
  private var lists: [UnknownName.Candidates: [String]] = [:]

  private struct Question: Hashable {
    var name: String
    var candidates: UnknownName.Candidates
  }

  init(_ knowledge: KnowledgeBase) {
    self.knowledge = knowledge
  }

  /// "did you mean …?" for a name, where something near is known.
  mutating func question(for unknown: UnknownName) -> String? {
    let question = Question(name: unknown.name, candidates: unknown.candidates)
    if let answer = known[question] { return answer }
    guard known.count < NameSuggestions.limit else { return nil }
    let answer = Suggestion.question(for: unknown.name, among: names(unknown.candidates))
    known[question] = .some(answer)
    return answer
  }

  private mutating func names(_ candidates: UnknownName.Candidates) -> [String] {
    if let list = lists[candidates] { return list }
    let list: [String]
    switch candidates {
    case .pages: list = knowledge.names.stemNames
    case .references: list = knowledge.names.referenceKeys
    case .labels: list = knowledge.names.labels
    case .places(let id):
      let entry = knowledge[id]
      list =
        entry.document.headings.map { String(decoding: $0.plainText, as: UTF8.self) }
        + entry.equations.map { String(decoding: $0.label, as: UTF8.self) }
    }
    lists[candidates] = list
    return list
  }
}
