import SourceText

/// The part of a line that is text of a paragraph or heading, as libcmark sees it: behind the marks of containers.
struct ContentLine {
  private let start: UInt32
  private let end: UInt32
  /// Whether the line may be the row of a table: neither a lazy continuation line nor indented like code.
  let mayBeRow: Bool

  init(_ range: Range<Int>, mayBeRow: Bool) {
    start = UInt32(truncatingIfNeeded: range.lowerBound)
    end = UInt32(truncatingIfNeeded: range.upperBound)
    self.mayBeRow = mayBeRow
  }

  var range: Range<Int> { Int(start)..<Int(end) }
}

/// A block whose content is inlines, in document order.
struct InlineBlock {
  enum Kind {
    case paragraph
    case heading
    /// The table of this index.
    case table(Int)
    /// The first line of a callout; libcmark reads it as a heading.
    case calloutTitle(Callout)
    /// The footnote of this index, parsed apart.
    case footnote(Int)
    /// A block id that stands alone, behind its block.
    case blockID(Range<Int>)
  }

  var kind: Kind
  /// Where its text stands in `ScanResult.lines`.
  var lines: Range<Int>
  /// The line of the file, from 0, libcmark says it begins in.
  var fileLine: Int
}

/// A table as found line by line; its inlines are parsed apart.
struct TableSpan {
  /// The lines from the header to the last row, without the delimiter row.
  var rows: [Range<Int>]
  var delimiterRow: Range<Int>
  var alignments: [TableAlignment]
}

/// A footnote as found line by line; its blocks are parsed apart.
struct FootnoteSpan {
  /// What stands between `[^` and `]:`.
  var label: Range<Int>
  /// Where its text begins, behind the colon.
  var text: Int
  /// Its lines in the file, from 0.
  var fileLines: Range<Int>
  /// The containers around it, outermost first.
  var containers: [Container]
}

/// `{…}` at the end of a heading.
struct HeadingAttributes {
  var attributes: Attributes
  /// From brace to brace.
  var range: Range<Int>
  /// Index of the heading's block.
  var block = 0
}

/// What the scan before libcmark finds.
struct ScanResult {
  /// The file's bytes with every span overwritten and the marks of quotes before continuation lines blanked; same
  /// length, same lines.
  var masked: [UInt8]
  /// All spans in order; none overlap.
  var spans: [SpecialSpan] = []
  /// All blocks that hold inlines, in order.
  var blocks: [InlineBlock] = []
  var lines: [ContentLine] = []
  var tables: [TableSpan] = []
  var footnotes: [FootnoteSpan] = []
  /// Block ids at the end of paragraphs, by the index of their block, in order.
  var blockIDs: [(block: Int, id: Range<Int>)] = []
  /// Where the text of each code block and HTML block begins, in order.
  var literalStarts: [Int] = []
  /// Attributes at the end of headings, in order.
  var headingAttributes: [HeadingAttributes] = []
  /// The lines of link reference definitions, for the parts that are parsed apart.
  var definitions: [ContentLine] = []
  /// The marks of quotes that were blanked.
  var blankedMarks: [Range<Int>] = []
  /// Whether more than CommonMark is read.
  var hasExtensions = true
  /// Whether a heading announces the page's own reference list.
  var hasReferenceSection = false
  var diagnostics: [Diagnostic] = []
  /// What the scan looked at.
  var work = ParseWork()

  /// What libcmark is to read: the masked text with the marks of quotes, and with every line of a table or footnote
  /// overwritten by an empty heading, a block of one line that may interrupt a paragraph wherever those may.
  func textForLibcmark(restoringFrom source: [UInt8], of file: SourceFile) -> (
    body: [UInt8], footnotes: FootnoteText
  ) {
    var text = masked
    for marks in blankedMarks {
      for index in marks where text[index] == 0x20 { text[index] = source[index] }
    }
    for table in tables {
      for line in table.rows + [table.delimiterRow] {
        for index in line { text[index] = 0x20 }
        text[line.lowerBound] = 0x23
      }
    }
    let apart = FootnoteText(extracting: footnotes, from: &text, of: file, definitions: definitions)
    return (text, apart)
  }
}
