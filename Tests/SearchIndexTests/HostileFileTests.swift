import Testing

@testable import SearchIndex

/// Every place of every kind of file, damaged: with digests checked the file is refused, without them its decoder
/// meets the damage, and the query ends all the same.
@Suite("Damage at every place of an index")
struct HostileFileTests {
  /// So small that every place of its files is tried; with files of all kinds but directories and overflow.
  private static let small = Library(
    (0..<6).map {
      page("q\($0)/", title: "稀疏机器 entropy", answer: "perplexity word1\($0)", tags: ["t\($0 % 2)"])
    })
  /// Large enough for directories of terms and of documents.
  private static let large = Library(
    (0..<2300).map { number in
      page(
        "q\(number)/", title: "稀疏 entropy", answer: "word\(number) 模型\(number % 50)",
        tags: [number % 700 == 0 ? "rare" : "t\(number % 3)"])
    })

  /// Uses terms, the dictionary of reversed words, cards, summaries, facets and the table of Traditional characters.
  private static let queries = [
    "機器稀疏 perplexiti", "entropi tag:t1 -word12", "\"模型\" kind:question", "word1", "entropy tag:rare",
  ].map { utf8($0) }

  private static let kinds: [FileName.Kind] = [
    .terms, .overflow, .words, .directory, .documents, .summaries, .documentDirectory, .characters,
  ]

  /// The smallest file of a kind that a query asks for, and its index.
  private static func file(_ kind: FileName.Kind) throws -> (name: String, library: Library, query: [UInt8])?
  {
    for library in [small, large] {
      var found: (name: String, query: [UInt8])?
      for query in queries {
        var engine = try library.engine()
        var asked: [String] = []
        engine.begin(query, QueryOptions(limit: 10, facets: true))
        for _ in 0..<40 {
          let names = engine.needs()
          asked += names.map { text($0) }
          for name in names { engine.supply(name, library.files[text(name)]) }
        }
        for name in asked where FileName(utf8(name))?.letter == kind.rawValue {
          let size = library.files[name]?.count ?? .max
          if found.map({ size < library.files[$0.name]?.count ?? 0 }) ?? true { found = (name, query) }
        }
      }
      if let found { return (found.name, library, found.query) }
    }
    return nil
  }

  /// So many places of a file at most, evenly spread.
  private static func places(of bytes: [UInt8], atMost limit: Int) -> StrideTo<Int> {
    stride(from: 0, to: bytes.count, by: max(1, (bytes.count + limit - 1) / limit))
  }

  /// What a file becomes by damage at a place: cut there, and with its byte changed.
  private static func damages(to bytes: [UInt8], at place: Int) -> [[UInt8]] {
    var changed = bytes
    changed[place] ^= place % 3 == 0 ? 0xFF : 1 << UInt8(place % 8)
    return [Array(bytes[..<place]), changed]
  }

  @Test("with damage in its files, a query ends in an answer", arguments: kinds)
  func queries(kind: FileName.Kind) throws {
    let (name, library, query) = try #require(
      try HostileFileTests.file(kind), "no query asks for such a file")
    let bytes = try #require(library.files[name])
    var damaged = library
    for place in HostileFileTests.places(of: bytes, atMost: 8) {
      for content in HostileFileTests.damages(to: bytes, at: place) {
        damaged.files[name] = content
        var engine = try library.engine()
        engine.checksDigests = false
        _ = try damaged.finish(query, with: &engine)
        #expect(engine.results().count <= 10)
        _ = try HandedOver(engine.answerJSON())
        for range in engine.marks(in: query) { #expect(range.upperBound <= query.count) }
      }
    }
  }

