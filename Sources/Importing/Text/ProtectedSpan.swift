/// A piece of a line that is not prose: a formula, code, an address. Nothing in it is a mark, a marker or Markdown.
struct ProtectedSpan {
  enum Kind {
    /// Kept as it is.
    case formula, code
    /// A formula with white space inside its dollar signs; the bytes of the formula.
    case spacedFormula(Range<Int>)
    /// A formula that a browser copied with its TeX; the bytes of the TeX.
    case copiedFormula(Range<Int>)
    case address
    /// A link as Markdown writes it: what is shown and the address.
    case link(text: Range<Int>, address: Range<Int>)
  }

  let kind: Kind
  let range: Range<Int>

  /// The pieces of a line, in order.
  ///
  /// - Complexity: O(length): a delimiter that is not closed is looked for once.
  static func find(in line: Range<Int>, of bytes: [UInt8]) -> [ProtectedSpan] {
    var spans: [ProtectedSpan] = []
    var missing: Set<[UInt8]> = []
    var copied = CopiedFormula.find(in: line, of: bytes)[...]
    var index = line.lowerBound
    while index < line.upperBound {
      while let formula = copied.first, formula.range.lowerBound < index { copied.removeFirst() }
      if let formula = copied.first, formula.range.lowerBound == index {
        spans.append(ProtectedSpan(kind: .copiedFormula(formula.tex), range: formula.range))
        index = formula.range.upperBound
        continue
      }
      let rest = index..<line.upperBound
      let span =
        switch bytes[index] {
        case 0x60: code(rest, in: bytes, &missing)
        case 0x24: dollars(rest, in: bytes, &missing)
        case 0x5C: parenthesis(rest, in: bytes, &missing)
        case 0x5B: link(rest, of: line, in: bytes)
        case 0x68, 0x48: Address.span(at: index, of: line, in: bytes)
        default: ProtectedSpan?.none
        }
      if let span {
        spans.append(span)
        index = span.range.upperBound
      } else {
        index += bytes[index] == 0x60 || bytes[index] == 0x24 ? run(rest, in: bytes) : 1
        if bytes[index - 1] == 0x5C, index < line.upperBound, bytes[index] == 0x24 { index += 1 }
      }
    }
    return spans
  }

  private static func run(_ rest: Range<Int>, in bytes: [UInt8]) -> Int {
    bytes[rest].prefix { $0 == bytes[rest.lowerBound] }.count
  }

  /// Backquotes, text, as many backquotes.
  private static func code(
    _ rest: Range<Int>, in bytes: [UInt8], _ missing: inout Set<[UInt8]>
  ) -> ProtectedSpan? {
    let length = run(rest, in: bytes)
    let mark = [UInt8](repeating: 0x60, count: length)
    guard !missing.contains(mark) else { return nil }
    var index = rest.lowerBound + length
    while index < rest.upperBound {
      guard bytes[index] == 0x60 else {
        index += 1
        continue
      }
      let closing = run(index..<rest.upperBound, in: bytes)
      if closing == length {
        return ProtectedSpan(kind: .code, range: rest.lowerBound..<index + length)
      }
      index += closing
    }
    missing.insert(mark)
    return nil
  }

  /// `$…$` by pandoc's rule, and `$$…$$`.
  private static func dollars(
    _ rest: Range<Int>, in bytes: [UInt8], _ missing: inout Set<[UInt8]>
  ) -> ProtectedSpan? {
    let length = run(rest, in: bytes)
    let mark = [UInt8](repeating: 0x24, count: length)
    guard length <= 2, !missing.contains(mark) else { return nil }
    let start = rest.lowerBound + length
    let end = min(rest.upperBound, start + longestFormula)
    guard let close = closing(length, from: start, to: end, in: bytes, missing: &missing) else { return nil }
    let whole = rest.lowerBound..<close + length
    let content = TextBytes.trim(start..<close, in: bytes)
    guard !content.isEmpty else { return nil }
    if length == 2 { return ProtectedSpan(kind: .formula, range: whole) }
    if whole.upperBound < rest.upperBound, TextBytes.isDigit(bytes[whole.upperBound]) { return nil }
    let hasTeX = bytes[content].contains { $0 == 0x5C || $0 == 0x5E || $0 == 0x5F || $0 == 0x3D }
    if content == start..<close {
      return !isProse(content, in: bytes) ? ProtectedSpan(kind: .formula, range: whole) : nil
    }
    let isFormula =
      hasTeX || content.lowerBound > start && content.upperBound < close && isExpression(content, in: bytes)
    return isFormula ? ProtectedSpan(kind: .spacedFormula(content), range: whole) : nil
  }

