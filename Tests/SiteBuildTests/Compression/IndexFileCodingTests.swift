import SearchIndex
import SourceText
import Testing

@testable import SiteBuild

/// Files of the search index that are published compressed.
@Suite struct IndexFileCodingTests {
  private static let limit = 1 << 20

  private static func index(pages: Int) -> [IndexFile] {
    let documents = (0..<pages).map { number in
      AnalyzedDocument(
        SearchDocument(
          path: Array("questions/q\(number)/".utf8), title: Array("What is entropy \(number)?".utf8),
          summary: Array("The mean surprise of a source, in bits \(number).".utf8),
          date: Array("2026-11-23".utf8), kind: Array("question".utf8), language: Array("en".utf8), tags: [],
          fields: []))
    }
    let assets = EngineAssets(engine: [0x65], wasm: [0x77])
    return InvertedIndex(documents).files(assets: assets)
  }

  @Test func textsArePublishedSmallerAndComeBack() throws {
    let files = Self.index(pages: 900)
    var smaller: Set<UInt8> = []
    for file in files {
      let published = IndexFileCoding.published(file)
      #expect(IndexFileCoding.content(published, limit: Self.limit) == file.bytes)
      #expect(published.count <= file.bytes.count)
      if published != file.bytes { smaller.insert(file.name[0]) }
    }
    #expect(smaller == Set("bs".utf8))
  }

  @Test func whatDoesNotBecomeSmallerIsPublishedAsItIs() throws {
    let cards = try #require(Self.index(pages: 1).first { $0.name.first == 0x62 })
    var tiny = cards
    tiny.bytes = Array(cards.bytes.prefix(8))
    #expect(IndexFileCoding.published(tiny) == tiny.bytes)
  }

  @Test func aDamagedFileStaysAsItIs() throws {
    let file = try #require(Self.index(pages: 40).first { $0.name.first == 0x73 })
    let published = IndexFileCoding.published(file)
    for place in published.indices {
      let cut = Array(published[..<place])
      #expect(IndexFileCoding.content(cut, limit: Self.limit) == cut)
      var changed = published
      changed[place] ^= 0x10
      #expect(IndexFileCoding.content(changed, limit: Self.limit) != file.bytes)
    }
  }

  @Test func nothingBecomesLargerThanTheLimit() throws {
    let zeros = [UInt8](repeating: 0, count: 100_000)
    let small = try #require(DeflateCoding.encode(zeros, as: .zlib))
    #expect(DeflateCoding.decode(small, limit: 100_000) == zeros)
    #expect(DeflateCoding.decode(small, limit: 99_999) == nil)
    #expect(IndexFileCoding.content(small, limit: 99_999) == small)
  }
}
