import Testing

@testable import SearchIndex

/// `text` with what a query marks in brackets.
private func marked(
  _ text: String, by query: String, isUnfinished: Bool = false, _ characters: CharacterTable = .bundled
) -> String {
  let terms = Query(utf8(query), characters).terms.map(\.bytes)
  let highlighter = Highlighter(
    terms: terms, prefix: isUnfinished ? terms.last ?? [] : [], characters)
  let bytes = utf8(text)
  var result: [UInt8] = []
  var position = 0
  for range in highlighter.ranges(in: bytes) {
    result += bytes[position..<range.lowerBound] + [0x5B] + bytes[range] + [0x5D]
    position = range.upperBound
  }
  return String(decoding: result + bytes[position...], as: UTF8.self)
}

@Suite("Highlighter")
struct AnalysisHighlighterTests {
  @Test(
    "marks the words of the query, in any form",
    arguments: [
      ("entropy", "Entropy, ENTROPY and entropic", "[Entropy], [ENTROPY] and entropic"),
      ("training", "trained, a train; strained", "[trained], a [train]; strained"),
      ("what is a train", "What is it? A train.", "What is it? A [train]."),
      ("cafe", "naïve Café", "naïve [Café]"),
      ("Erdős", "Erdo\u{308}s", "[Erdo\u{308}s]"),
      ("gpt", "ＧＰＴ-４", "[ＧＰＴ]-４"),
      ("bayes", "Bayes’ rule", "[Bayes]’ rule"),
      ("model", "the model's", "the [model's]"),
      ("1000", "1,000 or 1000 or 10,000", "[1,000] or [1000] or 10,000"),
    ])
  func words(query: String, text: String, expected: String) {
    #expect(marked(text, by: query) == expected)
  }

  @Test(
    "marks the part of an identifier, or all of it",
    arguments: [
      ("sparse", "Q-Sparse", "Q-[Sparse]"),
      ("Q-Sparse", "(Q-Sparse)", "([Q-Sparse])"),
      ("sparse", "q_sparse.layer", "q_[sparse].layer"),
      ("linear", "torch.nn.Linear", "torch.nn.[Linear]"),
      ("bar", "fooBar", "foo[Bar]"),
      ("foo", "fooBar", "[foo]Bar"),
      ("fooBar", "foo_bar", "[foo_bar]"),
      ("gpt4", "GPT-4 GPT4 gpt", "[GPT-4] [GPT4] [gpt]"),
      ("gpt", "GPT4 ＧＰＴ４", "[GPT]4 [ＧＰＴ]４"),
      ("kg", "5㎏ 5kg", "5[㎏] 5[kg]"),
      ("cm", "㎠ cm2", "[㎠] [cm]2"),
      ("c", "c++ c# c", "[c]++ [c]# [c]"),
      ("c++", "c++ c#", "[c++] [c]#"),
      ("net", ".net", ".[net]"),
      ("hopital", "L'Hôpital", "L'[Hôpital]"),
      ("2", "2^4.7 ② ½", "[2]^4.7 [②] [½]"),
      ("mean", "k-means", "k-[means]"),
    ])
  func identifiers(query: String, text: String, expected: String) {
    #expect(marked(text, by: query) == expected)
  }

  @Test(
    "marks both characters of a pair, and a character that stands alone in the query",
    arguments: [
      ("稀疏性", "模型的稀疏性是", "模型的[稀疏性]是"),
      ("稀疏模型", "稀疏的模型，稀土", "[稀疏]的[模型]，稀土"),
      ("熵", "交叉熵与熵", "交叉[熵]与[熵]"),
      ("稀疏", "稀，疏", "稀，疏"),
      ("ニューロン", "ﾆｭｰﾛﾝの", "[ﾆｭｰﾛﾝ]の"),
      ("が", "か\u{3099}か", "[か\u{3099}]か"),
      ("𠮷野", "在𠮷野家", "在[𠮷野]家"),
    ])
  func ideographs(query: String, text: String, expected: String) {
    #expect(marked(text, by: query) == expected)
  }

  @Test("a table of Traditional characters makes scripts one")
  func traditional() throws {
    let table = CharacterTable.bundled
    #expect(marked("机器学习 機器學習", by: "機器學習", table) == "[机器学习] [機器學習]")
    #expect(marked("机器学习 機器學習", by: "机器学习", .builtIn) == "[机器学习] 機器學習")
  }

