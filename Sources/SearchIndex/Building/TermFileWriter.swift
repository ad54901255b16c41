/// Cuts the sorted terms with their postings into files.
///
/// Where a file ends depends on the terms near the cut alone, not on how many came before: behind a term whose
/// digest says so, once the file has its least size. So an edit changes the files it touches, and no others.
struct TermFileWriter {
  private static let leastSize = 2048
  private static let mostSize = 4096
  /// One term in 32 may end a file.
  private static let cutMask: UInt64 = 31

  private let idBits: Int
  private var names: [NamedKey] = []
  private var files: [IndexFile] = []
  private var content = FileHeader.bytes(.terms)
  private var separator: [UInt8] = []
  private var previous: [UInt8] = []
  private var bits = BitWriter()
  private var cutBeforeNext = false

  init(idBits: Int) {
    self.idBits = idBits
  }

  /// Adds the next term in byte order, with its postings as `PostingList.encode` wants them.
  mutating func append(_ term: [UInt8], _ postings: ArraySlice<UInt64>) {
    if cutBeforeNext {
      cut()
      separator = shortestSeparator(from: previous, to: term)
      previous = []
    }
    FrontCoding.append(term, after: previous, to: &content)
    PostingList.encode(postings, idBits: idBits, with: &bits, into: &content)
    previous = term
    cutBeforeNext =
      content.count >= TermFileWriter.leastSize
      && (content.count >= TermFileWriter.mostSize || digest64(term) & TermFileWriter.cutMask == 0)
  }

  /// Ends the last file; adds all files, directories included, to `output` and gives the manifest's entries.
  mutating func finish(into output: inout [IndexFile]) -> [NamedKey] {
    if content.count > FileHeader.length { cut() }
    output.append(contentsOf: files)
    if names.count <= IndexLimits.fanOut { return names }
    return writeDirectories(into: &output)
  }

  private mutating func cut() {
    let name = addFile(.terms, content, to: &files)
    names.append(NamedKey(key: separator, name: name))
    content = FileHeader.bytes(.terms)
  }

  /// Groups the files under directories, again cut by what stands at the cut.
  private func writeDirectories(into output: inout [IndexFile]) -> [NamedKey] {
    var entries: [NamedKey] = []
    var start = 0
    for end in 1...names.count {
      let size = end - start
      let mayCut = end == names.count || digest64(names[end].key) & 15 == 0
      guard end == names.count || size >= IndexLimits.fanOut * 2 || size >= IndexLimits.fanOut / 2 && mayCut
      else { continue }
      var directory = FileHeader.bytes(.termDirectory)
      var before: [UInt8] = []
      for entry in names[start..<end] {
        FrontCoding.append(entry.key, after: before, to: &directory)
        before = entry.key
        appendDigest(entry.name.digest, to: &directory)
      }
      let name = addFile(.termDirectory, directory, to: &output)
      entries.append(NamedKey(key: names[start].key, name: name))
      start = end
    }
    return entries
  }
}

/// A file and the least term that may be in it.
struct NamedKey: Sendable {
  var key: [UInt8]
  var name: FileName
}

/// The shortest beginning of `term`, in whole characters, that comes after `previous`.
func shortestSeparator(from previous: [UInt8], to term: [UInt8]) -> [UInt8] {
  var length = 0
  while length < term.count, length < previous.count, term[length] == previous[length] { length += 1 }
  length += 1
  while length < term.count, term[length] & 0xC0 == 0x80 { length += 1 }
  return Array(term.prefix(length))
}

/// Names `content` and adds it to `files`.
func addFile(_ kind: FileName.Kind, _ content: [UInt8], to files: inout [IndexFile]) -> FileName {
  let name = FileName(kind: kind, digest: digest64(content))
  files.append(IndexFile(name: name.bytes, bytes: content))
  return name
}

/// The 48 bits of a file's name, big-endian.
func appendDigest(_ digest: UInt64, to bytes: inout [UInt8]) {
  for shift in [UInt64(40), 32, 24, 16, 8, 0] {
    bytes.append(UInt8(truncatingIfNeeded: digest >> shift))
  }
}
