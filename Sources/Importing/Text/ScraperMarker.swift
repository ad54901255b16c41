/// What scrapers leave before the parts of a text: `[heading2]`, `[content]`.
struct ScraperMarker {
  /// The marker with its brackets.
  let range: Range<Int>
  /// The level of a heading; `nil` for other text.
  let headingLevel: Int?

  /// The marker that stands at an offset.
  ///
  /// - Complexity: O(1).
  init?(at start: Int, end: Int, in bytes: [UInt8]) {
    guard start < end, bytes[start] == 0x5B,
      let close = bytes[start..<min(end, start + 12)].firstIndex(of: 0x5D)
    else { return nil }
    let name = String(decoding: bytes[start + 1..<close], as: UTF8.self)
    range = start..<close + 1
    switch name {
    case "content", "paragraph": headingLevel = nil
    case "title", "heading": headingLevel = 1
    case "heading1", "heading2", "heading3", "heading4", "heading5", "heading6":
      headingLevel = Int(bytes[close - 1] &- 0x30)
    default: return nil
    }
  }
}
