public import SourceText

/// One node of a `Document`, in preorder: its children follow it, up to `subtreeEnd`.
///
/// A node is 32 bytes; what only some kinds have lies in the document's side tables, at `payload`.
public struct Node: Sendable {
  /// What the node is.
  public var kind: NodeKind
  /// Heading level (1–6), column alignment of a cell (`TableAlignment`), 1 for a header row or a checked task.
  public var detail: UInt8
  /// Index of the first node behind this node's last descendant.
  public var subtreeEnd: UInt32
  /// The node's bytes in the author's file.
  public var range: SourceRange
  /// The literal of a text, code or HTML node; empty for the others.
  public var literal: TextSlice
  /// Index into the side table of the node's kind.
  public var payload: UInt32
}

/// A stretch of text that lies either in the author's file or, where it differs from it (entities, escapes,
/// stripped indentation), in the document's own buffer.
public struct TextSlice: Sendable, Hashable {
  private static let ownBuffer: UInt32 = 1 << 31
  private var position: UInt32
  /// Length in bytes.
  public private(set) var count: UInt32

  /// No text.
  public static let empty = TextSlice(source: 0..<0)

  /// Text as it stands in the file.
  @inline(__always)
  init(source range: Range<Int>) {
    position = UInt32(truncatingIfNeeded: range.lowerBound)
    count = UInt32(truncatingIfNeeded: range.count)
  }

  /// Text in the document's own buffer.
  @inline(__always)
  init(literals range: Range<Int>) {
    position = UInt32(truncatingIfNeeded: range.lowerBound) | TextSlice.ownBuffer
    count = UInt32(truncatingIfNeeded: range.count)
  }

  /// Whether there is no text.
  public var isEmpty: Bool { count == 0 }

  /// Whether the text stands in the file exactly so.
  public var isVerbatim: Bool { position & TextSlice.ownBuffer == 0 }

  /// Offsets in the buffer that holds the text.
  var range: Range<Int> {
    let start = Int(position & ~TextSlice.ownBuffer)
    return start..<(start + Int(count))
  }

  /// Whether `next` begins where this slice ends, in the same buffer.
  func isFollowed(by next: TextSlice) -> Bool {
    isVerbatim == next.isVerbatim && range.upperBound == next.range.lowerBound
  }

  /// Makes the slice longer by bytes that directly follow it.
  mutating func extend(by next: TextSlice) {
    count += next.count
  }
}

/// How the cells of a table column are aligned.
public enum TableAlignment: UInt8, Sendable {
  /// As the theme likes.
  case none
  /// To the start of the line.
  case left
  /// In the middle.
  case center
  /// To the end of the line.
  case right
}
