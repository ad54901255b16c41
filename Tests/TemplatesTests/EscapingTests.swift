import Testing

@testable import Templates

@Suite("Escaping text for HTML")
struct EscapingTests {
  @Test(
    "What means something to HTML is escaped wherever it stands, and nothing else",
    arguments: [("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("\"", "&quot;"), ("'", "&#39;")])
  func everywhere(_ character: String, _ reference: String) {
    // Neighbours of the five in one bit, and bytes that borrow from those before them.
    for filler in ["x", "#", "%", "(", "=", "?", "!", "\u{01}", "熵"] {
      for count in 0..<12 {
        let text = String(repeating: filler, count: count)
        var output: [UInt8] = []
        output.append(escaping: Array((text + character + character + text + character).utf8))
        #expect(
          String(decoding: output, as: UTF8.self) == text + reference + reference + text + reference)
      }
    }
  }
}
