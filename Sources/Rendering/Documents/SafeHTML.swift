import KnowledgeBase

/// The raw HTML authors may write: a few elements without attributes. Comments vanish; all else is text.
struct SafeHTML {
  /// One piece of raw HTML.
  enum Piece {
    case text(ArraySlice<UInt8>)
    case open(name: [UInt8], isVoid: Bool)
    case close(name: [UInt8])
  }

  /// Divides raw HTML into what may be published and what is to be shown as text.
  ///
  /// - Complexity: O(bytes).
  static func pieces(of html: ArraySlice<UInt8>) -> [Piece] {
    var pieces: [Piece] = []
    var start = html.startIndex
    var index = start
    func flush(_ end: Int) {
      if start < end { pieces.append(.text(html[start..<end])) }
    }
    while index < html.endIndex {
      guard html[index] == 0x3C else {
        index += 1
        continue
      }
      if html[index...].starts(with: [0x3C, 0x21, 0x2D, 0x2D]) {
        flush(index)
        index = endOfComment(in: html, from: index + 4)
        start = index
      } else if let tag = tag(in: html, at: index) {
        flush(index)
        pieces.append(tag.piece)
        index = tag.end
        start = index
      } else {
        index += 1
      }
    }
    flush(html.endIndex)
    return pieces
  }

  private static func endOfComment(in html: ArraySlice<UInt8>, from start: Int) -> Int {
    var index = start
    while index < html.endIndex {
      if html[index] == 0x2D, html[index...].starts(with: [0x2D, 0x2D, 0x3E]) { return index + 3 }
      index += 1
    }
    return html.endIndex
  }

  private static func tag(in html: ArraySlice<UInt8>, at start: Int) -> (piece: Piece, end: Int)? {
    var index = start + 1
    let isClosing = index < html.endIndex && html[index] == 0x2F
    if isClosing { index += 1 }
    let nameStart = index
    while index < html.endIndex, (html[index] | 0x20) &- 0x61 < 26 || html[index] &- 0x30 < 10 { index += 1 }
    let name = html[nameStart..<index].map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
    guard
      let element = elements.first(where: {
        $0.utf8CodeUnitCount == name.count && $0.withUTF8Buffer { $0.elementsEqual(name) }
      }),
      let end = endOfTag(in: html, from: index)
    else { return nil }
    let isVoid = element.utf8CodeUnitCount == 2 && name == [0x62, 0x72]
    if isClosing { return isVoid ? nil : (.close(name: name), end) }
    return (.open(name: name, isVoid: isVoid), end)
  }

  private static func endOfTag(in html: ArraySlice<UInt8>, from start: Int) -> Int? {
    var quote: UInt8 = 0
    var index = start
    while index < html.endIndex {
      let byte = html[index]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == 0x22 || byte == 0x27 {
        quote = byte
      } else if byte == 0x3C {
        return nil
      } else if byte == 0x3E {
        return index + 1
      }
      index += 1
    }
    return nil
  }

  private static let elements: [StaticString] = [
    "br", "sub", "sup", "kbd", "mark", "u", "s", "ins", "del", "abbr", "ruby", "rt", "rp", "details",
    "summary",
    "div", "span", "p",
  ]
}
