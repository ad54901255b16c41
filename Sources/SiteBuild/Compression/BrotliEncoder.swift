import CBrotli

/// Writes Brotli files (RFC 7932) by Google's encoder.
enum BrotliEncoder {
  /// The bytes at the highest quality, with a window of 4 MiB, as browsers take it; `nil` where the encoder has no
  /// memory.
  ///
  /// - Complexity: O(bytes), about a second for a megabyte.
  static func encode(_ bytes: [UInt8]) -> [UInt8]? {
    var isWhole = false
    let output = [UInt8](unsafeUninitializedCapacity: BrotliEncoderMaxCompressedSize(bytes.count) + 16) {
      output, count in
      count = output.count
      isWhole =
        BrotliEncoderCompress(
          BROTLI_MAX_QUALITY, 22, BROTLI_MODE_GENERIC, bytes.count, bytes, &count, output.baseAddress)
        == BROTLI_TRUE
      if !isWhole { count = 0 }
    }
    return isWhole ? output : nil
  }
}
