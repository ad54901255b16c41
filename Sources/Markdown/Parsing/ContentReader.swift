/// How far the text of a block is read: a place on one of its lines.
struct ContentReader {
  /// Offset of the next byte that has not been read.
  var cursor = 0
  /// Line endings inside the last span that libcmark has not yet reported.
  var pendingLineEndings = 0
  private var lines: ArraySlice<ContentLine> = []
  private var line = 0

  init() {}

  /// Begins with the first of a block's lines.
  init(_ lines: ArraySlice<ContentLine>) {
    self.lines = lines
    line = lines.startIndex
    cursor = lines.first?.range.lowerBound ?? 0
  }

  /// Offset of the end of the block.
  var limit: Int { lines.last?.range.upperBound ?? cursor }

  /// Offset of the end of the line the cursor stands on.
  var lineEnd: Int {
    mutating get {
      while line + 1 < lines.endIndex, cursor > lines[line].range.upperBound { line += 1 }
      return line < lines.endIndex ? lines[line].range.upperBound : cursor
    }
  }

  /// Moves to the next line of the block.
  mutating func advanceLine() {
    let end = lineEnd
    if line + 1 < lines.endIndex {
      line += 1
      cursor = lines[line].range.lowerBound
    } else {
      cursor = end
    }
  }
}
