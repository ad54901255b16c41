import KnowledgeBase

extension PageMaker {
  /// The questions near a question, as its page lists them.
  func relatedCards(_ id: EntryID, root: [UInt8], _ language: UILanguage) -> [QuestionCard] {
    guard related.indices.contains(id.index) else { return [] }
    return related[id.index].map { match in
      card(match.question, root: root, on: language, why: reason(match, language))
    }
  }

  /// What two questions share: at most three tags, words or phrases; else their sources; else that they read alike.
  private func reason(_ match: RelatedQuestions.Match, _ language: UILanguage) -> [UInt8] {
    var names = match.sharedTags.map { Array($0.utf8) }
    for term in match.sharedTerms {
      let name = spelling(of: term, in: knowledge[match.question].title.plain)
      if !names.contains(where: { $0.lowercased().holds(term) }) { names.append(name) }
    }
    if !names.isEmpty { return language.strings.sharedNames(Array(names.prefix(3))) }
    guard !match.sharedSources.isEmpty else { return Array(language.strings.similarText.utf8) }
    return language.strings.sharedSources(match.sharedSources.map { knowledge[$0].title.plain })
  }

  /// A folded term as a title spells it, if it stands there.
  private func spelling(of term: [UInt8], in title: [UInt8]) -> [UInt8] {
    guard let start = title.lowercased().place(of: term) else { return term }
    return Array(title[start..<start + term.count])
  }
}

extension [UInt8] {
  /// With capitals of ASCII made small.
  fileprivate func lowercased() -> [UInt8] { map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 } }

  /// Where other bytes stand first.
  fileprivate func place(of other: [UInt8]) -> Int? {
    guard !other.isEmpty, other.count <= count else { return nil }
    return (0...count - other.count).first { self[$0..<$0 + other.count].elementsEqual(other) }
  }

  fileprivate func holds(_ other: [UInt8]) -> Bool { place(of: other) != nil }
}
