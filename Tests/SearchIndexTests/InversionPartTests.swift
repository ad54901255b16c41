import Testing

@testable import SearchIndex

@Suite("Inversion in parts")
struct InversionPartTests {
  @Test(
    "into how many parts the postings are divided makes no difference to the files",
    arguments: [4000, 300, 1])
  func parts(size: Int) {
    var pages = madeUpPages(300, seed: 21)
    for index in pages.indices {
      pages[index].formulaTerms = FormulaTermList([(utf8("\u{2}x"), 2), (utf8("\u{2}\\=\(index % 40)"), 6)])
    }
    let documents = pages.map { AnalyzedDocument($0) }
    let whole = InvertedIndex(documents).files(assets: assets)
    let parted = InvertedIndex(documents, partSize: size).files(assets: assets)
    #expect(whole.map { $0.name } == parted.map { $0.name })
    #expect(whole.map { $0.bytes } == parted.map { $0.bytes })
  }

  @Test("files handed on one by one are those of the whole, the manifest last")
  func handedOn() {
    let documents = madeUpPages(60, seed: 22).map { AnalyzedDocument($0) }
    var files: [IndexFile] = []
    InvertedIndex.write(documents, assets: assets) { files.append($0) }
    #expect(files.map { $0.name } == InvertedIndex(documents).files(assets: assets).map { $0.name })
    #expect(files.last?.name == utf8("index.json"))
  }

  @Test("an ideograph is found on pages with thousands of others between them")
  func farApart() throws {
    var pages = (0..<2500).map { page("q\($0)/", title: "page \($0)") }
    let order = DocumentPlacement(pages.map { AnalyzedDocument($0) }).order
    let places = [1, 1024, 1025, 2049, 2300].map { order[$0] }
    for place in places { pages[place].fields.append(SearchField(kind: .answer, text: utf8("龘靐"))) }
    #expect(try Library(pages).paths("龘靐").sorted() == places.map { "q\($0)/" }.sorted())
    let far = [0, 2499].map { order[$0] }
    for place in far { pages[place].fields.append(SearchField(kind: .answer, text: utf8("齉"))) }
    #expect(try Library(pages).paths("齉").sorted() == far.map { "q\($0)/" }.sorted())
  }

  @Test("words beyond all ideographs stand behind them, those between among them")
  func wordsAmongIdeographs() throws {
    let pages = ["熵 alpha", "ꞌa ꭰꭱ 熵", "𠮷 𐐀𐐁 alpha", "。ﬁ ﷲ"].enumerated().map {
      page("p\($0.offset)/", title: $0.element)
    }
    #expect(try Library(pages).paths("ꭰꭱ") == ["p1/"])
    #expect(try Library(pages).paths("𐐀𐐁") == ["p2/"])
    #expect(try Library(pages).paths("熵").sorted() == ["p0/", "p1/"])
    let documents = pages.map { AnalyzedDocument($0) }
    #expect(
      InvertedIndex(documents).files(assets: assets).map { $0.bytes }
        == InvertedIndex(documents, partSize: 1).files(assets: assets).map { $0.bytes })
  }
}
