/// A place in a file as people count: line and column from 1, columns in Unicode scalars.
///
/// This is SARIF's `columnKind: unicodeCodePoints`, and what editors call "line:column" for text without tabs
/// or combining marks.
public struct SourcePosition: Hashable, Sendable {
  /// The line, from 1.
  public var line: Int
  /// The column in Unicode scalars, from 1.
  public var column: Int

  /// Makes a position from a line and a column, both counted from 1.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}

/// A stretch of a file in bytes of its UTF-8 text as it lies on disk, end exclusive.
public struct SourceRange: Hashable, Sendable {
  /// Offset of the first byte.
  public var start: UInt32
  /// Offset just behind the last byte.
  public var end: UInt32

  /// Makes a range of byte offsets; an end before the start is moved to the start.
  @inlinable
  public init(start: UInt32, end: UInt32) {
    self.start = start
    self.end = max(start, end)
  }

  /// Makes a range of byte offsets from `Int`s that fit 32 bits (files are limited to far less).
  @inlinable
  public init(_ range: Range<Int>) {
    self.start = UInt32(truncatingIfNeeded: range.lowerBound)
    self.end = UInt32(truncatingIfNeeded: range.upperBound)
  }

  /// The same range as a Swift range, to index an array of bytes.
  @inlinable
  public var bytes: Range<Int> { Int(start)..<Int(end) }

  /// Length in bytes.
  @inlinable
  public var count: Int { Int(end) - Int(start) }

  /// Whether no byte lies in the range.
  @inlinable
  public var isEmpty: Bool { start == end }
}
