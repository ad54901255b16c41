/// A place in a line, in bytes and in columns, as CommonMark's block rules count: a tab reaches to the next multiple
/// of four columns and may be used up in part.
struct LineCursor {
  /// Offset of the next byte.
  private(set) var offset: Int
  /// Offset of the line's ending.
  let end: Int
  /// Offset of the first byte at or behind `offset` that is no space or tab.
  private(set) var content: Int
  /// How many columns of white space stand before the content.
  var indent: Int { contentColumn - column }
  /// Whether nothing but white space is left.
  var isBlank: Bool { content == end }

  /// The column of `offset`, from 0; inside a tab where that is used up in part.
  private(set) var column = 0
  private var contentColumn = 0

  /// Begins a line given without its line ending.
  init(_ line: Range<Int>, in bytes: [UInt8]) {
    offset = line.lowerBound
    content = line.lowerBound
    end = line.upperBound
    findContent(in: bytes)
  }

  /// Columns of white space from which on a line is indented code.
  static let codeIndent = 4

  private mutating func findContent(in bytes: [UInt8]) {
    guard content <= offset else { return }
    content = offset
    contentColumn = column
    while content < end {
      switch bytes[content] {
      case 0x20: contentColumn += 1
      case 0x09: contentColumn += 4 - contentColumn % 4
      default: return
      }
      content += 1
    }
  }

  /// Moves over columns of white space.
  mutating func advance(columns count: Int, in bytes: [UInt8]) {
    var left = count
    while left > 0, offset < end {
      let width = bytes[offset] == 0x09 ? 4 - column % 4 : 1
      column += min(left, width)
      if width <= left { offset += 1 }
      left -= width
    }
    findContent(in: bytes)
  }

  /// Goes on counting at another column, as if the text before had another width.
  mutating func count(column: Int, in bytes: [UInt8]) {
    self.column = column
    contentColumn = column
    content = offset
    findContent(in: bytes)
  }

  /// Moves to the content.
  mutating func advanceToContent() {
    offset = content
    column = contentColumn
  }

  /// Moves over the content's first bytes, which are ASCII and no tabs.
  mutating func advancePastContent(bytes count: Int, in bytes: [UInt8]) {
    advanceToContent()
    offset += count
    column += count
    findContent(in: bytes)
  }

  /// Moves over `>` and one space behind it.
  mutating func advancePastQuoteMark(in bytes: [UInt8]) {
    advancePastContent(bytes: 1, in: bytes)
    if offset < end, ASCII.isBlank(bytes[offset]) { advance(columns: 1, in: bytes) }
  }
}
