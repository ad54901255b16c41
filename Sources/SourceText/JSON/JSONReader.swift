/// Why a text is no JSON.
package struct JSONError: Error, Hashable, Sendable {
  /// Offset of the first byte that does not fit.
  package var offset: Int
  /// What is wrong there.
  package var problem: Problem

  /// What can be wrong; the raw value is a sentence without a full stop.
  package enum Problem: String, Sendable {
    case utf8 = "this is not UTF-8"
    case value = "a value is expected here"
    case end = "nothing more is expected here"
    case separator = "a comma or the closing bracket is missing here"
    case name = "a name in double quotes is expected here"
    case colon = "a colon is missing here"
    case string = "this string does not end"
    case control = "a control character must be written as an escape"
    case escape = "this is no escape of JSON"
    case depth = "this is nested too deeply"
  }

  /// A sentence without a full stop.
  package var message: String { "\(problem.rawValue) (byte \(offset))" }
}

/// Reads one JSON document (RFC 8259), strictly.
package struct JSONReader {
  /// Deepest nesting of arrays and objects.
  package static let deepest = 128

  private let bytes: ArraySlice<UInt8>
  private var index: Int

  /// The tree of a text.
  ///
  /// - Complexity: O(bytes).
  package static func read(_ bytes: ArraySlice<UInt8>) throws(JSONError) -> JSONValue {
    do {
      _ = try UTF8Span(validating: bytes.span)
    } catch {
      throw JSONError(offset: error.byteOffsets.lowerBound, problem: .utf8)
    }
    var reader = JSONReader(bytes: bytes, index: bytes.startIndex)
    let value = try reader.value(depth: 0)
    reader.skipSpace()
    guard reader.index == bytes.endIndex else { throw reader.error(.end) }
    return value
  }

  private func error(_ problem: JSONError.Problem) -> JSONError {
    JSONError(offset: index - bytes.startIndex, problem: problem)
  }

  private var next: UInt8? { index < bytes.endIndex ? bytes[index] : nil }

  private mutating func skipSpace() {
    while let byte = next, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D { index += 1 }
  }

  /// Skips white space; true, and past it, if `byte` comes next.
  private mutating func skip(_ byte: UInt8) -> Bool {
    skipSpace()
    guard next == byte else { return false }
    index += 1
    return true
  }

  private mutating func value(depth: Int) throws(JSONError) -> JSONValue {
    guard depth < JSONReader.deepest else { throw error(.depth) }
    skipSpace()
    switch next {
    case UInt8(ascii: "{"): return try object(depth: depth)
    case UInt8(ascii: "["): return try array(depth: depth)
    case UInt8(ascii: "\""): return .string(try string())
    case let byte? where byte == UInt8(ascii: "-") || byte &- UInt8(ascii: "0") < 10:
      return .number(try number())
    default:
      if word("true") { return .bool(true) }
      if word("false") { return .bool(false) }
      if word("null") { return .null }
      throw error(.value)
    }
  }

  private mutating func word(_ word: String) -> Bool {
    guard bytes[index...].starts(with: word.utf8) else { return false }
    index += word.utf8.count
    return true
  }

  private mutating func object(depth: Int) throws(JSONError) -> JSONValue {
    index += 1
    var members: [JSONValue.Member] = []
    if skip(UInt8(ascii: "}")) { return .object(members) }
    repeat {
      skipSpace()
      guard next == UInt8(ascii: "\"") else { throw error(.name) }
      let name = try string()
      guard skip(UInt8(ascii: ":")) else { throw error(.colon) }
      members.append(JSONValue.Member(name: name, value: try value(depth: depth + 1)))
    } while skip(UInt8(ascii: ","))
    guard skip(UInt8(ascii: "}")) else { throw error(.separator) }
    return .object(members)
  }

  private mutating func array(depth: Int) throws(JSONError) -> JSONValue {
    index += 1
    var elements: [JSONValue] = []
    if skip(UInt8(ascii: "]")) { return .array(elements) }
    repeat { elements.append(try value(depth: depth + 1)) } while skip(UInt8(ascii: ","))
    guard skip(UInt8(ascii: "]")) else { throw error(.separator) }
    return .array(elements)
  }

  // MARK: Numbers

  private mutating func number() throws(JSONError) -> String {
    let start = index
    if next == UInt8(ascii: "-") { index += 1 }
    if next == UInt8(ascii: "0") { index += 1 } else { try digits() }
    if next == UInt8(ascii: ".") {
      index += 1
      try digits()
    }
    if next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
      index += 1
      if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { index += 1 }
      try digits()
    }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private mutating func digits() throws(JSONError) {
    let start = index
    while let byte = next, byte &- UInt8(ascii: "0") < 10 { index += 1 }
    guard index > start else { throw error(.value) }
  }

  // MARK: Strings

  private mutating func string() throws(JSONError) -> String {
    let start = index
    index += 1
    var text: [UInt8] = []
    while let byte = next {
      switch byte {
      case UInt8(ascii: "\""):
        index += 1
        return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"):
        let scalar = try escape()
        if scalar.isASCII {
          text.append(UInt8(truncatingIfNeeded: scalar.value))
        } else {
          text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        }
      case 0..<0x20: throw error(.control)
      default:
        text.append(byte)
        index += 1
      }
    }
    index = start
    throw error(.string)
  }

  private mutating func escape() throws(JSONError) -> Unicode.Scalar {
    let start = index
    index += 2
    switch index <= bytes.endIndex ? bytes[index - 1] : 0 {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"):
      if let first = codeUnit() {
        if let scalar = Unicode.Scalar(first) { return scalar }
        // A scalar beyond U+FFFF is two escapes, each one half of a surrogate pair.
        if first < 0xDC00, bytes[index...].starts(with: "\\u".utf8) {
          index += 2
          if let second = codeUnit(), 0xDC00..<0xE000 ~= second,
            let scalar = Unicode.Scalar(0x10000 + (UInt32(first) - 0xD800) << 10 + UInt32(second) - 0xDC00)
          {
            return scalar
          }
        }
      }
    default: break
    }
    index = start
    throw error(.escape)
  }

  private mutating func codeUnit() -> UInt16? {
    guard index + 4 <= bytes.endIndex else { return nil }
    var unit: UInt16 = 0
    for byte in bytes[index..<index + 4] {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): unit = unit << 4 | UInt16(byte - UInt8(ascii: "0"))
      case UInt8(ascii: "a")...UInt8(ascii: "f"): unit = unit << 4 | UInt16(byte - UInt8(ascii: "a") + 10)
      case UInt8(ascii: "A")...UInt8(ascii: "F"): unit = unit << 4 | UInt16(byte - UInt8(ascii: "A") + 10)
      default: return nil
      }
    }
    index += 4
    return unit
  }
}
