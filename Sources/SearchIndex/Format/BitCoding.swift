/// Reads what `BitWriter` wrote. Never reads outside its bytes: what is not there reads as zeros, and `isDamaged` says
/// so from then on.
struct BitReader {
  private let bytes: [UInt8]
  /// The next bit, counted from the first bit of `bytes`.
  private var position: Int
  /// Whether the bytes are not what the format says. Whoever decodes asks at the end, and bounds all loops.
  var isDamaged = false

  init(_ bytes: [UInt8], from byte: Int = 0) {
    self.bytes = bytes
    position = byte * 8
  }

  /// The first byte of which no bit was read.
  var nextByte: Int { (position + 7) / 8 }

  /// The next `count` bits; `count` ≤ 32.
  @inline(never)
  mutating func read(bits count: Int) -> UInt32 {
    guard count <= bytes.count * 8 - position else {
      isDamaged = true
      return 0
    }
    var value: UInt32 = 0
    var left = count
    while left > 0 {
      let offset = position & 7
      let taken = min(8 - offset, left)
      let chunk = UInt32(bytes[position >> 3]) >> UInt32(8 - offset - taken) & ((1 << UInt32(taken)) - 1)
      value = value << UInt32(taken) | chunk
      position += taken
      left -= taken
    }
    return value
  }

  /// How many bits like `bit` come before another one, which is passed over too; at `limit` the count ends.
  private mutating func readRun(of bit: UInt32, limit: UInt32) -> UInt32 {
    var count: UInt32 = 0
    while count < limit, read(bits: 1) == bit { count += 1 }
    return count
  }

  /// At least 1.
  mutating func readGamma() -> UInt32 {
    let length = readRun(of: 0, limit: 32)
    if length == 32 {
      isDamaged = true
      return 1
    }
    return 1 << length | read(bits: Int(length))
  }

  /// Reads a Golomb–Rice value below `limit`; the zero is left out where no value has more ones.
  mutating func readRice(parameter: Int, limit: UInt32) -> UInt32 {
    let quotient = readRun(of: 1, limit: (limit &- 1) >> UInt32(parameter))
    let value = quotient << UInt32(parameter) | read(bits: parameter)
    if value < limit { return value }
    isDamaged = true
    return 0
  }

  /// Reads a Golomb–Rice value; so many ones as `escape` say that it follows in `count` bits.
  mutating func readBoundedRice(parameter: Int, escape: UInt32, bits count: Int) -> UInt32 {
    let quotient = readRun(of: 1, limit: escape)
    if quotient == escape { return read(bits: count) }
    return quotient << UInt32(parameter) | read(bits: parameter)
  }

  mutating func readDigest() -> UInt64 {
    let high = UInt64(read(bits: 20))
    return high << 20 | UInt64(read(bits: 20))
  }
}

/// The bytes are not what the format says.
struct DamagedFile: Error {}

/// The whole number for which 0, 1, 2, 3… stand: 0, −1, 1, −2…
func zigzag<Number: FixedWidthInteger>(_ value: Number) -> Number { value >> 1 ^ (0 &- (value & 1)) }
