import Testing

@testable import SearchIndex

@Suite("Nearest documents")
struct NearestDocumentsTests {
  private func nearest(_ pages: [SearchDocument], to place: Int, _ count: Int = 6) -> [Int] {
    NearestDocuments(pages.map { AnalyzedDocument($0) }).nearest(to: place, count).map(\.document)
  }

  private let pages = [
    page("a/", title: "什么是困惑度", answer: "困惑度衡量语言模型。困惑度越低越好。"),
    page("b/", title: "困惑度和交叉熵的关系", answer: "困惑度是交叉熵的指数。"),
    page("c/", title: "梯度下降的学习率", answer: "学习率太大会发散。"),
    page("d/", title: "What is perplexity?", answer: "Perplexity measures language models."),
    page(
      "e/", title: "Perplexity and cross entropy", answer: "Perplexity is the exponential of cross entropy."),
    page("f/", title: "学习率怎么选", answer: "学习率预热。"),
  ]

  @Test("documents that share telling terms are near, others are not listed")
  func relevance() {
    #expect(nearest(pages, to: 0).first == 1)
    #expect(nearest(pages, to: 1).first == 0)
    #expect(nearest(pages, to: 2).first == 5)
    #expect(nearest(pages, to: 3) == [4])
    #expect(nearest(pages, to: 4) == [3])
  }

  @Test("a document is never its own neighbour; a copy is the nearest, with a cosine of one")
  func copies() {
    let copy = page("g/", title: "什么是困惑度", answer: "困惑度衡量语言模型。困惑度越低越好。")
    let documents = (pages + [copy]).map { AnalyzedDocument($0) }
    let found = NearestDocuments(documents).nearest(to: 0, 3)
    #expect(found.first?.document == 6)
    #expect(found.first.map { $0.cosine > 65_000 } == true)
    #expect(!found.contains { $0.document == 0 })
  }

  @Test("at most as many as asked for; none of an empty document")
  func counts() {
    #expect(nearest(pages, to: 0, 1).count == 1)
    #expect(nearest(pages, to: 0, 0) == [])
    #expect(nearest([page("a/"), page("b/")], to: 0) == [])
    #expect(nearest([page("a/", title: "one")], to: 0) == [])
  }

  @Test("another page changes the neighbours only of pages that share a term with it")
  func stability() {
    var documents = madeUpPages(120, seed: 12).map { AnalyzedDocument($0) }
    let before = NearestDocuments(documents)
    documents.append(AnalyzedDocument(page("zz/", title: "xylophone zeppelin", answer: "quux quux")))
    let after = NearestDocuments(documents)
    for place in 0..<120 {
      #expect(before.nearest(to: place, 6) == after.nearest(to: place, 6))
    }
    #expect(after.nearest(to: 120, 6) == [])
  }

  /// A page about one of many subjects, of words that only this subject's pages have and of common ones.
  private func subjectPage(_ number: Int, using generator: inout SplitMix) -> SearchDocument {
    let subject = number % 150
    func words(_ count: Int) -> String {
      (0..<count).map { _ in
        let draw = Int(truncatingIfNeeded: generator.next() >> 33)
        return draw % 3 > 0 ? "subject\(subject)word\(draw / 3 % 40)" : "common\(draw / 3 % 300)"
      }
      .joined(separator: " ")
    }
    return page("questions/q\(number)/", title: words(5), answer: words(60))
  }

  @Test("another page rewrites few lists, all of them of pages that share a term with it")
  func fewListsChange() {
    let count = 1500
    var generator = SplitMix(state: 19)
    var documents = (0..<count).map { AnalyzedDocument(subjectPage($0, using: &generator)) }
    let before = NearestDocuments(documents)
    documents.append(AnalyzedDocument(subjectPage(77, using: &generator)))
    let after = NearestDocuments(documents)
    let words = TestWords(documents[count])
    var changed = 0
    for place in 0..<count
    where before.nearest(to: place, 6).map(\.document) != after.nearest(to: place, 6).map(\.document) {
      changed += 1
      #expect(words.shareOne(with: documents[place]))
    }
    #expect(changed > 0, "the page is near some other")
    // As 200 are of 10,000.
    #expect(changed <= count / 50)
  }

  @Test("of a subject with far more pages than are looked at, the nearest are as near as the best of all")
  func manyOfOneSubject() {
    var generator = SplitMix(state: 23)
    let words = (0..<60).map { "word\($0)" }
    let documents = (0..<900).map { number in
      let own = (0..<14).map { _ in words[Int.random(in: 0..<60, using: &generator)] }
      return AnalyzedDocument(page("q\(number)/", title: own.joined(separator: " "), answer: ""))
    }
    let nearest = NearestDocuments(documents)
    var found = 0
    var best = 0
    for place in stride(from: 0, to: 900, by: 30) {
      found += nearest.nearest(to: place, 6).reduce(0) { $0 + Int($1.cosine) }
      best += bestCosines(nearest, of: place).prefix(6).reduce(0, +)
    }
    #expect(found * 100 >= best * 90)
  }

