extension Language {
  /// Visits the tokens of a piece of code, in order.
  ///
  /// Tokens do not overlap, are never empty, lie inside the code and never cut a character of well-formed UTF-8; none
  /// holds a line feed, so that a comment of three lines is three tokens. What lies between them is plain. Any bytes
  /// are taken: code that is wrong or unfinished is highlighted as far as it makes sense.
  ///
  /// - Parameters:
  ///   - code: the bytes, UTF-8 by rights; the ranges of the tokens are indices of this slice.
  ///   - body: called once a token.
  /// - Throws: what `body` throws.
  /// - Complexity: O(length of the code), for every input; nothing is allocated for a token.
  public func forEachToken<Failure: Error>(
    in code: ArraySlice<UInt8>, _ body: (Token) throws(Failure) -> Void
  ) throws(Failure) {
    try visitTokens(in: code, body)
  }

  /// The tokens of a piece of code, as `forEachToken(in:_:)` visits them.
  ///
  /// - Complexity: O(length of the code).
  public func tokens(of code: ArraySlice<UInt8>) -> [Token] {
    var tokens: [Token] = []
    forEachToken(in: code) { tokens.append($0) }
    return tokens
  }

  /// Visits the tokens and returns how much work that was: bytes visited by loops, and pieces made.
  @discardableResult
  func visitTokens<Failure: Error>(
    in code: ArraySlice<UInt8>, _ body: (Token) throws(Failure) -> Void
  ) throws(Failure) -> Int {
    switch kind {
    case .c: try GrammarLexer(.c).run(over: code, body)
    case .cpp: try GrammarLexer(.cpp).run(over: code, body)
    case .csharp: try GrammarLexer(.csharp).run(over: code, body)
    case .console: try ShellLexer(isSession: true).run(over: code, body)
    case .css: try CSSLexer().run(over: code, body)
    case .diff: try DiffLexer().run(over: code, body)
    case .go: try GrammarLexer(.go).run(over: code, body)
    case .html: try MarkupLexer().run(over: code, body)
    case .ini: try INILexer().run(over: code, body)
    case .java: try GrammarLexer(.java).run(over: code, body)
    case .javascript: try GrammarLexer(.javascript).run(over: code, body)
    case .json: try GrammarLexer(.json).run(over: code, body)
    case .kotlin: try GrammarLexer(.kotlin).run(over: code, body)
    case .latex: try LaTeXLexer().run(over: code, body)
    case .markdown: try MarkdownLexer().run(over: code, body)
    case .python: try GrammarLexer(.python).run(over: code, body)
    case .rust: try GrammarLexer(.rust).run(over: code, body)
    case .shell: try ShellLexer(isSession: false).run(over: code, body)
    case .sql: try GrammarLexer(.sql).run(over: code, body)
    case .swift: try GrammarLexer(.swift).run(over: code, body)
    case .toml: try GrammarLexer(.toml).run(over: code, body)
    case .typescript: try GrammarLexer(.typescript).run(over: code, body)
    case .yaml: try YAMLLexer().run(over: code, body)
    }
  }
}
