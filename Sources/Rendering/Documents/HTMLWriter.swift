/// Appends to a buffer of HTML.
package enum HTMLWriter {
  /// Appends text with the characters escaped that mean something to HTML or XML, and control characters replaced.
  ///
  /// Whole runs are copied; the result is right in elements and in attributes between double quotes.
  /// - Complexity: O(bytes).
  package static func append(text: ArraySlice<UInt8>, to output: inout [UInt8]) {
    text.withUnsafeBufferPointer { appendEscaped($0, to: &output) }
  }

  /// Appends text with its special characters escaped.
  package static func append(text: [UInt8], to output: inout [UInt8]) {
    text.withUnsafeBufferPointer { appendEscaped($0, to: &output) }
  }

  /// Appends markup as it is.
  @inline(__always)
  package static func append(_ markup: StaticString, to output: inout [UInt8]) {
    markup.withUTF8Buffer { output.append(contentsOf: $0) }
  }

  /// Appends a number.
  package static func append(_ number: Int, to output: inout [UInt8]) {
    if 0..<10 ~= number {
      output.append(0x30 + UInt8(truncatingIfNeeded: number))
    } else {
      output.append(contentsOf: String(number).utf8)
    }
  }

  /// Appends an attribute of text, with a space before it.
  package static func append(_ name: StaticString, _ value: [UInt8], to output: inout [UInt8]) {
    output.append(0x20)
    append(name, to: &output)
    append("=\"", to: &output)
    append(text: value, to: &output)
    output.append(0x22)
  }

  /// Appends an attribute that holds a URL, with a space before it.
  package static func append(_ name: StaticString, url: [UInt8], to output: inout [UInt8]) {
    append(name, percentEncoded(url), to: &output)
  }

  // MARK: Text

  private static func appendEscaped(_ bytes: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
    var start = 0
    var index = 0
    while true {
      index = endOfPlainRun(in: bytes, from: index)
      guard index < bytes.count else { break }
      output.append(contentsOf: bytes[start..<index])
      append(replacement(of: bytes[index]), to: &output)
      index += 1
      start = index
    }
    output.append(contentsOf: bytes[start...])
  }

  /// The offset of the first byte from `start` on that cannot stand as it is.
  private static func endOfPlainRun(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    let raw = UnsafeRawBufferPointer(bytes)
    var index = start
    while index < bytes.count {
      while index + 8 <= bytes.count,
        !mayHoldSpecial(raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      {
        index += 8
      }
      // Line endings and tabs are false alarms.
      let limit = min(index + 8, bytes.count)
      while index < limit {
        if isSpecial(bytes[index]) { return index }
        index += 1
      }
    }
    return index
  }

  /// Whether one of eight bytes is below 0x20, `"`, `&`, `<`, `>` or DEL (Mycroft's test for a zero byte, whose
  /// false alarms come only behind a real one).
  @inline(__always)
  private static func mayHoldSpecial(_ word: UInt64) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    @inline(__always)
    func zero(_ word: UInt64) -> UInt64 { (word &- ones) & ~word }
    let control = (word &- ones &* 0x20) & ~word
    // `"` and `&` differ in one bit, and so do `<` and `>`.
    let found =
      control | zero((word & ~(ones &* 4)) ^ (ones &* 0x22)) | zero((word & ~(ones &* 2)) ^ (ones &* 0x3C))
      | zero(word ^ (ones &* 0x7F))
    return found & (ones &* 0x80) != 0
  }

  @inline(__always)
  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x26, 0x3C, 0x3E, 0x22: true
    case 0x00...0x08, 0x0B...0x0C, 0x0E...0x1F, 0x7F: true
    default: false
    }
  }

  private static func replacement(of byte: UInt8) -> StaticString {
    switch byte {
    case 0x26: "&amp;"
    case 0x3C: "&lt;"
    case 0x3E: "&gt;"
    case 0x22: "&quot;"
    default: "\u{FFFD}"
    }
  }
}

extension HTMLWriter {
  /// A URL with everything percent-encoded that no URL holds, as libcmark does; what is encoded already stays.
  ///
  /// - Complexity: O(bytes).
  package static func percentEncoded(_ url: [UInt8]) -> [UInt8] {
    guard !url.allSatisfy(isURLByte) else { return url }
    var encoded: [UInt8] = []
    encoded.reserveCapacity(url.count + 16)
    for byte in url {
      if isURLByte(byte) {
        encoded.append(byte)
      } else {
        encoded.append(0x25)
        encoded.append(hexadecimal(byte >> 4))
        encoded.append(hexadecimal(byte & 15))
      }
    }
    return encoded
  }

  /// Letters, digits and `-_.+!*'(),%#@?=;:&/$~`.
  private static func isURLByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x3B, 0x3F...0x5A, 0x61...0x7A: true
    case 0x21, 0x23...0x2F, 0x3D, 0x5F, 0x7E: true
    default: false
    }
  }

  private static func hexadecimal(_ digit: UInt8) -> UInt8 { digit < 10 ? 0x30 + digit : 0x37 + digit }
}
