/// An element of a piece of MathML, as a strict reader of XML sees it.
struct MathMLElement {
  var name: String
  var attributes: [(name: String, value: String)] = []
  var children: [MathMLElement] = []
  /// The text of a token, with references resolved.
  var text = ""

  /// The value of an attribute.
  subscript(attribute: String) -> String? { attributes.first { $0.name == attribute }?.value }

  /// The text of all tokens in it, one behind the other.
  var allText: String { children.reduce(text) { $0 + $1.allText } }
}

/// Reads XML of one root element without white space between tags: what our serializer writes, and nothing else.
///
/// Works on bytes, because a combining character may stand directly behind a tag.
struct MathMLReader {
  /// Why something is no well-formed XML.
  struct Fault: Error, Equatable {
    var message: String
  }

  private let bytes: [UInt8]
  private var index = 0

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The root element.
  ///
  /// - Complexity: O(bytes); no recursion.
  static func read(_ bytes: [UInt8]) throws(Fault) -> MathMLElement {
    guard String(validating: bytes, as: UTF8.self) != nil else { throw Fault(message: "no UTF-8") }
    var reader = MathMLReader(bytes)
    return try reader.root()
  }

  private mutating func root() throws(Fault) -> MathMLElement {
    var open: [MathMLElement] = []
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "<") else {
        guard !open.isEmpty else { throw Fault(message: "text outside the root") }
        open[open.count - 1].text += try text(endedBy: UInt8(ascii: "<"))
        continue
      }
      index += 1
      if take("/") {
        let name = try name()
        guard take(">") else { throw Fault(message: "</\(name) without >") }
        guard let element = open.popLast(), element.name == name else {
          throw Fault(message: "mismatched </\(name)>")
        }
        if open.isEmpty { return try end(element) }
        open[open.count - 1].children.append(element)
        continue
      }
      let (element, isEmpty) = try startTag()
      if !isEmpty {
        open.append(element)
      } else if open.isEmpty {
        return try end(element)
      } else {
        open[open.count - 1].children.append(element)
      }
    }
    throw Fault(message: "an element is not closed")
  }

  private func end(_ root: MathMLElement) throws(Fault) -> MathMLElement {
    guard index == bytes.count else { throw Fault(message: "something follows the root") }
    return root
  }

  private mutating func startTag() throws(Fault) -> (MathMLElement, isEmpty: Bool) {
    var element = MathMLElement(name: try name())
    while take(" ") {
      let attribute = try name()
      guard take("="), take("\"") else { throw Fault(message: "\(attribute) without a value") }
      let value = try text(endedBy: UInt8(ascii: "\""))
      guard take("\"") else { throw Fault(message: "the value of \(attribute) is not closed") }
      guard element[attribute] == nil else { throw Fault(message: "\(attribute) twice") }
      element.attributes.append((attribute, value))
    }
    let isEmpty = take("/")
    guard take(">") else { throw Fault(message: "<\(element.name) without >") }
    return (element, isEmpty)
  }

  private mutating func name() throws(Fault) -> String {
    let start = index
    while index < bytes.count, UInt8(ascii: "a")...UInt8(ascii: "z") ~= bytes[index] { index += 1 }
    guard index > start else { throw Fault(message: "a name is missing") }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard index < bytes.count, UInt32(bytes[index]) == character.value else { return false }
    index += 1
    return true
  }

  private mutating func text(endedBy end: UInt8) throws(Fault) -> String {
    var result: [UInt8] = []
    while index < bytes.count, bytes[index] != end {
      switch bytes[index] {
      case UInt8(ascii: "&"): result += try reference()
      case UInt8(ascii: "<"), UInt8(ascii: ">"): throw Fault(message: "a bare < or >")
      case 0..<0x20, 0x7F: throw Fault(message: "a control character")
      default:
        result.append(bytes[index])
        index += 1
      }
    }
    let string = String(decoding: result, as: UTF8.self)
    if string.unicodeScalars.contains(where: { $0.value == 0xFFFE || $0.value == 0xFFFF }) {
      throw Fault(message: "a character that XML forbids")
    }
    return string
  }

  private mutating func reference() throws(Fault) -> [UInt8] {
    let names: [(String, String)] = [
      ("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#x302;", "\u{302}"),
      ("&#x332;", "\u{332}"),
    ]
    for (name, value) in names where bytes[index...].starts(with: name.utf8) {
      index += name.utf8.count
      return Array(value.utf8)
    }
    throw Fault(message: "the reference \(String(decoding: bytes[index...].prefix(8), as: UTF8.self))")
  }
}
