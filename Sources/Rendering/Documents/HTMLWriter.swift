/// Appends to a buffer of HTML.
package enum HTMLWriter {
  /// Appends text with the characters escaped that mean something to HTML or XML, and control characters replaced.
  ///
  /// Whole runs are copied; the result is right in elements and in attributes between double quotes.
  package static func append(text: ArraySlice<UInt8>, to output: inout [UInt8]) {
    text.withUnsafeBufferPointer { bytes in
      var start = 0
      var index = 0
      while index < bytes.count {
        if !isSpecial(bytes[index]) {
          index += 1
          continue
        }
        output.append(contentsOf: bytes[start..<index])
        output.append(contentsOf: replacement(of: bytes[index]))
        index += 1
        start = index
      }
      output.append(contentsOf: bytes[start...])
    }
  }

  /// Appends text with its special characters escaped.
  package static func append(text: [UInt8], to output: inout [UInt8]) {
    append(text: text[...], to: &output)
  }

  /// Appends markup as it is.
  @inline(__always)
  package static func append(_ markup: StaticString, to output: inout [UInt8]) {
    markup.withUTF8Buffer { output.append(contentsOf: $0) }
  }

  /// Appends a number.
  package static func append(_ number: Int, to output: inout [UInt8]) {
    output.append(contentsOf: String(number).utf8)
  }

  @inline(__always)
  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x26, 0x3C, 0x3E, 0x22: true
    case 0x00...0x08, 0x0B...0x0C, 0x0E...0x1F, 0x7F: true
    default: false
    }
  }

  private static func replacement(of byte: UInt8) -> [UInt8] {
    switch byte {
    case 0x26: Array("&amp;".utf8)
    case 0x3C: Array("&lt;".utf8)
    case 0x3E: Array("&gt;".utf8)
    case 0x22: Array("&quot;".utf8)
    default: [0xEF, 0xBF, 0xBD]
    }
  }
}
