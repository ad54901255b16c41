/// The root of an index: where everything else is.
struct Manifest: Sendable {
  /// Ids are below this.
  let idCount: UInt32
  /// The file of the table of characters.
  let characters: FileName
  private let root: [UInt8]
  private let hasTermDirectories: Bool
  private let hasDocumentDirectories: Bool
  private let documents: Int
  private let terms: Int
  private let words: Int

  /// Reads and checks a root; nil if it is none of this version.
  init?(_ root: [UInt8]) {
    self.root = root
    let end = root.count - FileName.digestLength
    guard end > 8, root[0] == FileHeader.version,
      readDigest(root, at: end) == digest64(root.part(range(0, end))) & FileName.digestMask
    else { return nil }
    let size = Int(root[1])
    guard IndexLimits.idSizes ~= size else { return nil }
    idCount = IndexLimits.idCount(size)
    hasTermDirectories = root[2] & 1 != 0
    hasDocumentDirectories = root[2] & 2 != 0
    characters = FileName(kind: .characters, digest: readDigest(root, at: 3))
    documents = 8 + IndexLimits.overflowFiles(idCount: idCount) * FileName.digestLength
    let blocks = IndexLimits.blocks(idCount: idCount)
    let names =
      hasDocumentDirectories ? IndexLimits.directories(blocks) : blocks + IndexLimits.summaryFiles(blocks)
    terms = documents + names * FileName.digestLength + 2
    guard terms < end else { return nil }
    words = terms + Int(root[terms - 2]) << 8 + Int(root[terms - 1])
    guard words < end else { return nil }
  }

  /// The file with the postings of a term beyond the cap.
  func overflowFile(of term: [UInt8]) -> FileName {
    let place = IndexLimits.overflowFile(term, idCount: idCount)
    return FileName(kind: .overflow, digest: readDigest(root, at: 8 + place * FileName.digestLength))
  }

  /// The files, by the numbers of their names, in which terms from `first` to `last` would be, both code points, at most `limit`, as far as the
  /// directories are here.
  @inline(never)
  func files(
    _ kind: FileName.Kind, from first: [UInt32], to last: [UInt32], limit: Int, _ store: inout FileStore
  ) -> [UInt64] {
    let table = kind == .terms ? terms : words
    let hasDirectories = kind != .terms || hasTermDirectories
    var names: [UInt64] = []
    KeyTable.find(
      hasDirectories ? .directory : kind, from: first, to: last, limit: limit, in: root, at: table,
      into: &names)
    if !hasDirectories { return names }
    var files: [UInt64] = []
    for name in names {
      let directory = store.content(of: FileName(number: name))
      KeyTable.find(
        kind, from: first, to: last, limit: limit, in: directory, at: FileHeader.length, into: &files)
    }
    return files
  }

  /// The name of the file of cards or of summaries with a document; its digest is 0 if there is none, or the
  /// directory is not here.
  @inline(never)
  func file(_ kind: FileName.Kind, of id: UInt32, _ store: inout FileStore) -> FileName {
    var block = Int(id) >> IndexLimits.blockBits
    var bytes = root
    var start = documents
    var count = IndexLimits.blocks(idCount: idCount)
    if hasDocumentDirectories {
      let place = documents + block / IndexLimits.fanOut * FileName.digestLength
      bytes = store.content(of: FileName(kind: .documentDirectory, digest: readDigest(root, at: place)))
      start = FileHeader.length
      count = IndexLimits.fanOut
      block %= IndexLimits.fanOut
    }
    if kind == .summaries { block = count + block >> IndexLimits.summaryBits }
    return FileName(kind: kind, digest: readDigest(bytes, at: start + block * FileName.digestLength))
  }
}

/// The digest in a file's name at `offset`; 0 where the bytes end before.
@inline(never)
func readDigest(_ bytes: [UInt8], at offset: Int) -> UInt64 {
  var digest: UInt64 = 0
  if offset < 0 || offset > bytes.count - FileName.digestLength { return 0 }
  for place in offset..<offset + FileName.digestLength { digest = digest << 8 | UInt64(bytes[place]) }
  return digest
}
