import SourceText
import Testing

@testable import Markdown

@Suite("Where formulas stand")
struct MathPlaceTests {
  /// The bytes of each formula's node, and of what stands between its delimiters.
  private func slices(_ document: Document) -> [[String]] {
    let bytes = document.source.bytes
    return document.nodes.filter { $0.kind == .math }.map { node in
      [node.range, document.formulas[Int(node.payload)].contentRange].map {
        String(decoding: bytes[$0.bytes], as: UTF8.self)
      }
    }
  }

  @Test(
    "Every formula's range is its bytes, delimiters and label included",
    arguments: [
      ("熵 $H$，和$x_1$。", [["$H$", "H"], ["$x_1$", "x_1"]]), ("# 熵 $H$ #", [["$H$", "H"]]),
      ("熵 $H$\n---", [["$H$", "H"]]),
      ("> a\n> $H$ b", [["$H$", "H"]]), ("- a\n  - $H$\n    $x$", [["$H$", "H"], ["$x$", "x"]]),
      ("\t- $H$\n- \t$x$", [["$x$", "x"]]),
      (
        "| a | $b|c$ |\n|---|---|\n| $d\\|e$ | $$f$$ |",
        [["$b|c$", "b|c"], ["$d\\|e$", "d\\|e"], ["$$f$$", "f"]]
      ),
      ("a[^1]\n\n[^1]: 注 $H$\n    $x$\n\n    $y$", [["$H$", "H"], ["$x$", "x"], ["$y$", "y"]]),
      ("[见 $H$](u) ![$x$](v) [$y$][r]\n\n[r]: /u", [["$H$", "H"], ["$x$", "x"], ["$y$", "y"]]),
      ("**$H$** *a $x$* ~~$y$~~ ==$z$==", [["$H$", "H"], ["$x$", "x"], ["$y$", "y"], ["$z$", "z"]]),
      ("> [!note] $H$\n> $x$", [["$H$", "H"], ["$x$", "x"]]), ("- [ ] $H$", [["$H$", "H"]]),
      ("\\(a\\) $`b`$ $$c$$ d", [["\\(a\\)", "a"], ["$`b`$", "b"], ["$$c$$", "c"]]),
      (
        "$$\na\n$$ {#eq:x}\n\n\\[\nb\n\\] {#eq:y}",
        [["$$\na\n$$ {#eq:x}", "\na\n"], ["\\[\nb\n\\] {#eq:y}", "\nb\n"]]
      ),
      ("> > $$\n> > a\n> > $$", [["$$\n> > a\n> > $$", "\n> > a\n> > "]]),
      ("- $$\n  a\n  $$\n", [["$$\n  a\n  $$", "\n  a\n  "]]),
      ("熵\r\n$a\r\nb$\r\n", [["$a\r\nb$", "a\r\nb"]]),
      ("```math\na\nb\n```", [["```math\na\nb\n```", "a\nb"]]),
      ("---\ntitle: $x$\n---\n熵 $H$", [["$H$", "H"]]), ("&amp; \\* `c` <b> $H$", [["$H$", "H"]]),
    ])
  func ranges(_ text: String, _ expected: [[String]]) {
    let document = Sketch(text).document
    #expect(slices(document) == expected)
    #expect(faults(of: document) == [])
    for formula in document.formulas {
      for (offset, byte) in document.tex(of: formula).enumerated() {
        #expect(document.source.bytes[document.sourceOffset(ofTeXOffset: offset, in: formula)] == byte)
      }
    }
  }

  @Test(
    "A block's lines are never Markdown",
    arguments: [
      "+ y", "- b", "* c", "# w", "## ", "> c", ">", "=", "===", "---", "***", "1.", "1. x", "2) y", "|---|",
      "|---|\n| a |", "| a |\n|---|", ":-:",
      "```", "~~~", "<div>", "<!-- ", "    x", "\tx", "[a]: /u", "[^1]: x", "[!note]", "> [!note]", "- [ ] x",
      "%%", "%% x", "^id", "x ^id", "\\(a", "$a", "a$b",
      "`", "\\\\", "a % b", "{calc: 1 = 1}", "[[a]]", "[@k]", "www.a.b", "~~x~~", "==x==", "&amp;", "\\]",
      "\\end{a}",
    ])
  func lines(_ line: String) {
    for (open, close) in [("$$", "$$"), ("a\n$$", "$$"), ("\\[", "\\]")]
    where !(open == "\\[" && line.contains("\\]")) {
      let text = "\(open)\n\(line)\nx\n\(close)\n"
      let prefix = open.hasPrefix("a") ? "a/" : ""
      #expect(Sketch.of(text) == "p(\(prefix){$$\n\(line)\nx\n})")
      #expect(Sketch.diagnostics(text).isEmpty)
    }
    let quoted = "> $$\n> " + line.replacing("\n", with: "\n> ") + "\n> $$\n> b\n"
    #expect(Sketch.of(quoted) == "quote(p({$$\n\(line)\n}/b))")
    let item = "- $$\n  " + line.replacing("\n", with: "\n  ") + "\n  $$\n- b\n"
    #expect(Sketch.of(item) == "ul(li(p({$$\n  \(line.replacing("\n", with: "\n  "))\n  }))li(p(b)))")
  }

