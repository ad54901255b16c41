/// The files of an index, handed on as soon as they are complete.
struct FileCollection {
  private let receive: (IndexFile) -> Void

  init(_ receive: @escaping (IndexFile) -> Void) { self.receive = receive }

  /// Names a file, hands it on, and gives the digest of its name.
  mutating func add(_ kind: FileName.Kind, _ bytes: [UInt8]) -> UInt64 {
    add(kind, bytes, digest64(bytes))
  }

  fileprivate func add(_ kind: FileName.Kind, _ bytes: [UInt8], _ digest: UInt64) -> UInt64 {
    if bytes.isEmpty { return 0 }
    let name = FileName(kind: kind, digest: digest)
    receive(IndexFile(name: name.bytes, bytes: bytes))
    return name.digest
  }
}

/// Several files of a kind, which are named four at a time.
struct FileSeries {
  private let kind: FileName.Kind
  private var pending: [[UInt8]] = []
  private var digests: [UInt64] = []

  init(_ kind: FileName.Kind) { self.kind = kind }

  /// Adds the next file; an empty one is left out.
  mutating func append(_ bytes: [UInt8], into files: inout FileCollection) {
    pending.append(bytes)
    guard pending.count == 4 else { return }
    let four = digests64(pending[0], pending[1], pending[2], pending[3])
    for place in 0..<4 { digests.append(files.add(kind, pending[place], four[place])) }
    pending.removeAll(keepingCapacity: true)
  }

  /// Names the last ones; gives the digests of all names, 0 for files that are left out.
  mutating func finish(into files: inout FileCollection) -> [UInt64] {
    for bytes in pending { digests.append(files.add(kind, bytes)) }
    pending = []
    return digests
  }
}

/// The 40 bits of a file's name, big-endian.
func appendDigest(_ digest: UInt64, to bytes: inout [UInt8]) {
  for shift in [UInt64(32), 24, 16, 8, 0] {
    bytes.append(UInt8(truncatingIfNeeded: digest >> shift))
  }
}
