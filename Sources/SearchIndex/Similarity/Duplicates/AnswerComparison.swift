/// Compares documents by their terms, one with many.
///
/// An open-addressing table holds the terms of the document that was taken last.
struct AnswerComparison {
  /// What a title adds to the weight of its terms; titles are compared on their own.
  private static let titleWeight: UInt8 = 10
  /// A term counts at most as if it stood there so often, in halves.
  private static let mostWeight: UInt8 = 6
  /// An answer of this weight or more tells as much as any.
  private static let fullWeight = 60

  /// Terms as `term` packs them; 0 for none.
  private var slots: [UInt64] = []
  private var document = -1
  private var total = 0
  private var terms: [UInt64] = []

  /// How alike the texts of two documents are, without their titles, in thousandths: the weighted resemblance
  /// Σ min / Σ max of how often they have each term, less where there is not much text. O(terms).
  mutating func resemblance(_ first: Int, _ second: Int, in documents: Span<AnalyzedDocument>) -> Int {
    if document != first {
      take(documents[first])
      document = first
    }
    let other = AnswerComparison.read(documents[second], into: &terms)
    var shared = 0
    let slots = slots.span
    for index in 0..<other.count {
      let term = terms[index]
      let held = slots[AnswerComparison.place(of: term, in: slots)]
      shared &+= Int(min(held & 0xFF, term & 0xFF))
    }
    let all = total + other.total - shared
    let least = min(total, other.total)
    guard all > 0 else { return 0 }
    let likeness = 1000 * shared / all
    return least < AnswerComparison.fullWeight ? likeness * least / AnswerComparison.fullWeight : likeness
  }

  private mutating func take(_ document: AnalyzedDocument) {
    let read = AnswerComparison.read(document, into: &terms)
    total = read.total
    var size = 1 << 8
    while size < read.count * 2 { size *= 2 }
    if size != slots.count {
      slots = [UInt64](repeating: 0, count: size)
    } else {
      for place in slots.indices { slots[place] = 0 }
    }
    for term in terms[..<read.count] { slots[AnswerComparison.place(of: term, in: slots.span)] = term }
  }

  /// The slot with a term, whatever its weight, or an empty one.
  @inline(__always)
  private static func place(of term: UInt64, in slots: Span<UInt64>) -> Int {
    let mask = slots.count &- 1
    var place = Int(truncatingIfNeeded: term &>> 40) & mask
    while slots[place] != 0, (slots[place] ^ term) > 0xFF { place = (place &+ 1) & mask }
    return place
  }

  /// A term's hash, and the weight in the low byte.
  @inline(__always)
  private static func term(_ key: UInt64, _ weight: UInt8) -> UInt64 {
    mixed(key) & ~0xFF | UInt64(weight)
  }

  /// Reads the pairs of ideographs, and the words that are longer or have digits, with how much they count besides the
  /// title; gives how many they are and the sum of
  /// that. What stands behind them is left over.
  private static func read(
    _ document: AnalyzedDocument, into terms: inout [UInt64]
  ) -> (count: Int, total: Int) {
    let most = document.ideographTerms.count + document.wordCount
    if terms.count < most { terms = [UInt64](repeating: 0, count: most) }
    var output = terms.mutableSpan
    var count = 0
    var total = 0
    // Every term is written behind those that count, and stays there if it does.
    let (bytes, parts) = (document.bytes.span, document.parts)
    let (ideographs, weights) = (document.ideographTerms.span, bytes.extracting(parts.ideographWeights))
    for index in ideographs.indices {
      let weight = ideographs[index] & 0xFFFF == 0 ? 0 : ownWeight(weights[index])
      output[count] = term(UInt64(ideographs[index]), weight)
      count &+= weight == 0 ? 0 : 1
      total &+= Int(weight)
    }
    let (words, lengths) = (bytes.extracting(parts.words), bytes.extracting(parts.wordLengths))
    let wordWeights = bytes.extracting(parts.wordWeights)
    var start = 0
    for index in wordWeights.indices {
      let word = range(start &+ 1, start &+ 1 &+ Int(lengths[index]))
      start = word.upperBound
      let weight = ownWeight(wordWeights[index])
      guard weight > 0, words[word.lowerBound] != filterMark, word.count > 3 || hasDigit(words, word)
      else { continue }
      output[count] = term(wordKey(words, word), weight)
      count &+= 1
      total &+= Int(weight)
    }
    return (count, total)
  }

  @inline(__always)
  private static func ownWeight(_ weight: UInt8) -> UInt8 {
    min(weight >= titleWeight ? weight - titleWeight : weight, mostWeight)
  }

  @inline(__always)
  private static func hasDigit(_ words: Span<UInt8>, _ word: Range<Int>) -> Bool {
    for index in word where words[index] &- 0x30 < 10 { return true }
    return false
  }
}
