/// How much of what is costly a file may hold; what is over a limit is shown as plain text, with a diagnostic.
///
/// The limits of a paragraph bound the time of libcmark 0.30, which is quadratic in brackets and in the length of a
/// paragraph.
public struct MarkupLimits: Sendable, Equatable {
  /// How deep lists and quotes may be nested.
  public var blockDepth: Int
  /// Bytes in one paragraph, heading or row of a table.
  public var paragraphBytes: Int
  /// Opening brackets in one paragraph, heading or row of a table.
  public var paragraphBrackets: Int
  /// Bytes in one formula.
  public var formulaBytes: Int
  /// Columns of a table.
  public var tableColumns: Int

  /// The defaults, or other limits in their place.
  public init(
    blockDepth: Int = 100, paragraphBytes: Int = 64 * 1024, paragraphBrackets: Int = 2_000,
    formulaBytes: Int = 16 * 1024, tableColumns: Int = 500
  ) {
    self.blockDepth = blockDepth
    self.paragraphBytes = paragraphBytes
    self.paragraphBrackets = paragraphBrackets
    self.formulaBytes = formulaBytes
    self.tableColumns = tableColumns
  }
}
