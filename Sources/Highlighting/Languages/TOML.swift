extension Grammar {
  static let toml = Grammar(
    words: [.constants("false inf nan true")], lineComments: ["#"],
    strings: [
      StringRule("\"\"\"", isMultiline: true),
      StringRule("'''", escapes: .none, isMultiline: true),
      StringRule("\"", keyClass: .property),
      StringRule("'", keyClass: .property, escapes: .none),
    ],
    sigils: [Sigil("[", .section)],
    numbers: Numbers(separators: ByteSet("-:"), takesSign: true), extraWordPart: "-.", operators: "=",
    marksCalls: false, keySeparator: UInt8(ascii: "="))
}
