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
      let key = entry.key.isEmpty ? [0] : entry.key
      coding.write(key.span, to: &bits)
      bits.writeDigest(entry.digest)
    }
    bits.finish(into: &bytes)
  }

  /// Appends the names, as numbers, of the files in which terms from `first` to `last` would be, until there are `limit`; none
  /// behind damage.
  @inline(never)
  static func find(
    _ kind: FileName.Kind, from first: [UInt32], to last: [UInt32], limit: Int, in bytes: [UInt8],
    at offset: Int,
    into names: inout [UInt64]
  ) {
    var bits = BitReader(bytes, from: offset)
    var coding = TermCoding()
    for _ in 0..<bits.read(bits: 16) {
      coding.read(&bits)
      let name = FileName(kind: kind, digest: bits.readDigest()).number
      if bits.isDamaged { return }
      if !first.lexicographicallyPrecedes(coding.term) {
        // The last of these may hold `first`.
        names = []
      } else if names.count >= limit || last.lexicographicallyPrecedes(coding.term) {
        return
      }
      names.append(name)
    }
  }
}

/// The least term that may be in a file, as code points, and the digest of the file's name.
struct NamedKey: Sendable {
  var key: [UInt32]
  var digest: UInt64
}
