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

  private struct Key {
    var name: String
    var label: String
    var source: EntryID?
  }

  private let knowledge: KnowledgeBase
  /// The questions that have a tag or a source, ascending.
  private var holders: [String: [EntryID]] = [:]

  /// How many neighbours on either side are looked at in a long list.
  private static let window = 24

  /// Collects the tags and sources of all questions.
  ///
  /// - Complexity: O(tags and citations of all questions).
  package init(_ knowledge: KnowledgeBase) {
    self.knowledge = knowledge
    for id in knowledge.ids(of: .question) {
      for key in keys(of: id) where holders[key.name]?.last != id { holders[key.name, default: []].append(id) }
    }
  }

  /// At most `limit` questions, nearest first; never the question itself nor one it already links to.
  ///
  /// - Complexity: O(tags and sources of the question).
  package func matches(for id: EntryID, limit: Int = 6) -> [Match] {
    var scores: [EntryID: (score: Int, tags: [String], sources: [EntryID])] = [:]
    for key in keys(of: id) {
      guard let holders = holders[key.name], holders.count > 1, let place = holders.place(of: id)
      else { continue }
      let weight = RelatedQuestions.weight(holders.count) * (key.source == nil ? 2 : 3)
      let first = max(0, place - RelatedQuestions.window)
      let last = min(holders.count - 1, place + RelatedQuestions.window)
      for other in holders[first...last] where other != id {
        var entry = scores[other] ?? (0, [], [])
        entry.score += weight
        if let source = key.source { entry.sources.append(source) } else { entry.tags.append(key.label) }
        scores[other] = entry
      }
    }
    for mention in knowledge.links[id.index].mentions { scores[mention.target] = nil }
    return
      scores.sorted { left, right in
        left.value.score != right.value.score ? left.value.score > right.value.score : left.key < right.key
      }
      .prefix(limit)
      .map { Match(question: $0.key, sharedTags: $0.value.tags, sharedSources: $0.value.sources) }
  }

  /// 16 for a pair, falling by 2 with every doubling of the number of holders.
  private static func weight(_ holders: Int) -> Int {
    max(1, 18 - 2 * (Int.bitWidth - holders.leadingZeroBitCount))
  }

  private func keys(of id: EntryID) -> [Key] {
    let entry = knowledge[id]
    var keys = entry.frontMatter.tags.map { Key(name: "#" + $0.value.lowercased(), label: $0.value) }
    for reference in knowledge.links[id.index].references {
      if let source = reference.entry { keys.append(Key(name: "@\(source.index)", label: "", source: source)) }
    }
    return keys
  }
}

extension [EntryID] {
  /// The place of an id in ascending ids, by binary search.
  fileprivate func place(of id: EntryID) -> Int? {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < id { low = middle + 1 } else { high = middle }
    }
    return low < count && self[low] == id ? low : nil
  }
}
