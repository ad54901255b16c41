/// Emphasis next to Chinese, Japanese and Korean text, strikethrough and marks.
extension DialectScanner {
  /// A character beside a run of delimiters.
  struct Beside {
    var range: Range<Int>
    /// What it is.
    var kind: Flanking.Neighbour
    /// What libcmark sees.
    var shown: Flanking.Neighbour

    /// What libcmark may be shown in its place.
    fileprivate var choices: [Flanking.Neighbour] {
      switch kind {
      case .ideograph: [.ideograph, .widePunctuation]
      case .widePunctuation: [.widePunctuation, .ideograph]
      case .space, .punctuation, .letter: [kind]
      }
    }
  }

  private func characterBefore(_ offset: Int) -> Beside {
    guard offset > inlines.paragraphStart else {
      return Beside(range: offset..<offset, kind: .space, shown: .space)
    }
    let start = UTF8Scalar.start(before: offset, start: inlines.paragraphStart, in: bytes)
    let kind = Flanking.Neighbour(UTF8Scalar.at(start, end: offset, in: bytes))
    return Beside(range: start..<offset, kind: kind, shown: kind)
  }

  private func characterBehind(_ offset: Int, end: Int) -> Beside {
    guard let scalar = UTF8Scalar.at(offset, end: end, in: bytes) else {
      return Beside(range: offset..<offset, kind: .space, shown: .space)
    }
    let kind = Flanking.Neighbour(scalar)
    return Beside(range: offset..<min(end, offset + scalar.utf8.count), kind: kind, shown: kind)
  }

  /// Records `~~` or `==`, which libcmark takes for text; longer and shorter runs are text.
  mutating func scanDelimiters(
    _ kind: (Flanking) -> SpecialSpan.Kind, at index: Int, end: Int
  ) -> Int {
    let close = ASCII.endOfRun(of: bytes[index], from: index, to: end, in: bytes)
    guard close - index == 2 else { return close }
    let flanking = Flanking(
      before: kindBefore(index), after: characterBehind(close, end: end).kind,
      isCJKAware: options.emphasisBesideCJK)
    return flanking.canOpen || flanking.canClose ? record(kind(flanking), index..<close) : close
  }

  private func kindBefore(_ offset: Int) -> Flanking.Neighbour {
    if let last = inlines.lastBeside, last.range.upperBound == offset { return last.kind }
    return characterBefore(offset).kind
  }

  /// Makes libcmark judge a run of `*` by the rule for Chinese, Japanese and Korean text.
  ///
  /// libcmark knows CommonMark's own rule only. So that it comes to the other rule's result, a character beside the
  /// run is overwritten by another of the same length: punctuation by an ideograph, or an ideograph by punctuation.
  /// A single character between two runs is chosen so that both come out right where that can be.
  mutating func scanEmphasisMarks(at index: Int, end: Int) -> Int {
    let close = ASCII.endOfRun(of: 0x2A, from: index, to: end, in: bytes)
    guard options.emphasisBesideCJK else { return close }
    let isBesideWide =
      (close < end && bytes[close] >= 0x80) || (index > inlines.paragraphStart && bytes[index - 1] >= 0x80)
    guard isBesideWide else { return close }
    var before = characterBefore(index)
    var isDecided = false
    if let last = inlines.lastBeside, last.range == before.range {
      before = last
      isDecided = true
    }
    var after = characterBehind(close, end: end)
    let next = nextRun(behind: after, end: end)
    var least = Int.max
    for left in isDecided ? [before.shown] : before.choices {
      for right in after.choices {
        var cost = mismatch((before.kind, after.kind), (left, right))
        if let next {
          cost += next.choices.map { mismatch((after.kind, next.kind), (right, $0)) }.min() ?? 0
        }
        guard cost < least else { continue }
        least = cost
        before.shown = left
        after.shown = right
      }
    }
    if !isDecided { show(before) }
    show(after)
    inlines.lastBeside = after
    return close
  }

  /// The character behind the run of `*` that directly follows a character.
  private func nextRun(behind character: Beside, end: Int) -> Beside? {
    let start = character.range.upperBound
    guard start < end, bytes[start] == 0x2A else { return nil }
    return characterBehind(ASCII.endOfRun(of: 0x2A, from: start, to: end, in: bytes), end: end)
  }

  /// In how much CommonMark's rule on what is shown differs from the other rule on what is there.
  private func mismatch(
    _ meant: (Flanking.Neighbour, Flanking.Neighbour), _ shown: (Flanking.Neighbour, Flanking.Neighbour)
  ) -> Int {
    let wanted = Flanking(before: meant.0, after: meant.1, isCJKAware: true)
    let result = Flanking(before: shown.0, after: shown.1, isCJKAware: false)
    return (wanted.canOpen == result.canOpen ? 0 : 1) + (wanted.canClose == result.canClose ? 0 : 1)
  }

  private mutating func show(_ character: Beside) {
    guard character.shown != character.kind else { return }
    let standIn: [UInt8]
    switch (character.range.count, character.shown) {
    case (3, .ideograph): standIn = [0xE4, 0xB8, 0x80]  // 一
    case (4, .ideograph): standIn = [0xF0, 0xA0, 0x80, 0x80]  // 𠀀
    case (3, .widePunctuation): standIn = [0xE3, 0x80, 0x82]  // 。
    case (4, .widePunctuation): standIn = [0xF0, 0x90, 0x84, 0x80]  // 𐄀
    default: return
    }
    bytes.replaceSubrange(character.range, with: standIn)
  }
}
