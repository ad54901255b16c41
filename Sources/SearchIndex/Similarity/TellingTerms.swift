/// The occurrences of terms that may tell what a document is about, document by document.
struct TellingTerms {
  /// Twice in an answer, or once in what weighs more.
  private static let leastWeight: UInt8 = 4

  /// Whether a word of a weighted frequency may tell what a document is about.
  static func isTelling(_ weight: UInt8) -> Bool { weight >= leastWeight }

  /// Which of 64 weights may tell, the first in the lowest bit.
  @inline(__always)
  private static func tellingBits(_ weights: Span<UInt8>, _ start: Int) -> UInt64 {
    var bits: UInt64 = 0
    for group in SearchIndex.range(0, 8) {
      let bytes = eightBytes(weights, start &+ 8 &* group)
      // The highest bit of each byte that is at least so much.
      let low = (bytes & 0x7F7F_7F7F_7F7F_7F7F) &+ 0x0101_0101_0101_0101 &* UInt64(0x80 - leastWeight)
      let telling = (low | bytes) & 0x8080_8080_8080_8080
      // Brings the eight bits together in the highest byte.
      let own = (telling &* 0x0002_0408_1020_4081) &>> 56
      bits |= own &<< UInt64(truncatingIfNeeded: 8 &* group)
    }
    return bits
  }

  /// Bits of a level.
  private static let levelBits: UInt32 = 4

  /// The number of each occurrence's term.
  private(set) var terms: [UInt32] = []
  /// log₂ of each one's weighted frequency, in halves; above that where the word begins among the words of the document,
  /// 0 for ideographs.
  private var marks: [UInt32] = []
  /// Where the occurrences of each document begin; one place more than documents.
  private var starts: [Int] = [0]
  private(set) var numbers = TermNumbers()
  /// log₂(documents / documents with the term) in halves, at least 1, for each term.
  private var idf: [UInt8] = []

  /// Collects the terms. O(terms).
  init(_ documents: Span<AnalyzedDocument>) {
    let levels = (0...UInt8.max).map { $0 == 0 ? 0 : TellingTerms.level($0) }
    var keys: [UInt64] = []
    var marks: [UInt32] = []
    starts.reserveCapacity(documents.count + 1)
    for place in documents.indices {
      let most = documents[place].ideographTerms.count + documents[place].wordWeights.count
      if keys.count < most {
        keys = [UInt64](repeating: 0, count: most * 2)
        marks = [UInt32](repeating: 0, count: most * 2)
      }
      // Each part by itself, since a copy of a document counts the references to all of them.
      let (ideographs, weights) = (documents[place].ideographTerms, documents[place].ideographWeights)
      let (words, wordWeights) = (documents[place].words, documents[place].wordWeights)
      let first = TellingTerms.read(ideographs.span, weights.span, levels.span, into: &keys, &marks)
      let count = TellingTerms.read(
        words.span, wordWeights.span, levels.span, into: &keys, &marks, from: first)
      numbers.add(keys.span.extracting(first: count), into: &terms)
      self.marks += marks[..<count]
      starts.append(terms.count)
      // As much as the others will take if they are like the first ones.
      if place == 255 { reserve(terms.count / 256 * documents.count / 8 * 9) }
    }
    let documentBits = 2 * UInt32(Int.bitWidth - max(1, documents.count - 1).leadingZeroBitCount)
    idf = numbers.counts.map { count in
      let frequency = logarithm(count) >> 3
      return UInt8(truncatingIfNeeded: frequency < documentBits ? documentBits - frequency : 1)
    }
  }

  private mutating func reserve(_ count: Int) {
    terms.reserveCapacity(count)
    marks.reserveCapacity(count)
  }

