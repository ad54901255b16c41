/// A block of prose as it will be written: lines of the text without white space at their ends and without the marks
/// that make them what they are.
struct TextBlock {
  enum Kind: Equatable {
    case paragraph
    case heading(level: Int)
    /// An item of a list: how deep, and its number or `nil` for a bullet.
    case item(depth: Int, number: Int?)
    /// A further paragraph of the item above, as deep as that is.
    case itemText(depth: Int)
    /// Code, a display formula: every byte of the lines counts.
    case verbatim
    /// Rows with bars.
    case table
    /// Rows whose cells stand between other signs, or that have no line below the header.
    case cells(PlainTable.Sign, columns: Int)
    /// Code without a fence.
    case code
    /// A quotation.
    case quotation
  }

  var kind: Kind
  var lines: [Range<Int>]

  /// The bytes from the first line to the last.
  var range: Range<Int> { (lines.first?.lowerBound ?? 0)..<(lines.last?.upperBound ?? 0) }
}
