import Markdown
import SourceText

/// Lists whose line breaks were lost: `优点：1. 快 2. 小 3. 好`, `- a - b - c`, `• a • b • c`.
enum FlattenedLists: Rule {
  static func check(_ page: LintedPage, _ findings: inout [Finding]) {
    let items = SingleItems(page.document)
    for run in page.runs {
      let mark = items.mark(around: run)
      let range = numbered(run, mark, page.bytes) ?? bulleted(run, mark, page.bytes)
      guard let range else { continue }
      findings.append(
        Finding(
          .lintFlattenedList, range, "This looks like a list whose line breaks were lost.",
          advice: "Begin each point on a line of its own."))
    }
  }

  /// From the first number to the last, when at least three follow one another.
  private static func numbered(_ run: ProseRun, _ mark: ListMark?, _ bytes: [UInt8]) -> Range<Int>? {
    let end = run.range.upperBound
    var number: Int?
    if case .number(let first) = mark { number = first }
    var start = number == nil ? nil : Optional(run.range.lowerBound)
    var next = number.map { $0 + 1 } ?? 1
    var count = number == nil ? 0 : 1
    var last = run.range.lowerBound
    var offset = run.range.lowerBound
    while offset < end {
      guard Characters.isDigit(bytes[offset]) else {
        offset += 1
        continue
      }
      let first = offset
      while offset < end, Characters.isDigit(bytes[offset]) { offset += 1 }
      guard offset - first <= 2, let value = Int(String(decoding: bytes[first..<offset], as: UTF8.self)),
        isMark(first..<offset, value == 1 && number == nil, in: run, bytes)
      else { continue }
      if value == 1, number == nil {
        (start, next, count) = (first, 2, 1)
      } else if value == next, count > 0 {
        (next, count, last) = (next + 1, count + 1, offset + 1)
      }
    }
    guard let start, count >= 3 else { return nil }
    return start..<last
  }

  /// Whether digits are the mark of a point: a full stop and a space or a Chinese character behind them, a gap before
  /// them; before the first one the sentence has to pause, for in `see section 1. Then` it is none.
  private static func isMark(_ digits: Range<Int>, _ isFirst: Bool, in run: ProseRun, _ bytes: [UInt8])
    -> Bool
  {
    let end = run.range.upperBound
    guard digits.upperBound + 1 < end, bytes[digits.upperBound] == 0x2E else { return false }
    let behind = bytes[digits.upperBound + 1]
    guard behind == 0x20 || behind >= 0xE3 else { return false }
    guard digits.lowerBound > run.range.lowerBound else { return run.beginsLine }
    let gap = Characters.skipBlanks(backFrom: digits.lowerBound, to: run.range.lowerBound, in: bytes)
    guard gap > run.range.lowerBound else { return run.beginsLine }
    let previous = bytes[gap - 1]
    if isFirst {
      return previous == 0x3A || previous == 0x2E || previous == 0x3B || endsClause(gap, run, bytes)
    }
    return gap < digits.lowerBound || previous >= 0x80
  }

  private static func endsClause(_ end: Int, _ run: ProseRun, _ bytes: [UInt8]) -> Bool {
    guard let (value, _) = Characters.character(before: end, in: bytes, from: run.range.lowerBound) else {
      return false
    }
    return Characters.isClosingMark(value)
  }

  /// Points behind ` - ` in the only item of a list, or behind `•` anywhere.
  private static func bulleted(_ run: ProseRun, _ mark: ListMark?, _ bytes: [UInt8]) -> Range<Int>? {
    let end = run.range.upperBound
    var marks: [Int] = []
    var bullets: [Int] = []
    var offset = run.range.lowerBound
    while offset < end {
      if ByteSearch.matches([0x20, 0x2D, 0x20], at: offset, in: bytes, to: end) {
        marks.append(offset + 1)
      } else if ByteSearch.matches(bullet, at: offset, in: bytes, to: end), isPoint(offset, in: run, bytes) {
        bullets.append(offset)
      }
      offset += 1
    }
    if bullets.count >= 3, let last = bullets.last { return bullets[0]..<(last + 3) }
    guard marks.count >= 2, let last = marks.last else { return nil }
    if mark != nil { return run.range.lowerBound..<(last + 1) }
    let first = marks[0]
    let gap = first - 1
    guard gap > run.range.lowerBound else { return nil }
    let isAnnounced = endsClause(gap, run, bytes) || bytes[gap - 1] == 0x3A
    return isAnnounced && marks.count >= 3 ? first..<(last + 1) : nil
  }

  /// Whether a bullet has gaps on both sides; in names such as `保罗•狄拉克` it is a middle dot.
  private static func isPoint(_ offset: Int, in run: ProseRun, _ bytes: [UInt8]) -> Bool {
    let behind = offset + bullet.count
    guard behind < run.range.upperBound, bytes[behind] == 0x20 else { return false }
    return offset == run.range.lowerBound || bytes[offset - 1] == 0x20 || endsClause(offset, run, bytes)
  }

  private static let bullet = Array("•".utf8)
}

/// What begins the item of a list.
private enum ListMark: Equatable {
  case bullet
  case number(Int)
}

/// Lists of one item: what is left of a list whose line breaks were lost.
private struct SingleItems {
  /// By the item's first paragraph.
  private var marks: [Int: ListMark] = [:]

  init(_ document: Document) {
    for (index, node) in document.nodes.enumerated() where node.kind == .list {
      let items = Array(document.children(of: index).prefix(2))
      guard items.count == 1, document.nodes[items[0]].kind == .item else { continue }
      let block = items[0] + 1
      guard block < Int(document.nodes[items[0]].subtreeEnd), document.nodes[block].kind == .paragraph else {
        continue
      }
      marks[block] = document.lists[Int(node.payload)].start.map { .number($0) } ?? .bullet
    }
  }

  /// The mark of the list whose only item a run begins.
  func mark(around run: ProseRun) -> ListMark? { run.beginsBlock ? marks[run.block] : nil }
}