  /// Reads the keys and marks of ideographs that may tell, and says how many they are. What stands behind them is left
  /// over.
  private static func read(
    _ ideographs: Span<UInt32>, _ weights: Span<UInt8>, _ levels: Span<UInt8>, into keys: inout [UInt64],
    _ marks: inout [UInt32]
  ) -> Int {
    var keys = keys.mutableSpan
    var marks = marks.mutableSpan
    var count = 0
    // Few tell, so 64 weights are looked at together.
    var index = 0
    while index &+ 64 <= weights.count {
      var telling = tellingBits(weights, index)
      while telling != 0 {
        keys[count] = UInt64(truncatingIfNeeded: index &+ telling.trailingZeroBitCount)
        count &+= 1
        telling &= telling &- 1
      }
      index &+= 64
    }
    while index < weights.count {
      keys[count] = UInt64(truncatingIfNeeded: index)
      count &+= isTelling(weights[index]) ? 1 : 0
      index &+= 1
    }
    for place in SearchIndex.range(0, count) {
      let index = Int(keys[place])
      let term = ideographs[index]
      keys[place] = UInt64(term)
      // A character says less than a pair.
      marks[place] = UInt32(levels[Int(weights[index])]) &>> (term & 0xFFFF == 0 ? 1 : 0)
    }
    return count
  }

  /// The same for words, behind the first keys and marks.
  private static func read(
    _ words: Span<UInt8>, _ weights: Span<UInt8>, _ levels: Span<UInt8>, into keys: inout [UInt64],
    _ marks: inout [UInt32], from first: Int
  ) -> Int {
    var keys = keys.mutableSpan
    var marks = marks.mutableSpan
    var count = first
    var start = 0
    // Nothing predicts which words do, so each is written behind those and stays there if it does.
    for index in weights.indices {
      keys[count] = UInt64(truncatingIfNeeded: start)
      marks[count] = UInt32(levels[Int(weights[index])])
      count &+= isTelling(weights[index]) ? 1 : 0
      start &+= 1 &+ Int(words[start])
    }
    let last = count
    count = first
    for index in first..<last {
      let length = Int(words[Int(keys[index])])
      let word = SearchIndex.range(Int(keys[index]) &+ 1, Int(keys[index]) &+ 1 &+ length)
      // A letter by itself is a variable, and no subject.
      guard length > 1, words[word.lowerBound] != filterMark else { continue }
      keys[count] = wordKey(words, word)
      marks[count] = marks[index] | UInt32(truncatingIfNeeded: word.lowerBound) &<< levelBits
      count &+= 1
    }
    return count
  }

  /// log₂ of a weighted frequency in halves, at most 15.
  private static func level(_ weight: UInt8) -> UInt8 {
    UInt8(truncatingIfNeeded: logarithm(UInt32(weight)) >> 3)
  }

  var documentCount: Int { starts.count - 1 }

  /// How many terms there are.
  var termCount: Int { numbers.keys.count }

  /// The occurrences of a document.
  private func range(of document: Int) -> Range<Int> {
    starts[document]..<min(starts[document + 1], starts[document] + 1 << 20)
  }

  /// idf · level of an occurrence, below 2¹⁰.
  @inline(__always)
  private static func weight(_ term: UInt32, _ mark: UInt32, _ idf: Span<UInt8>) -> Int {
    Int(idf[Int(term)]) &* Int(mark & (1 << levelBits - 1))
  }

  /// The occurrences of a document with the greatest weight, of equals those that a hash of the term prefers.
  /// O(occurrences).
  func choose(of document: Int, with choice: inout TermChoice) {
    let (terms, marks, idf) = (terms.span, marks.span, idf.span)
    let first = starts[document]
    choice.choose(
      range(of: document).count, weight: { TellingTerms.weight(terms[first &+ $0], marks[first &+ $0], idf) },
      tie: { mixed(numbers.keys[Int(terms[first &+ $0])]) >> 34 })
  }

  /// Adds the vector of a document, made of those of its occurrences that were chosen.
  func append(_ chosen: [TermChoice.Chosen], of document: Int, to vectors: inout DocumentVectors) {
    let (terms, marks) = (terms.span, marks.span)
    let first = starts[document]
    vectors.begin()
    for choice in chosen where terms[first &+ choice.occurrence] < DocumentVectors.termLimit {
      vectors.add(
        .init(term: terms[first &+ choice.occurrence], weight: choice.weight),
        word: marks[first &+ choice.occurrence] &>> TellingTerms.levelBits)
    }
    vectors.end()
  }
}
