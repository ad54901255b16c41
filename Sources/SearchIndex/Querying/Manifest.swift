/// The root of an index, as `index.json` carries it: where everything else is.
struct Manifest: Sendable {
  let idBits: Int
  /// The table of Traditional characters, if the index has one.
  let characters: FileName?
  private let root: [UInt8]
  private let hasTermDirectories: Bool
  private let hasDocumentDirectories: Bool
  private let documents: Int
  private let terms: Int
  private let words: Int

  /// Reads and checks the text of `index.json`.
  init(_ json: [UInt8]) throws(DamagedFile) {
    root = Base64.decode(json, from: try Manifest.startOfRoot(json))
    let end = root.count - FileName.digestLength
    guard end > 8, root[0] == FileHeader.version else { throw DamagedFile() }
    let digest = digest64(Array(root[..<end])) & FileName.digestMask
    guard try readDigest(root, at: end) == digest else { throw DamagedFile() }
    idBits = Int(root[1])
    guard 9...IndexLimits.mostIDBits ~= idBits else { throw DamagedFile() }
    hasTermDirectories = root[2] & 1 != 0
    hasDocumentDirectories = root[2] & 2 != 0
    characters = FileName(.characters, ifAny: try readDigest(root, at: 3))
    documents = 8 + IndexLimits.overflowFiles(idBits: idBits) * FileName.digestLength
    let blocks = 1 << (idBits - IndexLimits.blockBits)
    let names =
      hasDocumentDirectories ? blocks / IndexLimits.fanOut : blocks + IndexLimits.summaryFiles(blocks)
    terms = documents + names * FileName.digestLength + 2
    guard terms < end else { throw DamagedFile() }
    words = terms + Int(root[terms - 2]) << 8 + Int(root[terms - 1])
    guard words < end else { throw DamagedFile() }
  }

  /// Behind `"root":"`.
  private static func startOfRoot(_ json: [UInt8]) throws(DamagedFile) -> Int {
    let name: StaticString = "\"root\":\""
    let length = name.utf8CodeUnitCount
    var start = 0
    while start + length < json.count {
      var matched = 0
      while matched < length, json[start + matched] == name.utf8Start[matched] { matched += 1 }
      if matched == length { return start + length }
      start += 1
    }
    throw DamagedFile()
  }

  /// The file with the postings of a term beyond the cap.
  func overflowFile(of term: [UInt8]) -> FileName? {
    let place = IndexLimits.overflowFile(term, idBits: idBits)
    return FileName(.overflow, ifAny: (try? readDigest(root, at: 8 + place * FileName.digestLength)) ?? 0)
  }

  /// The files in which terms from `first` to `last` would be, both code points, at most `limit`; those that must be
  /// read before this is known go to `missing`.
  func files(
    _ kind: FileName.Kind, from first: [UInt32], to last: [UInt32], limit: Int, _ store: FileStore,
    missing: inout [FileName]
  ) -> [FileName] {
    if kind == .terms, !hasTermDirectories {
      return Manifest.names(kind, from: first, to: last, limit: limit, in: root, at: terms)
    }
    let table = kind == .terms ? terms : words
    var found: [FileName] = []
    for directory in Manifest.names(.directory, from: first, to: last, limit: limit, in: root, at: table) {
      guard let content = store.content(of: directory, missing: &missing) else { continue }
      let names = Manifest.names(
        kind, from: first, to: last, limit: limit, in: content, at: FileHeader.length)
      found.append(contentsOf: names)
    }
    return Array(found.prefix(limit))
  }

  private static func names(
    _ kind: FileName.Kind, from first: [UInt32], to last: [UInt32], limit: Int, in bytes: [UInt8],
    at offset: Int
  ) -> [FileName] {
    var names: [FileName] = []
    _ = try? KeyTable.forEach(bytes, at: offset) { key, digest in
      if !first.lexicographicallyPrecedes(key) {
        names.removeAll()
      } else if names.count >= limit || last.lexicographicallyPrecedes(key) {
        return false
      }
      names.append(FileName(kind: kind, digest: digest))
      return true
    }
    return names
  }

  /// Where the card of a document is.
  func cards(of id: UInt32, _ store: FileStore, missing: inout [FileName]) -> FileName? {
    name(of: id, .documents, store, missing: &missing)
  }

  /// Where the summary of a document is.
  func summaries(of id: UInt32, _ store: FileStore, missing: inout [FileName]) -> FileName? {
    name(of: id, .summaries, store, missing: &missing)
  }

  private func name(
    of id: UInt32, _ kind: FileName.Kind, _ store: FileStore, missing: inout [FileName]
  ) -> FileName? {
    var block = Int(id) >> IndexLimits.blockBits
    var bytes = root
    var start = documents
    var count = 1 << (idBits - IndexLimits.blockBits)
    if hasDocumentDirectories {
      let place = documents + block / IndexLimits.fanOut * FileName.digestLength
      guard let directory = FileName(.documentDirectory, ifAny: (try? readDigest(root, at: place)) ?? 0),
        let content = store.content(of: directory, missing: &missing)
      else { return nil }
      bytes = content
      start = FileHeader.length
      count = IndexLimits.fanOut
      block %= IndexLimits.fanOut
    }
    if kind == .summaries { block = count + block >> IndexLimits.summaryBits }
    return FileName(kind, ifAny: (try? readDigest(bytes, at: start + block * FileName.digestLength)) ?? 0)
  }
}

/// The bytes of a file's name at `offset`.
func readDigest(_ bytes: [UInt8], at offset: Int) throws(DamagedFile) -> UInt64 {
  guard offset >= 0, offset <= bytes.count - FileName.digestLength else { throw DamagedFile() }
  var digest: UInt64 = 0
  for byte in bytes[offset..<offset + FileName.digestLength] { digest = digest << 8 | UInt64(byte) }
  return digest
}
