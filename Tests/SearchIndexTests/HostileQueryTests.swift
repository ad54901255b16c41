import Testing

@testable import SearchIndex

@Suite("Any query gives results or none")
struct HostileQueryTests {
  private static let library = Library(madeUpPages(60, seed: 31) + hostilePages)

  /// Pages that hold what queries may hold; what pages are selected by is text.
  private static let hostilePages = hostilePieces.enumerated().map { number, piece in
    SearchDocument(
      path: utf8("hostile/\(number)/"), title: piece + utf8(" word\(number)"), summary: piece, date: piece,
      kind: utf8(text(piece)), language: utf8(text(piece)), provenance: utf8(text(piece)),
      tags: [utf8(text(piece)), utf8("own\(number)")],
      fields: [SearchField(kind: .title, text: piece), SearchField(kind: .answer, text: piece)])
  }

  /// Runs a query and checks what holds of every one.
  private func check(_ query: [UInt8], with engine: inout SearchEngine) throws {
    let library = HostileQueryTests.library
    _ = try library.finish(query, with: &engine)
    // Pages of Markdown are not there; nothing else is missing.
    let missing = engine.problems.filter {
      if case .missing(let name) = $0 { name.first != 0x2E } else { true }
    }
    #expect(missing.isEmpty, "\(query)")
    let results = engine.results()
    #expect(results.count <= 10)
    #expect(Set(results.map { text($0.path) }).count == results.count)
    let handedOver = try HandedOver(engine.answerJSON())
    #expect(handedOver.urls == results.map { text($0.path) })
    #expect(handedOver.titles.map(letters) == results.map { letters(text($0.title)) })
    for range in engine.marks(in: query) { #expect(0 <= range.lowerBound && range.upperBound <= query.count) }
  }

  /// Without what decoders put in the place of ill-formed bytes, and without the mark that some take away.
  private func letters(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.filter { $0 != "\u{FFFD}" && $0 != "\u{FEFF}" }))
  }

  @Test("one piece, twice, and between words of the index", arguments: hostilePieces.indices)
  func pieces(number: Int) throws {
    let piece = hostilePieces[number]
    var engine = try HostileQueryTests.library.engine()
    for query in [
      piece, piece + piece, utf8("稀疏") + piece + utf8("模型"), utf8("entropy -") + piece,
      utf8("kind:\"") + piece + utf8("\""),
    ] {
      try check(query, with: &engine)
    }
  }

  @Test("any mixture of pieces; what was asked before has no part in the answer", arguments: 0..<20)
  func mixtures(seed: Int) throws {
    var generator = SplitMix(state: UInt64(3000 + seed))
    let library = HostileQueryTests.library
    var engine = try library.engine()
    for count in 2..<10 {
      let query = generator.hostileText(pieces: count)
      try check(query, with: &engine)
      var fresh = try library.engine()
      _ = try library.finish(query, with: &fresh)
      #expect(fresh.results() == engine.results(), "\(query)")
    }
  }

  @Test("the terms of every text of one and of two bytes are well-formed, and not empty")
  func shortTexts() {
    func check(_ bytes: [UInt8]) {
      for term in Query(bytes, .bundled).terms {
        let isWellFormed =
          term.bytes.first == formulaMark || String(validating: term.bytes, as: UTF8.self) != nil
        if term.bytes.isEmpty || !isWellFormed { Issue.record("\(bytes) gives \(term.bytes)") }
      }
    }
    for first in UInt8.min...UInt8.max {
      check([first])
      for second in UInt8.min...UInt8.max { check([first, second]) }
    }
  }

  @Test(
    "of ten megabytes the first 2,048 bytes count",
    arguments: Array(stride(from: 0, to: hostilePieces.count, by: 12)))
  func tenMegabytes(number: Int) throws {
    let piece = hostilePieces[number]
    let library = HostileQueryTests.library
    var query = piece
    while query.count < 10_000_000 { query += query }
    var engine = try library.engine()
    let asked = try library.finish(query, with: &engine)
    var short = try library.engine()
    #expect(try library.finish(Array(query.prefix(2048)), with: &short) == asked)
    #expect(engine.results() == short.results())
  }

  @Test("pages come out as they went in, whatever they hold, but for line feeds")
  func pages() throws {
    let library = HostileQueryTests.library
    var engine = try library.engine()
    for (number, piece) in hostilePieces.enumerated() {
      _ = try library.finish(utf8("tag:own\(number)"), with: &engine, limit: 100)
      let results = engine.results()
      let result = try #require(results.first { text($0.path) == "hostile/\(number)/" })
      let line = piece.map { $0 == 0x0A ? 0x20 : $0 }
      #expect(result.title == line + utf8(" word\(number)"))
      #expect(result.summary == piece)
      #expect(result.date == line)
      let value = utf8(text(line))
      #expect([result.kind, result.language, result.provenance] == [value, value, value])
      #expect(result.tags == [value, utf8("own\(number)")])
    }
  }
}
