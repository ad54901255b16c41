import SourceText

/// Reads the plain forms of YAML that nearly all front matter is written in, byte by byte.
///
/// Accepted: `key: value` lines whose values are one-line plain or quoted scalars, one-line flow lists of scalars,
/// block lists of scalars, or (at the first level) a map of such lines; comments; blank lines. Keys are words of
/// ASCII letters, digits, `_`, `-`, `.` and any non-ASCII characters. Everything else, whether YAML or not, gives
/// `nil` and is left to a full parser. Wherever this reader gives a value, that parser gives the same one.
///
/// - Complexity: O(bytes + keys²), at most `maximumKeys` keys a map.
struct FastYAMLReader {
  let bytes: [UInt8]
  let end: Int
  var position: Int

  private static let maximumKeys = 64
  private static let maximumKeyLength = 128

  /// Entries of the top-level map, or `nil` when the text leaves the plain forms.
  static func read(_ range: Range<Int>, of file: SourceFile) -> [MetadataEntry]? {
    guard isPlainText(file.bytes.span, range) else { return nil }
    var reader = FastYAMLReader(bytes: file.bytes, range: range)
    return reader.map(indent: 0, mayNest: true)
  }

  private init(bytes: [UInt8], range: Range<Int>) {
    self.bytes = bytes
    self.end = range.upperBound
    self.position = range.lowerBound
  }

