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
      let (keys, weights) = table.removeAll()
      #expect(keys == characters + bigrams)
      #expect(zip(keys, weights).allSatisfy { Int($1) == min(255, expected[$0, default: 0]) })
    }
  }

  @Test("words keep their number, their bytes and their frequency; an emptied table starts anew")
  func words() {
    var table = WordTable()
    var generator = SplitMix(state: 72)
    for count in [3, 40_000, 200, 0, 5000] {
      var expected: [[UInt8]: (number: Int, weight: Int)] = [:]
      for _ in 0..<count {
        let length = Int.random(in: 1...6, using: &generator)
        let word = (0..<length).map { _ in UInt8.random(in: 0x61...0x65, using: &generator) }
        let entry = expected[word] ?? (expected.count, 0)
        expected[word] = (entry.number, entry.weight + 3)
        #expect(table.add(word.span, weight: 3) == entry.number)
      }
      for (word, entry) in expected {
        #expect(table.word(entry.number).elementsEqual(word))
        #expect(Int(table.weights[entry.number]) == min(255, entry.weight))
      }
      let (words, weights) = table.removeAll()
      #expect(weights.count == expected.count)
      #expect(words.count == expected.keys.reduce(0) { $0 + $1.count + 1 })
    }
  }

  @Test("a document's terms do not depend on those analysed before it")
  func scratch() {
    var scratch = AnalysisScratch()
    for document in madeUpPages(60, seed: 73) {
      let alone = AnalyzedDocument(document)
      let after = AnalyzedDocument(document, with: &scratch)
      #expect(
        after.ideographTerms == alone.ideographTerms && after.ideographWeights == alone.ideographWeights)
      #expect(after.words == alone.words && after.wordWeights == alone.wordWeights)
      #expect(after.weightedLength == alone.weightedLength)
    }
  }
}
