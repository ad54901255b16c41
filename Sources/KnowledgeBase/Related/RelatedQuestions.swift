import Markdown
package import SearchIndex

/// Finds the questions near a question: first those that its author names, then those whose text is most alike, tags
/// and sources that both have counting besides.
///
/// Never among them are the question itself, what it links to, its translations, and any question that repeats another
/// one, so that no list shows two of one question. Shared, because every question is asked about.
package final class RelatedQuestions: Sendable {
  /// A question near another, with what they share.
  package struct Match: Sendable {
    package var question: EntryID
    package var sharedTags: [String] = []
    package var sharedSources: [EntryID] = []
    /// Words and phrases of both texts, most telling first, as the index folds them; none where the tags say enough.
    package var sharedTerms = SharedTermNames()

    /// A question and what it shares.
    package init(question: EntryID, sharedTags: [String] = [], sharedSources: [EntryID] = []) {
      self.question = question
      self.sharedTags = sharedTags
      self.sharedSources = sharedSources
    }
  }

  /// So many tags, words or phrases tell what two questions share.
  package static let mostReasons = 3
  /// Least cosine, in 65,536ths, of questions that share neither tag nor source.
  private static let leastCosine = 4000
  /// What a unit of shared tags and sources adds to a cosine: a rare tag some thirtieth.
  private static let featureScale = 64

  private let knowledge: KnowledgeBase
  private let features: SharedFeatures
  private let nearest: NearestDocuments
  /// The questions that `nearest` knows, by its places; and its place of every entry, or -1.
  private let questions: [EntryID]
  private let places: [Int32]
  /// Whether an entry neither repeats another one nor is a translation or has one.
  private let isSingle: [Bool]

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
    var places = [Int32](repeating: -1, count: knowledge.entries.count)
    for (place, id) in questions.enumerated() { places[id.index] = Int32(place) }
    self.places = places
    isSingle = knowledge.entries.indices.map {
      !knowledge.isDuplicate(EntryID($0)) && knowledge.translations(of: EntryID($0)).isEmpty
    }
  }

  /// At most `limit` questions, those the author names first, then the nearest. `related: [-name]` keeps one out.
  ///
  /// - Complexity: O(1,400) for the text, O(24) for each of the question's tags and sources.
  package func matches(
    for id: EntryID, limit: Int = 6, with scratch: inout RelatedScratch
  ) -> [Match] {
    scratch.prepare(knowledge.entries.count)
    features.forEachNeighbourhood(of: id) { questions, weight in
      scratch.add(weight * RelatedQuestions.featureScale, to: questions)
    }
    let place = Int(places[id.index])
    if place >= 0 {
      for other in nearest.candidates(near: place, with: &scratch.nearest) {
        let question = questions[other.document]
        let cosine = Int(other.cosine)
        if cosine >= RelatedQuestions.leastCosine || scratch.isTouched(question) {
          scratch.add(cosine, to: question)
        }
      }
    }
    scratch.remove(id)
    let named = knowledge.links[id.index].related
    for other in named { scratch.remove(other) }
    for other in knowledge.links[id.index].unrelated { scratch.remove(other) }
    for mention in knowledge.links[id.index].mentions { scratch.remove(mention.target) }
    let best = scratch.removeBest(max(0, limit - named.count)) { isListed($0, for: id) }
    features.take(id, into: &scratch.features)
    var matches: [Match] = []
    matches.reserveCapacity(limit)
    var others: [Int] = []
    others.reserveCapacity(limit)
    for index in 0..<min(limit, named.count + best.count) {
      let question = index < named.count ? named[index] : best[index - named.count]
      let shared = features.shared(with: question, &scratch.features)
      let match = Match(question: question, sharedTags: shared.tags, sharedSources: shared.sources)
      matches.append(match)
      if namesTerms(match) { others.append(Int(places[question.index])) }
    }
    guard place >= 0, !others.isEmpty else { return matches }
    let sharedTerms = nearest.sharedTerms(
      of: place, with: others, limit: RelatedQuestions.mostReasons, &scratch.nearest)
    var next = 0
    for index in matches.indices where namesTerms(matches[index]) {
      matches[index].sharedTerms = sharedTerms[next]
      next += 1
    }
    return matches
  }

  /// Whether it is told which terms a match shares: where tags say enough, nobody reads what else is shared.
  private func namesTerms(_ match: Match) -> Bool {
    match.sharedTags.count < RelatedQuestions.mostReasons && places[match.question.index] >= 0
  }

  /// Whether a question may be listed beside another: of one in several languages only that in the other's.
  private func isListed(_ other: EntryID, for id: EntryID) -> Bool {
    if isSingle[id.index], isSingle[other.index] { return true }
    return !knowledge.isDuplicate(other) && knowledge.original(of: id) != other
      && !knowledge.areTranslations(id, other) && knowledge.translation(of: other, for: id) == other
  }
}
