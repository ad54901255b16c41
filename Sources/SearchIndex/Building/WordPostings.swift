/// The words of a part, in their order, with the documents that hold them.
struct WordPostings {
  private let words: WordList
  /// The words' numbers in their order.
  private let order: [UInt32]
  /// The postings of all words by number, each (15 - impact) << 28 | id, by ascending id, behind `first` others; where
  /// among them those of each word begin.
  private var memory: [UInt32]
  private let first: Int
  private let starts: [UInt32]
  private var next = 0
  /// Some words up to `upcomingEnd` in their order.
  private var upcoming: [UpcomingWord] = []
  private var upcomingEnd = 0
  private(set) var term: [UInt32] = []
  private(set) var postings: [UInt64] = []

  /// Numbers and sorts the words, and distributes the documents to them. O(postings + words · log words).
  ///
  /// - Parameter given: Memory to use, and to enlarge where it has to be, whatever it holds; it is taken away.
  init(
    _ part: WordPart, of documents: [AnalyzedDocument], _ placement: DocumentPlacement, _ scale: ImpactScale,
    takingMemory given: inout [UInt32]
  ) {
    var memory: [UInt32] = []
    swap(&memory, &given)
    let table = WordTable()
    var reader = WordReader(part)
    for index in placement.order { reader.add(documents.span, index, to: table, in: &memory) }
    words = WordList(table.takeWords())
    order = words.order()
    starts = reader.distribute(words.count, documents, placement, scale, in: &memory)
    first = reader.count
    self.memory = memory
  }

  /// Gives the memory back, when all terms are written.
  mutating func giveBack(_ memory: inout [UInt32]) { swap(&self.memory, &memory) }

  /// Writes the terms that begin with a code point before `limit` and are not written yet; gives whether there are others.
  mutating func writeTerms(
    before limit: UInt32, to writer: inout TermWriter, into files: inout FileCollection
  ) -> Bool {
    if next == 0, !advance() { return false }
    while term[0] < limit {
      writer.append(term, postings.span, into: &files)
      if !advance() { return false }
    }
    return true
  }

  /// Goes to the first term, then to the next one; false if there is none. O(length and postings).
  private mutating func advance() -> Bool {
    if next == order.count { return false }
    if next == upcomingEnd { lookAhead() }
    let word = upcoming[next &+ upcoming.count &- upcomingEnd]
    next += 1
    words.copyTerm(word.place, into: &term)
    postings.removeAll(keepingCapacity: true)
    if word.postings.count == 1 {
      postings.append(UInt64(word.posting))
    } else {
      let memory = memory
      appendByLevel(memory.span.extracting(word.postings), to: &postings)
    }
    return true
  }

  /// Finds the words that come next and their postings, so that the looks do not wait for each other.
  private mutating func lookAhead() {
    upcoming.removeAll(keepingCapacity: true)
    upcomingEnd = min(next + 32, order.count)
    for place in next..<upcomingEnd {
      let number = Int(order[place])
      let postings = range(first &+ Int(starts[number]), first &+ Int(starts[number &+ 1]))
      upcoming.append(
        UpcomingWord(place: words.range(number), postings: postings, posting: memory[postings.lowerBound]))
    }
  }
}

/// A word that comes next: where its bytes are, where its postings are, and the first of these.
private struct UpcomingWord {
  var place: Range<Int>
  var postings: Range<Int>
  var posting: UInt32
}

/// Appends postings of ascending ids in the order of their levels.
private func appendByLevel(_ postings: Span<UInt32>, to sorted: inout [UInt64]) {
  for index in postings.indices { sorted.append(UInt64(postings[index])) }
  var sorted = sorted.mutableSpan
  if postings.count < 16 {
    for index in postings.indices {
      let posting = sorted[index]
      var place = index
      while place > 0, sorted[place &- 1] > posting {
        sorted[place] = sorted[place &- 1]
        place &-= 1
      }
      sorted[place] = posting
    }
    return
  }
  var places = InlineArray<16, Int>(repeating: 0)
  for index in postings.indices { places[Int(postings[index] &>> 28)] &+= 1 }
  var total = 0
  for level in places.indices {
    let count = places[level]
    places[level] = total
    total &+= count
  }
  for index in postings.indices {
    let level = Int(postings[index] &>> 28)
    sorted[places[level]] = UInt64(postings[index])
    places[level] &+= 1
  }
}
