/// Who speaks of whom: the mentions of all pages turned around.
package struct LinkGraph: Sendable {
  /// One place that speaks of a page.
  package struct Incoming: Sendable, Hashable {
    package var from: EntryID
    /// Index into the mentions of `from`.
    package var mention: Int
  }

  private var incoming: [[Incoming]] = []

  /// A graph without pages.
  init() {}

  /// Turns the mentions around.
  ///
  /// - Complexity: O(pages + mentions).
  init(_ links: [PageLinks], entries: [Entry]) {
    incoming = Array(repeating: [], count: entries.count)
    for index in links.indices {
      let mentions = links[index].mentions
      for number in mentions.indices where mentions[number].target.index != index {
        incoming[mentions[number].target.index].append(Incoming(from: EntryID(index), mention: number))
      }
    }
  }

  /// The places that speak of a page, by the order of the pages they stand on.
  package func incoming(of id: EntryID) -> [Incoming] { incoming[id.index] }
}
