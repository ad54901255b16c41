/// Writes JSON text into one buffer; commas come by themselves.
///
///     var json = JSONWriter()
///     json.object { json in
///       json.member("id", "q-sparse")
///       json.array("range") { json in
///         json.value(3)
///         json.value(7)
///       }
///     }
///
/// Members stand in the order they are written. Everything is on one line, so that a document is a line of JSON
/// Lines.
package struct JSONWriter {
  /// The text so far, UTF-8.
  package private(set) var bytes: [UInt8] = []
  /// Whether the next value or key has another one before it.
  private var needsComma = false

  /// An empty text.
  package init() {}

  /// Writes an object, its members by `write`.
  package mutating func object(_ write: (inout JSONWriter) -> Void) {
    enclose(UInt8(ascii: "{"), UInt8(ascii: "}"), write)
  }

  /// Writes an array, its elements by `write`.
  package mutating func array(_ write: (inout JSONWriter) -> Void) {
    enclose(UInt8(ascii: "["), UInt8(ascii: "]"), write)
  }

  /// Writes the name of a member; its value comes next.
  package mutating func key(_ name: String) {
    value(name)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  /// Writes a string.
  package mutating func value(_ text: String) {
    begin()
    bytes.append(UInt8(ascii: "\""))
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\":
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(UInt8(truncatingIfNeeded: scalar.value))
      case "\n": bytes.append(contentsOf: "\\n".utf8)
      case "\t": bytes.append(contentsOf: "\\t".utf8)
      // C0, DEL and C1: some terminals obey them, and JSON may be looked at on one.
      case "\0"..<" ", "\u{7F}"..."\u{9F}":
        let digits = String(scalar.value, radix: 16)
        bytes.append(contentsOf: "\\u".utf8)
        bytes.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: 4 - digits.utf8.count))
        bytes.append(contentsOf: digits.utf8)
      default: bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Writes a whole number.
  package mutating func value(_ number: Int) {
    begin()
    bytes.append(contentsOf: String(number).utf8)
  }

  /// Writes a number by the shortest text that means the same `Double`; `null` if it is not finite.
  package mutating func value(_ number: Double) {
    guard number.isFinite else { return null() }
    begin()
    bytes.append(contentsOf: number.description.utf8)
  }

  /// Writes `true` or `false`.
  package mutating func value(_ flag: Bool) {
    begin()
    bytes.append(contentsOf: (flag ? "true" : "false").utf8)
  }

  /// Writes `null`.
  package mutating func null() {
    begin()
    bytes.append(contentsOf: "null".utf8)
  }

  /// Writes a value that is JSON text already.
  package mutating func verbatim(_ json: some Sequence<UInt8>) {
    begin()
    bytes.append(contentsOf: json)
  }

  /// Ends a line of JSON Lines; what follows is a document of its own.
  package mutating func endLine() {
    bytes.append(UInt8(ascii: "\n"))
    needsComma = false
  }

  private mutating func begin() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = true
  }

  private mutating func enclose(_ open: UInt8, _ close: UInt8, _ write: (inout JSONWriter) -> Void) {
    begin()
    bytes.append(open)
    needsComma = false
    write(&self)
    bytes.append(close)
    needsComma = true
  }
}

extension JSONWriter {
  /// Writes a member with a string.
  package mutating func member(_ name: String, _ text: String) {
    key(name)
    value(text)
  }

  /// Writes a member with a whole number.
  package mutating func member(_ name: String, _ number: Int) {
    key(name)
    value(number)
  }

  /// Writes a member with a number.
  package mutating func member(_ name: String, _ number: Double) {
    key(name)
    value(number)
  }

  /// Writes a member with `true` or `false`.
  package mutating func member(_ name: String, _ flag: Bool) {
    key(name)
    value(flag)
  }

  /// Writes a member with an object.
  package mutating func object(_ name: String, _ write: (inout JSONWriter) -> Void) {
    key(name)
    object(write)
  }

  /// Writes a member with an array.
  package mutating func array(_ name: String, _ write: (inout JSONWriter) -> Void) {
    key(name)
    array(write)
  }
}
