/// The titles of documents as sets of terms, by which those that share rare terms are found.
struct TitleIndex {
  /// A term of a title.
  private struct Term {
    var number: UInt32
    var isName: Bool
  }

  /// So many of a title's rarest terms are looked at, as in joins of similar sets by their prefixes (Chaudhuri, Ganti and
  /// Kaushik, ICDE 2006).
  private static let prefix = 3
  /// Of titles with one such term each is compared with so many behind it.
  private static let neighbours = 8

  /// The terms, title by title in the order of the text, and where each title's begin; one place more than titles.
  private var terms: [Term] = []
  private var starts: [Int] = [0]
  private var kinds: [QuestionKind] = []
  private var isDirected: [Bool] = []
  /// How many titles have each term.
  private let counts: [UInt32]

  /// O(titles).
  init(_ documents: Span<AnalyzedDocument>) {
    var numbers = TermNumbers()
    var reader = TitleReader()
    var keys: [UInt64] = []
    var found: [UInt32] = []
    for place in documents.indices {
      let reading = reader.read(documents[place].card.title)
      keys.removeAll(keepingCapacity: true)
      found.removeAll(keepingCapacity: true)
      for term in reading.terms { keys.append(term.key) }
      numbers.add(keys.span, into: &found)
      for (term, number) in zip(reading.terms, found) {
        terms.append(Term(number: number, isName: term.isName))
      }
      starts.append(terms.count)
      kinds.append(reading.kind)
      isDirected.append(reading.isDirected)
    }
    counts = numbers.counts
  }

  /// How alike two titles are, in thousandths; and whether each names something that the other does not, so that they
  /// surely speak of two things. O(48²).
  ///
  /// It is the share of the terms that both have (Jaccard's), which is less where they ask different things of the same
  /// subject or say the same terms in the other direction.
  func resemblance(_ first: Int, _ second: Int) -> (likeness: Int, isTold: Bool) {
    let terms = terms.span
    let one = terms.extracting(starts[first]..<starts[first + 1])
    let other = terms.extracting(starts[second]..<starts[second + 1])
    guard !one.isEmpty, !other.isEmpty else { return (0, false) }
    var shared = 0
    var last = -1
    var isTurned = false
    var ownName = false
    for index in one.indices {
      if let place = TitleIndex.place(of: one[index].number, in: other) {
        shared += 1
        isTurned = isTurned || place < last
        last = place
      } else if one[index].isName {
        ownName = true
      }
    }
    var otherName = false
    if ownName {
      for index in other.indices where other[index].isName && !otherName {
        otherName = TitleIndex.place(of: other[index].number, in: one) == nil
      }
    }
    var likeness = 1000 * shared / (one.count + other.count - shared)
    if kinds[first] != kinds[second] { likeness = likeness * 6 / 10 }
    if isTurned, isDirected[first], isDirected[second] { likeness /= 2 }
    return (likeness, ownName && otherName)
  }

  @inline(__always)
  private static func place(of number: UInt32, in terms: Span<Term>) -> Int? {
    for place in terms.indices where terms[place].number == number { return place }
    return nil
  }

  /// Appends pairs of documents, `first << 32 | second`, whose titles share one of their rarest terms and are alike by at
  /// least `least` thousandths; a pair maybe several times. O(n log n).
  func appendPairs(least: Int, to pairs: inout [UInt64]) {
    let prefixes = kinds.indices.map { prefix(of: $0) }
    // Titles with the same rarest terms stand side by side in the list of each.
    let order = kinds.indices.sorted {
      prefixes[$0] != prefixes[$1] ? prefixes[$0].lexicographicallyPrecedes(prefixes[$1]) : $0 < $1
    }
    var entries: [UInt64] = []
    for (rank, document) in order.enumerated() {
      for term in prefixes[document] { entries.append(UInt64(term) << 32 | UInt64(rank)) }
    }
    entries.sort()
    for place in entries.indices {
      for next in place + 1..<min(place + TitleIndex.neighbours + 1, entries.count) {
        guard entries[next] >> 32 == entries[place] >> 32 else { break }
        let documents = (
          order[Int(entries[place] & 0xFFFF_FFFF)], order[Int(entries[next] & 0xFFFF_FFFF)]
        )
        let (first, second) = (min(documents.0, documents.1), max(documents.0, documents.1))
        if resemblance(first, second).likeness >= least { pairs.append(UInt64(first) << 32 | UInt64(second)) }
      }
    }
  }

  /// The rarest terms of a title that another one has, rarest first.
  private func prefix(of document: Int) -> [UInt32] {
    var rarest: [UInt32] = []
    for term in terms[starts[document]..<starts[document + 1]] where counts[Int(term.number)] > 1 {
      let rank = (counts[Int(term.number)], term.number)
      let place = rarest.firstIndex { (counts[Int($0)], $0) > rank } ?? rarest.count
      guard place < TitleIndex.prefix else { continue }
      rarest.insert(term.number, at: place)
      if rarest.count > TitleIndex.prefix { rarest.removeLast() }
    }
    return rarest
  }
}
