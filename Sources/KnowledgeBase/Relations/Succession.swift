/// Where names lead from page to page in the end, such as duplicates of duplicates to the original.
struct Succession: Sendable {
  /// The last page of every page's chain, by entry: the page itself where it names none, or where its names run in a
  /// circle.
  private(set) var ends: [EntryID]
  /// The chains that run in a circle, each from its first page in the order of entries.
  private(set) var circles: [[EntryID]] = []

  /// Follows the names.
  ///
  /// - Parameter next: the page each entry names.
  /// - Complexity: O(entries).
  init(_ next: [EntryID?]) {
    ends = next.indices.map { EntryID($0) }
    var isDone = [Bool](repeating: false, count: next.count)
    // The place of a page on the chain that is being followed, from 1.
    var places = [Int](repeating: 0, count: next.count)
    for start in next.indices where !isDone[start] {
      var chain: [EntryID] = []
      var page = EntryID(start)
      while !isDone[page.index], places[page.index] == 0 {
        chain.append(page)
        places[page.index] = chain.count
        guard let other = next[page.index] else { break }
        page = other
      }
      var end = ends[page.index]
      var rest = chain[...]
      if !isDone[page.index], next[page.index] != nil {
        let circle = chain[(places[page.index] - 1)...]
        circles.append(Array(circle))
        for member in circle { isDone[member.index] = true }
        rest = chain[..<circle.startIndex]
        end = page
      }
      for member in rest where member != end {
        ends[member.index] = end
      }
      for member in chain { isDone[member.index] = true }
    }
  }
}
