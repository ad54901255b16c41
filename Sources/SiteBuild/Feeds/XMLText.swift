import Rendering

/// Appends to a buffer of XML 1.0, which is well formed whatever the texts are.
struct XMLText {
  private(set) var bytes: [UInt8] = Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8)

  /// A part of a document, without its first line.
  static var fragment: XMLText {
    var text = XMLText()
    text.bytes = []
    return text
  }

  /// Begins an element that holds others.
  mutating func open(_ name: String, _ attributes: [(name: String, value: [UInt8])] = []) {
    appendStart(name, attributes)
    bytes += ">\n".utf8
  }

  /// Ends an element.
  mutating func close(_ name: String) { bytes += "</\(name)>\n".utf8 }

  /// Appends an element that holds text.
  mutating func append(_ name: String, attributes: String = "", text: [UInt8]) {
    bytes += "<\(name)\(attributes)>".utf8
    append(escaping: text)
    close(name)
  }

  /// Appends an element that holds one element with text.
  mutating func append(_ name: String, nested: (name: String, text: [UInt8])) {
    bytes += "<\(name)><\(nested.name)>".utf8
    append(escaping: nested.text)
    bytes += "</\(nested.name)></\(name)>\n".utf8
  }

  /// Appends an element without content; the values of its attributes are escaped.
  mutating func append(_ name: String, _ attributes: [(name: String, value: [UInt8])]) {
    appendStart(name, attributes)
    bytes += "/>\n".utf8
  }

  private mutating func appendStart(_ name: String, _ attributes: [(name: String, value: [UInt8])]) {
    bytes += "<\(name)".utf8
    for attribute in attributes {
      bytes += " \(attribute.name)=\"".utf8
      append(escaping: attribute.value)
      bytes.append(0x22)
    }
  }

  /// Appends text; U+FFFD stands for what is no character of XML 1.0 (section 2.2).
  private mutating func append(escaping text: [UInt8]) {
    let start = bytes.count
    HTMLWriter.append(text: text, to: &bytes)
    // Of these, U+FFFE and U+FFFF are left, which are EF BF BE and EF BF BF.
    var place = start
    while let found = bytes[place...].firstIndex(of: 0xEF) {
      place = found + 1
      guard found + 2 < bytes.count, bytes[found + 1] == 0xBF, bytes[found + 2] >= 0xBE else { continue }
      bytes[found + 2] = 0xBD
    }
  }
}
