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
      var writer = BitWriter()
      for (value, parameter) in zip(values, parameters) {
        writer.writeGamma(value + 1)
        writer.writeRice(value, parameter: parameter)
        writer.write(value, bits: 22)
      }
      var bytes: [UInt8] = [0xAA]
      writer.finish(into: &bytes)
      var reader = BitReader(bytes, from: 1)
      for (value, parameter) in zip(values, parameters) {
        #expect(try reader.readGamma() == value + 1)
        #expect(try reader.readRice(parameter: parameter, limit: 1 << 22) == value)
        #expect(try reader.read(bits: 22) == value)
      }
      #expect(reader.nextByte == bytes.count)
    }
  }

  @Test("posting lists come back as they were, over many in one buffer")
  func postingLists() throws {
    var generator = SplitMix(state: 2)
    let idBits = 14
    var writer = BitWriter()
    var bytes: [UInt8] = []
    var lists: [[UInt64]] = []
    for _ in 0..<300 {
      let count = 1 << Int.random(in: 0...9, using: &generator)
      var postings: [UInt64] = []
      for id in Set((0..<count).map { _ in UInt64.random(in: 0..<1 << 14, using: &generator) }) {
        postings.append(UInt64.random(in: 0..<15, using: &generator) << 28 | id)
      }
      postings.sort()
      lists.append(postings)
      PostingList.encode(postings[...], idBits: idBits, with: &writer, into: &bytes)
    }
    var offset = 0
    for list in lists {
      var decoded: [UInt64] = []
      offset = try PostingList.decode(bytes, at: offset, idBits: idBits) { id, impact in
        decoded.append(UInt64(15 - impact) << 28 | UInt64(id))
      }
      #expect(decoded == list)
    }
    #expect(offset == bytes.count)
  }

  @Test("any bytes are a posting list or damaged, never a crash")
  func foreignPostings() {
    var generator = SplitMix(state: 3)
    var damaged = 0
    for _ in 0..<5000 {
      let bytes = (0..<40).map { _ in UInt8.random(in: 0...255, using: &generator) }
      let idBits = Int.random(in: 1...22, using: &generator)
      do {
        _ = try PostingList.decode(bytes, at: 0, idBits: idBits) { id, impact in
          #expect(id < 1 << UInt32(idBits) && (1...15).contains(impact))
        }
      } catch {
        damaged += 1
      }
    }
    #expect(damaged > 0)
  }

  @Test("front-coded terms come back, whatever they share")
  func frontCoding() throws {
    let terms = ["", "a", "ab", "abc", String(repeating: "x", count: 48), "xy", "稀", "稀疏", "稀疏性质"].map(utf8)
    var bytes: [UInt8] = []
    var previous: [UInt8] = []
    for term in terms {
      FrontCoding.append(term, after: previous, to: &bytes)
      previous = term
    }
    var term: [UInt8] = []
    var offset = 0
    for expected in terms {
      offset = try FrontCoding.read(bytes, at: offset, into: &term)
      #expect(term == expected)
    }
    #expect(offset == bytes.count)
    #expect(throws: DamagedFile.self) { try FrontCoding.read(bytes, at: offset, into: &term) }
  }

  @Test("a separator comes after the term before and not after its own, in whole characters")
  func separators() {
    let terms = ["a", "ab", "abc", "b", "稀", "稀疏", "稀缺", "算"].sorted {
      utf8($0).lexicographicallyPrecedes(utf8($1))
    }
    for (before, after) in zip(terms, terms.dropFirst()) {
      let separator = shortestSeparator(from: utf8(before), to: utf8(after))
      #expect(utf8(before).lexicographicallyPrecedes(separator))
      #expect(!utf8(after).lexicographicallyPrecedes(separator))
      #expect(String(validating: separator, as: UTF8.self) != nil)
    }
  }

  @Test("file names name their content and nothing else is a name")
  func fileNames() {
    let name = FileName(kind: .terms, digest: 0x0123_4567_89AB)
    #expect(text(name.bytes) == "t-0123456789ab.qix")
    #expect(FileName(name.bytes) == name)
    for other in ["t-0123456789ab.qi", "x-0123456789ab.qix", "t-0123456789AB.qix", "../../etc/passwd", ""] {
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
