/// A natural number of any size, as little-endian 32-bit limbs without leading zeros.
///
/// Just what exact conversion between binary and decimal needs; numbers stay below some 4,000 bits.
struct BigNatural: Equatable {
  private(set) var limbs: [UInt32]

  init(_ value: UInt64) {
    limbs = [UInt32(truncatingIfNeeded: value), UInt32(truncatingIfNeeded: value >> 32)]
    trim()
  }

  /// A power of ten.
  static func powerOfTen(_ exponent: Int) -> BigNatural {
    var power = BigNatural(1)
    var rest = exponent
    while rest >= 9 {
      power.multiply(by: 1_000_000_000)
      rest -= 9
    }
    while rest > 0 {
      power.multiply(by: 10)
      rest -= 1
    }
    return power
  }

  var isZero: Bool { limbs.isEmpty }

  /// The number of bits without leading zeros.
  var bitWidth: Int {
    guard let top = limbs.last else { return 0 }
    return limbs.count * 32 - top.leadingZeroBitCount
  }

  /// The low 64 bits.
  var lowWord: UInt64 {
    let low = limbs.isEmpty ? 0 : UInt64(limbs[0])
    return limbs.count < 2 ? low : low | UInt64(limbs[1]) << 32
  }

  mutating func multiply(by factor: UInt32, adding carry: UInt32 = 0) {
    var carry = UInt64(carry)
    for index in limbs.indices {
      let product = UInt64(limbs[index]) * UInt64(factor) + carry
      limbs[index] = UInt32(truncatingIfNeeded: product)
      carry = product >> 32
    }
    if carry > 0 { limbs.append(UInt32(carry)) }
    if factor == 0 { trim() }
  }

  /// Divides by a small number and returns the remainder.
  mutating func divide(by divisor: UInt32) -> UInt32 {
    var remainder: UInt64 = 0
    for index in limbs.indices.reversed() {
      let wide = remainder << 32 | UInt64(limbs[index])
      limbs[index] = UInt32(truncatingIfNeeded: wide / UInt64(divisor))
      remainder = wide % UInt64(divisor)
    }
    trim()
    return UInt32(remainder)
  }

  static func * (a: BigNatural, b: BigNatural) -> BigNatural {
    var product = BigNatural(0)
    product.limbs = [UInt32](repeating: 0, count: a.limbs.count + b.limbs.count)
    for i in a.limbs.indices {
      var carry: UInt64 = 0
      for j in b.limbs.indices {
        let sum = UInt64(a.limbs[i]) * UInt64(b.limbs[j]) + UInt64(product.limbs[i + j]) + carry
        product.limbs[i + j] = UInt32(truncatingIfNeeded: sum)
        carry = sum >> 32
      }
      product.limbs[i + b.limbs.count] = UInt32(carry)
    }
    product.trim()
    return product
  }

  mutating func shiftLeft(by count: Int) {
    guard !isZero, count > 0 else { return }
    let bits = UInt64(count % 32)
    var shifted = [UInt32](repeating: 0, count: count / 32)
    shifted.reserveCapacity(limbs.count + count / 32 + 1)
    var carry: UInt64 = 0
    for limb in limbs {
      let wide = UInt64(limb) << bits | carry
      shifted.append(UInt32(truncatingIfNeeded: wide))
      carry = wide >> 32
    }
    if carry > 0 { shifted.append(UInt32(carry)) }
    limbs = shifted
  }

  /// Shifts right and tells whether a bit that was 1 fell off.
  mutating func shiftRight(by count: Int) -> Bool {
    var lost = false
    for limb in limbs.prefix(count / 32) where limb != 0 { lost = true }
    limbs.removeFirst(min(count / 32, limbs.count))
    let bits = UInt64(count % 32)
    var carry: UInt64 = 0
    for index in limbs.indices.reversed() {
      let wide = carry << 32 | UInt64(limbs[index])
      limbs[index] = UInt32(truncatingIfNeeded: wide >> bits)
      carry = wide & (1 << bits - 1)
    }
    trim()
    return lost || carry != 0
  }

  static func + (a: BigNatural, b: BigNatural) -> BigNatural {
    var sum = a
    var carry: UInt64 = 0
    for index in 0..<max(a.limbs.count, b.limbs.count) {
      if index == sum.limbs.count { sum.limbs.append(0) }
      carry += UInt64(sum.limbs[index]) + (index < b.limbs.count ? UInt64(b.limbs[index]) : 0)
      sum.limbs[index] = UInt32(truncatingIfNeeded: carry)
      carry >>= 32
    }
    if carry > 0 { sum.limbs.append(UInt32(carry)) }
    return sum
  }

  /// Subtracts a number that is not larger.
  mutating func subtract(_ other: BigNatural) {
    var borrow: UInt32 = 0
    for index in limbs.indices {
      let (first, wrapsFirst) = limbs[index].subtractingReportingOverflow(
        index < other.limbs.count ? other.limbs[index] : 0)
      let (second, wrapsSecond) = first.subtractingReportingOverflow(borrow)
      limbs[index] = second
      borrow = wrapsFirst || wrapsSecond ? 1 : 0
    }
    trim()
  }

  static func < (a: BigNatural, b: BigNatural) -> Bool {
    guard a.limbs.count == b.limbs.count else { return a.limbs.count < b.limbs.count }
    for index in a.limbs.indices.reversed() where a.limbs[index] != b.limbs[index] {
      return a.limbs[index] < b.limbs[index]
    }
    return false
  }

  private mutating func trim() {
    while limbs.last == 0 { limbs.removeLast() }
  }
}
