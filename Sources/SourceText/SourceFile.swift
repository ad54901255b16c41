/// The text of one file with what is needed to speak of places in it.
///
/// The bytes are exactly those on disk; a byte order mark, carriage returns and ill-formed UTF-8 are still there,
/// so that every offset is an offset in the author's file.
public struct SourceFile: Sendable {
  /// Path as people should read it: relative to the site, with `/`.
  public let path: String
  /// The file's bytes, unchanged.
  public let bytes: [UInt8]
  /// Offset of the first byte of every line; a line ends behind `\n`, or behind `\r` without `\n`.
  public let lineStarts: [UInt32]

  /// Keeps a file's bytes and finds its lines.
  ///
  /// - Complexity: O(bytes).
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
    self.lineStarts = SourceFile.findLines(in: bytes)
  }

  private static func findLines(in bytes: [UInt8]) -> [UInt32] {
    var starts: [UInt32] = [0]
    starts.reserveCapacity(bytes.count / 48 + 1)
    let span = bytes.span
    var index = 0
    while index < span.count {
      let byte = span[index]
      index += 1
      if byte == 0x0A || (byte == 0x0D && (index == span.count || span[index] != 0x0A)) {
        starts.append(UInt32(truncatingIfNeeded: index))
      }
    }
    return starts
  }

  /// The line, from 0, that holds a byte; offsets behind the end belong to the last line.
  ///
  /// - Complexity: O(log lines).
  public func lineIndex(at offset: Int) -> Int {
    max(0, lineStarts.partitioningIndex { Int($0) > offset } - 1)
  }

  /// The bytes of a line, from 0, without its line ending.
  public func lineRange(_ index: Int) -> Range<Int> {
    let start = Int(lineStarts[index])
    var end = index + 1 < lineStarts.count ? Int(lineStarts[index + 1]) : bytes.count
    while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    return start..<end
  }

  /// The place of a byte as people count.
  ///
  /// - Parameter known: an offset whose place is known. When it stands before on the same line, columns are counted from
  ///   there: many places on a long line, asked for in order, cost one look at the line.
  /// - Complexity: O(log lines + length of the line).
  public func position(
    at offset: Int, after known: (offset: Int, position: SourcePosition)? = nil
  ) -> SourcePosition {
    let offset = min(max(offset, 0), bytes.count)
    let line = lineIndex(at: offset)
    var start = Int(lineStarts[line])
    if line == 0, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { start = min(3, offset) }
    var column = 1
    if let known, known.position.line == line + 1, start...offset ~= known.offset {
      start = known.offset
      column = known.position.column
    }
    for byte in bytes[start..<offset] where byte & 0xC0 != 0x80 { column += 1 }
    return SourcePosition(line: line + 1, column: column)
  }
}
