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
    /// Markup over a limit, shown as it is written.
    case plainText
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
