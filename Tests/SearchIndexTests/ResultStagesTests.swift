import Testing

@testable import SearchIndex

/// What a result shows comes in two steps: the cards, then the summaries.
@Suite struct ResultStagesTests {
  private static let pages = madeUpPages(400, seed: 11)

  /// The kinds of the files of each round of loading, and after which round the results were there.
  private func rounds(
    _ query: String, of library: Library, limit: Int = 5
  ) throws -> (kinds: [Set<Character>], ready: Int?) {
    var engine = try library.engine()
    engine.begin(utf8(query), QueryOptions(limit: limit))
    var kinds: [Set<Character>] = []
    var ready: Int?
    while true {
      let names = engine.needs()
      if engine.hasResults, ready == nil { ready = kinds.count }
      if names.isEmpty { return (kinds, ready) }
      kinds.append(Set(names.compactMap { text($0).first }))
      for name in names { engine.supply(name, library.files[text(name)]) }
    }
  }

  @Test("Summaries are the last files, and the results are there before them")
  func order() throws {
    let (kinds, ready) = try rounds("稀疏 perplexity", of: Library(Self.pages))
    #expect(kinds.last == ["s"])
    #expect(ready == kinds.count - 1)
    #expect(kinds.dropLast().allSatisfy { !$0.contains("s") })
  }

  @Test(
    "Of overlapping pairs every other one is enough for first results",
    arguments: [
      ("稀疏", ["稀疏"], []), ("困惑度", ["困惑", "惑度"], []), ("稀疏模型", ["稀疏", "模型"], ["疏模"]),
      ("稀疏模型度", ["稀疏", "模型", "型度"], ["疏模"]), ("熵", ["熵"], []),
      ("熵 稀疏模型", ["熵", "稀疏", "模型"], ["疏模"]), ("疏模稀疏模型", ["疏模", "稀疏", "模型"], ["模稀"]),
      ("Q-Sparse", ["q-sparse"], ["q", "sparse", "qsparse"]), ("trained", ["trained"], ["train"]),
    ])
  func firstStep(_ text: String, _ first: [String], _ refinement: [String]) {
    let terms = Query(utf8(text), .bundled).terms
    let isKnown = { (terms: [Query.Term]) in terms.map { SearchIndexTests.text($0.bytes) } }
    #expect(isKnown(terms.filter { !$0.isRefinement }) == first)
    #expect(Set(isKnown(terms.filter { $0.isRefinement })).isSubset(of: Set(refinement)))
    #expect(terms.contains { $0.isRefinement } == !refinement.isEmpty)
  }

  @Test("The first results need less than the final ones, which are those of all terms")
  func refinement() throws {
    var generator = SplitMix(state: 12)
    let characters = (0..<600).compactMap { Unicode.Scalar(0x4E00 + $0 * 7).map(Character.init) }
    let texts = (0..<300).map { _ in
      String((0..<150).map { _ in characters.randomElement(using: &generator) ?? "熵" })
    }
    let library = Library(texts.enumerated().map { page("q\($0.offset)/", answer: $0.element) })
    let question = String(texts[7].dropFirst(40).prefix(13))
    let (kinds, ready) = try rounds(question, of: library, limit: 1)
    #expect(try #require(ready) < kinds.count - 1)
    var engine = try library.engine()
    let results = library.answer(utf8(question), with: &engine).results
    #expect(results.first.map { text($0.path) } == "q7/")
    // With every file at hand there is no first step to be seen.
    #expect(library.answer(utf8(question), with: &engine).results == results)
  }

  @Test("Before the summaries the results are the same without them")
  func summaries() throws {
    let library = Library(Self.pages)
    var engine = try library.engine()
    engine.begin(utf8("稀疏 perplexity"), QueryOptions(limit: 5))
    var early: [SearchResult] = []
    while case let names = engine.needs(), !names.isEmpty {
      if engine.hasResults { early = engine.results() }
      for name in names { engine.supply(name, library.files[text(name)]) }
    }
    let results = engine.results()
    #expect(results.count == 5)
    #expect(results.allSatisfy { !$0.summary.isEmpty })
    #expect(early.map(\.path) == results.map(\.path))
    #expect(early.allSatisfy { $0.summary.isEmpty })
  }

  @Test("Without a file of summaries the results are told, and the loss")
  func missingSummaries() throws {
    var library = Library(Self.pages)
    library.files = library.files.filter { !$0.key.hasPrefix("s-") }
    var engine = try library.engine()
    let (results, _) = library.answer(utf8("稀疏"), limit: 5, with: &engine)
    #expect(results.count == 5)
    #expect(results.allSatisfy { $0.summary.isEmpty && !$0.title.isEmpty })
    #expect(!engine.problems.isEmpty)
  }

  @Test("Pages without summaries need no such files")
  func noSummaries() throws {
    let library = Library([page("a/", title: "熵")])
    #expect(!library.files.keys.contains { $0.hasPrefix("s-") })
    #expect(try library.paths("熵") == ["a/"])
  }

  @Test("Everything that a result shows comes back, in one line each")
  func cards() throws {
    var full = page("questions/熵/#什么", title: "熵\n是什么", tags: ["信息 论", "", "a\nb"])
    full.provenance = utf8("mixed")
    var bare = page("b/", title: "熵")
    (bare.date, bare.kind, bare.language) = ([], [], [])
    let library = Library([full, bare])
    var engine = try library.engine()
    let results = library.answer(utf8("熵"), with: &engine).results.sorted { text($0.path) < text($1.path) }
    try #require(results.count == 2)
    let texts = results.map { result in
      [result.path, result.title, result.date, result.kind, result.language, result.provenance].map(text)
    }
    #expect(texts[0] == ["b/", "熵", "", "", "", ""])
    #expect(texts[1] == ["questions/熵/#什么", "熵 是什么", "2024-09-07", "question", "zh-Hans", "mixed"])
    #expect(results.map { $0.tags.map(text) } == [[], ["信息 论", "a b"]])
  }

  @Test("A date that is no day is kept as it is")
  func otherDates() throws {
    var page = page("a/", title: "熵")
    page.date = utf8("2024-09-07T10:00Z")
    let library = Library([page])
    var engine = try library.engine()
    #expect(library.answer(utf8("熵"), with: &engine).results.map { text($0.date) } == ["2024-09-07T10:00Z"])
  }
}
