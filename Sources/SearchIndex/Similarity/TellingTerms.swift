/// The occurrences of terms that may tell what a document is about, document by document.
struct TellingTerms {
  /// Twice in an answer, or once in what weighs more.
  private static let leastWeight: UInt8 = 4
  private static let placeBits: UInt64 = 20
  /// The part of a sorting key that says which occurrence of a document it is.
  static let placeMask: UInt64 = 1 << placeBits - 1

  /// The number of each occurrence's term.
  private(set) var terms: [UInt32] = []
  /// log₂ of each one's weighted frequency, in halves.
  private var levels: [UInt8] = []
  /// Where the occurrences of each document begin; one place more than documents.
  private var starts: [Int] = [0]
  private(set) var numbers = TermNumbers()
  /// log₂ of the number of documents, rounded up, in halves.
  private let documentBits: UInt32

  /// Collects the terms. O(terms).
  init(_ documents: [AnalyzedDocument]) {
    documentBits = 2 * UInt32(Int.bitWidth - max(1, documents.count - 1).leadingZeroBitCount)
    for document in documents {
      for (index, weight) in document.ideographWeights.enumerated() where weight >= TellingTerms.leastWeight {
        let term = document.ideographTerms[index]
        // A character says less than a pair.
        add(UInt64(term), level: TellingTerms.level(weight) / (term & 0xFFFF == 0 ? 2 : 1))
      }
      let words = document.words.span
      var start = 0
      for weight in document.wordWeights {
        let word = SearchIndex.range(start + 1, start + 1 + Int(words[start]))
        // A letter by itself is a variable, and no subject.
        if weight >= TellingTerms.leastWeight, word.count > 1, words[word.lowerBound] != filterMark {
          add(wordKey(words, word), level: TellingTerms.level(weight))
        }
        start = word.upperBound
      }
      starts.append(terms.count)
    }
  }

  /// log₂ of a weighted frequency in halves, at most 15.
  private static func level(_ weight: UInt8) -> UInt8 {
    UInt8(truncatingIfNeeded: logarithm(UInt32(weight)) >> 3)
  }

  private mutating func add(_ key: UInt64, level: UInt8) {
    terms.append(numbers.add(key))
    levels.append(level)
  }

  /// How many terms there are.
  var termCount: Int { numbers.keys.count }

  /// The occurrences of a document.
  func range(of document: Int) -> Range<Int> {
    starts[document]..<min(starts[document + 1], starts[document] + 1 << 20)
  }

  /// idf · level, below 2¹⁰; idf is log₂(documents / documents with the term) in halves, at least 1.
  func weight(_ occurrence: Int) -> UInt32 {
    let frequency = logarithm(numbers.counts[Int(terms[occurrence])]) >> 3
    let idf = frequency < documentBits ? documentBits - frequency : 1
    return idf * UInt32(levels[occurrence])
  }

  /// The weight, then what decides between equals and is a matter of the term alone, then the place after `first`.
  func sortingKey(_ occurrence: Int, from first: Int) -> UInt64 {
    let tie = mixed(numbers.keys[Int(terms[occurrence])]) >> 34
    return UInt64(weight(occurrence)) << 50 | tie << TellingTerms.placeBits | UInt64(occurrence - first)
  }
}

/// Numbers for keys, in the order of their first appearance, and how often each was added: an open-addressing table.
struct TermNumbers: Sendable {
  private(set) var keys: [UInt64] = []
  private(set) var counts: [UInt32] = []
  /// Numbers + 1; 0 for none.
  private var slots = [UInt32](repeating: 0, count: 1 << 12)

  /// Counts a key; gives its number. O(1) amortised.
  mutating func add(_ key: UInt64) -> UInt32 {
    var slot = self.slot(of: key)
    if slots[slot] > 0 {
      counts[Int(slots[slot] - 1)] += 1
      return slots[slot] - 1
    }
    if keys.count * 2 >= slots.count {
      grow()
      slot = self.slot(of: key)
    }
    keys.append(key)
    counts.append(1)
    slots[slot] = UInt32(truncatingIfNeeded: keys.count)
    return slots[slot] - 1
  }

  /// The slot with a key, or that where it would be.
  private func slot(of key: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: mixed(key)) & (slots.count - 1)
    while slots[slot] > 0, keys[Int(slots[slot] - 1)] != key { slot = (slot + 1) & (slots.count - 1) }
    return slot
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    for number in keys.indices { slots[slot(of: keys[number])] = UInt32(truncatingIfNeeded: number + 1) }
  }
}
