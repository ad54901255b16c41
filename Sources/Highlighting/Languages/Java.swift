extension Grammar {
  static let java = Grammar(
    words: [
      .keywords(
        """
        abstract assert break case catch const continue default do else extends final finally for goto if
        implements import instanceof native new package private protected public return static strictfp super switch
        synchronized throw throws transient try volatile while
        """),
      .keywords("class enum interface", introducing: .type),
      .contextualKeywords("exports module opens permits requires sealed to uses var with yield"),
      .contextualKeywords("record", introducing: .type),
      .constants("false null this true"),
      .types("boolean byte char double float int long short void"),
    ],
    lineComments: ["//"], blockComment: .c,
    strings: [StringRule("\"\"\"", isMultiline: true), .quoted, .character],
    sigils: [Sigil("@", .annotation)], numbers: Numbers(allowsTrailingPoint: true), extraWordStart: "$",
    capitalizedNames: .types)

  static let kotlin = Grammar(
    words: [
      .keywords(
        """
        abstract actual annotation as break catch companion const constructor continue crossinline do else
        enum expect external final finally for if import in infix inline internal is lateinit
        noinline operator override package private protected public reified return sealed suspend
        tailrec throw try val var vararg when where while
        """),
      .contextualKeywords("by data get init inner open out set value where"),
      .keywords("fun", introducing: .function),
      .keywords("class interface object typealias", introducing: .type),
      .constants("false null super this true"),
    ],
    lineComments: ["//"], blockComment: .nestedC,
    strings: [
      StringRule("\"\"\"", escapes: .none, interpolation: .dollarBraceOrName, isMultiline: true),
      StringRule("\"", interpolation: .dollarBraceOrName), .character,
      StringRule("`", as: nil, escapes: .none),
    ],
    sigils: [Sigil("@", .annotation)], capitalizedNames: .types)
}
