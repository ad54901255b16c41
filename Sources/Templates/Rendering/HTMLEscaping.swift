extension [UInt8] {
  /// Appends text with `&`, `<`, `>`, `"` and `'` as references, safe between tags and in quoted attributes.
  ///
  /// - Complexity: O(text); stretches without such bytes are appended whole.
  mutating func append(escaping text: [UInt8]) {
    text.withUnsafeBufferPointer { buffer in
      let raw = UnsafeRawBufferPointer(buffer)
      var start = 0
      var index = 0
      while index < buffer.count {
        if index + 8 <= buffer.count,
          !mayHoldMarkup(raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
        {
          index += 8
          continue
        }
        let end = Swift.min(index + 8, buffer.count)
        while index < end {
          let byte = buffer[index]
          if byte <= 0x3E, let reference = htmlReference(for: byte) {
            append(contentsOf: UnsafeBufferPointer(rebasing: buffer[start..<index]))
            reference.withUTF8Buffer { append(contentsOf: $0) }
            start = index + 1
          }
          index += 1
        }
      }
      append(contentsOf: UnsafeBufferPointer(rebasing: buffer[start...]))
    }
  }
}

/// Whether one of eight bytes may be `&`, `<`, `>`, `"` or `'` (Mycroft's test for a zero byte, whose false alarms come
/// only behind a real one).
private func mayHoldMarkup(_ word: UInt64) -> Bool {
  let ones: UInt64 = 0x0101_0101_0101_0101
  @inline(__always)
  func zero(_ word: UInt64) -> UInt64 { (word &- ones) & ~word }
  // `&` and `'` differ in one bit, and so do `<` and `>`.
  let found =
    zero((word & ~ones) ^ (ones &* 0x26)) | zero((word & ~(ones &* 2)) ^ (ones &* 0x3C))
    | zero(word ^ (ones &* 0x22))
  return found & (ones &* 0x80) != 0
}

/// The character reference a byte needs in HTML text and attributes; numeric for the apostrophe, which HTML 4
/// does not name.
private func htmlReference(for byte: UInt8) -> StaticString? {
  switch byte {
  case UInt8(ascii: "&"): "&amp;"
  case UInt8(ascii: "<"): "&lt;"
  case UInt8(ascii: ">"): "&gt;"
  case UInt8(ascii: "\""): "&quot;"
  case UInt8(ascii: "'"): "&#39;"
  default: nil
  }
}
