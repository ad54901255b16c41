/// A stretch of the file that belongs to the dialect.
///
/// Most are overwritten before libcmark reads the text; delimiters and plain addresses stay, because to libcmark they
/// are text already.
struct SpecialSpan {
  enum Kind: Equatable {
    case inlineMath
    case displayMath
    case wikiLink
    case embed
    case citation
    case equationReference
    case calculation
    case footnoteReference
    /// `~~`, which may open, close, or both.
    case strikethrough(Flanking)
    /// `==`, likewise.
    case mark(Flanking)
    /// An address without `<` and `>`; what is to be put before it to make a URL of it.
    case autolink(AutolinkPrefix)
    /// `{…}` directly behind a link or image.
    case attributes
    /// `[ ]` or `[x]` at the beginning of a list item.
    case taskMarker(isChecked: Bool)
    /// `%%…%%`.
    case comment
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
  /// Whether its bytes are overwritten.
  var isMasked = true
}

/// What makes a URL of an address as people write it.
enum AutolinkPrefix {
  case none, http, mailto

  var bytes: StaticString {
    switch self {
    case .none: ""
    case .http: "http://"
    case .mailto: "mailto:"
    }
  }
}

/// The bytes that stand for a span in the masked text. To libcmark they are letters: no white space, no
/// punctuation, nothing it knows.
enum MaskByte {
  /// Begins every span.
  static let first: UInt8 = 0x02
  /// Fills the rest.
  static let filler: UInt8 = 0x0F
  /// Stands for the first or last byte of a span beside delimiters that are to see punctuation.
  static let punctuation: UInt8 = 0x2C
  /// Whether a byte belongs to the mask of a span.
  @inline(__always)
  static func isMask(_ byte: UInt8) -> Bool { byte == first || byte == filler }
  /// Stands for a byte of the input that must not reach libcmark: NUL, our own marks, other control characters,
  /// ill-formed UTF-8.
  static let replaced: UInt8 = 0x1A
}
