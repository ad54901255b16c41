import Testing

@testable import SearchIndex

@Suite("Codings")
struct CodingTests {
  @Test("what the bit writer wrote, the reader reads")
  func bits() throws {
    var generator = SplitMix(state: 1)
    for _ in 0..<200 {
      let values = (0..<50).map { _ in
        UInt32.random(in: 0..<(1 << UInt32.random(in: 1...22, using: &generator)), using: &generator)
      }
      let parameters = values.map {
        max(0, 28 - $0.leadingZeroBitCount - Int.random(in: 0...4, using: &generator))
      }
      let limits = values.map { UInt32.random(in: $0 + 1...1 << 22, using: &generator) }
      var writer = BitWriter()
      for (place, value) in values.enumerated() {
        writer.writeGamma(value + 1)
        writer.writeRice(value, parameter: parameters[place], limit: limits[place])
        writer.write(value, bits: 22)
      }
      var bytes: [UInt8] = [0xAA]
      writer.finish(into: &bytes)
      var reader = BitReader(bytes, from: 1)
      for (place, value) in values.enumerated() {
        #expect(reader.readGamma() == value + 1)
        #expect(reader.readRice(parameter: parameters[place], limit: limits[place]) == value)
        #expect(reader.read(bits: 22) == value)
      }
      #expect(reader.nextByte == bytes.count)
    }
  }

  @Test(
    "posting lists come back as they were, the best of them if there are too many",
    arguments: [3, 100, Int.max])
  func postingLists(cap: Int) throws {
    var generator = SplitMix(state: 2)
    let idCount: UInt32 = 12288
    var writer = BitWriter()
    var lists: [[UInt64]] = []
    for _ in 0..<300 {
      let count = 1 << Int.random(in: 0...9, using: &generator)
      var postings: [UInt64] = []
      for id in Set((0..<count).map { _ in UInt64.random(in: 0..<12288, using: &generator) }) {
        postings.append(UInt64.random(in: 0..<15, using: &generator) << 28 | id)
      }
      postings.sort()
      lists.append(postings)
      PostingList.write(postings.span, cap: cap, idCount: idCount, to: &writer)
    }
    var bytes: [UInt8] = []
    writer.finish(into: &bytes)
    var reader = BitReader(bytes)
    for (place, list) in lists.enumerated() {
      let read = PostingList.read(&reader, cap: cap, idCount: idCount, keepsPostings: place % 3 > 0)
      #expect(read.isCapped == (list.count > cap))
      let exact = logarithm(UInt32(list.count))
      #expect(read.isCapped ? abs(Int(read.logarithm) - Int(exact)) <= 4 : read.logarithm == exact)
      let decoded = read.postings.map { posting in
        UInt64(15 - posting >> PostingList.idBits) << 28 | UInt64(posting & PostingList.idMask)
      }
      #expect(decoded == (place % 3 > 0 ? Array(list.prefix(cap)) : []))
    }
    #expect(reader.nextByte == bytes.count)
  }

  @Test("any bytes are a posting list or damaged, never a crash")
  func foreignPostings() {
    var generator = SplitMix(state: 3)
    var damaged = 0
    for _ in 0..<5000 {
      let bytes = (0..<40).map { _ in UInt8.random(in: 0...255, using: &generator) }
      let idCount = IndexLimits.idCount(Int.random(in: 0...42, using: &generator))
      var reader = BitReader(bytes)
      let list = PostingList.read(&reader, cap: 192, idCount: idCount, keepsPostings: true)
      if reader.isDamaged {
        damaged += 1
      } else {
        #expect(list.postings.allSatisfy { $0 & PostingList.idMask < idCount })
        #expect(list.postings.allSatisfy { (1...15).contains($0 >> PostingList.idBits) })
      }
    }
    #expect(damaged > 0)
  }

  @Test("terms come back, whatever they share")
  func terms() throws {
    let words = [
      "\u{1}tag", "\u{2}~!", "2^4.7", "a", "ab", "abc", String(repeating: "x", count: 48), "xy", "ü", "한",
      "稀", "稀疏",
      "稀疏性质", "算", "\u{10FFFF}", "\u{10FFFF}a",
    ]
    let expected = (words + (0x4E00...0x5000).compactMap { Unicode.Scalar($0) }.map { "的\($0)" })
      .map { scalars(of: utf8($0)) }.sorted { $0.lexicographicallyPrecedes($1) }
    var writer = BitWriter()
    var coding = TermCoding()
    for term in expected { coding.write(term.span, to: &writer) }
    var bytes: [UInt8] = []
    writer.finish(into: &bytes)
    var reader = BitReader(bytes)
    coding = TermCoding()
    for term in expected {
      coding.read(&reader)
      #expect(coding.term == term)
    }
    #expect(reader.nextByte == bytes.count)
  }

  @Test("any bytes are terms or damaged, never a crash")
  func foreignTerms() {
    var generator = SplitMix(state: 5)
    for _ in 0..<2000 {
      var reader = BitReader((0..<60).map { _ in UInt8.random(in: 0...255, using: &generator) })
      var coding = TermCoding()
      while !reader.isDamaged { coding.read(&reader) }
      // Beyond the end nothing is read.
      let term = coding.term
      coding.read(&reader)
      #expect(coding.term == term)
    }
  }

  @Test("code points of terms")
  func codePoints() {
    for term in ["", "a", "naïve", "稀疏", "𠮷野", "\u{10FFFF}"] {
      #expect(scalars(of: utf8(term)) == term.unicodeScalars.map(\.value))
    }
  }

  @Test("base 64 comes back, and ends at what is no letter of it")
  func base64() {
    var generator = SplitMix(state: 6)
    for count in stride(from: 0, to: 300, by: 3) {
      let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
      #expect(Base64.decode(utf8("x") + Base64.encode(bytes) + utf8("\"AAAA"), from: 1) == bytes)
    }
    #expect(text(Base64.encode(utf8("Quaestio!"))) == "UXVhZXN0aW8h")
  }

  @Test("file names name their content and nothing else is a name")
  func fileNames() {
    let name = FileName(kind: .terms, digest: 0x01_2345_6789)
    #expect(text(name.bytes) == "t-0123456789.qix")
    #expect(FileName(name.bytes) == name)
    #expect(FileName(utf8("t-0a1b2c3d4e.qix"))?.digest == 0x0A_1B2C_3D4E)
    for other in [
      "t-012345678a.qi", "x-012345678a.qix", "t-012345678A.qix", "t-01234567é.qix", "../../etc/passwd", "",
    ] {
      #expect(FileName(utf8(other)) == nil)
    }
  }

  @Test("log₂ in sixteenths is the floor of the true one")
  func logarithms() {
    #expect(logarithm(1) == 0)
    #expect(logarithm(2) == 16)
    #expect(logarithm(3) == 25)
    #expect(logarithm(10) == 53)
    #expect(logarithm(1000) == 159)
    #expect(logarithm(.max) == 511)
  }

  @Test("JSON strings escape what must be and replace ill-formed bytes")
  func json() {
    var writer = JSONWriter()
    writer.string(utf8("a\"b\\c\n\u{7F}稀") + [0xFF])
    #expect(text(writer.bytes) == "\"a\\\"b\\\\c\\u000a\\u007f稀\u{FFFD}\"")
  }
}
