extension [UInt8] {
  /// Appends text with `&`, `<`, `>`, `"` and `'` as references, safe between tags and in quoted attributes.
  ///
  /// - Complexity: O(text); stretches without such bytes are appended whole.
  mutating func append(escaping text: [UInt8]) {
    text.withUnsafeBufferPointer { buffer in
      var start = 0
      for index in buffer.indices {
        let byte = buffer[index]
        guard byte <= 0x3E, let reference = htmlReference(for: byte) else { continue }
        append(contentsOf: UnsafeBufferPointer(rebasing: buffer[start..<index]))
        reference.withUTF8Buffer { append(contentsOf: $0) }
        start = index + 1
      }
      append(contentsOf: UnsafeBufferPointer(rebasing: buffer[start...]))
    }
  }
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
