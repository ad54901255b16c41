import Testing

@testable import KnowledgeBase

@Suite("Looking for terms in texts")
struct TermSearchTests {
  @Test("A term is found wherever it stands first", arguments: ["a", "ab", "loss", "熵", "交叉熵", "f1"])
  func everywhere(term: String) {
    for filler in ["x", "o", "A", "叉", "1"] {
      for count in 0..<20 {
        let before = String(repeating: filler, count: count)
        for written in [term, term.uppercased()] {
          let text = Array((before + written + before + written).utf8)
          let lower = String(decoding: text, as: UTF8.self).lowercased()
          let expected = Array(lower.utf8).place(of: Array(term.utf8))
          #expect(TermSearch.place(of: Array(term.utf8), in: text) == expected)
        }
      }
    }
  }

  @Test("Bytes that differ from a letter in the bit of its case are not the letter")
  func neighbours() {
    #expect(TermSearch.place(of: Array("a@".utf8), in: Array("A`a`A@".utf8)) == 4)
    #expect(TermSearch.place(of: Array("z".utf8), in: Array("\u{1A}:Z".utf8)) == 2)
    #expect(TermSearch.place(of: [], in: Array("a".utf8)) == nil)
    #expect(TermSearch.place(of: Array("ab".utf8), in: Array("a".utf8)) == nil)
    #expect(TermSearch.place(of: Array("a".utf8), in: Array("aba".utf8), from: 1) == 2)
  }

  @Test("Short words are kept apart, also by their length")
  func shortWords() {
    let words = ShortWords(["的", "了", "有效"].map { Array($0.utf8)[...] })
    #expect(words.contains(Array("的".utf8)[...]))
    #expect(words.contains(Array("x有效".utf8)[1...]))
    #expect(!words.contains(Array("有".utf8)[...]))
    #expect(!words.contains(Array("有效的".utf8)[...]))
    #expect(!words.contains([]))
  }
}

extension [UInt8] {
  /// Where other bytes stand first, found by trying every place.
  fileprivate func place(of other: [UInt8]) -> Int? {
    indices.first { self[$0...].starts(with: other) }
  }
}
