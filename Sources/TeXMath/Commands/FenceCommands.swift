/// Delimiters that grow, and commands that enclose their argument.
enum FenceCommands {
  static var all: [(StaticString, CommandMeaning)] {
    [
      ("left", .left), ("middle", .middle), ("right", .right),
      ("big", .sizedDelimiter(1, .ordinary)), ("Big", .sizedDelimiter(2, .ordinary)),
      ("bigg", .sizedDelimiter(3, .ordinary)), ("Bigg", .sizedDelimiter(4, .ordinary)),
      ("bigl", .sizedDelimiter(1, .open)), ("Bigl", .sizedDelimiter(2, .open)),
      ("biggl", .sizedDelimiter(3, .open)), ("Biggl", .sizedDelimiter(4, .open)),
      ("bigr", .sizedDelimiter(1, .close)), ("Bigr", .sizedDelimiter(2, .close)),
      ("biggr", .sizedDelimiter(3, .close)), ("Biggr", .sizedDelimiter(4, .close)),
      ("bigm", .sizedDelimiter(1, .relation)), ("Bigm", .sizedDelimiter(2, .relation)),
      ("biggm", .sizedDelimiter(3, .relation)), ("Biggm", .sizedDelimiter(4, .relation)),
      ("ket", .enclosed(Enclosure(open: 0x7C, close: 0x27E9))),
      ("Ket", .enclosed(Enclosure(open: 0x7C, close: 0x27E9, grows: true))),
      ("bra", .enclosed(Enclosure(open: 0x27E8, close: 0x7C))),
      ("Bra", .enclosed(Enclosure(open: 0x27E8, close: 0x7C, grows: true))),
      ("braket", .enclosed(Enclosure(open: 0x27E8, close: 0x27E9))),
      ("Braket", .enclosed(Enclosure(open: 0x27E8, close: 0x27E9, grows: true))),
      ("ketbra", .ketbra(grows: false)), ("Ketbra", .ketbra(grows: true)),
      ("set", .enclosed(Enclosure(open: 0x7B, close: 0x7D, isSet: true))),
      ("Set", .enclosed(Enclosure(open: 0x7B, close: 0x7D, grows: true, isSet: true))),
    ]
  }
}

/// Characters that may stand behind `\left`, `\big` and the like.
enum Delimiter {
  /// The delimiter a sign stands for; `nil` if it is none.
  static func scalar(for sign: UInt32) -> UInt32? {
    switch sign {
    case 0x28, 0x29, 0x5B, 0x5D, 0x7B, 0x7D, 0x7C, 0x2F, 0x5C: sign
    case 0x3C: 0x27E8
    case 0x3E: 0x27E9
    case 0x2223: 0x7C
    case 0x2225: 0x2016
    case 0x2016, 0x2191, 0x2193, 0x2195, 0x21D1, 0x21D3, 0x21D5, 0x2308...0x230B, 0x231C...0x231F,
      0x23AA, 0x23B0, 0x23B1, 0x27C5, 0x27C6, 0x27E6...0x27EF, 0x2980, 0x2983...0x2988:
      sign
    case 0x2329, 0x3008: 0x27E8
    case 0x232A, 0x3009: 0x27E9
    case 0x2216: 0x5C
    case 0xFF5B: 0x7B
    case 0xFF5D: 0x7D
    case 0x2215, 0x2044: 0x2F
    default: nil
    }
  }
}
