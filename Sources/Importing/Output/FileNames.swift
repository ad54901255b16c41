import Markdown

/// Gives files names that no other file has.
package struct FileNames {
  private var taken: Set<String>
  /// The last number given to a name, so that a thousand equal titles are no search.
  private var numbers: [String: Int] = [:]

  /// - Parameter occupied: paths relative to `content/`; they are compared without case.
  package init(occupied: Set<String>) {
    taken = Set(occupied.map { $0.lowercased() })
  }

  /// A name without `.md` from a title: its slug, with `-2`, `-3` … behind it where it is taken.
  ///
  /// - Complexity: O(length) on average.
  package mutating func take(title: some Collection<UInt8>, folder: String) -> String {
    var stem = FileNames.withoutFullStops(Slug.make(title))
    // Names that begin with a full stop or an underscore are never published.
    while let first = stem.first, ".+_-".utf8.contains(first) { stem.removeFirst() }
    while let last = stem.last, ".+_-".utf8.contains(last) { stem.removeLast() }
    if stem.isEmpty { stem = Slug.make([]) }
    let name = String(decoding: stem, as: UTF8.self)
    let path = "\(folder)/\(name)"
    var number = numbers[path] ?? 1
    var candidate = number == 1 ? name : "\(name)-\(number)"
    while !taken.insert("\(folder)/\(candidate).md".lowercased()).inserted {
      number += 1
      candidate = "\(name)-\(number)"
    }
    numbers[path] = number
    return candidate
  }

  /// A slug without the full stops at the ends of its words: `neyman-j.-1937-.-outline` is `neyman-j-1937-outline`.
  private static func withoutFullStops(_ slug: [UInt8]) -> [UInt8] {
    let words = slug.split(separator: 0x2D).map { word in
      word[..<((word.lastIndex { $0 != 0x2E }).map { $0 + 1 } ?? word.startIndex)]
    }
    return Array(words.filter { !$0.isEmpty }.joined(separator: [0x2D]))
  }
}
