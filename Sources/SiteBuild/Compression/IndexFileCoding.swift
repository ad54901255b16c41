import SearchIndex

/// The form in which files of the search index are published: those of texts compressed (RFC 1950), which a reader sees from
/// the first byte. Hosts do not compress them, as they know no such type.
package enum IndexFileCoding {
  /// The first byte of a compressed file; no other begins with it.
  private static let mark: UInt8 = 0x78

  /// Within two in a hundred of the best, in two thirds of the time.
  private static let level: Int32 = 4

  /// What is published of a file: never more than it holds. O(bytes).
  static func published(_ file: IndexFile) -> [UInt8] {
    guard file.isText, let bytes = DeflateCoding.encode(file.bytes, as: .zlib, level: level),
      bytes.count < file.bytes.count
    else { return file.bytes }
    return bytes
  }

  /// The content of a published file of at most `limit` bytes. One that is damaged stays as it is: the engine refuses it.
  /// O(bytes).
  package static func content(_ bytes: [UInt8], limit: Int) -> [UInt8] {
    guard bytes.first == mark, let content = DeflateCoding.decode(bytes, limit: limit) else { return bytes }
    return content
  }
}
