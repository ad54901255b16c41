import Markdown
import SourceText

/// Obsidian's tags in the text: `#tag`, `#信息论/熵`.
struct InlineTags {
  /// The tags without `#`, each once, in order.
  private(set) var tags: [String] = []
  /// Takes away lines that hold nothing but tags.
  private(set) var edits: [TextEdit] = []
  /// The names of fields of the plugin Dataview, with their colons: `key:: value`.
  private(set) var fields: [Range<Int>] = []

  /// Finds the tags in the text of a document, outside of code, formulas and links.
  ///
  /// - Complexity: O(bytes).
  init(_ document: Document) {
    let bytes = document.source.bytes
    var known: Set<String> = []
    var lines: Set<Int> = []
    for node in document.nodes where node.kind == .text {
      let range = node.range.bytes.clamped(to: 0..<bytes.count)
      var index = range.lowerBound
      while index < range.upperBound {
        if let field = InlineTags.field(at: index, in: range, of: bytes) { fields.append(field) }
        guard bytes[index] == 0x23, index == 0 || bytes[index - 1] <= 0x20,
          let end = InlineTags.end(ofTagAt: index, to: range.upperBound, in: bytes)
        else {
          index += 1
          continue
        }
        let tag = String(decoding: bytes[index + 1..<end], as: UTF8.self)
        if known.insert(tag.lowercased()).inserted { tags.append(tag) }
        lines.insert(document.source.lineIndex(at: index))
        index = end
      }
    }
    for line in lines where InlineTags.holdsTagsAlone(document.source.lineRange(line), in: bytes) {
      let range = document.source.lineRange(line)
      let next =
        line + 1 < document.source.lineStarts.count ? Int(document.source.lineStarts[line + 1]) : bytes.count
      edits.append(TextEdit(range: range.lowerBound..<next, replacement: []))
    }
  }

  /// The name before two colons and a blank; in `std::vector` and `fe80::1` is none.
  private static func field(at index: Int, in range: Range<Int>, of bytes: [UInt8]) -> Range<Int>? {
    guard bytes[index] == 0x3A, index > range.lowerBound, index + 1 < range.upperBound,
      bytes[index + 1] == 0x3A,
      index + 2 >= range.upperBound || bytes[index + 2] <= 0x20, bytes[index - 1] > 0x20,
      bytes[index - 1] != 0x3A
    else { return nil }
    var start = index
    while start > range.lowerBound, bytes[start - 1] != 0x0A, !"[(".utf8.contains(bytes[start - 1]) {
      start -= 1
    }
    return start..<index + 2
  }

  /// The end of a tag: letters, digits, `_`, `-` and `/`, not digits alone.
  private static func end(ofTagAt start: Int, to limit: Int, in bytes: [UInt8]) -> Int? {
    var end = start + 1
    var hasLetter = false
    while end < limit {
      let byte = bytes[end]
      if byte >= 0x80 {
        let scalar = TextBytes.scalar(at: end, in: bytes)
        let properties = scalar.properties
        guard properties.isAlphabetic || properties.numericType != nil || properties.isEmojiPresentation
        else { break }
        hasLetter = true
        end += UTF8.width(scalar)
      } else if TextBytes.isAlphanumeric(byte) || byte == 0x5F || byte == 0x2D || byte == 0x2F {
        hasLetter = hasLetter || !TextBytes.isDigit(byte)
        end += 1
      } else {
        break
      }
    }
    return hasLetter && end <= limit ? end : nil
  }

  private static func holdsTagsAlone(_ line: Range<Int>, in bytes: [UInt8]) -> Bool {
    let words = bytes[line].split { $0 <= 0x20 }
    return words.allSatisfy { word in
      word.first == 0x23 && end(ofTagAt: word.startIndex, to: word.endIndex, in: bytes) == word.endIndex
    }
  }
}
