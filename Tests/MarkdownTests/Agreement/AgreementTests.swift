import SourceText
import Testing

@testable import Markdown

@Suite("The tree agrees with libcmark's")
struct AgreementTests {
  /// Pieces that make text look like Markdown with the dialect more often than chance would.
  static let pieces = [
    "a", "b c", "熵", "。", " ", "  ", "    ", "\n", "\n", "\n", "\n\n", "\t", "- ", "* ", "+ ", "1. ", "2) ",
    "> ",
    ">", "# ", "## ", "#", "===\n", "---\n", "***\n", "```\n", "~~~\n", "``` x\n", "    code\n", "*", "**",
    "_",
    "__", "`", "``", "\\", "\\\n", "  \n", "[", "]", "](", ")", "(/u \"t\")", "[a]", "[a][b]", "[a]: /u\n",
    "\n[b]: /v 't'\n", "[ref]: <x y> (t\nu)\n", "![", "<", ">", "<http://a.b/$c$>", "<x@y.z>", "<b>", "</b>",
    "<div>\n", "<!-- ", "-->", "<?", "?>", "<a href='", "'>", "\"", "&amp;", "&lt;", "&", "&#35;",
    "&NotEqualTilde;",
    "&x;", "\\*", "\\&", "\\[", "!", ":", ".", "\r\n", "\r", "<script>", "</script>", "<pre\n", "\\\\", "~",
    "|", "](/u \"b**所", "](/u '", "](/u (", "\\\\\"", "\\\"", "\")", "')", "))", "**", "扂",
  ]
  /// Pieces of the dialect.
  static let dialect = [
    "$", "$$", "$x$", "$$\n", "\n$$\n", "\\(", "\\)", "\\[", "\\]", "$`", "`$", "[[", "]]", "[[a|b]]",
    "![[c]]",
    "[@k]", "[see @k, p. 3; @l]", "{calc: 1 + 1 = 2}", "\\eqref{eq:x}", "{#eq:x}", "{", "}", "{#i .c k=v}",
    "[1]",
    "| a | b |\n", "|---|---|\n", "| ", " |\n", "~~", "==", "%%", "%%\n", "^id", " ^id\n", "\n^id\n", "[^n]",
    "[^n]: ", "\n[^m]:", "> [!note] ", "[!tip]-\n", "- [ ] ", "[x] ", "www.a.b", "http://a.b/c", "x@y.z", "，",
    "”",
    "![i](j)", "```math\n", "x\n```\n",
  ]

  static func text(_ pieces: [String], _ random: inout SeededGenerator) -> String {
    (0..<Int.random(in: 1...24, using: &random)).reduce(into: "") { text, _ in
      text += pieces.randomElement(using: &random) ?? ""
    }
  }

  @Test("Text without the dialect has libcmark's own tree", arguments: 0..<40)
  func plainText(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    var compared = 0
    for _ in 0..<2_500 {
      let text = Self.text(Self.pieces, &random)
      let file = SourceFile(path: "q.md", bytes: Array(text.utf8))
      let masked = MaskedText(file)
      guard masked.isPlain, masked.text.startIndex == 0 else { continue }
      let document = Document(parsing: file)
      let ours = TreeOutline(document).lines
      let theirs = TreeOutline(libcmark: file.bytes).lines
      compared += 1
      if ours != theirs { Issue.record("\(text.debugDescription)\n\(ours)\n\(theirs)") }
      for fault in faults(of: document) { Issue.record("\(text.debugDescription): \(fault)") }
    }
    #expect(compared > 1_000)
  }

  @Test("Without extensions every text has libcmark's own tree", arguments: 0..<20)
  func withoutExtensions(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed) &+ 3_000)
    var options = ParseOptions()
    options.extensions = false
    for _ in 0..<2_500 {
      let text = "a\n" + Self.text(Self.pieces + Self.dialect, &random)
      let document = Document(parsing: SourceFile(path: "q.md", bytes: Array(text.utf8)), options: options)
      let ours = TreeOutline(document).lines
      let theirs = TreeOutline(libcmark: text.utf8).lines
      if ours != theirs { Issue.record("\(text.debugDescription)\n\(ours)\n\(theirs)") }
      for fault in faults(of: document) { Issue.record("\(text.debugDescription): \(fault)") }
    }
  }

  @Test("Text with the dialect has the tree libcmark makes of the masked text", arguments: 0..<40)
  func maskedText(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed) &+ 1_000)
    var compared = 0
    var options = ParseOptions()
    options.emphasisBesideCJK = false
    for _ in 0..<2_500 {
      let text = Self.text(Self.pieces + Self.dialect + Self.dialect, &random)
      let file = SourceFile(path: "q.md", bytes: Array(text.utf8))
      let document = Document(parsing: file, options: options)
      for fault in faults(of: document) { Issue.record("\(text.debugDescription): \(fault)") }
      let masked = MaskedText(file, options: options)
      guard masked.isMaskedOnly, !text.contains("math"), !text.contains("%%") else { continue }
      let ours = TreeOutline(document).lines
      let theirs = TreeOutline(libcmark: masked.text, isMasked: true).lines
      compared += 1
      if ours != theirs { Issue.record("\(text.debugDescription)\n\(ours)\n\(theirs)") }
    }
    #expect(compared > 500)
  }

  @Test("Any bytes give a tree of valid text inside the file", arguments: 0..<20)
  func anyBytes(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed) &+ 2_000)
    let alphabet =
      Array("\u{0}\u{2}\u{F}\u{1A}\n\n\r\t  ab*_`[]()<>!#$$|\\&;->+1.{}@:=~\"'/".utf8) + [
        0x80, 0xC3, 0xE4, 0xF0, 0xFF,
      ]
    for _ in 0..<2_500 {
      let bytes = (0..<Int.random(in: 0...60, using: &random)).map { _ in
        alphabet.randomElement(using: &random) ?? 0
      }
      let document = Document(parsing: SourceFile(path: "q.md", bytes: bytes))
      for fault in faults(of: document) { Issue.record("\(bytes): \(fault)") }
    }
  }
}
