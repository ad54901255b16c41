import SourceText

/// Emphasis next to Chinese, Japanese and Korean text, strikethrough and marks.
extension DialectScanner {
  /// A character beside a run of delimiters.
  private struct Beside {
    var range: Range<Int>
    /// What it is.
    var kind: Flanking.Neighbour
    /// What libcmark sees.
    var shown: Flanking.Neighbour
    /// Whether another may be shown; not where `_` stands on its other side, for which it must stay what it is.
    var mayChange = false

    /// What libcmark may be shown in its place.
    fileprivate var choices: [Flanking.Neighbour] {
      switch kind {
      case .ideograph where mayChange: [.ideograph, .widePunctuation]
      case .widePunctuation where mayChange: [.widePunctuation, .ideograph]
      case .span: [.letter, .punctuation]
      default: [kind]
      }
    }
  }

  private func characterBefore(_ offset: Int) -> Beside {
    guard offset > inlines.paragraphStart else {
      return Beside(range: offset..<offset, kind: .space, shown: .space)
    }
    if MaskByte.isMask(bytes[offset - 1]) {
      return Beside(range: (offset - 1)..<offset, kind: .span, shown: .letter)
    }
    var start = UTF8Scalar.start(before: offset, start: inlines.paragraphStart, in: bytes)
    let range = start..<offset
    var scalar = UTF8Scalar.at(start, end: offset, in: bytes)
    // A variation selector belongs to the character before it.
    if let selector = scalar, selector.properties.isVariationSelector, start > inlines.paragraphStart {
      let end = start
      start = UTF8Scalar.start(before: end, start: inlines.paragraphStart, in: bytes)
      scalar = UTF8Scalar.at(start, end: end, in: bytes)
    }
    let kind = Flanking.Neighbour(scalar)
    return Beside(range: range, kind: kind, shown: kind, mayChange: mayChange(beside: start - 1))
  }

  private func characterBehind(_ offset: Int, end: Int) -> Beside {
    if offset < end, MaskByte.isMask(bytes[offset]) {
      return Beside(range: offset..<(offset + 1), kind: .span, shown: .letter)
    }
    guard let scalar = UTF8Scalar.at(offset, end: end, in: bytes) else {
      return Beside(range: offset..<offset, kind: .space, shown: .space)
    }
    let kind = Flanking.Neighbour(scalar)
    let close = min(end, offset + scalar.utf8.count)
    return Beside(
      range: offset..<close, kind: kind, shown: kind, mayChange: close == end || mayChange(beside: close))
  }

  private func mayChange(beside offset: Int) -> Bool {
    options.emphasisBesideCJK && (offset < inlines.paragraphStart || bytes[offset] != 0x5F)
  }

  /// Records `~~` or `==`, which libcmark takes for text; longer and shorter runs are text.
  mutating func scanDelimiters(
    _ kind: (Flanking) -> SpecialSpan.Kind, at index: Int, end: Int
  ) -> Int {
    let close = ASCII.endOfRun(of: bytes[index], from: index, to: end, in: bytes)
    work.read(index, to: close)
    guard close - index == 2 else { return close }
    if bytes[index] == 0x3D { inlines.isInMark.toggle() }
    return record(kind(Flanking(canOpen: false, canClose: false)), index..<close)
  }

  /// Notes a run of `*` or `_`.
  mutating func scanEmphasisMarks(at index: Int, end: Int) -> Int {
    let close = ASCII.endOfRun(of: bytes[index], from: index, to: end, in: bytes)
    work.read(index, to: close)
    inlines.emphasisMarks.append(index..<close)
    return close
  }

  /// Judges the delimiters of a text once all else in it is masked, because a formula beside one is a letter to it.
  ///
  /// - Parameter spans: the spans of the text.
  mutating func judgeDelimiters(end: Int, spans: Range<Int>) {
    for index in spans {
      let range = result.spans[index].range
      switch result.spans[index].kind {
      case .strikethrough: result.spans[index].kind = .strikethrough(flanking(range, end: end))
      case .mark: result.spans[index].kind = .mark(flanking(range, end: end))
      default: break
      }
    }
    let marks = inlines.emphasisMarks
    inlines.emphasisMarks = []
    var last: Beside?
    for run in marks where isBesideMaskOrWide(run, end: end) {
      if bytes[run.lowerBound] == 0x5F {
        judgeUnderscores(run, end: end)
      } else {
        last = judgeEmphasisMarks(run, end: end, last: last)
      }
    }
  }

