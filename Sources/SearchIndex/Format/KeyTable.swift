/// Files by the least term that may be in each: the entries of a directory. Two bytes with their number, then bits:
/// each key as `TermCoding` writes it, ascending, and 40 bits with the digest of the file's name.
enum KeyTable {
  static func write(_ entries: ArraySlice<NamedKey>, to bytes: inout [UInt8]) {
    bytes.append(UInt8(truncatingIfNeeded: entries.count >> 8))
    bytes.append(UInt8(truncatingIfNeeded: entries.count))
    var bits = BitWriter()
    var coding = TermCoding()
    for entry in entries {
      // The least key of a table is that of its place in the table above, and may be empty.
      coding.write(entry.key.isEmpty ? [0] : entry.key, to: &bits)
      bits.writeDigest(entry.digest)
    }
    bits.finish(into: &bytes)
  }

  /// Calls `body` with each key and digest, until it gives false.
  static func forEach(
    _ bytes: [UInt8], at offset: Int, _ body: (_ key: [UInt32], _ digest: UInt64) -> Bool
  ) throws(DamagedFile) {
    var bits = BitReader(bytes, from: offset)
    var left = try bits.read(bits: 16)
    var coding = TermCoding()
    while left > 0 {
      try coding.read(&bits)
      if try !body(coding.term, bits.readDigest()) { return }
      left -= 1
    }
  }
}

/// The least term that may be in a file, as code points, and the digest of the file's name.
struct NamedKey: Sendable {
  var key: [UInt32]
  var digest: UInt64
}
