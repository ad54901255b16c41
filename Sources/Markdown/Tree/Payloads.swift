public import SourceText

/// A heading with the id links point to.
public struct Heading: Sendable {
  /// Level as written, 1–6.
  public var level: Int
  /// Unique in the page; UTF-8, not percent-encoded.
  public var id: [UInt8]
  /// The heading's text without markup, formulas as their source.
  public var plainText: [UInt8]
  /// What `{…}` at its end says.
  public var attributes: Attributes
  /// Index of the heading's node.
  public var node: Int
}

/// A list's kind.
public struct ListData: Sendable {
  /// The number of the first item, or `nil` for a bullet list.
  public var start: Int?
  /// Whether no blank line stands between the items.
  public var isTight: Bool
}

/// Where a link or an image points.
public struct LinkData: Sendable {
  /// The destination, entities and escapes resolved, not judged and not encoded.
  public var destination: [UInt8]
  /// The title, or empty.
  public var title: [UInt8]
  /// What `{…}` directly behind it says.
  public var attributes = Attributes.none
}

/// `^id` behind a block.
public struct BlockID: Sendable {
  /// The id without `^`.
  public var id: [UInt8]
  /// Index of the block's node.
  public var node: Int
}

/// A formula as the author wrote it.
public struct MathSpan: Sendable {
  /// The bytes between the delimiters in the author's file.
  public var contentRange: SourceRange
  /// Whether it is set on a line of its own.
  public var isDisplay: Bool
  /// Number of `>` that begin each further line and do not belong to the formula.
  public var quoteDepth: Int
  /// The label of `{#eq:x}` behind the closing delimiter.
  public var label: [UInt8]?
  /// Whether a bar in it is written `\|` because the formula stands in a table.
  public var isInTable: Bool
}

/// `[[target#fragment|text]]`, embedded when it is written `![[…]]`.
public struct WikiLink: Sendable {
  /// The page meant: a path, file name, alias or title; empty for this page.
  public var target: [UInt8]
  /// All behind the first `#`, or `nil`.
  public var fragment: [UInt8]?
  /// What the reader sees; the target with its fragment when nothing was given.
  public var text: [UInt8]
  /// Whether a text was given behind `|`.
  public var hasOwnText: Bool
  /// Whether the page is to be shown in place.
  public var isEmbed: Bool
}

/// `[see @a, p. 3; @b]`, or `[2]` for an item of the page's own reference list.
public struct Citation: Sendable {
  /// The sources in the order written.
  public var items: [CitationItem]
}

/// One source of a citation.
public struct CitationItem: Sendable {
  /// Which source is meant.
  public enum Target: Sendable, Hashable {
    /// A reference key, or the label of an equation (`eq:x`).
    case key([UInt8])
    /// The item of this number, from 1, of the page's own reference list.
    case number(Int)
  }
  /// Which source is meant.
  public var target: Target
  /// One excerpt of the source (`@id#anchor`).
  public var anchor: [UInt8]?
  /// What stands before the key, as text.
  public var prefix: [UInt8]
  /// What stands behind the key, as text, usually a page.
  public var suffix: [UInt8]
  /// The key's bytes in the file.
  public var range: SourceRange
}

/// `{calc: expression = value}`.
public struct Calculation: Sendable {
  /// The expression's bytes.
  public var expression: [UInt8]
  /// The number as it is to be printed.
  public var value: [UInt8]
  /// Where the number stands.
  public var valueRange: SourceRange
}