  /// Whether CommonMark's rule may come to another result than is meant.
  private func isBesideMaskOrWide(_ run: Range<Int>, end: Int) -> Bool {
    let before = run.lowerBound > inlines.paragraphStart ? bytes[run.lowerBound - 1] : 0x20
    let after = run.upperBound < end ? bytes[run.upperBound] : 0x20
    return before >= 0x80 || after >= 0x80 || MaskByte.isMask(before) || MaskByte.isMask(after)
  }

  /// Shows a run of `_` the spans beside it as the punctuation they begin and end with: as letters they would make it
  /// a part of a word.
  private mutating func judgeUnderscores(_ run: Range<Int>, end: Int) {
    for var side in [characterBefore(run.lowerBound), characterBehind(run.upperBound, end: end)]
    where side.kind == .span {
      side.shown = .punctuation
      show(side)
    }
  }

  /// Judges the runs of `*` in the label of a definition as those in the references to it, which must read the same.
  mutating func judgeLabel(_ label: Range<Int>) {
    let start = inlines.paragraphStart
    inlines.paragraphStart = label.lowerBound
    var index = label.lowerBound
    while index < label.upperBound {
      index = bytes[index] == 0x2A ? scanEmphasisMarks(at: index, end: label.upperBound) : index + 1
    }
    work.read(label.lowerBound, to: label.upperBound)
    judgeDelimiters(end: label.upperBound, spans: 0..<0)
    inlines.paragraphStart = start
  }

  private func flanking(_ run: Range<Int>, end: Int) -> Flanking {
    Flanking(
      before: characterBefore(run.lowerBound).kind, after: characterBehind(run.upperBound, end: end).kind,
      isCJKAware: options.emphasisBesideCJK)
  }

  /// Makes libcmark judge a run of `*` by the rule for Chinese, Japanese and Korean text, and for spans.
  ///
  /// libcmark knows CommonMark's own rule only. So that it comes to the other rule's result, a character beside the
  /// run is overwritten by another of the same length: punctuation by an ideograph, an ideograph by punctuation, or
  /// the edge of a masked span by punctuation.
  /// A single character between two runs is chosen so that both come out right where that can be.
  ///
  /// - Parameter last: the character behind the run before.
  /// - Returns: the character behind this run.
  private mutating func judgeEmphasisMarks(_ run: Range<Int>, end: Int, last: Beside?) -> Beside {
    var before = characterBefore(run.lowerBound)
    var isDecided = false
    if let last, last.range == before.range {
      before = last
      isDecided = true
    }
    var after = characterBehind(run.upperBound, end: end)
    let next = nextRun(behind: after, end: end)
    work.read(run.lowerBound, to: next?.range.lowerBound ?? run.upperBound)
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
    return after
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
    let wanted = Flanking(before: meant.0, after: meant.1, isCJKAware: options.emphasisBesideCJK)
    let result = Flanking(before: shown.0, after: shown.1, isCJKAware: false)
    return (wanted.canOpen == result.canOpen ? 0 : 1) + (wanted.canClose == result.canClose ? 0 : 1)
  }

  private mutating func show(_ character: Beside) {
    guard character.shown != character.kind else { return }
    if character.kind == .span {
      if character.shown == .punctuation, mayShow(character) {
        bytes[character.range.lowerBound] = MaskByte.punctuation
      }
      return
    }
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

  /// Whether a byte of a mask may be shown as punctuation: a mask of several lines must end as it is.
  private func mayShow(_ character: Beside) -> Bool {
    if bytes[character.range.lowerBound] == MaskByte.first { return true }
    // Spans are in order: the one that ends here is the last that begins before.
    let next = result.spans.partitioningIndex { $0.range.lowerBound >= character.range.lowerBound }
    return next > 0 && !bytes[result.spans[next - 1].range].contains(where: ASCII.isLineEnding)
  }
}
