/// Cuts code into pieces, one a call.
///
/// The driver sees to what every lexer owes its callers: each piece holds at least one byte and no part of a
/// character, neighbours of one class become one token, and no token holds a line feed.
protocol HighlightLexer {
  /// Consumes the next piece (at least one byte, unless the code has ended) and names its class; `nil` is plain.
  mutating func nextPiece(_ cursor: inout Cursor) -> TokenClass?
}

extension HighlightLexer {
  /// Runs over the code; returns the bytes visited by loops plus the number of pieces.
  @discardableResult
  consuming func run<Failure: Error>(
    over code: ArraySlice<UInt8>, _ body: (Token) throws(Failure) -> Void
  ) throws(Failure) -> Int {
    var lexer = self
    var cursor = Cursor(code)
    var pieces = 0
    var pending: Token?
    while !cursor.isAtEnd {
      let start = cursor.position
      let tokenClass = lexer.nextPiece(&cursor)
      cursor.finishPiece(from: start)
      pieces += 1
      guard let tokenClass else { continue }
      if let token = pending {
        if token.tokenClass == tokenClass, token.range.upperBound == start {
          pending = Token(tokenClass, token.range.lowerBound..<cursor.position)
          continue
        }
        try Self.visitLines(of: token, in: code, body)
      }
      pending = Token(tokenClass, start..<cursor.position)
    }
    if let pending { try Self.visitLines(of: pending, in: code, body) }
    return cursor.work + pieces
  }

  /// Hands the token on, cut at line feeds, so that a renderer can wrap lines in elements of their own.
  private static func visitLines<Failure: Error>(
    of token: Token, in code: ArraySlice<UInt8>, _ body: (Token) throws(Failure) -> Void
  ) throws(Failure) {
    var start = token.range.lowerBound
    for index in token.range where code[index] == ASCII.newline {
      if index > start { try body(Token(token.tokenClass, start..<index)) }
      start = index + 1
    }
    if start < token.range.upperBound { try body(Token(token.tokenClass, start..<token.range.upperBound)) }
  }
}
