/// The rules for where a formula ends.
enum MathScanner {
  enum DollarEnd {
    /// The offset of the closing `$`.
    case closed(Int)
    /// What looks like a formula but has white space inside its delimiters; the offset of the second `$`.
    case spaced(Int)
    case open
  }

  enum DoubleDollarEnd {
    case closed(Int)
    /// The offset of the blank line.
    case blankLine(Int)
    case unclosed
  }

  /// Longest formula looked for, so that a stray delimiter costs no more than this.
  private static let reach = 16 * 1024

  /// Pandoc's rule: no white space inside the delimiters, no ASCII digit behind the closing one, braces balanced;
  /// the first unescaped `$` outside braces is the only candidate.
  static func closingDollar(openedAt open: Int, end: Int, in bytes: [UInt8]) -> DollarEnd {
    let limit = min(end, open + 1 + reach)
    var depth = 0
    var index = open + 1
    while index < limit {
      switch bytes[index] {
      case 0x5C:
        index += 1
      case 0x7B:
        depth += 1
      case 0x7D:
        depth -= 1
        if depth < 0 { return .open }
      case 0x24 where depth == 0:
        guard index > open + 1 else { return .open }
        let isFollowedByDigit = index + 1 < bytes.count && bytes[index + 1] &- 0x30 < 10
        let opensSpaced = isWhiteSpace(bytes[open + 1])
        let closesSpaced = isWhiteSpace(bytes[index - 1])
        if opensSpaced && closesSpaced && !isFollowedByDigit && looksLikeTeX(bytes[(open + 1)..<index]) {
          return .spaced(index)
        }
        return opensSpaced || closesSpaced || isFollowedByDigit ? .open : .closed(index)
      default:
        break
      }
      index += 1
    }
    return .open
  }

  /// Whether text between spaced dollar signs was meant as a formula.
  private static func looksLikeTeX(_ text: ArraySlice<UInt8>) -> Bool {
    text.contains { $0 == 0x5C || $0 == 0x5E || $0 == 0x5F } && !text.contains(0x0A)
  }

  /// The `$$` that closes a display formula, which goes on over lines up to a blank one.
  static func closingDoubleDollar(openedAt open: Int, end: Int, quoteDepth: Int, in bytes: [UInt8]) -> DoubleDollarEnd {
    var index = open + 2
    let limit = min(end, index + reach)
    while index < limit {
      switch bytes[index] {
      case 0x5C:
        index += 1
      case 0x24 where index + 1 < limit && bytes[index + 1] == 0x24:
        return .closed(index)
      case 0x0A:
        let start = ContainerPrefix.skipQuoteMarks(in: bytes, from: index + 1, to: end, depth: quoteDepth)
        if restOfLineIsBlank(from: start, in: bytes) {
          return start < bytes.count ? .blankLine(start) : .unclosed
        }
        if quoteDepth > 0, start == index + 1 { return .unclosed }
      default:
        break
      }
      index += 1
    }
    return .unclosed
  }

  /// Where a two-byte delimiter stands next.
  static func find(
    _ delimiter: (UInt8, UInt8), from start: Int, to end: Int, in bytes: [UInt8], stopAtBlankLine: Bool = false
  ) -> Int? {
    var index = start
    let limit = min(end, start + reach)
    while index + 1 < limit {
      if bytes[index] == delimiter.0, bytes[index + 1] == delimiter.1 { return index }
      if stopAtBlankLine, bytes[index] == 0x0A, restOfLineIsBlank(from: index + 1, in: bytes) { return nil }
      index += bytes[index] == 0x5C ? 2 : 1
    }
    return nil
  }

  /// Whether nothing but white space stands from an offset to the end of its line.
  static func restOfLineIsBlank(from start: Int, in bytes: [UInt8]) -> Bool {
    var index = start
    while index < bytes.count, bytes[index] != 0x0A {
      guard LineShape.isSpace(bytes[index]) else { return false }
      index += 1
    }
    return true
  }

  /// `{#eq:x}` behind the closing delimiter, on the same line.
  static func label(behind start: Int, in bytes: [UInt8]) -> (name: Range<Int>, end: Int)? {
    var index = start
    while index < bytes.count, bytes[index] == 0x20 { index += 1 }
    guard index + 2 < bytes.count, bytes[index] == 0x7B, bytes[index + 1] == 0x23 else { return nil }
    let nameStart = index + 2
    var nameEnd = nameStart
    while nameEnd < bytes.count, bytes[nameEnd] != 0x7D {
      guard bytes[nameEnd] > 0x20 else { return nil }
      nameEnd += 1
    }
    return nameEnd < bytes.count && nameEnd > nameStart ? (nameStart..<nameEnd, nameEnd + 1) : nil
  }

  private static func isWhiteSpace(_ byte: UInt8) -> Bool { byte == 0x0A || LineShape.isSpace(byte) }
}
