import Markdown
package import SearchIndex

/// Finds the questions near a question: first those that its author names, then those whose text is most alike, tags
/// and sources that both have counting besides.
///
/// Never among them are the question itself, what it links to, its translations, and any question that repeats another
/// one, so that no list shows two of one question.
package struct RelatedQuestions: Sendable {
  /// A question near another, with what they share.
  package struct Match: Sendable, Equatable {
    package var question: EntryID
    package var sharedTags: [String] = []
    package var sharedSources: [EntryID] = []
    /// Words and phrases of both texts, most telling first, as the index folds them.
    package var sharedTerms: [[UInt8]] = []

    /// A question alone.
    package init(question: EntryID) {
      self.question = question
    }
  }

  /// So many of the most alike are looked at.
  private static let candidates = 24
  /// Least cosine, in 65,536ths, of questions that share neither tag nor source.
  private static let leastCosine = 4000
  /// What a unit of shared tags and sources adds to a cosine: a rare tag some thirtieth.
  private static let featureScale = 64

  private let knowledge: KnowledgeBase
  private let features: SharedFeatures
  private let nearest: NearestDocuments
  /// The questions that `nearest` knows, by its places; and its place of every entry.
  private let questions: [EntryID]
  private var places: [Int?]

  /// Prepares to look for neighbours.
  ///
  /// - Parameters:
  ///   - questions: What `nearest` was made of, in this order, ascending.
  /// - Complexity: O(tags and sources of all questions).
  package init(_ knowledge: KnowledgeBase, questions: [EntryID], nearest: NearestDocuments) {
    self.knowledge = knowledge
    self.questions = questions
    self.nearest = nearest
    features = SharedFeatures(knowledge)
    places = Array(repeating: nil, count: knowledge.entries.count)
    for (place, id) in questions.enumerated() { places[id.index] = place }
  }

  /// At most `limit` questions, those the author names first, then the nearest. `related: [-name]` keeps one out.
  ///
  /// - Complexity: O(24 · 256) for the text, O(f log f) in the number of the question's tags and sources.
  package func matches(
    for id: EntryID, limit: Int = 6, with scratch: inout NearestScratch
  ) -> [Match] {
    var (matches, excluded) = named(by: id)
    excluded.formUnion(knowledge.links[id.index].mentions.map(\.target))
    excluded.insert(id)
    let shared = Dictionary(uniqueKeysWithValues: features.matches(of: id).map { ($0.question, $0) })
    var scores = shared.mapValues { $0.weight * RelatedQuestions.featureScale }
    if let place = places[id.index] {
      for other in nearest.nearest(to: place, RelatedQuestions.candidates, with: &scratch) {
        let question = questions[other.document]
        let cosine = Int(other.cosine)
        if cosine >= RelatedQuestions.leastCosine || scores[question] != nil {
          scores[question, default: 0] += cosine
        }
      }
    }
    let ranked = scores.filter { !excluded.contains($0.key) && isListed($0.key, for: id) }
      .sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
    matches += ranked.prefix(max(0, limit - matches.count)).map { Match(question: $0.key) }
    return matches.prefix(limit).map { match in
      var match = match
      match.sharedTags = shared[match.question]?.tags ?? []
      match.sharedSources = shared[match.question]?.sources ?? []
      if let place = places[id.index], let other = places[match.question.index] {
        match.sharedTerms = nearest.sharedTerms(place, other, limit: 3)
      }
      return match
    }
  }

  /// The questions that `related:` names, and those it keeps out, each also excluded from what follows.
  private func named(by id: EntryID) -> (matches: [Match], excluded: Set<EntryID>) {
    var matches: [Match] = []
    var excluded: Set<EntryID> = []
    for name in knowledge[id].frontMatter.related {
      let isKeptOut = name.value.hasPrefix("-")
      guard case .found(let other) = knowledge.names.find(String(name.value.dropFirst(isKeptOut ? 1 : 0))),
        knowledge[other].kind == .question, other != id, excluded.insert(other).inserted
      else { continue }
      if !isKeptOut { matches.append(Match(question: other)) }
    }
    return (matches, excluded)
  }

  /// Whether a question may be listed beside another: of one in several languages only that in the other's.
  private func isListed(_ other: EntryID, for id: EntryID) -> Bool {
    !knowledge.isDuplicate(other) && knowledge.original(of: id) != other
      && !knowledge.areTranslations(id, other) && knowledge.translation(of: other, for: id) == other
  }
}
