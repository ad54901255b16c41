/// Logarithms, exponentials and powers with the same bits on every machine.
///
/// The C library's functions differ between systems, and JavaScript's from them all. These are made of IEEE 754
/// additions, multiplications, divisions and bit operations alone, so a native build and a WebAssembly build agree to
/// the last bit. Work is done in about 106 bits and rounded once: errors stay below 0.51 units in the last place (the
/// tests hold 0.501 over a table of high-precision values), also in the subnormal range, and results that are exact
/// (`log2(8)`, `log10(1000)`, `pow(3, 4)`) come out exact.
///
/// Arguments outside a function's domain give NaN, poles give infinities and overflow gives infinity, as in C99 Annex F.
public enum ElementaryFunctions {}

extension ElementaryFunctions {
  /// ln 2 to 106 bits.
  static var naturalLogarithmOfTwo: DoubleDouble {
    DoubleDouble(high: 0x1.62e4_2fef_a39efp-1, low: 0x1.abc9_e3b3_9803fp-56)
  }

  /// ln 10 to 106 bits.
  public static var naturalLogarithmOfTen: DoubleDouble {
    DoubleDouble(high: 0x1.26bb_1bbb_55516p+1, low: -0x1.f48a_d494_ea3e9p-53)
  }

  /// The nearest integer to a number of magnitude below 2^51, ties to even.
  static func nearestInteger(_ value: Double) -> Double {
    let shift: Double = 0x1.8p52
    return (value + shift) - shift
  }

  /// Two to an integer power that a normal double can hold.
  static func powerOfTwo(_ exponent: Int) -> Double {
    Double(bitPattern: UInt64(truncatingIfNeeded: exponent + 1023) << 52)
  }
}
