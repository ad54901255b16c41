import SourceText

/// The numbers of a list that was run together into one line: `1.`, `1)`, `1）`, `1、`, `①`.
struct FlattenedNumbers {
  /// From the first number to the last, when at least three follow one another.
  private(set) var range: Range<Int>?

  private enum Sign: CaseIterable {
    case point, parenthesis, enumerationComma, circle
  }

  /// What stands before a number.
  private enum Before {
    /// Nothing in its line.
    case lineStart
    /// A colon or the end of a sentence.
    case pause
    /// `，`, `；`, `and`: the points belong to a sentence.
    case joint
    /// White space.
    case gap
    /// Another character of a Chinese text.
    case text
  }

  private struct Mark {
    var sign: Sign
    var value: Int
    var range: Range<Int>
    var before: Before
    /// The run it stands in.
    var run: ProseRun
  }

  /// Looks for such a list in a line, of which code and formulas are left out.
  ///
  /// - Parameter first: the number that the line begins with as the only item of a list.
  /// - Complexity: O(bytes).
  init(_ line: ArraySlice<ProseRun>, behind first: Int?, in bytes: [UInt8]) {
    guard let start = line.first?.range.lowerBound else { return }
    let marks = line.flatMap { FlattenedNumbers.marks(in: $0, of: bytes) }
    guard marks.count >= (first == nil ? 3 : 2) else { return }
    for sign in Sign.allCases where range == nil {
      range = FlattenedNumbers.list(marks.filter { $0.sign == sign }, sign, behind: first, start, bytes)
    }
  }

  private static func list(
    _ marks: [Mark], _ sign: Sign, behind first: Int?, _ lineStart: Int, _ bytes: [UInt8]
  ) -> Range<Int>? {
    var points: [Mark] = []
    var next = first.map { $0 + 1 } ?? 1
    for mark in marks {
      if points.isEmpty, first == nil {
        guard mark.value == 1, mark.before != .joint, mark.before != .text else { continue }
      }
      guard mark.value == next else { continue }
      points.append(mark)
      next += 1
    }
    guard points.count + (first == nil ? 0 : 1) >= 3, let last = points.last else { return nil }
    let start = first == nil ? points[0].range.lowerBound : lineStart
    let later = first == nil ? points.dropFirst() : points[...]
    // `see section 1. Then`: what nothing announces is a list where every other number begins a sentence.
    if first == nil, points[0].before == .gap, !later.allSatisfy({ $0.before == .pause }) { return nil }
    // With commas between them they are points of a sentence, which is how sentences are written.
    if sign != .point, later.contains(where: { $0.before == .joint }) { return nil }
    if sign == .circle {
      guard later.allSatisfy({ $0.before == .gap || $0.before == .pause }),
        !points.contains(where: { refersBack($0, in: $0.run, bytes) })
      else { return nil }
    }
    return start..<last.range.upperBound
  }

  // MARK: Marks

  private static func marks(in run: ProseRun, of bytes: [UInt8]) -> [Mark] {
    var marks: [Mark] = []
    let end = run.range.upperBound
    var offset = run.range.lowerBound
    var depth = 0
    while let (value, length) = Characters.character(at: offset, in: bytes, to: end) {
      switch value {
      case 0x30...0x39:
        var digits = offset
        while digits < end, Characters.isDigit(bytes[digits]) { digits += 1 }
        // In parentheses a closing one belongs to them.
        if depth == 0, let mark = numbered(offset..<digits, in: run, bytes) {
          marks.append(mark)
          offset = mark.range.upperBound
        } else {
          offset = digits
        }
        continue
      case 0x2460...0x2473:
        let range = offset..<(offset + length)
        if let before = before(range.lowerBound, in: run, bytes), isText(range.upperBound, in: run, bytes) {
          marks.append(
            Mark(sign: .circle, value: Int(value) - 0x245F, range: range, before: before, run: run))
        }
      case 0x28, 0xFF08: depth += 1
      case 0x29, 0xFF09: depth = max(0, depth - 1)
      default: break
      }
      offset += length
    }
    return marks
  }

