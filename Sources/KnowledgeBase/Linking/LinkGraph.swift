/// Who speaks of whom: the mentions of all pages turned around.
package struct LinkGraph: Sendable {
  /// One place that speaks of a page.
  package struct Incoming: Sendable, Hashable {
    package var from: EntryID
    /// Index into the mentions of `from`.
    package var mention: Int
  }

  /// The places that speak of each page, one list behind the other, and where each begins; one place more than pages.
  private var incoming: [Incoming] = []
  private var starts: [Int] = [0]

  /// A graph without pages.
  init() {}

  /// Turns the mentions around.
  ///
  /// - Complexity: O(pages + mentions).
  init(_ links: [PageLinks]) {
    // Two places further, and one after filling, which counts each up to the beginning of the next.
    starts = Array(repeating: 0, count: links.count + 2)
    LinkGraph.forEachMention(in: links) { target, _ in starts[target.index + 2] += 1 }
    for page in links.indices { starts[page + 2] += starts[page + 1] }
    incoming = Array(
      repeating: Incoming(from: EntryID(0), mention: 0), count: starts[links.count + 1])
    LinkGraph.forEachMention(in: links) { target, place in
      incoming[starts[target.index + 1]] = place
      starts[target.index + 1] += 1
    }
    starts.removeLast()
  }

  private static func forEachMention(in links: [PageLinks], _ body: (EntryID, Incoming) -> Void) {
    for index in links.indices {
      let mentions = links[index].mentions
      for number in mentions.indices where mentions[number].target.index != index {
        body(mentions[number].target, Incoming(from: EntryID(index), mention: number))
      }
    }
  }

  /// The places that speak of a page, by the order of the pages they stand on.
  package func incoming(of id: EntryID) -> ArraySlice<Incoming> {
    incoming[starts[id.index]..<starts[id.index + 1]]
  }
}
