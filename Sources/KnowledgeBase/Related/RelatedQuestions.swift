import Markdown

/// Finds the questions near a question by the tags and sources they share.
///
/// The weight of a shared tag or source falls with the number of questions that have it, as in inverse document
/// frequency (Spärck Jones 1972). Of a tag or source with many questions only the neighbours in slug order are looked
/// at, so that the cost of a question is bounded and a new page changes few lists.
package struct RelatedQuestions: Sendable {
  /// A question near another, with what they share.
  package struct Match: Sendable {
    package var question: EntryID
    package var sharedTags: [String]
    package var sharedSources: [EntryID]
  }

  /// A tag or a source with the questions that have it, ascending.
  private struct Feature: Sendable {
    var tag: String
    var source: EntryID?
    var holders: [EntryID] = []

    /// 2 for a tag and 3 for a source times 16 for a pair, falling by 2 with every doubling of the holders.
    var weight: Int {
      (source == nil ? 2 : 3) * max(1, 18 - 2 * (Int.bitWidth - holders.count.leadingZeroBitCount))
    }
  }

  /// A feature that two questions share.
  private struct Shared {
    var question: EntryID
    var feature: Int
  }

  private let knowledge: KnowledgeBase
  private var features: [Feature] = []
  /// The features of every entry; none for entries that are no questions.
  private var featuresOfEntry: [[Int]]

  /// How many neighbours on either side are looked at in a long list.
  private static let window = 24

  /// Collects the tags and sources of all questions.
  ///
  /// - Complexity: O(tags and sources of all questions).
  package init(_ knowledge: KnowledgeBase) {
    self.knowledge = knowledge
    featuresOfEntry = Array(repeating: [], count: knowledge.entries.count)
    var tags: [String: Int] = [:]
    var sources: [EntryID: Int] = [:]
    for id in knowledge.ids(of: .question) {
      for tag in knowledge[id].frontMatter.tags {
        add(Feature(tag: tag.value), to: id, at: &tags[tag.value.lowercased()])
      }
      for reference in knowledge.links[id.index].references {
        if let source = reference.entry {
          add(Feature(tag: "", source: source), to: id, at: &sources[source])
        }
      }
    }
  }

  private mutating func add(_ feature: Feature, to id: EntryID, at place: inout Int?) {
    let index = place ?? features.count
    if place == nil { features.append(feature) }
    place = index
    guard features[index].holders.last != id else { return }
    features[index].holders.append(id)
    featuresOfEntry[id.index].append(index)
  }

  /// At most `limit` questions, nearest first; never the question itself nor one it already links to.
  ///
  /// - Complexity: O(f log f) in the number of the question's tags and sources.
  package func matches(for id: EntryID, limit: Int = 6) -> [Match] {
    let linked = Set(knowledge.links[id.index].mentions.map(\.target))
    var candidates: [(question: EntryID, score: Int, shared: Range<Int>)] = []
    let shared = shared(with: id)
    var start = 0
    while start < shared.count {
      var end = start
      var score = 0
      while end < shared.count, shared[end].question == shared[start].question {
        score += features[shared[end].feature].weight
        end += 1
      }
      if !linked.contains(shared[start].question) {
        candidates.append((shared[start].question, score, start..<end))
      }
      start = end
    }
    candidates.sort { $0.score != $1.score ? $0.score > $1.score : $0.question < $1.question }
    return candidates.prefix(limit).map { candidate in
      let common = shared[candidate.shared].map { features[$0.feature] }
      return Match(
        question: candidate.question, sharedTags: common.filter { $0.source == nil }.map(\.tag),
        sharedSources: common.compactMap(\.source))
    }
  }

  /// What a question shares with its neighbours, by question.
  private func shared(with id: EntryID) -> [Shared] {
    var shared: [Shared] = []
    for feature in featuresOfEntry[id.index] {
      let holders = features[feature].holders
      let place = RelatedQuestions.place(of: id, in: holders)
      let first = max(0, place - RelatedQuestions.window)
      let last = min(holders.count - 1, place + RelatedQuestions.window)
      for index in first...last where index != place {
        shared.append(Shared(question: holders[index], feature: feature))
      }
    }
    return shared.sorted { $0.question != $1.question ? $0.question < $1.question : $0.feature < $1.feature }
  }

  /// The place of an id that is in ascending ids, by binary search.
  private static func place(of id: EntryID, in ids: [EntryID]) -> Int {
    var low = 0
    var high = ids.count - 1
    while low < high {
      let middle = (low + high) / 2
      if ids[middle] < id { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