  private static func numbered(_ digits: Range<Int>, in run: ProseRun, _ bytes: [UInt8]) -> Mark? {
    let end = run.range.upperBound
    guard digits.count <= 2, let value = Int(String(decoding: bytes[digits], as: UTF8.self)),
      let (sign, length) = Characters.character(at: digits.upperBound, in: bytes, to: end),
      let before = before(digits.lowerBound, in: run, bytes)
    else { return nil }
    let range = digits.lowerBound..<(digits.upperBound + length)
    guard range.upperBound < end else { return nil }
    let follows = bytes[range.upperBound]
    switch sign {
    case 0x2E where follows == 0x20 || follows >= 0xE3:
      return Mark(sign: .point, value: value, range: range, before: before, run: run)
    case 0x29 where follows == 0x20 || follows >= 0xE3, 0xFF09:
      guard isText(range.upperBound, in: run, bytes) else { return nil }
      return Mark(sign: .parenthesis, value: value, range: range, before: before, run: run)
    case 0x3001:
      guard isText(range.upperBound, in: run, bytes) else { return nil }
      return Mark(sign: .enumerationComma, value: value, range: range, before: before, run: run)
    default: return nil
    }
  }

  /// Whether a point's text begins at an offset: with a letter or a Chinese character.
  private static func isText(_ offset: Int, in run: ProseRun, _ bytes: [UInt8]) -> Bool {
    let start = Characters.skipBlanks(from: offset, to: run.range.upperBound, in: bytes)
    guard let (value, _) = Characters.character(at: start, in: bytes, to: run.range.upperBound) else {
      // A formula or code may follow.
      return !run.endsLine
    }
    return Characters.isHan(value) || value < 0x80 && Characters.isLetter(UInt8(value))
      || [0x22, 0x201C, 0x300A, 0x300C].contains(value)
  }

  /// What stands before a number; `nil` where it belongs to a word, a number or a sign.
  private static func before(_ start: Int, in run: ProseRun, _ bytes: [UInt8]) -> Before? {
    let gap = Characters.skipBlanks(backFrom: start, to: run.range.lowerBound, in: bytes)
    guard gap > run.range.lowerBound else {
      return run.beginsLine ? .lineStart : gap < start ? .gap : nil
    }
    guard let (value, _) = Characters.character(before: gap, in: bytes, from: run.range.lowerBound) else {
      return nil
    }
    switch value {
    case 0x2C, 0x3001, 0xFF0C, 0x3B, 0xFF1B: return .joint
    case 0x3A, 0x2E, 0x21, 0x3F: return gap < start || value == 0x3A ? .pause : nil
    case _ where Characters.isClosingMark(value): return .pause
    default: break
    }
    let word = bytes[run.range.lowerBound..<gap].suffix(longestJoint)
    let isJoint = joints.contains { joint in
      word.reversed().starts(with: joint.reversed())
        && (joint[0] >= 0x80 || word.count == joint.count
          || !Characters.isLetter(word[word.endIndex - joint.count - 1]))
    }
    if isJoint { return .joint }
    if gap < start { return .gap }
    return value >= 0x80 ? .text : nil
  }

  private static let joints = ["and", "or", "和", "与", "及", "或"].map { Array($0.utf8) }
  private static let longestJoint = 4

  /// `① 式代入 ② 式`: circled numbers name what was numbered before.
  private static func refersBack(_ mark: Mark, in run: ProseRun, _ bytes: [UInt8]) -> Bool {
    let start = Characters.skipBlanks(from: mark.range.upperBound, to: run.range.upperBound, in: bytes)
    guard let (value, _) = Characters.character(at: start, in: bytes, to: run.range.upperBound),
      let scalar = Unicode.Scalar(value)
    else { return false }
    return "式中所和与及或得的是两为到至".unicodeScalars.contains(scalar)
  }
}