  @Test("a decoder reads each length, and each byte changed, or says that it is damaged", arguments: kinds)
  func decoders(kind: FileName.Kind) throws {
    let (name, library, _) = try #require(try HostileFileTests.file(kind), "no query asks for such a file")
    let bytes = try #require(library.files[name])
    let idCount = try library.engine().manifest.idCount
    #expect(decode(kind, bytes, idCount: idCount) > 0, "the whole file holds something")
    // A table of characters costs as much as all others together.
    let limit = kind == .characters ? 60 : 800
    for place in HostileFileTests.places(of: bytes, atMost: limit) {
      for content in HostileFileTests.damages(to: bytes, at: place) {
        _ = decode(kind, content, idCount: idCount)
      }
    }
  }

  /// Reads all of a file; gives how much was found before its end or a fault.
  private func decode(_ kind: FileName.Kind, _ bytes: [UInt8], idCount: UInt32) -> Int {
    var found = 0
    switch kind {
    case .terms, .overflow, .words:
      var cursor = TermCursor(bytes, kind, idCount: idCount)
      while cursor.next(from: []) {
        found += 1
        for posting in cursor.postings.postings {
          let id = posting & PostingList.idMask
          if id >= idCount { Issue.record("id \(id)") }
        }
      }
    case .directory:
      var names: [UInt64] = []
      KeyTable.find(
        .terms, from: [], to: [.max], limit: .max, in: bytes, at: FileHeader.length, into: &names)
      for name in names { #expect(name >> 40 == UInt64(FileName.Kind.terms.rawValue)) }
      found = names.count
    case .documents:
      for id in UInt32.min..<64 where SearchResult(id, score: 1, inCards: bytes) != nil { found += 1 }
    case .summaries:
      for id in stride(
        from: UInt32.min, to: 1 << UInt32(IndexLimits.blockBits + IndexLimits.summaryBits), by: 11)
      where !findSummary(of: id, in: bytes).isEmpty { found += 1 }
    case .documentDirectory:
      for place in 0..<IndexLimits.fanOut
      where readDigest(bytes, at: FileHeader.length + place * FileName.digestLength) != 0 { found += 1 }
    case .characters:
      if let table = CharacterTable(bytes, from: FileHeader.length) {
        found += (0x3400...0x9FFF).count { Unicode.Scalar(table.folded(ideograph: $0)) != nil }
      }
    }
    return found
  }

  @Test("each length, and each bit changed, is told from the file itself", arguments: kinds)
  func digests(kind: FileName.Kind) throws {
    let (name, library, query) = try #require(
      try HostileFileTests.file(kind), "no query asks for such a file")
    let bytes = try #require(library.files[name])
    var engine = try library.engine()
    for place in HostileFileTests.places(of: bytes, atMost: 400) {
      var changed = bytes
      changed[place] ^= 1 << UInt8(place % 8)
      for content in [Array(bytes[..<place]), changed] {
        engine.begin(query, QueryOptions(limit: 10))
        engine.supply(utf8(name), content)
        #expect(engine.problems == [.damaged(name: utf8(name))])
      }
    }
  }

  @Test("of the root each length is refused, and each byte changed is refused or answers")
  func roots() throws {
    let library = HostileFileTests.small
    let json = library.files["index.json"] ?? []
    let start = try #require(text(json).firstRange(of: "\"root\":\"")).upperBound
    let root = Base64.decode(json, from: text(json)[..<start].utf8.count)
    let content = Array(root.dropLast(FileName.digestLength))
    func open(_ bytes: [UInt8]) -> SearchEngine? {
      // Its own digest is made to fit.
      var bytes = bytes
      while bytes.count % 3 != 1 { bytes.append(0) }
      appendDigest(digest64(bytes), to: &bytes)
      return try? SearchEngine(manifest: utf8("{\"root\":\"") + Base64.encode(bytes) + utf8("\"}"))
    }
    var opened = 0
    for place in HostileFileTests.places(of: content, atMost: 300) {
      for bytes in HostileFileTests.damages(to: content, at: place) {
        guard var engine = open(bytes) else { continue }
        opened += 1
        _ = try library.finish(HostileFileTests.queries[0], with: &engine)
        #expect(engine.results().count <= 10)
      }
    }
    #expect(opened > 50)
  }
}
