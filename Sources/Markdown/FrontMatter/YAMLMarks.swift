import SourceText

/// Turns libyaml's lines and columns within a stretch of a file into offsets in that file.
///
/// libyaml counts columns in characters and also breaks lines at U+0085, U+2028 and U+2029.
struct YAMLMarks {
  private let file: SourceFile
  private let end: Int
  private var lineStarts: [Int]

  init(range: Range<Int>, file: SourceFile) {
    self.file = file
    self.end = range.upperBound
    self.lineStarts = [range.lowerBound]
    var index = range.lowerBound
    while index < end {
      let breakLength = lineBreakLength(at: index)
      index += max(breakLength, 1)
      if breakLength > 0 { lineStarts.append(index) }
    }
  }

  /// The offset of a line and column counted from 1; positions behind a line's end become its end.
  func offset(line: Int, column: Int) -> Int {
    guard line >= 1, line <= lineStarts.count else { return end }
    var offset = lineStarts[line - 1]
    for _ in 1..<max(column, 1) {
      guard offset < end, lineBreakLength(at: offset) == 0 else { break }
      offset += 1
      while offset < end, file.bytes[offset] & 0xC0 == 0x80 { offset += 1 }
    }
    return offset
  }

  private func lineBreakLength(at index: Int) -> Int {
    func byte(_ distance: Int) -> UInt8 { index + distance < end ? file.bytes[index + distance] : 0 }
    return switch byte(0) {
    case 0x0A: 1
    case 0x0D: byte(1) == 0x0A ? 2 : 1
    case 0xC2 where byte(1) == 0x85: 2
    case 0xE2 where byte(1) == 0x80 && (byte(2) == 0xA8 || byte(2) == 0xA9): 3
    default: 0
    }
  }
}
