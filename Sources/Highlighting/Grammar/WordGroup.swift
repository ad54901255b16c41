/// What a word of a language's vocabulary means.
struct Word: Sendable {
  let tokenClass: TokenClass
  /// The class of the name that follows it (`func`, `class`).
  var introduces: TokenClass?
  /// Whether it is a plain name unless an operand follows (`type Name`, but `type: "a"`).
  var isContextual = false
}

/// Words that mean the same.
struct WordGroup: Sendable {
  let words: String
  let word: Word

  static func keywords(_ words: String) -> WordGroup {
    WordGroup(words: words, word: Word(tokenClass: .keyword))
  }

  /// Keywords only where a name, a number, a quote or a bracket follows.
  static func contextualKeywords(_ words: String, introducing next: TokenClass? = nil) -> WordGroup {
    WordGroup(words: words, word: Word(tokenClass: .keyword, introduces: next, isContextual: true))
  }

  static func keywords(_ words: String, introducing next: TokenClass) -> WordGroup {
    WordGroup(words: words, word: Word(tokenClass: .keyword, introduces: next))
  }

  static func constants(_ words: String) -> WordGroup {
    WordGroup(words: words, word: Word(tokenClass: .constant))
  }

  static func types(_ words: String) -> WordGroup {
    WordGroup(words: words, word: Word(tokenClass: .type))
  }

  static func functions(_ words: String) -> WordGroup {
    WordGroup(words: words, word: Word(tokenClass: .function))
  }
}
