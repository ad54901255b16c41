import Markdown

/// The tags and sources that questions share.
///
/// The weight of a shared tag or source falls with the number of questions that have it, as in inverse document
/// frequency (Spärck Jones 1972). Of a tag or source with many questions only the neighbours in slug order are looked
/// at, so that the cost of a question is bounded and a new page changes few lists.
struct SharedFeatures: Sendable {
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

  /// Calls `body` with each question that shares something with one, and the weight of it, once for each feature.
  ///
  /// - Complexity: O(48) for each of the question's tags and sources.
  func forEachNeighbour(of id: EntryID, _ body: (EntryID, Int) -> Void) {
    for index in featuresOfEntry[id.index] {
      let feature = features[index]
      let weight = feature.weight
      let place = SharedFeatures.place(of: id, in: feature.holders)
      let first = max(0, place - SharedFeatures.window)
      let last = min(feature.holders.count - 1, place + SharedFeatures.window)
      for index in first...last where index != place { body(feature.holders[index], weight) }
    }
  }

  /// The tags and sources that two questions share, in the order of the first one.
  func shared(_ id: EntryID, _ other: EntryID) -> (tags: [String], sources: [EntryID]) {
    let theirs = featuresOfEntry[other.index]
    let shared = featuresOfEntry[id.index].filter { theirs.contains($0) }.map { features[$0] }
    return (shared.filter { $0.source == nil }.map(\.tag), shared.compactMap(\.source))
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
