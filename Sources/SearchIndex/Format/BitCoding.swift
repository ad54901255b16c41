/// Writes bits, most significant first, into bytes.
struct BitWriter {
  private(set) var bytes: [UInt8] = []
  private var pending: UInt64 = 0
  private var pendingCount: UInt64 = 0

  /// Whole bytes so far.
  var byteCount: Int { bytes.count + Int(pendingCount / 8) }

  /// Appends the low `count` bits of `value`; `count` ≤ 32.
  @inline(__always)
  mutating func write(_ value: UInt32, bits count: Int) {
    pending = pending &<< UInt64(count) | UInt64(value) & (1 &<< UInt64(count) &- 1)
    pendingCount += UInt64(count)
    if pendingCount >= 32 { flush() }
  }

  /// Elias gamma: the length of `value`, from 1 to 2³¹, in unary zeros, then its bits.
  mutating func writeGamma(_ value: UInt32) {
    let bits = 32 - value.leadingZeroBitCount
    write(0, bits: bits - 1)
    write(value, bits: bits)
  }

  /// Golomb–Rice: `value >> parameter` ones, a zero, then the low `parameter` bits.
  @inline(__always)
  mutating func writeRice(_ value: UInt32, parameter: Int) {
    var quotient = value &>> UInt32(parameter)
    while quotient >= 8 {
      write(0xFF, bits: 8)
      quotient -= 8
    }
    write((1 &<< quotient &- 1) &<< 1, bits: Int(quotient) + 1)
    write(value, bits: parameter)
  }

  /// The name of a file.
  mutating func writeDigest(_ digest: UInt64) {
    write(UInt32(truncatingIfNeeded: digest >> 20), bits: 20)
    write(UInt32(truncatingIfNeeded: digest), bits: 20)
  }

  /// Fills the last byte with zeros, moves all bytes to `output` and starts anew.
  mutating func finish(into output: inout [UInt8]) {
    write(0, bits: Int((8 - pendingCount % 8) % 8))
    flush()
    output.append(contentsOf: bytes)
    bytes.removeAll(keepingCapacity: true)
    pending = 0
  }

  /// Moves whole bytes out of `pending`.
  private mutating func flush() {
    while pendingCount >= 8 {
      pendingCount -= 8
      bytes.append(UInt8(truncatingIfNeeded: pending &>> pendingCount))
    }
  }
}

/// Reads what `BitWriter` wrote. Never reads outside its bytes: every read past the end throws.
struct BitReader {
  private let bytes: [UInt8]
  /// The next bit, counted from the first bit of `bytes`.
  private var position: Int

  init(_ bytes: [UInt8], from byte: Int = 0) {
    self.bytes = bytes
    position = byte * 8
  }

  /// The first byte of which no bit was read.
  var nextByte: Int { (position + 7) / 8 }

  mutating func readBit() throws(DamagedFile) -> UInt32 {
    let index = position >> 3
    guard index < bytes.count else { throw DamagedFile() }
    let bit = bytes[index] >> UInt8(truncatingIfNeeded: 7 - position & 7) & 1
    position += 1
    return UInt32(bit)
  }

  /// The next `count` bits; `count` ≤ 32.
  mutating func read(bits count: Int) throws(DamagedFile) -> UInt32 {
    guard count <= bytes.count * 8 - position else { throw DamagedFile() }
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

  mutating func readGamma() throws(DamagedFile) -> UInt32 {
    var length = 0
    while try readBit() == 0 {
      length += 1
      if length > 31 { throw DamagedFile() }
    }
    return try 1 << UInt32(length) | read(bits: length)
  }

  /// Reads a Golomb–Rice value below `limit`, which is at most 2³¹.
  mutating func readRice(parameter: Int, limit: UInt32) throws(DamagedFile) -> UInt32 {
    let value = try readBoundedRice(parameter: parameter, escape: limit >> UInt32(parameter) + 1, bits: 0)
    guard value < limit else { throw DamagedFile() }
    return value
  }

  /// Reads a Golomb–Rice value; so many ones as `escape` say that it follows in `count` bits.
  mutating func readBoundedRice(parameter: Int, escape: UInt32, bits count: Int) throws(DamagedFile) -> UInt32
  {
    var quotient: UInt32 = 0
    while try readBit() == 1 {
      quotient += 1
      if quotient == escape {
        guard count > 0 else { throw DamagedFile() }
        return try read(bits: count)
      }
    }
    return try quotient << UInt32(parameter) | read(bits: parameter)
  }

  mutating func readDigest() throws(DamagedFile) -> UInt64 {
    let high = try UInt64(read(bits: 20))
    return try high << 20 | UInt64(read(bits: 20))
  }
}

/// The bytes are not what the format says.
struct DamagedFile: Error {}
