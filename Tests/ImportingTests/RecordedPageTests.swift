import KnowledgeBase
import Markdown
import SourceText
import Testing

@testable import Importing

@Suite("Imported pages")
struct RecordedPageTests {
  @Test("A page becomes the recorded files; QUAESTIO_RECORD=1 records them", arguments: PageFixtures.names)
  func recorded(_ name: String) throws {
    let record = try PageFixtures.page(name).record
    let path = PageFixtures.path(name, "expected")
    if PageFixtures.isRecording {
      try DiskFileSystem().writeAtomically(path, record)
      Issue.record("recorded \(path); read the difference and run again without recording")
      return
    }
    #expect(
      String(decoding: try DiskFileSystem().read(path), as: UTF8.self)
        == String(decoding: record, as: UTF8.self))
  }

  @Test("No word of a page is lost", arguments: PageFixtures.names)
  func words(_ name: String) throws {
    #expect(try PageFixtures.page(name).lostWords == [])
  }

  @Test("Every file reads without a fault, formulas included", arguments: PageFixtures.names)
  func parses(_ name: String) throws {
    let reader = EntryReader(options: ParseOptions())
    for file in try PageFixtures.page(name).site.files {
      let source = SourceFile(path: "content/\(file.path)", bytes: file.bytes)
      let (entry, diagnostics) = reader.read(source, place: String(file.path.dropLast(3)))
      #expect(entry != nil)
      #expect(diagnostics.map(\.message) == [], "\(file.path)")
    }
  }

  @Test("Every citation of the page names one of its reference files", arguments: PageFixtures.names)
  func citations(_ name: String) throws {
    let page = try PageFixtures.page(name)
    let keys = Set(
      page.paths.filter { $0.hasPrefix("references/") }.map { String($0.dropFirst(11).dropLast(3)) })
    let question = try #require(page.documents.first)
    for item in question.citations.flatMap(\.items) {
      if case .key(let key) = item.target { #expect(keys.contains(String(decoding: key, as: UTF8.self))) }
    }
    #expect(Set(question.frontMatter.references.map(\.value)) == keys)
  }

  @Test("Places lie within the text, in order", arguments: PageFixtures.names)
  func places(_ name: String) throws {
    let page = try PageFixtures.page(name)
    let starts = page.site.diagnostics.compactMap { $0.location?.range.map { Int($0.start) } }
    #expect(starts.count == page.site.diagnostics.count && starts == starts.sorted())
    #expect(page.site.diagnostics.allSatisfy { Int($0.location?.range?.end ?? 0) <= page.source.bytes.count })
  }
}
