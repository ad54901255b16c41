extension Grammar {
  static let python = Grammar(
    words: [
      .keywords(
        """
        and as assert async await break continue del elif else except finally for from global if import in is lambda
        nonlocal not or pass raise return try while with yield
        """),
      .keywords("def", introducing: .function),
      .keywords("class", introducing: .type),
      .contextualKeywords("case match"),
      .constants("Ellipsis False None NotImplemented True cls self"),
      .types("bool bytearray bytes complex dict float frozenset int list object set str tuple"),
      .functions(
        """
        abs all any ascii bin breakpoint callable chr classmethod compile delattr dir divmod enumerate eval exec
        filter format getattr globals hasattr hash help hex id input isinstance issubclass iter len locals map max
        memoryview min next oct open ord pow print property range repr reversed round setattr slice sorted
        staticmethod sum super type vars zip
        """),
    ],
    lineComments: ["#"],
    strings: ["\"\"\"", "'''", "\"", "'"].flatMap(pythonStrings),
    sigils: [Sigil("@", .decorator)], numbers: Numbers(allowsTrailingPoint: true),
    operators: "+-*/%@=<>!&|^~",
    capitalizedNames: .types)

  /// The string with each set of prefixes, and without.
  private static func pythonStrings(_ quote: String) -> [StringRule] {
    let spansLines = quote.utf8.count == 3
    return [
      StringRule(quote, isMultiline: spansLines),
      StringRule(quote, prefixes: "b u", isMultiline: spansLines),
      StringRule(quote, prefixes: "f t", interpolation: .brace, isMultiline: spansLines),
      StringRule(quote, prefixes: "r br rb", escapes: .rawBackslash, isMultiline: spansLines),
      StringRule(
        quote, prefixes: "fr rf tr rt", escapes: .rawBackslash, interpolation: .brace, isMultiline: spansLines
      ),
    ]
  }
}
