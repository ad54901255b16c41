/// What a macro reads and what it becomes; shared by all who call it.
final class Macro: Sendable {
  /// What follows the name: parameters, with the tokens that must stand before, between and behind them.
  ///
  /// A `{` behind all is the trailing `#{` of chapter 20 of The TeXbook; the body then ends with it, too.
  let pattern: [Token]
  /// What `#1` is if no `[…]` follows the name; `nil` if the first argument is not optional.
  let defaultArgument: [Token]?
  /// The body; a parameter is the place of an argument.
  let body: [Token]
  /// The body if a `*` follows the name; `nil` if a star has no meaning.
  let starredBody: [Token]?

  init(pattern: [Token], defaultArgument: [Token]? = nil, body: [Token], starredBody: [Token]? = nil) {
    self.pattern = pattern
    self.defaultArgument = defaultArgument
    self.body = body
    self.starredBody = starredBody
  }

  /// Whether nothing behind the name belongs to the call.
  var isAlone: Bool { pattern.isEmpty && starredBody == nil }

  /// How many arguments there are.
  var parameterCount: Int { pattern.count { $0.kind == .parameter } }

  /// A pattern of parameters with nothing between them.
  static func pattern(parameterCount: Int) -> [Token] {
    (0..<parameterCount).map {
      Token(
        kind: .parameter, scalar: UInt32($0 + 1), text: TextSpan(start: 0, end: 0),
        source: SourceSpan(start: 0, end: 0))
    }
  }

  /// A body as it was written, with `##` made `#`, which is for a definition inside the macro.
  ///
  /// - Throws: `MacroDefinitionError.unknownParameter` if it names one beyond the last.
  /// - Complexity: O(tokens).
  static func body(_ tokens: [Token], parameterCount: Int) throws(MacroDefinitionError) -> [Token] {
    var body: [Token] = []
    body.reserveCapacity(tokens.count)
    var index = 0
    while index < tokens.count {
      let token = tokens[index]
      index += 1
      if let number = number(of: token, tokens[index...].first) {
        guard number <= parameterCount else { throw .unknownParameter }
        var place = token
        if token.kind != .parameter { index += 1 }
        place.kind = .parameter
        place.scalar = number
        body.append(place)
        continue
      }
      body.append(token)
      guard token.isCharacter("#"), index < tokens.count else { continue }
      if tokens[index].isCharacter("#") {
        index += 1
      } else if tokens[index].kind == .parameter {
        // Of `##1` a `#1` remains, but as two tokens, which the next reading of it joins.
        var digit = tokens[index]
        digit.kind = .character
        digit.scalar += 0x30
        digit.text.start += 1
        body.append(digit)
        index += 1
      }
    }
    return body
  }

  /// The number of a parameter: one token, or the `#` and the digit that a doubled one leaves.
  static func number(of token: Token, _ next: Token?) -> UInt32? {
    if token.kind == .parameter { return token.scalar }
    guard token.isCharacter("#"), let next, next.kind == .character, 0x31...0x39 ~= next.scalar else {
      return nil
    }
    return next.scalar - 0x30
  }
}
