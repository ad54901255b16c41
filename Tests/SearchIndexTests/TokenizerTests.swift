import Testing

@testable import SearchIndex

/// Records tokens as text: words as they are, parts in parentheses, ideographs alone, bigrams.
private struct Recorder: TokenSink {
  var tokens: [String] = []

  mutating func ideograph(_ scalar: UInt32, after previous: UInt32) {
    if previous != 0 { tokens.append(character(previous) + character(scalar)) }
    tokens.append(character(scalar))
  }

  mutating func endIdeographRun(length: Int, last: UInt32) {
    tokens.append("|\(length)")
  }

  mutating func word(_ bytes: ArraySlice<UInt8>, partial: Bool) {
    let word = String(decoding: bytes, as: UTF8.self)
    tokens.append(partial ? "(\(word))" : word)
  }

  private func character(_ scalar: UInt32) -> String {
    Unicode.Scalar(scalar).map { String($0) } ?? "?"
  }
}

private func tokens(_ bytes: [UInt8]) -> [String] {
  var recorder = Recorder()
  var tokenizer = Tokenizer()
  tokenizer.tokenize(bytes.span, into: &recorder)
  return recorder.tokens
}

@Suite("Tokenizer")
struct TokenizerTests {
  @Test(
    "words are folded: case, diacritics, width, compatibility letters",
    arguments: [
      ("Hello World", ["hello", "world"]),
      ("naïve Café", ["naive", "cafe"]),
      ("Straße Ærø", ["strasse", "aero"]),
      ("ＧＰＴ　模", ["gpt", "模", "|1"]),
      ("e\u{301}tude", ["etude"]),
      ("ΕΝΤΡΟΠΊΑ", ["εντροπια"]),
      ("Энтропия", ["энтропия"]),
      ("x²", ["x2"]),
      ("𝑝 and 𝐇", ["p", "and", "h"]),
      ("soft\u{AD}hyphen", ["softhyphen"]),
    ])
  func folding(source: String, expected: [String]) {
    #expect(tokens(utf8(source)) == expected)
  }

  @Test(
    "identifiers are sent whole and in parts",
    arguments: [
      ("Q-Sparse", ["q-sparse", "(q)", "(sparse)"]),
      ("GPT-4", ["gpt-4", "(gpt)", "(4)"]),
      ("GPT4", ["gpt4", "(gpt)", "(4)"]),
      ("torch.nn.Linear", ["torch.nn.linear", "(torch)", "(nn)", "(linear)"]),
      ("2^4.7", ["2^4.7", "(2)", "(4.7)"]),
      ("25.99", ["25.99"]),
      ("log_2", ["log_2", "(log)", "(2)"]),
      ("C++ and C#", ["c++", "(c)", "and", "c#", "(c)"]),
      ("C++语言", ["c++", "(c)", "语", "语言", "言", "|2"]),
      ("end. Next", ["end", "next"]),
      ("a -- b", ["a", "b"]),
      ("x...y", ["x", "y"]),
      ("-dash-", ["dash"]),
      ("#tag", ["tag"]),
      ("\\log_2 x", ["log_2", "(log)", "(2)", "x"]),
    ])
  func identifiers(source: String, expected: [String]) {
    #expect(tokens(utf8(source)) == expected)
  }

  @Test(
    "ideographs come alone and in overlapping pairs",
    arguments: [
      ("稀疏性", ["稀", "稀疏", "疏", "疏性", "性", "|3"]),
      ("什么是Adam？", ["什", "什么", "么", "么是", "是", "|3", "adam"]),
      ("熵，即", ["熵", "|1", "即", "|1"]),
      ("ニュ", ["ニ", "ニュ", "ュ", "|2"]),
      ("한국", ["한", "한국", "국", "|2"]),
      ("𠮷野", ["𠮷", "𠮷野", "野", "|2"]),
    ])
  func ideographs(source: String, expected: [String]) {
    #expect(tokens(utf8(source)) == expected)
  }

  @Test("ill-formed bytes separate and nothing else")
  func illFormed() {
    #expect(tokens([0x61, 0xFF, 0x62]) == ["a", "b"])
    #expect(tokens([0x61, 0xE7, 0xA8]) == ["a"])
    #expect(tokens([0xED, 0xA0, 0x80, 0x61]) == ["a"])
    #expect(tokens([0xC0, 0x80, 0x61, 0xF5]) == ["a"])
  }

  @Test("no word is longer than the limit, and no letter is lost")
  func longWords() {
    let long = String(repeating: "abcdefg", count: 40)
    let found = tokens(utf8(long))
    #expect(found.allSatisfy { $0.utf8.count <= Tokenizer.wordLimit })
    #expect(found.joined() == long)
  }

  @Test("any bytes give words within the limit, and the same ones each time")
  func anyBytes() {
    var generator = SplitMix(state: 7)
    for _ in 0..<500 {
      let bytes = (0..<200).map { _ in UInt8.random(in: 0...255, using: &generator) }
      var recorder = LengthRecorder()
      var tokenizer = Tokenizer()
      tokenizer.tokenize(bytes.span, into: &recorder)
      #expect(recorder.least >= 1 && recorder.most <= Tokenizer.wordLimit)
      #expect(tokens(bytes) == tokens(bytes))
    }
  }
}

private struct LengthRecorder: TokenSink {
  var least = 1
  var most = 0

  mutating func ideograph(_ scalar: UInt32, after previous: UInt32) {}
  mutating func endIdeographRun(length: Int, last: UInt32) {}
  mutating func word(_ bytes: ArraySlice<UInt8>, partial: Bool) {
    least = min(least, bytes.count)
    most = max(most, bytes.count)
  }
}
