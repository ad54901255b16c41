/// The postings of ideographs and bigrams, brought into the order of their terms: first distributed over the first
/// characters, then sorted within each, so that most of the work stays in the processor's cache.
struct IdeographPostings {
  /// Takes a term, its postings, and whether it is the first with its first character.
  typealias Body = (_ term: [UInt8], _ postings: ArraySlice<UInt64>, _ isFirstOfCharacter: Bool) -> Void

  private let documents: [AnalyzedDocument]
  private let placement: DocumentPlacement
  /// 256 impacts a document, in the order of the placement.
  private let impacts: [UInt8]

  /// Postings that are in memory at once; 8 bytes each.
  private static let mostPerPart = 1 << 21

  init(_ documents: [AnalyzedDocument], placement: DocumentPlacement, impacts: [UInt8]) {
    self.documents = documents
    self.placement = placement
    self.impacts = impacts
  }

  /// Every term once, in the order of its bytes, which for UTF-8 is that of the code points. O(postings) time.
  func forEachTerm(_ body: Body) {
    var histogram = [Int](repeating: 0, count: 1 << 16)
    for document in documents {
      for key in document.ideographTerms { histogram[Int(truncatingIfNeeded: key >> 16)] += 1 }
    }
    var postings: [UInt64] = []
    var sorter = PostingSorter()
    var first = 0
    while first < histogram.count {
      var end = first
      var size = 0
      repeat {
        size += histogram[end]
        end += 1
      } while end < histogram.count && size + histogram[end] <= IdeographPostings.mostPerPart
      if size > 0 {
        collect(first..<end, size: size, histogram, into: &postings)
        var start = 0
        for character in first..<end where histogram[character] > 0 {
          let range = start..<start + histogram[character]
          sorter.sort(&postings, range)
          send(UInt32(truncatingIfNeeded: character), postings[range], to: body)
          start = range.upperBound
        }
      }
      first = end
    }
  }

  /// Distributes the postings of some first characters: `second character << 32 | (15 - impact) << 28 | id`, by
  /// first character, then by id.
  private func collect(_ part: Range<Int>, size: Int, _ histogram: [Int], into postings: inout [UInt64]) {
    var places = [Int](repeating: 0, count: histogram.count)
    var place = 0
    for character in part {
      places[character] = place
      place += histogram[character]
    }
    if postings.count < size { postings = [UInt64](repeating: 0, count: size) }
    for (position, index) in placement.order.enumerated() {
      let id = UInt64(placement.ids[position])
      let document = documents[index]
      for slot in document.ideographTerms.indices {
        let term = document.ideographTerms[slot]
        let character = Int(truncatingIfNeeded: term >> 16)
        guard part.contains(character) else { continue }
        let impact = impacts[position << 8 | Int(document.ideographWeights[slot])]
        postings[places[character]] = UInt64(term & 0xFFFF) << 32 | UInt64(15 &- impact) << 28 | id
        places[character] += 1
      }
    }
  }

  private func send(
    _ character: UInt32, _ postings: ArraySlice<UInt64>,
    to body: Body
  ) {
    var term: [UInt8] = []
    var start = postings.startIndex
    while start < postings.endIndex {
      let second = postings[start] >> 32
      var end = start + 1
      while end < postings.endIndex, postings[end] >> 32 == second { end += 1 }
      term.removeAll(keepingCapacity: true)
      appendUTF8(character, to: &term)
      if second != 0 { appendUTF8(UInt32(truncatingIfNeeded: second), to: &term) }
      body(term, postings[start..<end], start == postings.startIndex)
      start = end
    }
  }
}
