extension Grammar {
  static let javascript = scripting(words: javascriptWords, capitalizedNames: .types)

  static let typescript = scripting(
    words: javascriptWords + [
      .keywords("enum", introducing: .type),
      .contextualKeywords("interface namespace type", introducing: .type),
      .contextualKeywords(
        """
        abstract accessor asserts declare implements infer is keyof module override private protected public
        readonly satisfies unique
        """),
      .types("any bigint boolean never number object string symbol unknown void"),
    ],
    capitalizedNames: .types)

  private static func scripting(words: [WordGroup], capitalizedNames: CapitalizedNames) -> Grammar {
    Grammar(
      words: words, lineComments: ["//", "#!"], blockComment: .c,
      strings: [
        .quoted, StringRule("'"), StringRule("`", interpolation: .dollarBrace, isMultiline: true),
      ],
      sigils: [Sigil("@", .annotation)], numbers: Numbers(allowsTrailingPoint: true), extraWordStart: "$",
      capitalizedNames: capitalizedNames, hasRegularExpressions: true)
  }

  private static let javascriptWords: [WordGroup] = [
    .keywords(
      """
      await break case catch const continue debugger default delete do else export extends finally for if import in
      instanceof let new return switch throw try typeof var void while with yield
      """),
    .keywords("function", introducing: .function),
    .keywords("class", introducing: .type),
    .contextualKeywords("as async from get of set static"),
    .constants("false globalThis Infinity NaN null super this true undefined"),
  ]
}
