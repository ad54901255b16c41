/// Lexes by the tables of a grammar.
///
/// Code inside strings inside code is kept on an explicit stack; deeper than `maximumDepth`, an interpolation is text
/// of its string.
struct GrammarLexer: HighlightLexer {
  static let maximumDepth = 64

  /// What the code so far says about the next piece; a comment or white space changes nothing.
  struct Context {
    /// Whether a value is due rather than an operator.
    var expectsOperand = true
    /// Whether the next name belongs to what stands before the point.
    var isMember = false
    /// Whether `<name>` is a file to include.
    var expectsHeader = false
    /// The class of the next name, by the keyword before it.
    var introduced: TokenClass?
    /// Whether only white space stands before on the line.
    var isLineStart = false

    static let operand = Context()
    static let operatorSign = Context(expectsOperand: false)
  }

  /// A string whose end is still to come.
  struct OpenString {
    let rule: StringRule
    let tokenClass: TokenClass?
    var numberSigns = 0
    /// The word that C++ repeats before the closing quote.
    var delimiter: Range<Int>?
  }

  /// Code inside a string.
  struct OpenInterpolation {
    let string: OpenString
    let open: UInt8
    let close: UInt8
    var depth = 0
  }

  let grammar: Grammar
  var context = Context(isLineStart: true)
  var openString: OpenString?
  var interpolations: [OpenInterpolation] = []
  /// Brackets open at the top level.
  var bracketDepth = 0

  init(_ grammar: Grammar) {
    self.grammar = grammar
  }

  mutating func nextPiece(_ cursor: inout Cursor) -> TokenClass? {
    if let openString { return stringPiece(openString, &cursor) }
    return codePiece(&cursor)
  }

  mutating func codePiece(_ cursor: inout Cursor) -> TokenClass? {
    switch grammar.kind(of: cursor.byte) {
    case .whiteSpace:
      if cursor.skipWhiteSpace() { endLine() }
      return nil
    case .wordStart: return wordPiece(&cursor)
    case .digit: return numberPiece(&cursor)
    case .point: return pointPiece(&cursor)
    case .openBracket, .closeBracket: return bracketPiece(&cursor)
    case .special: return specialPiece(&cursor)
    case .operatorSign:
      if context.expectsHeader, cursor.byte == ASCII.lessThan { return headerPiece(&cursor) }
      return operatorPiece(&cursor)
    case .plain:
      cursor.advance()
      context = .operand
      return nil
    }
  }

  /// A line feed ends strings of one line, with the code in them: an unclosed one spoils only its line.
  private mutating func endLine() {
    context.isLineStart = true
    context.expectsHeader = false
    while let interpolation = interpolations.last, !interpolation.string.rule.isMultiline {
      interpolations.removeLast()
    }
  }

  private mutating func specialPiece(_ cursor: inout Cursor) -> TokenClass? {
    for comment in grammar.lineComments where cursor.hasPrefix(comment) {
      cursor.skipLine()
      return .comment
    }
    if let comment = grammar.blockComment, cursor.hasPrefix(comment.open) {
      cursor.skipBlockComment(comment)
      return .comment
    }
    for sigil in grammar.sigils where sigil.byte == cursor.byte {
      if let tokenClass = sigilPiece(sigil.rule, &cursor) { return tokenClass }
    }
    if beginString(&cursor) { return openString?.tokenClass }
    if cursor.byte == ASCII.numberSign {
      // All at once: each would otherwise be counted again as the possible start of a raw string.
      cursor.advance(cursor.count(of: ASCII.numberSign))
      // A keyword after one is a plain name: `r#type` of Rust.
      context = Context(isMember: true)
      return nil
    }
    if beginsRegularExpression(cursor) { return regularExpressionPiece(&cursor) }
    if Self.openBrackets.contains(cursor.byte) { return bracketPiece(&cursor) }
    if grammar.numbers.takesSign, ByteSet.digits.contains(cursor.peek(1)) { return numberPiece(&cursor) }
    return operatorPiece(&cursor)
  }

  private mutating func operatorPiece(_ cursor: inout Cursor) -> TokenClass? {
    let isOperator = grammar.operators.contains(cursor.byte)
    cursor.advance()
    cursor.skip(while: isOperator ? grammar.plainOperators : ByteSet())
    context = .operand
    return isOperator ? .operator : nil
  }

  private mutating func pointPiece(_ cursor: inout Cursor) -> TokenClass? {
    let followsOperand = grammar.wordPart.contains(cursor.peek(-1)) || ByteSet(")]").contains(cursor.peek(-1))
    if ByteSet.digits.contains(cursor.peek(1)), !followsOperand { return numberPiece(&cursor) }
    let count = cursor.count(of: ASCII.period)
    cursor.advance(count)
    context = Context(isMember: count == 1)
    return nil
  }

  private static let openBrackets = ByteSet("([{")

  private mutating func bracketPiece(_ cursor: inout Cursor) -> TokenClass? {
    let byte = cursor.byte
    let opens = Self.openBrackets.contains(byte)
    cursor.advance()
    if let last = interpolations.indices.last {
      if byte == interpolations[last].open {
        interpolations[last].depth += 1
      } else if byte == interpolations[last].close {
        interpolations[last].depth -= 1
        if interpolations[last].depth < 0 {
          openString = interpolations.removeLast().string
          return .escape
        }
      }
    } else {
      bracketDepth = max(0, bracketDepth + (opens ? 1 : -1))
    }
    // A brace may close a block, after which a statement begins.
    context = Context(expectsOperand: opens || byte == ASCII.rightBrace)
    return nil
  }

  /// `<stdio.h>` after `#include`.
  private mutating func headerPiece(_ cursor: inout Cursor) -> TokenClass? {
    cursor.skip(until: ByteSet(">\n"))
    if cursor.byte == ASCII.greaterThan { cursor.advance() }
    context = .operatorSign
    return .string
  }

  /// Whether a slash where an operand is due is one; tags of JSX end in `/>` and begin with `</`.
  private func beginsRegularExpression(_ cursor: Cursor) -> Bool {
    grammar.hasRegularExpressions && context.expectsOperand && cursor.byte == ASCII.slash
      && cursor.peek(1) != ASCII.greaterThan && cursor.peek(-1) != ASCII.lessThan
  }

  /// `/[a/]+/g`, ended by its line at the latest.
  private mutating func regularExpressionPiece(_ cursor: inout Cursor) -> TokenClass? {
    let stops = ByteSet("/\\[]\n")
    var isInClass = false
    cursor.advance()
    scan: while !cursor.isAtEnd {
      cursor.skip(until: stops)
      switch cursor.byte {
      case ASCII.newline: break scan
      case ASCII.backslash: if cursor.peek(1) != ASCII.newline { cursor.advance() }
      case ASCII.leftBracket: isInClass = true
      case ASCII.rightBracket: isInClass = false
      default:
        if !isInClass {
          cursor.advance()
          cursor.skip(while: .letters)
          break scan
        }
      }
      cursor.advance()
    }
    context = .operatorSign
    return .regularExpression
  }
}
