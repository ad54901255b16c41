/// What programs that save web pages leave before the parts of a text, and behind them: `[heading2]`, `[content]`,
/// `[/content]`.
package struct ScraperMarker: Hashable, Sendable {
  /// The marker with its brackets.
  package let range: Range<Int>
  /// The level of the heading that begins here, 1–6; `nil` for other text and behind a part.
  package let headingLevel: Int?
  /// Whether the level is in the marker, as in `[heading2]` and `[/heading2]`, which nobody writes otherwise.
  package let isNumbered: Bool
  /// Whether people write it, too, for something to be filled in: `[title]`, `[heading]`, `[paragraph]`.
  package let isWord: Bool

  /// The marker that stands at an offset and ends before another.
  ///
  /// - Complexity: O(1).
  package init?(at start: Int, end: Int, in bytes: [UInt8]) {
    guard start < end, bytes[start] == 0x5B,
      let close = bytes[start..<min(end, start + ScraperMarker.longest)].firstIndex(of: 0x5D)
    else { return nil }
    let isClosing = bytes[start + 1] == 0x2F
    let name = String(decoding: bytes[(start + (isClosing ? 2 : 1))..<close], as: UTF8.self)
    let level: Int?
    switch name {
    case "content", "paragraph": level = nil
    case "title", "heading": level = 1
    case "heading1", "heading2", "heading3", "heading4", "heading5", "heading6":
      level = Int(bytes[close - 1] &- 0x30)
    default: return nil
    }
    range = start..<close + 1
    headingLevel = isClosing ? nil : level
    isNumbered = level != nil && name != "title" && name != "heading"
    isWord = !isClosing && (name == "title" || name == "heading" || name == "paragraph")
  }

  /// The bytes of `[/paragraph]`.
  private static let longest = 12
}
