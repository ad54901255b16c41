/// The terms of all documents that are kept as bytes. A term's key is its rank.
struct WordSource: PostingSource {
  let groupSizes: [UInt32]
  var lowBits: UInt32 { 0 }
  let mostTerms: Int
  /// The words by rank.
  private let words: WordList
  /// The ranks by number.
  private let ranks: [UInt32]
  /// The words' numbers, document by document in the order of their ids, `filterBit` added to those of filters.
  private let numbers: [UInt32]
  private let documents: [AnalyzedDocument]
  private let order: [Int]
  /// Where the numbers of each document begin.
  private let starts: [Int]

  private static let filterBit: UInt32 = 1 << 31

  /// Numbers and sorts the words. O(postings + words · log words).
  init(_ documents: [AnalyzedDocument], _ placement: DocumentPlacement) {
    let table = WordTable()
    mostTerms = documents.reduce(0) { max($0, $1.wordWeights.count) }
    var keys = [UInt64](repeating: 0, count: mostTerms)
    var found = [(key: UInt64, number: UInt32)](repeating: (0, 0), count: mostTerms)
    var numbers: [UInt32] = []
    numbers.reserveCapacity(documents.reduce(0) { $0 + $1.wordWeights.count })
    var starts: [Int] = []
    for index in placement.order {
      starts.append(numbers.count)
      let document = documents[index]
      let words = document.words.span
      let count = document.wordWeights.count
      var start = 0
      for slot in 0..<count {
        let end = start &+ 1 &+ Int(words[start])
        let key = wordKey(words, range(start &+ 1, end))
        keys[slot] = key
        found[slot] = table.firstLook(key)
        start = end
      }
      start = 0
      for slot in 0..<count {
        let length = Int(words[start])
        var number = found[slot].number
        if length >= 8 || found[slot].key != keys[slot] {
          let place = range(start &+ 1, start &+ 1 &+ length)
          number = UInt32(truncatingIfNeeded: table.add(place, of: words, keys[slot], weight: 1))
        }
        numbers.append(words[start &+ 1] == filterMark ? number | WordSource.filterBit : number)
        start &+= 1 &+ length
      }
    }
    let (words, order) = WordList(table.removeAll().words).sorted()
    var ranks = [UInt32](repeating: 0, count: order.count)
    for (rank, number) in order.enumerated() { ranks[Int(number)] = UInt32(truncatingIfNeeded: rank) }
    var sizes = [UInt32](repeating: 0, count: order.count)
    for number in numbers { sizes[Int(ranks[Int(number & ~WordSource.filterBit)])] &+= 1 }
    self.words = words
    groupSizes = sizes
    self.ranks = ranks
    self.numbers = numbers
    self.starts = starts
    self.documents = documents
    self.order = placement.order
  }

  func read(at position: Int, into terms: inout [UInt64]) -> Int {
    let weights = documents[order[position]].wordWeights
    let start = starts[position]
    for (index, weight) in weights.enumerated() {
      let number = numbers[start &+ index]
      let key = UInt64(ranks[Int(number & ~WordSource.filterBit)])
      terms[index] = key &<< 32 | UInt64(number < WordSource.filterBit ? weight : 0)
    }
    return weights.count
  }

  /// Replaces `term` by the code points of the term with a key. O(length).
  func copyTerm(_ key: UInt32, into term: inout [UInt32]) {
    term.removeAll(keepingCapacity: true)
    let text = words.bytes.span.extracting(words.range(Int(key)))
    var index = 0
    // Terms are well-formed UTF-8.
    while index < text.count, let (scalar, length) = decodeScalar(text, at: index) {
      term.append(scalar)
      index &+= length
    }
  }
}
