/// Writes bits, most significant first, 64 at a time.
struct BitWriter {
  /// What is complete, the bytes of each word in the order of the file.
  private var words: [UInt64] = []
  /// The low `pendingCount` bits, fewer than 64, follow the words; those above are in them already.
  private var pending: UInt64 = 0
  private var pendingCount = 0

  /// Whole bytes so far.
  var byteCount: Int { words.count &* 8 &+ pendingCount &>> 3 }

  /// Appends the low `count` bits of `value`; `count` ≤ 32.
  @inline(__always)
  mutating func write(_ value: UInt32, bits count: Int) {
    append(UInt64(value) & (1 &<< UInt64(count) &- 1), count)
  }

  /// Elias gamma: the length of `value`, from 1 to 2³¹, in unary zeros, then its bits.
  @inline(__always)
  mutating func writeGamma(_ value: UInt32) {
    append(UInt64(value), 63 - 2 * value.leadingZeroBitCount)
  }

  /// Golomb–Rice of a value below `limit`: `value >> parameter` ones, a zero unless no value has more, then the low
  /// `parameter` bits, at most 31.
  @inline(__always)
  mutating func writeRice(_ value: UInt32, parameter: Int, limit: UInt32 = .max) {
    var ones = Int(value &>> UInt32(parameter))
    while ones >= 32 {
      append(0xFFFF_FFFF, 32)
      ones -= 32
    }
    let low = value & (1 &<< UInt32(parameter) &- 1)
    let isLast = value &>> UInt32(parameter) == (limit &- 1) &>> UInt32(parameter)
    let end = parameter &+ (isLast ? 0 : 1)
    let unary = (1 &<< UInt64(ones) &- 1) &<< UInt64(end)
    append(unary | UInt64(low), ones &+ end)
  }

  /// The name of a file.
  mutating func writeDigest(_ digest: UInt64) {
    append(digest & FileName.digestMask, 8 * FileName.digestLength)
  }

  /// Fills the last byte with zeros, moves all bytes to `output` and starts anew, with the same memory. O(bytes).
  mutating func finish(into output: inout [UInt8]) {
    words.withUnsafeBytes { output.append(contentsOf: $0) }
    var last = pending &<< UInt64(64 - pendingCount)
    for _ in 0..<(pendingCount + 7) / 8 {
      output.append(UInt8(truncatingIfNeeded: last >> 56))
      last <<= 8
    }
    words.removeAll(keepingCapacity: true)
    pending = 0
    pendingCount = 0
  }

  /// Appends `count` bits, fewer than 64; above them `value` has zeros.
  @inline(__always)
  private mutating func append(_ value: UInt64, _ count: Int) {
    let total = pendingCount &+ count
    if total < 64 {
      pending = pending &<< UInt64(count) | value
      pendingCount = total
      return
    }
    // There were pending bits, or `count` would be 64.
    let rest = total &- 64
    words.append((pending &<< UInt64(count &- rest) | value &>> UInt64(rest)).bigEndian)
    pending = value
    pendingCount = rest
  }
}
