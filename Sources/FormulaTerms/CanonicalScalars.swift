/// Characters that mean the same.
enum CanonicalScalars {
  /// The character that stands for all with its meaning.
  static func canonical(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0x2212: 0x2D  // −
    case 0x5C: 0x2216  // the backslash, which begins names
    case 0x2223: 0x7C  // ∣
    case 0x2225: 0x2016  // ∥
    case 0x22EF: 0x2026  // ⋯
    case 0x2266, 0x2A7D: 0x2264  // ≦ ⩽
    case 0x2267, 0x2A7E: 0x2265  // ≧ ⩾
    case 0x27F5...0x27F7: 0x2190 + 2 * (scalar - 0x27F5)  // long arrows
    case 0x27F8...0x27FA: 0x21D0 + 2 * (scalar - 0x27F8)
    case 0x3D1: 0x3B8  // ϑ
    case 0x3D5: 0x3C6  // ϕ
    case 0x3D6: 0x3C0  // ϖ
    case 0x3F0: 0x3BA  // ϰ
    case 0x3F1: 0x3C1  // ϱ
    case 0x3F5: 0x3B5  // ϵ
    default: scalar
    }
  }

  /// The same for marks above and below: those that grow are those that do not.
  static func canonicalAccent(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0x302: 0x2C6
    case 0x7E: 0x2DC
    case 0x332: 0xAF
    default: scalar
    }
  }
}
