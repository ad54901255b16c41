/// Emphasis next to Chinese, Japanese and Korean text, strikethrough and marks.
extension DialectScanner {
  /// Reads the characters beside a run of delimiters and where they stand.
  private func neighbours(of run: Range<Int>, end: Int) -> (
    before: (Unicode.Scalar, Range<Int>)?, after: (Unicode.Scalar, Range<Int>)?
  ) {
    var before: (Unicode.Scalar, Range<Int>)?
    if run.lowerBound > inlines.paragraphStart {
      let start = UTF8Scalar.start(before: run.lowerBound, start: inlines.paragraphStart, in: bytes)
      if let scalar = UTF8Scalar.at(start, end: run.lowerBound, in: bytes) {
        before = (scalar, start..<run.lowerBound)
      }
    }
    var after: (Unicode.Scalar, Range<Int>)?
    if let scalar = UTF8Scalar.at(run.upperBound, end: end, in: bytes) {
      after = (scalar, run.upperBound..<(run.upperBound + scalar.utf8.count))
    }
    return (before, after)
  }

  /// Records `~~` or `==`, which libcmark takes for text; longer and shorter runs are text.
  mutating func scanDelimiters(
    _ kind: (Flanking) -> SpecialSpan.Kind, at index: Int, end: Int
  ) -> Int {
    let close = ASCII.endOfRun(of: bytes[index], from: index, to: end, in: bytes)
    guard close - index == 2 else { return close }
    let (before, after) = neighbours(of: index..<close, end: end)
    let flanking = Flanking(
      before: before?.0, after: after?.0, isCJKAware: options.emphasisBesideCJK)
    return flanking.canOpen || flanking.canClose ? record(kind(flanking), index..<close) : close
  }

  /// Makes libcmark judge a run of `*` by the rule for Chinese, Japanese and Korean text.
  ///
  /// libcmark knows CommonMark's own rule only. So that it comes to the other rule's result, a character beside the
  /// run is overwritten by another of the same length: punctuation by an ideograph, or an ideograph by punctuation.
  mutating func scanEmphasisMarks(at index: Int, end: Int) -> Int {
    let close = ASCII.endOfRun(of: 0x2A, from: index, to: end, in: bytes)
    guard options.emphasisBesideCJK else { return close }
    let isBesideWide =
      (close < end && bytes[close] >= 0x80) || (index > inlines.paragraphStart && bytes[index - 1] >= 0x80)
    guard isBesideWide else { return close }
    let (before, after) = neighbours(of: index..<close, end: end)
    let left = Flanking.Neighbour(before?.0)
    let right = Flanking.Neighbour(after?.0)
    switch (left, right) {
    case (.letter, .widePunctuation), (.ideograph, .widePunctuation):
      overwrite(after?.1, with: .ideograph)
    case (.widePunctuation, .letter), (.widePunctuation, .ideograph):
      overwrite(before?.1, with: .ideograph)
    case (.ideograph, .punctuation) where !isDelimiter(before.map { $0.1.lowerBound - 1 }):
      overwrite(before?.1, with: .widePunctuation)
    case (.punctuation, .ideograph) where !isDelimiter(after?.1.upperBound):
      overwrite(after?.1, with: .widePunctuation)
    default:
      break
    }
    return close
  }

  /// Whether a `*` stands at an offset: then the character beside it is judged by two runs, and stays.
  private func isDelimiter(_ offset: Int?) -> Bool {
    guard let offset, offset >= inlines.paragraphStart, offset < bytes.count else { return false }
    return bytes[offset] == 0x2A
  }

  private mutating func overwrite(_ range: Range<Int>?, with neighbour: Flanking.Neighbour) {
    guard let range, range.lowerBound >= inlines.paragraphStart else { return }
    let standIn: [UInt8]
    switch (range.count, neighbour) {
    case (3, .ideograph): standIn = [0xE4, 0xB8, 0x80]  // 一
    case (4, .ideograph): standIn = [0xF0, 0xA0, 0x80, 0x80]  // 𠀀
    case (3, .widePunctuation): standIn = [0xE3, 0x80, 0x82]  // 。
    case (4, .widePunctuation): standIn = [0xF0, 0x90, 0x84, 0x80]  // 𐄀
    default: return
    }
    bytes.replaceSubrange(range, with: standIn)
  }
}
