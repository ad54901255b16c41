/// The keys of a page's sources, by the numbers the page gives them.
struct CitationKeys {
  private var keys: [Int: String] = [:]

  /// Whether the sources are a list on the page itself; their keys are then their numbers there.
  var isOwnList = false

  var isEmpty: Bool { keys.isEmpty }

  /// Gives a source its number; of two sources with a number the first keeps it.
  mutating func add(_ key: String, number: Int) {
    if keys[number] == nil { keys[number] = key }
  }

  func key(of number: Int) -> String? { keys[number] }

  /// `[@a; @b]`, or `[1][2]` for items of the page's own list; each key once.
  ///
  /// A key that is more than letters, digits, `_` and single `-` stands in braces.
  func citation(of repeated: [String]) -> [UInt8] {
    var seen: Set<String> = []
    let keys = repeated.filter { seen.insert($0).inserted }
    if isOwnList { return keys.flatMap { Array("[\($0)]".utf8) } }
    let items = keys.map { CitationKeys.isPlain($0) ? "@\($0)" : "@{\($0)}" }
    return Array("[\(items.joined(separator: "; "))]".utf8)
  }

  private static func isPlain(_ key: String) -> Bool {
    let bytes = Array(key.utf8)
    guard let first = bytes.first, let last = bytes.last, first != 0x2D, last != 0x2D else { return false }
    return bytes.indices.allSatisfy { index in
      switch bytes[index] {
      case 0x2D: bytes[index - 1] != 0x2D
      case 0xEF: false
      case 0xE3: bytes[index + 1] != 0x80
      case 0x80...0xFF, 0x5F: true
      default: TextBytes.isAlphanumeric(bytes[index])
      }
    }
  }
}
