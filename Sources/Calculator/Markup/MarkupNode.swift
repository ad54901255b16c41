/// What a calculator shows: an element of HTML, MathML or SVG, or text.
///
/// The same tree is written into pages as HTML and handed to scripts as JSON, so that what a page shows before its
/// first keystroke and behind it is made by one piece of code.
public indirect enum MarkupNode: Sendable {
  /// Plain text.
  case text([UInt8])
  /// An element with its attributes and what stands in it.
  case element(StaticString, [Attribute], [MarkupNode])

  /// An attribute; its value is plain text.
  public struct Attribute: Sendable {
    var name: StaticString
    var value: [UInt8]

    init(_ name: StaticString, _ value: [UInt8]) {
      self.name = name
      self.value = value
    }

    init(_ name: StaticString, _ value: StaticString) {
      self.init(name, Array(literal: value))
    }
  }

  static func element(_ name: StaticString, _ children: [MarkupNode]) -> MarkupNode {
    .element(name, [], children)
  }

  static func text(_ literal: StaticString) -> MarkupNode { .text(Array(literal: literal)) }
}

extension Array where Element == UInt8 {
  /// The bytes of a literal.
  init(literal: StaticString) {
    self.init()
    append(literal)
  }

  mutating func append(_ literal: StaticString) {
    literal.withUTF8Buffer { append(contentsOf: $0) }
  }
}

extension MarkupNode {
  /// Appends the tree as HTML.
  ///
  /// - Complexity: O(nodes and bytes); the depth of trees is bounded by what makes them.
  public func appendHTML(to output: inout [UInt8]) {
    switch self {
    case .text(let text):
      MarkupNode.appendEscaped(text, to: &output)
    case .element(let name, let attributes, let children):
      output.append(0x3C)
      output.append(name)
      for attribute in attributes {
        output.append(0x20)
        output.append(attribute.name)
        output.append("=\"")
        MarkupNode.appendEscaped(attribute.value, to: &output)
        output.append(0x22)
      }
      output.append(0x3E)
      for child in children { child.appendHTML(to: &output) }
      output.append("</")
      output.append(name)
      output.append(0x3E)
    }
  }

  private static func appendEscaped(_ text: [UInt8], to output: inout [UInt8]) {
    for byte in text {
      switch byte {
      case UInt8(ascii: "&"): output.append("&amp;")
      case UInt8(ascii: "<"): output.append("&lt;")
      case UInt8(ascii: ">"): output.append("&gt;")
      case UInt8(ascii: "\""): output.append("&quot;")
      default: output.append(byte)
      }
    }
  }

  /// Appends the tree as JSON: text is a string, an element `["name",{"attribute":"value"},child,…]`.
  func appendJSON(to output: inout [UInt8]) {
    switch self {
    case .text(let text):
      JSONText.append(text, to: &output)
    case .element(let name, let attributes, let children):
      output.append("[\"")
      output.append(name)
      output.append("\",{")
      for (index, attribute) in attributes.enumerated() {
        if index > 0 { output.append(0x2C) }
        output.append(0x22)
        output.append(attribute.name)
        output.append("\":")
        JSONText.append(attribute.value, to: &output)
      }
      output.append(0x7D)
      for child in children {
        output.append(0x2C)
        child.appendJSON(to: &output)
      }
      output.append(0x5D)
    }
  }
}

/// Writes strings of JSON.
enum JSONText {
  static func append(_ text: [UInt8], to output: inout [UInt8]) {
    output.append(0x22)
    for byte in text {
      switch byte {
      case 0x22, 0x5C:
        output.append(0x5C)
        output.append(byte)
      case 0..<0x20:
        output.append("\\u00")
        output.append(0x30 + byte >> 4)
        output.append(byte & 15 < 10 ? 0x30 + byte & 15 : 0x57 + byte & 15)
      default: output.append(byte)
      }
    }
    output.append(0x22)
  }

  /// Appends `"key":`, with a comma before it unless it is the first of its object.
  static func append(key: StaticString, to output: inout [UInt8]) {
    if output.last != 0x7B { output.append(0x2C) }
    output.append(0x22)
    output.append(key)
    output.append("\":")
  }
}
