import Rendering

/// Appends to a buffer of XML.
struct XMLText {
  private(set) var bytes: [UInt8] = Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8)

  /// Appends markup as it is.
  mutating func append(_ markup: StaticString) { HTMLWriter.append(markup, to: &bytes) }

  /// Appends an element that holds text.
  mutating func append(_ name: String, attributes: String = "", text: [UInt8]) {
    bytes += Array("<\(name)\(attributes)>".utf8)
    HTMLWriter.append(text: text, to: &bytes)
    bytes += Array("</\(name)>\n".utf8)
  }

  /// Appends an element that holds one element with text.
  mutating func append(_ name: String, nested: (name: String, text: [UInt8])) {
    bytes += Array("<\(name)>".utf8)
    append(nested.name, text: nested.text)
    bytes += Array("</\(name)>\n".utf8)
  }

  /// Appends an element without content; the values of its attributes are escaped.
  mutating func append(_ name: String, _ attributes: [(name: String, value: [UInt8])]) {
    bytes += Array("<\(name)".utf8)
    for attribute in attributes {
      bytes += Array(" \(attribute.name)=\"".utf8)
      HTMLWriter.append(text: attribute.value, to: &bytes)
      bytes.append(0x22)
    }
    bytes += Array("/>\n".utf8)
  }
}
