/// The files of an index while it is written.
struct FileCollection {
  private(set) var files: [IndexFile] = []

  /// Names a file, adds it, and gives the digest of its name.
  mutating func add(_ kind: FileName.Kind, _ bytes: [UInt8]) -> UInt64 {
    let name = FileName(kind: kind, digest: digest64(bytes))
    files.append(IndexFile(name: name.bytes, bytes: bytes))
    return name.digest
  }
}

/// The 40 bits of a file's name, big-endian.
func appendDigest(_ digest: UInt64, to bytes: inout [UInt8]) {
  for shift in [UInt64(32), 24, 16, 8, 0] {
    bytes.append(UInt8(truncatingIfNeeded: digest >> shift))
  }
}
