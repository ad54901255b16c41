import CZlib

/// Writes gzip files (RFC 1952) by zlib.
enum GzipEncoder {
  /// The bytes as one member at the highest level, without a time, a name or a system; `nil` where zlib has no
  /// memory.
  ///
  /// - Complexity: O(bytes).
  static func encode(_ bytes: [UInt8]) -> [UInt8]? {
    guard let size = uInt(exactly: bytes.count) else { return nil }
    var stream = z_stream()
    // 15 bits of window, and 16 for the form of gzip.
    let isReady = deflateInit2_(
      &stream, 9, Z_DEFLATED, 15 + 16, 9, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
      Int32(MemoryLayout<z_stream>.size))
    guard isReady == Z_OK else { return nil }
    defer { deflateEnd(&stream) }
    var header = gz_header()
    header.os = 255
    return withUnsafeMutablePointer(to: &header) { header -> [UInt8]? in
      guard deflateSetHeader(&stream, header) == Z_OK else { return nil }
      var isWhole = false
      // The header may take the place of ten bytes of its own.
      let output = [UInt8](unsafeUninitializedCapacity: Int(deflateBound(&stream, uLong(size))) + 32) {
        output, count in
        count = bytes.withUnsafeBufferPointer { input in
          // zlib does not write to its input; the type only lacks `const`.
          stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
          stream.avail_in = size
          stream.next_out = output.baseAddress
          stream.avail_out = uInt(clamping: output.count)
          isWhole = deflate(&stream, Z_FINISH) == Z_STREAM_END
          return Int(stream.total_out)
        }
      }
      return isWhole ? output : nil
    }
  }
}
