/// Lexes YAML: by lines where block scalars and keys are concerned, by indicators otherwise.
struct YAMLLexer: HighlightLexer {
  /// The quote of a scalar that is still open, and its class.
  private var quote: (byte: UInt8, tokenClass: TokenClass)?
  /// The column that a block scalar's lines must lie right of.
  private var blockScalar: Int?
  /// The column of the innermost key or `-` of the line.
  private var nodeColumn = -1
  private var lineStart = 0
  /// Whether a value, a key or an indicator may begin here, not the rest of a plain scalar.
  private var isNodeDue = true
  private var flowDepth = 0

  mutating func nextPiece(_ cursor: inout Cursor) -> TokenClass? {
    if quote == nil, cursor.isAtLineStart { return lineStartPiece(&cursor) }
    if let quote { return quotedPiece(quote.byte, quote.tokenClass, &cursor) }
    switch cursor.byte {
    case ASCII.newline:
      cursor.advance()
      return nil
    case ASCII.space, ASCII.tab, 0x0D:
      cursor.skip(while: ByteSet(" \t\r"))
      return nil
    case ASCII.numberSign where ByteSet(" \t\n\0").contains(cursor.peek(-1)):
      cursor.skipLine()
      return .comment
    default: return isNodeDue ? nodePiece(&cursor) : plainPiece(&cursor)
    }
  }

  private mutating func lineStartPiece(_ cursor: inout Cursor) -> TokenClass? {
    lineStart = cursor.position
    isNodeDue = true
    let indent = cursor.count(of: ASCII.space)
    let first = cursor.peek(indent)
    if let column = blockScalar {
      let isBlank = ByteSet("\n\r\0").contains(first)
      if indent > column || isBlank {
        cursor.skipLine()
        cursor.advance()
        return .string
      }
      blockScalar = nil
    }
    nodeColumn = -1
    if indent == 0 {
      if cursor.hasPrefix("---") || cursor.hasPrefix("..."), ByteSet(" \n\r\t\0").contains(cursor.peek(3)) {
        cursor.advance(3)
        flowDepth = 0
        return .meta
      }
      if first == ASCII.percent {
        cursor.skipLine()
        return .meta
      }
    }
    cursor.advance(indent)
    if indent > 0 { return nil }
    if first == ASCII.newline {
      cursor.advance()
      return nil
    }
    return first == ASCII.numberSign ? comment(&cursor) : nodePiece(&cursor)
  }

  private func comment(_ cursor: inout Cursor) -> TokenClass? {
    cursor.skipLine()
    return .comment
  }

  private mutating func nodePiece(_ cursor: inout Cursor) -> TokenClass? {
    let column = cursor.position - lineStart
    let isBeforeBlank = ByteSet(" \t\n\r\0").contains(cursor.peek(1))
    switch cursor.byte {
    case ASCII.hyphen where isBeforeBlank && flowDepth == 0, ASCII.questionMark where isBeforeBlank:
      nodeColumn = column
      cursor.advance()
      return .operator
    case ASCII.colon where isBeforeBlank || flowDepth > 0, ASCII.comma where flowDepth > 0:
      cursor.advance()
      return nil
    case ASCII.leftBracket, ASCII.leftBrace:
      flowDepth += 1
      cursor.advance()
      return nil
    case ASCII.rightBracket, ASCII.rightBrace:
      flowDepth = max(0, flowDepth - 1)
      cursor.advance()
      return nil
    case ASCII.ampersand, ASCII.asterisk:
      cursor.skip(until: ByteSet(" \t\n\r,[]{}"))
      return .variable
    case ASCII.exclamationMark:
      cursor.skip(until: ByteSet(" \t\n\r,[]{}"))
      return .type
    case ASCII.bar where flowDepth == 0, ASCII.greaterThan where flowDepth == 0:
      cursor.skip(while: ByteSet("|>+-0123456789"))
      blockScalar = nodeColumn
      return .operator
    case ASCII.quotationMark, ASCII.apostrophe: return openingPiece(column, &cursor)
    default: return plainPiece(&cursor)
    }
  }

  // MARK: - Scalars

  private mutating func openingPiece(_ column: Int, _ cursor: inout Cursor) -> TokenClass? {
    let byte = cursor.byte
    var offset = 1
    while true {
      offset = cursor.offset(skipping: ByteSet("\"'\\\n").inverted, from: offset)
      let next = cursor.peek(offset)
      if next == byte || next == 0 || next == ASCII.newline { break }
      offset += next == ASCII.backslash && byte == ASCII.quotationMark ? 2 : 1
    }
    offset = cursor.offset(skipping: .blanks, from: offset + 1)
    let isKey = cursor.peek(offset) == ASCII.colon
    if isKey { nodeColumn = column }
    quote = (byte, isKey ? .property : .string)
    isNodeDue = false
    cursor.advance()
    return quote?.tokenClass
  }

  private mutating func quotedPiece(
    _ byte: UInt8, _ tokenClass: TokenClass, _ cursor: inout Cursor
  ) -> TokenClass? {
    let start = cursor.position
    cursor.skip(until: byte == ASCII.quotationMark ? ByteSet("\"\\") : ByteSet("'"))
    if cursor.position > start { return tokenClass }
    if cursor.byte == byte {
      cursor.advance()
      if byte == ASCII.apostrophe, cursor.byte == byte {
        cursor.advance()
        return .escape
      }
      quote = nil
      isNodeDue = true
      return tokenClass
    }
    cursor.advance()
    cursor.skipEscapedCharacter()
    return .escape
  }

  /// A plain scalar: a key if a colon and white space end it, else a value.
  private mutating func plainPiece(_ cursor: inout Cursor) -> TokenClass? {
    let start = cursor.position
    let stops = flowDepth > 0 ? Self.flowStops : Self.blockStops
    scan: while !cursor.isAtEnd {
      cursor.skip(until: stops)
      switch cursor.byte {
      case ASCII.colon where ByteSet(" \t\n\r\0").contains(cursor.peek(1)):
        nodeColumn = start - lineStart
        isNodeDue = true
        return .property
      case ASCII.numberSign where ByteSet.blanks.contains(cursor.peek(-1)): break scan
      case ASCII.colon, ASCII.numberSign: cursor.advance()
      default: break scan
      }
    }
    isNodeDue = flowDepth > 0
    return Self.value(cursor.bytes(from: start))
  }

  private static let blockStops = ByteSet("\n:#")
  private static let flowStops = ByteSet("\n:#,[]{}")

  private static func value(_ scalar: ArraySlice<UInt8>) -> TokenClass? {
    let word = scalar[
      ..<((scalar.lastIndex { !ByteSet.whiteSpace.contains($0) } ?? scalar.startIndex - 1) + 1)]
    if constants[word] != nil { return .constant }
    let digits = word.drop { $0 == ASCII.hyphen || $0 == ASCII.plus }
    guard let first = digits.first, ByteSet("0123456789.").contains(first) else { return nil }
    return word.allSatisfy(numberBytes.contains) && digits.contains(where: ByteSet.digits.contains)
      ? .number : nil
  }

  private static let constants = WordTable(
    [("true false null yes no on off ~ .nan .inf -.inf", true)], foldsCase: true)
  /// Decimal, hexadecimal and octal numerals, exponents, dates and times.
  private static let numberBytes = ByteSet("0123456789abcdefABCDEFxoTZ+-._:")
}
