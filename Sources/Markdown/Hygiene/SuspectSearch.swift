import SourceText

/// The places of each sort of suspect character in a file.
struct SuspectSearch {
  /// One sort's places.
  struct Places {
    var first: Unicode.Scalar
    var ranges: [SourceRange]
  }

  private(set) var places: [SuspectCharacter: Places] = [:]
  private let bytes: [UInt8]
  /// Where a sequence of tag characters that spells a flag goes on.
  private var flagEnd = -1

  /// Looks at all suspects of a file, each once.
  ///
  /// - Complexity: O(bytes).
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var offset = SuspectBytes.next(from: 0, in: bytes.span)
    while offset < bytes.count {
      let length = judge(at: offset)
      offset = SuspectBytes.next(from: offset + length, in: bytes.span)
    }
  }

  /// Looks at one suspect; returns how many bytes it has.
  private mutating func judge(at offset: Int) -> Int {
    guard let (scalar, length) = scalar(at: offset) else { return 1 }
    guard var kind = SuspectCharacter(scalar) else { return length }
    let end = offset + length
    if kind == .zeroWidth {
      if scalar.value == 0xFEFF, offset == 0 {
        kind = .byteOrderMark
      } else if isInFlag(scalar, at: offset) {
        flagEnd = end
        return length
      } else if SuspectCharacter.isNeeded(
        scalar, before: self.scalar(at: end)?.scalar, behind: self.scalar(before: offset))
      {
        return length
      }
    }
    let range = SourceRange(offset..<end)
    places[kind, default: Places(first: scalar, ranges: [])].ranges.append(range)
    return length
  }

  /// Tag characters behind a black flag spell the flag of a region.
  private func isInFlag(_ scalar: Unicode.Scalar, at offset: Int) -> Bool {
    scalar.value >= 0xE0020 && (offset == flagEnd || self.scalar(before: offset)?.value == 0x1F3F4)
  }

  /// The well-formed character that begins at an offset.
  private func scalar(at offset: Int) -> (scalar: Unicode.Scalar, length: Int)? {
    guard offset < bytes.count else { return nil }
    var decoder = UTF8()
    var iterator = bytes[offset..<min(offset + 4, bytes.count)].makeIterator()
    guard case .scalarValue(let scalar) = decoder.decode(&iterator) else { return nil }
    return (scalar, UTF8.width(scalar))
  }

  private func scalar(before offset: Int) -> Unicode.Scalar? {
    var start = offset - 1
    while start > 0, offset - start < 4, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    guard start >= 0, let (scalar, length) = scalar(at: start), start + length == offset else { return nil }
    return scalar
  }
}
