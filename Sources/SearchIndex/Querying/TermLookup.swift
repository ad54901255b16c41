/// Where the file with a term is.
enum Location {
  case file(FileName)
  /// This directory must be read first.
  case unknownUntil(FileName)
  case nowhere
}

/// The file in which `term` would be.
func locate(_ term: [UInt8], in manifest: Manifest, _ store: FileStore) -> Location {
  var low = 0
  var high = manifest.terms.count
  while low < high {
    let middle = (low + high) / 2
    if term.lexicographicallyPrecedes(manifest.terms[middle].key) {
      high = middle
    } else {
      low = middle + 1
    }
  }
  guard low > 0 else { return .nowhere }
  let name = manifest.terms[low - 1].name
  if name.kind == .terms { return .file(name) }
  guard let entry = store[name] else { return .unknownUntil(name) }
  guard case .present(let bytes) = entry, let found = try? lookUp(term, inDirectory: bytes) else {
    return .nowhere
  }
  return .file(found)
}

/// The last entry of a term directory whose key does not come after `term`.
private func lookUp(_ term: [UInt8], inDirectory bytes: [UInt8]) throws(DamagedFile) -> FileName? {
  var key: [UInt8] = []
  var found: FileName?
  var offset = FileHeader.length
  while offset < bytes.count {
    offset = try FrontCoding.read(bytes, at: offset, into: &key)
    if term.lexicographicallyPrecedes(key) { break }
    found = FileName(kind: .terms, digest: try readDigest(bytes, at: offset))
    offset += 6
  }
  return found
}

/// The six bytes of a file's name at `offset`.
func readDigest(_ bytes: [UInt8], at offset: Int) throws(DamagedFile) -> UInt64 {
  guard offset >= 0, offset <= bytes.count - 6 else { throw DamagedFile() }
  var digest: UInt64 = 0
  for byte in bytes[offset..<offset + 6] { digest = digest << 8 | UInt64(byte) }
  return digest
}

/// Where the card of the document with this id is.
func locate(document id: UInt32, in manifest: Manifest, _ store: FileStore) -> Location {
  let block = Int(id) >> manifest.blockBits
  let blockCount = 1 << (manifest.idBits - manifest.blockBits)
  let isDirect = blockCount <= IndexLimits.fanOut
  let entry = isDirect ? block : block / IndexLimits.fanOut
  guard entry < manifest.documents.count, let name = manifest.documents[entry] else { return .nowhere }
  if isDirect { return name.kind == .documents ? .file(name) : .nowhere }
  guard name.kind == .documentDirectory else { return .nowhere }
  guard let file = store[name] else { return .unknownUntil(name) }
  let offset = FileHeader.length + block % IndexLimits.fanOut * 6
  guard case .present(let bytes) = file, let digest = try? readDigest(bytes, at: offset), digest != 0 else {
    return .nowhere
  }
  return .file(FileName(kind: .documents, digest: digest))
}

/// The postings of one term.
struct TermPostings {
  var ids: [UInt32] = []
  var impacts: [UInt8] = []

  var count: Int { ids.count }

  mutating func append(_ id: UInt32, _ impact: UInt32) {
    ids.append(id)
    impacts.append(UInt8(truncatingIfNeeded: impact))
  }
}

/// The postings of `term` in a terms file. None: the index does not know the term, unless it is unfinished: then
/// those of at most `mostCompletions` terms of this file that begin with it, the most frequent ones.
func findPostings(_ term: Query.Term, in bytes: [UInt8], idBits: Int) throws(DamagedFile) -> [TermPostings] {
  var found: [UInt8] = []
  var completions: [TermPostings] = []
  var offset = FileHeader.length
  while offset < bytes.count {
    offset = try FrontCoding.read(bytes, at: offset, into: &found)
    let isMatch = found == term.bytes || term.isUnfinished && found.starts(with: term.bytes)
    if !isMatch, term.bytes.lexicographicallyPrecedes(found) { break }
    var postings = TermPostings()
    offset = try PostingList.decode(bytes, at: offset, idBits: idBits) { id, impact in
      if isMatch { postings.append(id, impact) }
    }
    if found == term.bytes { return [postings] }
    if isMatch {
      completions.append(postings)
      completions.sinkLast { $0.count > $1.count }
      if completions.count > mostCompletions { completions.removeLast() }
    }
  }
  return completions
}

private let mostCompletions = 8
