import Markdown

/// The addresses of links and images that a page writes as HTML.
enum RawHTMLAddresses {
  /// The addresses of `<a href>` and `<img src>` in a piece of the file, in order; what stands in comments is none.
  ///
  /// - Complexity: O(bytes).
  static func addresses(in range: Range<Int>, of bytes: [UInt8]) -> [PageAddress] {
    var found: [PageAddress] = []
    var offset = range.lowerBound
    while offset < range.upperBound {
      guard bytes[offset] == 0x3C else {
        offset += 1
        continue
      }
      if ByteSearch.matches(commentStart, at: offset, in: bytes, to: range.upperBound) {
        let rest = (offset + commentStart.count)..<range.upperBound
        offset =
          ByteSearch.first(commentEnd, in: bytes, rest).map { $0 + commentEnd.count } ?? rest.upperBound
        continue
      }
      let start = offset
      offset += 1
      let name = word(from: offset, to: range.upperBound, in: bytes)
      offset = name.upperBound
      guard let (role, attribute) = addressed(bytes[name]) else { continue }
      let value = value(of: attribute, &offset, to: range.upperBound, in: bytes)
      guard let value, !value.isEmpty else { continue }
      let isVerbatim = !bytes[value].contains(0x26) || !bytes[value].contains(0x3B)
      found.append(
        PageAddress(
          role: role, bytes: resolved(bytes[value]), element: start..<offset, place: isVerbatim ? value : nil,
          node: nil))
    }
    return found
  }

  private static let commentStart = Array("<!--".utf8)
  private static let commentEnd = Array("-->".utf8)

  private static func addressed(_ name: ArraySlice<UInt8>) -> (PageAddress.Role, String)? {
    switch String(decoding: name, as: UTF8.self).lowercased() {
    case "a": (.link, "href")
    case "img": (.image, "src")
    default: nil
    }
  }

  /// The first value of an attribute; leaves the offset behind the tag.
  private static func value(
    of attribute: String, _ offset: inout Int, to end: Int, in bytes: [UInt8]
  ) -> Range<Int>? {
    var found: Range<Int>?
    while offset < end, bytes[offset] != 0x3E {
      let name = word(from: offset, to: end, in: bytes)
      guard !name.isEmpty else {
        offset += 1
        continue
      }
      offset = skipSpace(from: name.upperBound, to: end, in: bytes)
      guard offset < end, bytes[offset] == 0x3D else { continue }
      offset = skipSpace(from: offset + 1, to: end, in: bytes)
      let value = quoted(&offset, to: end, in: bytes)
      if found == nil, String(decoding: bytes[name], as: UTF8.self).lowercased() == attribute {
        found = value
      }
    }
    offset = min(offset + 1, end)
    return found
  }

  private static func quoted(_ offset: inout Int, to end: Int, in bytes: [UInt8]) -> Range<Int> {
    let start = offset
    if start < end, bytes[start] == 0x22 || bytes[start] == 0x27 {
      let close = bytes[(start + 1)..<end].firstIndex(of: bytes[start]) ?? end
      offset = min(close + 1, end)
      return (start + 1)..<close
    }
    while offset < end, bytes[offset] > 0x20, bytes[offset] != 0x3E { offset += 1 }
    return start..<offset
  }

  private static func word(from start: Int, to end: Int, in bytes: [UInt8]) -> Range<Int> {
    let word = bytes[start..<end].prefix {
      Characters.isLetter($0) || Characters.isDigit($0) || $0 == 0x2D || $0 == 0x5F || $0 == 0x3A
    }
    return start..<(start + word.count)
  }

  private static func skipSpace(from start: Int, to end: Int, in bytes: [UInt8]) -> Int {
    bytes[start..<end].firstIndex { $0 > 0x20 } ?? end
  }

  /// An address with the character reference that stands in addresses resolved.
  private static func resolved(_ value: ArraySlice<UInt8>) -> [UInt8] {
    Array(String(decoding: value, as: UTF8.self).replacing("&amp;", with: "&").utf8)
  }
}