  /// Whether a text without TeX is an expression all the same, such as `H(p)` or `a + b`: variables of one letter or
  /// functions, at least one bracket or operator, brackets in pairs. An amount and its unit are none.
  private static func isExpression(_ content: Range<Int>, in bytes: [UInt8]) -> Bool {
    var open: [UInt8] = []
    var word: [UInt8] = []
    var holdsLetter = false
    var holdsSign = false
    for byte in bytes[content] + [0x20] {
      if TextBytes.isLetter(byte) {
        word.append(byte)
        holdsLetter = true
        continue
      }
      if word.count > 1, !functions.contains(String(decoding: word, as: UTF8.self)) { return false }
      word = []
      switch byte {
      case 0x28, 0x5B: open.append(byte)
      case 0x29: if open.popLast() != 0x28 { return false }
      case 0x5D: if open.popLast() != 0x5B { return false }
      case 0x2B, 0x2D, 0x2A, 0x2F, 0x3C, 0x3E, 0x7C: break
      case 0x20, 0x2C, 0x2E, 0x21, 0x27, 0x30...0x39: continue
      default: return false
      }
      holdsSign = true
    }
    let isAmount =
      TextBytes.isDigit(bytes[content.lowerBound])
      && (bytes[content].contains(0x2F) || bytes[content.upperBound - 1] == 0x2C)
    return open.isEmpty && holdsLetter && holdsSign && !isAmount
  }

  private static let functions: Set<String> = [
    "log", "ln", "lg", "exp", "sin", "cos", "tan", "max", "min", "arg", "det", "dim", "Pr", "KL", "PPL",
  ]

  /// Bytes of the longest formula that is looked for in a line.
  private static let longestFormula = 4096

  /// Where the formula's closing dollar signs stand: the first outside braces.
  private static func closing(
    _ length: Int, from start: Int, to end: Int, in bytes: [UInt8], missing: inout Set<[UInt8]>
  ) -> Int? {
    var depth = 0
    var index = start
    while index < end {
      switch bytes[index] {
      case 0x5C: index += 1
      case 0x7B: depth += 1
      case 0x7D:
        depth -= 1
        if depth < 0 { return nil }
      case 0x24 where depth == 0:
        let found = run(index..<end, in: bytes)
        return found == length ? index : nil
      default: break
      }
      index += 1
    }
    if depth == 0 { missing.insert([UInt8](repeating: 0x24, count: length)) }
    return nil
  }

  /// Two words or more and nothing that TeX would be written for: money rather than a formula.
  private static func isProse(_ content: Range<Int>, in bytes: [UInt8]) -> Bool {
    var words = 0
    var letters = 0
    for byte in bytes[content] {
      if "\\{=+^_<>&".utf8.contains(byte) { return false }
      letters = TextBytes.isLetter(byte) ? letters + 1 : 0
      if letters == 2 { words += 1 }
    }
    return words >= 2
  }

  /// `[text](https://…)`, perhaps with a title behind the address, which is left out of the span's parts.
  private static func link(_ rest: Range<Int>, of line: Range<Int>, in bytes: [UInt8]) -> ProtectedSpan? {
    let window = rest.lowerBound + 1..<min(rest.upperBound, rest.lowerBound + longestLinkText)
    guard let close = bytes[window].firstIndex(where: { $0 == 0x5D || $0 == 0x5B }), bytes[close] == 0x5D,
      close > window.lowerBound, close + 2 < rest.upperBound, bytes[close + 1] == 0x28
    else { return nil }
    let start = bytes[close + 2] == 0x3C ? close + 3 : close + 2
    guard start < line.upperBound, let address = Address.span(at: start, of: line, in: bytes)?.range else {
      return nil
    }
    var end = address.upperBound
    if end < line.upperBound, bytes[end] == 0x3E { end += 1 }
    guard end < line.upperBound, bytes[end] == 0x29 else { return nil }
    return ProtectedSpan(
      kind: .link(text: window.lowerBound..<close, address: address), range: rest.lowerBound..<end + 1)
  }

  /// Bytes of the longest text of a link.
  private static let longestLinkText = 300

  /// `\(…\)`.
  private static func parenthesis(
    _ rest: Range<Int>, in bytes: [UInt8], _ missing: inout Set<[UInt8]>
  ) -> ProtectedSpan? {
    let mark: [UInt8] = [0x5C, 0x28]
    guard rest.count > 4, bytes[rest.lowerBound + 1] == 0x28, !missing.contains(mark) else { return nil }
    let content = rest.lowerBound + 2..<rest.upperBound
    guard let close = TextBytes.find([0x5C, 0x29], in: content, of: bytes),
      close.lowerBound > content.lowerBound
    else {
      missing.insert(mark)
      return nil
    }
    return ProtectedSpan(kind: .formula, range: rest.lowerBound..<close.upperBound)
  }
}
