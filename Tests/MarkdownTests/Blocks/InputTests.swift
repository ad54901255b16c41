import SourceText
import Testing

@testable import Markdown

@Suite("Unusual input")
struct InputTests {
  private func parse(_ bytes: [UInt8], _ options: ParseOptions = ParseOptions()) -> Document {
    Document(parsing: SourceFile(path: "q.md", bytes: bytes), options: options)
  }

  @Test(
    "Line endings do not matter",
    arguments: [
      "a\nb  \nc\\\nd\n\n> e\nf\n", "# h\n\n- a\n- b\n\n  c\n", "$$\na\n$$\n\n| a |\n|---|\n| b |\n",
      "`a\nb` $c\nd$ e\n",
      "[a]: /u\n'x\ny'\n\n[a]\n", "<b\nc> d\n\n<div>\n", "```\nx\n\ny\n```\n", "> - $$\n>   a\n>   $$\n> b\n",
    ])
  func lineEndings(_ text: String) {
    let expected = Sketch.of(text)
    for ending in ["\r\n", "\r"] {
      let sketch = Sketch(
        text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: ending))
      // A formula's TeX and raw HTML keep the author's line endings.
      let found = sketch.text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
      #expect(found == expected)
      #expect(faults(of: sketch.document) == [])
    }
  }

  @Test("A byte order mark is no text, and offsets count it")
  func byteOrderMark() throws {
    let document = parse([0xEF, 0xBB, 0xBF] + Array("# a\n\nb".utf8))
    #expect(Sketch(document).text == "h1(a)p(b)")
    #expect(document.nodes.filter { $0.kind == .text }.map(\.range.bytes) == [5..<6, 8..<9])
    #expect(document.nodes.first { $0.kind == .heading }?.range.bytes == 3..<6)
  }

  @Test("NUL and the bytes that mark spans are shown as U+FFFD", arguments: [0x00, 0x02, 0x0F] as [UInt8])
  func controlBytes(_ byte: UInt8) {
    let document = parse([0x61, byte, 0x62, 0x20, 0x60, byte, 0x60, 0x20, 0x24, 0x78, 0x24, byte])
    #expect(Sketch(document).text == "p(a\u{FFFD}b tt(\u{FFFD}) {$x}\u{FFFD})")
    #expect(document.diagnostics.map(\.id) == [byte == 0 ? .textNUL : .textControl])
    #expect(faults(of: document) == [])
  }

  @Test(
    "Ill-formed UTF-8 is shown as U+FFFD and reported where it stands",
    arguments: [
      ([0xE7, 0x86, 0xB5, 0xFF, 0x61], 3..<4), ([0x61, 0xE7, 0x86], 1..<3), ([0x61, 0x0A, 0x80], 2..<3),
      ([0xC0, 0xAF], 0..<1), ([0xED, 0xA0, 0x80], 0..<1), ([0xF0, 0x9F, 0x98, 0x20], 0..<3),
    ] as [([UInt8], Range<Int>)])
  func illFormed(_ bytes: [UInt8], _ place: Range<Int>) {
    let document = parse(bytes)
    #expect(document.diagnostics.map(\.id) == [.fileInvalidUTF8])
    #expect(document.diagnostics.first?.location?.range?.bytes == place)
    #expect(Sketch(document).text.contains("\u{FFFD}"))
    #expect(faults(of: document) == [])
  }

  @Test("Ill-formed bytes in code, HTML, formulas and links give valid text")
  func illFormedElsewhere() {
    let pieces: [String] = [
      "```\nX\n```\n\n", "<b X>X</b>\n\n", "[X](/X \"X\") `X`\n\n", "| X |\n|---|\n| X |\n\n", "    X\n",
    ]
    for piece in pieces {
      let bytes = Array(piece.utf8).map { $0 == 0x58 ? 0xFF : $0 }
      let document = parse(bytes)
      #expect(faults(of: document) == [])
      #expect(document.diagnostics.count == 1)
    }
  }

  @Test(
    "Empty files and files without a last line ending",
    arguments: ["", "\n", "\n\n", " ", "a", "# a", "```", "- "])
  func edges(_ text: String) {
    let document = parse(Array(text.utf8))
    #expect(document.nodes.first?.kind == .document)
    #expect(faults(of: document) == [])
  }

  @Test("Blocks hold their bytes")
  func blockRanges() {
    let text = "# a\n\nb\nc\n\n> d\ne\n\n- f\n\n  g\n\n```x\nh\n```\n\n<p>\n\n***\n"
    let document = parse(Array(text.utf8))
    let blocks = document.nodes.filter { $0.kind != .document && $0.kind.isBlock }
    let bytes = Array(text.utf8)
    #expect(
      blocks.map { String(decoding: bytes[$0.range.bytes], as: UTF8.self) } == [
        "# a", "b\nc", "> d\ne", "d\ne", "- f\n\n  g\n", "- f\n\n  g\n", "f", "g", "```x\nh\n```", "<p>",
        "***",
      ])
  }

  @Test("Text stands verbatim in the file but for entities")
  func verbatim() {
    let document = parse(Array("a *b* &amp; \\* c\n  `d` e\n> f\ng\n".utf8))
    let texts = document.nodes.filter { $0.kind == .text || $0.kind == .code }
    #expect(texts.filter { !$0.literal.isVerbatim }.map { Array(document.bytes(of: $0.literal)) } == [[0x26]])
  }

  // MARK: Limits

  @Test("Quotes and lists deeper than the limit are plain text")
  func depth() {
    var options = ParseOptions()
    options.limits.blockDepth = 3
    let document = parse(Array("> > - > a\n> > - b\n\n> - > > - $c$\n".utf8), options)
    #expect(
      Sketch(document).text == "quote(quote(ul(li(p(> a))li(p(b)))))quote(ul(li(quote(p(> - $c$)))))")
    #expect(document.diagnostics.map(\.id) == [.markupLimit])
    #expect(document.diagnostics.first?.location?.position == SourcePosition(line: 1, column: 7))
  }

  @Test("A paragraph over a limit is plain text, and the rest is parsed")
  func paragraphs() {
    var options = ParseOptions()
    options.limits.paragraphBrackets = 3
    options.limits.paragraphBytes = 40
    let long = String(repeating: "x", count: 41)
    let text = "[a] [b] [c] [d] *e*\nf $g$\n\n*h* [i]\n\n# *\(long)*\n\n| [[[[ | *j* |\n|---|---|\n| *k* |\n"
    let document = parse(Array(text.utf8), options)
    #expect(
      Sketch(document).text
        == "p([a] [b] [c] [d] *e*/f $g$)p(em(h) [i])h1(*\(long)*)p(| [[[[ | *j* |/|---|---|/| *k* |)")
    #expect(document.diagnostics.allSatisfy { $0.id == .markupLimit })
    #expect(faults(of: document) == [])
  }

  @Test("A table over the limit of columns is plain text")
  func columns() {
    var options = ParseOptions()
    options.limits.tableColumns = 2
    #expect(Sketch(parse(Array("|a|b|c|\n|-|-|-|\n".utf8), options)).text == "p(|a|b|c|/|-|-|-|)")
    #expect(Sketch(parse(Array("|a|b|\n|-|-|\n".utf8), options)).text == "table(th(a|b))")
  }

  @Test(
    "Text made to be slow ends",
    arguments: [
      "$", "$$ ", "$$\n", "\\(", "$`", "${", "[", "[[", "[@", "](", "[a](", "![", "<", "<!--", "<?", "<!A ",
      "<![CDATA[",
      "<a b='", "`", "`a``", "*a ", "_a*", "> ", "- ", "1. ", ">", "\\", "&amp;", "{calc:", "{#a ", "\\ref{",
      "| a ",
      "|-", "[a]: /u\n", "[a]: <", "[a]: /u '", "\\[\n", "# a {", "- a\n", "a\n> ", "\t", "  a\n", "&#38;",
      "<a ", "[a",
    ])
  func hostile(_ piece: String) {
    let text = String(repeating: piece, count: 40_000 / piece.utf8.count)
    let document = parse(Array(text.utf8))
    #expect(document.nodes.first?.range.end == UInt32(text.utf8.count))
  }
}
