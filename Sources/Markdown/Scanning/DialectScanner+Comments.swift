import SourceText

/// Comments that are never published: `%%…%%` inside a line, or over several lines.
extension DialectScanner {
  /// Masks a comment inside a paragraph.
  mutating func scanComment(at index: Int, end: Int) -> Int {
    guard index + 1 < end, bytes[index + 1] == 0x25, inlines.searchBudget > 0 else { return index + 1 }
    guard let close = commentMark(from: index + 2, to: end) else {
      charge(end - index)
      return index + 2
    }
    return mask(.comment, index..<(close + 2), content: (index + 2)..<close)
  }

  /// Whether nothing but `%%` stands on a line.
  func isCommentFence(_ line: Range<Int>) -> Bool {
    line.count >= 2 && bytes[line.lowerBound] == 0x25 && bytes[line.lowerBound + 1] == 0x25
      && ASCII.skipBlanks(from: line.lowerBound + 2, to: line.upperBound, in: bytes) == line.upperBound
  }

  /// Whether a `%%` of the paragraph is open before an offset: then the next one closes it.
  ///
  /// - Complexity: O(bytes since the last question).
  mutating func isInComment(before offset: Int) -> Bool {
    var index = max(inlines.commentScan.reached, inlines.paragraphStart)
    work.read(index, to: offset)
    while index < offset {
      switch bytes[index] {
      case 0x5C:
        index += 2
      case 0x60 where !inlines.commentScan.isOpen:
        index = inlines.commentScan.codeSpans.end(ofRunAt: index, end: offset, in: bytes, work: &work)
      case 0x25 where index + 1 < offset && bytes[index + 1] == 0x25:
        inlines.commentScan.isOpen.toggle()
        index += 2
      default:
        index += 1
      }
    }
    inlines.commentScan.reached = index
    return inlines.commentScan.isOpen
  }

  /// Blanks a comment that begins a line and ends on a later one.
  ///
  /// - Returns: whether there was one; then the line that ends it, blanked so far, is to be scanned next.
  mutating func scanBlockComment(_ line: LineCursor) -> Bool {
    let start = line.content
    guard start + 1 < line.end, bytes[start] == 0x25, bytes[start + 1] == 0x25,
      commentMark(from: start + 2, to: line.end) == nil
    else { return false }
    blank(start..<line.end)
    if let container = containers.last, container.kind == .item, container.childCount == 0 {
      // An empty item could not follow a paragraph; libcmark reads an empty heading, which leaves no node.
      bytes[start] = 0x23
      countChild()
    }
    nextLine += 1
    while nextLine < lineCount {
      var line = LineCursor(lineRange(nextLine), in: bytes)
      work.read(line.offset, to: line.end)
      guard matchContainers(&line) == containers.count || line.isBlank else { break }
      if let close = commentMark(from: line.content, to: line.end) {
        endBlockComment(line.content..<(close + 2), lineEnd: line.end)
        return true
      }
      blank(line.content..<line.end)
      nextLine += 1
    }
    report(
      .commentUnclosed, at: start..<(start + 2), "This comment is never closed.",
      Note("Close it with %%; all behind it is left out of the page."))
    return true
  }

  /// Blanks the last line of a comment; where text follows on it, that begins a paragraph.
  private mutating func endBlockComment(_ comment: Range<Int>, lineEnd: Int) {
    if ASCII.skipBlanks(from: comment.upperBound, to: lineEnd, in: bytes) == lineEnd {
      blank(comment)
    } else {
      _ = mask(.comment, comment, content: comment)
    }
  }

  private mutating func commentMark(from start: Int, to end: Int) -> Int? {
    var index = start
    defer { work.read(start, to: index) }
    while index + 1 < end {
      if bytes[index] == 0x25, bytes[index + 1] == 0x25 { return index }
      index += 1
    }
    return nil
  }

  private mutating func blank(_ range: Range<Int>) {
    for index in range { bytes[index] = 0x20 }
  }
}
