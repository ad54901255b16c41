/// Some of the words of each document: those between two in their order.
struct WordPart {
  /// Whether they are terms of filters and formulas, which all come before the others.
  let isMarked: Bool
  /// What their leads are: the first byte, of formulas the second one, of filters 0.
  let leads: Range<Int>
  /// About how many postings they have.
  let size: Int

  /// So many numbers of 32 bits are needed for them, or a little more.
  var memorySize: Int { 2 * size + size / 4 }

  /// Divides the words of the documents, as far as some of these tell, into parts of about the same number of postings; in the
  /// order of the words. O(documents), and O(words) for one document in sixteen.
  static func plan(_ documents: [AnalyzedDocument], partSize: Int) -> [WordPart] {
    let marked = documents.reduce(0) { $0 + $1.wordCount - $1.textWords.count }
    let text = documents.reduce(0) { $0 + $1.textWords.count }
    return [
      WordPart(isMarked: true, leads: 0..<256, size: marked),
      WordPart(isMarked: false, leads: 0..<256, size: text),
    ].flatMap { $0.divided(into: min(4, $0.size / partSize + 1), documents) }
  }

  private func divided(into parts: Int, _ documents: [AnalyzedDocument]) -> [WordPart] {
    if parts == 1 { return [self] }
    var counts = [Int](repeating: 0, count: 256)
    for index in stride(from: 0, to: documents.count, by: 16) {
      let document = documents[index]
      let words = document.bytes.span.extracting(document.parts.words)
      var start = start(in: document)
      for _ in slots(of: document) {
        counts[lead(words, start)] += 1
        start += 1 + Int(words[start])
      }
    }
    let total = counts.reduce(0) { $0 + $1 }
    var result: [WordPart] = []
    var (begin, sum) = (0, 0)
    for lead in 0..<256 {
      sum += counts[lead]
      if sum * parts >= total * (result.count + 1), result.count + 1 < parts {
        result.append(WordPart(isMarked: isMarked, leads: begin..<lead + 1, size: size / parts))
        begin = lead + 1
      }
    }
    return result + [WordPart(isMarked: isMarked, leads: begin..<256, size: size / parts)]
  }

  /// Among which of a document's words they are.
  @inline(__always)
  func slots(of document: borrowing AnalyzedDocument) -> Range<Int> {
    isMarked ? document.textWords.count..<document.wordCount : 0..<document.textWords.count
  }

  /// Where the first of these begins, at its length byte.
  @inline(__always)
  func start(in document: borrowing AnalyzedDocument) -> Int { isMarked ? document.textWords.bytes : 0 }

  /// The lead of the word that begins at `start`, at its length byte.
  @inline(__always)
  func lead(_ words: Span<UInt8>, _ start: Int) -> Int {
    if !isMarked { return Int(words[start &+ 1]) }
    return words[start &+ 1] == filterMark ? 0 : Int(words[start &+ 2])
  }
}

/// Reads the words of a part from all documents, and gives each the documents that hold it.
struct WordReader {
  private let part: WordPart
  /// How many numbers there are.
  private(set) var count = 0
  /// How many are those of each document.
  private var counts: [UInt32] = []
  /// The weights of all.
  private var weights: [UInt8] = []
  private var found: [FoundWord] = []

  private static let filterBit: UInt32 = 1 << 31

  /// Begins with a part.
  init(_ part: WordPart) { self.part = part }

  /// Adds the words of a document to those of the table, and their numbers to `memory`, behind those of the documents before;
  /// `filterBit` is added to those of filters. O(words).
  mutating func add(
    _ documents: Span<AnalyzedDocument>, _ index: Int, to table: WordTable, in memory: inout [UInt32]
  ) {
    let slots = part.slots(of: documents[index])
    if found.count < slots.count + 1 {
      found = [FoundWord](repeating: FoundWord(), count: 2 * slots.count + 1)
    }
    if memory.count < count + slots.count {
      memory.append(contentsOf: repeatElement(0, count: max(memory.count, slots.count)))
    }
    if weights.count <= count + slots.count {
      weights.append(contentsOf: repeatElement(0, count: max(part.size + part.size / 8, slots.count + 1)))
    }
    let (bytes, parts) = (documents[index].bytes.span, documents[index].parts)
    let taken = WordReader.gather(
      bytes, parts, from: part.start(in: documents[index]), slots, part, into: &found, &weights, at: count)
    WordReader.number(bytes.extracting(parts.words), taken, with: table, &found, into: &memory, at: count)
    counts.append(UInt32(truncatingIfNeeded: taken))
    count += taken
  }

