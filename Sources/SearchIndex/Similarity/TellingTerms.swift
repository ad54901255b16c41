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

  /// The number of each occurrence's term; below it log₂ of its weighted frequency, in halves. Ideographs come before
  /// words in each document.
  private var occurrences: [UInt32] = []
  /// Where each word that occurs begins among the words of its document.
  private var wordPlaces: [UInt32] = []
  /// Where the occurrences and the words of each document begin; one place more than documents.
  private var starts: [(occurrence: Int, word: Int)] = [(0, 0)]
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
      let most = documents[place].ideographTerms.count + documents[place].wordCount
      if keys.count < most {
        keys = [UInt64](repeating: 0, count: most * 2)
        marks = [UInt32](repeating: 0, count: most * 2)
      }
      // Each part by itself, since a copy of a document counts the references to all of them.
      let (ideographs, bytes, parts) = (
        documents[place].ideographTerms, documents[place].bytes, documents[place].parts
      )
      let first = TellingTerms.read(
        ideographs.span, bytes.span.extracting(parts.ideographWeights), levels.span, into: &keys, &marks)
      let count = TellingTerms.read(bytes.span, parts, levels.span, into: &keys, &marks, from: first)
      numbers.add(keys.span.extracting(first: count), into: &occurrences)
      TellingTerms.add(marks.span.extracting(first: count), to: &occurrences)
      wordPlaces.append(contentsOf: marks[first..<count].lazy.map { $0 &>> TellingTerms.levelBits })
      starts.append((occurrences.count, wordPlaces.count))
      // As much as the others will take if they are like the first ones.
      if place == 255 {
        occurrences.reserveCapacity(occurrences.count / 256 * documents.count / 8 * 9)
        wordPlaces.reserveCapacity(wordPlaces.count / 256 * documents.count / 8 * 9)
      }
    }
    let documentBits = 2 * UInt32(Int.bitWidth - max(1, documents.count - 1).leadingZeroBitCount)
    idf = numbers.counts.map { count in
      let frequency = logarithm(count) >> 3
      return UInt8(truncatingIfNeeded: frequency < documentBits ? documentBits - frequency : 1)
    }
  }

  /// Puts the levels of the last occurrences below the numbers of their terms.
  private static func add(_ marks: Span<UInt32>, to occurrences: inout [UInt32]) {
    let first = occurrences.count - marks.count
    var occurrences = occurrences.mutableSpan
    for index in marks.indices {
      let level = marks[index] & (1 << levelBits - 1)
      occurrences[first &+ index] = occurrences[first &+ index] &<< levelBits | level
    }
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
    _ bytes: Span<UInt8>, _ parts: AnalyzedDocument.Parts, _ levels: Span<UInt8>,
    into keys: inout [UInt64], _ marks: inout [UInt32], from first: Int
  ) -> Int {
    let (weights, lengths) = (bytes.extracting(parts.wordWeights), bytes.extracting(parts.wordLengths))
    let words = bytes.extracting(parts.words)
    var keys = keys.mutableSpan
    var marks = marks.mutableSpan
    var count = first
    var start = 0
    // Nothing predicts which words do, so each is written behind those and stays there if it does.
    for index in weights.indices {
      keys[count] = UInt64(truncatingIfNeeded: start)
      marks[count] = UInt32(levels[Int(weights[index])])
      count &+= isTelling(weights[index]) ? 1 : 0
      start &+= 1 &+ Int(lengths[index])
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
    let (start, end) = (starts[document].occurrence, starts[document + 1].occurrence)
    return start..<min(end, start + 1 << 20)
  }

  /// The number of an occurrence's term.
  @inline(__always)
  private static func term(_ occurrence: UInt32) -> UInt32 { occurrence &>> levelBits }

  /// idf · level of an occurrence, below 2¹⁰.
  @inline(__always)
  private static func weight(_ occurrence: UInt32, _ idf: Span<UInt8>) -> Int {
    Int(idf[Int(term(occurrence))]) &* Int(occurrence & (1 << levelBits - 1))
  }

  /// The occurrences of a document with the greatest weight, of equals those that a hash of the term prefers.
  /// O(occurrences).
  func choose(of document: Int, with choice: inout TermChoice) {
    let (idf, own) = (idf.span, occurrences.span.extracting(range(of: document)))
    choice.choose(
      own.count, weight: { TellingTerms.weight(own[$0], idf) },
      tie: { mixed(numbers.keys[Int(TellingTerms.term(own[$0]))]) >> 34 })
  }

  /// Adds the vector of a document, made of those of its occurrences that were chosen.
  func append(_ chosen: [TermChoice.Chosen], of document: Int, to vectors: inout DocumentVectors) {
    let own = occurrences.span.extracting(range(of: document))
    let words = wordPlaces.span.extracting(starts[document].word..<starts[document + 1].word)
    let firstWord = starts[document + 1].occurrence - starts[document].occurrence - words.count
    vectors.begin()
    for choice in chosen {
      let term = TellingTerms.term(own[choice.occurrence])
      guard term < DocumentVectors.termLimit else { continue }
      let word = choice.occurrence - firstWord
      vectors.add(.init(term: term, weight: choice.weight), word: word < 0 ? 0 : words[word])
    }
    vectors.end()
  }
}
