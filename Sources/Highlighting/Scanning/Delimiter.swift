/// A fixed sequence of one to eight ASCII characters: `"""`, `/*`, `<!--`.
struct Delimiter: Sendable, ExpressibleByStringLiteral {
  private let packed: UInt64
  let count: Int

  init(stringLiteral text: String) {
    self.init(text)
  }

  init(_ text: String) {
    var packed: UInt64 = 0
    var count = 0
    for byte in text.utf8.prefix(8) {
      packed |= UInt64(byte) << UInt64(8 * count)
      count += 1
    }
    self.packed = packed
    self.count = count
  }

  @inline(__always)
  subscript(index: Int) -> UInt8 { UInt8(truncatingIfNeeded: packed >> UInt64(8 * index)) }
}

/// The delimiters of comments that may span lines.
struct BlockComment: Sendable {
  let open: Delimiter
  let close: Delimiter
  /// Whether a comment inside a comment must be closed too.
  let nests: Bool
  let stops: ByteSet

  init(_ open: Delimiter, _ close: Delimiter, nests: Bool = false) {
    self.open = open
    self.close = close
    self.nests = nests
    var stops = ByteSet(only: close[0])
    if nests { stops.insert(open[0]) }
    self.stops = stops
  }

  /// The comments of C.
  static let c = BlockComment("/*", "*/")
  /// The comments of Swift and Rust.
  static let nestedC = BlockComment("/*", "*/", nests: true)
}
