import SourceText

/// A stretch of the file that belongs to the dialect and that libcmark must not touch.
struct SpecialSpan {
  enum Kind {
    case inlineMath
    case displayMath
    case wikiLink
    case embed
    case citation
    case equationReference
    case calculation
  }

  var kind: Kind
  /// Everything, delimiters and label included.
  var range: Range<Int>
  /// What stands between the delimiters.
  var content: Range<Int>
  /// The label of `{#eq:x}` behind a display formula.
  var label: Range<Int>?
  /// Number of `>` before the line the span begins in.
  var quoteDepth: Int
}

/// A table as found line by line; its inlines are parsed apart.
struct TableSpan {
  /// The lines from the header to the last row, without the delimiter row, each from its first byte behind the
  /// container's marks to its end.
  var rows: [Range<Int>]
  /// Line numbers, from 0, of the header and of the last row.
  var lines: ClosedRange<Int>
  var alignments: [TableAlignment]
}

/// What the scan before libcmark finds.
struct ScanResult {
  /// The file's bytes with every span overwritten, same length, same lines.
  var masked: [UInt8]
  /// All spans in order; none overlap.
  var spans: [SpecialSpan] = []
  var tables: [TableSpan] = []
  /// Attributes at the end of headings, by the offset of their brace, in order.
  var headingAttributes: [(line: Int, attributes: Attributes)] = []
  /// Link reference definitions, for the parts that are parsed apart.
  var definitions: [Range<Int>] = []
  /// Whether a heading announces the page's own reference list.
  var hasReferenceSection = false
  /// What is wrong; dropped when it turns out to lie in a code block.
  var diagnostics: [(offset: Int, diagnostic: Diagnostic)] = []
}

/// The bytes that stand for a span in the masked text. To libcmark they are letters: no white space, no
/// punctuation, nothing it knows.
enum MaskByte {
  /// Begins every span.
  static let first: UInt8 = 0x02
  /// Fills the rest.
  static let filler: UInt8 = 0x0F
  /// Stands for a byte of the input that must not reach libcmark: NUL, our own marks, ill-formed UTF-8.
  static let replaced: UInt8 = 0x1A
}
