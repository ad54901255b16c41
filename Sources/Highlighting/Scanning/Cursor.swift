/// A place in the code that only moves forward.
///
/// Every loop over bytes is one of this type's methods, and each adds what it visited to `work`: a test can so prove
/// that a lexer is linear, whatever the input. Looking past either end gives 0, which no language gives a meaning.
struct Cursor {
  private let code: ArraySlice<UInt8>
  private let start: Int
  let end: Int
  private(set) var position: Int
  /// Bytes visited by loops so far, those looked at ahead included.
  private(set) var work = 0

  init(_ code: ArraySlice<UInt8>) {
    self.code = code
    start = code.startIndex
    end = code.endIndex
    position = code.startIndex
  }

  var isAtEnd: Bool { position >= end }

  /// Whether a line begins here.
  var isAtLineStart: Bool { position == start || code[position - 1] == ASCII.newline }

  @inline(__always)
  var byte: UInt8 { position < end ? code[position] : 0 }

  @inline(__always)
  func peek(_ offset: Int) -> UInt8 {
    let index = position + offset
    return index >= start && index < end ? code[index] : 0
  }

  subscript(range: Range<Int>) -> ArraySlice<UInt8> { code[range] }

  /// The bytes from an earlier position up to here.
  func bytes(from earlier: Int) -> ArraySlice<UInt8> { code[earlier..<position] }

  func hasPrefix(_ delimiter: Delimiter, at offset: Int = 0) -> Bool {
    for index in 0..<delimiter.count where peek(offset + index) != delimiter[index] { return false }
    return true
  }
}

// MARK: - Moving

extension Cursor {
  mutating func advance(_ count: Int = 1) {
    position = min(position + count, end)
  }

  mutating func skip(while set: ByteSet) {
    var index = position
    while index < end, set.contains(code[index]) { index += 1 }
    work += index - position
    position = index
  }

  mutating func skip(until set: ByteSet) {
    var index = position
    while index < end, !set.contains(code[index]) { index += 1 }
    work += index - position
    position = index
  }

  /// At most `limit` bytes of the set.
  mutating func skip(while set: ByteSet, limit: Int) {
    let last = min(end, position + limit)
    while position < last, set.contains(code[position]) {
      position += 1
      work += 1
    }
  }

  /// To the end of the line, its line feed left.
  mutating func skipLine() {
    skip(until: .newline)
  }

  /// White space; tells whether a line ended in it.
  mutating func skipWhiteSpace() -> Bool {
    let before = position
    skip(while: .blanks)
    guard ByteSet.whiteSpace.contains(byte) else { return false }
    let blanksEnd = position
    skip(while: .whiteSpace)
    work += position - blanksEnd
    return code[before..<position].contains(ASCII.newline)
  }

  /// A comment, from its opening delimiter to the matching closing one, or to the end of the code.
  mutating func skipBlockComment(_ comment: BlockComment) {
    advance(comment.open.count)
    var depth = 1
    while !isAtEnd {
      skip(until: comment.stops)
      if hasPrefix(comment.close) {
        advance(comment.close.count)
        depth -= 1
        if depth == 0 { return }
      } else if comment.nests, hasPrefix(comment.open) {
        advance(comment.open.count)
        depth += 1
      } else {
        advance()
      }
    }
  }

  /// Past the next occurrence of a delimiter, or to the end of the code.
  mutating func skip(past delimiter: Delimiter) {
    let first = ByteSet(only: delimiter[0])
    while !isAtEnd {
      skip(until: first)
      if hasPrefix(delimiter) {
        advance(delimiter.count)
        return
      }
      advance()
    }
  }

  /// Ends a piece that began at `earlier`: it is never empty and never cuts a character of UTF-8.
  mutating func finishPiece(from earlier: Int) {
    if position == earlier { position += 1 }
    while position < end, code[position] & 0xC0 == 0x80 {
      position += 1
      work += 1
    }
  }
}

// MARK: - Looking ahead

extension Cursor {
  /// How many bytes in a row are `byte`, from `offset` on.
  mutating func count(of byte: UInt8, at offset: Int = 0) -> Int {
    var count = 0
    while peek(offset + count) == byte, position + offset + count < end { count += 1 }
    work += count
    return count
  }

  /// The offset of the first byte, from `offset` on, that is not of the set; of the end of the code if all are.
  mutating func offset(skipping set: ByteSet, from offset: Int = 0) -> Int {
    var index = min(position + offset, end)
    let first = index
    while index < end, set.contains(code[index]) { index += 1 }
    work += index - first
    return index - position
  }

  /// Whether the bytes at `offset` equal those of an earlier range.
  mutating func matches(_ range: Range<Int>, at offset: Int) -> Bool {
    for (index, byte) in code[range].enumerated() {
      work += 1
      if position + offset + index >= end || peek(offset + index) != byte { return false }
    }
    return true
  }
}
