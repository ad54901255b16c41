/// One file of a published index.
public struct IndexFile: Sendable {
  /// The name in the folder `search/`: `index.json`, or `<kind>-<digest>.qix`, whose name changes with its
  /// content.
  public var name: [UInt8]
  /// The whole content.
  public var bytes: [UInt8]

  /// Whether it is one of texts that are worth compressing: cards, summaries. The digest of its name is that of the content
  /// all the same.
  public var isText: Bool {
    name.first == FileName.Kind.documents.rawValue || name.first == FileName.Kind.summaries.rawValue
  }
}

/// Where the browser finds its engine, as `index.json` tells it.
public struct EngineAssets: Sendable {
  /// URL of the module `engine.js`, relative to `search/index.json`.
  public var engine: [UInt8]
  /// URL of `engine.wasm`, relative to `search/index.json`.
  public var wasm: [UInt8]
  /// URL of the WebAssembly module that reads formulas, relative to `search/index.json`; nil without one.
  public var formulas: [UInt8]?
  /// URL of the module `inflate.js`, relative to `search/index.json`, which reads compressed files where the browser does not;
  /// nil without one.
  public var inflate: [UInt8]?

  /// The URLs.
  public init(engine: [UInt8], wasm: [UInt8], formulas: [UInt8]? = nil, inflate: [UInt8]? = nil) {
    self.engine = engine
    self.wasm = wasm
    self.formulas = formulas
    self.inflate = inflate
  }
}

/// An index over a set of documents: which of them hold a term, and how much it matters there.
///
/// The result is a function of the set of documents: their order does not matter.
public struct InvertedIndex: Sendable {
  private let root: Root
  private let leaves: [IndexFile]

  /// About so many postings of words, or twice as many of ideographs, are in memory at once: 8 MiB of them. Of more than four
  /// times as many, a quarter.
  private static let partSize = 1 << 20

  /// Inverts `documents`, as `write` does.
  public init(_ documents: [AnalyzedDocument]) { self.init(documents, partSize: InvertedIndex.partSize) }

  /// The same, with parts of another size, which make no difference to the files.
  init(_ documents: [AnalyzedDocument], partSize: Int) {
    var leaves: [IndexFile] = []
    root = InvertedIndex.writeLeaves(of: documents, partSize: partSize) { leaves.append($0) }
    self.leaves = leaves
  }

  /// The files of the folder `search/`; the last one is `index.json`.
  public func files(assets: EngineAssets) -> [IndexFile] { leaves + [root.file(assets: assets)] }

  /// Inverts `documents`, whose paths are distinct; at most about a million (2²² ids). Hands on each file of the folder
  /// `search/` as soon as it is complete; the last one is `index.json`. Time linear in the number of postings, memory for a
  /// part of them at a time beside the documents.
  public static func write(
    _ documents: [AnalyzedDocument], assets: EngineAssets, to receive: @escaping (IndexFile) -> Void
  ) {
    receive(writeLeaves(of: documents, partSize: partSize, to: receive).file(assets: assets))
  }

  /// Writes all files but `index.json`.
  private static func writeLeaves(
    of documents: [AnalyzedDocument], partSize: Int, to receive: (IndexFile) -> Void
  ) -> Root {
    withoutActuallyEscaping(receive) { receive in
      let placement = DocumentPlacement(documents)
      var files = FileCollection(receive)
      var writer = TermWriter(idCount: placement.idCount)
      writeTerms(of: documents, placement: placement, partSize: partSize, to: &writer, into: &files)
      let terms = writer.finish(into: &files)
      let characters = files.add(.characters, FileHeader.bytes(.characters) + CharacterTable.file)
      let names = writeDocumentFiles(documents, placement: placement, into: &files)
      return Root(idSize: placement.idSize, terms: terms, documents: names, characters: characters)
    }
  }
}

/// Writes all terms in the order of their code points: words, ideographs among them as they come. O(postings).
private func writeTerms(
  of documents: [AnalyzedDocument], placement: DocumentPlacement, partSize: Int, to writer: inout TermWriter,
  into files: inout FileCollection
) {
  let scale = ImpactScale(documents)
  var ideographs = IdeographStream(documents, placement, scale, partSize: 2 * partSize)
  let firstCharacter = ideographs.characters.first.map { UInt32($0) } ?? .max
  let parts = WordPart.plan(documents, partSize: partSize)
  // Where the postings stand, those of a part of the words after the other, then those of ideographs.
  let size = parts.reduce(ideographs.memorySize) { max($0, $1.memorySize) }
  var memory = [UInt32](repeating: 0, count: size)
  var later: [WordPostings] = []
  for part in parts {
    var words = WordPostings(part, of: documents, placement, scale, takingMemory: &memory)
    // Nearly all words stand before all ideographs.
    if words.writeTerms(before: firstCharacter, to: &writer, into: &files) {
      later.append(words)
    } else {
      words.giveBack(&memory)
    }
  }
  ideographs.take(&memory)
  var character: [UInt32] = [0]
  var pair: [UInt32] = [0, 0]
  while ideographs.advance() {
    let (first, second) = ideographs.term
    // No word stands between the terms that begin with one ideograph of the Basic Multilingual Plane.
    if second == 0 { writeTerms(of: &later, before: first, to: &writer, into: &files) }
    let postings = ideographs.postings.span.extracting(ideographs.range)
    if second == 0 {
      character[0] = first
      writer.append(character, postings, into: &files)
    } else {
      pair[0] = first
      pair[1] = second
      writer.append(pair, postings, into: &files)
    }
  }
  writeTerms(of: &later, before: .max, to: &writer, into: &files)
}

/// Writes the words before a code point that are not written yet.
private func writeTerms(
  of parts: inout [WordPostings], before limit: UInt32, to writer: inout TermWriter,
  into files: inout FileCollection
) {
  while !parts.isEmpty, !parts[0].writeTerms(before: limit, to: &writer, into: &files) { parts.removeFirst() }
}