  /// The cosines of a document with all others, the greatest first.
  private func bestCosines(_ nearest: NearestDocuments, of place: Int) -> [Int] {
    let vectors = nearest.vectors
    let cells = vectors.cells.span
    var table = VectorTable()
    table.take(cells.extracting(vectors.places(of: place)))
    return nearest.documents.indices.filter { $0 != place }.map { other in
      let product = Int(table.product(cells.extracting(vectors.places(of: other)))) << 16
      return product / (Int(vectors.length(of: place)) * Int(vectors.length(of: other)))
    }
    .sorted(by: >)
  }

  @Test("the candidates are the nearest in no order, each once, without the document itself")
  func candidates() {
    let nearest = NearestDocuments(madeUpPages(80, seed: 16).map { AnalyzedDocument($0) })
    var scratch = NearestScratch()
    for place in 0..<80 {
      let found = nearest.candidates(near: place, with: &scratch)
      #expect(Set(found.map(\.document)).count == found.count)
      #expect(!found.contains { $0.document == place })
      let best = found.sorted { ($1.cosine, $0.document) < ($0.cosine, $1.document) }.prefix(6)
      #expect(nearest.nearest(to: place, 6) == Array(best))
    }
  }

  @Test("only the first documents count where so many are asked for")
  func firstDocuments() {
    let documents = madeUpPages(40, seed: 17).map { AnalyzedDocument($0) }
    let some = NearestDocuments(documents, first: 30)
    let alone = NearestDocuments(Array(documents[..<30]))
    for place in 0..<30 { #expect(some.nearest(to: place, 6) == alone.nearest(to: place, 6)) }
    #expect(AlikeDocuments(documents, first: 30).pairs == AlikeDocuments(Array(documents[..<30])).pairs)
  }

  @Test("memory that was used before changes nothing")
  func scratch() {
    let nearest = NearestDocuments(madeUpPages(80, seed: 13).map { AnalyzedDocument($0) })
    var scratch = NearestScratch()
    for place in 0..<80 {
      #expect(nearest.nearest(to: place, 5, with: &scratch) == nearest.nearest(to: place, 5))
    }
  }

  @Test("likeness is mutual, and the best come first")
  func mutuality() {
    let nearest = NearestDocuments(madeUpPages(60, seed: 14).map { AnalyzedDocument($0) })
    for place in 0..<60 {
      let found = nearest.nearest(to: place, 60)
      #expect(zip(found, found.dropFirst()).allSatisfy { $0.cosine + 2 >= $1.cosine })
      for other in found {
        let back = nearest.nearest(to: other.document, 60).first { $0.document == place }
        #expect(back?.cosine == other.cosine)
      }
    }
  }
}

/// The words of a document.
private struct TestWords {
  private var words: Set<[UInt8]> = []

  init(_ document: AnalyzedDocument) {
    document.forEachTerm { term, _ in words.insert(term) }
  }

  func shareOne(with document: AnalyzedDocument) -> Bool {
    var isShared = false
    document.forEachTerm { term, _ in isShared = isShared || term[0] >= 0x20 && words.contains(term) }
    return isShared
  }
}

@Suite("Shared terms")
struct SharedTermsTests {
  private func shared(_ first: String, _ second: String) -> [String] {
    let others = madeUpPages(20, seed: 15)
    let pages = [page("a/", title: first), page("b/", title: second)] + others
    return NearestDocuments(pages.map { AnalyzedDocument($0) }).sharedTerms(of: 0, with: [1], limit: 3)[0]
      .map { text($0) }
  }

  @Test("pairs of characters are put together, words stand for their stems and parts")
  func readable() {
    #expect(shared("什么是困惑度", "困惑度和交叉熵") == ["困惑度"])
    #expect(shared("Training large networks", "Why training fails") == ["training"])
    #expect(shared("Q-Sparse explained", "On Q-Sparse") == ["q-sparse"])
  }

  @Test(
    "a character within a shared phrase and a word within a longer one are not named; other characters are")
  func covered() {
    #expect(shared("熵 交叉熵", "交叉熵 熵") == ["交叉熵"])
    #expect(shared("熵", "熵").first == "熵")
    #expect(shared("bit bitrate", "bitrate bit") == ["bitrate"])
  }

  @Test("what stands for a formula is no name and hides none")
  func formulas() {
    var pages = [page("a/", title: "softmax"), page("b/", title: "softmax")]
    for index in pages.indices {
      pages[index].formulaTerms = FormulaTermList([(utf8("\u{2}softmax of x"), 40)])
    }
    pages += madeUpPages(20, seed: 15)
    let nearest = NearestDocuments(pages.map { AnalyzedDocument($0) })
    #expect(nearest.sharedTerms(of: 0, with: [1], limit: 3)[0].map { text($0) } == ["softmax"])
  }

  @Test("nothing shared, nothing said; function words are none")
  func nothing() {
    #expect(shared("alpha", "omega") == [])
    #expect(shared("what is this", "what is that") == [])
  }
}
