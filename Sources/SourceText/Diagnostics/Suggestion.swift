/// Names close to one that does not exist, for "did you mean".
package enum Suggestion {
  /// The candidates an author may have meant, nearest first; among equally near ones the given order stays.
  ///
  /// Near means: equal but for case, or within one edit for names of up to five characters, two for up to
  /// eleven, three beyond, and always fewer edits than half of the name. An edit is the insertion, deletion or
  /// replacement of a Unicode scalar or the exchange of two neighbours (optimal string alignment, the restricted
  /// Damerau–Levenshtein distance). ASCII letters are compared without case.
  ///
  /// - Parameter limit: The most names to give back.
  /// - Complexity: O(candidates × length of the name); names beyond 64 scalars are never near to anything.
  package static func nearest(
    to name: String, among candidates: some Sequence<String>, limit: Int = 3
  ) -> [String] {
    let wanted = folded(name)
    guard !wanted.isEmpty, wanted.count <= longestName else { return [] }
    let bound = bound(forLength: wanted.count)
    var found: [(distance: Int, name: String)] = []
    for candidate in candidates where candidate != name {
      guard let distance = distance(wanted, folded(candidate), bound: bound) else { continue }
      let place = found.firstIndex { $0.distance > distance } ?? found.count
      guard place < limit else { continue }
      found.insert((distance, candidate), at: place)
      if found.count > limit { found.removeLast() }
    }
    return found.map(\.name)
  }

  /// `did you mean `a` or `b`?`, or nothing when nothing is near.
  package static func question(for name: String, among candidates: some Sequence<String>) -> String? {
    question(naming: nearest(to: name, among: candidates))
  }

  /// `did you mean `a` or `b`?` for the names somebody may have meant; nothing for none.
  package static func question(naming names: [String]) -> String? {
    let names = names.map { "`\($0)`" }
    guard let last = names.last else { return nil }
    let others = names.dropLast().joined(separator: ", ")
    return others.isEmpty ? "did you mean \(last)?" : "did you mean \(others) or \(last)?"
  }

  /// The most scalars of a name that is compared.
  package static let longestName = 64

  /// The most edits between a name of so many scalars and one that is near.
  package static func bound(forLength length: Int) -> Int {
    length < 3 ? 0 : length <= 5 ? 1 : length <= 11 ? 2 : 3
  }

  /// Edits between two names, or `nil` when they are more than `bound`.
  ///
  /// Three rows of the usual table are kept; a row wholly beyond the bound ends the work.
  package static func distance(_ left: [UInt32], _ right: [UInt32], bound: Int) -> Int? {
    guard abs(left.count - right.count) <= bound else { return nil }
    var beforeLast = [Int](repeating: 0, count: right.count + 1)
    var last = Array(0...right.count)
    for row in 0..<left.count {
      var current = [row + 1]
      current.reserveCapacity(right.count + 1)
      var least = row + 1
      for column in 0..<right.count {
        let same = left[row] == right[column]
        var edits = min(last[column] + (same ? 0 : 1), last[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          edits = min(edits, beforeLast[column - 1] + 1)
        }
        current.append(edits)
        least = min(least, edits)
      }
      guard least <= bound else { return nil }
      beforeLast = last
      last = current
    }
    return last[right.count] <= bound ? last[right.count] : nil
  }

  /// The scalars that are compared: ASCII letters in lower case.
  package static func folded(_ name: String) -> [UInt32] {
    name.unicodeScalars.map { $0.value >= 0x41 && $0.value <= 0x5A ? $0.value + 0x20 : $0.value }
  }
}
