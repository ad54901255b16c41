import Markdown
import SourceText
import Testing

@testable import KnowledgeBase

@Suite("Entries of BibTeX files as pages")
struct BibliographyEntryTests {
  private static func read(
    _ text: String, place: String = "references/library"
  ) -> (entries: [Entry], diagnostics: [Diagnostic]) {
    let file = SourceFile(path: "content/\(place).bib", bytes: Array(text.utf8))
    return EntryReader(options: ParseOptions()).read(bibliography: file, place: place)
  }

  @Test("Each entry is a reference named by its key, beside its file")
  func identity() {
    let (entries, diagnostics) = BibliographyEntryTests.read(
      "@misc{b, title = {B}} @misc{DBLP:conf/X, title = {X}} @misc{a}", place: "references/deep/library")
    #expect(diagnostics.isEmpty)
    #expect(entries.map(\.slug.text) == ["b", "DBLP:conf/X", "a"])
    #expect(entries.map(\.path.text) == ["references/b/", "references/dblp-conf-x/", "references/a/"])
    #expect(entries.map(\.name) == ["references/deep/b", "references/deep/DBLP:conf/X", "references/deep/a"])
    #expect(entries.allSatisfy { $0.kind == .reference && $0.isFromBibliography })
  }

  @Test("A title has a plain form, and markup where it holds formulas or emphasis")
  func titles() {
    let (entries, _) = BibliographyEntryTests.read(
      #"@misc{a, title = {*No* Markdown}} @misc{b, title = {On $x^2$}} @misc{c, title = {\emph{C}}} @misc{d}"#
    )
    #expect(entries.map(\.title.plain.text) == ["*No* Markdown", "On x^2", "C", "d"])
    #expect(entries.map { $0.title.markup != nil } == [false, true, true, false])
  }

  @Test("A faulty formula is told at its place in the file")
  func formulaFaults() throws {
    let text = #"@misc{a, title = {On $\frak{$}, abstract = {Of $\frqc{1}{2}$.}}"#
    let (_, diagnostics) = BibliographyEntryTests.read(text)
    let bytes = Array(text.utf8)
    let told = try diagnostics.map { diagnostic in
      let range = try #require(diagnostic.location?.range)
      return "\(diagnostic.id.rawValue)@\(String(decoding: bytes[range.bytes], as: UTF8.self))"
    }
    #expect(told.contains(#"tex.unknown-command@\frqc"#))
    #expect(diagnostics.allSatisfy { $0.location?.path == "content/references/library.bib" })
  }

  @Test("A key that a Markdown file has too is the usual collision")
  func collision() {
    let reader = EntryReader(options: ParseOptions())
    let page = reader.read(
      SourceFile(path: "content/references/shannon.md", bytes: Array("# S".utf8)), place: "references/shannon"
    )
    var diagnostics: [Diagnostic] = []
    let entries =
      BibliographyEntryTests.read("@misc{shannon, title = {T}}").entries + [page.entry].compactMap { $0 }
    let knowledge = KnowledgeBase(entries, reserved: [], diagnostics: &diagnostics)
    #expect(diagnostics.map(\.id) == [.referenceDuplicate])
    #expect(knowledge.entries.count == 1)
  }

  @Test("Keys that differ only in case claim one address, which is told at the key")
  func collisionInCase() throws {
    let text = "@misc{Shannon} @misc{shannon}"
    var diagnostics: [Diagnostic] = []
    _ = KnowledgeBase(BibliographyEntryTests.read(text).entries, reserved: [], diagnostics: &diagnostics)
    #expect(diagnostics.map(\.id) == [.referenceDuplicate])
    #expect(try #require(diagnostics.first?.location?.position) == SourcePosition(line: 1, column: 22))
  }

  @Test("Only sources may be dated by a month or a year", arguments: ["2017", "2017-06"])
  func partialDates(date: String) throws {
    let reader = EntryReader(options: ParseOptions())
    func read(_ place: String) -> (entry: Entry?, diagnostics: [Diagnostic]) {
      let text = "---\ndate: \(date)\naccessed: \(date)\n---\n\nText.\n"
      return reader.read(SourceFile(path: "content/\(place).md", bytes: Array(text.utf8)), place: place)
    }
    let source = read("references/a")
    #expect(source.diagnostics.isEmpty)
    #expect(source.entry?.frontMatter.date == CalendarDate(partial: date))
    #expect(source.entry?.frontMatter.accessed == CalendarDate(partial: date))
    for place in ["questions/a", "faq/a", "pages/a", "pages/index"] {
      let page = read(place)
      #expect(page.diagnostics.map(\.id) == [.frontMatterValue, .frontMatterValue])
      #expect(page.diagnostics.map { $0.location?.position?.line } == [2, 3])
      #expect(
        page.diagnostics.first?.message.hasPrefix("`\(date)` is not a date; write it as 2024-09-07") == true)
      #expect(page.entry?.frontMatter.date == nil && page.entry?.frontMatter.accessed == nil)
    }
  }
}
