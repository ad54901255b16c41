/// The flat objects of a file of JSON lines: the strings and lists of strings of each; other values are passed over.
struct JSONRecord {
  private(set) var strings: [String: [UInt8]] = [:]
  private(set) var lists: [String: [[UInt8]]] = [:]

  /// A member that has to be there.
  func string(_ key: String) throws(Failure) -> [UInt8] {
    guard let value = strings[key] else { throw Failure(message: "a line has no \"\(key)\"") }
    return value
  }

  /// Calls `body` with the records of a file, one a line.
  static func forEach(
    of path: String, _ body: (JSONRecord) throws(Failure) -> Void
  ) throws(Failure) {
    var number = 0
    try TextFile.forEachLine(of: path) { line throws(Failure) in
      number += 1
      var reader = JSONLineReader(line)
      guard let record = reader.record() else {
        throw Failure(message: "\(path): line \(number) is no flat JSON object")
      }
      try body(record)
    }
  }

  fileprivate mutating func add(_ value: [UInt8], _ key: String) { strings[key] = value }
  fileprivate mutating func add(_ value: [[UInt8]], _ key: String) { lists[key] = value }
}

/// Reads one line.
private struct JSONLineReader {
  private let bytes: ArraySlice<UInt8>
  private var index: Int

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    index = bytes.startIndex
  }

  /// The object, or nil where the line is something else.
  mutating func record() -> JSONRecord? {
    var record = JSONRecord()
    guard take("{") else { return nil }
    if take("}") { return record }
    repeat {
      guard let key = string(), take(":") else { return nil }
      let name = String(decoding: key, as: UTF8.self)
      if take("[") {
        guard let list = list() else { return nil }
        record.add(list, name)
      } else if let value = string() {
        record.add(value, name)
      } else {
        skipLiteral()
      }
    } while take(",")
    return take("}") ? record : nil
  }

  private mutating func list() -> [[UInt8]]? {
    var list: [[UInt8]] = []
    if take("]") { return list }
    repeat {
      guard let value = string() else { return nil }
      list.append(value)
    } while take(",")
    return take("]") ? list : nil
  }

  private mutating func string() -> [UInt8]? {
    guard take("\"") else { return nil }
    var text: [UInt8] = []
    while index < bytes.endIndex {
      let byte = bytes[index]
      index += 1
      switch byte {
      case UInt8(ascii: "\""): return text
      case UInt8(ascii: "\\"): guard escape(into: &text) else { return nil }
      default: text.append(byte)
      }
    }
    return nil
  }

  private mutating func escape(into text: inout [UInt8]) -> Bool {
    guard index < bytes.endIndex else { return false }
    let byte = bytes[index]
    index += 1
    switch byte {
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "u"):
      guard var unit = fourDigits() else { return false }
      if unit & 0xFC00 == 0xD800, take("\\"), take("u"), let low = fourDigits() {
        unit = 0x10000 + (unit & 0x3FF) << 10 + low & 0x3FF
      }
      text += Array(String(Unicode.Scalar(unit) ?? "\u{FFFD}").utf8)
    default: text.append(byte)
    }
    return true
  }

  private mutating func fourDigits() -> UInt32? {
    guard index + 4 <= bytes.endIndex else { return nil }
    defer { index += 4 }
    return UInt32(String(decoding: bytes[index..<index + 4], as: UTF8.self), radix: 16)
  }

  private mutating func skipLiteral() {
    while index < bytes.endIndex, bytes[index] != UInt8(ascii: ","), bytes[index] != UInt8(ascii: "}") {
      index += 1
    }
  }

  /// Takes `character` if it comes next, after any spaces.
  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    while index < bytes.endIndex, bytes[index] == 0x20 { index += 1 }
    guard index < bytes.endIndex, bytes[index] == UInt8(ascii: character) else { return false }
    index += 1
    return true
  }
}
