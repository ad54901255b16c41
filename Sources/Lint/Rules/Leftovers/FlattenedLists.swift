import Markdown
import SourceText

/// Lists whose line breaks were lost: `优点：1. 快 2. 小 3. 好`, `① 快 ② 小 ③ 好`, `- a - b - c`, `• a • b • c`,
/// `优点：* 快 * 小 * 好`.
enum FlattenedLists: Rule {
  static func check(_ page: LintedPage, _ findings: inout [Finding]) {
    let items = SingleItems(page.document)
    for places in lines(of: page.runs) {
      let line = page.runs[places]
      let first = page.runs[places.lowerBound]
      let isFirst = places.lowerBound == 0 || page.runs[places.lowerBound - 1].block != first.block
      let mark = isFirst ? items.mark(around: first) : nil
      var number: Int?
      if case .number(let first) = mark { number = first }
      guard
        let range = FlattenedNumbers(line, behind: number, in: page.bytes).range
          ?? points(in: line, mark, page.bytes)
      else { continue }
      guard !ChessMoves.fill(range, in: page.bytes) else { continue }
      findings.append(
        Finding(
          .lintFlattenedList, range, "This looks like a list whose line breaks were lost.",
          advice: "Begin each point on a line of its own."))
    }
  }

  /// The runs line by line; code and formulas part the runs of a line.
  private static func lines(of runs: [ProseRun]) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    for (index, run) in runs.enumerated() {
      if let line = lines.last, runs[index - 1].block == run.block, !runs[index - 1].endsLine, !run.beginsLine
      {
        lines[lines.count - 1] = line.lowerBound..<index + 1
      } else {
        lines.append(index..<index + 1)
      }
    }
    return lines
  }

  private static func points(in line: ArraySlice<ProseRun>, _ mark: ListMark?, _ bytes: [UInt8]) -> Range<
    Int
  >? {
    for run in line {
      if let range = bulleted(run, mark, bytes) { return range }
    }
    return nil
  }

  /// Points behind ` - ` in the only item of a list, or behind `•` anywhere.
  private static func bulleted(_ run: ProseRun, _ mark: ListMark?, _ bytes: [UInt8]) -> Range<Int>? {
    let end = run.range.upperBound
    var marks: [UInt8: [Int]] = [:]
    var bullets: [Int] = []
    for offset in run.range {
      if offset + 2 < end, bytes[offset] == 0x2D || bytes[offset] == 0x2A, bytes[offset + 1] == 0x20,
        isGap(before: offset, in: run, bytes)
      {
        marks[bytes[offset], default: []].append(offset)
      } else if ByteSearch.matches(bullet, at: offset, in: bytes, to: end), isPoint(offset, in: run, bytes) {
        bullets.append(offset)
      }
    }
    if bullets.count >= 3, let last = bullets.last { return bullets[0]..<(last + 3) }
    for (sign, places) in marks.sorted(by: { $0.key < $1.key }) {
      guard let last = places.last, sign == 0x2D || holdsWords(places, in: run, bytes) else { continue }
      if mark != nil {
        if places.count >= 2 { return run.range.lowerBound..<(last + 1) }
        continue
      }
      let gap = Characters.skipBlanks(backFrom: places[0], to: run.range.lowerBound, in: bytes)
      guard gap > run.range.lowerBound, places.count >= 3 else { continue }
      if Characters.endsClause(at: gap, in: bytes, from: run.range.lowerBound) || bytes[gap - 1] == 0x3A {
        return places[0]..<(last + 1)
      }
    }
    return nil
  }

  /// A space, or a mark that ends a clause.
  private static func isGap(before offset: Int, in run: ProseRun, _ bytes: [UInt8]) -> Bool {
    guard offset > run.range.lowerBound else { return false }
    return bytes[offset - 1] == 0x20
      || Characters.endsClause(at: offset, in: bytes, from: run.range.lowerBound)
  }

  /// Whether words stand behind every star: between numbers and variables it multiplies.
  private static func holdsWords(_ stars: [Int], in run: ProseRun, _ bytes: [UInt8]) -> Bool {
    zip(stars, stars.dropFirst() + [run.range.upperBound]).allSatisfy { star, end in
      let words = bytes[(star + 1)..<end].split(separator: 0x20)
      return words.contains { word in word.contains { $0 >= 0xE3 } }
        || words.count { $0.count >= 3 && $0.allSatisfy(Characters.isLetter) } >= 2
    }
  }

  /// Whether a bullet has gaps on both sides; in names such as `保罗•狄拉克` it is a middle dot.
  private static func isPoint(_ offset: Int, in run: ProseRun, _ bytes: [UInt8]) -> Bool {
    let behind = offset + bullet.count
    guard behind < run.range.upperBound, bytes[behind] == 0x20 else { return false }
    return offset == run.range.lowerBound || bytes[offset - 1] == 0x20
      || Characters.endsClause(at: offset, in: bytes, from: run.range.lowerBound)
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
  private let document: Document

  init(_ document: Document) {
    self.document = document
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

  /// The mark of the list in whose only item a run stands in the first line.
  func mark(around run: ProseRun) -> ListMark? {
    guard let mark = marks[run.block] else { return nil }
    let start = Int(document.nodes[run.block].range.start)
    let isInFirstLine = !document.source.bytes[start..<max(start, run.range.lowerBound)].contains(0x0A)
    return isInFirstLine ? mark : nil
  }
}
