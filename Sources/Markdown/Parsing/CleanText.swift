/// Makes text that libcmark resolved from character references fit to be published.
enum CleanText {
  private static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]

  /// A text as valid UTF-8; libcmark 0.30.2 writes other bytes for references such as `&#65534;`.
  static func wellFormed(_ text: [UInt8]) -> [UInt8] {
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: text.span)
      return text
    } catch {
      return Array(String(decoding: text, as: UTF8.self).utf8)
    }
  }

  /// A text with U+FFFD for control characters other than white space.
  static func withoutControls(_ text: [UInt8]) -> [UInt8] {
    guard text.contains(where: { isControl($0) || $0 == 0xC2 }) else { return text }
    return text.reduce(into: []) { clean, byte in
      if isControl(byte) {
        clean += replacement
      } else if let last = clean.last, isControl(last, byte) {
        clean.removeLast()
        clean += replacement
      } else {
        clean.append(byte)
      }
    }
  }

  /// Whether a byte is a control character: neither tab, line feed, form feed nor carriage return, which are white
  /// space to HTML.
  @inline(__always)
  static func isControl(_ byte: UInt8) -> Bool {
    (byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0C && byte != 0x0D) || byte == 0x7F
  }

  /// Whether two bytes are one of the control characters U+0080 to U+009F.
  @inline(__always)
  static func isControl(_ first: UInt8, _ second: UInt8) -> Bool { first == 0xC2 && 0x80...0x9F ~= second }
}
