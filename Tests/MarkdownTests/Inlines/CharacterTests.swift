import SourceText
import Testing

@testable import Markdown

@Suite("Characters that no page may hold")
struct CharacterTests {
  @Test(
    "A reference to one is shown as U+FFFD, wherever it stands",
    arguments: [
      "&#65534;", "&#xFFFF;", "&#xD800;", "&#xDFFF;", "&#0;", "&#x110000;", "&#1;", "&#127;", "&#x1F;",
    ])
  func references(_ reference: String) {
    for (text, expected) in [
      ("a\(reference)b", "p(a�b)"), ("# \(reference)", "h1(�)"),
      ("[\(reference)](\(reference))", "p(link:�(�))"), ("![\(reference)](u)", "p(image:u(�))"),
      ("| \(reference) |\n|---|", "table(th(�))"),
      ("https://a.b/\(reference)c", "p(link:https://a.b/�c(https://a.b/�c))"),
      ("**\(reference)**", "p(strong(�))"), ("> [!note] \(reference)", "note!(title(�))"),
      ("x[^1]\n\n[^1]: \(reference)", "p(x{^1.0})note:1(p(�))"),
    ] {
      let document = Sketch(text).document
      #expect(Sketch(document).text == expected)
      #expect(faults(of: document) == [])
    }
    let document = Sketch("[a](u \"\(reference)\")\n\n```\(reference)\nb\n```\n").document
    #expect(document.links.first?.title == Array("�".utf8))
    #expect(document.codeBlocks.first?.info == Array("�".utf8))
  }

  @Test(
    "The control characters behind ASCII are none to be shown either",
    arguments: ["&#x80;", "&#x9f;", "\u{80}", "\u{85}"])
  func furtherControls(_ text: String) {
    #expect(Sketch.of("a\(text)b") == "p(a�b)")
  }

  @Test("References in code and formulas are no references", arguments: ["&#65534;", "&#0;", "&amp;"])
  func verbatim(_ reference: String) {
    #expect(
      Sketch.of("`\(reference)` $\(reference)$ [[\(reference)]]")
        == "p(tt(\(reference)) {$\(reference)} {[\(reference)|\(reference)]})")
    #expect(Sketch.of("```\n\(reference)\n```") == "code(\(reference)\n)")
  }

  @Test(
    "References to other characters are these characters",
    arguments: [
      ("&amp;#0;", "&#0;"), ("&nbsp;", "\u{A0}"), ("&#9;a", "\ta"), ("&copy &copy;", "&copy ©"),
      ("&fjlig;", "fj"), ("&bogus;", "&bogus;"), ("&#x1F600;", "😀"),
    ])
  func otherReferences(_ text: String, _ expected: String) {
    #expect(Sketch.of("a \(text)") == "p(a \(expected))")
  }

  @Test(
    "A control character in the file is shown as U+FFFD in all that can be shown",
    arguments: [0x00, 0x01, 0x02, 0x08, 0x0B, 0x0E, 0x0F, 0x1A, 0x1F, 0x7F] as [UInt8])
  func controls(_ byte: UInt8) {
    let text =
      "aXb `X` [X](X \"X\") [[X|X]] [@aX, X] {calc: X = X}\n\n# X\n\n```X\nX\n```\n\n| X |\n|---|\n\n> [!note] X\n\n<b X>X</b>\n\n    X\n"
    let bytes = text.utf8.map { $0 == UInt8(ascii: "X") ? byte : $0 }
    let document = Document(parsing: SourceFile(path: "q.md", bytes: bytes))
    var shown = document.literals
    for node in document.nodes { shown += document.bytes(of: node.literal) }
    for link in document.links { shown += link.destination + link.title }
    for link in document.wikiLinks { shown += link.target + link.text }
    for item in document.citations.flatMap(\.items) { shown += item.prefix + item.suffix }
    for calculation in document.calculations { shown += calculation.value + calculation.expression }
    for heading in document.headings { shown += heading.plainText + heading.id }
    for code in document.codeBlocks { shown += code.info }
    #expect(!shown.contains(byte))
    #expect(faults(of: document) == [])
  }

  @Test(
    "Ill-formed bytes in spans give valid text",
    arguments: [[0xFF], [0xC3], [0xE7, 0x86], [0xED, 0xA0, 0x80]] as [[UInt8]])
  func illFormed(_ bad: [UInt8]) {
    let text =
      "[[X#X|X]] [@aX, X] [@{X}#X] {calc: X = X} [^X] ![[X]]\n\n[^X]: b\n\n# a {#X k=X}\n\n[a](b){k=X} ==X== ~~X~~ https://a.b/X\n"
    let bytes = text.utf8.flatMap { $0 == UInt8(ascii: "X") ? bad : [$0] }
    let document = Document(parsing: SourceFile(path: "q.md", bytes: bytes))
    var parts: [[UInt8]] = document.footnotes.map(\.label) + document.headings.map(\.id)
    for link in document.wikiLinks { parts += [link.target, link.fragment ?? [], link.text] }
    for item in document.citations.flatMap(\.items) {
      parts += [item.prefix, item.suffix, item.anchor ?? []]
      if case .key(let key) = item.target { parts.append(key) }
    }
    for calculation in document.calculations { parts += [calculation.value, calculation.expression] }
    for link in document.links {
      parts += [link.destination, link.title] + link.attributes.values.map(\.value)
    }
    #expect(parts.allSatisfy { String(validating: $0, as: UTF8.self) != nil })
    #expect(faults(of: document) == [])
  }
}
