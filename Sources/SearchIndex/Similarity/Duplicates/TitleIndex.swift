/// The titles of documents as sets of terms, by which those that share rare terms are found.
struct TitleIndex {
  /// A term of a title.
  private struct Term {
    var number: UInt32
    var isName: Bool
  }

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
    // Titles with the same rarest terms stand side by side in the list of each.
    let prefixes = kinds.indices.map { prefix(of: $0) }.sorted()
    var entries: [UInt64] = []
    for (rank, prefix) in prefixes.enumerated() {
      for term in prefix.terms { entries.append(UInt64(term) << 32 | UInt64(rank)) }
    }
    entries.sort()
    for place in entries.indices {
      for next in place + 1..<min(place + TitleIndex.neighbours + 1, entries.count) {
        guard entries[next] >> 32 == entries[place] >> 32 else { break }
        let documents = (
          prefixes[Int(entries[place] & 0xFFFF_FFFF)].document,
          prefixes[Int(entries[next] & 0xFFFF_FFFF)].document
        )
        let (first, second) = (min(documents.0, documents.1), max(documents.0, documents.1))
        if resemblance(first, second).likeness >= least { pairs.append(UInt64(first) << 32 | UInt64(second)) }
      }
    }
  }

  /// The rarest terms of a title that another one has, rarest first.
  private func prefix(of document: Int) -> Prefix {
    var prefix = Prefix(document: document)
    for place in starts[document]..<starts[document + 1] {
      let number = terms[place].number
      if counts[Int(number)] > 1 { prefix.take(number, counts) }
    }
    return prefix
  }
}

/// The three rarest terms of a title, by which titles are looked at together, as in joins of similar sets by their
/// prefixes (Chaudhuri, Ganti and Kaushik, ICDE 2006).
private struct Prefix: Comparable {
  let document: Int
  /// Their numbers + 1, rarest first; 0 for none.
  private var numbers = InlineArray<3, UInt32>(repeating: 0)

  init(document: Int) { self.document = document }

  /// The numbers of the terms, rarest first.
  var terms: some Sequence<UInt32> {
    [numbers[0], numbers[1], numbers[2]].lazy.filter { $0 > 0 }.map { $0 - 1 }
  }

  /// Takes a term, if it is rare enough; `counts` tell how many titles have each.
  mutating func take(_ number: UInt32, _ counts: [UInt32]) {
    var number = number + 1
    for place in numbers.indices {
      let other = numbers[place]
      if other > 0, (counts[Int(other - 1)], other) < (counts[Int(number - 1)], number) { continue }
      numbers[place] = number
      if other == 0 { return }
      number = other
    }
  }

  static func == (first: Prefix, second: Prefix) -> Bool { first.document == second.document }

  /// By their terms, then by the documents.
  static func < (first: Prefix, second: Prefix) -> Bool {
    for place in first.numbers.indices where first.numbers[place] != second.numbers[place] {
      return first.numbers[place] < second.numbers[place]
    }
    return first.document < second.document
  }
}
