/// Terms in ascending order, as bits: each as what differs from the one before, by code points.
///
///     rice(code points of the term before that are not shared, 1)
///     gamma(code points that follow the shared ones)
///     the first of these: bounded(its distance from the one in its place in the term before), if there is one
///     each other: plain
///
/// *bounded* is a Rice code whose parameter follows the distances before it, one for first code points and one for
/// all others; *plain* has 6 bits for U+005F to U+007E, 9 for the rest of ASCII, 23 for others.
struct TermCoding {
  /// Quotients from here on are written as an escape and the number itself.
  private static let escape: UInt32 = 16

  /// The term before, as code points.
  private(set) var term: [UInt32] = []
  /// Running means of the distances at the first place and at later ones.
  private var means: [UInt32] = [64, 64]

  /// Writes a term that comes after the one before.
  mutating func write(_ next: [UInt32], to bits: inout BitWriter) {
    var shared = 0
    while shared < term.count, shared < next.count, term[shared] == next[shared] { shared += 1 }
    bits.writeRice(UInt32(truncatingIfNeeded: term.count - shared), parameter: 1)
    bits.writeGamma(UInt32(truncatingIfNeeded: next.count - shared))
    var place = shared
    if shared < term.count {
      let distance = next[shared] &- term[shared]
      let parameter = adapt(at: shared, to: distance)
      if distance >> UInt32(parameter) < TermCoding.escape {
        bits.writeRice(distance, parameter: parameter)
      } else {
        bits.write(0xFFFF, bits: 16)
        bits.write(distance, bits: 21)
      }
      place += 1
    }
    for scalar in next[place...] {
      if scalar &- 0x5F < 32 {
        bits.write(scalar - 0x5F, bits: 6)
      } else if scalar < 0x80 {
        bits.write(0b10 << 7 | scalar, bits: 9)
      } else {
        bits.write(0b11 << 21 | scalar, bits: 23)
      }
    }
    term = next
  }

  /// Reads the next term into `term`.
  mutating func read(_ bits: inout BitReader) throws(DamagedFile) {
    let dropped = Int(try bits.readRice(parameter: 1, limit: 512))
    let added = try bits.readGamma()
    guard dropped <= term.count, added < 512 else { throw DamagedFile() }
    let shared = term.count - dropped
    var left = added
    if dropped > 0 {
      let former = term[shared]
      term.removeLast(dropped)
      let mean = means[min(1, shared)]
      let distance = try bits.readBoundedRice(
        parameter: TermCoding.parameter(mean), escape: TermCoding.escape, bits: 21)
      _ = adapt(at: shared, to: distance)
      term.append(former &+ distance)
      left -= 1
    }
    while left > 0 {
      if try bits.readBit() == 0 {
        term.append(try bits.read(bits: 5) + 0x5F)
      } else {
        term.append(try bits.readBit() == 0 ? bits.read(bits: 7) : bits.read(bits: 21))
      }
      left -= 1
    }
  }

  private static func parameter(_ mean: UInt32) -> Int { 31 - (mean | 1).leadingZeroBitCount }

  /// The parameter for a distance, which then moves the mean by a quarter.
  private mutating func adapt(at place: Int, to distance: UInt32) -> Int {
    let context = min(1, place)
    let mean = means[context]
    means[context] = (3 * mean + min(distance, 0xFFFF)) / 4
    return TermCoding.parameter(mean)
  }
}

/// The code points of a term in UTF-8.
func scalars(of term: some Collection<UInt8>) -> [UInt32] {
  var result: [UInt32] = []
  var value: UInt32 = 0
  // Terms are well-formed: a lead byte is followed by as many others as it says.
  for byte in term {
    if byte & 0xC0 == 0x80 {
      value = value << 6 | UInt32(byte & 0x3F)
      result[result.count - 1] = value
    } else {
      value = byte < 0x80 ? UInt32(byte) : UInt32(byte) & (byte < 0xE0 ? 0x1F : byte < 0xF0 ? 0xF : 7)
      result.append(value)
    }
  }
  return result
}