  @Test("an unfinished word marks the words that begin with it")
  func unfinished() {
    #expect(
      marked("entropy, entropies, centre", by: "entr", isUnfinished: true)
        == "[entropy], [entropies], centre")
    #expect(marked("Q-Sparse sparsity", by: "spar", isUnfinished: true) == "Q-[Sparse] [sparsity]")
    #expect(marked("entropy", by: "entr") == "entropy")
  }

  @Test("no terms, no marks; any bytes are a text")
  func nothing() {
    #expect(Highlighter(terms: [], .bundled).ranges(in: utf8("什么 is it")) == [])
    #expect(Highlighter(terms: [utf8("a")], .bundled).ranges(in: []) == [])
    #expect(
      Highlighter(terms: [utf8("a")], .bundled).ranges(in: [0xFF, 0x61, 0xE7, 0x61]) == [1..<2, 3..<4])
  }

  @Test("ranges ascend, do not touch, end at characters, and mark every token of the query in any text")
  func ranges() throws {
    let table = CharacterTable.bundled
    var generator = SplitMix(state: 61)
    for _ in 0..<400 {
      let text = utf8(oddText(using: &generator))
      let terms = Query(utf8(oddText(using: &generator)), table).terms.map(\.bytes)
      let ranges = Highlighter(terms: terms, table).ranges(in: text)
      for (range, next) in zip(ranges, ranges.dropFirst()) { #expect(range.upperBound < next.lowerBound) }
      for range in ranges {
        #expect(!range.isEmpty && text.indices.contains(range.lowerBound) && range.upperBound <= text.count)
        #expect(String(validating: text[range], as: UTF8.self) != nil)
      }
      // What is marked holds a term of the query by itself, and what is left holds none.
      for range in ranges {
        let own = Set(tokenTerms(Array(text[range]), table))
        #expect(!own.isDisjoint(with: terms))
      }
    }
  }

  @Test("every token lies where its range says: the text of a whole word is that word")
  func tokenRanges() {
    var generator = SplitMix(state: 62)
    for _ in 0..<400 {
      let text = utf8(oddText(using: &generator))
      var recorder = RangeRecorder()
      var tokenizer = Tokenizer(.bundled)
      tokenizer.tokenize(text.span, into: &recorder)
      for (bytes, form, range) in recorder.words {
        #expect(!range.isEmpty && text.indices.contains(range.lowerBound) && range.upperBound <= text.count)
        if form == .exact || form == .stem {
          #expect(tokenTerms(Array(text[range]), .bundled).contains(bytes))
        }
      }
      for (scalar, range) in recorder.ideographs {
        var bytes: [UInt8] = []
        appendUTF8(scalar, to: &bytes)
        #expect(tokenTerms(Array(text[range]), .bundled) == [bytes])
      }
    }
  }
}

/// Pieces that meet in unusual ways.
private func oddText(using generator: inout SplitMix) -> String {
  let pieces = [
    "a", "Train", "ing", "trained", "-", "_", ".", "'", "’s", ",", "1,000", "4", "++", "#", "^", "GPT", "é",
    "e\u{301}", "\u{AD}", "㎏", "½", "⑽", "稀", "疏", "機", "ガ", "ｶﾞ", "か\u{3099}", "한",
    "\u{1112}\u{1161}\u{11AB}", "𠮷", " ", "，", "\u{1F600}", "ß", "ﬁ", "＋", "Ω", "℃", "㎯",
  ]
  return (0..<Int.random(in: 0...12, using: &generator)).compactMap { _ in
    pieces.randomElement(using: &generator)
  }.joined()
}

private struct RangeRecorder: TokenSink {
  var words: [(bytes: [UInt8], form: WordForm, range: Range<Int>)] = []
  var ideographs: [(scalar: UInt32, range: Range<Int>)] = []

  mutating func ideograph(_ scalar: UInt32, after previous: UInt32, range: Range<Int>) {
    ideographs.append((scalar, range))
  }

  mutating func endIdeographRun(length: Int, last: UInt32) {}

  mutating func word(_ bytes: Span<UInt8>, form: WordForm, range: Range<Int>) {
    words.append((Array(bytes), form, range))
  }
}

/// Every term that an index would hold of a text.
private func tokenTerms(_ text: [UInt8], _ table: CharacterTable) -> [[UInt8]] {
  struct Terms: TokenSink {
    var terms: [[UInt8]] = []

    mutating func ideograph(_ scalar: UInt32, after previous: UInt32, range: Range<Int>) {
      var bytes: [UInt8] = []
      if previous != 0 {
        appendUTF8(previous, to: &bytes)
        appendUTF8(scalar, to: &bytes)
        terms.append(bytes)
        bytes = []
      }
      appendUTF8(scalar, to: &bytes)
      terms.append(bytes)
    }

    mutating func endIdeographRun(length: Int, last: UInt32) {}

    mutating func word(_ bytes: Span<UInt8>, form: WordForm, range: Range<Int>) {
      terms.append(Array(bytes))
    }
  }
  var sink = Terms()
  var tokenizer = Tokenizer(table)
  tokenizer.tokenize(text.span, into: &sink)
  return sink.terms
}
