import Markdown
import SourceText

/// Why a text is not TOML that is read here.
struct TOMLError: Error, Hashable {
  /// Offset of the first byte that does not fit.
  var offset: Int
  /// What was expected, a clause.
  var expected: String
}

/// Reads the TOML 1.0 of front matter: keys, tables, arrays of tables, strings, numbers, dates, arrays and inline
/// tables.
///
/// Numbers, dates and truth values are kept as they are written.
struct TOMLReader {
  /// Deepest nesting of arrays and inline tables.
  private static let deepest = 16

  private let bytes: [UInt8]
  private let end: Int
  private var index: Int

  /// The keys and values of a stretch of lines.
  ///
  /// - Complexity: O(bytes · keys of a table).
  static func read(_ range: Range<Int>, of bytes: [UInt8]) throws(TOMLError) -> [MetadataEntry] {
    var reader = TOMLReader(bytes: bytes, end: range.upperBound, index: range.lowerBound)
    var root = TOMLTable()
    var prefix = TOMLKey()
    while reader.skipBlankLines() {
      let start = reader.index
      if reader.skip("[[") {
        prefix = try reader.key()
        guard reader.skip("]]") else { throw reader.error("`]]`") }
        guard root.addTable(prefix) else { throw TOMLError(offset: start, expected: "a table's own name") }
      } else if reader.skip("[") {
        prefix = try reader.key()
        guard reader.skip("]") else { throw reader.error("`]`") }
        guard root.set(nil, at: prefix) else {
          throw TOMLError(offset: start, expected: "a table's own name")
        }
      } else {
        let key = try reader.key()
        guard reader.skip("=") else { throw reader.error("`=` behind the key") }
        let value = try reader.value(depth: 0)
        guard root.set(value, at: key.below(prefix)) else {
          throw TOMLError(offset: start, expected: "a new key")
        }
      }
      try reader.finishLine()
    }
    return root.entries
  }

  private func error(_ expected: String) -> TOMLError { TOMLError(offset: index, expected: expected) }

  private var next: UInt8? { index < end ? bytes[index] : nil }

  // MARK: Lines

  private mutating func skipBlanks() {
    while let byte = next, byte == 0x20 || byte == 0x09 { index += 1 }
  }

  private mutating func skipComment() {
    skipBlanks()
    guard next == 0x23 else { return }
    while let byte = next, byte != 0x0A { index += 1 }
  }

  /// Skips white space, comments and line ends; false at the end.
  private mutating func skipBlankLines() -> Bool {
    while true {
      skipComment()
      guard let byte = next else { return false }
      guard byte == 0x0A || byte == 0x0D else { return true }
      index += 1
    }
  }

  private mutating func finishLine() throws(TOMLError) {
    skipComment()
    if next == 0x0D { index += 1 }
    guard next == nil || next == 0x0A else { throw error("the end of the line") }
  }

  private mutating func skip(_ text: StaticString) -> Bool {
    skipBlanks()
    let count = text.utf8CodeUnitCount
    guard index + count <= end, (0..<count).allSatisfy({ bytes[index + $0] == text.utf8Start[$0] }) else {
      return false
    }
    index += count
    return true
  }

  // MARK: Keys and values

  private mutating func key() throws(TOMLError) -> TOMLKey {
    var parts: [String] = []
    skipBlanks()
    let first = index
    var end = index
    repeat {
      skipBlanks()
      switch next {
      case 0x22: parts.append(try basicString())
      case 0x27: parts.append(try literalString())
      default:
        let start = index
        while let byte = next, TextBytes.isAlphanumeric(byte) || byte == 0x2D || byte == 0x5F || byte >= 0x80
        {
          index += 1
        }
        guard index > start else { throw error("a key") }
        parts.append(String(decoding: bytes[start..<index], as: UTF8.self))
      }
      end = index
    } while skip(".")
    return TOMLKey(parts: parts, range: SourceRange(first..<end))
  }

  private mutating func value(depth: Int) throws(TOMLError) -> MetadataValue.Content {
    guard depth < TOMLReader.deepest else { throw error("fewer brackets in one another") }
    skipBlanks()
    switch next {
    case 0x22: return .scalar(try skip("\"\"\"") ? multiline(0x22) : basicString(), .doubleQuoted)
    case 0x27: return .scalar(try skip("'''") ? multiline(0x27) : literalString(), .singleQuoted)
    case 0x5B: return try array(depth: depth)
    case 0x7B: return try inlineTable(depth: depth)
    default: return .scalar(try plain(), .plain)
    }
  }

