import SourceText

/// Where the lines that libcmark counts stand in the author's file.
enum LinePlaces {
  /// The text is a part of the file that begins at an offset, in a line counted from 0.
  case file(firstLine: Int, start: Int)
  /// The text was put together of lines of the file.
  case extracted([FootnoteText.Line])

  /// The line of the file, from 0, of a line libcmark counts from 1.
  func fileLine(_ line: Int) -> Int {
    switch self {
    case .file(let firstLine, _): max(line - 1, 0) + firstLine
    case .extracted(let lines): lines.isEmpty ? 0 : lines[min(max(line - 1, 0), lines.count - 1)].fileLine
    }
  }

  /// The offset of a byte in the file.
  func offset(line: Int, column: Int, in source: SourceFile) -> Int {
    let start: Int
    switch self {
    case .file(let firstLine, let bodyStart):
      let index = line - 1 + firstLine
      guard index >= firstLine else { return bodyStart }
      guard index < source.lineStarts.count else { return source.bytes.count }
      start = index == firstLine ? bodyStart : Int(source.lineStarts[index])
    case .extracted(let lines):
      guard line >= 1, line <= lines.count else { return source.bytes.count }
      start = lines[line - 1].start
    }
    return min(max(start + max(column - 1, 0), 0), source.bytes.count)
  }
}
