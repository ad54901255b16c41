import Testing

@testable import SearchIndex

@Suite("Tables of terms")
struct AnalysisTableTests {
  @Test("frequencies add up to at most 255, in the order of first appearance, whatever the size of the text")
  func ideographs() {
    let table = IdeographTable()
    var generator = SplitMix(state: 71)
    for size in [0, 10, 30_000, 500, 200_000, 1] {
      table.prepare(for: size / 20)
      var characters: [UInt32] = []
      var bigrams: [UInt32] = []
      var expected: [UInt32: Int] = [:]
      for _ in 0..<size {
        let character = UInt32.random(in: 0x4E00..<0x4F00, using: &generator)
        let bigram = UInt32.random(in: 1...60_000, using: &generator) &* 40_503
        let weight = UInt8.random(in: 1...10, using: &generator)
        if expected.updateValue(expected[character << 16, default: 0] + Int(weight), forKey: character << 16)
          == nil
        {
          characters.append(character << 16)
        }
        table.add(character: UInt16(character), weight: weight)
        if expected.updateValue(expected[bigram, default: 0] + Int(weight), forKey: bigram) == nil {
          bigrams.append(bigram)
        }
        table.add(bigram: bigram, weight: weight)
      }
      let keys = table.keys
      let weights = [UInt8](unsafeUninitializedCapacity: table.count) { output, count in
        count = table.count
        if let start = output.baseAddress { table.moveWeights(to: start) }
      }
      #expect(keys == characters + bigrams && weights.count == keys.count && table.count == 0)
      #expect(zip(keys, weights).allSatisfy { Int($1) == min(255, expected[$0, default: 0]) })
    }
  }

  @Test(
    "words of any length keep their number and order, their frequencies add up to at most 255; an emptied table starts anew"
  )
  func words() {
    let table = WordTable()
    var generator = SplitMix(state: 72)
    for count in [3, 40_000, 200, 0, 5000] {
      var expected: [[UInt8]: (number: Int, weight: Int)] = [:]
      for _ in 0..<count {
        let most = Int.random(in: 0..<9, using: &generator) == 0 ? 255 : 9
        let length = Int.random(in: 1...most, using: &generator)
        let text = (0..<length + 12).map { _ in UInt8.random(in: 0x61...0x63, using: &generator) }
        let start = Int.random(in: 0...12, using: &generator)
        let word = Array(text[start..<start + length])
        let entry = expected[word] ?? (expected.count, 0)
        expected[word] = (entry.number, entry.weight + 3)
        let key = wordKey(text.span, start..<start + length)
        #expect(key == wordKey(word.span))
        if Bool.random(using: &generator) {
          #expect(table.add(word.span, weight: 3) == entry.number)
        } else {
          #expect(table.add(start..<start + length, of: text.span, key, weight: 3) == entry.number)
        }
        let look = table.firstLook(key)
        #expect(look.key != key || length > 7 || look.number == UInt32(entry.number))
      }
      #expect(table.count == expected.count)
      let (wordCount, size) = (table.count, 2 * table.count + table.byteCount)
      let bytes = [UInt8](unsafeUninitializedCapacity: size) { output, count in
        count = size
        if let start = output.baseAddress { table.move(to: start) }
      }
      #expect(table.count == 0)
      let list = WordList(Array(bytes[(2 * wordCount)...]))
      #expect(list.count == expected.count)
      for (word, entry) in expected {
        #expect(list.bytes[list.range(entry.number)].elementsEqual(word))
        #expect(Int(bytes[entry.number]) == min(255, entry.weight))
        #expect(Int(bytes[wordCount + entry.number]) == word.count)
      }
    }
  }

  @Test("words are sorted by their bytes, and keep their numbers")
  func sorting() {
    var generator = SplitMix(state: 75)
    for count in [0, 1, 3000] {
      var expected: [[UInt8]: Int] = [:]
      for _ in 0..<count {
        let length = Int.random(in: 1...24, using: &generator)
        let word = (0..<length).map { _ in
          UInt8.random(in: 0...9, using: &generator) > 0 ? 0x61 : UInt8.random(in: 0...255, using: &generator)
        }
        if expected[word] == nil { expected[word] = expected.count }
      }
      let inOrder = expected.sorted { $0.value < $1.value }.map(\.key)
      let (words, numbers) = WordList(inOrder.flatMap { [UInt8($0.count)] + $0 }).sorted()
      let sorted = inOrder.sorted { $0.lexicographicallyPrecedes($1) }
      #expect(words.bytes == sorted.flatMap { [UInt8($0.count)] + $0 })
      #expect(numbers.map { inOrder[Int($0)] } == sorted)
    }
  }

  @Test("a plain word is one that the tokenizer reads as such, wherever it stands")
  func plainWords() {
    var generator = SplitMix(state: 76)
    let pieces = [
      "a", "Zebra", "running", "boxes", "internationalisation", "12", "20261121", "x", "iPhone", "GPU", "的",
      "模型",
      "々", "，", "、", "é", "\u{301}", ".", ",", "-", "'", "s", "#", "+", "_", "^", " ", " ", "\n", "(", "Ａ",
      "①",
      String(repeating: "w", count: 48), "𠮷",
    ]
    for _ in 0..<3000 {
      let count = Int.random(in: 1...12, using: &generator)
      let text = (0..<count).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &generator)] }.joined()
      var collector = WordCounts()
      var tokenizer = Tokenizer(.bundled)
      tokenizer.tokenize(utf8(text).span, into: &collector)
      let document = AnalyzedDocument(
        SearchDocument(
          path: [], title: [], summary: [], date: [], kind: [], language: [], tags: [],
          fields: [SearchField(kind: .answer, text: utf8(text))]))
      var found: [[UInt8]: Int] = [:]
      document.forEachTerm { found[$0] = $1 }
      #expect(found == collector.weights, "\(text)")
      #expect(document.length == collector.length, "\(text)")
    }
  }

  @Test("a document's terms do not depend on those analysed before it")
  func scratch() {
    var scratch = AnalysisScratch()
    for document in madeUpPages(60, seed: 73) {
      let alone = AnalyzedDocument(document)
      let after = AnalyzedDocument(document, with: &scratch)
      #expect(after.ideographTerms == alone.ideographTerms && after.bytes == alone.bytes)
      #expect(after.wordCount == alone.wordCount && after.textWords == alone.textWords)
      #expect(after.weightedLength == alone.weightedLength)
    }
  }
}

/// What analysis should find in an answer, token by token.
private struct WordCounts: TokenSink {
  var weights: [[UInt8]: Int] = [:]
  var length = 0

  mutating func ideograph(_ scalar: UInt32, after previous: UInt32, range: Range<Int>) {
    var single: [UInt8] = []
    appendUTF8(scalar, to: &single)
    weights[single, default: 0] += 2
    length += 2
    if previous == 0 { return }
    var pair: [UInt8] = []
    appendUTF8(previous, to: &pair)
    weights[pair + single, default: 0] += 2
  }

  mutating func endIdeographRun(length: Int, last: UInt32) {}

  mutating func word(_ bytes: Span<UInt8>, form: WordForm, range: Range<Int>) {
    weights[Array(bytes), default: 0] += form == .stem ? 1 : 2
    if form != .stem { length += 2 }
  }
}
