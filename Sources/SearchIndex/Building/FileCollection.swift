/// The files of an index while it is written.
struct FileCollection {
  private(set) var files: [IndexFile] = []

  /// Names a file, adds it, and gives the digest of its name.
  mutating func add(_ kind: FileName.Kind, _ bytes: [UInt8]) -> UInt64 {
    add(kind, bytes, digest64(bytes))
  }

  /// Names and adds several files of a kind; gives the digests of their names, 0 for empty ones, which are left out.
  mutating func add(_ kind: FileName.Kind, _ contents: [[UInt8]]) -> [UInt64] {
    var digests: [UInt64] = []
    digests.reserveCapacity(contents.count)
    var start = 0
    while start + 4 <= contents.count {
      let four = digests64(contents[start], contents[start + 1], contents[start + 2], contents[start + 3])
      for place in 0..<4 { digests.append(add(kind, contents[start + place], four[place])) }
      start += 4
    }
    for content in contents[start...] { digests.append(add(kind, content, digest64(content))) }
    return digests
  }

  private mutating func add(_ kind: FileName.Kind, _ bytes: [UInt8], _ digest: UInt64) -> UInt64 {
    if bytes.isEmpty { return 0 }
    let name = FileName(kind: kind, digest: digest)
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
