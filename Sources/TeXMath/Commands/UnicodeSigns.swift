/// What characters beyond ASCII mean in a formula where no command's table says it.
enum UnicodeSigns {
  /// What a character is.
  enum Meaning {
    /// The same as another character.
    case alias(UInt32)
    case symbol(Symbol)
    /// A space, in thousandths of an em.
    case space(Int32)
    /// Nothing that is seen: joiners, invisible operators, variation selectors.
    case nothing
    case fraction(numerator: UInt8, denominator: UInt8)
    /// A letter or digit of an alphabet.
    case letter(UInt32, Alphabet)
  }

  /// The meaning of a character that comes before any command's.
  static func meaning(of scalar: UInt32) -> Meaning? {
    switch scalar {
    case 0xA0, 0x202F, 0x2007: .space(333)
    case 0x2002, 0x2000: .space(500)
    case 0x2003, 0x2001, 0x3000: .space(1000)
    case 0x2004: .space(333)
    case 0x2005, 0x205F: .space(SpacingCommands.medium)
    case 0x2006, 0x2009: .space(SpacingCommands.thin)
    case 0x200A: .space(56)
    case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0xFE00...0xFE0F, 0xFEFF: .nothing
    case 0xB7, 0x30FB: .alias(0x22C5)
    case 0x2044, 0x2215: .alias(0x2F)
    case 0x2010, 0x2011, 0x2013, 0xFE63: .alias(0x2D)
    // Kelvin, Angstrom and Ohm are letters; so is the micro sign. The increment is a capital Delta.
    case 0x212A: .alias(0x4B)
    case 0x2126: .alias(0x3A9)
    case 0xB5: .alias(0x3BC)
    case 0x2206: .alias(0x394)
    // Angle brackets of other scripts.
    case 0x2329, 0x3008: .alias(0x27E8)
    case 0x232A, 0x3009: .alias(0x27E9)
    case 0xFF5B: .symbol(Symbol(scalar: 0x7B, atomClass: .open, kind: .operator))
    case 0xFF5D: .symbol(Symbol(scalar: 0x7D, atomClass: .close, kind: .operator))
    case 0xFF5F: .alias(0x2985)
    case 0xFF60: .alias(0x2986)
    default: composed(scalar)
    }
  }

  /// The ASCII character of a full-width form; `nil` for what is none or would command something.
  static func narrowed(_ scalar: UInt32) -> UInt32? {
    switch scalar {
    case 0xFF03, 0xFF04, 0xFF05, 0xFF06, 0xFF3C, 0xFF3E, 0xFF3F, 0xFF40, 0xFF5B, 0xFF5D, 0xFF5E: nil
    case 0xFF01...0xFF5E: scalar - 0xFEE0
    default: nil
    }
  }

  /// Fractions, and letters of the mathematical alphabets.
  private static func composed(_ scalar: UInt32) -> Meaning? {
    switch scalar {
    case 0xBC: .fraction(numerator: 1, denominator: 4)
    case 0xBD: .fraction(numerator: 1, denominator: 2)
    case 0xBE: .fraction(numerator: 3, denominator: 4)
    case 0x2150: .fraction(numerator: 1, denominator: 7)
    case 0x2151: .fraction(numerator: 1, denominator: 9)
    case 0x2153, 0x2154: .fraction(numerator: UInt8(scalar - 0x2152), denominator: 3)
    case 0x2155...0x2158: .fraction(numerator: UInt8(scalar - 0x2154), denominator: 5)
    case 0x2159: .fraction(numerator: 1, denominator: 6)
    case 0x215A: .fraction(numerator: 5, denominator: 6)
    case 0x215B...0x215E: .fraction(numerator: UInt8(scalar - 0x215B) * 2 + 1, denominator: 8)
    default: Alphabet.decomposed(scalar).map { .letter($0.letter, $0.alphabet) }
    }
  }

  /// Operators and arrows that have no command, by the class their space in the operator dictionary tells.
  static func sign(_ scalar: UInt32) -> Symbol? {
    switch scalar {
    case 0x2190...0x23FF, 0x27C0...0x27FF, 0x2900...0x2AFF, 0x2B00...0x2BFF: break
    default: return nil
    }
    let dictionary = (
      prefix: OperatorDictionary.entry(scalar, .prefix), infix: OperatorDictionary.entry(scalar, .infix),
      postfix: OperatorDictionary.entry(scalar, .postfix)
    )
    let atomClass: AtomClass
    if let entry = dictionary.infix {
      atomClass = entry.isStretchy ? .relation : .binary
    } else if let entry = dictionary.prefix {
      atomClass = entry.isStretchy ? .open : entry.lspace > 0 ? .function : .ordinary
    } else if dictionary.postfix != nil {
      atomClass = .close
    } else if (0x2200...0x22FF).contains(scalar) || (0x2900...0x2AFF).contains(scalar) {
      atomClass = .relation
    } else {
      return nil
    }
    return Symbol(
      scalar: scalar, atomClass: atomClass, kind: .operator,
      limits: dictionary.prefix?.hasMovableLimits == true ? .whenDisplay : .never)
  }
}
