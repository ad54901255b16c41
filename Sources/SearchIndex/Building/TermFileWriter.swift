/// Cuts sorted terms into files.
///
/// Where a file ends depends on the terms near the cut alone, not on how many came before: behind a term whose digest
/// says so, once the file has its least size. So an edit changes the files it touches, and no others.
struct TermFileWriter {
  /// One term in 32 may end a file.
  private static let cutMask: UInt64 = 31

  private let kind: FileName.Kind
  private let leastSize: Int
  /// The least key of each file, and the files.
  private var keys: [[UInt32]] = []
  private var series: FileSeries
  private var coding = TermCoding()
  private var bits = BitWriter()
  private var termCount = 0
  private var separator: [UInt32] = []
  /// The term before a cut.
  private var last: [UInt32] = []
  private var cutBeforeNext = false

  /// - Parameter leastSize: In bytes; a file ends soon after, and never later than at twice that.
  init(_ kind: FileName.Kind, leastSize: Int) {
    self.kind = kind
    self.leastSize = leastSize
    series = FileSeries(kind)
  }

  /// Adds the next term in ascending order, as code points, then what `body` writes of it.
  mutating func append(
    _ term: [UInt32], into files: inout FileCollection, _ body: (inout BitWriter) -> Void
  ) {
    if cutBeforeNext {
      cut(into: &files)
      separator = shortestSeparator(from: last, to: term)
      cutBeforeNext = false
    }
    coding.write(term.span, to: &bits)
    body(&bits)
    termCount += 1
    let size = bits.byteCount
    if size >= leastSize, size >= 2 * leastSize || cutDigest(term) & TermFileWriter.cutMask == 0 {
      last = coding.term
      cutBeforeNext = true
    }
  }

  /// Ends the last file; gives the names of all by their least keys.
  mutating func finish(into files: inout FileCollection) -> [NamedKey] {
    if termCount > 0 { cut(into: &files) }
    return zip(keys, series.finish(into: &files)).map { NamedKey(key: $0, digest: $1) }
  }

  private mutating func cut(into files: inout FileCollection) {
    var content = FileHeader.bytes(kind)
    content.append(UInt8(truncatingIfNeeded: termCount >> 8))
    content.append(UInt8(truncatingIfNeeded: termCount))
    bits.finish(into: &content)
    keys.append(separator)
    series.append(content, into: &files)
    coding = TermCoding()
    termCount = 0
  }

  /// The shortest beginning of `term` that comes after `previous`.
  private func shortestSeparator(from previous: [UInt32], to term: [UInt32]) -> [UInt32] {
    var length = 0
    while length < term.count, length < previous.count, term[length] == previous[length] { length += 1 }
    return Array(term.prefix(length + 1))
  }
}

/// Groups files under directories, again cut by what stands at the cut: behind at least 56, before a key whose
/// digest says so, or at 168.
func writeDirectories(_ entries: [NamedKey], into files: inout FileCollection) -> [NamedKey] {
  var directories: [NamedKey] = []
  var start = 0
  while start < entries.count {
    var end = min(start + 56, entries.count)
    while end < min(start + 168, entries.count), cutDigest(entries[end].key) & 31 != 0 { end += 1 }
    var content = FileHeader.bytes(.directory)
    KeyTable.write(entries[start..<end], to: &content)
    directories.append(NamedKey(key: entries[start].key, digest: files.add(.directory, content)))
    start = end
  }
  return directories
}

/// FNV-1a over code points, its high half folded in.
private func cutDigest(_ term: [UInt32]) -> UInt64 {
  var hash: UInt64 = 0xCBF2_9CE4_8422_2325
  for scalar in term { hash = (hash ^ UInt64(scalar)) &* 0x100_0000_01B3 }
  return hash ^ hash >> 32
}
