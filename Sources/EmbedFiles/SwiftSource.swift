import Foundation

/// A Swift file that defines the constant `name`, with each content as a string literal: a byte is the character
/// of the same number, so that any content is a valid literal, and the compiler only copies it. (Array literals
/// and `.embedInCode` resources cost the compiler a thousand times more.)
func swiftSource(defining name: String, as files: [(name: String, content: Data)]) -> String {
  var source = "let \(name): [EmbeddedFile] = [\n"
  for file in files {
    source += "  EmbeddedFile(name: \(literal(Data(file.name.utf8))), content: \(literal(file.content))),\n"
  }
  return source + "]\n"
}

private func literal(_ bytes: Data) -> String {
  var text = "\""
  for byte in bytes {
    switch byte {
    case 0x0A: text += "\\n"
    case 0x20, 0x21, 0x23..<0x5C, 0x5D..<0x7F: text.unicodeScalars.append(Unicode.Scalar(byte))
    default: text += "\\u{\(String(byte, radix: 16))}"
    }
  }
  return text + "\""
}
