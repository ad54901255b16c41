import KnowledgeBase

/// Addresses of web pages in plain text.
enum Address {
  /// The address that begins at an offset with `http://` or `https://` and does not go on from a word before it.
  ///
  /// It ends before white space, quotes, angle brackets and Chinese punctuation, and before punctuation that ends the
  /// sentence it stands in. Letters beyond ASCII belong to it only at the beginning of a path's step or a value, for
  /// text is often glued to an address.
  ///
  /// - Complexity: O(length of the address).
  static func span(at start: Int, of line: Range<Int>, in bytes: [UInt8]) -> ProtectedSpan? {
    guard let scheme = scheme(at: start, end: line.upperBound, in: bytes),
      start == line.lowerBound || !TextBytes.isAlphanumeric(bytes[start - 1])
    else { return nil }
    var end = start + scheme
    while end < line.upperBound {
      if bytes[end] == 0x5B, let marker = ScraperMarker(at: end, end: line.upperBound, in: bytes) {
        guard joins(marker.range, of: line, in: bytes) else { break }
        end = marker.range.upperBound
      } else if bytes[end] >= 0x80 {
        let text = foreignText(at: end, of: line, in: bytes)
        guard bytes[end - 1] == 0x2F || bytes[end - 1] == 0x3D, !text.isEmpty else { break }
        end = text.upperBound
      } else if isAddressByte(bytes[end]) {
        end += 1
      } else {
        break
      }
    }
    end = withoutPunctuation(start + scheme..<end, in: bytes)
    return end > start + scheme ? ProtectedSpan(kind: .address, range: start..<end) : nil
  }

  /// Whether an address was shortened for display, which makes it useless.
  static func isCut(_ range: Range<Int>, of line: Range<Int>, in bytes: [UInt8]) -> Bool {
    let behind = bytes[range.upperBound..<line.upperBound]
    return behind.starts(with: "...".utf8) || behind.starts(with: "…".utf8)
  }

  /// The address with what a scraper put into it taken out, and whether there was anything.
  static func cleaned(_ range: Range<Int>, in bytes: [UInt8]) -> (text: [UInt8], markers: [Range<Int>]) {
    var text: [UInt8] = []
    var markers: [Range<Int>] = []
    var index = range.lowerBound
    while index < range.upperBound {
      if bytes[index] == 0x5B, let marker = ScraperMarker(at: index, end: range.upperBound, in: bytes) {
        markers.append(marker.range)
        index = marker.range.upperBound
      } else {
        text.append(bytes[index])
        index += 1
      }
    }
    return (text, markers)
  }

  private static func scheme(at start: Int, end: Int, in bytes: [UInt8]) -> Int? {
    for scheme in ["https://", "http://"] where start + scheme.utf8.count < end {
      let isThere = zip(bytes[start..<start + scheme.utf8.count], scheme.utf8).allSatisfy {
        $0 == $1 || ($0 &- 0x41 < 26 && $0 | 0x20 == $1)
      }
      if isThere { return scheme.utf8.count }
    }
    return nil
  }

  /// Whether a marker cuts an address in two: an address goes on behind it at once.
  private static func joins(_ marker: Range<Int>, of line: Range<Int>, in bytes: [UInt8]) -> Bool {
    let isInside = [0x2F, 0x3D, 0x2D, 0x5F, 0x2E, 0x3F, 0x26].contains(bytes[marker.lowerBound - 1])
    return isInside && marker.upperBound < line.upperBound
      && TextBytes.isAlphanumeric(bytes[marker.upperBound])
  }

  /// Letters and digits beyond ASCII from an offset on.
  private static func foreignText(at start: Int, of line: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
    var end = start
    while end < line.upperBound, bytes[end] >= 0x80 {
      let scalar = TextBytes.scalar(at: end, in: bytes)
      guard scalar.properties.isAlphabetic, scalar != "\u{FFFD}" else { break }
      end += UTF8.width(scalar)
    }
    return start..<end
  }

  private static func isAddressByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x00...0x20, 0x22, 0x3C, 0x3E, 0x5B, 0x5C, 0x5D, 0x5E, 0x60, 0x7B, 0x7C, 0x7D, 0x7F: false
    default: true
    }
  }

  private static func withoutPunctuation(_ range: Range<Int>, in bytes: [UInt8]) -> Int {
    var end = range.upperBound
    var closing = bytes[range].count { $0 == 0x29 } - bytes[range].count { $0 == 0x28 }
    while end > range.lowerBound {
      let last = bytes[end - 1]
      if last == 0x29, closing > 0 {
        closing -= 1
      } else if !".,;:!?'*_~".utf8.contains(last) {
        break
      }
      end -= 1
    }
    return end
  }
}
