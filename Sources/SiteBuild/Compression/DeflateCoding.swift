import CZlib

/// Compresses by zlib (RFC 1951), and reads what it made.
enum DeflateCoding {
  /// What stands around the compressed bytes.
  enum Form: Int32 {
    /// RFC 1950; the first byte is 0x78.
    case zlib = 0
    /// RFC 1952, without a time, a name or a system.
    case gzip = 16
  }

  /// Bits of a window, the most there are.
  private static let windowBits: Int32 = 15

  /// The compressed bytes; `nil` where zlib has no memory.
  ///
  /// - Parameter level: From 1, the fastest, to 9, the best.
  /// - Complexity: O(bytes).
  static func encode(_ bytes: [UInt8], as form: Form, level: Int32 = 9) -> [UInt8]? {
    guard let size = uInt(exactly: bytes.count) else { return nil }
    var stream = z_stream()
    let isReady = deflateInit2_(
      &stream, level, Z_DEFLATED, windowBits + form.rawValue, 9, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
      Int32(MemoryLayout<z_stream>.size))
    guard isReady == Z_OK else { return nil }
    defer { deflateEnd(&stream) }
    var header = gz_header()
    header.os = 255
    return withUnsafeMutablePointer(to: &header) { header -> [UInt8]? in
      if form == .gzip, deflateSetHeader(&stream, header) != Z_OK { return nil }
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

  /// What a stream of the form `zlib` holds; `nil` where it is none, is cut or changed, or holds more than `limit` bytes.
  ///
  /// - Complexity: O(bytes of the result), and memory for `limit` bytes at most.
  static func decode(_ bytes: [UInt8], limit: Int) -> [UInt8]? {
    var room = min(limit, 8 * bytes.count + 64)
    while true {
      var size = uLongf(clamping: room)
      var status = Z_OK
      let output = [UInt8](unsafeUninitializedCapacity: room) { output, count in
        status = uncompress(output.baseAddress, &size, bytes, uLong(bytes.count))
        count = status == Z_OK ? Int(size) : 0
      }
      if status == Z_OK { return output }
      guard status == Z_BUF_ERROR, room < limit else { return nil }
      room = min(limit, 4 * room)
    }
  }
}
