/// The ideographs and bigrams of all documents. A term's key is made of the ranks of its characters among those that
/// occur: that of the first, then that of the second + 1, or 0. Both have at most 16 bits, since not all of the Basic
/// Multilingual Plane is ideographs.
struct IdeographSource: PostingSource {
  let groupSizes: [UInt32]
  let lowBits: UInt32
  let mostTerms: Int
  /// The characters that occur, ascending.
  private let characters: [UInt16]
  /// The rank of each character + 1, 0 for those that do not occur.
  private let ranks: [UInt16]
  private let documents: [AnalyzedDocument]
  private let order: [Int]

  /// Counts the characters. O(postings).
  init(_ documents: [AnalyzedDocument], _ placement: DocumentPlacement) {
    var histogram = [UInt32](repeating: 0, count: 1 << 16)
    var most = 0
    for document in documents {
      most = max(most, document.ideographTerms.count)
      for term in document.ideographTerms { histogram[Int(truncatingIfNeeded: term &>> 16)] &+= 1 }
    }
    var characters: [UInt16] = []
    var ranks = [UInt16](repeating: 0, count: 1 << 16)
    for character in histogram.indices where histogram[character] > 0 {
      characters.append(UInt16(character))
      ranks[character] = UInt16(characters.count)
    }
    groupSizes = characters.map { histogram[Int($0)] }
    lowBits = UInt32(Int.bitWidth - characters.count.leadingZeroBitCount)
    mostTerms = most
    self.characters = characters
    self.ranks = ranks
    self.documents = documents
    order = placement.order
  }

  func read(at position: Int, into terms: inout [UInt64]) -> Int {
    let document = documents[order[position]]
    let weights = document.ideographWeights
    for (index, term) in document.ideographTerms.enumerated() {
      let first = UInt64(ranks[Int(truncatingIfNeeded: term &>> 16)]) &- 1
      let second = UInt64(ranks[Int(truncatingIfNeeded: term & 0xFFFF)])
      terms[index] = (first &<< UInt64(lowBits) | second) &<< 32 | UInt64(weights[index])
    }
    return weights.count
  }

  /// The code points of the term with a key, the second 0 where it has but one. O(1).
  func term(_ key: UInt32) -> (UInt32, UInt32) {
    let second = Int(key & (1 &<< lowBits &- 1))
    return (UInt32(characters[Int(key &>> lowBits)]), second == 0 ? 0 : UInt32(characters[second - 1]))
  }
}
