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
      ("ket", .enclosed(open: 0x7C, close: 0x27E9)), ("Ket", .enclosed(open: 0x7C, close: 0x27E9)),
      ("bra", .enclosed(open: 0x27E8, close: 0x7C)), ("Bra", .enclosed(open: 0x27E8, close: 0x7C)),
      ("braket", .enclosed(open: 0x27E8, close: 0x27E9)), ("Braket", .enclosed(open: 0x27E8, close: 0x27E9)),
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
      0x23B0, 0x23B1, 0x27E6...0x27EF, 0x2983, 0x2984:
      sign
    case 0x2216: 0x5C
    default: nil
    }
  }
}
