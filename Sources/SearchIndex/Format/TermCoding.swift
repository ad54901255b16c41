/// Terms in ascending order, as bits: each as what differs from the one before, by code points.
///
///     0 if all but the last code point of the term before are shared, and one follows them; or 1 and
///       rice(code points of the term before that are not shared, 1)
///       gamma(code points that follow the shared ones)
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
  private var firstMean: UInt32 = 64
  private var laterMean: UInt32 = 64

  /// Writes a term, as code points, that comes after the one before. O(length).
  mutating func write(_ next: Span<UInt32>, to bits: inout BitWriter) {
    var shared = 0
    while shared < term.count, shared < next.count, term[shared] == next[shared] { shared += 1 }
    if term.count - shared == 1, next.count - shared == 1 {
      bits.write(0, bits: 1)
    } else {
      bits.write(1, bits: 1)
      bits.writeRice(UInt32(truncatingIfNeeded: term.count - shared), parameter: 1)
      bits.writeGamma(UInt32(truncatingIfNeeded: next.count - shared))
    }
    var place = shared
    if shared < term.count {
      let distance = next[shared] &- term[shared]
      let parameter = parameter(at: shared)
      adapt(at: shared, to: distance)
      if distance >> UInt32(parameter) < TermCoding.escape {
        bits.writeRice(distance, parameter: parameter)
      } else {
        bits.write(0xFFFF, bits: 16)
        bits.write(distance, bits: 21)
      }
      place += 1
    }
    while term.count > shared { term.removeLast() }
    if shared < place { term.append(next[shared]) }
    for index in place..<next.count {
      let scalar = next[index]
      term.append(scalar)
      if scalar &- 0x5F < 32 {
        bits.write(scalar - 0x5F, bits: 6)
      } else if scalar < 0x80 {
        bits.write(0b10 << 7 | scalar, bits: 9)
      } else {
        bits.write(0b11 << 21 | scalar, bits: 23)
      }
    }
  }

  /// Reads the next term into `term`.
  mutating func read(_ bits: inout BitReader) {
    var dropped = 1
    var left: UInt32 = 1
    if bits.read(bits: 1) == 1 {
      dropped = Int(bits.readRice(parameter: 1, limit: 512))
      left = bits.readGamma()
    }
    if dropped > term.count || left >= 512 { bits.isDamaged = true }
    if bits.isDamaged { return }
    let shared = term.count - dropped
    var former: UInt32 = 0
    while term.count > shared { former = term.removeLast() }
    while left > 0 {
      left -= 1
      var scalar: UInt32
      if term.count == shared, dropped > 0 {
        scalar = bits.readBoundedRice(
          parameter: parameter(at: shared), escape: TermCoding.escape, bits: 21)
        adapt(at: shared, to: scalar)
        scalar &+= former
      } else if bits.read(bits: 1) == 0 {
        scalar = bits.read(bits: 5) + 0x5F
      } else {
        scalar = bits.read(bits: bits.read(bits: 1) == 0 ? 7 : 21)
      }
      term.append(scalar)
    }
  }

  /// The parameter for a distance.
  private func parameter(at place: Int) -> Int {
    31 - ((place == 0 ? firstMean : laterMean) | 1).leadingZeroBitCount
  }

  /// Moves the mean by a quarter.
  private mutating func adapt(at place: Int, to distance: UInt32) {
    let mean = (3 * (place == 0 ? firstMean : laterMean) + min(distance, 0xFFFF)) / 4
    if place == 0 { firstMean = mean } else { laterMean = mean }
  }
}

/// The code points of a term in UTF-8.
func scalars(of term: [UInt8]) -> [UInt32] {
  var result: [UInt32] = []
  var value: UInt32 = 0
  // Terms are well-formed: a lead byte is followed by as many others as it says.
  for place in term.indices {
    let byte = UInt32(term[place])
    if byte & 0xC0 == 0x80 {
      value = value << 6 | byte & 0x3F
    } else {
      value = byte < 0x80 ? byte : byte & (byte < 0xE0 ? 0x1F : byte < 0xF0 ? 0xF : 7)
    }
    if place + 1 == term.count || term[place + 1] & 0xC0 != 0x80 { result.append(value) }
  }
  return result
}