  /// A number, a date or a truth value.
  private mutating func plain() throws(TOMLError) -> String {
    let start = index
    while let byte = next, byte > 0x20, byte < 0x7F, byte != 0x2C, byte != 0x5D, byte != 0x7D, byte != 0x23 {
      index += 1
      // A date and its time may be divided by a space.
      let isDay = index - start == 10 && bytes[start + 4] == 0x2D
      if isDay, next == 0x20, index + 1 < end, TextBytes.isDigit(bytes[index + 1]) { index += 1 }
    }
    let text = String(decoding: bytes[start..<index], as: UTF8.self)
    let isNumber = text.utf8.first.map { TextBytes.isDigit($0) || $0 == 0x2B || $0 == 0x2D } ?? false
    guard isNumber || ["true", "false", "inf", "nan"].contains(text) else {
      index = start
      throw error("a value, or text in quotes,")
    }
    return text
  }

  private mutating func array(depth: Int) throws(TOMLError) -> MetadataValue.Content {
    index += 1
    var items: [MetadataValue] = []
    while skipBlankLines() {
      if skip("]") { return .list(items) }
      items.append(MetadataValue(try value(depth: depth + 1), range: TOMLTable.nowhere))
      guard skipBlankLines() else { break }
      guard skip(",") || next == 0x5D else { throw error("`,` or `]`") }
    }
    throw error("`]`")
  }

  private mutating func inlineTable(depth: Int) throws(TOMLError) -> MetadataValue.Content {
    index += 1
    var table = TOMLTable()
    if skip("}") { return .map([]) }
    repeat {
      let key = try key()
      guard skip("=") else { throw error("`=` behind the key") }
      guard table.set(try value(depth: depth + 1), at: key) else { throw error("a new key") }
    } while skip(",")
    guard skip("}") else { throw error("`}`") }
    return .map(table.entries)
  }

  // MARK: Strings

  private mutating func literalString() throws(TOMLError) -> String {
    let start = index + 1
    guard let close = bytes[start..<end].firstIndex(where: { $0 == 0x27 || $0 == 0x0A }), bytes[close] == 0x27
    else { throw error("a closing `'`") }
    index = close + 1
    return String(decoding: bytes[start..<close], as: UTF8.self)
  }

  private mutating func basicString() throws(TOMLError) -> String {
    index += 1
    var text: [UInt8] = []
    while let byte = next, byte != 0x0A {
      index += 1
      if byte == 0x22 { return String(decoding: text, as: UTF8.self) }
      if byte == 0x5C { try escape(to: &text) } else { text.append(byte) }
    }
    throw error("a closing `\"`")
  }

  /// A string over several lines, behind its three opening marks.
  private mutating func multiline(_ mark: UInt8) throws(TOMLError) -> String {
    if next == 0x0D { index += 1 }
    if next == 0x0A { index += 1 }
    var text: [UInt8] = []
    while let byte = next {
      let run = bytes[index..<min(end, index + 5)].prefix { $0 == mark }.count
      if run >= 3 {
        index += run
        text += [UInt8](repeating: mark, count: run - 3)
        return String(decoding: text, as: UTF8.self)
      }
      index += 1
      if byte == 0x5C, mark == 0x22 { try escape(to: &text) } else { text.append(byte) }
    }
    throw error("three closing quotation marks")
  }

  private mutating func escape(to text: inout [UInt8]) throws(TOMLError) {
    guard let byte = next else { throw error("an escaped character") }
    index += 1
    switch byte {
    case 0x62: text.append(0x08)
    case 0x74: text.append(0x09)
    case 0x6E: text.append(0x0A)
    case 0x66: text.append(0x0C)
    case 0x72: text.append(0x0D)
    case 0x22, 0x5C: text.append(byte)
    case 0x75, 0x55:
      let count = byte == 0x75 ? 4 : 8
      guard index + count <= end,
        let code = UInt32(String(decoding: bytes[index..<index + count], as: UTF8.self), radix: 16),
        let scalar = Unicode.Scalar(code)
      else { throw error("\(count) hexadecimal digits") }
      index += count
      text += Array(String(scalar).utf8)
    case 0x0A, 0x0D, 0x20, 0x09:
      while let blank = next, [0x20, 0x09, 0x0A, 0x0D].contains(blank) { index += 1 }
    default: throw error("an escape of TOML's")
    }
  }
}
