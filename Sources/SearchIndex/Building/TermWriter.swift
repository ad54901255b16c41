/// Writes the terms of an index: files of terms with their best postings, overflow files with the others, and the
/// dictionary of words written backwards and of numbers.
struct TermWriter {
  private static let termFileSize = 2016
  private static let wordFileSize = 12288

  private let idCount: UInt32
  private var terms = TermFileWriter(.terms, leastSize: termFileSize)
  private var overflow: [OverflowFile]
  /// The entries of the dictionary, a length byte each, then the letters.
  private var words: [UInt8] = []

  init(idCount: UInt32) {
    self.idCount = idCount
    overflow = Array(repeating: OverflowFile(), count: IndexLimits.overflowFiles(idCount: idCount))
  }

  /// Adds the next term in ascending order, as code points, with its postings, ascending by their low 32 bits,
  /// `(15 - impact) << 28 | id`. Lists of filters are kept whole, as a filter must not lose a page.
  mutating func append(_ term: [UInt32], _ postings: Span<UInt64>, into files: inout FileCollection) {
    let cap = PostingList.cap(of: term)
    let idCount = idCount
    terms.append(term, into: &files) { bits in
      PostingList.write(postings, cap: cap, idCount: idCount, to: &bits)
    }
    if postings.count > cap {
      var bytes: [UInt8] = []
      for scalar in term { appendUTF8(scalar, to: &bytes) }
      let place = IndexLimits.overflowFile(bytes, idCount: idCount)
      overflow[place].append(term, postings.extracting(droppingFirst: cap), idCount: idCount)
    }
    if isDictionaryWord(term) { addTurned(term, at: term.count) }
    if isNumber(term) {
      for place in 2...term.count { addTurned(term, at: place) }
    }
  }

  /// Adds a term to the dictionary: what stands before `place` backwards, the rest behind a space.
  private mutating func addTurned(_ term: [UInt32], at place: Int) {
    let rest = term[place...]
    words.append(UInt8(truncatingIfNeeded: rest.isEmpty ? place : term.count + 1))
    for letter in term[..<place].reversed() { words.append(UInt8(truncatingIfNeeded: letter)) }
    if rest.isEmpty { return }
    words.append(0x20)
    for letter in rest { words.append(UInt8(truncatingIfNeeded: letter)) }
  }

  /// Writes what is left; gives what the root says of terms.
  mutating func finish(into files: inout FileCollection) -> TermNames {
    let entries = terms.finish(into: &files)
    var dictionary = TermFileWriter(.words, leastSize: TermWriter.wordFileSize)
    let list = WordList(words).sorted().words
    var word: [UInt32] = []
    for number in 0..<list.count {
      word.removeAll(keepingCapacity: true)
      for letter in list.bytes[list.range(number)] { word.append(UInt32(letter)) }
      dictionary.append(word, into: &files) { _ in }
    }
    words = []
    var overflowSeries = FileSeries(.overflow)
    for place in overflow.indices {
      overflowSeries.append(overflow[place].content(), into: &files)
      overflow[place] = OverflowFile()
    }
    let hasDirectories = entries.count > IndexLimits.fanOut
    return TermNames(
      terms: hasDirectories ? writeDirectories(entries, into: &files) : entries,
      hasDirectories: hasDirectories,
      words: writeDirectories(dictionary.finish(into: &files), into: &files),
      overflow: overflowSeries.finish(into: &files))
  }
}

/// What the root says of the files of terms.
struct TermNames: Sendable {
  /// Files or directories, by ascending key.
  var terms: [NamedKey]
  var hasDirectories: Bool
  /// Directories of the dictionary.
  var words: [NamedKey]
  /// The digest of each overflow file, 0 for one without terms.
  var overflow: [UInt64]
}

/// The postings beyond the cap of the terms whose digest falls to one file.
private struct OverflowFile {
  private var coding = TermCoding()
  private var bits = BitWriter()
  private var count = 0

  mutating func append(_ term: [UInt32], _ postings: Span<UInt64>, idCount: UInt32) {
    coding.write(term.span, to: &bits)
    PostingList.write(postings, cap: .max, idCount: idCount, to: &bits)
    count += 1
  }

  /// Empty without terms.
  func content() -> [UInt8] {
    if count == 0 { return [] }
    var content = FileHeader.bytes(.overflow)
    content.append(UInt8(truncatingIfNeeded: count >> 8))
    content.append(UInt8(truncatingIfNeeded: count))
    var rest = bits
    rest.finish(into: &content)
    return content
  }
}

/// Whether a term is a number of which a reader may know a part: digits and points, at least two.
func isNumber(_ term: [UInt32]) -> Bool {
  term.count > 1 && term.allSatisfy { $0 &- 0x30 < 10 || $0 == 0x2E }
}

/// Whether a term is a word in which a typing error can be found: 4 to 24 letters of English.
func isDictionaryWord(_ term: [UInt32]) -> Bool {
  4...24 ~= term.count && term.allSatisfy { $0 &- 0x61 < 26 }
}
