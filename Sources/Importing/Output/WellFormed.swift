/// Bytes as files of ours hold them.
enum WellFormed {
  /// The text with U+FFFD for what is no UTF-8.
  ///
  /// - Complexity: O(bytes).
  static func text(_ bytes: [UInt8]) -> [UInt8] { Array(String(decoding: bytes, as: UTF8.self).utf8) }
}
