/// Whether a text stands in an element of raw HTML for code: `<code>…</code>`, `<kbd>…</kbd>`.
struct RawCode {
  /// The name of the element that is open.
  private var name: ArraySlice<UInt8>?

  private static let names = ["code", "kbd", "pre", "samp", "tt", "var"].map { Array($0.utf8) }

  /// Whether one is open.
  var isOpen: Bool { name != nil }

  /// Passes a tag.
  mutating func pass(_ tag: ArraySlice<UInt8>) {
    let tag = tag.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
    guard tag.first == 0x3C else { return }
    let isEnd = tag.dropFirst().first == 0x2F
    let found = tag.dropFirst(isEnd ? 2 : 1).prefix { $0 &- 0x61 < 26 }
    if isEnd {
      if found == name { name = nil }
    } else if name == nil, RawCode.names.contains(Array(found)) {
      name = found
    }
  }
}
