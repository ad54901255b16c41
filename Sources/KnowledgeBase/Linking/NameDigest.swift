import Markdown

/// A name as links compare it, in 128 bits: as Unicode text, so that composed and decomposed forms are one, as it is
/// written and in small letters.
///
/// The digests are SipHash's of the standard library, of another key in every process: names that differ are taken for one
/// by chance alone, of a million names once in ten million builds, and nobody can write such names. No result depends on
/// the key.
struct NameDigest: Sendable {
  /// Of the name in Unicode's composed normalisation form (NFC).
  var written: UInt64
  /// Of the same in small letters.
  var folded: UInt64

  /// O(length).
  init(_ name: Span<UInt8>) {
    switch NameDigest.form(of: name) {
    case .folded:
      written = NameDigest.digest(name)
      folded = written
    case .capitals:
      written = NameDigest.digest(name)
      let small = name.indices.map { name[$0] &- 0x41 < 26 ? name[$0] | 0x20 : name[$0] }
      folded = NameDigest.digest(small.span)
    case .other:
      let text = name.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
      let (composed, small) = (Array(text.composed.utf8), Array(text.lowercased().composed.utf8))
      written = NameDigest.digest(composed.span)
      folded = NameDigest.digest(small.span)
    }
  }

  init(_ name: String) {
    let bytes = name.utf8
    self.init(bytes.span)
  }

  private static func digest(_ name: Span<UInt8>) -> UInt64 {
    var hasher = Hasher()
    name.withUnsafeBytes { hasher.combine(bytes: $0) }
    return UInt64(bitPattern: Int64(hasher.finalize()))
  }

  /// How much work a name is.
  private enum Form {
    /// It is composed, and in small letters, as most are.
    case folded
    /// It is composed; all its capitals are letters of ASCII.
    case capitals
    case other
  }

  private static func form(of name: Span<UInt8>) -> Form {
    var hasCapital = false
    var index = 0
    while index < name.count {
      let byte = name[index]
      if byte < 0x80 {
        hasCapital = hasCapital || byte &- 0x41 < 26
        index += 1
      } else if index + 2 < name.count, isPlain(byte, name[index + 1], name[index + 2]) {
        index += 3
      } else {
        return .other
      }
    }
    return hasCapital ? .capitals : .folded
  }

  /// Whether three bytes are a character without case that composes with none: ideographs, kana, and the punctuation
  /// that stands among them.
  private static func isPlain(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
    guard second & 0xC0 == 0x80, third & 0xC0 == 0x80 else { return false }
    switch (first, second) {
    case (0xE4...0xE9, _): return true
    // But tone marks (U+302A to U+302F) and voicing marks (U+3099, U+309A).
    case (0xE3, 0x80): return third < 0xAA || third > 0xAF
    case (0xE3, 0x82): return third != 0x99 && third != 0x9A
    case (0xE3, _): return true
    // Dashes and quotation marks, U+2010 to U+202F.
    case (0xE2, 0x80): return third >= 0x90 && third <= 0xAF
    // Full-width signs, U+FF00 to U+FF20.
    case (0xEF, 0xBC): return third <= 0xA0
    default: return false
    }
  }
}
