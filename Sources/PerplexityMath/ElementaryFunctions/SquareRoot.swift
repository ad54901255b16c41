extension ElementaryFunctions {
  /// The square root, correctly rounded; NaN below zero.
  ///
  /// Method: bit by bit on integers, as in fdlibm's `e_sqrt.c`; `Double.squareRoot()` is no choice since some builds
  /// of it call the C library.
  public static func sqrt(_ x: Double) -> Double {
    if x == 0 || x == .infinity { return x }
    guard x > 0 else { return .nan }
    // x = significand · 2^exponent, the exponent even and the significand of 53 or 54 bits.
    let isSubnormal = x < .leastNormalMagnitude
    let bits = (isSubnormal ? x * 0x1p54 : x).bitPattern
    var exponent = Int(bits >> 52) - (isSubnormal ? 1129 : 1075)
    var significand = bits & 0x000F_FFFF_FFFF_FFFF | 1 << 52
    if exponent % 2 != 0 {
      significand <<= 1
      exponent -= 1
    }
    // 54 bits of the root of significand · 2^54; two bits of the radicand give one of the root.
    var root: UInt64 = 0
    var remainder: UInt64 = 0
    for _ in 0..<54 {
      remainder = remainder << 2 | significand >> 52 & 3
      significand <<= 2
      let trial = root << 2 | 1
      root <<= 1
      if remainder >= trial {
        remainder -= trial
        root |= 1
      }
    }
    // The last bit decides the rounding; a tie cannot be, its square would have more than 54 bits.
    return Double(root >> 1 + root & 1) * powerOfTwo(exponent / 2 - 26)
  }
}
