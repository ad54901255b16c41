/// The rules for where a formula ends.
enum MathScanner {
  enum DollarEnd {
    /// The offset of the closing `$`.
    case closed(Int)
    /// What looks like a formula but has white space inside its delimiters; the offset of the second `$`.
    case spaced(Int)
    /// None; how far was looked.
    case open(Int)
  }

  enum DoubleDollarEnd {
    case closed(Int)
    /// The offset of the blank line.
    case blankLine(Int)
    case tooLong
    /// None; how far was looked.
    case unclosed(Int)
  }

  /// Pandoc's rule: no white space inside the delimiters, no ASCII digit behind the closing one, braces balanced;
  /// the first unescaped `$` outside braces is the only candidate.
  static func closingDollar(
    openedAt open: Int, end: Int, in bytes: [UInt8], work: inout ParseWork
  ) -> DollarEnd {
    var depth = 0
    var index = open + 1
    defer { work.read(open, to: index) }
    while index < end {
      switch bytes[index] {
      case 0x5C:
        index += 1
      case 0x7B:
        depth += 1
      case 0x7D:
        depth -= 1
        if depth < 0 { return .open(index) }
      case 0x24 where depth == 0:
        return judge(open, index, end: end, in: bytes)
      default:
        break
      }
      index += 1
    }
    return .open(index)
  }

  private static func judge(_ open: Int, _ close: Int, end: Int, in bytes: [UInt8]) -> DollarEnd {
    guard close > open + 1 else { return .open(close) }
    let isFollowedByDigit = close + 1 < end && ASCII.isDigit(bytes[close + 1])
    let opensSpaced = ASCII.isSpace(bytes[open + 1])
    let closesSpaced =
      ASCII.isSpace(bytes[close - 1])
      && !(bytes[close - 1] == 0x20 && bytes[close - 2] == 0x5C && close - 2 > open)
    guard opensSpaced || closesSpaced || isFollowedByDigit else { return .closed(close) }
    let isMeant =
      opensSpaced && closesSpaced && !isFollowedByDigit && looksLikeFormula((open + 1)..<close, in: bytes)
    return isMeant ? .spaced(close) : .open(close)
  }

  /// Whether text between spaced dollar signs was meant as a formula: it holds TeX, or is one word.
  private static func looksLikeFormula(_ text: Range<Int>, in bytes: [UInt8]) -> Bool {
    let word = ASCII.trim(text, in: bytes)
    guard !word.isEmpty, !bytes[word].contains(where: ASCII.isLineEnding) else { return false }
    return bytes[word].contains { $0 == 0x5C || $0 == 0x5E || $0 == 0x5F }
      || !bytes[word].contains { ASCII.isBlank($0) || $0 >= 0x80 }
  }

  /// Whether what stands between dollar signs reads like a sentence about money: two words or more, and nothing that
  /// TeX would be written for.
  static func looksLikeMoney(_ content: Range<Int>, in bytes: [UInt8]) -> Bool {
    var words = 0
    var letters = 0
    for byte in bytes[content] {
      switch byte {
      case 0x5C, 0x5E, 0x5F, 0x7B, 0x3D, 0x2B, 0x3C, 0x3E, 0x26: return false
      default: break
      }
      letters = ASCII.isLetter(byte) ? letters + 1 : 0
      if letters == 2 { words += 1 }
    }
    return words >= 2
  }

  /// The `$$` that closes a display formula. One that opens a block goes on over all lines up to a blank one, also
  /// over those that would end the paragraph.
  ///
  /// - Parameter textEnd: how far lines are known to be the paragraph's; the marks of quotes before them are blanked.
  static func closingDoubleDollar(
    openedAt open: Int, paragraphEnd: Int, textEnd: Int, opensBlock: Bool, quoteDepth: Int,
    maximumLength: Int,
    in bytes: [UInt8], work: inout ParseWork
  ) -> DoubleDollarEnd {
    var index = open + 2
    defer { work.read(open, to: index) }
    let end = opensBlock ? bytes.count : paragraphEnd
    let limit = min(end, index + maximumLength)
    while index < limit {
      switch bytes[index] {
      case 0x5C where index + 1 < limit && !ASCII.isLineEnding(bytes[index + 1]):
        index += 1
      case 0x24 where index + 1 < end && bytes[index + 1] == 0x24:
        return .closed(index)
      case 0x0A, 0x0D:
        switch nextLine(behind: index, paragraphEnd: textEnd, quoteDepth: quoteDepth, in: bytes) {
        case .blank(let offset): return .blankLine(offset)
        case .outside: return .unclosed(index)
        case .text: break
        }
      default:
        break
      }
      index += 1
    }
    return limit < end ? .tooLong : .unclosed(index)
  }

