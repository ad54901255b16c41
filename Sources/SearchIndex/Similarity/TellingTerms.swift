/// The occurrences of terms that may tell what a document is about, document by document.
struct TellingTerms {
  /// Twice in an answer, or once in what weighs more.
  private static let leastWeight: UInt8 = 4

  /// Whether a word of a weighted frequency may tell what a document is about.
  static func isTelling(_ weight: UInt8) -> Bool { weight >= leastWeight }

  private static let placeBits: UInt64 = 20
  /// Where the weight begins in a sorting key.
  static let weightShift: UInt64 = 50
  /// The part of a sorting key that says which occurrence of a document it is.
  static let placeMask: UInt64 = 1 << placeBits - 1

  /// The number of each occurrence's term.
  private(set) var terms: [UInt32] = []
  /// log₂ of each one's weighted frequency, in halves.
  private var levels: [UInt8] = []
  /// Where the occurrences of each document begin; one place more than documents.
  private var starts: [Int] = [0]
  private(set) var numbers = TermNumbers()
  /// log₂(documents / documents with the term) in halves, at least 1, for each term.
  private var idf: [UInt8] = []

  /// Collects the terms. O(terms).
  init(_ documents: [AnalyzedDocument]) {
    let levelOf = (0...UInt8.max).map { $0 == 0 ? 0 : TellingTerms.level($0) }
    var keys: [UInt64] = []
    for document in documents {
      keys.removeAll(keepingCapacity: true)
      let ideographWeights = document.ideographWeights.span
      for index in ideographWeights.indices where ideographWeights[index] >= TellingTerms.leastWeight {
        let term = document.ideographTerms[index]
        keys.append(UInt64(term))
        // A character says less than a pair.
        levels.append(levelOf[Int(ideographWeights[index])] / (term & 0xFFFF == 0 ? 2 : 1))
      }
      let words = document.words.span
      var start = 0
      for weight in document.wordWeights {
        let word = SearchIndex.range(start + 1, start + 1 + Int(words[start]))
        // A letter by itself is a variable, and no subject.
        if TellingTerms.isTelling(weight), word.count > 1, words[word.lowerBound] != filterMark {
          keys.append(wordKey(words, word))
          levels.append(levelOf[Int(weight)])
        }
        start = word.upperBound
      }
      numbers.add(keys.span, into: &terms)
      starts.append(terms.count)
    }
    let documentBits = 2 * UInt32(Int.bitWidth - max(1, documents.count - 1).leadingZeroBitCount)
    idf = numbers.counts.map { count in
      let frequency = logarithm(count) >> 3
      return UInt8(truncatingIfNeeded: frequency < documentBits ? documentBits - frequency : 1)
    }
  }

  /// log₂ of a weighted frequency in halves, at most 15.
  private static func level(_ weight: UInt8) -> UInt8 {
    UInt8(truncatingIfNeeded: logarithm(UInt32(weight)) >> 3)
  }

  /// How many terms there are.
  var termCount: Int { numbers.keys.count }

  /// The occurrences of a document.
  func range(of document: Int) -> Range<Int> {
    starts[document]..<min(starts[document + 1], starts[document] + 1 << 20)
  }

  /// The occurrences of a document with the greatest idf · level, below 2¹⁰. A key holds that weight, then what decides
  /// between equals and is a matter of the term alone, then the place in the document's range.
  func choose(of document: Int, into best: inout GreatestKeys) {
    best.removeAll()
    let range = range(of: document)
    for index in range {
      let term = Int(terms[index])
      let weight = UInt64(idf[term]) &* UInt64(levels[index])
      guard best.mayTake(weight << TellingTerms.weightShift | (1 << TellingTerms.weightShift - 1)) else {
        continue
      }
      let tie = mixed(numbers.keys[term]) >> 34
      let place = UInt64(index - range.lowerBound)
      best.add(weight << TellingTerms.weightShift | tie << TellingTerms.placeBits | place)
    }
  }
}

/// The greatest of distinct keys.
struct GreatestKeys {
  /// Greatest first.
  private(set) var keys: [UInt64] = []
  private let limit: Int
  /// What is not greater than this is none of them.
  private var least: UInt64 = 0
  private var isFull = false

  init(_ limit: Int) {
    self.limit = limit
  }

  /// Whether a key is one of the greatest so far.
  @inline(__always)
  func mayTake(_ key: UInt64) -> Bool { !isFull || key > least }

  /// O(limit).
  mutating func add(_ key: UInt64) {
    guard mayTake(key) else { return }
    if isFull { keys.removeLast() }
    var place = keys.count
    keys.append(key)
    while place > 0, keys[place - 1] < key {
      keys[place] = keys[place - 1]
      place -= 1
    }
    keys[place] = key
    isFull = keys.count == limit
    least = keys[keys.count - 1]
  }

  mutating func removeAll() {
    keys.removeAll(keepingCapacity: true)
    isFull = limit == 0
    least = .max
  }
}
