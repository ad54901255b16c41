/// A source line as a frame shows it, with the part that is meant.
public struct Excerpt: Hashable, Sendable {
  /// The line's text, ill-formed bytes replaced, at most `Excerpt.limit` bytes around the marked part.
  public var text: String
  /// Offset in `text`, in UTF-8 bytes, of the first marked byte.
  public var markStart: Int
  /// Offset in `text`, in UTF-8 bytes, behind the last marked byte of this line.
  public var markEnd: Int

  /// Longest excerpt in bytes; longer lines are cut around the mark, with `…` at the cuts.
  public static let limit = 160

  /// Cuts the line that holds the first byte of a range out of a file.
  public init(around range: Range<Int>, in file: SourceFile) {
    let line = file.lineRange(file.lineIndex(at: range.lowerBound))
    let markStart = min(max(range.lowerBound, line.lowerBound), line.upperBound)
    let markEnd = min(max(range.upperBound, markStart), line.upperBound)
    var start = line.lowerBound
    if line.count > Excerpt.limit, markStart - start > Excerpt.limit / 3 {
      start = Excerpt.boundary(before: markStart - Excerpt.limit / 3, in: file.bytes)
    }
    var end = line.upperBound
    if end - start > Excerpt.limit {
      end = max(
        Excerpt.boundary(before: start + Excerpt.limit, in: file.bytes), min(markStart + 1, line.upperBound))
    }
    let shownEnd = min(markEnd, end)
    let head = start > line.lowerBound ? "…" : ""
    let before = head + String(decoding: file.bytes[start..<markStart], as: UTF8.self)
    let marked = String(decoding: file.bytes[markStart..<max(markStart, shownEnd)], as: UTF8.self)
    let after = String(decoding: file.bytes[max(markStart, shownEnd)..<end], as: UTF8.self)
    self.text = before + marked + after + (end < line.upperBound ? "…" : "")
    self.markStart = before.utf8.count
    self.markEnd = before.utf8.count + marked.utf8.count
  }

  private static func boundary(before offset: Int, in bytes: [UInt8]) -> Int {
    var offset = offset
    while offset > 0, offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
    return offset
  }
}
