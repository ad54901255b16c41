/// What a result shows of a page: its texts one behind the other in one piece of memory, since there are many pages.
struct DocumentCard: Sendable {
  /// Path, title, date, kind, language, provenance, summary, then the tags: of each the length, as in files, and the
  /// bytes.
  let bytes: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) { self.bytes = bytes }

  /// Appends that of a document.
  static func append(_ document: SearchDocument, to bytes: inout [UInt8]) {
    appendText(document.path.span, to: &bytes)
    appendText(document.title.span, to: &bytes)
    appendText(document.date.span, to: &bytes)
    appendText(document.kind.span, to: &bytes)
    appendText(document.language.span, to: &bytes)
    appendText(document.provenance.span, to: &bytes)
    appendText(document.summary.span, to: &bytes)
    for tag in document.tags { appendText(tag.span, to: &bytes) }
  }

  /// The page's path.
  var path: ArraySlice<UInt8> { text(0) }

  /// The page's title.
  var title: ArraySlice<UInt8> { text(1) }

  /// The page's date, or nothing.
  var date: ArraySlice<UInt8> { text(2) }

  private func text(_ number: Int) -> ArraySlice<UInt8> {
    var reader = CardReader()
    for _ in 0..<number { _ = reader.next(bytes.span) }
    let place = reader.next(bytes.span)
    return bytes.dropFirst(place.lowerBound).prefix(place.count)
  }
}

/// Passes over the texts of a card.
struct CardReader {
  private var index = 0

  /// Where the next text is; empty behind the last one. O(1).
  @inline(__always)
  mutating func next(_ bytes: Span<UInt8>) -> Range<Int> {
    var length = 0
    var shift = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      length |= Int(byte & 0x7F) << shift
      if byte < 0x80 { break }
      shift += 7
    }
    let start = index
    index += length
    return range(start, index)
  }

  func isAtEnd(_ bytes: Span<UInt8>) -> Bool { index == bytes.count }
}

/// A length and the bytes.
func appendText(_ text: Span<UInt8>, to content: inout [UInt8]) {
  appendLength(text.count, to: &content)
  text.withUnsafeBufferPointer { content.append(contentsOf: $0) }
}

/// Seven bits a byte, low bits first, the high bit saying that more follow (LEB128).
func appendLength(_ length: Int, to content: inout [UInt8]) {
  var rest = length
  while rest >= 0x80 {
    content.append(UInt8(truncatingIfNeeded: rest & 0x7F | 0x80))
    rest >>= 7
  }
  content.append(UInt8(truncatingIfNeeded: rest))
}