  /// Gathers where the words of a part begin, and their weights; gives how many they are. Which of the words they are nothing
  /// predicts.
  private static func gather(
    _ bytes: Span<UInt8>, _ parts: AnalyzedDocument.Parts, from first: Int, _ slots: Range<Int>,
    _ part: WordPart, into found: inout [FoundWord], _ weights: inout [UInt8], at firstPlace: Int
  ) -> Int {
    let (slotWeights, lengths) = (bytes.extracting(parts.wordWeights), bytes.extracting(parts.wordLengths))
    let words = bytes.extracting(parts.words)
    var found = found.mutableSpan
    var weights = weights.mutableSpan
    var isPart = InlineArray<256, UInt8>(repeating: 0)
    for lead in part.leads { isPart[lead] = 1 }
    var start = first
    var count = 0
    for slot in slots {
      found[count].start = UInt32(truncatingIfNeeded: start)
      weights[firstPlace &+ count] = slotWeights[slot]
      count &+= Int(isPart[part.lead(words, start)])
      start &+= 1 &+ Int(lengths[slot])
    }
    return count
  }

  /// Writes the numbers of words. Each is looked for once before the rest is done, so that the looks do not wait for each
  /// other; which of them that look finds nothing predicts, so the others are gathered.
  private static func number(
    _ words: Span<UInt8>, _ count: Int, with table: WordTable, _ found: inout [FoundWord],
    into numbers: inout [UInt32], at first: Int
  ) {
    var found = found.mutableSpan
    var numbers = numbers.mutableSpan
    var unknown = 0
    for place in 0..<count {
      let start = Int(found[place].start)
      let length = Int(words[start])
      let key = wordKey(words, range(start &+ 1, start &+ 1 &+ length))
      let look = table.firstLook(key)
      // A filter's impact is always 1.
      let bit = words[start &+ 1] == filterMark ? filterBit : 0
      numbers[first &+ place] = look.number | bit
      found[unknown] = FoundWord(
        key: key, start: UInt32(truncatingIfNeeded: start), place: UInt32(truncatingIfNeeded: place))
      unknown &+= length >= 8 || look.key != key ? 1 : 0
    }
    for index in 0..<unknown {
      let word = found[index]
      let start = Int(word.start) &+ 1
      let length = Int(words[start &- 1])
      let number = table.add(range(start, start &+ length), of: words, word.key, weight: 1)
      let bit = words[start] == filterMark ? filterBit : 0
      numbers[first &+ Int(word.place)] = UInt32(truncatingIfNeeded: number) | bit
    }
  }

  /// Distributes the documents, which were all added, to the numbers of so many words, behind these in memory; gives where
  /// among them those of each word begin. O(postings).
  mutating func distribute(
    _ wordCount: Int, _ documents: [AnalyzedDocument], _ placement: DocumentPlacement, _ scale: ImpactScale,
    in memory: inout [UInt32]
  ) -> [UInt32] {
    var starts = [UInt32](repeating: 0, count: wordCount + 1)
    for number in memory[..<count] { starts[Int(number & ~WordReader.filterBit) + 1] &+= 1 }
    for place in 0..<wordCount { starts[place + 1] &+= starts[place] }
    if memory.count < 2 * count {
      memory.append(contentsOf: repeatElement(0, count: 2 * count - memory.count))
    }
    var places = starts
    var impacts = [UInt8](repeating: 0, count: 256)
    var first = 0
    for position in counts.indices {
      let end = first + Int(counts[position])
      scale.write(weightedLength: documents[placement.order[position]].weightedLength, to: &impacts)
      WordReader.distribute(
        first..<end, weights.span, impacts.span, placement.ids[position], &places, in: &memory, behind: count)
      first = end
    }
    return starts
  }

  @inline(__always)
  private static func distribute(
    _ numbers: Range<Int>, _ weights: Span<UInt8>, _ impacts: Span<UInt8>, _ id: UInt32,
    _ places: inout [UInt32], in memory: inout [UInt32], behind count: Int
  ) {
    var places = places.mutableSpan
    var memory = memory.mutableSpan
    for index in numbers {
      let number = memory[index]
      let weight = number < filterBit ? weights[index] : 0
      let word = Int(number & ~filterBit)
      memory[count &+ Int(places[word])] = UInt32(15 &- impacts[Int(weight)]) &<< 28 | id
      places[word] &+= 1
    }
  }
}

/// A word of a document: where it begins among the document's words, and its place among those of the part.
private struct FoundWord {
  var key: UInt64 = 0
  var start: UInt32 = 0
  var place: UInt32 = 0
}
