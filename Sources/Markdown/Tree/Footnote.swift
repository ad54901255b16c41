/// `[^label]`.
public struct FootnoteReference: Sendable {
  /// Index in `Document.footnotes`.
  public var footnote: Int
  /// How many references to the same footnote stand before this one, in the order of reading.
  public var occurrence: Int
}

/// `[^label]: …`.
public struct Footnote: Sendable {
  /// What stands between `[^` and `]`.
  public var label: [UInt8]
  /// Index of the definition's node; its children are the footnote's blocks.
  public var node: Int
  /// Its number in the page, from 1, in the order of the first references; `nil` where nothing refers to it.
  public var number: Int?
  /// How many references there are.
  public var referenceCount = 0
}
