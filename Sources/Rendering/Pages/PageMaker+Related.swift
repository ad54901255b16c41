import KnowledgeBase
import Markdown
import SearchIndex
import SourceText

extension PageMaker {
  /// The questions near a question, as its page lists them.
  func relatedCards(_ id: EntryID, root: [UInt8], _ language: UILanguage) -> [QuestionCard] {
    guard related.indices.contains(id.index) else { return [] }
    var wording = SharedWording(knowledge[id].document.source.bytes)
    return related[id.index].map { match in
      card(match.question, root: root, on: language, why: reason(match, &wording, language))
    }
  }

  /// What two questions share: at most three tags, words or phrases; else their sources; else that they read alike.
  private func reason(
    _ match: RelatedQuestions.Match, _ wording: inout SharedWording, _ language: UILanguage
  ) -> [UInt8] {
    var names = match.sharedTags.map { Array($0.utf8) }
    let tagCount = names.count
    let other = knowledge[match.question]
    for term in match.sharedTerms where names.count < RelatedQuestions.mostReasons {
      guard let shared = wording.name(of: term, sharedWith: other.document.source.bytes) else { continue }
      let name = spelling(of: shared, in: other.title.plain)
      guard !names.contains(where: { TermSearch.place(of: shared, in: $0) != nil }) else { continue }
      // A phrase that grew may hold what was named before it; tags stay as they are written.
      for index in names.indices.reversed()
      where index >= tagCount && TermSearch.place(of: names[index].lowercased(), in: shared) != nil {
        names.remove(at: index)
      }
      names.append(name)
    }
    if !names.isEmpty {
      return language.sharedNames(Array(names.prefix(RelatedQuestions.mostReasons)))
    }
    guard !match.sharedSources.isEmpty else { return Array(language.strings.similarText.utf8) }
    return language.sharedSources(match.sharedSources.map { knowledge[$0].title.plain })
  }

  /// A folded term as a title spells it, if it stands there.
  private func spelling(of term: [UInt8], in title: [UInt8]) -> [UInt8] {
    guard let start = TermSearch.place(of: term, in: title) else { return term }
    return Array(title[start..<start + term.count])
  }
}

extension [UInt8] {
  /// With capitals of ASCII made small.
  fileprivate func lowercased() -> [UInt8] { map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 } }
}
