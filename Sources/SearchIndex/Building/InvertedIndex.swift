/// One file of a published index.
public struct IndexFile: Sendable {
  /// The name in the folder `search/`: `index.json`, or `<kind>-<digest>.qix`, whose name changes with its
  /// content.
  public var name: [UInt8]
  /// The whole content.
  public var bytes: [UInt8]
}

/// Where the browser finds its engine, as `index.json` tells it.
public struct EngineAssets: Sendable {
  /// URL of the module `engine.js`, relative to `search/index.json`.
  public var engine: [UInt8]
  /// URL of `engine.wasm`, relative to `search/index.json`.
  public var wasm: [UInt8]
  /// URL of the WebAssembly module that reads formulas, relative to `search/index.json`; nil without one.
  public var formulas: [UInt8]?

  /// The URLs.
  public init(engine: [UInt8], wasm: [UInt8], formulas: [UInt8]? = nil) {
    self.engine = engine
    self.wasm = wasm
    self.formulas = formulas
  }
}

/// An index over a set of documents: which of them hold a term, and how much it matters there.
///
/// The result is a function of the set of documents: their order does not matter.
public struct InvertedIndex: Sendable {
  private let root: Root
  private let leaves: [IndexFile]

  /// Inverts `documents`, whose paths are distinct; at most about a million (2²² ids). Time linear in the
  /// number of postings, memory for a part of them at a time beside the documents and the resulting files.
  public init(_ documents: [AnalyzedDocument]) {
    let placement = DocumentPlacement(documents)
    let scale = ImpactScale(documents)
    var impacts: [UInt8] = []
    impacts.reserveCapacity(documents.count * 256)
    for index in placement.order {
      impacts.append(contentsOf: scale.impacts(weightedLength: documents[index].weightedLength))
    }
    var files = FileCollection()
    var writer = TermWriter(idBits: placement.idBits)
    var words = WordPostings(documents, placement: placement, impacts: impacts)
    let ideographs = IdeographPostings(documents, placement: placement, impacts: impacts)
    ideographs.forEachTerm { term, postings, isFirstOfCharacter in
      // No word stands between the terms that begin with one ideograph of the Basic Multilingual Plane.
      if isFirstOfCharacter { words.writeTerms(before: term, to: &writer, into: &files) }
      writer.append(term, postings, into: &files)
    }
    words.writeTerms(before: nil, to: &writer, into: &files)
    let terms = writer.finish(into: &files)
    let characters = files.add(.characters, FileHeader.bytes(.characters) + CharacterTable.file)
    let names = writeDocumentFiles(documents, placement: placement, into: &files)
    root = Root(idBits: placement.idBits, terms: terms, documents: names, characters: characters)
    leaves = files.files
  }

  /// The files of the folder `search/`; the last one is `index.json`.
  public func files(assets: EngineAssets) -> [IndexFile] {
    leaves + [IndexFile(name: [UInt8]("index.json".utf8), bytes: root.json(assets: assets))]
  }
}

/// The postings of all terms that are kept as bytes.
private struct WordPostings {
  private var table = WordTable()
  /// Word numbers in the order of their bytes; the upper half of a posting is a place in this order.
  private var sorted: [Int] = []
  private var postings: [UInt64] = []
  private var next = 0

  init(_ documents: [AnalyzedDocument], placement: DocumentPlacement, impacts: [UInt8]) {
    for (position, index) in placement.order.enumerated() {
      let document = documents[index]
      let id = UInt64(placement.ids[position])
      var start = 0
      for weight in document.wordWeights {
        let end = start + 1 + Int(document.words[start])
        let number = table.add(document.words.span.extracting(start + 1..<end), weight: 1)
        let isFilter = document.words[start + 1] == filterMark
        let impact = isFilter ? 1 : impacts[position << 8 | Int(weight)]
        postings.append(UInt64(number) << 32 | UInt64(15 - impact) << 28 | id)
        start = end
      }
    }
    sorted = WordPostings.order(of: table)
    var ranks = [UInt64](repeating: 0, count: sorted.count)
    for (rank, number) in sorted.enumerated() { ranks[number] = UInt64(rank) }
    for index in postings.indices {
      let number = Int(truncatingIfNeeded: postings[index] >> 32)
      postings[index] = ranks[number] << 32 | postings[index] & 0xFFFF_FFFF
    }
    var sorter = PostingSorter()
    sorter.sort(&postings, postings.indices)
  }

  /// Word numbers in the order of their bytes. Most words differ within their first eight.
  private static func order(of table: WordTable) -> [Int] {
    let keys = table.weights.indices.map { number in
      var key: UInt64 = 0
      let word = table.word(number)
      for byte in word.prefix(8) { key = key << 8 | UInt64(byte) }
      return (key: key << UInt64(8 * (8 - min(8, word.count))), number: number)
    }
    return keys.sorted { first, second in
      if first.key != second.key { return first.key < second.key }
      return table.word(first.number).lexicographicallyPrecedes(table.word(second.number))
    }.map { $0.number }
  }

  /// Writes the words not yet written that come before `limit`, or all of them.
  mutating func writeTerms(
    before limit: [UInt8]?, to writer: inout TermWriter, into files: inout FileCollection
  ) {
    while next < postings.count {
      let rank = postings[next] >> 32
      let word = table.word(sorted[Int(truncatingIfNeeded: rank)])
      if let limit, !word.lexicographicallyPrecedes(limit) { return }
      var end = next + 1
      while end < postings.count, postings[end] >> 32 == rank { end += 1 }
      writer.append(Array(word), postings[next..<end], into: &files)
      next = end
    }
  }
}
