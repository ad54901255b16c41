import SourceText
import Testing

@testable import Markdown

@Suite("What holds for every text of the dialect")
struct DialectPropertyTests {
  private static let pieces =
    AgreementTests.pieces + AgreementTests.dialect + AgreementTests.dialect + CJKPieces.all

  private static func texts(_ seed: Int, _ pieces: [String]) -> [String] {
    var random = SeededGenerator(seed: UInt64(seed) &+ 20_000)
    return (0..<1_000).map { _ in AgreementTests.text(pieces, &random) }
  }

  @Test("Ranges are nested, verbatim text is its bytes, and text is valid", arguments: 0..<6)
  func ranges(seed: Int) {
    for text in Self.texts(seed, Self.pieces) {
      for fault in faults(of: Sketch(text).document) { Issue.record("\(text.debugDescription): \(fault)") }
    }
  }

  @Test("Side tables point at nodes of their kind, and diagnostics at places in the file", arguments: 0..<6)
  func sideTables(seed: Int) {
    for text in Self.texts(seed + 100, Self.pieces) {
      let document = Sketch(text).document
      func hold(_ condition: Bool, _ what: String) {
        if !condition { Issue.record("\(what): \(text.debugDescription)") }
      }
      hold(document.headings.allSatisfy { document.nodes[$0.node].kind == .heading }, "headings")
      hold(document.footnotes.allSatisfy { document.nodes[$0.node].kind == .footnoteDefinition }, "footnotes")
      hold(document.blockIDs.allSatisfy { document.nodes.indices.contains($0.node) }, "block ids")
      hold(Set(document.headings.map(\.id)).count == document.headings.count, "heading ids differ")
      hold(Set(document.blockIDs.map(\.id)).count == document.blockIDs.count, "block ids differ")
      let numbers = document.footnotes.compactMap(\.number).sorted()
      hold(numbers == Array(numbers.indices.map { $0 + 1 }), "footnotes are numbered without gaps")
      for (index, footnote) in document.footnotes.enumerated() {
        let occurrences = document.footnoteReferences.filter {
          $0.footnote == index && footnote.number != nil
        }.map(\.occurrence)
        hold(occurrences.sorted() == Array(0..<footnote.referenceCount), "occurrences are counted")
      }
      for formula in document.formulas {
        hold(formula.contentRange.end <= document.source.bytes.count, "formula")
        let tex = document.tex(of: formula)
        hold(
          tex.indices.allSatisfy {
            document.source.bytes[document.sourceOffset(ofTeXOffset: $0, in: formula)] == tex[$0]
          }, "TeX")
      }
      for diagnostic in document.diagnostics {
        guard let range = diagnostic.location?.range else { continue }
        hold(range.start <= range.end && range.end <= document.source.bytes.count, "\(diagnostic.id)")
      }
    }
  }

  @Test("Line endings do not matter", arguments: 0..<6)
  func lineEndings(seed: Int) {
    for text in Self.texts(seed + 200, Self.pieces.filter { !$0.utf8.contains(0x0D) }) {
      let windows = Sketch(text.replacing("\n", with: "\r\n"))
      let expected = Sketch.of(text)
      if windows.text.replacing("\r\n", with: "\n") != expected {
        Issue.record(
          "\(text.debugDescription)\n\(windows.text.debugDescription)\n\(expected.debugDescription)")
      }
      for fault in faults(of: windows.document) { Issue.record("\(text.debugDescription): \(fault)") }
    }
  }

  @Test("A text has one tree and one list of diagnostics", arguments: 0..<3)
  func determinism(seed: Int) {
    for text in Self.texts(seed + 300, Self.pieces) {
      let (first, second) = (Sketch(text).document, Sketch(text).document)
      #expect(first.nodes.map(\.range) == second.nodes.map(\.range))
      #expect(first.literals == second.literals)
      #expect(first.diagnostics.map(\.message) == second.diagnostics.map(\.message))
    }
  }

  /// No piece opens code, a formula, raw HTML, an address or an escape, in which a comment's text would be theirs.
  private static let commented = [
    "a", "b c", "熵", "。", " ", "\n", "\n\n", "- ", "1. ", "> ", "# ", "*", "**", "_", "~~x~~", "==",
    "| a | b |\n", "|---|---|\n", "| ", "[^n]", "\n[^n]: ",
    "> [!note] ", "- [ ] ", " ^id\n", "**注意：**", "「", "」", "===\n", "---\n", "[a](u)", "{#i}", "    \n",
    "  \n",
  ]

  @Test("A comment in a line is never published", arguments: 0..<6)
  func inlineComments(seed: Int) {
    expectNoSecret(
      in: Self.texts(seed + 400, Self.commented + ["%%secret%%", "%%secret。*%%", "%%secret ==%%"]))
  }

  @Test("A comment over several lines is never published", arguments: 0..<6)
  func blockComments(seed: Int) {
    let texts = Self.texts(
      seed + 500,
      [
        "a", "熵", " ", "*", "**", "~~x~~", "- x\n", "> x\n", "# x\n", "| a |\n|---|\n", "\n", "\n\n",
        "[a](u)",
      ])
    let inside = ["%%\nsecret\n%%\n", "%% secret\nsecret %%\n", "%%secret\n%%\n"]
    let blocks = inside + ["%%\nsecret\n\n# secret\n\n- secret\n%%\n"]
    expectNoSecret(
      in: texts.enumerated().map { $1 + "\n\n" + blocks[$0 % 4] + texts[($0 + 1) % texts.count] })
    expectNoSecret(in: texts.enumerated().map { "a *b* " + inside[$0 % 3] + $1 })
  }

  private func expectNoSecret(in texts: [String]) {
    for text in texts {
      let document = Sketch(text).document
      var published = document.literals + document.plainText(of: 0)
      for node in document.nodes { published += document.bytes(of: node.literal) }
      for heading in document.headings { published += heading.id + heading.plainText }
      if String(decoding: published, as: UTF8.self).contains("secret") {
        Issue.record("\(text.debugDescription)\n\(Sketch(document).text.debugDescription)")
      }
    }
  }
}
