import KnowledgeBase
import Markdown
import SourceText

/// The parts of a page that are another's words: block quotes, the excerpts of sources and quoted text. An editor
/// does not change them.
struct Quotations {
  /// In order, disjoint.
  private var ranges: [Range<Int>] = []

  /// Finds the quotations of a page.
  ///
  /// - Complexity: O(nodes + bytes of running text + quotations × log quotations).
  init(of entry: Entry, runs: [ProseRun]) {
    let document = entry.document
    var found: [Range<Int>] = []
    for node in document.nodes where Quotations.isQuotation(node, of: document) {
      found.append(node.range.bytes)
    }
    for item in entry.outline.ownReferences {
      let ranges = document.nodes[item.nodes].map(\.range)
      if let start = ranges.map(\.start).min(), let end = ranges.map(\.end).max() {
        found.append(Int(start)..<Int(end))
      }
    }
    if entry.kind == .reference {
      found.append(document.frontMatter.range.bytes.upperBound..<document.source.bytes.count)
    }
    found += Quotations.quotedText(in: runs, of: document.source.bytes)
    for range in found.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = ranges.last, range.lowerBound <= last.upperBound {
        ranges[ranges.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        ranges.append(range)
      }
    }
  }

  /// Whether a part of a range is quoted.
  ///
  /// - Complexity: O(log quotations).
  func overlap(_ range: Range<Int>) -> Bool {
    let place = ranges.partitioningIndex { $0.upperBound > range.lowerBound }
    guard place < ranges.count else { return false }
    return ranges[place].lowerBound < range.upperBound
      || (range.isEmpty && ranges[place].lowerBound < range.lowerBound)
  }

  private static func isQuotation(_ node: Node, of document: Document) -> Bool {
    switch node.kind {
    case .blockQuote: true
    case .callout: document.callouts[Int(node.payload)].kind == .quote
    default: false
    }
  }

  /// Whether a Chinese character stands there: before others `‘` may stand for letters that are left out.
  private static func isHan(at offset: Int, of run: ProseRun, in bytes: [UInt8]) -> Bool {
    Characters.character(at: offset, in: bytes, to: run.range.upperBound).map { 0x3400...0x9FFF ~= $0.0 }
      ?? false
  }

  /// The mark that closes what one opens.
  private static func closingMark(of value: UInt32) -> UInt32? {
    switch value {
    case 0x22: value
    case 0xAB: 0xBB
    case 0x2018, 0x201C, 0x300A, 0x300C, 0x300E: value + 1
    default: nil
    }
  }

  /// What stands between quotation marks, or the marks of a work's title, within one block.
  private static func quotedText(in runs: [ProseRun], of bytes: [UInt8]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var open: (start: Int, closing: UInt32, block: Int)?
    for run in runs {
      if let mark = open, mark.block != run.block { open = nil }
      var offset = run.range.lowerBound
      while offset < run.range.upperBound {
        guard let (value, length) = Characters.character(at: offset, in: bytes, to: run.range.upperBound)
        else {
          offset += 1
          continue
        }
        if let mark = open {
          if value == mark.closing {
            found.append(mark.start..<(offset + length))
            open = nil
          }
        } else if let closing = closingMark(of: value),
          value != 0x2018 || isHan(at: offset + length, of: run, in: bytes)
        {
          open = (offset, closing, run.block)
        }
        offset += length
      }
    }
    return found
  }
}
