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

  /// An empty text; no more is allocated for as many bytes.
  package init(capacity: Int) {
    bytes.reserveCapacity(capacity)
  }

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
    var text = text
    text.withUTF8 { utf8 in
      // What needs no escape is copied in one piece.
      var start = 0
      for (index, byte) in utf8.enumerated() where Self.mayNeedEscape(byte) {
        // U+0080 to U+009F are C2 and the character's own number.
        guard byte != 0xC2 || utf8[index + 1] < 0xA0 else { continue }
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start..<index]))
        escape(byte == 0xC2 ? utf8[index + 1] : byte)
        start = index + (byte == 0xC2 ? 2 : 1)
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start...]))
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// C0, DEL and C1 as well: some terminals obey them, and JSON may be looked at on one.
  private static func mayNeedEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F || byte == 0xC2
  }

  private mutating func escape(_ character: UInt8) {
    bytes.append(UInt8(ascii: "\\"))
    switch character {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(character)
    case UInt8(ascii: "\n"): bytes.append(UInt8(ascii: "n"))
    case UInt8(ascii: "\t"): bytes.append(UInt8(ascii: "t"))
    default:
      let digits = String(character, radix: 16)
      bytes.append(contentsOf: (digits.utf8.count == 1 ? "u000" : "u00").utf8)
      bytes.append(contentsOf: digits.utf8)
    }
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
