import Testing

@testable import KnowledgeBase

@Suite struct PageNamesTests {
  private func find(_ name: String, _ kind: PageName.Kind) -> [Int] {
    var names = PageNames(count: 3)
    let added: [(String, PageName.Kind, Int)] = [
      ("Entropy", .stem, 0), ("caf\u{E9}", .alias, 0), ("entropy", .stem, 1), ("entropy", .stem, 1),
      ("ENTROPY", .title, 2), ("Key", .key, 2),
    ]
    for (name, kind, page) in added {
      names.add(PageName(kind: kind, digest: NameDigest(name)), EntryID(page))
    }
    switch names.holders(names.place(of: NameDigest(name)), kind) {
    case .none: return []
    case .one(let page): return [page.index]
    case .several(let pages): return pages.map(\.index)
    }
  }

  @Test func aNameAsWrittenGoesBeforeTheSameInAnotherCase() {
    #expect(find("Entropy", .stem) == [0])
    #expect(find("entropy", .stem) == [1])
    #expect(find("eNTROPY", .stem) == [0, 1])
  }

  @Test func aNameBelongsToItsKind() {
    #expect(find("entropy", .title) == [2])
    #expect(find("entropy", .section) == [])
    #expect(find("Key", .stem) == [])
    #expect(find("", .title) == [])
  }

  @Test func composedAndDecomposedNamesAreOne() {
    #expect(find("cafe\u{301}", .alias) == [0])
    #expect(find("CAFE\u{301}", .alias) == [0])
  }

  @Test func manyNamesAreKeptApart() {
    var names = PageNames(count: 1)
    for number in 0..<5000 {
      names.add(PageName(kind: .title, digest: NameDigest("Page \(number)")), EntryID(number))
      names.add(address: NameDigest("pages/\(number)/"), EntryID(number))
    }
    for number in 0..<5000 {
      guard case .one(let page) = names.holders(names.place(of: NameDigest("page \(number)")), .title) else {
        Issue.record("Page \(number) is not found")
        continue
      }
      #expect(page == EntryID(number))
      #expect(names.find(address: NameDigest("pages/\(number)/")) == EntryID(number))
    }
    #expect(names.find(address: NameDigest("pages/5000/")) == nil)
  }

  @Test func keysAndAddressesAreFoundAsWritten() {
    var names = PageNames(count: 2)
    for (page, key) in ["Shannon1948", "shannon1948", "Shannon1948"].enumerated() {
      names.add(PageName(kind: .key, digest: NameDigest(key)), EntryID(page))
    }
    #expect(names.find(key: NameDigest("Shannon1948")) == EntryID(0))
    #expect(names.find(key: NameDigest("shannon1948")) == EntryID(1))
    #expect(names.find(key: NameDigest("SHANNON1948")) == nil)
  }
}

@Suite struct NameDigestTests {
  /// As Swift compares text: by canonical equivalence.
  @Test(arguments: [
    "", "entropy", "Entropy", "熵", "为什么?", "困惑度是什么？", "Ａ", "ａ", "é", "e\u{301}", "É", "か\u{3099}", "が",
    "\u{302A}",
    "一\u{302A}", "“熵”——", "Å", "\u{212B}", "A\u{30A}", "K", "\u{212A}", "k", "豈", "\u{F900}", "ς", "Σ", "σ",
    "İ", "ß",
    "한", "\u{1112}\u{1161}\u{11AB}", "q\u{307}\u{323}", "q\u{323}\u{307}", "\u{1F600}", "a/b.md",
  ])
  func namesAreOneWhereTheirTextIs(_ name: String) {
    for other in [
      "entropy", "Entropy", "熵", "为什么?", "ａ", "e\u{301}", "É", "が", "A\u{30A}", "K", "k", "豈", "σ",
      "i\u{307}", "ss", "한",
      "q\u{307}\u{323}", "困惑度是什么？", name,
    ] {
      let (one, two) = (NameDigest(name), NameDigest(other))
      #expect((one.written == two.written) == (name == other), "\(name) and \(other) as written")
      #expect(
        (one.folded == two.folded) == (name.lowercased() == other.lowercased()),
        "\(name) and \(other) in small letters")
    }
  }

  @Test func bytesThatAreNoTextAreReadAsReplacements() {
    let broken: [UInt8] = [0xE7, 0x86, 0x41]
    let replaced = String(decoding: broken, as: UTF8.self)
    #expect(NameDigest(broken.span).written == NameDigest(replaced).written)
    let cut: [UInt8] = [0x61, 0xE7, 0x86]
    #expect(NameDigest(cut.span).folded == NameDigest(String(decoding: cut, as: UTF8.self)).folded)
  }
}
