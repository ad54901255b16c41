import KnowledgeBase
import Markdown
import SourceText

/// A page as the rules read it: the parsed document with what several rules need to know of it.
struct LintedPage {
  let entry: Entry
  let document: Document
  /// The file's bytes.
  let bytes: [UInt8]
  /// The running text, in order, that of the front matter first.
  let runs: [ProseRun]
  /// Where the words are another's.
  let quotations: Quotations
  /// All addresses the page links to or shows, in order.
  let addresses: [PageAddress]
  private let topLevelParagraphs: Set<Int>

  /// Looks at a page.
  ///
  /// - Complexity: O(bytes + nodes).
  init(_ entry: Entry) {
    let document = entry.document
    self.entry = entry
    self.document = document
    bytes = document.source.bytes
    runs = ProseRun.frontMatterRuns(of: document) + ProseRun.runs(of: document)
    quotations = Quotations(of: entry, runs: runs)
    addresses = PageAddress.addresses(of: entry)
    topLevelParagraphs = Set(document.children(of: 0).filter { document.nodes[$0].kind == .paragraph })
  }

  /// Whether a block is a paragraph that stands in no list, quotation or table.
  func isTopLevelParagraph(_ block: Int) -> Bool { topLevelParagraphs.contains(block) }

  /// The bytes of a range as text.
  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}
