extension Grammar {
  /// JSON with what JSONC and JSON5 add: comments, single quotes, keys without quotes.
  static let json = Grammar(
    words: [.constants("false Infinity NaN null true")], lineComments: ["//"], blockComment: .c,
    strings: [StringRule("\"", keyClass: .property), StringRule("'", keyClass: .property)],
    numbers: Numbers(allowsTrailingPoint: true, takesSign: true), extraWordStart: "$", operators: "",
    marksCalls: false, keySeparator: UInt8(ascii: ":"))
}
