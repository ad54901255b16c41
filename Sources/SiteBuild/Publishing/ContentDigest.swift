/// A 128-bit fingerprint of bytes, to tell whether a published file is the one that was written.
///
/// It is MurmurHash3_x64_128 with seed 0 (Austin Appleby, public domain; reference implementation and its
/// verification value in the SMHasher suite). It is not made to withstand forgery, and nothing rests on that:
/// a file counts as ours by its path, and is left as it is only when its bytes are equal.
package struct ContentDigest: Hashable, Sendable {
  package let high: UInt64
  package let low: UInt64

  /// The digest of some bytes.
  ///
  /// - Complexity: O(bytes), 16 of them a step.
  package init(_ bytes: [UInt8]) {
    self.init(bytes, seed: 0)
  }

  init(_ bytes: [UInt8], seed: UInt64) {
    var h1 = seed
    var h2 = seed
    let tailStart = bytes.count & ~15
    bytes.withUnsafeBytes { buffer in
      for offset in stride(from: 0, to: tailStart, by: 16) {
        let k1 = UInt64(littleEndian: buffer.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
        let k2 = UInt64(littleEndian: buffer.loadUnaligned(fromByteOffset: offset + 8, as: UInt64.self))
        h1 = Self.rotate(h1 ^ Self.scramble1(k1), 27) &+ h2
        h1 = h1 &* 5 &+ 0x52dc_e729
        h2 = Self.rotate(h2 ^ Self.scramble2(k2), 31) &+ h1
        h2 = h2 &* 5 &+ 0x3849_5ab5
      }
    }
    var k1: UInt64 = 0
    var k2: UInt64 = 0
    for (index, byte) in bytes[tailStart...].enumerated() {
      if index < 8 { k1 |= UInt64(byte) << (8 * index) } else { k2 |= UInt64(byte) << (8 * (index - 8)) }
    }
    h1 ^= Self.scramble1(k1) ^ UInt64(bytes.count)
    h2 ^= Self.scramble2(k2) ^ UInt64(bytes.count)
    h1 = h1 &+ h2
    h2 = h2 &+ h1
    h1 = Self.finalize(h1)
    h2 = Self.finalize(h2)
    self.high = h1 &+ h2
    self.low = h2 &+ (h1 &+ h2)
  }

  /// The 16 bytes in the order of the reference implementation on a little-endian machine.
  package var bytes: [UInt8] {
    [high, low].flatMap { word in (0..<8).map { UInt8(truncatingIfNeeded: word >> (8 * $0)) } }
  }

  private static func scramble1(_ k: UInt64) -> UInt64 {
    rotate(k &* 0x87c3_7b91_1142_53d5, 31) &* 0x4cf5_ad43_2745_937f
  }

  private static func scramble2(_ k: UInt64) -> UInt64 {
    rotate(k &* 0x4cf5_ad43_2745_937f, 33) &* 0x87c3_7b91_1142_53d5
  }

  private static func finalize(_ word: UInt64) -> UInt64 {
    var word = (word ^ (word >> 33)) &* 0xff51_afd7_ed55_8ccd
    word = (word ^ (word >> 33)) &* 0xc4ce_b9fe_1a85_ec53
    return word ^ (word >> 33)
  }

  private static func rotate(_ word: UInt64, _ count: UInt64) -> UInt64 {
    word << count | word >> (64 - count)
  }
}

extension ContentDigest {
  /// The 32 lower-case hexadecimal digits of ``bytes``.
  package var hexadecimal: String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  /// Reads exactly what ``hexadecimal`` writes; `nil` for anything else.
  package init?(hexadecimal text: some Collection<UInt8>) {
    guard text.count == 32 else { return nil }
    var words: [UInt64] = [0, 0]
    for (index, digit) in text.enumerated() {
      let value: UInt8
      switch digit {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = digit - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): value = digit - UInt8(ascii: "a") + 10
      default: return nil
      }
      let byte = index % 16 / 2
      words[index / 16] |= UInt64(value) << (8 * byte + (index.isMultiple(of: 2) ? 4 : 0))
    }
    self.high = words[0]
    self.low = words[1]
  }
}
