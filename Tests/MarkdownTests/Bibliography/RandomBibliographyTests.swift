import SourceText
import Testing

@testable import Markdown

@Suite("Any bytes as a BibTeX file")
struct RandomBibliographyTests {
  /// Pieces files are put together from, the awkward ones among them.
  private static let pieces: [[UInt8]] =
    [
      "@misc{a,", "@article(b,", "@string{s = ", "@comment{", "@preamble{", "@", "{", "}", "(", ")", "\"",
      "#", "=", ",", "\n",
      "\n@book{c", " title = ", "author = ", "year = ", "month = jun", "abstract = {", "crossref = {a}",
      "xdata = s", "url = ",
      "doi = ", "keywords = {x, y}", " and ", "张", "三", "，", "$", "$$", "\\(", "\\]", "\\\"", "\\v",
      "\\emph{", "\\href{",
      "\\url{", "\\i", "\\frob", "\\", "~", "--", "``", "'", "%", "1948", "s", "x", " ", "\r\n", "\r", "\t",
      "\u{0}", "\u{7}",
      "\u{301}", "\u{FEFF}", "\u{2028}", "𝛼", "others",
    ].map { Array($0.utf8) } + [[0xFF], [0xE5, 0xBC], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF5]]

  private static func file(seed: UInt64) -> SourceFile {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    func next(_ bound: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state >> 33) % bound
    }
    var bytes: [UInt8] = []
    for _ in 0..<next(80) { bytes += pieces[next(pieces.count)] }
    return SourceFile(path: "content/references/a.bib", bytes: bytes)
  }

  @Test(
    "Reading stops for nothing; every range lies in the file; text is UTF-8 without controls",
    arguments: 0..<40)
  func properties(block: Int) {
    for seed in block * 100..<(block + 1) * 100 {
      let file = RandomBibliographyTests.file(seed: UInt64(seed))
      let bibliography = Bibliography(parsing: file)
      for diagnostic in bibliography.diagnostics {
        for location in [diagnostic.location] + diagnostic.notes.map(\.location) {
          guard let range = location?.range else { continue }
          #expect(range.end <= file.bytes.count)
        }
      }
      for source in bibliography.sources {
        check(source.title, file)
        check(source.document, file)
        let matter = source.document.frontMatter
        #expect(matter.id?.value.isEmpty == false)
        #expect(matter.authors.allSatisfy { !$0.value.isEmpty && $0.range.end <= file.bytes.count })
        #expect(matter.tags.allSatisfy { $0.range.end <= file.bytes.count })
      }
      #expect(
        Set(bibliography.sources.map { $0.document.frontMatter.id?.value }).count
          == bibliography.sources.count)
    }
  }

  private func check(_ document: Document, _ file: SourceFile) {
    #expect(Int(document.nodes[0].subtreeEnd) == document.nodes.count)
    for (index, node) in document.nodes.enumerated() {
      #expect(node.range.start <= node.range.end && node.range.end <= file.bytes.count)
      #expect(Int(node.subtreeEnd) > index && Int(node.subtreeEnd) <= document.nodes.count)
      let text = document.bytes(of: node.literal)
      #expect(String(validating: text, as: UTF8.self) != nil)
      #expect(!text.contains { $0 < 0x20 || $0 == 0x7F })
      #expect(node.kind != .text || !text.isEmpty)
    }
    for formula in document.formulas { #expect(formula.contentRange.end <= file.bytes.count) }
  }

  @Test(
    "Work grows with the file and not with its square",
    arguments: [
      "@", "@a{", "@misc{a,", "\n@misc{a, x = {", "\n@misc{a, x = \"", "{", "}", "@comment{", "$", "\\(",
      "\\href{", "a and ",
      "@misc{k, crossref = {k}}", "x = {1} ", "\\'", " @", "@ ", "\\emph{", "#", "@string{s = s # s}",
      "\n@article ",
    ])
  func linear(piece: String) {
    // A square of the 100,000 bytes would not end within the time of a test run.
    let text = String(repeating: piece, count: 100_000 / piece.utf8.count)
    for whole in [
      text, "@misc{a, title = {\(text)", "@misc{a, author = {\(text)}}", "@misc{a, abstract = {\(text)}}",
    ] {
      let bibliography = Bibliography(parsing: BibTeX(whole).file)
      #expect(bibliography.diagnostics.count <= BibTeXLimits.faults + 1 + BibTeXLimits.styleDepth)
    }
  }
}
