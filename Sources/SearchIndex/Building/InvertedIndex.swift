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
    var files = FileCollection()
    var writer = TermWriter(idCount: placement.idCount)
    writeTerms(of: documents, placement: placement, to: &writer)
    let terms = writer.finish(into: &files)
    let characters = files.add(.characters, FileHeader.bytes(.characters) + CharacterTable.file)
    let names = writeDocumentFiles(documents, placement: placement, into: &files)
    root = Root(idSize: placement.idSize, terms: terms, documents: names, characters: characters)
    leaves = files.files
  }

  /// The files of the folder `search/`; the last one is `index.json`.
  public func files(assets: EngineAssets) -> [IndexFile] {
    leaves + [IndexFile(name: [UInt8]("index.json".utf8), bytes: root.json(assets: assets))]
  }
}

/// Writes all terms in the order of their code points. O(postings).
private func writeTerms(
  of documents: [AnalyzedDocument], placement: DocumentPlacement, to writer: inout TermWriter
) {
  let scale = ImpactScale(documents)
  let wordSource = WordSource(documents, placement)
  let ideographSource = IdeographSource(documents, placement)
  var words = PostingStream(wordSource, documents, placement, scale)
  var ideographs = PostingStream(ideographSource, documents, placement, scale)
  var word: [UInt32] = []
  var character: [UInt32] = [0]
  var pair: [UInt32] = [0, 0]
  var hasWord = words.advance()
  if hasWord { wordSource.copyTerm(words.key, into: &word) }
  while true {
    let hasIdeograph = ideographs.advance()
    let (first, second) = hasIdeograph ? ideographSource.term(ideographs.key) : (.max, 0)
    // No word stands between the terms that begin with one ideograph of the Basic Multilingual Plane.
    while second == 0, hasWord, word[0] < first {
      writer.append(word, words.postings.span.extracting(words.range))
      hasWord = words.advance()
      if hasWord { wordSource.copyTerm(words.key, into: &word) }
    }
    if !hasIdeograph { return }
    let postings = ideographs.postings.span.extracting(ideographs.range)
    if second == 0 {
      character[0] = first
      writer.append(character, postings)
    } else {
      pair[0] = first
      pair[1] = second
      writer.append(pair, postings)
    }
  }
}
