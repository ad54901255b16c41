import Testing

@testable import SearchIndex

@Suite("Index files")
struct IndexTests {
  @Test("the files do not depend on the order of the documents")
  func order() {
    let pages = madeUpPages(300, seed: 11)
    #expect(Library(pages).files == Library(pages.reversed()).files)
  }

  @Test("an index without documents opens and finds nothing")
  func empty() throws {
    #expect(try Library([]).paths("稀疏").isEmpty)
  }

  @Test("pages of a newer date move no other; of pages without date the paths decide")
  func newer() {
    func ids(_ pages: [SearchDocument]) -> [[UInt8]: UInt32] {
      let placement = DocumentPlacement(pages.map { AnalyzedDocument($0) })
      return Dictionary(
        uniqueKeysWithValues: zip(placement.order, placement.ids).map { (pages[$0].path, $1) })
    }
    var pages = (0..<250).map { page("p\($0)/") }
    for place in 0..<200 { pages[place].date = utf8(place < 100 ? "2024-09-07" : "2023-01-01") }
    let before = ids(pages)
    var added = page("new/")
    added.date = utf8("2025-01-01")
    let dated = pages.indices.filter { !pages[$0].date.isEmpty }.map { pages[$0].path }
    let after = ids(pages + [added])
    #expect(dated.allSatisfy { before[$0] == after[$0] })
    // Undated pages come behind it, but hardly any of them where it goes.
    #expect(pages.count { before[$0.path] != after[$0.path] } <= 3)
    #expect(ids(pages.reversed()) == before)
  }

  @Test("every term of every page finds that page, whether the manifest names files or directories")
  func completeness() throws {
    for count in [1, 3, 1200] {
      let pages = madeUpPages(count, seed: UInt64(count))
      let library = Library(pages)
      var engine = try library.engine()
      for page in pages.prefix(20) {
        // A page's own words, all of them, cover nothing better than the page itself.
        let found = library.answer(page.title, limit: 100, with: &engine).results
        #expect(found.contains { $0.path == page.path } || found.count == 100)
        #expect(engine.problems.isEmpty)
      }
    }
  }

  @Test("the postings in the files are those of the documents, term by term")
  func inversion() throws {
    let pages = madeUpPages(200, seed: 12)
    let documents = pages.map { AnalyzedDocument($0) }
    let placement = DocumentPlacement(documents)
    var expected: [[UInt8]: Set<UInt32>] = [:]
    for (position, index) in placement.order.enumerated() {
      var collector = AllTerms()
      for field in pages[index].fields {
        var tokenizer = Tokenizer(.bundled)
        tokenizer.tokenize(field.text.span, into: &collector)
      }
      for term in collector.terms { expected[term, default: []].insert(placement.ids[position]) }
    }
    var found: [[UInt8]: Set<UInt32>] = [:]
    for (name, bytes) in Library(pages).files {
      guard let kind = utf8(name).first.flatMap(FileName.Kind.init), kind == .terms || kind == .overflow
      else {
        continue
      }
      var cursor = TermCursor(bytes, kind, idCount: placement.idCount)
      while cursor.next(from: []) {
        let term = cursor.term.reduce(into: [UInt8]()) { appendUTF8($1, to: &$0) }
        if term[0] == filterMark || term.contains(0x20) { continue }
        let ids = cursor.postings.postings.map { $0 & PostingList.idMask }
        #expect(found[term, default: []].isDisjoint(with: ids))
        found[term, default: []].formUnion(ids)
      }
    }
    #expect(found == expected)
  }

  @Test("ids are distinct, ascending, within their space, and mostly unmoved by a new document")
  func placement() {
    let pages = madeUpPages(2000, seed: 13)
    let documents = pages.map { AnalyzedDocument($0) }
    let all = DocumentPlacement(documents)
    #expect(zip(all.ids, all.ids.dropFirst()).allSatisfy { $0 < $1 })
    #expect(all.ids.allSatisfy { $0 < all.idCount })
    let fewer = DocumentPlacement(Array(documents.dropLast()))
    #expect(fewer.idCount == all.idCount)
    let before = Dictionary(uniqueKeysWithValues: zip(fewer.order, fewer.ids))
    let moved = zip(all.order, all.ids).filter { index, id in index < 1999 && before[index] != id }
    #expect(moved.count <= 5)
  }

  @Test("a changed word leaves almost all files as they were")
  func stability() {
    var pages = madeUpPages(1500, seed: 14)
    let before = Set(Library(pages).files.keys)
    pages[700].fields.append(SearchField(kind: .answer, text: utf8("hapaxlegomenon")))
    let changed = Set(Library(pages).files.keys).subtracting(before)
    // The file of the word, that of the dictionary, their directories, and where the longer page weighs another word less.
    #expect(changed.count <= 5 && Set(changed.compactMap(\.first)) == ["t", "w", "d"], "\(changed)")
    #expect(before.count > 100)
  }

  @Test("no file is larger than a list makes it, and none but the manifest is named without its digest")
  func sizes() {
    for (name, bytes) in Library(madeUpPages(1500, seed: 15)).files where name != "index.json" {
      #expect(FileName(utf8(name))?.digest == digest64(bytes) & FileName.digestMask)
      if name.hasPrefix("t-") || name.hasPrefix("b-") { #expect(bytes.count < 8192) }
    }
  }

  @Test("impacts grow with frequency, fall with length and keep to four bits")
  func impacts() {
    let scale = ImpactScale([AnalyzedDocument(page("a/", answer: "one two three four five"))])
    var (short, long) = ([UInt8](repeating: 0, count: 256), [UInt8](repeating: 0, count: 256))
    scale.write(weightedLength: 5, to: &short)
    scale.write(weightedLength: 50, to: &long)
    #expect(short.allSatisfy { (1...15).contains($0) })
    #expect(zip(short, short.dropFirst()).allSatisfy { $0 <= $1 })
    #expect(zip(short, long).allSatisfy { $0 >= $1 })
    #expect(short[255] == 15 && short[2] > long[2])
    for (frequency, impact) in long.enumerated() {
      let (scaled, saturation) = (256 * frequency, 154 + (50 * 461) >> Int(scale.meanLengthBits))
      let exact = (30 * scaled + scaled + saturation) / (2 * (scaled + saturation))
      #expect(Int(impact) == max(1, min(15, exact)))
    }
  }
}

private struct AllTerms: TokenSink {
  var terms: Set<[UInt8]> = []

  mutating func ideograph(_ scalar: UInt32, after previous: UInt32, range: Range<Int>) {
    var single: [UInt8] = []
    appendUTF8(scalar, to: &single)
    terms.insert(single)
    guard previous != 0 else { return }
    var pair: [UInt8] = []
    appendUTF8(previous, to: &pair)
    terms.insert(pair + single)
  }

  mutating func endIdeographRun(length: Int, last: UInt32) {}

  mutating func word(_ bytes: Span<UInt8>, form: WordForm, range: Range<Int>) {
    terms.insert(Array(bytes))
  }
}
