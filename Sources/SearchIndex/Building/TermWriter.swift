/// Writes the terms of an index: files of terms with their best postings, overflow files with the others, and the
/// dictionary of words written backwards.
struct TermWriter {
  private static let termFileSize = 2240
  private static let wordFileSize = 6144

  private let idBits: Int
  private var terms = TermFileWriter(.terms, leastSize: termFileSize)
  private var overflow: [OverflowFile]
  private var words: [[UInt32]] = []

  init(idBits: Int) {
    self.idBits = idBits
    overflow = Array(repeating: OverflowFile(), count: IndexLimits.overflowFiles(idBits: idBits))
  }

  /// Adds the next term in byte order, UTF-8, with its postings `(15 - impact) << 28 | id` in ascending order of the
  /// low 32 bits. Lists of filters are kept whole, as a filter must not lose a page.
  mutating func append(_ bytes: [UInt8], _ postings: ArraySlice<UInt64>, into files: inout FileCollection) {
    let term = scalars(of: bytes)
    let cap = PostingList.cap(of: term)
    let idBits = idBits
    terms.append(term, into: &files) { bits in
      PostingList.write(postings, cap: cap, idBits: idBits, to: &bits)
    }
    if postings.count > cap {
      let place = IndexLimits.overflowFile(bytes, idBits: idBits)
      overflow[place].append(term, postings.dropFirst(cap), idBits: idBits)
    }
    if isDictionaryWord(term) { words.append(term.reversed()) }
  }

  /// Writes what is left; gives what the root says of terms.
  mutating func finish(into files: inout FileCollection) -> TermNames {
    terms.finish(into: &files)
    var dictionary = TermFileWriter(.words, leastSize: TermWriter.wordFileSize)
    words.sort { $0.lexicographicallyPrecedes($1) }
    for word in words { dictionary.append(word, into: &files) { _ in } }
    dictionary.finish(into: &files)
    let hasDirectories = terms.entries.count > IndexLimits.fanOut
    return TermNames(
      terms: hasDirectories ? writeDirectories(terms.entries, into: &files) : terms.entries,
      hasDirectories: hasDirectories,
      words: writeDirectories(dictionary.entries, into: &files),
      overflow: overflow.map { $0.write(into: &files) })
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

  mutating func append(_ term: [UInt32], _ postings: ArraySlice<UInt64>, idBits: Int) {
    coding.write(term, to: &bits)
    PostingList.write(postings, cap: .max, idBits: idBits, to: &bits)
    count += 1
  }

  func write(into files: inout FileCollection) -> UInt64 {
    if count == 0 { return 0 }
    var content = FileHeader.bytes(.overflow)
    content.append(UInt8(truncatingIfNeeded: count >> 8))
    content.append(UInt8(truncatingIfNeeded: count))
    var rest = bits
    rest.finish(into: &content)
    return files.add(.overflow, content)
  }
}

/// Whether a term is a word in which a typing error can be found: 4 to 24 letters of English.
func isDictionaryWord(_ term: [UInt32]) -> Bool {
  4...24 ~= term.count && term.allSatisfy { $0 &- 0x61 < 26 }
}
