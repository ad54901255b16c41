import Markdown

/// The tags and sources that questions share.
///
/// The weight of a shared tag or source falls with the number of questions that have it, as in inverse document
/// frequency (Spärck Jones 1972). Of a tag or source with many questions only the neighbours in slug order are looked
/// at, so that the cost of a question is bounded and a new page changes few lists.
struct SharedFeatures: Sendable {
  /// What a question shares with another.
  struct Match {
    var question: EntryID
    /// The sum over what is shared.
    var weight: Int
    var tags: [String]
    var sources: [EntryID]
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

  private var features: [Feature] = []
  /// The features of every entry; none for entries that are no questions.
  private var featuresOfEntry: [[Int]]

  /// How many neighbours on either side are looked at in a long list.
  private static let window = 24

  /// Collects the tags and sources of all questions.
  ///
  /// - Complexity: O(tags and sources of all questions).
  init(_ knowledge: KnowledgeBase) {
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

  /// The questions that share something with one, in the order of their ids.
  ///
  /// - Complexity: O(f log f) in the number of the question's tags and sources.
  func matches(of id: EntryID) -> [Match] {
    var shared: [(question: EntryID, feature: Int)] = []
    for feature in featuresOfEntry[id.index] {
      let holders = features[feature].holders
      let place = SharedFeatures.place(of: id, in: holders)
      let first = max(0, place - SharedFeatures.window)
      let last = min(holders.count - 1, place + SharedFeatures.window)
      for index in first...last where index != place { shared.append((holders[index], feature)) }
    }
    shared.sort { $0.question != $1.question ? $0.question < $1.question : $0.feature < $1.feature }
    var matches: [Match] = []
    for (question, index) in shared {
      if matches.last?.question != question {
        matches.append(Match(question: question, weight: 0, tags: [], sources: []))
      }
      let feature = features[index]
      matches[matches.count - 1].weight += feature.weight
      if let source = feature.source {
        matches[matches.count - 1].sources.append(source)
      } else {
        matches[matches.count - 1].tags.append(feature.tag)
      }
    }
    return matches
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