  private enum Line {
    case text, outside
    case blank(Int)
  }

  /// What the line behind a line ending is to a formula; a paragraph holds only lines of text.
  private static func nextLine(
    behind ending: Int, paragraphEnd: Int, quoteDepth: Int, in bytes: [UInt8]
  ) -> Line {
    var next = ending + 1
    if bytes[ending] == 0x0D, next < bytes.count, bytes[next] == 0x0A { next += 1 }
    if next < paragraphEnd { return .text }
    if next >= bytes.count { return .outside }
    let start = ContainerPrefix.skipQuoteMarks(in: bytes, from: next, to: bytes.count, depth: quoteDepth)
    if restOfLineIsBlank(from: start, in: bytes) { return .blank(start) }
    return quoteDepth > 0 && start == next ? .outside : .text
  }

  /// The `\]` that closes `\[`, which goes on over all lines up to a blank one.
  ///
  /// - Parameter start: where to begin, because none stands between `\[` and there.
  static func closingBracket(
    openedAt open: Int, from start: Int? = nil, paragraphEnd: Int, quoteDepth: Int, maximumLength: Int,
    in bytes: [UInt8], work: inout ParseWork
  ) -> (found: Int?, reached: Int) {
    var index = start ?? open + 2
    defer { work.read(start ?? open, to: index) }
    let limit = min(bytes.count, open + 2 + maximumLength)
    while index + 1 < limit {
      switch bytes[index] {
      case 0x5C where bytes[index + 1] == 0x5D:
        return (index, index)
      case 0x5C where !ASCII.isLineEnding(bytes[index + 1]):
        index += 1
      case 0x0A, 0x0D:
        guard
          case .text = nextLine(behind: index, paragraphEnd: paragraphEnd, quoteDepth: quoteDepth, in: bytes)
        else { return (nil, index) }
      default:
        break
      }
      index += 1
    }
    return (nil, index)
  }

  /// Where a two-byte delimiter stands next, and how far was looked.
  static func find(
    _ delimiter: (UInt8, UInt8), from start: Int, to end: Int, in bytes: [UInt8], work: inout ParseWork
  ) -> (found: Int?, reached: Int) {
    var index = start
    defer { work.read(start, to: index) }
    while index + 1 < end {
      if bytes[index] == delimiter.0, bytes[index + 1] == delimiter.1 { return (index, index) }
      index += bytes[index] == 0x5C ? 2 : 1
    }
    return (nil, min(index, end))
  }

  /// Whether nothing but white space stands from an offset to the end of its line.
  static func restOfLineIsBlank(from start: Int, in bytes: [UInt8]) -> Bool {
    let index = ASCII.skipBlanks(from: start, to: bytes.count, in: bytes)
    return index == bytes.count || ASCII.isLineEnding(bytes[index])
  }

  /// Bytes of the longest label that is looked for.
  private static let longestLabel = 256

  /// `{#eq:x}` behind the closing delimiter, on the same line.
  static func label(
    behind start: Int, in bytes: [UInt8], work: inout ParseWork
  ) -> (name: Range<Int>, end: Int)? {
    let index = ASCII.skipBlanks(from: start, to: bytes.count, in: bytes)
    work.read(start, to: index)
    guard index + 2 < bytes.count, bytes[index] == 0x7B, bytes[index + 1] == 0x23 else { return nil }
    let name = index + 2
    var end = name
    let limit = min(bytes.count, name + longestLabel)
    while end < limit, bytes[end] > 0x20, bytes[end] != 0x7D, bytes[end] != 0x7C { end += 1 }
    work.read(name, to: end)
    return end < limit && end > name && bytes[end] == 0x7D ? (name..<end, end + 1) : nil
  }
}