  @Test(
    "Titles in front matter",
    arguments: [
      ("熵 $H$ 与 \\(x\\)", "熵 {$H} 与 {$x}"), ("$$a$$", "{$$a}"), ("$5 and $6", "$5 and $6"),
      ("`$x$` $`y`$", "tt($x$) {$y}"), ("**$x$。**后", "strong({$x}。)后"),
      ("# $x$", "# {$x}"), ("| $a|b$ |", "| {$a|b} |"), ("1. $x$", "1. {$x}"),
    ])
  func titles(_ text: String, _ expected: String) {
    let file = SourceFile(path: "q.md", bytes: Array("---\ntitle: \(text)\n---\n".utf8))
    let document = Document(parsingInlinesIn: 11..<(11 + text.utf8.count), of: file)
    #expect(Sketch(document).text == expected)
    for node in document.nodes where node.kind == .math {
      #expect(file.bytes[Int(node.range.start)] == 0x24 || file.bytes[Int(node.range.start)] == 0x5C)
    }
    #expect(faults(of: document) == [])
  }

  @Test("A hundred thousand formulas in one file")
  func many() {
    let line = "熵$x_1$与\\(y\\)和 $`z`$，[$a$](u)。\n\n> $$\n> b\n> $$\n\n"
    let count = 20_000
    let document = Sketch(String(repeating: line, count: count)).document
    #expect(document.formulas.count == 5 * count)
    let nodes = document.nodes.filter { $0.kind == .math }
    let expected = ["$x_1$", "\\(y\\)", "$`z`$", "$a$", "$$\n> b\n> $$"].map { Array($0.utf8) }
    let wrong = nodes.indices.filter {
      !document.source.bytes[nodes[$0].range.bytes].elementsEqual(expected[$0 % 5])
    }
    #expect(wrong.isEmpty)
    #expect(document.diagnostics.isEmpty)
  }

  @Test(
    "What is wrong is told where it stands: in characters, behind Chinese text and tabs",
    arguments: [
      ("熵是 $$ x", DiagnosticID.mathUnclosed, SourcePosition(line: 1, column: 4)),
      ("a\n\n\t熵\n\n甲乙\t$$ x\n", .mathUnclosed, SourcePosition(line: 5, column: 4)),
      ("甲\n\n> $$\n> x\n>\n> y\n> $$\n", .mathBlankLine, SourcePosition(line: 3, column: 3)),
      ("- 甲\n  $$\n  x\n\n  $$", .mathBlankLine, SourcePosition(line: 2, column: 3)),
      ("熵\t$ x $ 乙", .mathSpaces, SourcePosition(line: 1, column: 3)),
      ("- 熵 $ \\log $", .mathSpaces, SourcePosition(line: 1, column: 5)),
      ("花了 $five dollars and$ 乙", .mathMoney, SourcePosition(line: 1, column: 4)),
      ("| 甲 | $pay me now$ |\n|---|---|", .mathMoney, SourcePosition(line: 1, column: 7)),
      ("熵 \\[\\log x\\] 乙", .mathBracket, SourcePosition(line: 1, column: 3)),
      ("甲\n\t乙 \\[\\frac12\\]", .mathBracket, SourcePosition(line: 2, column: 4)),
      ("# 熵 \\[\\alpha\\]", .mathBracket, SourcePosition(line: 1, column: 5)),
      ("甲[^1]\n\n[^1]: 乙 $ x $", .mathSpaces, SourcePosition(line: 3, column: 9)),
      ("> [!note] 熵 $ x $", .mathSpaces, SourcePosition(line: 1, column: 13)),
      ("---\ntitle: a\n---\n熵 $ x $", .mathSpaces, SourcePosition(line: 4, column: 3)),
    ])
  func diagnostics(_ text: String, _ id: DiagnosticID, _ place: SourcePosition) {
    let found = Sketch(text).document.diagnostics.filter { $0.id.rawValue.hasPrefix("math.") }
    #expect(found.map(\.id) == [id])
    #expect(found.first?.location?.position == place)
  }

  @Test(
    "Nothing is told of what is meant so",
    arguments: [
      "$5 and $6", "$x$ $y$", "\\[1\\] and \\[a\\]", "5 $ or 6 $ each", "`$ x $`", "```\n$ x $\n$$\n```",
      "\\$ x \\$", "$a b$", "$\\text{two words}$", "100$", "US$ and HK$",
      "\\[\n\\log x\n\\]", "<b title='$ x $'>a</b>", "<!-- $$ -->", "[a](/$$)", "https://a.b/$$", "%%$$%%",
      "[[$ x $]]",
    ])
  func silent(_ text: String) {
    #expect(Sketch.diagnostics(text).filter { $0.rawValue.hasPrefix("math.") } == [])
  }
}