  /// Whether no byte needs a full parser's eye: tabs, control characters, lone carriage returns, the Unicode line
  /// breaks U+0085, U+2028 and U+2029, byte order marks, non-characters.
  private static func isPlainText(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = bytes[index]
      index += 1
      if byte >= 0x20, byte < 0x7F || (byte > 0x7F && byte != 0xC2 && byte != 0xE2 && byte != 0xEF) {
        continue
      }
      if byte == 0x0A { continue }
      let next = index < range.upperBound ? bytes[index] : 0
      let third = index + 1 < range.upperBound ? bytes[index + 1] : 0
      switch byte {
      case 0x0D where next == 0x0A: continue
      case 0xC2 where next >= 0xA0: continue
      case 0xE2 where next != 0x80 || (third != 0xA8 && third != 0xA9): continue
      case 0xEF where (next != 0xBB || third != 0xBF) && (next != 0xBF || third < 0xBE): continue
      default: return false
      }
    }
    return true
  }

  // MARK: Lines

  /// Moves to the next line that holds more than a comment.
  ///
  /// - Returns: Its indentation in spaces; the position is then at its first character. `nil` at the end.
  private mutating func nextContentLine() -> Int? {
    while position < end {
      let lineStart = position
      skipSpaces()
      guard !atLineEnd else {
        skipLineEnd()
        continue
      }
      guard bytes[position] == UInt8(ascii: "#") else { return position - lineStart }
      skipComment()
    }
    return nil
  }

  var atLineEnd: Bool {
    position == end || bytes[position] == 0x0A || bytes[position] == 0x0D
  }

  private mutating func skipLineEnd() {
    if position < end, bytes[position] == 0x0D { position += 1 }
    if position < end { position += 1 }
  }

  private mutating func skipSpaces() {
    while position < end, bytes[position] == 0x20 { position += 1 }
  }

  private mutating func skipComment() {
    while !atLineEnd { position += 1 }
    skipLineEnd()
  }

  /// Spaces, perhaps a comment, and the line's end; false when anything else follows.
  private mutating func finishLine() -> Bool {
    let before = position
    skipSpaces()
    if atLineEnd {
      skipLineEnd()
      return true
    }
    guard bytes[position] == UInt8(ascii: "#"), position > before else { return false }
    skipComment()
    return true
  }

  /// Whether a dash that begins a list item stands here.
  private var atDash: Bool {
    guard position < end, bytes[position] == UInt8(ascii: "-") else { return false }
    return position + 1 == end || [0x20, 0x0A, 0x0D].contains(bytes[position + 1])
  }

  // MARK: Structures

  private mutating func map(indent: Int, mayNest: Bool) -> [MetadataEntry]? {
    var entries: [MetadataEntry] = []
    while true {
      let lineStart = position
      guard let lineIndent = nextContentLine() else { return entries }
      if lineIndent < indent {
        position = lineStart
        return entries
      }
      guard lineIndent == indent, entries.count < FastYAMLReader.maximumKeys, let keyRange = key() else {
        return nil
      }
      let key = String(decoding: bytes[keyRange], as: UTF8.self)
      guard !entries.contains(where: { $0.key == key }) else { return nil }
      guard let value = mapValue(indent: indent, mayNest: mayNest) else { return nil }
      entries.append(MetadataEntry(key: key, keyRange: SourceRange(keyRange), value: value))
    }
  }

  /// A key and its colon; the position is then behind the colon.
  private mutating func key() -> Range<Int>? {
    let start = position
    while position < end {
      let byte = bytes[position]
      switch byte {
      case 0x61...0x7A, 0x41...0x5A, 0x5F, 0x80...0xFF: break
      case 0x30...0x39, UInt8(ascii: "-"), UInt8(ascii: "."): if position == start { return nil }
      case UInt8(ascii: ":"):
        guard position > start, position - start <= FastYAMLReader.maximumKeyLength else { return nil }
        position += 1
        guard atLineEnd || bytes[position] == 0x20 else { return nil }
        return start..<position - 1
      default: return nil
      }
      position += 1
    }
    return nil
  }

  private mutating func mapValue(indent: Int, mayNest: Bool) -> MetadataValue? {
    let afterColon = position
    skipSpaces()
    guard atLineEnd || bytes[position] == UInt8(ascii: "#") else {
      guard let value = bytes[position] == UInt8(ascii: "[") ? flowList() : scalar(inFlow: false),
        finishLine()
      else { return nil }
      return value
    }
    position = afterColon
    guard finishLine() else { return nil }
    let nextLine = position
    let nextIndent = nextContentLine()
    let first = position
    let isList = atDash
    position = nextLine
    if let nextIndent, mayNest, isList ? nextIndent >= indent : nextIndent > indent {
      if isList { return blockList(indent: nextIndent) }
      guard let entries = map(indent: nextIndent, mayNest: false), let last = entries.last else { return nil }
      return MetadataValue(.map(entries), range: SourceRange(first..<Int(last.value.range.end)))
    }
    // A deeper line that was not taken is refused by the caller, which finds it at the wrong indentation.
    if isList, nextIndent == indent { return nil }
    return MetadataValue(.null, range: SourceRange(afterColon..<afterColon))
  }

  private mutating func blockList(indent: Int) -> MetadataValue? {
    var items: [MetadataValue] = []
    var start = position
    while true {
      let lineStart = position
      guard nextContentLine() == indent, atDash else {
        position = lineStart
        guard let last = items.last else { return nil }
        return MetadataValue(.list(items), range: SourceRange(start..<Int(last.range.end)))
      }
      if items.isEmpty { start = position }
      position += 1
      let afterDash = position
      skipSpaces()
      if atLineEnd || bytes[position] == UInt8(ascii: "#") {
        position = afterDash
        items.append(MetadataValue(.null, range: SourceRange(afterDash..<afterDash)))
      } else {
        guard let item = scalar(inFlow: false) else { return nil }
        items.append(item)
      }
      guard finishLine() else { return nil }
    }
  }

  private mutating func flowList() -> MetadataValue? {
    let start = position
    position += 1
    var items: [MetadataValue] = []
    while true {
      skipSpaces()
      guard !atLineEnd else { return nil }
      if bytes[position] != UInt8(ascii: "]") {
        guard let item = scalar(inFlow: true) else { return nil }
        items.append(item)
        skipSpaces()
        guard !atLineEnd else { return nil }
        if bytes[position] == UInt8(ascii: ",") {
          position += 1
          continue
        }
      }
      guard bytes[position] == UInt8(ascii: "]") else { return nil }
      position += 1
      return MetadataValue(.list(items), range: SourceRange(start..<position))
    }
  }
}
