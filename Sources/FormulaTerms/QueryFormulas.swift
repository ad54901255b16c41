import TeXMath

/// Where the formulas of a query stand, without the signs around them.
///
/// Formulas stand between `$…$` (by pandoc's rule: no white space inside the signs, no digit behind the closing one),
/// `$$…$$`, `\(…\)` or `\[…\]`; one that is not closed yet ends with the query. Where there are none, but TeX (a
/// backslash, `^{` or `_{`), the whole query is a formula, but for words before and behind it.
///
/// - Parameter query: What a reader typed, in UTF-8; any bytes are allowed. Read are the first 2,048 bytes.
/// - Returns: Ascending ranges, none of them empty.
/// - Complexity: O(length of the query).
public func formulaRanges(query: [UInt8]) -> [Range<Int>] {
  let scanner = QueryScanner(bytes: query, end: min(query.count, 2048))
  let delimited = scanner.delimitedFormulas()
  if !delimited.isEmpty { return delimited }
  guard scanner.holdsTeX(0..<scanner.end), let formula = scanner.withoutWords() else { return [] }
  return [formula]
}

private struct QueryScanner {
  let bytes: [UInt8]
  let end: Int

  private func byte(_ index: Int) -> UInt8 { index >= 0 && index < end ? bytes[index] : 0 }

  /// Whether a stretch holds a backslash, `^{` or `_{`.
  func holdsTeX(_ range: Range<Int>) -> Bool {
    for index in range {
      switch byte(index) {
      case 0x5C: return true
      case 0x5E, 0x5F: if byte(index + 1) == 0x7B { return true }
      default: break
      }
    }
    return false
  }

  // MARK: Signs around formulas

  /// What stands between the signs of formulas.
  func delimitedFormulas() -> [Range<Int>] {
    var result: [Range<Int>] = []
    var index = 0
    while index < end {
      let (start, closer) = opening(at: index)
      guard let closer else {
        index = start
        continue
      }
      let close = closing(closer, from: start)
      if let close {
        if close > start { result.append(start..<close) }
        index = close + closer.length
      } else if closer != .dollar || holdsTeX(start..<end) {
        if start < end { result.append(start..<end) }
        index = end
      } else {
        index = start
      }
    }
    return result
  }

  private enum Closer {
    case dollar, dollars, parenthesis, bracket

    var length: Int { self == .dollar ? 1 : 2 }
  }

  /// What closes the formula that begins at an index, and where its content begins; without one, where to go on.
  private func opening(at index: Int) -> (next: Int, closer: Closer?) {
    switch byte(index) {
    case 0x5C:
      switch byte(index + 1) {
      case 0x28: return (index + 2, .parenthesis)
      case 0x5B: return (index + 2, .bracket)
      default: return (min(index + 2, end), nil)
      }
    case 0x24:
      if byte(index + 1) == 0x24 { return (index + 2, .dollars) }
      return byte(index + 1).isWhiteSpace ? (index + 1, nil) : (index + 1, .dollar)
    default:
      return (index + 1, nil)
    }
  }

  private func closing(_ closer: Closer, from start: Int) -> Int? {
    var index = start
    while index < end {
      switch (byte(index), closer) {
      case (0x5C, .parenthesis) where byte(index + 1) == 0x29: return index
      case (0x5C, .bracket) where byte(index + 1) == 0x5D: return index
      case (0x5C, _): index += 1
      case (0x24, .dollars): if byte(index + 1) == 0x24 { return index }
      case (0x24, .dollar):
        return byte(index - 1).isWhiteSpace || byte(index + 1).isDigit ? nil : index
      default: break
      }
      index += 1
    }
    return nil
  }

  // MARK: Words around a formula

  /// The query without the words it begins and ends with; a Latin word beside a sign such as `=` belongs to the
  /// formula.
  func withoutWords() -> Range<Int>? {
    var start = skipSpaces(0)
    while start < end {
      let wordEnd = self.wordEnd(start)
      let next = skipSpaces(wordEnd)
      guard isWord(start..<wordEnd), next < end, !isSign(byte(next)) || byte(start) >= 0x80 else { break }
      start = next
    }
    var stop = end
    while stop > start {
      if byte(stop - 1).isWhiteSpace {
        stop -= 1
        continue
      }
      var word = stop
      while word > start, !byte(word - 1).isWhiteSpace { word -= 1 }
      guard word > start, isWord(word..<stop), !isSign(byte(lastInk(before: word))) || byte(word) >= 0x80
      else { break }
      stop = word
    }
    return start < stop ? start..<stop : nil
  }

  private func skipSpaces(_ start: Int) -> Int {
    var index = start
    while index < end, byte(index).isWhiteSpace { index += 1 }
    return index
  }

  private func wordEnd(_ start: Int) -> Int {
    var index = start
    while index < end, !byte(index).isWhiteSpace { index += 1 }
    return index
  }

  private func lastInk(before end: Int) -> Int {
    var index = end - 1
    while index > 0, byte(index).isWhiteSpace { index -= 1 }
    return index
  }

  /// Whether a stretch is a word: letters of any script and marks of a sentence.
  private func isWord(_ range: Range<Int>) -> Bool {
    guard range.count > 1 else { return false }
    return bytes[range].allSatisfy { $0.isLetter || $0 >= 0x80 || $0 == 0x3F || $0 == 0x2C }
  }

  private func isSign(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x28, 0x2A, 0x2B, 0x2D, 0x2F, 0x3C, 0x3D, 0x3E, 0x5E, 0x5F, 0x7C: true
    default: false
    }
  }
}
