import Testing

@testable import SearchIndex

/// What a result shows comes in two steps: the cards, then the summaries.
@Suite struct ResultStagesTests {
  private static let pages = madeUpPages(400, seed: 11)

  /// The kinds of the files of each round of loading, and after which round the results were there.
  private func rounds(_ query: String, of library: Library) throws -> (kinds: [Set<Character>], ready: Int?) {
    var engine = try library.engine()
    engine.begin(utf8(query), limit: 5)
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

  @Test("Before the summaries the results are the same without them")
  func summaries() throws {
    let library = Library(Self.pages)
    var engine = try library.engine()
    engine.begin(utf8("稀疏 perplexity"), limit: 5)
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

  @Test(arguments: ["0000-01-01", "1948-07-01", "2024-02-29", "2026-11-21", "9999-12-31", "2024-02-31"])
  func daysComeBack(_ day: String) throws {
    let packed = try #require(PackedDay(utf8(day)))
    #expect(text(packed.text) == day)
    #expect(PackedDay(number: packed.number) == packed)
  }

  @Test(arguments: [
    "", "2024", "2024-00-10", "2024-13-01", "2024-01-00", "2024-01-32", "2024/01/01", "2024-1-01", "２０２４-01",
  ])
  func whatIsNoDayStaysText(_ text: String) {
    #expect(PackedDay(utf8(text)) == nil)
  }

  @Test(arguments: [0, -1, 3_720_001, Int.max])
  func noNumberBeyondTheDays(_ number: Int) {
    #expect(PackedDay(number: number) == nil)
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
