package import KnowledgeBase
import Markdown
package import SourceText

/// What only all pages together tell: which are cut off from the rest, and which promise more than they hold.
///
/// Nothing of it is a mistake, so each rule says all it found in one line.
package enum SiteLint {
  /// How many pages a line names.
  private static let mostNamed = 5

  /// One line for each rule that finds anything.
  ///
  /// - Parameter isReported: whether a site wants to hear of a rule's findings in a file.
  /// - Complexity: O(pages + links).
  package static func summaries(
    of knowledge: KnowledgeBase, where isReported: (DiagnosticID, String) -> Bool = { _, _ in true }
  ) -> [Diagnostic] {
    let pages = knowledge.entries.indices.map { EntryID($0) }.filter { !knowledge.isDuplicate($0) }
    let questions = pages.filter { knowledge[$0].kind == .question }
    let answered = questions.filter { knowledge[$0].isAnswered }
    let listed = Set(knowledge.links.flatMap { $0.references.compactMap(\.entry) })
    func summary(_ rule: DiagnosticID, _ found: [EntryID], _ one: String, _ several: String) -> Diagnostic? {
      let pages = found.map { knowledge[$0] }.filter { isReported(rule, $0.document.source.path) }
      return self.summary(rule, pages, one, several)
    }
    return [
      summary(
        .lintOrphan, pages.filter { isOrphan($0, knowledge) }, "No page links to this page.",
        "No page links to %d pages."),
      summary(
        .lintUncitedReference,
        pages.filter { knowledge[$0].kind == .reference && isAlone($0, knowledge) && !listed.contains($0) },
        "No page cites this source.", "No page cites %d sources."),
      summary(
        .lintUnansweredQuestion, questions.filter { !knowledge[$0].isAnswered },
        "This question has no answer.", "%d questions have no answer."),
      summary(
        .lintUnsourcedAnswer, answered.filter { !namesSource($0, knowledge) },
        "The answer to this question names no source.", "The answers to %d questions name no source."),
      summary(
        .lintUnreviewedAnswer, pages.filter { knowledge[$0].needsReview },
        "A program wrote this page, and nobody has reviewed it.",
        "Programs wrote %d pages that nobody has reviewed."),
    ].compactMap { $0 }
  }

  private static func isAlone(_ id: EntryID, _ knowledge: KnowledgeBase) -> Bool {
    knowledge.graph.incoming(of: id).isEmpty
  }

  /// Questions and short questions that no page's text leads to; free pages stand in the site's navigation.
  private static func isOrphan(_ id: EntryID, _ knowledge: KnowledgeBase) -> Bool {
    switch knowledge[id].kind {
    case .question, .faq: isAlone(id, knowledge) && knowledge.translations(of: id).isEmpty
    case .page, .reference, .home: false
    }
  }

  /// Whether a page lists or cites a source, or links to another site.
  private static func namesSource(_ id: EntryID, _ knowledge: KnowledgeBase) -> Bool {
    let links = knowledge.links[id.index]
    return !links.references.isEmpty
      || links.links.contains { if case .address = $0 { true } else { false } }
  }

  /// - Parameters:
  ///   - one: what is said of one page, at its file.
  ///   - several: what is said of more, with `%d` for their number.
  private static func summary(
    _ rule: DiagnosticID, _ pages: [Entry], _ one: String, _ several: String
  ) -> Diagnostic? {
    guard let first = pages.first else { return nil }
    // The entries of a BibTeX file share its path.
    let names = pages.prefix(mostNamed).map { page in
      page.document.source.path
        + (page.isFromBibliography ? " (\(String(decoding: page.slug, as: UTF8.self)))" : "")
    }
    guard pages.count > 1 else {
      return Diagnostic(
        rule, at: SourceLocation(path: first.document.source.path), one,
        notes: first.isFromBibliography ? names.map { Note($0) } : [])
    }
    let rest = pages.count - mostNamed
    return Diagnostic(
      rule, at: nil, several.replacing("%d", with: String(pages.count)),
      notes: names.map { Note($0) }
        + (rest > 0 ? [Note("And \(rest) more.")] : []))
  }
}
