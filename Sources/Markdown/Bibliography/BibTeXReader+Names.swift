/// Names of types, fields and strings.
extension BibTeXReader {
  /// The name that begins at an offset: any characters but white space, digits in front, and what BibTeX reserves.
  func nameRange(from start: Int) -> Range<Int> {
    var end = start
    while end < bytes.count {
      switch bytes[end] {
      case 0x30...0x39: if end == start { return start..<start }
      case 0x00...0x20, 0x7F, UInt8(ascii: "\""), UInt8(ascii: "#"), UInt8(ascii: "%"), UInt8(ascii: "'"),
        UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: ","), UInt8(ascii: "="), UInt8(ascii: "{"),
        UInt8(ascii: "}"), UInt8(ascii: "@"), UInt8(ascii: "\\"):
        return start..<end
      default: break
      }
      end += 1
    }
    return start..<end
  }

  func lowercased(_ range: Range<Int>) -> String {
    String(decoding: bytes[range].map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }, as: UTF8.self)
  }

  func characterRange(at start: Int) -> Range<Int> {
    var end = start + 1
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return start..<end
  }
}
