import Markdown

/// The tags and sources that questions share.
///
/// The weight of a shared tag or source falls with the number of questions that have it, as in inverse document
/// frequency (Spärck Jones 1972). Of a tag or source with many questions only the neighbours in slug order are looked
/// at, so that the cost of a question is bounded and a new page changes few lists.
struct SharedFeatures: Sendable {
  /// A tag or a source.
  private struct Feature: Sendable {
    var tag: String
    var source: EntryID?

    /// 2 for a tag and 3 for a source times 16 for a pair of holders, falling by 2 with every doubling of them.
    func weight(_ holders: Int) -> Int {
      (source == nil ? 2 : 3) * max(1, 18 - 2 * (Int.bitWidth - holders.leadingZeroBitCount))
    }
  }

  /// A feature of a question, and the place of the question among those that have it.
  struct Holding: Sendable {
    var feature: Int32
    var place: Int32
  }

  private var features: [Feature] = []
  /// The holdings, entry by entry, and where each entry's begin; one place more than entries.
  private var holdings: [Holding] = []
  private var starts: [Int]
  /// The questions that have each feature, ascending, one list behind the other, and where each begins.
  private var holders: [EntryID] = []
  private var holderStarts: [Int] = [0]

  /// How many neighbours on either side are looked at in a long list.
  private static let window = 12

  /// Collects the tags and sources of all questions.
  ///
  /// - Complexity: O(tags and sources of all questions).
  init(_ knowledge: KnowledgeBase) {
    var collection = Collection(entries: knowledge.entries.count)
    for id in knowledge.ids(of: .question) {
      collection.begin(id)
      for tag in knowledge[id].frontMatter.tags { collection.add(tag: tag.value) }
      for reference in knowledge.links[id.index].references {
        if let source = reference.entry { collection.add(source: source) }
      }
    }
    starts = collection.finishedStarts()
    (features, holdings) = (collection.features, collection.holdings)
    for count in collection.counts { holderStarts.append(holderStarts[holderStarts.count - 1] + Int(count)) }
    holders = Array(repeating: EntryID(0), count: holdings.count)
    for id in knowledge.entries.indices {
      for holding in holdings[starts[id]..<starts[id + 1]] {
        holders[holderStarts[Int(holding.feature)] + Int(holding.place)] = EntryID(id)
      }
    }
  }

  /// The features while they are collected.
  private struct Collection {
    var features: [Feature] = []
    var holdings: [Holding] = []
    /// How many questions have each feature.
    var counts: [Int32] = []
    private var starts: [Int] = []
    private let entries: Int
    /// The tags by the digests of their names in small letters.
    private var tags = DigestTable(capacity: 1 << 10)
    private var sources: [Int32]

    init(entries: Int) {
      self.entries = entries
      sources = Array(repeating: -1, count: entries)
      starts.reserveCapacity(entries + 1)
    }

    /// Begins a question; they come in their order.
    mutating func begin(_ id: EntryID) {
      while starts.count <= id.index { starts.append(holdings.count) }
    }

    /// Where the holdings of each entry begin.
    mutating func finishedStarts() -> [Int] {
      while starts.count <= entries { starts.append(holdings.count) }
      return starts
    }

    mutating func add(tag: String) {
      let name = NameDigest(tag).folded
      if let feature = tags.find(name) { return add(feature) }
      let feature = make(Feature(tag: tag))
      tags.insert(feature, for: name)
      add(feature)
    }

    mutating func add(source: EntryID) {
      if sources[source.index] < 0 { sources[source.index] = make(Feature(tag: "", source: source)) }
      add(sources[source.index])
    }

    private mutating func make(_ feature: Feature) -> Int32 {
      features.append(feature)
      counts.append(0)
      return Int32(features.count - 1)
    }

    private mutating func add(_ feature: Int32) {
      guard !holdings[starts[starts.count - 1]...].contains(where: { $0.feature == feature }) else { return }
      holdings.append(Holding(feature: feature, place: counts[Int(feature)]))
      counts[Int(feature)] += 1
    }
  }

  private func places(of id: EntryID) -> Range<Int> { starts[id.index]..<starts[id.index + 1] }

  /// Calls `body` with questions that share a feature with one, which may be among them, and the weight of it, once for
  /// each feature.
  ///
  /// - Complexity: O(24) for each of the question's tags and sources.
  func forEachNeighbourhood(of id: EntryID, _ body: (Span<EntryID>, Int) -> Void) {
    for holding in holdings[places(of: id)] {
      let first = holderStarts[Int(holding.feature)]
      let end = holderStarts[Int(holding.feature) + 1]
      let place = first + Int(holding.place)
      let window = max(first, place - SharedFeatures.window)..<min(end, place + SharedFeatures.window + 1)
      body(holders.span.extracting(window), features[Int(holding.feature)].weight(end - first))
    }
  }

  /// The tags and sources that a question, which `scratch` has taken, shares with another one, in the order of the first.
  ///
  /// - Complexity: O(tags and sources of the other one) but for those that are shared.
  func shared(with other: EntryID, _ scratch: inout SharedFeatureScratch) -> (
    tags: [String], sources: [EntryID]
  ) {
    scratch.hold(against: holdings.span.extracting(places(of: other)))
    var shared: (tags: [String], sources: [EntryID]) = ([], [])
    for place in scratch.shared {
      let feature = scratch.features[place]
      if let source = features[feature].source {
        shared.sources.append(source)
      } else {
        shared.tags.append(features[feature].tag)
      }
    }
    return shared
  }

  /// Takes a question, to be held against others.
  func take(_ id: EntryID, into scratch: inout SharedFeatureScratch) {
    scratch.take(holdings.span.extracting(places(of: id)), of: features.count)
  }
}

/// The tags and sources of one question after the other, to be held against those of others.
struct SharedFeatureScratch {
  /// Those of the question.
  private(set) var features: [Int] = []
  /// The number of each tag or source among these, from 1; 0 for others.
  private var numbers: [Int32] = []
  /// The places among the question's own of those that another one has too, ascending.
  private(set) var shared: [Int] = []

  /// Takes those of a question in place of those of the one before.
  fileprivate mutating func take(_ holdings: Span<SharedFeatures.Holding>, of count: Int) {
    if numbers.count < count { numbers = [Int32](repeating: 0, count: count) }
    for feature in features { numbers[feature] = 0 }
    features.removeAll(keepingCapacity: true)
    for place in holdings.indices {
      features.append(Int(holdings[place].feature))
      numbers[Int(holdings[place].feature)] = Int32(truncatingIfNeeded: features.count)
    }
  }

  /// Finds those that another question has too.
  fileprivate mutating func hold(against holdings: Span<SharedFeatures.Holding>) {
    shared.removeAll(keepingCapacity: true)
    for place in holdings.indices {
      let number = numbers[Int(holdings[place].feature)]
      if number > 0 { shared.append(Int(number) - 1) }
    }
    if shared.count > 1 { shared.sort() }
  }
}
