import Markdown
import SourceText

/// An unbroken stretch of running text: neither code nor formula, markup nor address stands in it.
struct ProseRun {
  /// Its bytes in the file.
  var range: Range<Int>
  /// The paragraph, heading, cell or title that holds it, as a node; the document itself for front matter.
  var block: Int
  /// Whether nothing of the block stands before it.
  var beginsBlock: Bool
  /// Whether nothing of the block stands behind it.
  var endsBlock = false
  /// Whether nothing but a line break parts it from what stands before it.
  var beginsLine: Bool
  /// Whether nothing but a line break parts it from what stands behind it.
  var endsLine = false
  /// What stands directly before it in its line.
  var before = Neighbour.nothing
  /// What stands directly behind it in its line.
  var after = Neighbour.nothing
  /// Whether it begins directly behind an address that stands in the text as it is. Readers, unlike the scanner, may
  /// take what follows without a space for a part of it.
  var followsAddress = false
}

extension ProseRun {
  /// What readers see beside a run, through the marks of emphasis and links.
  enum Neighbour: Equatable {
    /// The line or block begins or ends there.
    case nothing
    /// More running text, which begins or ends with this character.
    case character(UInt32)
    case formula
    /// Code, an address, an image, a mark, HTML.
    case other
  }

  /// The text of a page's front matter that readers see, where it stands in the file as it is read.
  static func frontMatterRuns(of document: Document) -> [ProseRun] {
    let values = [document.frontMatter.title, document.frontMatter.description].compactMap { $0 }
    return values.compactMap { $0.verbatimRange(in: document.source)?.bytes }
      .filter { document.frontMatter.range.bytes.contains($0.lowerBound) }
      .sorted { $0.lowerBound < $1.lowerBound }
      .map {
        ProseRun(range: $0, block: 0, beginsBlock: true, endsBlock: true, beginsLine: true, endsLine: true)
      }
  }

  /// The running text of a document, in its order.
  ///
  /// Text that shows an address as it is (`<https://…>`, `[https://…](…)`) is left out.
  ///
  /// - Complexity: O(nodes).
  static func runs(of document: Document) -> [ProseRun] {
    var runs: [ProseRun] = []
    var block = 0
    var isFirst = true
    var followsBreak = true
    var labelEnd = 0
    var addressEnd = -1
    var neighbours = Neighbours()
    var code = RawCode()
    for (index, node) in document.nodes.enumerated() {
      let range = node.range.bytes
      switch node.kind {
      case _ where node.kind.isBlock:
        (block, isFirst, followsBreak) = (index, true, true)
        neighbours.passBreak()
        code = RawCode()
      case .softBreak, .lineBreak:
        followsBreak = true
        neighbours.passBreak()
        if let last = runs.indices.last, runs[last].block == block,
          endsWith(runs[last], before: index, document)
        {
          runs[last].endsLine = true
        }
      case .link where showsAddress(range, in: document):
        labelEnd = Int(node.subtreeEnd)
        addressEnd = range.upperBound
        neighbours.pass(.other, &runs)
        (isFirst, followsBreak) = (false, false)
      case .text where index < labelEnd || code.isOpen:
        break
      case .text where !range.isEmpty:
        if let last = runs.indices.last, !followsBreak, runs[last].block == block,
          runs[last].range.upperBound == range.lowerBound
        {
          runs[last].range = runs[last].range.lowerBound..<range.upperBound
        } else {
          var run = ProseRun(range: range, block: block, beginsBlock: isFirst, beginsLine: followsBreak)
          run.followsAddress = range.lowerBound == addressEnd
          neighbours.append(run, index, to: &runs, of: document)
        }
        (isFirst, followsBreak) = (false, false)
      default:
        if node.kind == .htmlInline { code.pass(document.bytes(of: node.literal)) }
        neighbours.pass(node, of: document, &runs)
        (isFirst, followsBreak) = (false, false)
      }
    }
    return closing(runs, in: document)
  }

  /// Marks the runs that end their block or their line: nothing but marks of emphasis and spaces stand behind them.
  private static func closing(_ runs: [ProseRun], in document: Document) -> [ProseRun] {
    var runs = runs
    for index in runs.indices {
      let block = document.nodes[runs[index].block]
      let end = Int(block.range.end)
      let isLast = index + 1 == runs.count || runs[index + 1].block != runs[index].block
      let rest = document.source.bytes[min(runs[index].range.upperBound, end)..<end]
      runs[index].endsBlock = isLast && rest.allSatisfy { $0 <= 0x20 || $0 == 0x2A || $0 == 0x5F }
      runs[index].endsLine = runs[index].endsLine || runs[index].endsBlock
    }
    return runs
  }

  private static func endsWith(_ run: ProseRun, before lineBreak: Int, _ document: Document) -> Bool {
    let start = Int(document.nodes[lineBreak].range.start)
    guard run.range.upperBound <= start else { return false }
    return document.source.bytes[run.range.upperBound..<start].allSatisfy { $0 <= 0x20 || $0 == 0x5C }
  }

  private static func showsAddress(_ range: Range<Int>, in document: Document) -> Bool {
    var start = range.lowerBound
    let bytes = document.source.bytes
    while start < range.upperBound, bytes[start] == 0x5B || bytes[start] == 0x3C { start += 1 }
    return ["http://", "https://", "www.", "mailto:"].contains {
      ByteSearch.matches(Array($0.utf8), at: start, in: bytes, to: range.upperBound, ignoringCase: true)
    }
  }
}
